"""Numerator layout turns every gradient and changes no number."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import numpy.typing as npt
import pytest
from PySide6.QtWidgets import QApplication

from gradsim.project.presets import preset
from gradsim.viewmodels.notation import Notation, using
from gradsim.viewmodels.step.card.card import card
from gradsim.viewmodels.step.card.formula import Formula, Grid
from gradsim.viewmodels.step.equation import factor_text
from gradsim.viewmodels.step.walk.steps import StepKind
from gradsim.viewmodels.step.walk.walk import Lens
from tests.viewmodels.step.step_desk import StepDesk

ROWS = Notation(layout="numerator")


@pytest.fixture(params=[("first_look", 1), ("first_look", None), ("digits_classifier", 1)])
def desk(qapp: QApplication, tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[StepDesk]:
    """Whole layers of a sample, of a batch, and of a softmax."""
    del qapp
    name, sample = request.param
    made = StepDesk(preset(name), tmp_path)
    made.stepper.choose_lens(Lens.LAYER)
    made.look_at(sample)
    yield made
    made.shut_down()


def formula_at(desk: StepDesk, index: int) -> Formula:
    shown = card(desk.stepper.walk, desk.result, index + 1)
    assert shown is not None
    return shown.formula


def true(grid: Grid) -> npt.NDArray[np.float64]:
    return np.ldexp(np.asarray(grid.values, dtype=np.float64), grid.exponent)


def test_the_gradient_is_the_transpose_with_the_same_numbers(desk: StepDesk) -> None:
    for index in range(len(desk.stepper.steps)):
        columns = formula_at(desk, index).grids[-1]
        number = factor_text(desk.stepper.walk, desk.result, index)
        with using(ROWS):
            rows = formula_at(desk, index).grids[-1]
            assert factor_text(desk.stepper.walk, desk.result, index) == number
        assert rows.label == columns.label
        np.testing.assert_array_equal(true(rows), true(columns).T)


def test_what_stands_there_multiplies_out(desk: StepDesk) -> None:
    """The arrays in their order, with their signs, make the array after the equals sign."""
    checked = set()
    for index, step in enumerate(desk.stepper.steps):
        with using(ROWS):
            grids = formula_at(desk, index).grids
        if [grid.join for grid in grids[1:]] == ["·", "="]:
            made = true(grids[0]) @ true(grids[1])
        elif [grid.join for grid in grids[1:]] == ["⊙", "="]:
            made = true(grids[0]) * true(grids[1])
        else:
            continue
        np.testing.assert_allclose(made, true(grids[-1]), rtol=1e-9, atol=1e-14)
        checked.add(step.kind)
    assert checked == {StepKind.ACTIVATION, StepKind.WEIGHTS, StepKind.PREVIOUS_ACTIVATION}


def test_shapes_are_those_of_the_layout(desk: StepDesk) -> None:
    weights = desk.result.forward.parameters.weights
    samples = desk.result.forward.samples
    for index, step in enumerate(desk.stepper.steps):
        with using(ROWS):
            shape = formula_at(desk, index).grids[-1].values.shape
        rows, columns = weights[step.layer - 1].shape
        expected = {
            StepKind.WEIGHTS: (columns, rows),
            StepKind.BIAS: (1, rows),
            StepKind.PREVIOUS_ACTIVATION: (samples, columns),
        }.get(step.kind, (samples, rows))
        assert shape == expected


def test_the_formulas_stand_in_the_order_of_the_chain(desk: StepDesk) -> None:
    down = next(
        index
        for index, step in enumerate(desk.stepper.steps)
        if step.kind == StepKind.PREVIOUS_ACTIVATION
    )
    before = formula_at(desk, down).symbols.partition(" = ")[2]
    with using(ROWS):
        after = formula_at(desk, down).symbols.partition(" = ")[2]
    assert before.startswith("(W")
    assert "^{T}" in before
    assert after.startswith(r"\frac")
    assert "^{T}" not in after


def test_one_parameter_is_a_product_of_scalars_in_either_layout(
    qapp: QApplication, tmp_path: Path
) -> None:
    del qapp
    desk = StepDesk(preset("mazur"), tmp_path)
    desk.stepper.choose_lens(Lens.PARAMETER)
    for index in range(len(desk.stepper.steps)):
        before = formula_at(desk, index)
        with using(ROWS):
            after = formula_at(desk, index)
        assert (after.symbols, after.numbers) == (before.symbols, before.numbers)
    desk.shut_down()
