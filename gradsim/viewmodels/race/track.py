"""The worker's side of a race: rounds at the chosen speed, and moments left to be fetched."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from typing import Final

from gradsim.engine.problems import Problem
from gradsim.engine.training import Plan
from gradsim.project.model import Project
from gradsim.project.race import Lane, Race
from gradsim.viewmodels.jobs import Cancel
from gradsim.viewmodels.pacing import Pacing
from gradsim.viewmodels.race.moment import RaceMoment, race_moment

_SCORE_SHARE: Final = 4.0
"""How many times as long as the last scores took rounds are taken before the next, so that
the curves are fine also where rounds are quick."""


class RaceTrack(Pacing[RaceMoment]):
    """One race. The worker alone steps it; the window stops it, takes racers out and fetches.

    entries : the projects by number, or why one cannot race.
    """

    def __init__(self, entries: Sequence[tuple[int, str, Project | Problem]], plan: Plan) -> None:
        super().__init__()
        self._numbers = [number for number, _, _ in entries]
        self._costs = [cost for _, cost, _ in entries]
        self._projects = [project for _, _, project in entries]
        self.plan = plan
        self._race: Race | None = None
        self._scored_at = 0.0
        self._retired: set[int] = set()

    @property
    def numbers(self) -> tuple[int, ...]:
        """Whom it races, by number."""
        return tuple(self._numbers)

    def retire(self, number: int) -> None:
        """Let a racer take no more steps."""
        with self._lock:
            self._retired.add(number)

    def work(
        self, rounds: int | None, seen: Callable[[RaceTrack], None], cancelled: Cancel
    ) -> RaceMoment:
        """Take `rounds` rounds, or go on until stopped (None).

        `seen` is told that a moment waits to be fetched; not again before it was.

        Raises
        ------
        Problem
            If the plan cannot be carried out.
        Cancelled
            Where `cancelled` says so before the racers stand at the start.
        """
        if self._race is None:
            self._race = Race(self._projects, self.plan, cancelled)
        race = self._race
        last = None if rounds is None else race.steps + rounds

        def ended() -> bool:
            return self.stopped or cancelled() or (last is not None and race.steps >= last)

        shown, pause = time.monotonic(), 0.0
        while not ended():
            self._take_out(race)
            if not race.advance():
                break
            self._score(race)
            if time.monotonic() - shown >= pause and not ended():
                begun = time.monotonic()
                self._leave(race_moment(race, self._numbers, self._costs), seen)
                shown = time.monotonic()
                pause = self.pause_after(shown - begun)
            if not ended():
                self._rest()
        return race_moment(race, self._numbers, self._costs)

    def _score(self, race: Race) -> None:
        """Score every racer after 1, 2, 4, 8 … steps, and whenever that was long ago."""
        now, steps = time.monotonic(), race.steps
        if now >= self._scored_at or not steps & (steps - 1):
            race.score()
            done = time.monotonic()
            self._scored_at = done + _SCORE_SHARE * (done - now)

    def _take_out(self, race: Race) -> None:
        with self._lock:
            retired, self._retired = self._retired, set()
        for number, lane in zip(self._numbers, race.lanes, strict=True):
            if number in retired and isinstance(lane, Lane):
                lane.retired = True
