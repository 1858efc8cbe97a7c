"""A question on fresh numbers: a small network of its own, made for one kind of question."""

from __future__ import annotations

import random

from msgspec import Struct

from gradsim.engine.activations import ACTIVATIONS
from gradsim.engine.costs import COSTS
from gradsim.engine.parameter_address import ParameterAddress
from gradsim.engine.paths.parameter_paths import parameter_paths
from gradsim.project.practice import practice_project
from gradsim.viewmodels.simulation import SimulationResult, simulate
from gradsim.viewmodels.step.predict.asking import questions_before
from gradsim.viewmodels.step.predict.question import Question
from gradsim.viewmodels.step.predict.topics import Form, Topic
from gradsim.viewmodels.step.walk.lenses import walk_of
from gradsim.viewmodels.step.walk.walk import Lens, Walk

_LENS_OF = {
    Topic.DELTA: Lens.LAYER,
    Topic.SHORTCUT: Lens.LAYER,
    Topic.WEIGHT_GRADIENT: Lens.LAYER,
    Topic.BIAS_GRADIENT: Lens.LAYER,
    Topic.PASSED_BACK: Lens.LAYER,
    Topic.WEIGHTED_SUM: Lens.FORWARD,
    Topic.ACTIVATED: Lens.FORWARD,
    Topic.COST_VALUE: Lens.FORWARD,
}
_HIDDEN = ("sigmoid", "tanh")
_TRIES = 20
_SOFTMAX_TOPICS = (Topic.SOFTMAX, Topic.SHORTCUT)


class Exercise(Struct, frozen=True, eq=False):
    """A question with the network that it is about."""

    question: Question
    widths: tuple[int, ...]
    activation: str


def exercise(kind: str, form: Form, seed: int) -> Exercise | None:
    """A question of `kind` on numbers drawn from `seed`; None where the kind is unknown."""
    name, _, rule = kind.partition(":")
    if name not in tuple(Topic):
        return None
    topic = Topic(name)
    chance = random.Random(f"{kind}:{seed}")
    for _ in range(_TRIES):
        activation, cost = _rules(topic, rule, chance)
        if activation is None or cost is None:
            return None
        inputs, units = _widths(topic, cost, chance)
        project = practice_project(chance.randrange(2**31), activation, cost, inputs, units)
        result = simulate(project, 1)
        walk = _walk(topic, result, chance)
        found = _question(kind, walk, result, form, chance)
        if found is not None and not _is_empty(found):
            return Exercise(found, (inputs, *units), activation)
    return None


def _is_empty(question: Question) -> bool:
    """Whether there is nothing to compute, because a 0 arrives."""
    slope = question.topic in (Topic.ACTIVATION, Topic.ACTIVATED)
    return question.right.is_zero and not slope


def _rules(topic: Topic, rule: str, chance: random.Random) -> tuple[str | None, str | None]:
    """The hidden activation and the cost; None where `rule` names none."""
    activation, cost = chance.choice(_HIDDEN), "squared_error"
    if topic in (Topic.COST, Topic.COST_VALUE):
        return activation, rule if rule in COSTS else None
    if topic in _SOFTMAX_TOPICS or rule == "softmax":
        return activation, "cross_entropy"
    if topic in (Topic.ACTIVATION, Topic.DELTA, Topic.ACTIVATED):
        known = rule in ACTIVATIONS
        return (rule if known else None), cost
    return activation, cost


def _widths(topic: Topic, cost: str, chance: random.Random) -> tuple[int, tuple[int, ...]]:
    if cost == "cross_entropy":
        return 2, (2, 3)
    if cost == "mean_squared_error":
        return 2, (2, 2)
    if topic in (Topic.TOTAL, Topic.PASSED_BACK, Topic.PREVIOUS_ACTIVATION, Topic.WEIGHTED_SUM):
        return 2, (2, 2)
    return chance.choice(((1, (1, 1, 1)), (2, (2, 1)), (2, (2, 2))))


def _walk(topic: Topic, result: SimulationResult, chance: random.Random) -> Walk:
    lens = _LENS_OF.get(topic, Lens.PARAMETER)
    if lens is not Lens.PARAMETER:
        return walk_of(lens, result, None, 0)
    network = result.project.network
    unit = chance.randint(1, network.layers[0].units)
    if topic is Topic.BIAS:
        address = ParameterAddress("b", 1, unit, 0)
    else:
        address = ParameterAddress("w", 1, unit, chance.randint(1, network.inputs))
    paths = parameter_paths(result.forward, 1, address)
    return walk_of(lens, result, paths, chance.randrange(len(paths.paths)))


def _question(
    kind: str, walk: Walk, result: SimulationResult, form: Form, chance: random.Random
) -> Question | None:
    indices = list(range(len(walk.steps)))
    chance.shuffle(indices)
    seed = chance.randrange(2**31)
    for index in indices:
        for question in questions_before(walk, result, index, form, seed):
            if question.kind == kind:
                return question
    return None
