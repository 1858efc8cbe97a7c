"""The worker's side of a run: no pause after the last step, and moments that do not pile up."""

from __future__ import annotations

import threading

import pytest

from gradsim.engine.training import Plan
from gradsim.project.presets import preset
from gradsim.viewmodels.training import track as module
from gradsim.viewmodels.training.track import Track

PROJECT = preset("first_look")


class Refusing(threading.Event):
    """Nobody may wait for it."""

    def wait(self, timeout: float | None = None) -> bool:
        raise AssertionError("waited")


def never() -> bool:
    return False


def test_one_step_at_the_slowest_speed_is_shown_at_once() -> None:
    track = Track(PROJECT, Plan())
    track.set_speed(1)
    track._awake = Refusing()
    assert track.work(1, lambda _: None, never).steps == 1
    assert track.work(1, lambda _: None, never).steps == 2


def test_a_moment_that_nobody_fetched_is_replaced_and_told_of_once(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    track = Track(PROJECT, Plan())
    told: list[Track] = []
    for name in ("SHOWN_EVERY", "_PORTION"):
        monkeypatch.setattr(module, name, 0.0)
    monkeypatch.setattr(Track, "pause_after", lambda _track, _formed: 0.0)
    track.work(20, told.append, never)
    assert told == [track]
    moment = track.fetch()
    assert moment is not None
    assert moment.steps == 19, "the newest that was left before the end"
    assert track.fetch() is None


def test_the_end_of_the_epoch_is_where_the_next_one_would_begin() -> None:
    track = Track(PROJECT, Plan(batch=10))
    assert track.work(3, lambda _: None, never).steps == 3
    assert track.work(0, lambda _: None, never).steps == 7
