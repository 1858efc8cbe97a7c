"""Jobs: one runs, the newest waits, errors are values, nothing outlives shut_down."""

from __future__ import annotations

import threading
from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from gradsim.engine.cancellation import Cancelled
from gradsim.viewmodels.jobs import Cancel, Jobs, Outcome


@pytest.fixture
def jobs() -> Iterator[Jobs]:
    made = Jobs()
    yield made
    made.shut_down()


class Gate:
    """Work that waits until it is let go, and notes on which thread it ran."""

    def __init__(self, value: int) -> None:
        self.value = value
        self.started = threading.Event()
        self.let_go = threading.Event()
        self.thread: threading.Thread | None = None

    def __call__(self, cancelled: Cancel) -> int:
        self.thread = threading.current_thread()
        self.started.set()
        while not self.let_go.wait(0.005):
            if cancelled():
                raise Cancelled
        return self.value


def test_work_runs_off_the_gui_thread_and_answers_on_it(jobs: Jobs, qtbot: QtBot) -> None:
    gate = Gate(5)
    gate.let_go.set()
    answered_on: list[threading.Thread] = []
    jobs.finished.connect(lambda: answered_on.append(threading.current_thread()))
    with qtbot.waitSignal(jobs.finished) as answer:
        number = jobs.submit(gate)
    assert answer.args is not None
    outcome = answer.args[0]
    assert (outcome.number, outcome.value, outcome.error) == (number, 5, None)
    assert gate.thread is not threading.main_thread()
    assert answered_on == [threading.main_thread()]


def test_only_the_newest_waiting_job_runs(jobs: Jobs, qtbot: QtBot) -> None:
    first, dropped, last = Gate(1), Gate(2), Gate(3)
    values: list[int] = []
    jobs.finished.connect(lambda outcome: values.append(outcome.value))
    jobs.submit(first)
    assert first.started.wait(5)
    jobs.submit(dropped)
    jobs.submit(last)
    for gate in (first, dropped, last):
        gate.let_go.set()
    qtbot.waitUntil(lambda: values == [1, 3])
    assert not dropped.started.is_set()
    assert not jobs.busy


def test_replacing_cancels_the_running_job_and_reports_only_the_new_one(
    jobs: Jobs, qtbot: QtBot
) -> None:
    first, second = Gate(1), Gate(2)
    second.let_go.set()
    values: list[int] = []
    jobs.finished.connect(lambda outcome: values.append(outcome.value))
    jobs.submit(first)
    assert first.started.wait(5)
    jobs.submit(second, replace=True)
    qtbot.waitUntil(lambda: values == [2])


def test_an_exception_comes_back_as_a_value(jobs: Jobs, qtbot: QtBot) -> None:
    def fail(cancelled: Cancel) -> int:
        raise ZeroDivisionError

    outcomes: list[Outcome] = []
    jobs.finished.connect(outcomes.append)
    with qtbot.waitSignal(jobs.finished):
        jobs.submit(fail)
    assert isinstance(outcomes[0].error, ZeroDivisionError)


def test_busy_is_reported_once_for_a_row_of_jobs(jobs: Jobs, qtbot: QtBot) -> None:
    reports: list[bool] = []
    jobs.busy_changed.connect(reports.append)
    gates = [Gate(1), Gate(2)]
    jobs.submit(gates[0])
    assert gates[0].started.wait(5)
    jobs.submit(gates[1])
    for gate in gates:
        gate.let_go.set()
    qtbot.waitUntil(lambda: not jobs.busy)
    assert reports == [True, False]


def test_shutting_down_ends_a_running_job(qtbot: QtBot) -> None:
    jobs, gate = Jobs(), Gate(1)
    jobs.submit(gate)
    assert gate.started.wait(5)
    jobs.shut_down()
    assert gate.thread is not None


def test_an_answer_on_its_way_is_not_reported_after_a_cancel(jobs: Jobs, qtbot: QtBot) -> None:
    ended, kept = Gate(1), Gate(2)
    ended.let_go.set()
    kept.let_go.set()
    values: list[int] = []
    jobs.finished.connect(lambda outcome: values.append(outcome.value))
    jobs.submit(ended)
    assert ended.started.wait(5)
    jobs.cancel()
    jobs.submit(kept)
    qtbot.waitUntil(lambda: bool(values))
    assert values == [2]


def test_finishing_reports_the_running_and_the_waiting_job_at_once(jobs: Jobs) -> None:
    values: list[int] = []
    jobs.finished.connect(lambda outcome: values.append(outcome.value))
    for value in (1, 2):
        gate = Gate(value)
        gate.let_go.set()
        jobs.submit(gate)
    jobs.finish()
    assert values == [1, 2]
    assert not jobs.busy
