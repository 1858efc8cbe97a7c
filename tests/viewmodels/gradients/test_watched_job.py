"""Work while watched: the newest question wins, the last answer stays, errors are told."""

from __future__ import annotations

import threading
from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.exceptions import capture_exceptions

from gradsim.engine.cancellation import check_cancelled
from gradsim.engine.problems import Problem
from gradsim.viewmodels.gradients.watched_job import Progress, WatchedJob
from gradsim.viewmodels.jobs import Cancel
from tests.viewmodels.gradients.desk import wait_until


@pytest.fixture
def job(qapp: QApplication) -> Iterator[WatchedJob]:
    made = WatchedJob()
    yield made
    made.shut_down()


class Answering:
    """A task that counts how often it ran, and waits if it is told to."""

    def __init__(self, value: object, gate: threading.Event | None = None) -> None:
        self.value, self.gate, self.runs = value, gate, 0

    def __call__(self, cancelled: Cancel, progress: Progress) -> object:
        self.runs += 1
        if self.gate is not None:
            for step in range(1000):
                progress(step, 1000)
                check_cancelled(cancelled)
                if self.gate.wait(0.01):
                    break
        return self.value


def test_nothing_is_computed_before_somebody_looks(job: WatchedJob) -> None:
    task = Answering(3)
    job.want((1,), task)
    job.finish()
    assert (task.runs, job.answer, job.current) == (0, None, False)
    job.set_watched(True)
    job.finish()
    assert (task.runs, job.answer, job.current) == (1, 3, True)


def test_the_same_question_is_not_computed_twice(job: WatchedJob) -> None:
    key, task = object(), Answering(3)
    job.set_watched(True)
    job.want((key, 1), task)
    job.finish()
    job.want((key, 1), Answering(4))
    job.set_watched(False)
    job.set_watched(True)
    job.finish()
    assert (task.runs, job.answer) == (1, 3)


def test_looking_away_stops_the_work_and_looking_again_starts_it_anew(job: WatchedJob) -> None:
    gate = threading.Event()
    task = Answering(3, gate)
    job.set_watched(True)
    job.want((1,), task)
    wait_until(lambda: task.runs == 1)
    job.set_watched(False)
    job.finish()
    assert job.answer is None
    gate.set()
    job.set_watched(True)
    job.finish()
    assert (task.runs, job.answer) == (2, 3)


def test_the_newest_question_wins_over_one_that_takes_long(job: WatchedJob) -> None:
    slow, quick = Answering("slow", threading.Event()), Answering("quick")
    job.set_watched(True)
    job.want((1,), slow)
    wait_until(lambda: slow.runs == 1)
    job.want((2,), quick)
    wait_until(lambda: job.current)
    assert job.answer == "quick"


def test_a_long_wait_is_admitted_with_how_far_it_has_come(job: WatchedJob) -> None:
    gate = threading.Event()
    job.set_watched(True)
    job.want((1,), Answering(3, gate))
    assert not job.waiting
    wait_until(lambda: job.waiting and job.fraction > 0)
    gate.set()
    wait_until(lambda: job.current)
    assert not job.waiting


def test_the_last_answer_stays_until_the_next_one(job: WatchedJob) -> None:
    gate = threading.Event()
    job.set_watched(True)
    job.want((1,), Answering("first"))
    job.finish()
    job.want((2,), Answering("second", gate))
    assert (job.answer, job.current) == ("first", False)
    gate.set()
    job.finish()
    assert job.answer == "second"


def test_a_problem_is_kept_as_a_value_and_leaves_with_the_next_answer(job: WatchedJob) -> None:
    def refuse(_cancelled: Cancel, _progress: Progress) -> object:
        raise Problem("It cannot be.")

    job.set_watched(True)
    job.want((1,), Answering(1))
    job.finish()
    job.want((2,), refuse)
    job.finish()
    assert str(job.problem) == "It cannot be."
    assert job.answer is None
    job.want((3,), Answering(3))
    job.finish()
    assert (job.problem, job.answer) == (None, 3)


def test_an_unexpected_error_is_told_and_raised(job: WatchedJob) -> None:
    def fail(_cancelled: Cancel, _progress: Progress) -> object:
        raise ZeroDivisionError

    job.set_watched(True)
    with capture_exceptions() as raised:
        job.want((1,), fail)
        job.finish()
    assert [kind for kind, _, _ in raised] == [ZeroDivisionError]
    assert isinstance(job.problem, ZeroDivisionError)


def test_forgetting_drops_answer_and_question(job: WatchedJob) -> None:
    job.set_watched(True)
    job.want((1,), Answering(1))
    job.finish()
    job.forget()
    assert (job.answer, job.current) == (None, False)
    job.want((1,), Answering(2))
    job.finish()
    assert job.answer == 2
