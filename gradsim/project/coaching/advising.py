"""Takes, of the changes worth trying, the one that measures best, and says what it will bring.

First every candidate is measured on a few draws, then the best of them, and the project as it is,
on all. Taken is the smallest change among those that lose the gradient in the fewest draws and come
within `CLOSE` decades of the nearest to 0; of equally small ones the most usual. Where there is no
gradient to begin with, whatever is healthy in every draw is near enough. The change must bring the
project at least halfway to 0 or make it healthy, else the answer is that nothing tried helps.
"""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from gradsim.engine.cancellation import check_cancelled
from gradsim.engine.problems import Problem
from gradsim.engine.verdict.records import Verdict, VerdictKind
from gradsim.project.coaching.candidates import candidates
from gradsim.project.coaching.changes import Change
from gradsim.project.coaching.draws import (
    Cancelled,
    Draws,
    Question,
    Yardstick,
    all_draws,
    seeds_of,
    work_of,
    yardstick_of,
)
from gradsim.project.model import Project

DRAWS = 8
"""How many seeds the expectation is of, the project's own first."""
FIRST_DRAWS = 2
FINALISTS = 8
MOST_CANDIDATES = 48
CLOSE = 0.5
"""Decades within which two changes count as equally good, so that the smaller one is taken."""
HALFWAY = 0.5
WORK = 2e10
"""Multiplications that one advice may cost; of larger networks fewer changes are tried."""
FEWEST_DRAWS, FEWEST_CANDIDATES = 3, 3


class Plan(Struct, frozen=True):
    """How many candidates are tried and on how many draws."""

    candidates: int
    draws: int
    work: float

    @property
    def heavy(self) -> bool:
        """Whether it costs more than what is done without being asked."""
        return self.work > WORK


class Advice(Struct, frozen=True, eq=False):
    """What to change, and what that measured.

    change, changed : the change and the project that it makes; None where nothing tried helps or
        nothing need be changed.
    yardstick : what the numbers are of.
    now, expected : the draws of the project as it is, and of the best candidate, taken or not.
    tried : how many changes were measured.
    """

    verdict: Verdict
    yardstick: Yardstick
    now: Draws | None = None
    expected: Draws | None = None
    change: Change | None = None
    changed: Project | None = None
    tried: int = 0


class _Tried(Struct, frozen=True, eq=False):
    change: Change
    project: Project
    size: float
    place: int
    draws: Draws

    def rank(self, yardstick: Yardstick) -> tuple[float, float]:
        """Fewer lost draws first, then nearer to 0."""
        return self.draws.lost(yardstick), self.draws.distance(yardstick)


def nothing_to_do(verdict: Verdict) -> bool:
    """Whether no change could help: the profile is healthy, or the cost has nothing to correct."""
    return verdict.kind is VerdictKind.HEALTHY or at_the_minimum(verdict)


def at_the_minimum(verdict: Verdict) -> bool:
    """Whether the gradient is zero because the cost is at its minimum."""
    return verdict.kind is VerdictKind.ZERO and verdict.worst_layer is None


def plan(project: Project, asked: Question) -> Plan:
    """What an advice would try, and its multiplications."""
    each = work_of(project, asked)
    count, draws = MOST_CANDIDATES, DRAWS
    room = WORK / max(each, 1.0) - (FINALISTS + 1) * DRAWS
    if room < count * FIRST_DRAWS:
        count = max(FEWEST_CANDIDATES, int(room / FIRST_DRAWS))
    if count == FEWEST_CANDIDATES:
        draws = FEWEST_DRAWS
    finalists = min(FINALISTS, count)
    first = count * FIRST_DRAWS
    return Plan(count, draws, each * (first + (finalists + 1) * draws))


def advise(
    project: Project, verdict: Verdict, asked: Question, cancelled: Cancelled | None = None
) -> Advice:
    """The change that `verdict` on `project` calls for, measured.

    Raises
    ------
    Problem
        If the project cannot be computed.
    Cancelled
        Where `cancelled` says so, checked per layer of every draw.
    """
    yardstick = yardstick_of(verdict)
    if nothing_to_do(verdict):
        return Advice(verdict, yardstick)
    planned = plan(project, asked)
    seeds = seeds_of(project, planned.draws)
    now = all_draws(project, seeds, asked, cancelled)
    tried: list[_Tried] = []
    for place, (change, made) in enumerate(candidates(project, verdict)[: planned.candidates]):
        check_cancelled(cancelled)
        try:
            # A change may bring luck into a network that had none.
            first = seeds_of(made, planned.draws)[:FIRST_DRAWS]
            found = all_draws(made, first, asked, cancelled)
        except Problem:  # data that an initializer wants to read, for one: no candidate
            continue
        tried.append(_Tried(change, made, change.size(project), place, found))
    finalists = [
        _on_all_draws(each, planned.draws, asked, cancelled)
        for each in _finalists(tried, yardstick, now)
    ]
    if not finalists:
        return Advice(verdict, yardstick, now, tried=len(tried))
    best = _smallest_of_the_best(finalists, yardstick, now)
    if not _helps(now, best.draws, yardstick):
        return Advice(verdict, yardstick, now, best.draws, tried=len(tried))
    return Advice(verdict, yardstick, now, best.draws, best.change, best.project, tried=len(tried))


def _on_all_draws(
    tried: _Tried, draws: int, asked: Question, cancelled: Cancelled | None
) -> _Tried:
    seeds = seeds_of(tried.project, draws)
    made = all_draws(tried.project, seeds, asked, cancelled, known=tried.draws)
    return replace(tried, draws=made)


def _finalists(tried: Sequence[_Tried], yardstick: Yardstick, now: Draws) -> list[_Tried]:
    """The nearest to 0, and the smallest of those that come close to them."""
    ranked = sorted(tried, key=lambda each: each.rank(yardstick))
    chosen = ranked[: FINALISTS // 2]
    close = [
        each
        for each in _close(ranked, yardstick, now, 2 * CLOSE)
        if all(each is not other for other in chosen)
    ]
    close.sort(key=lambda each: (each.size, each.rank(yardstick)))
    return chosen + close[: FINALISTS - len(chosen)]


def _smallest_of_the_best(finalists: Sequence[_Tried], yardstick: Yardstick, now: Draws) -> _Tried:
    close = _close(finalists, yardstick, now, CLOSE)
    return min(close, key=lambda each: (each.size, each.place))


def _close(
    tried: Sequence[_Tried], yardstick: Yardstick, now: Draws, decades: float
) -> list[_Tried]:
    """Those as good as the best, to within `decades`."""
    if not tried:
        return []
    lost, distance = min(each.rank(yardstick) for each in tried)
    found = []
    for each in tried:
        near = each.draws.distance(yardstick) <= distance + decades
        sound = now.each[0].lost(yardstick) and each.draws.healthy == len(each.draws.each)
        if each.draws.lost(yardstick) <= lost and (near or sound):
            found.append(each)
    return found


def _helps(now: Draws, expected: Draws, yardstick: Yardstick) -> bool:
    """Whether it brings the gradient back where it was lost, at least halfway to 0, or to health.

    The project's own draw, the first, must be among those that it helps.
    """
    own = expected.each[0]
    if own.lost(yardstick):
        return False
    if now.each[0].lost(yardstick):
        return True
    before, after = now.each[0].distance(yardstick), own.distance(yardstick)
    usual = now.distance(yardstick)
    halved = after <= HALFWAY * before and expected.distance(yardstick) <= HALFWAY * usual
    mostly = 2 * expected.healthy > len(expected.each)
    return halved or (own.healthy and mostly and before - after >= CLOSE)
