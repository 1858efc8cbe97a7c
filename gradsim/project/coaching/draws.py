"""What one draw of a project comes to: the same forward and backward pass that the window shows."""

from __future__ import annotations

import math
import statistics
from collections.abc import Callable, Sequence
from enum import StrEnum

from msgspec import Struct

from gradsim.engine.forward import forward
from gradsim.engine.initialization import initialize
from gradsim.engine.initializers import initializer_of
from gradsim.engine.measurement import measure
from gradsim.engine.verdict.judging import judge
from gradsim.engine.verdict.records import Quantity, Statistic, Verdict, VerdictKind
from gradsim.engine.verdict.rules import level_log10
from gradsim.project.datasets.loading import load_data
from gradsim.project.limits import MAXIMUM_SEED
from gradsim.project.model import Project

Cancelled = Callable[[], bool]

_BROKEN = frozenset(
    {
        VerdictKind.SYMMETRIC,
        VerdictKind.DEAD,
        VerdictKind.ZERO,
        VerdictKind.OVERFLOW,
        VerdictKind.NAN,
    }
)


class Yardstick(StrEnum):
    """Which number a diagnosis is about, in decades; nearer to 0 is better.

    trend : the first layer's size over the last layer's.
    spread : the largest layer's size over the smallest layer's.
    level : the first layer's size per sample over the gradient that the cost sent.
    """

    trend = "trend"
    spread = "spread"
    level = "level"


class Question(Struct, frozen=True):
    """Which profile is asked about; `sample` None means the batch, `statistic` None the fair one
    of the two."""

    sample: int | None
    quantity: Quantity
    statistic: Statistic | None


class Draw(Struct, frozen=True):
    """One seed's result: the verdict and the three yardsticks, NaN where one is not a number."""

    seed: int
    kind: VerdictKind
    everywhere: bool
    trend: float
    spread: float
    level: float

    @property
    def healthy(self) -> bool:
        """Whether the verdict finds nothing."""
        return self.kind is VerdictKind.HEALTHY

    def value(self, yardstick: Yardstick) -> float:
        """The number asked for."""
        return {"trend": self.trend, "spread": self.spread, "level": self.level}[yardstick]

    def lost(self, yardstick: Yardstick) -> bool:
        """Whether there is no gradient whose decades could be counted, or none that could teach."""
        return self.kind in _BROKEN or not math.isfinite(self.value(yardstick))

    def distance(self, yardstick: Yardstick) -> float:
        """How far from what it should be: the yardstick's number, or a worse one beside it.

        A change that levels the ends of a profile by making all of it vanish helps nobody.
        """
        distance = abs(self.value(yardstick))
        if self.everywhere:
            distance = max(distance, abs(self.level))
        if self.kind is VerdictKind.UNEVEN:
            distance = max(distance, self.spread)
        return distance


class Draws(Struct, frozen=True):
    """The draws of one project."""

    each: tuple[Draw, ...]

    def lost(self, yardstick: Yardstick) -> int:
        """How many draws lose the gradient."""
        return sum(draw.lost(yardstick) for draw in self.each)

    @property
    def healthy(self) -> int:
        """How many draws the verdict finds nothing in."""
        return sum(draw.healthy for draw in self.each)

    def distance(self, yardstick: Yardstick) -> float:
        """The mean distance of the draws that are not lost; inf where all are."""
        kept = [draw.distance(yardstick) for draw in self.each if not draw.lost(yardstick)]
        return statistics.fmean(kept) if kept else math.inf

    def values(self, yardstick: Yardstick) -> tuple[float, ...]:
        """The numbers of the draws that are not lost, in ascending order."""
        return tuple(
            sorted(draw.value(yardstick) for draw in self.each if not draw.lost(yardstick))
        )


def draw(project: Project, seed: int, asked: Question, cancelled: Cancelled | None = None) -> Draw:
    """Draw `project` under `seed`, run it forward and back, and judge it.

    Raises
    ------
    Problem
        If the project cannot be computed.
    Cancelled
        Where `cancelled` says so, checked per layer.
    """
    inputs, targets = load_data(project)
    network, sample = project.network, asked.sample
    parameters = initialize(
        network, seed, typed=project.parameters, inputs=inputs, cancelled=cancelled
    )
    chosen = slice(None)
    if sample is not None:
        sample = min(sample, inputs.shape[0])
        chosen = slice(sample - 1, sample)
    passed = forward(
        network,
        parameters,
        inputs[chosen],
        targets[chosen],
        probe_seed=seed,
        first_sample=sample or 1,
        cancelled=cancelled,
    )
    measurement = measure(passed, batch_mean=sample is None, cancelled=cancelled)
    verdict = judge(measurement, network, parameters, asked.quantity, asked.statistic)
    level = level_log10(measurement, network, parameters, asked.quantity, verdict.statistic)
    return draw_of(verdict, level, seed)


def draw_of(verdict: Verdict, level: float, seed: int) -> Draw:
    """The record of a verdict; `level` as of :func:`level_log10`."""
    spread = verdict.arguments.get("spread")
    return Draw(
        seed,
        verdict.kind,
        verdict.everywhere,
        math.nan if verdict.decades is None else verdict.decades,
        spread if isinstance(spread, float) else math.nan,
        level,
    )


def yardstick_of(verdict: Verdict) -> Yardstick:
    """What the verdict's number is about."""
    if verdict.everywhere:
        return Yardstick.level
    return Yardstick.spread if verdict.kind is VerdictKind.UNEVEN else Yardstick.trend


def seeds_of(project: Project, count: int) -> tuple[int, ...]:
    """The project's own seed and those that follow; one alone where nothing is drawn by luck."""
    if not _random(project):
        return (project.seed,)
    return tuple((project.seed + shift) % (MAXIMUM_SEED + 1) for shift in range(count))


def _random(project: Project) -> bool:
    if project.network.cost == "probe":
        return True
    for layer, typed in zip(project.layers, project.parameters, strict=True):
        for choice, given in (
            (layer.weights, typed and typed.weights),
            (layer.bias, typed and typed.biases),
        ):
            if given is None and initializer_of(choice).family.random:
                return True
    return False


def work_of(project: Project, asked: Question) -> float:
    """Multiplications of one draw, forward and back, roughly; the draw itself counts as some."""
    from gradsim.project.datasets import sample_count

    samples = 1 if asked.sample is not None else sample_count(project.data)
    return float(project.network.parameter_count) * (3.0 * samples + _DRAWING)


_DRAWING = 20.0
"""A random number costs about as much as this many multiplications."""


def all_draws(
    project: Project,
    seeds: Sequence[int],
    asked: Question,
    cancelled: Cancelled | None = None,
    known: Draws | None = None,
) -> Draws:
    """The project under each of `seeds`; draws already `known` are not made again."""
    kept = {each.seed: each for each in known.each} if known is not None else {}
    return Draws(tuple(kept.get(seed) or draw(project, seed, asked, cancelled) for seed in seeds))
