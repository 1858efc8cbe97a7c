"""The ladder: three rungs of one product, aligned factor by factor, in every lens."""

from __future__ import annotations

import math
from itertools import pairwise

import numpy as np
import pytest

from gradsim.engine.options import Choice
from gradsim.engine.parameter_address import ParameterAddress
from gradsim.project.edits import set_bias_value
from gradsim.project.presets import preset
from gradsim.viewmodels import words
from gradsim.viewmodels.notation import Notation, using
from gradsim.viewmodels.step.ladder.ladder import Ladder
from gradsim.viewmodels.step.ladder.model import LadderModel
from gradsim.viewmodels.step.sequence import Fold
from gradsim.viewmodels.step.stepper import Lens
from gradsim.viewmodels.step.walk.steps import StepKind
from tests.viewmodels.step.conftest import OpenDesk
from tests.viewmodels.step.diagram.diagram_desk import project_of
from tests.viewmodels.step.step_desk import StepDesk


def ladder_at(desk: StepDesk, position: int, capacity: int = 20) -> Ladder:
    """The ladder with `position` steps of the open lens revealed."""
    model = LadderModel(desk.stepper)
    desk.stepper.jump(position)
    model.ladder(capacity)
    model.finish()
    shown = model.ladder(capacity)
    model.shut_down()
    assert shown is not None
    return shown


def told(shown: Ladder) -> str:
    return " ".join(words.text(each) for each in shown.sentences)


def test_the_scalar_rung_is_the_articles_formula(open_desk: OpenDesk) -> None:
    desk = open_desk(preset("first_look"))
    desk.stepper.choose_parameter(ParameterAddress("w", 4, 1, 1))
    shown = ladder_at(desk, 0)
    assert [column.scalar.tex for column in shown.columns] == [
        r"\frac{\partial C}{\partial a^{(L)}}",
        r"\frac{\partial a^{(L)}}{\partial z^{(L)}}",
        r"\frac{\partial z^{(L)}}{\partial a^{(L-1)}}",
        r"\frac{\partial a^{(L-1)}}{\partial z^{(L-1)}}",
        r"\frac{\partial z^{(L-1)}}{\partial w^{(L-1)}}",
    ]
    assert [column.scalar_form.tex for column in shown.columns] == [
        r"2\,(a^{(L)}-y)",
        r"\sigma^{\prime}(z^{(L)})",
        "w^{(L)}",
        r"\sigma^{\prime}(z^{(L-1)})",
        "a^{(L-2)}",
    ]


def test_the_rungs_stand_factor_by_factor_below_each_other(open_desk: OpenDesk) -> None:
    desk = open_desk(preset("first_look"))
    desk.stepper.last()
    shown = ladder_at(desk, len(desk.stepper.steps))
    assert [column.step for column in shown.columns] == list(desk.stepper.steps)
    assert [column.indexed.tex for column in shown.columns] == [s.tex for s in desk.stepper.steps]
    assert [column.shape for column in shown.columns] == [
        "1 × 1", "1 × 1", "3 × 1", "3 × 3", "3 × 3", "3 × 3", "1 × 3",
    ]  # fmt: skip


def test_shapes_multiply_from_the_right(open_desk: OpenDesk) -> None:
    desk = open_desk(project_of(4, 5, 3, 2))
    desk.stepper.choose_parameter(ParameterAddress("w", 1, 2, 3))
    shown = ladder_at(desk, 0)
    shapes = [tuple(map(int, column.shape.split(" × "))) for column in shown.columns]
    *chain, outer = shapes
    for right, left in pairwise(chain):
        assert left[1] == right[0]
    assert (chain[-1][0], outer[1]) == (5, 4)


def test_numbers_to_come_are_unknown(open_desk: OpenDesk) -> None:
    shown = ladder_at(open_desk(preset("first_look")), 3)
    assert [column.number == "?" for column in shown.columns] == [False] * 3 + [True] * 4
    assert [column.state for column in shown.columns[:4]] == ["done", "done", "current", "future"]


def test_the_layer_lens_shows_the_parameters_path_all_the_same(open_desk: OpenDesk) -> None:
    desk = open_desk(preset("first_look"))
    along_path = ladder_at(desk, 7)
    desk.stepper.choose_lens(Lens.LAYER)
    shown = ladder_at(desk, len(desk.stepper.steps))
    assert [column.number for column in shown.columns] == [c.number for c in along_path.columns]
    for column in shown.columns:
        assert column.walk_index is not None
        step = desk.stepper.steps[column.walk_index]
        assert (step.kind, step.layer) == (column.step.kind, column.step.layer)


def test_beyond_the_parameter_the_last_column_stays_and_says_so(open_desk: OpenDesk) -> None:
    desk = open_desk(preset("first_look"))
    desk.stepper.choose_lens(Lens.LAYER)
    shown = ladder_at(desk, len(desk.stepper.steps))
    assert shown.cursor == len(shown.columns) - 1
    assert "no part of this product" in told(shown)


def test_the_forward_lens_reveals_from_the_parameter_to_the_cost(open_desk: OpenDesk) -> None:
    desk = open_desk(preset("first_look"))
    desk.stepper.choose_lens(Lens.FORWARD)
    last = len(desk.stepper.steps)
    assert ladder_at(desk, last).cursor == 0
    assert ladder_at(desk, last - 1).cursor == 1
    assert ladder_at(desk, last).bracket is None


def test_the_bracket_is_what_the_layer_above_has_computed(open_desk: OpenDesk) -> None:
    desk = open_desk(preset("first_look"))
    assert ladder_at(desk, 3).bracket is None
    bracket = ladder_at(desk, 4).bracket
    assert bracket is not None
    assert (bracket.upto, bracket.text, bracket.layer) == (3, "∂C/∂a⁽⁴⁾", 5)
    deeper = ladder_at(desk, 7).bracket
    assert deeper is not None
    assert (deeper.upto, deeper.text) == (5, "∂C/∂a⁽³⁾")


def test_a_scalar_chain_says_that_the_rungs_coincide(open_desk: OpenDesk) -> None:
    desk = open_desk(preset("scalar_chain"))
    for position in (0, 1, 4, 7):
        shown = ladder_at(desk, position)
        assert "first two rows say the same" in told(shown)
        assert {column.shape for column in shown.columns} == {"1 × 1"}


@pytest.mark.parametrize("position", [0, 1, 30, 53])
def test_a_deep_chain_folds_around_the_cursor(open_desk: OpenDesk, position: int) -> None:
    desk = open_desk(preset("fifty_layers"))
    desk.settle()
    shown = ladder_at(desk, position, capacity=7)
    assert len(shown.parts) <= 8
    covered = [
        index
        for part in shown.parts
        for index in (part.indices if isinstance(part, Fold) else (part,))
    ]
    assert covered == list(range(len(shown.columns)))
    if shown.cursor is not None:
        assert shown.cursor in shown.parts


def test_a_batch_asks_for_a_sample(open_desk: OpenDesk) -> None:
    desk = open_desk(preset("first_look"))
    desk.look_at(None)
    model = LadderModel(desk.stepper)
    assert model.ladder(9) is None
    assert model.needs_sample
    assert model.refusal is not None
    desk.look_at(1)
    assert model.refusal is None
    assert model.ladder(9) is not None
    model.shut_down()


def test_an_overflow_is_refused_in_words(open_desk: OpenDesk) -> None:
    project = project_of(
        2, *([3] * 400), activation="identity", weights=Choice.of("constant", value=1e3)
    )
    desk = open_desk(set_bias_value(project, project.layer_ids[-1], 1, 1.0))
    assert desk.result.forward.overflow_layer is not None
    model = LadderModel(desk.stepper)
    assert model.ladder(9) is None
    assert model.refusal is not None
    assert not model.needs_sample
    model.shut_down()


def test_going_to_a_column_walks_there_in_every_lens(open_desk: OpenDesk) -> None:
    desk = open_desk(preset("first_look"))
    for lens in Lens:
        desk.stepper.choose_lens(lens)
        model = LadderModel(desk.stepper)
        model.ladder(9)
        model.finish()
        model.go(3, 9)
        shown = model.ladder(9)
        assert shown is not None
        assert shown.cursor == 3
        model.shut_down()


def test_softmax_has_its_full_jacobian(open_desk: OpenDesk) -> None:
    shown = ladder_at(open_desk(preset("digits_classifier")), 2)
    assert shown.matrix is not None
    assert shown.matrix.full
    values = shown.matrix.grid.values
    assert values.shape == (10, 10)
    assert np.abs(values - np.diag(np.diag(values))).max() > 0.0
    np.testing.assert_allclose(values.sum(axis=0), 0.0, atol=1e-12)
    assert "Softmax" in told(shown)


def test_the_framed_entry_is_the_number_of_the_index_row(open_desk: OpenDesk) -> None:
    desk = open_desk(preset("first_look"))
    for position in range(1, 7):
        shown = ladder_at(desk, position)
        assert shown.matrix is not None
        assert shown.cursor is not None
        value = shown.columns[shown.cursor].step.value
        assert value is not None
        entry = float(shown.matrix.grid.values[shown.matrix.framed])
        entry *= 2.0**shown.matrix.grid.exponent
        assert math.isclose(entry, value.value, rel_tol=1e-12)


def test_the_last_matrix_holds_the_gradient_itself(open_desk: OpenDesk) -> None:
    desk = open_desk(preset("mazur"))
    desk.stepper.choose_parameter(ParameterAddress("w", 1, 1, 1))
    shown = ladder_at(desk, 5)
    assert shown.matrix is not None
    assert shown.matrix.step.kind is StepKind.WEIGHTS
    # Mazur's ∂E/∂w₁.
    assert shown.matrix.grid.values[0, 0] == pytest.approx(0.000438568, abs=5e-10)


def test_every_entry_has_its_symbol(open_desk: OpenDesk) -> None:
    desk = open_desk(preset("first_look"))
    weights = ladder_at(desk, 5).matrix
    assert weights is not None
    assert weights.symbol(1, 2) == "w₃₂⁽⁴⁾"  # transposed: row 2, column 3
    slopes = ladder_at(desk, 4).matrix
    assert slopes is not None
    assert slopes.symbol(0, 2) == "∂a₁⁽⁴⁾/∂z₃⁽⁴⁾"
    assert "no path" in words.text(slopes.told(0, 2))
    outer = ladder_at(desk, 7).matrix
    assert outer is not None
    assert outer.symbol(1, 0) == "∂C/∂w₂₁⁽³⁾"
    assert "row 2, column 1:" in words.text(outer.told(1, 0))


def test_rows_and_columns_are_counted_as_the_notation_counts(open_desk: OpenDesk) -> None:
    outer = ladder_at(open_desk(preset("first_look")), 7).matrix
    assert outer is not None
    with using(Notation(first_index=0)):
        told = words.text(outer.told(1, 0))
    assert told.startswith("∂C/∂w₁₀⁽²⁾")
    assert "row 1, column 0:" in told


def test_a_wide_diagonal_is_shown_as_a_column(open_desk: OpenDesk) -> None:
    desk = open_desk(project_of(2, 70, 70, 1))
    desk.stepper.choose_parameter(ParameterAddress("w", 1, 1, 1))
    desk.settle()
    matrix = ladder_at(desk, 4).matrix
    assert matrix is not None
    assert matrix.diagonal
    assert matrix.grid.values.shape == (70, 1)
    assert matrix.symbol(4, 0) == "∂a₅⁽²⁾/∂z₅⁽²⁾"
