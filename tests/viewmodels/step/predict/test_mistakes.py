"""Mistakes: each recognized on real numbers, none claimed of a right or an ambiguous answer."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from gradsim.project.practice import practice_project
from gradsim.project.presets import preset
from gradsim.viewmodels.messages import Message
from gradsim.viewmodels.step.predict import sentences as say
from gradsim.viewmodels.step.predict.judging import Outcome, judge, recognized
from gradsim.viewmodels.step.predict.mistakes import MISTAKES
from gradsim.viewmodels.step.predict.practice import exercise
from gradsim.viewmodels.step.predict.question import Question, Slip
from gradsim.viewmodels.step.predict.topics import Form, Topic
from tests.viewmodels.step.predict.asked import PRESETS, asked_of, question_on, questions_of

COSTS = ("squared_error", "half_squared_error", "mean_squared_error", "binary_cross_entropy",
         "cross_entropy")  # fmt: skip


def named(question: Question, answer: str) -> str:
    """The template of the mistake that is named."""
    found = judge(question, answer)
    assert found.outcome is Outcome.WRONG
    assert found.sentence is not None
    return found.sentence.template


@pytest.mark.parametrize(
    ("topic", "answer", "sentence"),
    [
        (Topic.COST, "a-y", say.FORGOT_TWO),
        (Topic.COST, "2*(y-a)", say.TARGET_FIRST),
        (Topic.COST, "(a-y)^2", say.COST_ITSELF),
        (Topic.ACTIVATION, "z*(1-z)", say.Z_FOR_A),
        (Topic.ACTIVATION, "a", say.VALUE_FOR_SLOPE),
        (Topic.ACTIVATION, "-a*(1-a)", say.WRONG_SIGN),
        (Topic.ACTIVATION, "1-a^2", say.OF_TANH),
        (Topic.ACTIVATION, "1-a", say.WITHOUT_A),
        (Topic.PREVIOUS_ACTIVATION, "a", say.INPUT_FOR_WEIGHT),
        (Topic.PREVIOUS_ACTIVATION, "-w", say.WRONG_SIGN),
        (Topic.WEIGHTS, "w", say.WEIGHT_FOR_INPUT),
        (Topic.PRODUCT, "p", say.FORGOT_FACTOR),
        (Topic.PRODUCT, "f", say.ONLY_FACTOR),
        (Topic.PRODUCT, "p+f", say.ADDED),
        (Topic.PRODUCT, "-p*f", say.WRONG_SIGN),
        (Topic.DELTA, "u", say.FORGOT_SLOPE),
        (Topic.DELTA, "a*(1-a)", say.FORGOT_ARRIVING),
        (Topic.DELTA, "u*z*(1-z)", say.Z_FOR_A),
        (Topic.ACTIVATED, "z", say.NOT_APPLIED),
        (Topic.COST_VALUE, "a-y", say.FORGOT_SQUARE),
    ],
)
def test_the_scalar_chain_names_the_mistake(topic: Topic, answer: str, sentence: str) -> None:
    assert named(question_on(preset("scalar_chain"), topic), answer) == sentence


@pytest.mark.parametrize(
    ("topic", "answer", "sentence"),
    [
        (Topic.COST, "2*(a-y)", say.NEEDLESS_TWO),
        (Topic.PREVIOUS_ACTIVATION, "w11", say.NEIGHBOUR),
        (Topic.WEIGHTS, "x2", say.NEIGHBOUR),
        (Topic.TOTAL, "p1", say.ONE_PATH),
        (Topic.TOTAL, "p2", say.ONE_PATH),
        (Topic.TOTAL, "p1*p2", say.MULTIPLIED),
        (Topic.TOTAL, "abs(p1)+abs(p2)", say.SIZES_ADDED),
        (Topic.WEIGHT_GRADIENT, "δ1", say.FORGOT_INPUT),
        (Topic.WEIGHT_GRADIENT, "a2", say.FORGOT_DELTA),
        (Topic.WEIGHT_GRADIENT, "δ2*a2", say.NEIGHBOUR),
        (Topic.BIAS_GRADIENT, "δ1*b1", say.TIMES_BIAS),
        (Topic.PASSED_BACK, "w12*δ1", say.ONE_TERM),
        (Topic.PASSED_BACK, "δ1+δ2", say.FORGOT_WEIGHTS),
        (Topic.WEIGHTED_SUM, "w21*x1+w22*x2", say.FORGOT_BIAS),
        (Topic.WEIGHTED_SUM, "w21*x1+w22*x2-b2", say.MINUS_BIAS),
        (Topic.WEIGHTED_SUM, "w21*x1+b2", say.MISSED_TERM),
        (Topic.WEIGHTED_SUM, "σ(w21*x1+w22*x2+b2)", say.ALREADY_APPLIED),
    ],
)
def test_mazurs_network_names_the_mistake(topic: Topic, answer: str, sentence: str) -> None:
    assert named(question_on(preset("mazur"), topic), answer) == sentence


@pytest.mark.parametrize("missing", [1, 2, 3])
def test_a_missed_path_is_named(missing: int) -> None:
    question = question_on(preset("first_look"), Topic.TOTAL)
    kept = [f"p{path}" for path in (1, 2, 3) if path != missing]
    found = judge(question, "+".join(kept)).sentence
    assert found is not None
    assert found.template == say.MISSED_PATH
    assert found.arguments["symbol"] == f"p{'₀₁₂₃'[missing]}"


def test_tanh_and_relu_name_their_own_mistakes() -> None:
    tanh = exercise("activation:tanh", Form.VALUE, 2)
    assert tanh is not None
    assert named(tanh.question, "1-a") == say.WITHOUT_SQUARE
    assert named(tanh.question, "1-z^2") == say.Z_FOR_A
    assert named(tanh.question, "a*(1-a)") == say.OF_SIGMOID


def test_a_bias_is_neither_itself_nor_nothing() -> None:
    found = exercise("bias", Form.VALUE, 1)
    assert found is not None
    name = found.question.visible[0].name
    assert named(found.question, name) == say.BIAS_ITSELF
    assert named(found.question, "0") == say.BIAS_NOT_ZERO


def test_a_softmax_unit_is_not_moved_as_by_its_own_z() -> None:
    for seed in range(20):
        found = exercise("softmax:softmax", Form.VALUE, seed)
        assert found is not None
        names = [each.name for each in found.question.visible if each.name[0] == "a"]
        if len(names) == 2:
            own = names[0]
            assert named(found.question, f"{own}*(1-{own})") == say.OWN_SLOPE
            assert named(found.question, own) == say.VALUE_FOR_SLOPE
            return
    pytest.fail("no crossed pair was drawn")


def made_of(name: str) -> list[Question]:
    """The questions of a preset, or of a practice network with the cost of that name."""
    if name in PRESETS:
        return list(questions_of(name))
    return list(asked_of(practice_project(4, "tanh", name, 2, (3, 2))))


@pytest.mark.parametrize("name", [*PRESETS, *COSTS])
def test_every_wrong_number_is_named_or_ambiguous_and_a_right_one_never(name: str) -> None:
    seen = 0
    for question in made_of(name):
        assert judge(question, repr(question.right.value)).outcome is Outcome.RIGHT
        for slip in question.slips:
            found = judge(question, repr(slip.value))
            if question.is_right(slip.value):
                assert found.outcome is Outcome.RIGHT
                continue
            claimed = recognized(question, slip.value)
            near = {
                each.sentence.template
                for each in question.slips
                if abs(each.value - slip.value) <= 0.006 * abs(each.value)
            }
            if claimed is None:
                assert (
                    len(
                        {
                            _key(each)
                            for each in question.slips
                            if abs(each.value - slip.value) <= 0.006 * abs(each.value)
                        }
                    )
                    > 1
                )
            else:
                assert claimed.template in near
                seen += 1
    assert seen


def _key(slip: Slip) -> tuple[str, str]:
    return slip.sentence.template, str(dict(slip.sentence.arguments))


def test_every_entry_of_the_table_is_recognized_somewhere() -> None:
    met: set[str] = set()
    projects = [made_of(name) for name in (*PRESETS, *COSTS)]
    kinds = ("activation:tanh", "activation:sigmoid", "bias", "bias_gradient", "softmax:softmax",
             "delta:tanh", "cost_value:half_squared_error", "cost_value:squared_error",
             "cost_value:mean_squared_error", "weights", "weighted_sum")  # fmt: skip
    drawn = [exercise(kind, Form.VALUE, seed) for kind in kinds for seed in range(6)]
    projects.append([each.question for each in drawn if each is not None])
    for questions in projects:
        for question in questions:
            for slip in question.slips:
                found = recognized(question, slip.value)
                if found is not None:
                    met.add(found.template)
    assert {each.sentence for each in MISTAKES} - met == set()


def test_two_mistakes_with_one_number_are_not_told_apart() -> None:
    question = question_on(preset("scalar_chain"), Topic.COST)
    one, other = (Slip(7.0, Message.of("Prediction", text)) for text in ("one", "other"))
    assert recognized(replace(question, slips=(one,)), 7.0) is not None
    assert recognized(replace(question, slips=(one, other)), 7.0) is None
