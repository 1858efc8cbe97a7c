"""How often a long worker shows itself, by what that costs it and the window."""

from __future__ import annotations

import pytest

from gradsim.viewmodels import pacing
from gradsim.viewmodels.pacing import FORM_SHARE, SHOWN_EVERY, WINDOW_SHARE, Pacing


class Clock:
    """The processor time of the window's thread, as a test sets it."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.now = 5.0
        monkeypatch.setattr(pacing.time, "thread_time", lambda: self.now)

    def spend(self, seconds: float, work: Pacing[int]) -> None:
        """The window shows a moment and comes back for the next."""
        self.now += seconds
        work.fetch()


def test_what_is_cheap_to_show_comes_ten_times_a_second(monkeypatch: pytest.MonkeyPatch) -> None:
    clock, work = Clock(monkeypatch), Pacing[int]()
    for _ in range(4):
        clock.spend(0.002, work)
    assert work.pause_after(0.001) == SHOWN_EVERY


def test_a_moment_that_takes_long_to_form_is_paid_for_by_steps() -> None:
    assert Pacing[int]().pause_after(0.05) == pytest.approx(FORM_SHARE * 0.05)


def test_a_window_that_takes_long_to_paint_is_shown_moments_less_often(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    clock, work = Clock(monkeypatch), Pacing[int]()
    work.fetch()
    for _ in range(3):
        clock.spend(0.03, work)
    assert work.pause_after(0.0) == pytest.approx(WINDOW_SHARE * 0.03)


def test_one_long_turn_of_the_window_changes_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    clock, work = Clock(monkeypatch), Pacing[int]()
    work.fetch()
    for seconds in (0.004, 0.5, 0.004):
        clock.spend(seconds, work)
    assert work.pause_after(0.0) == SHOWN_EVERY


def test_a_very_slow_window_still_shows_the_run_go_on(monkeypatch: pytest.MonkeyPatch) -> None:
    clock, work = Clock(monkeypatch), Pacing[int]()
    work.fetch()
    for _ in range(3):
        clock.spend(2.0, work)
    assert work.pause_after(0.0) < 1.0


def test_what_the_window_did_while_the_run_paused_is_not_counted(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    clock, work = Clock(monkeypatch), Pacing[int]()
    work.fetch()
    for _ in range(3):
        clock.now += 1.0
        work.ready()
        work.fetch()
    assert work.pause_after(0.0) == SHOWN_EVERY
