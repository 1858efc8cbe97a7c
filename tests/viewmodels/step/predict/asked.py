"""Every question of a preset, for claims on all of them."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from gradsim.engine.paths.parameter_paths import parameter_paths
from gradsim.project.model import Project
from gradsim.project.presets import preset
from gradsim.viewmodels.simulation import SimulationResult, simulate
from gradsim.viewmodels.step.parameters import default_parameter
from gradsim.viewmodels.step.predict.asking import questions_before
from gradsim.viewmodels.step.predict.question import Question
from gradsim.viewmodels.step.predict.topics import Form, Topic
from gradsim.viewmodels.step.walk.lenses import walk_of
from gradsim.viewmodels.step.walk.walk import Lens, Walk

PRESETS = ("scalar_chain", "mazur", "first_look", "single_neuron", "digits_classifier",
           "zero_initialization")  # fmt: skip


def walk_over(project: Project, lens: Lens) -> tuple[Walk, SimulationResult]:
    """The walk of `lens` over sample 1."""
    result = simulate(project, 1)
    paths = None
    if lens is Lens.PARAMETER:
        paths = parameter_paths(result.forward, 1, default_parameter(result))
    return walk_of(lens, result, paths, 0), result


def asked_of(project: Project, form: Form = Form.VALUE, seed: int = 3) -> Iterator[Question]:
    """Every question of all three lenses."""
    for lens in Lens:
        walk, result = walk_over(project, lens)
        for index in range(len(walk.steps)):
            yield from questions_before(walk, result, index, form, seed)


@lru_cache(maxsize=32)
def questions_of(name: str, form: Form = Form.VALUE) -> tuple[Question, ...]:
    """The questions of a preset."""
    return tuple(asked_of(preset(name), form))


def question_on(project: Project, topic: Topic, form: Form = Form.VALUE) -> Question:
    """The first question of `topic`."""
    return next(each for each in asked_of(project, form) if each.topic is topic)
