"""Pinned runs beside the open one: equal conditions, two of them factor by factor, the walk."""

from __future__ import annotations

import math
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from gradsim.engine.backward import chain_factors
from gradsim.engine.options import Choice
from gradsim.engine.scaling import log10_magnitude
from gradsim.project import edits
from gradsim.project.model import DataSource, Project
from gradsim.viewmodels import words
from gradsim.viewmodels.compare.runs.factors import factor_rows, row_of
from gradsim.viewmodels.compare.runs.table import DIFFERENCE, FIRST, KIND, SECOND, FactorTable
from gradsim.viewmodels.compare.runs.view import RunsView
from gradsim.viewmodels.gradients.runs import Runs
from gradsim.viewmodels.selection import Selection
from gradsim.viewmodels.step.walk.steps import StepKind
from gradsim.viewmodels.step.walk.walk import Lens
from tests.viewmodels.gradients.desk import deep, result_of
from tests.viewmodels.step.step_desk import StepDesk


class RunsDesk(StepDesk):
    """A project with pins and the view that compares them."""

    def __init__(self, project: Project, folder: Path) -> None:
        super().__init__(project, folder)
        self.selection = Selection(self.document)
        self.runs = Runs(self.document, self.simulation, self.scope, self.settings)
        self.view = RunsView(
            self.document, self.simulation, self.selection, self.runs, self.stepper, self.scope,
            self.settings,
        )  # fmt: skip
        self.view.set_active(True)

    def pin(self, project: Project) -> None:
        self.runs.pin_project(project)
        self.wait()

    def wait(self) -> None:
        self.runs.finish()
        self.view.conditions.finish()

    def close(self) -> None:
        self.view.shut_down()
        self.runs.shut_down()
        self.shut_down()


@pytest.fixture
def desk(qapp: QApplication, tmp_path: Path) -> Iterator[RunsDesk]:
    made = RunsDesk(deep(5, 4, "tanh"), tmp_path)
    yield made
    made.close()


def test_pins_are_measured_under_the_open_projects_seed_and_data(desk: RunsDesk) -> None:
    pinned = edits.set_seed(deep(5, 4, "tanh", samples=12), 99)
    desk.pin(pinned)
    ours = desk.result.measurement.columns.log10("delta", "l2")
    measured = desk.view.measured(desk.runs.pin("A"))
    assert measured.measurement is not None
    theirs = measured.measurement.columns.log10("delta", "l2")
    np.testing.assert_array_equal(ours, theirs)
    desk.view.conditions.choose_same(False)
    own = desk.view.measured(desk.runs.pin("A")).measurement
    assert own is desk.runs.pin("A").measurement
    assert not np.array_equal(own.columns.log10("delta", "l2"), ours)


def test_what_was_imposed_is_said_and_what_cannot_be_too(desk: RunsDesk) -> None:
    desk.pin(edits.set_seed(deep(3, 4), 99))
    desk.pin(deep(3, 6, samples=9))
    desk.pin(deep(5, 4, "relu"))
    assert desk.view.imposed_words() == (
        "A: seed put in",
        "B: data put in; its input goes from 6 to 4 units",
        "C: seed and data are the same anyway",
    )


def test_data_that_suit_no_pin_leave_it_its_own(desk: RunsDesk) -> None:
    rows = DataSource.inline([[0.0, 1.0]], [[3.0, -1.0]])
    desk.edit(edits.set_data(deep(3, 2, inputs=2), rows))
    desk.pin(edits.set_cost(deep(3, 2, inputs=2), "cross_entropy", adapt_output=True))
    (said,) = desk.view.imposed_words()
    assert said.startswith("A keeps its own seed and data: ")
    assert desk.view.measured(desk.runs.pin("A")).measurement is not None


def test_a_new_seed_of_the_open_project_reaches_the_pins(desk: RunsDesk) -> None:
    desk.pin(deep(5, 4, "relu"))
    before = desk.view.measured(desk.runs.pin("A")).measurement
    desk.edit(edits.set_seed(desk.project, 123))
    desk.wait()
    after = desk.view.measured(desk.runs.pin("A"))
    assert after.project.seed == 123
    assert after.measurement is not before


def test_the_switch_is_remembered(desk: RunsDesk, tmp_path: Path) -> None:
    desk.view.conditions.choose_same(False)
    again = RunsDesk(deep(3), tmp_path)
    assert not again.view.conditions.same
    again.close()


def test_each_rows_decades_are_those_of_the_chains_own_factors(desk: RunsDesk) -> None:
    result = desk.result
    rows = factor_rows(result.measurement, None)
    factors = list(chain_factors(result.forward, batch_mean=False))
    assert len(rows) == len(factors)
    for factor, row in zip(factors, rows, strict=True):
        left, arrived = (
            float(log10_magnitude(np.sqrt(each.squares), each.exponent))
            for each in (factor.left, factor.arriving)
        )
        assert (str(factor.kind), factor.layer) == (str(row.kind), row.layers[0])
        assert row.decades[0] == pytest.approx(left - arrived, abs=1e-9)
        assert row.sums[0] == pytest.approx(left, abs=1e-9)
    trunk = [row.decades[0] for row in rows if row.kind not in (StepKind.WEIGHTS, StepKind.BIAS)]
    assert sum(trunk) == pytest.approx(rows[-2].sums[0] - rows[-2].decades[0], abs=1e-9)


def test_runs_of_different_depth_stand_side_by_side_from_the_cost_down() -> None:
    shallow, deeper = (result_of(deep(depth, 4)).measurement for depth in (2, 4))
    rows = factor_rows(shallow, deeper)
    assert rows[0].layers == (2, 4)
    assert rows[row_of(StepKind.ACTIVATION, 1)].layers == (1, 3)
    below = rows[row_of(StepKind.ACTIVATION, 2)]
    assert below.layers == (None, 2)
    assert math.isnan(below.difference)
    assert rows[-1].layers == (None, 1)


def test_a_factor_that_kills_the_gradient_is_called_zero(desk: RunsDesk) -> None:
    desk.edit(deep(3, 4, "tanh", Choice.of("zeros")))
    table = FactorTable(desk.view)
    table.refresh()
    row = row_of(StepKind.PREVIOUS_ACTIVATION, 0)
    assert table.index(row, FIRST + 1).data() == "zero"


def test_the_table_names_runs_factors_and_differences(desk: RunsDesk) -> None:
    desk.pin(deep(6, 4, "relu"))
    table = FactorTable(desk.view)
    table.refresh()
    row = row_of(StepKind.ACTIVATION, 0)
    texts = [table.index(row, column).data() for column in (KIND, FIRST, SECOND)]
    assert texts == ["activation f′(z)", "∂a⁽⁵⁾/∂z⁽⁵⁾", "∂a⁽⁶⁾/∂z⁽⁶⁾"]
    shown = desk.view.rows()[row]
    text = f"{shown.decades[1] - shown.decades[0]:+.2f}".replace("-", "−")
    assert table.index(row, DIFFERENCE).data() == text
    heading = table.headerData(SECOND, Qt.Orientation.Horizontal)
    assert heading == "factor, A"
    before = table.rowCount()
    table.show_branches(False)
    assert table.rowCount() == before - 12


def test_the_walk_marks_its_row_and_a_row_moves_the_walk(desk: RunsDesk) -> None:
    desk.pin(deep(5, 4, "relu"))
    desk.stepper.choose_lens(Lens.LAYER)
    desk.stepper.jump(2)
    assert desk.view.current_row() == row_of(StepKind.ACTIVATION, 0)
    assert desk.view.choose_row(row_of(StepKind.WEIGHTS, 3))
    step = desk.stepper.current
    assert step is not None
    assert (step.kind, step.layer) == (StepKind.WEIGHTS, 2)
    assert desk.view.chosen_layer() == 2


def test_the_walks_factor_is_read_in_every_run(desk: RunsDesk) -> None:
    desk.stepper.choose_lens(Lens.FORWARD)
    assert desk.view.at_walk() == ""
    desk.pin(deep(5, 4, "relu"))
    desk.pin(deep(2, 4, "relu"))
    desk.view.choose_row(row_of(StepKind.PREVIOUS_ACTIVATION, 1))
    said = desk.view.at_walk()
    own = desk.view.rows()[row_of(StepKind.PREVIOUS_ACTIVATION, 1)].decades
    first, second = (f"{each:+.2f}".replace("-", "−") for each in own)
    assert said == (f"Walk at ∂z⁽⁴⁾/∂a⁽³⁾, decades:  now {first}  ·  A {second}  ·  B –")


def test_a_row_off_the_walked_path_opens_the_walk_over_whole_layers(desk: RunsDesk) -> None:
    desk.stepper.choose_lens(Lens.FORWARD)
    assert desk.view.current_row() is None
    assert desk.view.choose_row(row_of(StepKind.BIAS, 1))
    assert desk.stepper.lens is Lens.LAYER
    assert desk.view.current_row() == row_of(StepKind.BIAS, 1)


def test_a_row_that_only_the_other_run_has_moves_nothing(desk: RunsDesk) -> None:
    desk.pin(deep(9, 4))
    desk.stepper.choose_lens(Lens.LAYER)
    desk.stepper.jump(3)
    assert not desk.view.choose_row(row_of(StepKind.ACTIVATION, 7))
    assert desk.stepper.position == 3


def test_differences_of_the_pair_are_said_in_words(desk: RunsDesk) -> None:
    desk.pin(deep(7, 4, "relu"))
    said = [(words.text(one), words.text(other)) for one, other in desk.view.differences()]
    assert said == [("Tanh", "ReLU"), ("5 layers", "7 layers"), ("output Tanh", "output ReLU")]
    desk.pin(deep(7, 4, "sigmoid"))
    desk.view.choose_pair("A", "B")
    said = [(words.text(one), words.text(other)) for one, other in desk.view.differences()]
    assert said == [("ReLU", "Sigmoid"), ("output ReLU", "output Sigmoid")]


def test_a_removed_run_leaves_the_pair_with_those_there_are(desk: RunsDesk) -> None:
    desk.pin(deep(7, 4, "relu"))
    desk.pin(deep(7, 4, "sigmoid"))
    desk.view.choose_pair("B", "A")
    desk.runs.remove("B")
    assert (desk.view.first, desk.view.second) == ("", "A")
    desk.runs.remove("A")
    assert (desk.view.first, desk.view.second) == ("", "")
    assert all(row.layers[0] == row.layers[1] for row in desk.view.rows())
