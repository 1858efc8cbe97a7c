"""The builder's panel in a window of its own."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from gradsim.project.presets import preset
from gradsim.ui.builder.panel import BuilderPanel
from gradsim.ui.theme import ThemeController
from gradsim.ui.workbench import Workbench
from gradsim.viewmodels.settings import Settings
from tests.ui.dressing import undressed

OpenPanel = Callable[[str], BuilderPanel]


@pytest.fixture
def panel(qtbot: QtBot, workbench: Workbench) -> BuilderPanel:
    """The panel of the first-look network, 290 pixels wide, as in the window."""
    return shown(qtbot, workbench)


@pytest.fixture
def open_panel(qtbot: QtBot, settings: Settings, theme: ThemeController) -> Iterator[OpenPanel]:
    """Opens the panel of any preset."""
    benches: list[Workbench] = []

    def open_(name: str) -> BuilderPanel:
        bench = Workbench.of(preset(name), settings, theme)
        bench.simulation.compute_now()
        benches.append(bench)
        return shown(qtbot, bench)

    yield open_
    for bench in benches:
        bench.shut_down()


def shown(qtbot: QtBot, workbench: Workbench) -> BuilderPanel:
    with undressed():
        panel = BuilderPanel(workbench)
    qtbot.addWidget(panel)
    panel.resize(290, 640)
    with qtbot.waitExposed(panel):
        panel.show()
    QApplication.processEvents()
    panel.activateWindow()
    return panel
