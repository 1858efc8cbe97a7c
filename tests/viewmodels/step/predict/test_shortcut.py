"""With the shortcut on, a − y is asked first, and every right answer is recomputed with NumPy."""

from __future__ import annotations

import random
from collections.abc import Iterator

import numpy as np
import pytest
from msgspec.structs import replace

from gradsim.engine.network import Layer
from gradsim.engine.options import Choice
from gradsim.engine.parameter_address import ParameterAddress
from gradsim.engine.paths.parameter_paths import parameter_paths
from gradsim.engine.remedies import Residual
from gradsim.project.model import Project
from gradsim.viewmodels import words
from gradsim.viewmodels.simulation import SimulationResult, simulate
from gradsim.viewmodels.step.predict import sentences as say
from gradsim.viewmodels.step.predict.asking import questions_before
from gradsim.viewmodels.step.predict.judging import Outcome, judge
from gradsim.viewmodels.step.predict.question import Question
from gradsim.viewmodels.step.predict.session import Predictions
from gradsim.viewmodels.step.predict.topics import Form, Topic
from gradsim.viewmodels.step.walk.lenses import walk_of
from gradsim.viewmodels.step.walk.steps import StepKind
from gradsim.viewmodels.step.walk.walk import Lens, Walk
from tests.viewmodels.step.conftest import OpenDesk
from tests.viewmodels.step.predict.shortcut_networks import PAIRS, Truth, drawn, fused
from tests.viewmodels.step.remedied_projects import BATCH, LAYER, RMS, layer

_BACKWARD = (Lens.LAYER, Lens.PARAMETER)
_TWICE = {**PAIRS, "one output": "sigmoid"}
_RESIDUALS = (None, Residual(0.5, "pre"), Residual(0.7, "post"))


def plain_pair(name: str) -> Project:
    """Two inputs, three tanh units, and the fused pair; 4 samples."""
    cost = name if name in PAIRS else "binary_cross_entropy"
    outputs = 1 if name == "one output" else 3
    return fused(cost, 2, (Layer(3, Choice("tanh")),), Layer(outputs))


def walks(result: SimulationResult, lens: Lens, address: ParameterAddress) -> Iterator[Walk]:
    """The walk over whole layers, or those of the strongest paths, with the shortcut."""
    if lens is Lens.LAYER:
        yield walk_of(lens, result, None, 0, shortcut=True)
        return
    paths = parameter_paths(result.forward, 1, address, shortcut=True)
    for index in range(min(3, len(paths.paths))):
        yield walk_of(lens, result, paths, index, shortcut=True)


def asked(walk: Walk, result: SimulationResult, form: Form = Form.VALUE, seed: int = 1
          ) -> Iterator[tuple[int, Question]]:  # fmt: skip
    """Every question of a walk, with the step that it stands before."""
    for index in range(len(walk.steps)):
        for question in questions_before(walk, result, index, form, seed):
            yield index, question


@pytest.mark.parametrize("sample", [1, 2])
@pytest.mark.parametrize("lens", _BACKWARD)
@pytest.mark.parametrize("name", _TWICE)
def test_the_first_question_is_output_minus_target(name: str, lens: Lens, sample: int) -> None:
    result = simulate(plain_pair(name), sample)
    error = Truth(result).output - result.forward.reference[0]
    units = set()
    for seed in range(12):
        for walk in walks(result, lens, ParameterAddress("w", 1, 2, 1)):
            (question,) = questions_before(walk, result, 0, Form.VALUE, seed)
            assert question.topic is Topic.SHORTCUT
            assert question.step_kind is StepKind.SHORTCUT
            # The index is left out where a layer has one unit in a chain only: never here.
            unit = int(question.text[len("∂C/∂z")].translate(str.maketrans("₁₂₃", "123")))
            units.add(unit)
            assert question.text == f"∂C/∂z{'₁₂₃'[unit - 1]}⁽²⁾"
            # Of a batch of 4 this is the sample's own error, not a quarter of it.
            assert question.right.value == pytest.approx(error[unit - 1], rel=1e-12)
            assert [each.name for each in question.visible] == ["a", "y"]
            assert question.form is Form.VALUE
            assert question.hints[0].tex.endswith("= a-y")
            assert judge(question, "a-y").outcome is Outcome.RIGHT
            turned = judge(question, "y-a")
            assert turned.sentence is not None
            assert turned.sentence.template == say.TARGET_FIRST
    assert units == set(range(1, len(error) + 1))


@pytest.mark.parametrize("lens", _BACKWARD)
@pytest.mark.parametrize("form", [Form.SIGN, Form.MAGNITUDE])
@pytest.mark.parametrize("name", _TWICE)
def test_its_sign_and_its_decade_are_asked_too(name: str, form: Form, lens: Lens) -> None:
    result = simulate(plain_pair(name), 1)
    for walk in walks(result, lens, ParameterAddress("b", 1, 1, 0)):
        (question,) = questions_before(walk, result, 0, form, 5)
        assert question.topic is Topic.SHORTCUT
        assert question.form is form


@pytest.mark.parametrize("lens", _BACKWARD)
def test_the_error_of_another_output_is_told_as_such(lens: Lens) -> None:
    result = simulate(plain_pair("cross_entropy"), 1)
    error = Truth(result).output - result.forward.reference[0]
    walk = next(walks(result, lens, ParameterAddress("w", 1, 2, 1)))
    (question,) = questions_before(walk, result, 0, Form.VALUE, 1)
    others = [each for each in error if not question.is_right(float(each))]
    assert len(others) == 2
    for other in others:
        found = judge(question, repr(float(other)))
        assert found.sentence is not None
        assert found.sentence.template == say.NEIGHBOUR


@pytest.mark.parametrize("seed", range(60))
def test_of_a_random_network_every_right_answer_is_recomputed(seed: int) -> None:
    """Both lenses over a random sample: nothing but what a step leaves is asked, and all of it."""
    project, chance = drawn(seed), random.Random(seed)
    result = simulate(project, chance.randint(1, 4) if seed % 4 else 1)
    network, truth = project.network, Truth(result)
    number = chance.randint(1, network.depth)
    unit = chance.randint(1, network.layers[number - 1].units)
    source = chance.randint(1, network.fan_in(number))
    for kind, end in (("w", source), ("b", 0)):
        for lens in _BACKWARD:
            for walk in walks(result, lens, ParameterAddress(kind, number, unit, end)):
                _assert_recomputed(walk, result, truth, chance.randrange(1000))


def _assert_recomputed(walk: Walk, result: SimulationResult, truth: Truth, seed: int) -> None:
    questions = list(asked(walk, result, seed=seed))
    assert {index for index, _ in questions} == set(range(len(walk.steps)))
    assert questions[0][1].topic is Topic.SHORTCUT
    for index, question in questions:
        if question.topic is Topic.PRODUCT:
            wanted = float(np.prod([truth.numbers[each.symbol]
                                    for each in walk.steps[: index + 1]]))  # fmt: skip
        else:
            wanted = truth.numbers[question.text]
        assert question.right.value == pytest.approx(wanted, rel=1e-7, abs=1e-13), question.text
        if question.form is Form.VALUE:
            assert judge(question, repr(wanted)).outcome is Outcome.RIGHT
            if question.topic is Topic.SHORTCUT:
                assert judge(question, "a-y").outcome is Outcome.RIGHT


@pytest.mark.parametrize("name", _TWICE)
@pytest.mark.parametrize("normalization", [None, LAYER, RMS, BATCH])
@pytest.mark.parametrize("residual", _RESIDUALS)
def test_over_remedies_a_path_begins_with_output_minus_target(
    name: str, normalization: Choice | None, residual: Residual | None
) -> None:
    cost = name if name in PAIRS else "binary_cross_entropy"
    hidden = (
        layer(3, "tanh", dropout=0.25),
        layer(3, "tanh", normalization=LAYER, residual=residual, dropout=0.2),
    )
    output = layer(1 if name == "one output" else 3, "sigmoid", normalization=normalization)
    project = fused(cost, 2, hidden, output)
    if normalization == BATCH:
        project = _evaluating(project)
    result = simulate(project, 1)
    argument = np.asarray(result.forward.layers[-1].argument[0])
    powers = np.exp(argument)
    a = powers / powers.sum() if cost == "cross_entropy" else powers / (1 + powers)
    letter = "z" if normalization is None else "u"
    for walk in walks(result, Lens.PARAMETER, ParameterAddress("w", 1, 2, 1)):
        unit = walk.steps[0].unit
        assert unit is not None
        (question,) = questions_before(walk, result, 0, Form.VALUE, 3)
        assert question.text == f"∂C/∂{letter}{'₁₂₃'[unit - 1]}⁽³⁾"
        wanted = float(a[unit - 1] - result.forward.reference[0, unit - 1])
        assert question.right.value == pytest.approx(wanted, rel=1e-9, abs=1e-15)
        assert judge(question, "a-y").outcome is Outcome.RIGHT
        for index, each in asked(walk, result):
            if each.topic is Topic.TOTAL:
                assert walk.paths is not None
                assert each.right.value == pytest.approx(walk.paths.value, rel=1e-9)
            else:
                step = walk.steps[index]
                assert each.right == (step.product if each.topic is Topic.PRODUCT else step.value)
    (layers,) = walks(result, Lens.LAYER, ParameterAddress("w", 1, 2, 1))
    # As everything of a layer with remedies, a − y of whole layers is shown there.
    first = questions_before(layers, result, 0, Form.VALUE, 3)
    assert [each.topic for each in first] == ([Topic.SHORTCUT] if normalization is None else [])


def _evaluating(project: Project) -> Project:
    return replace(project, network=replace(project.network, mode="evaluate"))


@pytest.mark.parametrize("lens", _BACKWARD)
@pytest.mark.parametrize("name", _TWICE)
def test_the_whole_walk_is_predicted_with_the_shortcut_on(
    open_desk: OpenDesk, name: str, lens: Lens
) -> None:
    desk = open_desk(plain_pair(name))
    desk.look_at(1)
    stepper = desk.stepper
    stepper.choose_lens(lens)
    stepper.options.choose_shortcut(True)
    desk.settle()
    predictions = Predictions(stepper, desk.settings)
    predictions.set_on(True)
    topics = []
    while stepper.position < len(stepper.steps):
        stepper.next()
        assert predictions.question is not None
        topics.append(predictions.question.topic)
        before = stepper.position
        while predictions.question is not None:
            predictions.check(repr(predictions.question.right.value))
        assert stepper.position == before + 1
    assert topics[0] is Topic.SHORTCUT
    assert Topic.COST not in topics


@pytest.mark.parametrize("lens", _BACKWARD)
def test_turning_the_shortcut_on_while_asked_asks_anew(open_desk: OpenDesk, lens: Lens) -> None:
    desk = open_desk(plain_pair("binary_cross_entropy"))
    desk.look_at(1)
    stepper = desk.stepper
    stepper.choose_lens(lens)
    desk.settle()
    predictions = Predictions(stepper, desk.settings)
    predictions.set_on(True)
    stepper.next()
    for on, topic in ((True, Topic.SHORTCUT), (False, Topic.COST)):
        stepper.options.choose_shortcut(on)
        desk.settle()
        assert predictions.question is not None
        assert predictions.question.topic is topic
        assert predictions.notice is not None
        assert "asked anew" in words.text(predictions.notice)


def test_the_mean_over_a_batch_is_not_asked_with_the_shortcut_either() -> None:
    for name in _TWICE:
        result = simulate(plain_pair(name), None)
        walk = walk_of(Lens.LAYER, result, None, 0, shortcut=True)
        assert walk.steps[0].kind is StepKind.SHORTCUT
        assert not list(asked(walk, result))
