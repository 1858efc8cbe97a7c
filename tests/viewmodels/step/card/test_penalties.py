"""The penalties of the plan in Step: a term after each ∂z/∂W, and beside what a path comes to."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from msgspec.structs import replace

from gradsim.engine import Choice
from gradsim.engine.chain import FactorKind
from gradsim.engine.parameter_address import ParameterAddress
from gradsim.engine.paths.parameter_paths import parameter_paths
from gradsim.project import edits
from gradsim.project.presets import preset
from gradsim.viewmodels import words
from gradsim.viewmodels.simulation import SimulationResult, simulate
from gradsim.viewmodels.step.card.card import card
from gradsim.viewmodels.step.card.plain_formula import plain_formula
from gradsim.viewmodels.step.equation import equation_strip, factor_text
from gradsim.viewmodels.step.numerals import numeral
from gradsim.viewmodels.step.predict.asking import questions_before
from gradsim.viewmodels.step.predict.topics import Form
from gradsim.viewmodels.step.timeline import place_text, timeline
from gradsim.viewmodels.step.transcript.narration import Form as Telling
from gradsim.viewmodels.step.transcript.narration import narration
from gradsim.viewmodels.step.walk.ending import Ending, ending
from gradsim.viewmodels.step.walk.lenses import walk_of
from gradsim.viewmodels.step.walk.running import left_by, size_of
from gradsim.viewmodels.step.walk.steps import StepKind
from gradsim.viewmodels.step.walk.walk import Lens, Walk
from gradsim.viewmodels.step.waterfall import waterfall
from gradsim.viewmodels.worksheet.content import Walked
from gradsim.viewmodels.worksheet.recipes import recipe_of
from tests.viewmodels.step.step_desk import StepDesk


def result_with(name: str = "first_look", **penalties: float) -> SimulationResult:
    project = preset(name)
    plan = replace(project.training, **penalties)  # type: ignore[arg-type]
    return simulate(edits.set_plan(project, plan), 1)


def layers_of(result: SimulationResult) -> Walk:
    return walk_of(Lens.LAYER, result, None, 0)


def parameter_walk(result: SimulationResult, address: ParameterAddress) -> Walk:
    return walk_of(Lens.PARAMETER, result, parameter_paths(result.forward, 1, address, 5), 0)


def end_of(walk: Walk, result: SimulationResult) -> Ending:
    end = ending(walk, result, None)
    assert end is not None
    return end


def test_the_term_follows_each_weights_factor_and_goes_no_further() -> None:
    result = result_with(l2=0.1)
    walk = layers_of(result)
    kinds = [step.kind for step in walk.steps]
    places = [index for index, kind in enumerate(kinds) if kind is StepKind.PENALTY]
    assert [kinds[index - 1] for index in places] == [StepKind.WEIGHTS] * 5
    for index in places:
        step, layer = walk.steps[index], walk.steps[index].layer
        weights = result.forward.parameters.weights[layer - 1]
        gradient = walk.factors[index - 1].product
        np.testing.assert_allclose(walk.factors[index].product, gradient + 0.1 * weights)
        assert step.symbol == f"+λ{step.denominator}"
        assert factor_text(walk, result, index) == f"norm {numeral(size_of(0.1 * weights))}"
        shown = card(walk, result, index + 1)
        assert shown is not None
        assert r"+ \lambda" in shown.formula.symbols
        assert len(shown.formula.grids) == 3
        assert "λ = 0.1000" in words.text(shown.sentences[0])
    # What comes after it, and what was measured, is of the cost alone.
    plain = layers_of(result_with())
    last = len(walk.steps) - 1
    assert left_by(walk, result, last) == left_by(plain, result, len(plain.steps) - 1)
    assert end_of(walk, result).product == end_of(walk, result).engine
    assert not any(factor.kind is FactorKind.penalty for factor in result.factors)


def test_without_a_penalty_the_walk_is_as_it_was() -> None:
    result = result_with()
    assert layers_of(result).factors == result.factors
    assert end_of(parameter_walk(result, ParameterAddress("w", 2, 1, 1)), result).penalty is None


def test_the_fused_pair_keeps_its_penalties() -> None:
    result = result_with("digits_classifier", l2=0.1)
    walk = walk_of(Lens.LAYER, result, None, 0, shortcut=True)
    assert [step.kind for step in walk.steps[:3]] == [
        StepKind.SHORTCUT, StepKind.WEIGHTS, StepKind.PENALTY,
    ]  # fmt: skip
    assert walk.factors[2].kind is FactorKind.penalty


@pytest.mark.parametrize(
    ("penalties", "symbol"),
    [
        ({"l2": 0.1}, "+λw₂₁⁽³⁾"),
        ({"l1": 0.1}, "+λ sign w₂₁⁽³⁾"),
        ({"omega": 0.1}, "+λ ∂Ω/∂w₂₁⁽³⁾"),
        ({"l1": 0.1, "l2": 0.2, "omega": 0.3}, "+∂R/∂w₂₁⁽³⁾"),
    ],
)
def test_the_weight_lens_ends_with_the_term_and_its_number(
    penalties: dict[str, float], symbol: str
) -> None:
    result = result_with(**penalties)
    walk = parameter_walk(result, ParameterAddress("w", 3, 2, 1))
    end = end_of(walk, result)
    assert end.penalty is not None
    assert end.penalty.symbol == symbol
    whole = next(
        factor
        for factor in layers_of(result).factors
        if factor.kind is FactorKind.penalty and factor.layer == 3
    )
    assert end.penalty.value.value == pytest.approx(float(whole.local[1, 0]), rel=1e-12)
    total = float(np.ldexp(whole.product[1, 0], int(whole.product_exponent)))
    row = end.rows()[-1]
    assert words.text(row.name) == f"with {symbol} = {numeral(end.penalty.value)}"  # type: ignore[arg-type]
    assert row.value == numeral(total)
    told = narration(walk, result, len(walk.steps), Telling.SYMBOLS)
    assert f"The penalty adds {numeral(end.penalty.value)} to this: {numeral(total)}." in told


def test_a_bias_has_no_penalty() -> None:
    result = result_with(l2=0.1)
    assert end_of(parameter_walk(result, ParameterAddress("b", 3, 2)), result).penalty is None


def test_a_scalar_chain_puts_the_numbers_in() -> None:
    result = result_with("scalar_chain", l2=0.5)
    walk = layers_of(result)
    index = next(i for i, step in enumerate(walk.steps) if step.kind is StepKind.PENALTY)
    step, factor = walk.steps[index], walk.factors[index]
    weight = float(result.forward.parameters.weights[step.layer - 1][0, 0])
    assert factor_text(walk, result, index) == numeral(0.5 * weight)
    shown = card(walk, result, index + 1)
    assert shown is not None
    assert plain_formula(shown.formula.numbers).endswith(
        f"= {numeral(float(factor.product[0, 0]))}"
    )
    assert step.short.startswith("+λw")


def test_waterfall_timeline_transcript_and_strip_have_the_term() -> None:
    result = result_with(l2=0.1)
    walk = layers_of(result)
    position = next(i for i, step in enumerate(walk.steps) if step.kind is StepKind.PENALTY) + 1
    bars = {bar.label: bar for bar in waterfall(walk, result, position).bars}
    assert bars["+λw₅"].side
    assert bars["+λw₅"].end == pytest.approx(left_by(walk, result, position - 1).log10_abs)
    assert timeline(walk).marks[position - 1].side_branch
    assert "+λW⁽⁵⁾, penalty, layer 5" in words.text(place_text(walk, position))
    for form in Telling:
        told = narration(walk, result, position, form)
        assert "It is added, with norm" in told
        assert "multiplies" not in told
    item = equation_strip(walk, result, position, 20).items[position - 1]
    assert item.join == ""
    assert "norm" in item.number


def test_nothing_is_asked_about_a_penalty() -> None:
    result = result_with(l2=0.1)
    walk = layers_of(result)
    index = next(i for i, step in enumerate(walk.steps) if step.kind is StepKind.PENALTY)
    assert questions_before(walk, result, index, Form.VALUE, 1) == ()
    assert questions_before(walk, result, index - 1, Form.VALUE, 1) != ()


def test_a_script_asserts_the_gradients_of_the_cost_alone() -> None:
    results = (result_with(), result_with(l2=0.1))
    recipes = [recipe_of(Walked(layers_of(result), result)) for result in results]
    assert recipes[0].symbols == recipes[1].symbols
    assert recipes[0].shown == recipes[1].shown


def test_omega_is_left_out_where_a_layer_has_a_remedy() -> None:
    project = preset("first_look")
    project = edits.set_plan(project, replace(project.training, omega=0.5))
    project = edits.set_normalization(project, project.layer_ids[:1], Choice("layer_norm"))
    result = simulate(project, 1)
    assert all(step.kind is not StepKind.PENALTY for step in layers_of(result).steps)


def test_the_stepper_follows_the_plan_and_keeps_its_place(qapp: object, tmp_path: Path) -> None:
    desk = StepDesk(preset("first_look"), tmp_path)
    desk.stepper.choose_lens(Lens.LAYER)
    desk.settle()
    desk.stepper.jump(4)
    before = desk.stepper.current
    desk.edit(edits.set_plan_number(desk.project, "l2", 0.1))
    assert desk.stepper.current == before
    desk.stepper.jump(4)
    current = desk.stepper.current
    assert current is not None
    assert current.kind is StepKind.PENALTY
    desk.edit(edits.set_plan_number(desk.project, "l2", 0.0))
    current = desk.stepper.current
    assert current is not None
    assert current.layer == 5
    desk.shut_down()
