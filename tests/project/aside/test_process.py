"""A process beside this one does what it is asked, stops when told, and leaves nothing behind."""

from __future__ import annotations

import os
import subprocess
import threading
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from queue import SimpleQueue
from time import monotonic, sleep
from typing import Any

import numpy as np
import pytest

from gradsim.engine.cancellation import Cancelled
from gradsim.engine.options import Choice
from gradsim.engine.problems import Problem
from gradsim.project.aside import Call, Gone, SideProcess, Stop
from gradsim.project.presets import preset
from gradsim.project.sweeps import Cell, measure_cell

DEEP = preset("ten_sigmoid_layers")
TANH = Cell(Choice.of("tanh"), Choice.of("glorot_normal"))


def process_number(cancelled: Callable[[], bool]) -> int:
    return os.getpid()


def until_stopped(cancelled: Callable[[], bool]) -> None:
    end = monotonic() + 20
    while monotonic() < end:
        if cancelled():
            raise Cancelled
        sleep(0.005)


def fail(cancelled: Callable[[], bool]) -> None:
    raise Problem("No layer has the id {id}.", place="network", id=3)


def leave(cancelled: Callable[[], bool]) -> None:
    os._exit(3)


@pytest.fixture
def aside() -> Iterator[SideProcess]:
    made = SideProcess()
    yield made
    made.end()
    made.close()


def test_a_cell_measured_aside_has_the_same_bits(aside: SideProcess) -> None:
    call = Call(measure_cell, (DEEP, TANH, 4), {"quantity": "delta", "statistic": "l2"})
    there, here = aside.run(call, Stop()), call(lambda: False)
    assert there.verdict == here.verdict
    assert there.project == here.project
    for key, ratios in here.ratios.items():
        np.testing.assert_array_equal(there.ratios[key], ratios)
        np.testing.assert_array_equal(there.profiles[key].median, here.profiles[key].median)


def test_it_is_one_process_for_many_calls_and_not_this_one(aside: SideProcess) -> None:
    first, second = (aside.run(Call(process_number), Stop()) for _ in range(2))
    assert first == second != os.getpid()


def test_a_call_stops_when_told_and_the_next_one_is_done(aside: SideProcess) -> None:
    stop = Stop()
    timer = threading.Timer(0.2, stop.set)
    timer.start()
    with pytest.raises(Cancelled):
        aside.run(Call(until_stopped), stop)
    timer.join()
    early = Stop()
    early.set()
    with pytest.raises(Cancelled):
        aside.run(Call(until_stopped), early)
    assert aside.run(Call(process_number), Stop()) != os.getpid()


def test_errors_come_back_as_they_were(aside: SideProcess) -> None:
    with pytest.raises(Problem, match="No layer has the id 3") as caught:
        aside.run(Call(fail), Stop())
    assert caught.value.place == "network"


def test_one_that_dies_is_replaced(aside: SideProcess) -> None:
    with pytest.raises(Gone) as caught:
        aside.run(Call(leave), Stop())
    assert caught.value.begun
    assert aside.run(Call(process_number), Stop()) != os.getpid()


def test_one_that_cannot_work_is_told_from_one_that_died(
    aside: SideProcess, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "numpy").mkdir()
    (tmp_path / "numpy" / "__init__.py").write_text("raise SystemExit(1)")
    monkeypatch.setattr("gradsim.project.aside.process._ROOT", str(tmp_path))
    with pytest.raises(Gone) as caught:
        aside.run(Call(process_number), Stop())
    assert not caught.value.begun


def test_ending_it_frees_whoever_waits(aside: SideProcess) -> None:
    threading.Timer(0.3, aside.end).start()
    with pytest.raises(Gone):
        aside.run(Call(until_stopped), Stop())
    with pytest.raises(Gone):
        aside.run(Call(process_number), Stop())


def test_one_that_dies_is_noticed_though_others_were_started_with_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """As on Windows, a process inherits whatever may be inherited when it is started."""
    start, both = subprocess.Popen, threading.Barrier(2)

    def inherit_all(arguments: list[str], **options: Any) -> subprocess.Popen[bytes]:
        (line,) = options.pop("pass_fds")
        os.set_inheritable(line, True)
        # Where the two can be started at once, they are; where they take turns, nobody waits long.
        with suppress(threading.BrokenBarrierError):
            both.wait(0.5)
        process = start(arguments, **options | {"close_fds": False})
        with suppress(threading.BrokenBarrierError):
            both.wait(0.5)
        return process

    monkeypatch.setattr(subprocess, "Popen", inherit_all)
    sides = (SideProcess(), SideProcess())
    ends: SimpleQueue[int] = SimpleQueue()

    def ask(number: int) -> None:
        with suppress(Gone):
            sides[number].run(Call(until_stopped), Stop())
        ends.put(number)

    asking = [threading.Thread(target=ask, args=(number,)) for number in range(2)]
    for thread in asking:
        thread.start()
    until = monotonic() + 15
    while not all(side.alive for side in sides):
        assert monotonic() < until
        sleep(0.01)
    sides[0].end()
    try:
        assert ends.get(timeout=5) == 0
    finally:
        sides[1].end()
        for thread, side in zip(asking, sides, strict=True):
            thread.join()
            side.close()
