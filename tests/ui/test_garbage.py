"""Cyclic garbage is collected on the GUI thread, whichever thread allocates."""

from __future__ import annotations

import gc
import threading
import weakref

from pytestqt.qtbot import QtBot

from gradsim.ui.garbage import GarbageCollector


class Loop:
    """Garbage that only the cyclic collector can take, noting where it dies."""

    died_on: threading.Thread | None = None

    def __init__(self) -> None:
        self.itself = self
        weakref.finalize(self, Loop.note)

    @staticmethod
    def note() -> None:
        Loop.died_on = threading.current_thread()


def test_a_thread_that_allocates_collects_nothing(qtbot: QtBot) -> None:
    collector = GarbageCollector()
    collector.start()
    try:
        Loop()

        def allocate() -> None:
            kept = [[[]] for _ in range(200_000)]
            del kept

        thread = threading.Thread(target=allocate)
        thread.start()
        thread.join()
        assert Loop.died_on is None
        qtbot.waitUntil(lambda: Loop.died_on is threading.main_thread(), timeout=4000)
    finally:
        collector.stop()
        gc.disable()
