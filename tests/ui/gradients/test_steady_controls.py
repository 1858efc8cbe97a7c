"""What is clicked stays under the mouse: a second click does the same again, not something else."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from gradsim.ui.gradients.side_column import SideColumn
from gradsim.ui.gradients.workspace import GradientsWorkspace
from gradsim.ui.workbench import Workbench

Part = SideColumn | GradientsWorkspace


@pytest.fixture(params=[(SideColumn, 290, 820), (GradientsWorkspace, 1000, 820)])
def part(request: pytest.FixtureRequest, workbench: Workbench, qtbot: QtBot) -> Iterator[Part]:
    """The side column or the workspace, on the first look."""
    kind, wide, high = request.param
    made: Part = kind(workbench)
    qtbot.addWidget(made)
    made.resize(wide, high)
    with qtbot.waitExposed(made):
        made.show()
    yield made
    made.close()


def corner(widget: QWidget, part: Part) -> QPoint:
    """Where a widget begins."""
    return widget.mapTo(part, QPoint(0, 0))


def test_pin_and_the_first_remedy_stay_when_the_verdict_changes(
    part: Part, workbench: Workbench, qtbot: QtBot
) -> None:
    pin, remedy = part.pin_button, part.verdict.buttons[0]
    before, high = (corner(pin, part), corner(remedy, part)), part.verdict.height()
    assert remedy.isVisible()
    qtbot.mouseClick(remedy, Qt.MouseButton.LeftButton)
    workbench.simulation.compute_now()
    qtbot.waitUntil(lambda: part.verdict.height() != high)
    assert (corner(pin, part), corner(remedy, part)) == before


def test_pin_stays_when_a_run_is_added(part: Part, qtbot: QtBot) -> None:
    before = corner(part.pin_button, part)
    qtbot.mouseClick(part.pin_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: part.runs.row("A").isVisible())
    assert corner(part.pin_button, part) == before
