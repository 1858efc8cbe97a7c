"""The running product as a waterfall: one bar per factor, in decades."""

from __future__ import annotations

import math

from msgspec import Struct
from msgspec.structs import replace

from gradsim.engine.activations import activation_of
from gradsim.engine.problems import QT_TRANSLATE_NOOP
from gradsim.engine.scaling import State
from gradsim.viewmodels import words
from gradsim.viewmodels.digits import subscript
from gradsim.viewmodels.notation import layer_number
from gradsim.viewmodels.simulation import SimulationResult
from gradsim.viewmodels.step.killing import kills_here, zero_state
from gradsim.viewmodels.step.scaled import Scaled
from gradsim.viewmodels.step.sequence import Fold, folded, line_of
from gradsim.viewmodels.step.walk.running import left_by, met_by
from gradsim.viewmodels.step.walk.steps import ADDED, Family, Step, StepKind
from gradsim.viewmodels.step.walk.walk import Lens, Walk

CAPACITY = 13
"""Bars that stand side by side with readable labels; longer walks fold."""


class Bar(Struct, frozen=True):
    """One factor's change of log₁₀ |product|, from `start` to `end`.

    state : "done", "current", "future" (not revealed: no numbers), or "after_zero" (revealed, but
    the product is 0 already). `ending` is the word for an end that has no place on the axis: "0",
    "∞" or "NaN"; `end` is then nan. `fold` counts the factors of a folded run, whose `family` is
    None. `side` marks a branch that later bars do not continue from. `kills` says that its factor
    makes the product exactly 0.
    """

    index: int
    label: str
    family: Family | None
    state: str
    start: float = math.nan
    end: float = math.nan
    ending: str = ""
    side: bool = False
    fold: int = 0
    kills: bool = False


class Waterfall(Struct, frozen=True):
    """The bars, the level that the next one starts from, and the range of revealed numbers."""

    bars: tuple[Bar, ...]
    level: float
    low: float
    high: float
    product: Scaled | None


def waterfall(
    walk: Walk, result: SimulationResult, position: int, capacity: int = CAPACITY
) -> Waterfall:
    """The bars at `position`, folded far from the cursor where there are more than `capacity`."""
    line = line_of(walk, position)
    if walk.lens == Lens.FORWARD:
        line = tuple(i for i in line if walk.steps[i].kind != StepKind.COST_VALUE)
    after = min(3, (capacity - 3) // 3)
    before = capacity - 3 - after
    parts = folded(line, position, capacity, reach=(before, after), keep_first=False)
    bars = tuple(_bar(walk, result, position, part) for part in parts)
    ends = [bar.end for bar in bars if not bar.side and math.isfinite(bar.end)]
    level = ends[-1] if ends else 0.0
    levels = [
        edge for bar in bars if not bar.fold for edge in (bar.start, bar.end) if math.isfinite(edge)
    ]
    low, high = min(levels, default=level - 1.0), max(levels, default=level)
    room = max(0.5, 0.4 * (high - low))
    if any(bar.ending not in ("", "∞", "NaN") for bar in bars):
        low -= room
    elif any(bar.ending for bar in bars):
        high += room
    product = left_by(walk, result, position - 1) if position else None
    return Waterfall(bars, level, low, high, product)


def _bar(walk: Walk, result: SimulationResult, position: int, part: int | Fold) -> Bar:
    if isinstance(part, Fold):
        return _fold_bar(walk, result, position, part)
    step = walk.steps[part]
    label = bar_label(step, result)
    if part >= position:
        return Bar(part, label, step.family, "future", side=step.side_branch)
    before, after = met_by(walk, result, part), left_by(walk, result, part)
    lost = _lost(walk, result, part)
    state = "current" if part == position - 1 else "done"
    kills = kills_here(walk, result, part)
    bar = Bar(part, label, step.family, state, side=step.side_branch, kills=kills)
    if step.kind in ADDED and before.is_zero and not after.is_zero:
        # What is added to nothing has no length in decades: a line where the product now stands.
        before = after
    return _placed(bar, before, after, lost)


def _fold_bar(walk: Walk, result: SimulationResult, position: int, fold: Fold) -> Bar:
    bare = Bar(fold.first, f"∏{fold.count}", None, "future", fold=fold.count)
    if fold.last >= position:
        return bare
    before = met_by(walk, result, fold.first)
    after = left_by(walk, result, fold.last)
    done = Bar(fold.first, bare.label, None, "done", fold=fold.count)
    return _placed(done, before, after, _lost(walk, result, fold.last))


def _ending(after: Scaled, lost: bool) -> str:
    if after.is_zero:
        return words.translated("Waterfall", _UNDERFLOW) if lost else "0"
    return "NaN" if math.isnan(after.mantissa) else "∞"


def _lost(walk: Walk, result: SimulationResult, index: int) -> bool:
    """Whether numbers were lost to underflow on the way, so that a 0 proves nothing."""
    return zero_state(walk, result, index) is State.underflow


def _placed(bar: Bar, before: Scaled, after: Scaled, lost: bool) -> Bar:
    start, end = before.log10_abs, after.log10_abs
    state, ending = bar.state, ""
    if not math.isfinite(start):
        state, start, end = "after_zero", math.nan, math.nan
    elif not math.isfinite(end):
        ending = _ending(after, lost)
        end = math.nan
    return replace(bar, state=state, start=start, end=end, ending=ending)


def bar_label(step: Step, result: SimulationResult) -> str:
    """The label under a bar: an activation with a one-letter symbol writes it, σ′₅."""
    if step.kind != StepKind.ACTIVATION:
        return step.short
    symbol = activation_of(result.project.network.layers[step.layer - 1].activation).symbol
    return f"{symbol if len(symbol) == 1 else 'f'}′{subscript(layer_number(step.layer))}"


_UNDERFLOW = QT_TRANSLATE_NOOP("Waterfall", "underflow")
