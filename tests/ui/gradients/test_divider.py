"""The divider between the two cards on the left: neither is squeezed until words are cut."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from gradsim.ui.gradients.workspace import GradientsWorkspace
from gradsim.ui.panel import Panel
from gradsim.ui.plots.plot import LEAST_HEIGHT
from gradsim.ui.splitter import RememberedSplitter


def hold(workspace: GradientsWorkspace, key: Qt.Key, qtbot: QtBot) -> None:
    """Hold an arrow key on the divider until it does not move any more."""
    splitter = workspace.profile_panel.parentWidget()
    assert isinstance(splitter, RememberedSplitter)
    for _ in range(40):
        qtbot.keyClick(splitter.handle(1), key)
    QApplication.processEvents()


def cut_rows(panel: Panel) -> list[str]:
    """What is shown in a card and reaches out of it, or is lower than its lines."""
    shown = [each for each in panel.findChildren(QWidget) if each.isVisible()]
    low = [each for each in shown if each.height() < each.heightForWidth(each.width())]
    high = panel.height()
    outside = [each for each in shown if each.mapTo(panel, QPoint(0, each.height())).y() > high]
    return [type(each).__name__ for each in (*low, *outside)]


@pytest.mark.parametrize(("wide", "high"), [(1140, 826), (960, 646)])
def test_the_upper_card_keeps_its_rows_and_a_plot(
    workspace: GradientsWorkspace, qtbot: QtBot, either_language: str, wide: int, high: int
) -> None:
    del either_language
    workspace.resize(wide, high)
    qtbot.mouseClick(workspace.pin_button, Qt.MouseButton.LeftButton)
    workspace.finish_drawing()
    QApplication.processEvents()
    hold(workspace, Qt.Key.Key_Up, qtbot)
    assert workspace.profile_panel.seeds.median.isVisible()
    assert workspace.profile_panel.profile.plot.height() >= LEAST_HEIGHT
    assert cut_rows(workspace.profile_panel) == []


@pytest.mark.parametrize(("wide", "high"), [(1140, 826), (960, 646)])
def test_the_lower_card_keeps_its_rows_and_a_plot(
    workspace: GradientsWorkspace, qtbot: QtBot, either_language: str, wide: int, high: int
) -> None:
    del either_language
    workspace.resize(wide, high)
    workspace.finish_drawing()
    QApplication.processEvents()
    hold(workspace, Qt.Key.Key_Down, qtbot)
    assert workspace.attribution.plot.height() >= LEAST_HEIGHT
    assert cut_rows(workspace.attribution_panel) == []
