"""Collects cyclic garbage on the GUI thread alone.

Python collects wherever an allocation happens to ask for it, so also on a thread that computes;
a widget that is part of a cycle would be destroyed there, and the program with it.
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer

_EVERY_MS = 1000
_WHOLE_EVERY = 20


class GarbageCollector(QObject):
    """From :meth:`start` to :meth:`stop`, garbage is collected by a timer of this thread."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._round = 0
        self._timer = QTimer(self)
        self._timer.setInterval(_EVERY_MS)
        self._timer.timeout.connect(self._collect)

    def start(self) -> None:
        """Take over; what is loaded by now stays and is not looked through again."""
        gc.disable()
        gc.freeze()
        self._timer.start()

    def stop(self) -> None:
        """Give collecting back to Python."""
        self._timer.stop()
        gc.unfreeze()
        gc.enable()

    def _collect(self) -> None:
        self._round = (self._round + 1) % _WHOLE_EVERY
        gc.collect(2 if self._round == 0 else 1)
