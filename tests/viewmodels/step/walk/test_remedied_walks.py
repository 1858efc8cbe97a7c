"""Claims about the lens of one parameter through remedies: symbols, formulas, products, sums."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

import pytest
from msgspec.structs import replace

from gradsim.engine.options import Choice
from gradsim.engine.parameter_address import ParameterAddress
from gradsim.engine.problems import Problem
from gradsim.engine.remedies import Residual
from gradsim.viewmodels import words
from gradsim.viewmodels.notation import Notation
from gradsim.viewmodels.notation import using as in_notation
from gradsim.viewmodels.step.card.card import KIND_LABELS, card
from gradsim.viewmodels.step.curve.curve import curve
from gradsim.viewmodels.step.paths.listing import listing_of
from gradsim.viewmodels.step.transcript.narration import Form, narration
from gradsim.viewmodels.step.walk.steps import Family, StepKind
from gradsim.viewmodels.step.walk.walk import Lens
from tests.viewmodels.step.conftest import OpenDesk
from tests.viewmodels.step.remedied_projects import (
    BATCH,
    LAYER,
    RMS,
    every_remedy,
    layer,
    remedied,
)
from tests.viewmodels.step.step_desk import StepDesk
from tests.viewmodels.step.truth import assert_true, engine_value, near

LAST = layer(2, "sigmoid")
POST, PRE = Residual(0.7, "post"), Residual(0.5, "pre")
PROJECTS = {
    "dropout": remedied(layer(3, "relu", dropout=0.4), layer(3, "tanh", dropout=0.4), LAST),
    "layer norm": remedied(layer(3, "tanh", normalization=LAYER), layer(3, "relu"), LAST),
    "rms norm": remedied(layer(3, "tanh"), layer(3, "tanh", normalization=RMS), LAST),
    "batch norm, evaluated": remedied(
        layer(3, "tanh", normalization=BATCH), layer(3, "tanh", normalization=BATCH), LAST,
        mode="evaluate",
    ),
    "past": remedied(layer(3, "tanh"), layer(3, "tanh", residual=POST), LAST),
    "past, f first": remedied(layer(3, "tanh"), layer(3, "relu", residual=PRE), LAST),
    "past the first": remedied(
        layer(2, "tanh", residual=PRE), layer(3, "tanh", residual=PRE), LAST
    ),
    "past the output": remedied(layer(3, "tanh"), layer(2, "sigmoid", residual=POST)),
    "scalar": remedied(
        layer(1, "tanh", dropout=0.1), layer(1, "tanh", residual=POST, dropout=0.1),
        layer(1, "sigmoid", residual=PRE), inputs=1,
    ),
    "softmax, normalized": remedied(
        layer(3, "tanh", normalization=LAYER), layer(3, "softmax"),
    ),
    "softmax of what is normalized": remedied(
        layer(2, "tanh"), layer(3, "softmax", normalization=LAYER),
    ),
    "every remedy": every_remedy(LAYER),
    "every remedy, evaluated": every_remedy(BATCH, mode="evaluate"),
}  # fmt: skip
ADDRESSES = (
    "w:1:1:1", "b:1:1", "w:2:2:1", "b:2:2", "w:2:1:3", "w:3:1:1", "b:3:1", "w:4:2:3",
    "γ:1:2", "β:1:1", "γ:2:3", "β:2:1", "γ:3:1",
)  # fmt: skip


def unrolled(desk: StepDesk) -> Iterator[ParameterAddress]:
    """Each of the addresses that the network has, unrolled."""
    network = desk.project.network
    for text in ADDRESSES:
        place = ParameterAddress.parse(text)
        try:
            place.check(network)
        except Problem:
            continue
        desk.stepper.choose_parameter(place)
        desk.settle()
        yield place


def walked(desk: StepDesk) -> Iterator[int]:
    """Each of the first paths of each address."""
    for _ in unrolled(desk):
        assert desk.stepper.paths is not None
        for index in range(min(6, len(desk.stepper.paths.paths))):
            desk.stepper.choose_path(index)
            yield index


def number_of(tex: str) -> float:
    """What a line of numbers comes to."""
    told = tex.replace("{-}", "-").replace(r"\times", "*").replace(r"\,", "*")
    told = re.sub(r"\\cdot\s*10\^\{(-?\d+)\}", r"*10.0**(\1)", told).replace(r"\cdot", "*")
    while r"\frac" in told:
        told = re.sub(r"\\frac\{([^{}]*)\}\{([^{}]*)\}", r"((\1)/(\2))", told.replace("^{2}", "^2"))
    told = told.replace("^2", "**2").replace("{", "(").replace("}", ")")
    return float(eval(told, {"__builtins__": {}}))  # noqa: S307


@pytest.mark.parametrize("name", PROJECTS)
def test_product_and_sum_are_what_backpropagation_has(open_desk: OpenDesk, name: str) -> None:
    desk = open_desk(PROJECTS[name])
    for sample in (1, 4):
        desk.look_at(sample)
        for _ in walked(desk):
            desk.stepper.last()
            assert_true(desk.stepper, desk.simulation)


@pytest.mark.parametrize("name", PROJECTS)
def test_each_factor_is_by_what_the_next_is_the_derivative_of(
    open_desk: OpenDesk, name: str
) -> None:
    desk = open_desk(PROJECTS[name])
    for _ in walked(desk):
        steps = desk.stepper.steps
        assert steps[0].family is Family.COST
        for above, below in pairwise(steps):
            assert above.denominator == below.numerator
        assert len({step.symbol for step in steps}) == len(steps)


@pytest.mark.parametrize("name", PROJECTS)
def test_the_numbers_put_in_come_to_the_factor(open_desk: OpenDesk, name: str) -> None:
    desk = open_desk(PROJECTS[name])
    met = set()
    for _ in walked(desk):
        for position, step in enumerate(desk.stepper.steps, start=1):
            made = card(desk.stepper.walk, desk.result, position)
            assert made is not None
            assert step.value is not None
            met.add(step.kind)
            assert made.formula.symbols.startswith(step.tex)
            assert all(words.text(each) for each in made.sentences)
            sides = [each for each in made.formula.numbers.split("= ") if each]
            for side in sides:
                if "prime" in side:
                    continue
                assert number_of(side) == pytest.approx(step.value.value, rel=2e-3, abs=3e-4)
            if not sides:
                assert step.value.value == 1.0
    if name.startswith("every"):
        assert met >= {StepKind.PAST, StepKind.RESIDUAL, StepKind.NORMALIZATION}


@pytest.mark.parametrize("name", PROJECTS)
@pytest.mark.parametrize("form", Form)
def test_each_step_is_told_once_and_in_words(open_desk: OpenDesk, name: str, form: Form) -> None:
    desk = open_desk(PROJECTS[name])
    for _ in unrolled(desk):
        for position in range(1, len(desk.stepper.steps) + 1):
            told = narration(desk.stepper.walk, desk.result, position, form)
            step = desk.stepper.steps[position - 1]
            assert KIND_LABELS[step.kind] in told
            assert "= 1 = 1" not in told
            assert "{" not in told
            if form is Form.SYMBOLS:
                assert step.symbol in told


@pytest.mark.parametrize("name", PROJECTS)
def test_the_curve_runs_through_the_values_with_the_slope_of_the_factor(
    open_desk: OpenDesk, name: str
) -> None:
    desk = open_desk(PROJECTS[name])
    for _ in walked(desk):
        for position, step in enumerate(desk.stepper.steps, start=1):
            drawn = curve(desk.stepper.walk, desk.result, position)
            assert drawn.family is step.family
            if step.family is Family.COST or drawn.point is None or step.kind is StepKind.PAST:
                continue
            x, y = drawn.point
            place = int(abs(drawn.x - x).argmin())
            close = abs(drawn.x[place] - x) * (1.0 + abs(drawn.slope)) + 1e-9
            assert drawn.y[place] == pytest.approx(y, abs=3 * close, rel=1e-6)


@pytest.mark.parametrize("name", PROJECTS)
def test_the_page_of_paths_adds_up_and_no_two_routes_are_alike(
    open_desk: OpenDesk, name: str
) -> None:
    desk = open_desk(PROJECTS[name])
    desk.stepper.options.choose_path_count(100)
    for place in unrolled(desk):
        desk.stepper.next()
        found = listing_of(desk.stepper.walk, desk.result, revealed=True)
        assert found is not None
        assert found.agrees
        engine = engine_value(desk.result, place)
        assert near(found.recursion, engine, engine)
        routes = [found.route(index) for index in range(len(found.paths))]
        assert len(set(routes)) == len(routes)
        assert found.paths_total == len(routes) + found.others
        # All routes have as many stops, so that they stand in columns.
        assert len({len(route) for route in routes}) == 1


@pytest.mark.parametrize("name", ["every remedy", "past the first", "layer norm"])
def test_in_another_notation_no_symbol_of_the_first_is_left(open_desk: OpenDesk, name: str) -> None:
    desk = open_desk(PROJECTS[name])
    for _ in unrolled(desk):
        with in_notation(Notation("L", "brackets", 0, "numerator")):
            for position in range(1, len(desk.stepper.steps) + 1):
                told = narration(desk.stepper.walk, desk.result, position, Form.SYMBOLS)
                made = card(desk.stepper.walk, desk.result, position)
                assert made is not None
                said = [told, made.formula.symbols, *map(words.text, made.sentences)]
                assert not re.search(r"⁽|∂C|\^\{\(", " ".join(said))
                step = desk.stepper.steps[position - 1]
                if step.kind in (StepKind.PAST, StepKind.RESIDUAL):
                    assert f"layer {step.layer - 1}" in said[2]
                elif step.kind is StepKind.NORMALIZATION and step.source != step.unit:
                    assert f"unit {step.unit - 1} from unit {step.source - 1}" in said[2]


def test_a_unit_alone_in_its_layer_norm_says_that_nothing_passes(open_desk: OpenDesk) -> None:
    desk = open_desk(remedied(layer(1, "tanh", normalization=LAYER), layer(1, "tanh"), inputs=1))
    desk.stepper.choose_parameter(ParameterAddress("w", 1, 1, 1))
    place = next(i for i, step in enumerate(desk.stepper.steps, 1)
                 if step.kind is StepKind.NORMALIZATION)  # fmt: skip
    told = narration(desk.stepper.walk, desk.result, place, Form.WORDS)
    assert "It kills here" in told


def test_a_silenced_unit_passes_nothing_and_says_so(open_desk: OpenDesk) -> None:
    desk = open_desk(PROJECTS["dropout"])
    inner = desk.result.forward.layers[0].inner
    assert inner is not None
    assert inner.mask is not None
    silenced = [unit for unit in range(3) if inner.mask[0, unit] == 0.0]
    assert silenced
    desk.stepper.choose_parameter(ParameterAddress("b", 1, silenced[0] + 1, 0))
    place = next(i for i, step in enumerate(desk.stepper.steps, 1)
                 if step.kind is StepKind.DROPOUT and step.layer == 1)  # fmt: skip
    made = card(desk.stepper.walk, desk.result, place)
    assert made is not None
    assert "silenced this unit" in words.text(made.sentences[0])
    assert desk.stepper.steps[-1].product is not None
    assert desk.stepper.steps[-1].product.is_zero


def test_batch_normalization_in_training_offers_whole_layers(open_desk: OpenDesk) -> None:
    desk = open_desk(every_remedy(BATCH))
    desk.stepper.choose_lens(Lens.PARAMETER)
    walk = desk.stepper.walk
    assert not walk.steps
    assert walk.refusal is not None
    assert "whole batch" in words.text(walk.refusal)
    assert walk.instead is not None
    assert listing_of(walk, desk.result, revealed=True) is None


@pytest.mark.parametrize("normalization", [LAYER, RMS])
@pytest.mark.parametrize("units", [1, 2])
def test_what_cancels_inside_a_normalization_is_no_disagreement(
    open_desk: OpenDesk, normalization: Choice, units: int
) -> None:
    big = replace(layer(units, "tanh", normalization=normalization),
                  weights=Choice.of("normal", std=300.0))  # fmt: skip
    desk = open_desk(remedied(big, layer(2, "tanh"), inputs=2))
    for _ in unrolled(desk):
        desk.stepper.next()
        found = listing_of(desk.stepper.walk, desk.result, revealed=True)
        assert found is not None
        assert found.agrees


def test_another_path_keeps_the_layer_and_the_end(open_desk: OpenDesk) -> None:
    desk = open_desk(PROJECTS["every remedy"])
    stepper = desk.stepper
    stepper.choose_parameter(ParameterAddress("w", 1, 1, 1))
    stepper.options.choose_path_count(100)
    desk.settle()
    assert stepper.paths is not None
    lengths = {len(path.factors) for path in stepper.paths.paths}
    assert len(lengths) > 2
    for index in range(len(stepper.paths.paths)):
        stepper.choose_path(index)
        for position in range(1, len(stepper.steps)):
            stepper.choose_path(index)
            stepper.jump(position)
            here = stepper.current
            assert here is not None
            for other in (0, 7, 50):
                stepper.choose_path(other)
                now = stepper.current
                assert now is not None
                assert now.layer == here.layer
                assert not stepper.at_end
    stepper.last()
    for index in range(len(stepper.paths.paths)):
        stepper.choose_path(index)
        assert stepper.at_end
        assert_true(stepper, desk.simulation)
    stepper.first()
    stepper.choose_path(3)
    assert stepper.position == 0
