"""Settings that hold for every test: no screen, and one BLAS thread."""

from __future__ import annotations

import gc
import os
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

_TESTS_BETWEEN_COLLECTIONS = 20
_finished = 0


@pytest.fixture(scope="session", autouse=True)
def garbage_is_collected_on_this_thread() -> Iterator[None]:
    """As the program does: a widget destroyed by a computing thread ends the process."""
    gc.disable()
    yield
    gc.enable()


@pytest.fixture(autouse=True)
def usual_notation() -> Iterator[None]:
    """Every test begins with the notation of the first start."""
    from gradsim.viewmodels.notation import USUAL, use

    yield
    use(USUAL)


class PatientBot(QtBot):
    """Waits for what comes in the end, however busy the machine.

    How long that takes is no claim of these tests, so no wait may end sooner than `PATIENCE_MS`.
    """

    PATIENCE_MS = 60_000

    def waitUntil(self, callback: Callable[[], bool | None], *, timeout: int = 0) -> None:
        super().waitUntil(callback, timeout=max(timeout, self.PATIENCE_MS))

    def waitSignal(self, signal: Any, *, timeout: int = 5000, **further: Any) -> Any:
        if further.get("raising") is not False:  # else: that a signal does not come
            timeout = max(timeout, self.PATIENCE_MS)
        return super().waitSignal(signal, timeout=timeout, **further)

    def waitActive(self, widget: Any, *, timeout: int = 0) -> Any:
        return super().waitActive(widget, timeout=max(timeout, self.PATIENCE_MS))

    def waitExposed(self, widget: Any, *, timeout: int = 0) -> Any:
        return super().waitExposed(widget, timeout=max(timeout, self.PATIENCE_MS))


@pytest.fixture
def qtbot(qapp: Any, request: pytest.FixtureRequest) -> PatientBot:
    """The usual robot, with more patience."""
    return PatientBot(request)


def pytest_collection_finish() -> None:
    """What is imported by now stays: leave it out of the collections to come."""
    gc.collect()
    gc.freeze()


def pytest_runtest_logfinish() -> None:
    """Collect between tests, every now and then."""
    global _finished
    _finished += 1
    if _finished % _TESTS_BETWEEN_COLLECTIONS == 0:
        gc.collect()
