"""What a sweep is to compute: a project, the axes along which it varies, and under which seeds."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import msgspec
from msgspec import Struct

from gradsim import __version__
from gradsim.engine.ensembles.measuring import MAXIMUM_SEEDS
from gradsim.engine.options import Choice
from gradsim.engine.problems import QT_TRANSLATE_NOOP, Problem
from gradsim.engine.statistics import Statistic
from gradsim.engine.verdict.records import Quantity
from gradsim.project.datasets.loading import sample_count
from gradsim.project.encoding import encode_project
from gradsim.project.ensembles import ensemble_seeds
from gradsim.project.evaluation import check_sample
from gradsim.project.model import Project
from gradsim.project.sweeps.cells import Cell

MAXIMUM_CELLS = 1_000_000


class Axes(Struct, frozen=True):
    """What varies; an axis that holds only None leaves that to the project.

    Cells are numbered from 0, the last axis fastest, and made when asked for: a large grid costs
    no memory.
    """

    activations: tuple[Choice | None, ...] = (None,)
    initializers: tuple[Choice | None, ...] = (None,)
    gains: tuple[float | None, ...] = (None,)
    depths: tuple[int | None, ...] = (None,)
    widths: tuple[int | None, ...] = (None,)

    def __len__(self) -> int:
        """The number of cells."""
        gains_on = len(self.gains) * len(self.depths) * len(self.widths)
        return len(self.activations) * len(self.initializers) * gains_on

    def cell(self, index: int) -> Cell:
        """Cell number `index`."""
        chosen: list[Any] = []
        for axis in (self.widths, self.depths, self.gains, self.initializers, self.activations):
            index, place = divmod(index, len(axis))
            chosen.append(axis[place])
        return Cell(*reversed(chosen))

    def index(self, place: Sequence[int]) -> int:
        """The number of the cell at `place` on the five axes, each counted from 0."""
        found = 0
        axes = (self.activations, self.initializers, self.gains, self.depths, self.widths)
        for axis, position in zip(axes, place, strict=True):
            found = found * len(axis) + position
        return found


@dataclass(frozen=True)
class Plan:
    """A whole sweep: every cell of `axes` over `base`, each under `seeds` seeds.

    sample : the sample (from 1) that is measured alone; None measures the mean over the batch.
    quantity, statistic : the profile that verdicts and pictures are about; all are measured.
    """

    base: Project
    axes: Axes
    seeds: int
    sample: int | None = None
    quantity: Quantity = "delta"
    statistic: Statistic = "l2"

    def __post_init__(self) -> None:
        """Refuse what no cell could compute.

        Raises
        ------
        Problem
            Where the seeds, the cells or the sample are out of bounds.
        """
        if not 1 <= self.seeds <= MAXIMUM_SEEDS:
            raise Problem(
                QT_TRANSLATE_NOOP(
                    "Problem", "An ensemble has from 1 to {maximum} seeds, not {seeds}."
                ),
                place="seeds",
                seeds=self.seeds,
                maximum=MAXIMUM_SEEDS,
            )
        if len(self.axes) > MAXIMUM_CELLS:
            raise Problem(
                QT_TRANSLATE_NOOP(
                    "Problem", "A sweep has at most {maximum} cells; these axes make {cells}."
                ),
                cells=len(self.axes),
                maximum=MAXIMUM_CELLS,
            )
        if self.sample is not None:
            check_sample(self.sample, sample_count(self.base.data))

    def __len__(self) -> int:
        """The number of cells."""
        return len(self.axes)

    def __iter__(self) -> Iterator[Cell]:
        """The cells in their order."""
        return map(self.axes.cell, range(len(self)))

    @property
    def seed_numbers(self) -> tuple[int, ...]:
        """The seeds of every cell: the project's own and those that follow it."""
        return ensemble_seeds(self.base, self.seeds)

    @cached_property
    def encoded_project(self) -> bytes:
        """The project as its file has it."""
        return encode_project(self.base)

    @property
    def description(self) -> dict[str, Any]:
        """Everything that decides what is computed, as JSON has it."""
        axes = self.axes
        return {
            "project": msgspec.json.decode(self.encoded_project),
            "activations": [choice_text(each) for each in axes.activations],
            "initializers": [choice_text(each) for each in axes.initializers],
            "gains": list(axes.gains),
            "depths": list(axes.depths),
            "widths": list(axes.widths),
            "seeds": list(self.seed_numbers),
            "sample": self.sample,
            "quantity": self.quantity,
            "statistic": self.statistic,
        }

    @cached_property
    def fingerprint(self) -> str:
        """A hash of the description and the program's version: equal for equal sweeps only."""
        described = {"program": __version__, **self.description}
        return hashlib.sha256(msgspec.json.encode(described, order="sorted")).hexdigest()


def choice_text(choice: Choice | None) -> str | None:
    """A choice as it is typed: ``leaky_relu:slope=0.1``; None where the project's own stands."""
    if choice is None:
        return None
    options = (f"{name}={value!r}" for name, value in choice.options)
    return ":".join((choice.name, *options))
