"""Questions: answerable from what they show, right only near the right number."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from gradsim.engine.initialization import TypedLayer
from gradsim.project.practice import practice_project
from gradsim.project.presets import preset
from gradsim.viewmodels.step.numerals import numeral
from gradsim.viewmodels.step.predict.asking import questions_before
from gradsim.viewmodels.step.predict.judging import Outcome, judge, sign_of
from gradsim.viewmodels.step.predict.question import Question, Visible
from gradsim.viewmodels.step.predict.topics import Form, Topic
from gradsim.viewmodels.step.scaled import Scaled
from gradsim.viewmodels.step.walk.walk import Lens
from tests.viewmodels.step.predict.asked import (
    PRESETS,
    asked_of,
    question_on,
    questions_of,
    walk_over,
)


@pytest.mark.parametrize("name", PRESETS)
def test_the_right_number_is_right_exact_or_as_shown(name: str) -> None:
    questions = questions_of(name)
    assert questions
    for question in questions:
        if question.form is not Form.VALUE:
            continue
        assert judge(question, repr(question.right.value)).outcome is Outcome.RIGHT
        if not question.right.is_zero and "·" not in numeral(question.right):
            assert judge(question, numeral(question.right)).outcome is Outcome.RIGHT


@pytest.mark.parametrize("name", PRESETS)
def test_what_is_just_outside_the_tolerance_is_wrong(name: str) -> None:
    for question in questions_of(name):
        if question.form is Form.VALUE:
            right = question.right.value
            for off in (0.02, -0.02):
                wrong = right * (1 + off) if right else off
                assert judge(question, repr(wrong)).outcome is Outcome.WRONG


@pytest.mark.parametrize(
    ("topic", "answers"),
    [
        (Topic.COST, ("2*(a-y)", "2(a−y)", "-2*(y-a)")),
        (Topic.ACTIVATION, ("a*(1-a)", "σ(z)(1-σ(z))", "a-a²", "exp(-z)/(1+exp(-z))^2")),
        (Topic.PREVIOUS_ACTIVATION, ("w",)),
        (Topic.WEIGHTS, ("a",)),
        (Topic.PRODUCT, ("p*f", "p(f)")),
        (Topic.DELTA, ("u*a*(1-a)", "u·σ(z)·σ(-z)")),
        (Topic.WEIGHTED_SUM, ("w*x+b",)),
        (Topic.ACTIVATED, ("sigmoid(z)", "1/(1+exp(-z))")),
        (Topic.COST_VALUE, ("(a-y)^2", "(y-a)**2")),
    ],
)
def test_the_scalar_chain_is_answered_in_expressions(
    topic: Topic, answers: tuple[str, ...]
) -> None:
    question = question_on(preset("scalar_chain"), topic)
    for answer in answers:
        assert judge(question, answer).outcome is Outcome.RIGHT, answer


@pytest.mark.parametrize("name", PRESETS)
def test_rounded_as_shown_the_numbers_still_lead_to_the_right_answer(name: str) -> None:
    """Whoever computes with the figures on the screen stays within the tolerance."""
    checked = 0
    for question in questions_of(name):
        formula = {
            Topic.DELTA: "u*a*(1-a)",
            Topic.ACTIVATION: "a*(1-a)",
            Topic.PRODUCT: "p*f",
            Topic.SHORTCUT: "a-y",
        }.get(question.topic)
        sigmoid = question.topic not in (Topic.DELTA, Topic.ACTIVATION) or (
            question.kind.endswith(":sigmoid")
        )
        if formula is None or not sigmoid or question.form is not Form.VALUE:
            continue
        shown = tuple(replace(each, number=_as_shown(each)) for each in question.visible)
        assert judge(replace(question, visible=shown), formula).outcome is Outcome.RIGHT
        checked += 1
    assert checked


def _as_shown(quantity: Visible) -> Scaled:
    value = quantity.number.value
    rounded = float(f"{value:.{quantity.figures - 1}e}")
    return Scaled.of(value if value == int(value) else rounded)


def test_a_saturated_output_is_shown_with_figures_enough() -> None:
    question = question_on(preset("digits_classifier"), Topic.COST)
    assert max(each.figures for each in question.visible) >= 4
    assert judge(question, "-y/a").outcome is Outcome.RIGHT


def test_every_name_that_is_shown_can_be_typed_as_it_stands() -> None:
    for name in PRESETS:
        for question in questions_of(name):
            for each in question.visible:
                if question.form is Form.VALUE:
                    assert judge(question, each.name).outcome is not Outcome.UNREADABLE


@pytest.mark.parametrize("name", PRESETS)
def test_signs_are_judged_by_sign_alone(name: str) -> None:
    for question in questions_of(name, Form.SIGN):
        right = {1: "+", 0: "0", -1: "−"}[sign_of(question)]
        assert judge(question, right).outcome is Outcome.RIGHT
        for other in {"+", "0", "-"} - {right.replace("−", "-")}:
            assert judge(question, other).outcome is Outcome.WRONG
    assert judge(question, "2-3").outcome is not Outcome.UNREADABLE


def magnitude_of(value: float) -> Question:
    question = question_on(preset("scalar_chain"), Topic.COST, Form.MAGNITUDE)
    return replace(question, right=Scaled.of(value))


@pytest.mark.parametrize(
    ("value", "answer", "outcome"),
    [
        (0.0037, "-3", Outcome.RIGHT),
        (0.0037, "−3", Outcome.RIGHT),
        (-0.0037, "-3", Outcome.RIGHT),
        (0.0037, "-2", Outcome.WRONG),
        (0.0037, "3", Outcome.WRONG),
        (0.0037, "-7", Outcome.WRONG),
        (0.0037, "0.0037", Outcome.UNREADABLE),
        (42.0, "1", Outcome.RIGHT),
        (1.0, "0", Outcome.RIGHT),
        (1.005, "-1", Outcome.RIGHT),
        (0.0999, "-1", Outcome.RIGHT),
        (0.0999, "-2", Outcome.RIGHT),
        (5.0, "-1", Outcome.WRONG),
        (3e-200, "-200", Outcome.RIGHT),
    ],
)
def test_an_order_of_magnitude_is_its_decade(value: float, answer: str, outcome: Outcome) -> None:
    assert judge(magnitude_of(value), answer).outcome is outcome


def test_numbers_beyond_floats_are_asked_for_their_decade() -> None:
    walk, result = walk_over(preset("fifty_layers"), Lens.PARAMETER)
    step = replace(walk.steps[2], value=Scaled.of(1.5, -4000), product=Scaled.of(1.5, -4000))
    deep = replace(walk, steps=(*walk.steps[:2], step, *walk.steps[3:]))
    asked = questions_before(deep, result, 2, Form.VALUE, 1)
    assert [each.form for each in asked] == [Form.MAGNITUDE, Form.MAGNITUDE]
    assert judge(asked[0], str(asked[0].right.decimal[1])).outcome is Outcome.RIGHT


def test_zero_has_no_decade_so_its_sign_is_asked() -> None:
    zeros = [each for each in questions_of("zero_initialization", Form.MAGNITUDE)
             if each.right.is_zero]  # fmt: skip
    assert zeros
    assert {each.form for each in zeros} == {Form.SIGN}


def test_every_third_factor_is_followed_by_its_product_and_the_last_by_the_sum() -> None:
    walk, result = walk_over(preset("first_look"), Lens.PARAMETER)
    topics = [
        [each.topic for each in questions_before(walk, result, index, Form.VALUE, 1)]
        for index in range(len(walk.steps))
    ]
    assert topics[2] == [Topic.PREVIOUS_ACTIVATION, Topic.PRODUCT]
    assert topics[-1] == [Topic.WEIGHTS, Topic.TOTAL]


def test_in_a_scalar_chain_the_last_product_is_the_gradient() -> None:
    walk, result = walk_over(preset("scalar_chain"), Lens.PARAMETER)
    asked = questions_before(walk, result, len(walk.steps) - 1, Form.VALUE, 1)
    assert asked[-1].topic is Topic.PRODUCT
    assert walk.paths is not None
    assert asked[-1].right.value == pytest.approx(walk.paths.value)


def test_the_units_asked_about_follow_the_seed() -> None:
    walk, result = walk_over(preset("first_look"), Lens.LAYER)
    texts = {questions_before(walk, result, 5, Form.VALUE, seed)[0].text for seed in range(12)}
    assert len(texts) > 1
    first, again = (questions_before(walk, result, 5, Form.VALUE, 4)[0] for _ in range(2))
    assert first.text == again.text


@pytest.mark.parametrize("name", PRESETS)
def test_hints_come_in_two_steps_and_never_hold_the_answer(name: str) -> None:
    for question in questions_of(name):
        for hint in question.hints:
            assert hint.tex or hint.sentence is not None
        shown = {numeral(each.number, each.figures) for each in question.visible}
        answer = numeral(question.right)
        if answer not in shown and len(answer) > 4:
            for hint in question.hints:
                assert f"= {answer}" not in hint.tex.replace("{-}", "−")


@pytest.mark.parametrize("scale", [0.0, 1e-300, 1e150, 1e300])
@pytest.mark.parametrize("cost", ["squared_error", "cross_entropy", "binary_cross_entropy"])
@pytest.mark.parametrize("activation", ["relu", "tanh", "softplus"])
def test_networks_at_the_ends_of_the_floats_are_asked_about_without_fail(
    scale: float, cost: str, activation: str
) -> None:
    drawn = practice_project(3, activation, cost, 2, (3, 6, 7))
    scaled = tuple(
        TypedLayer(weights=scale * each.weights, biases=each.biases)
        for each in drawn.parameters
        if each is not None and each.weights is not None
    )
    project = replace(drawn, parameters=scaled)
    for form in Form:
        for question in asked_of(project, form):
            assert question.right.is_finite
            if question.form is Form.VALUE:
                assert judge(question, repr(question.right.value)).outcome is Outcome.RIGHT
