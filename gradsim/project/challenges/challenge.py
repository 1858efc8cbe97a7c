"""What a challenge is: task, start, parts with rules and a goal, hints, and the reason after."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from typing import Literal

from msgspec import Struct, field
from msgspec.structs import replace

from gradsim.engine.training import Plan
from gradsim.project.challenges.evidence import Evidence
from gradsim.project.model import Project

CONTEXT = "Challenge"
"""The translation context of every sentence here."""

Form = Literal["power", "decades", "number", "count"]
Sense = Literal["below", "above", "at_most", "at_least", "zero", "infinite"]
Means = Literal["measurement", "training"]
Workspace = Literal["step", "gradients", "compare", "train"]


class Reading(Struct, frozen=True):
    """One measured number beside what is wanted of it.

    label : English, with ``{values}`` filled in by `arguments`.
    value : a ``power`` is given by its log₁₀ (−inf for a true 0, nan where it was lost or nothing
        was measured), ``decades`` are a difference of log₁₀, the others are themselves.
    wanted : the bound, in the unit of `value`; nothing for the senses ``zero`` and ``infinite``.
    """

    label: str
    value: float
    sense: Sense
    wanted: float = math.nan
    form: Form = "power"
    arguments: Mapping[str, object] = field(default_factory=dict)

    @property
    def met(self) -> bool:
        """Whether the number is what is wanted; never where it is unknown.

        A power that is truly 0 has not become small but was cut off: it is below nothing.
        """
        value, wanted = self.value, self.wanted
        if self.sense == "zero":
            return value == (-math.inf if self.form == "power" else 0.0)
        if self.sense == "infinite":
            return value == math.inf
        if not math.isfinite(value):
            return False
        if self.sense in ("below", "at_most"):
            return value < wanted or (self.sense == "at_most" and value == wanted)
        return value > wanted or (self.sense == "at_least" and value == wanted)


class Rule(Struct, frozen=True):
    """What must stay as it was at the start of the part; `text` says so in English."""

    name: str
    text: str
    kept: Callable[[Evidence], bool]


class Grade(Struct, frozen=True):
    """Whether a part is reached, by what was measured and which rules were broken."""

    reached: bool
    readings: tuple[Reading, ...]
    broken: tuple[Rule, ...]


class Stage(Struct, frozen=True):
    """One part of a challenge.

    means : what is read, the open network or its training run.
    goal : from the evidence to the readings; where nothing was measured their value is nan.
    hints : shown one after another; the last one says what to do.
    steps : how long a run has to be to be graded at its end; 0 where no run is graded.
    """

    task: str
    means: Means
    rules: tuple[Rule, ...]
    goal: Callable[[Evidence], tuple[Reading, ...]]
    hints: tuple[str, ...]
    steps: int = 0

    def grade(self, evidence: Evidence) -> Grade:
        """Read the evidence and check the rules."""
        readings = self.goal(evidence)
        broken = tuple(rule for rule in self.rules if not rule.kept(evidence))
        reached = not broken and all(each.met for each in readings)
        return Grade(reached, readings, broken)


class Challenge(Struct, frozen=True):
    """A network to break, to mend, or both.

    make : the project at the start, still without a title. plan : the training plan there.
    workspace : where most of it is seen.
    reason : why it is so, told once it is solved.
    """

    name: str
    title: str
    make: Callable[[], Project]
    stages: tuple[Stage, ...]
    reason: str
    workspace: Workspace = "gradients"
    plan: Plan = Plan()

    def start(self) -> Project:
        """The project at the start, under the challenge's title and with its plan."""
        return replace(self.make(), title=self.title, training=self.plan)

    @property
    def trains(self) -> bool:
        """Whether a part of it reads a training run."""
        return any(stage.means == "training" for stage in self.stages)
