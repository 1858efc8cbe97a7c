"""The side column of Step: small, but whole."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from gradsim.engine.options import Choice
from gradsim.project.edits.layers import set_weights
from gradsim.project.presets import preset
from gradsim.ui.gradients.side_column import SideColumn
from gradsim.ui.workbench import Workbench
from tests.ui.gradients.conftest import open_project


@pytest.fixture
def column(workbench: Workbench, qtbot: QtBot) -> Iterator[SideColumn]:
    made = SideColumn(workbench)
    qtbot.addWidget(made)
    made.resize(290, 640)
    with qtbot.waitExposed(made):
        made.show()
    yield made
    made.close()


def test_profile_verdict_and_attribution_are_of_the_scope(
    column: SideColumn, workbench: Workbench, qtbot: QtBot
) -> None:
    assert column.note_label.text() == "sample 1"
    assert column.profile.plot.isVisible()
    assert column.verdict.accessibleName() == "Vanishing"
    assert column.attribution.attribution is not None
    with qtbot.waitSignal(workbench.simulation.published):
        workbench.scope.choose(None)
    assert column.note_label.text() == "batch of 64"


def test_the_wheel_is_left_to_the_column(column: SideColumn) -> None:
    assert not column.profile.plot.view.state["mouseEnabled"][0]
    assert not column.attribution.plot.view.state["mouseEnabled"][1]


def test_its_content_fits_its_width(column: SideColumn) -> None:
    assert column.scroller.widget().width() <= column.scroller.viewport().width()
    assert column.minimumWidth() <= 290


def test_in_a_small_window_the_example_with_a_pinned_run_is_seen_whole(
    column: SideColumn, qtbot: QtBot
) -> None:
    column.resize(309, 645)
    qtbot.mouseClick(column.pin_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(column.runs.row("A").isVisible)
    QApplication.processEvents()
    assert column.scroller.verticalScrollBar().maximum() == 0


def test_pinning_from_here_pins_for_both_workspaces(
    column: SideColumn, workbench: Workbench, qtbot: QtBot
) -> None:
    qtbot.mouseClick(column.pin_button, Qt.MouseButton.LeftButton)
    assert [run.letter for run in workbench.runs.pins] == ["A"]
    qtbot.waitUntil(column.runs.row("A").isVisible)


def test_a_hidden_column_computes_nothing(column: SideColumn, workbench: Workbench) -> None:
    column.hide()
    before = column.view.live
    open_project(workbench, preset("fifty_layers"))
    assert column.view.live is before
    column.show()
    assert column.view.live is not before


def test_a_layer_of_zeros_is_painted(
    column: SideColumn, workbench: Workbench, qtbot: QtBot
) -> None:
    project = preset("constant_initialization")
    silent = set_weights(project, (project.layer_ids[2],), Choice("zeros"))
    open_project(workbench, silent)
    attribution = column.attribution.attribution
    assert attribution is not None
    assert np.isnan(attribution.net).any()
    # A picture runs every paint of the plots; an exception in one fails the test.
    assert not column.grab().isNull()
