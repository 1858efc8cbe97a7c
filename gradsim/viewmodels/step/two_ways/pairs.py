"""The two pairs of output activation and cost whose product is a − y, and what each needs."""

from __future__ import annotations

from typing import Any

import numpy.typing as npt
from msgspec import Struct

from gradsim.engine.costs import cost_of
from gradsim.engine.options import Choice
from gradsim.engine.problems import QT_TRANSLATE_NOOP, Problem
from gradsim.project.datasets.loading import load_data
from gradsim.project.edits import set_cost
from gradsim.project.model import Project

SQUARED_ERRORS = ("squared_error", "half_squared_error", "mean_squared_error")


class Pair(Struct, frozen=True):
    """A fused pair; `use` names the edit that chooses it, in the context "TwoWays"."""

    activation: str
    cost: str
    use: str

    @property
    def is_softmax(self) -> bool:
        """Whether ∂a/∂z is a whole matrix."""
        return self.activation == "softmax"

    @property
    def choice(self) -> Choice:
        """Its activation."""
        return Choice(self.activation)

    def is_of(self, project: Project) -> bool:
        """Whether the project's output is this pair."""
        return project.network.cost == self.cost

    def in_project(self, project: Project) -> Project:
        """The project with this pair as its output.

        Raises
        ------
        Problem
            Where the targets or the width do not suit it.
        """
        return set_cost(project, self.cost, adapt_output=True)


SIGMOID_PAIR = Pair(
    "sigmoid",
    "binary_cross_entropy",
    QT_TRANSLATE_NOOP("TwoWays", "Use sigmoid with binary cross-entropy"),
)
SOFTMAX_PAIR = Pair(
    "softmax",
    "cross_entropy",
    QT_TRANSLATE_NOOP("TwoWays", "Use softmax with cross-entropy"),
)
PAIRS = {pair.activation: pair for pair in (SIGMOID_PAIR, SOFTMAX_PAIR)}


def pair_of(project: Project) -> Pair:
    """The pair to show at first: the project's own, or one that its data allow."""
    for pair in PAIRS.values():
        if pair.is_of(project) or project.output.activation.name == pair.activation:
            return pair
    several = project.output.units > 1
    return SOFTMAX_PAIR if several and refusal(project, SOFTMAX_PAIR) is None else SIGMOID_PAIR


def refusal(project: Project, pair: Pair) -> Problem | None:
    """Why the project cannot have this pair; None where it can."""
    try:
        pair.in_project(project)
    except Problem as problem:
        return problem
    return None


def targets_of(project: Project, pair: Pair) -> npt.NDArray[Any]:
    """(samples, outputs): the targets that the data have for this pair.

    Raises
    ------
    Problem
        Where the project cannot have it.
    """
    return load_data(pair.in_project(project))[1]


def suits(targets: npt.NDArray[Any], pair: Pair) -> bool:
    """Whether the pair's cost can read targets that were made for another cost."""
    try:
        cost_of(pair.cost).check_targets(targets)
    except Problem:
        return False
    return True


def squared_error_of(project: Project) -> str:
    """The squared error to set beside the pair: the project's own, if it is one."""
    cost = project.network.cost
    return cost if cost in SQUARED_ERRORS else SQUARED_ERRORS[0]
