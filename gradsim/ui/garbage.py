"""Collects cyclic garbage on the GUI thread alone.

Python collects wherever an allocation happens to ask for it, so also on a thread that computes;
a widget that is part of a cycle would be destroyed there, and the program with it.

Values of which a deep network has thousands are not looked through (``gc=False`` of their Struct):
each is frozen and holds only what was there before it, so that none can stand in a cycle.
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
        # In a turn of the event loop by itself, and not on top of one that paints, say.
        self._turn = QTimer(self)
        self._turn.setSingleShot(True)
        self._turn.timeout.connect(self._collect)
        self._timer.timeout.connect(self._turn.start)

    def start(self) -> None:
        """Take over; what is loaded by now stays and is not looked through again."""
        gc.disable()
        gc.freeze()
        self._timer.start()

    def stop(self) -> None:
        """Give collecting back to Python."""
        self._timer.stop()
        self._turn.stop()
        gc.unfreeze()
        gc.enable()

    def _collect(self) -> None:
        self._round = (self._round + 1) % _WHOLE_EVERY
        gc.collect(2 if self._round == 0 else 1)
