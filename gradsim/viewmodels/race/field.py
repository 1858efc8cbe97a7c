"""What all racers of one race share: data, seed and plan, as they stood when it began."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from gradsim.engine.problems import Problem
from gradsim.engine.training import Plan
from gradsim.project.model import Project
from gradsim.project.race import racer_project
from gradsim.viewmodels.gradients.differences import differing_aspects, main_aspects
from gradsim.viewmodels.messages import Message
from gradsim.viewmodels.race.entrants import Racer

if TYPE_CHECKING:
    from gradsim.viewmodels.document import Document


class Field(Struct, frozen=True, eq=False):
    """The open project, whose data and seed all take, and the plan of the Train workspace."""

    model: Project
    plan: Plan

    def same_as(self, other: Field) -> bool:
        """Whether a race on the other one would be the same."""
        return (
            self.plan == other.plan
            and self.model.seed == other.model.seed
            and self.model.data == other.model.data
            and self.model.network.inputs == other.model.network.inputs
            and self.model.output.units == other.model.output.units
        )

    def entry(self, racer: Racer) -> Project | Problem:
        """The racer's project as it races, or why it cannot."""
        try:
            return racer_project(racer.project, self.model)
        except Problem as problem:
            return problem


def present_field(document: Document) -> Field:
    """The field as it stands now: the open project, and its plan for everyone."""
    return Field(document.project, document.project.training)


def racer_names(racers: tuple[Racer, ...], model: Project) -> dict[int, tuple[Message, ...]]:
    """By number, what sets each racer apart from the others; alone, its main choices."""
    # Under one seed and one set of data, so that these are in no name.
    shared = {
        racer.number: replace(racer.project, seed=model.seed, data=model.data) for racer in racers
    }
    named = {}
    for number, project in shared.items():
        others = [other for key, other in shared.items() if key != number]
        named[number] = differing_aspects(project, others) or main_aspects(project)
    return named
