"""Whoever computes a sweep, its results are the same; and what fails is told, not lost."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator
from concurrent.futures import Future
from contextlib import suppress
from importlib.util import find_spec
from pathlib import Path
from types import SimpleNamespace

import pytest

from gradsim.engine.options import Choice
from gradsim.engine.problems import Problem
from gradsim.project.presets import preset
from gradsim.project.sweeps.computing import Computed, Order, compute
from gradsim.project.sweeps.plan import Axes, Plan
from gradsim.project.sweeps.records import encode
from gradsim.project.sweeps.running import Crew, Failure, Processes, run_here, run_with

ROOT = Path(__file__).resolve().parents[3]
PLAN = Plan(
    preset("ten_sigmoid_layers"),
    Axes(
        (Choice("tanh"), Choice("softmax"), Choice("relu")), (Choice("he_normal"),), depths=(3, 12)
    ),
    seeds=4,
)


def lines(outcomes: Iterator[Computed | Failure]) -> dict[int, bytes]:
    found = {}
    for outcome in outcomes:
        assert isinstance(outcome, Computed)
        found[outcome.record.cell] = encode(outcome.record)
    return found


HERE = lines(run_here(PLAN, range(len(PLAN))))


class _Here:
    """A crew of this very process, which loses its worker at the first `losses` submissions."""

    def __init__(self, losses: int = 0, error: Exception | None = None) -> None:
        self.losses, self.error = losses, error
        self.submitted: list[int] = []
        self.most_under_way = self.renewed = 0
        self.stopped = False

    def submit(self, order: Order) -> Future[Computed]:
        self.submitted.append(order.number)
        future: Future[Computed] = Future()
        if self.losses:
            self.losses -= 1
            future.cancel()
            future.set_running_or_notify_cancel()
        elif self.error is not None and order.number == 2:
            future.set_exception(self.error)
        else:
            future.set_result(compute(order))
        return future

    def size(self) -> int:
        return 1

    def check(self) -> None:
        pass

    def renew(self) -> bool:
        self.renewed += 1
        return False

    def stop(self) -> None:
        self.stopped = True


def test_two_processes_give_what_one_gives_to_the_bit() -> None:
    assert lines(run_with(Processes(2), PLAN, range(len(PLAN)))) == HERE


@pytest.mark.parametrize(("system", "most"), [("win32", 61), ("linux", 62), ("darwin", 62)])
def test_windows_is_asked_for_no_more_processes_than_it_allows(
    monkeypatch: pytest.MonkeyPatch, system: str, most: int
) -> None:
    for module in ("concurrent.futures.process", "gradsim.project.sweeps.running"):
        monkeypatch.setattr(f"{module}.sys", SimpleNamespace(platform=system))
    processes = Processes(62)
    assert processes.size() == most
    processes.stop()


def test_an_impossible_cell_is_a_word_in_its_record_and_the_rest_goes_on() -> None:
    assert b"Softmax can only be the last layer" in HERE[2]
    assert b"problem" not in HERE[4]


def test_cells_of_a_lost_worker_are_begun_again() -> None:
    crew = _Here(losses=2)
    assert lines(run_with(crew, PLAN, range(len(PLAN)))) == HERE
    assert crew.renewed
    assert crew.stopped


def test_a_cell_that_costs_its_worker_thrice_is_given_up_alone() -> None:
    crew = _Here(losses=3)
    outcomes = list(run_with(crew, PLAN, [0]))
    assert outcomes == [Failure(0, "its worker was ended from outside")]


def test_an_error_of_a_worker_is_told_in_one_line_and_the_rest_goes_on() -> None:
    crew = _Here(error=ImportError("no gradsim here\nand a traceback"))
    outcomes = list(run_with(crew, PLAN, range(len(PLAN))))
    assert [each for each in outcomes if isinstance(each, Failure)] == [
        Failure(2, "ImportError: no gradsim here")
    ]
    assert len(outcomes) == len(PLAN)


def test_only_few_cells_are_under_way_at_once() -> None:
    crew = _Here()
    asked: list[int] = []

    def cells() -> Iterator[int]:
        for index in range(len(PLAN)):
            asked.append(index)
            yield index

    for outcome in run_with(crew, PLAN, cells()):
        assert isinstance(outcome, Computed)
        assert len(asked) <= outcome.record.cell + 4


def test_a_crew_that_is_lost_ends_the_sweep_and_is_let_go() -> None:
    class Gone(_Here):
        def renew(self) -> bool:
            raise Problem("The scheduler is gone.")

    crew: Crew = Gone(losses=1)
    with pytest.raises(Problem, match="is gone"):
        list(run_with(crew, PLAN, [0, 1]))
    assert isinstance(crew, Gone)
    assert crew.stopped


@pytest.mark.skipif(sys.platform == "win32", reason="ends a process by a signal")
def test_a_killed_process_is_replaced() -> None:
    class Killed(Processes):
        hit = False

        def submit(self, order: Order) -> Future[Computed]:
            future = super().submit(order)
            if not self.hit:
                self.hit = True
                for process in list(self._pool._processes.values()):
                    os.kill(process.pid, signal.SIGKILL)
            return future

    assert lines(run_with(Killed(1), PLAN, [0, 4])) == {cell: HERE[cell] for cell in (0, 4)}


needs_dask = pytest.mark.skipif(
    find_spec("distributed") is None, reason="the extra “cluster” (dask) is not installed"
)


@needs_dask
def test_nobody_at_the_address_is_one_sentence() -> None:
    from gradsim.project.sweeps.cluster import Cluster

    for address in ("tcp://127.0.0.1:9", "127.0.0.1:9", "tcp://127.0.0.1:nonsense"):
        with pytest.raises(Problem, match="No Dask scheduler answers"):
            Cluster(address, patience=2.0)


@needs_dask
@pytest.mark.parametrize("greeting", [b"", b"SSH-2.0-OpenSSH_9.6\r\n"])
def test_somebody_else_at_the_address_is_one_sentence_in_good_time(greeting: bytes) -> None:
    from gradsim.project.sweeps.cluster import Cluster

    with socket.create_server(("127.0.0.1", 0)) as server:

        def answer() -> None:
            line, _ = server.accept()
            with line, suppress(ConnectionError):
                line.sendall(greeting)
                line.recv(1)  # until the other side has given up

        threading.Thread(target=answer, daemon=True).start()
        with pytest.raises(Problem, match="No Dask scheduler answers"):
            Cluster(f"tcp://127.0.0.1:{server.getsockname()[1]}", patience=0.5)


@needs_dask
def test_an_address_without_a_protocol_of_dask_leaves_no_client_behind(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    import distributed

    from gradsim.project.sweeps.cluster import Cluster

    made: list[object] = []
    monkeypatch.setattr(distributed, "Client", lambda *_, **__: made.append(1))
    with pytest.raises(Problem, match="No Dask scheduler answers"):
        Cluster("http://127.0.0.1:9")
    assert not made


@needs_dask
def test_a_dask_cluster_gives_what_one_process_gives_and_its_end_is_one_sentence(
    tmp_path: Path,
) -> None:
    found = subprocess.run(
        [sys.executable, "-m", "tests.project.sweeps.dask_cluster", str(tmp_path)],
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
        timeout=110,
        check=False,
    )
    assert found.returncode == 0, found.stderr
    for cell, line in HERE.items():
        assert (tmp_path / f"{cell}.json").read_bytes() == line
    assert "The Dask scheduler at" in (tmp_path / "end").read_text(encoding="utf-8")
