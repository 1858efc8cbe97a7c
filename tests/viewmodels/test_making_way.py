"""A computation pauses for the window, as long as the window needs it and no longer."""

from __future__ import annotations

import threading

import pytest
from pytestqt.qtbot import QtBot

from gradsim.viewmodels import making_way
from gradsim.viewmodels.jobs import Cancel, Jobs
from gradsim.viewmodels.making_way import MakingWay

QUICK = 0.0001


class Clock:
    """Stands for the module ``time``: a sleep lasts as long as the next of `lateness` says."""

    def __init__(self) -> None:
        self.now = 100.0
        self.lateness: list[float] = []
        self.sleeps = 0

    def perf_counter(self) -> float:
        return self.now

    def sleep(self, _seconds: float) -> None:
        self.sleeps += 1
        self.now += QUICK + (self.lateness.pop(0) if self.lateness else 0.0)


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    made = Clock()
    monkeypatch.setattr(making_way, "time", made)
    return made


def never() -> bool:
    return False


def test_it_stops_when_it_is_told_to(clock: Clock) -> None:
    stop = threading.Event()
    asked = MakingWay(stop.is_set)
    assert not asked()
    stop.set()
    assert asked()


def test_pauses_take_a_tenth_of_the_time_where_nobody_needs_them(clock: Clock) -> None:
    asked = MakingWay(never)
    begun = clock.now
    while clock.now < begun + 1:
        clock.now += 1e-5
        asked()
    assert 0.05 < clock.sleeps * QUICK / (clock.now - begun) < 0.1


def test_a_short_computation_does_not_pause(clock: Clock) -> None:
    asked = MakingWay(never)
    for _ in range(19):
        clock.now += 0.001
        asked()
    assert clock.sleeps == 0


def test_a_pause_lasts_while_another_thread_is_at_work(clock: Clock) -> None:
    asked = MakingWay(never)
    clock.now += 0.1
    asked()
    assert clock.sleeps == 1
    clock.lateness = [0.0005, 0.0005, 0.0, 0.0005]
    clock.now += 0.002
    asked()
    assert clock.sleeps == 4
    assert clock.lateness == [0.0005]


def test_a_window_that_never_rests_does_not_hold_up_what_it_waits_for(clock: Clock) -> None:
    asked = MakingWay(never)
    clock.now += 0.1
    asked()
    clock.lateness = [0.0009] * 1000
    clock.now += 0.002
    before = clock.now
    asked()
    assert clock.now - before <= 0.005


def test_where_sleeps_are_long_they_are_seldom(clock: Clock) -> None:
    asked = MakingWay(never)
    clock.lateness = [0.015] * 1000
    begun = clock.now
    while clock.now < begun + 2:
        clock.now += 1e-4
        asked()
    assert clock.sleeps * 0.0151 / (clock.now - begun) < 0.1


@pytest.mark.parametrize("making_way", [True, False])
def test_a_job_makes_way_unless_it_need_not(qtbot: QtBot, making_way: bool) -> None:
    asked: list[Cancel] = []
    jobs = Jobs(making_way=making_way)
    with qtbot.waitSignal(jobs.finished):
        jobs.submit(asked.append)
    jobs.shut_down()
    assert isinstance(asked[0], MakingWay) is making_way
