"""Which range a view of a plot shows: fitted, only growing during a drag, or held by hand."""

from __future__ import annotations

import pyqtgraph as pg
from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication

from gradsim.viewmodels.gradients.decades import RangeMemory, Span

REFIT_MS = 120


class FittedRange(QObject):
    """Keeps the range of one view box by the rules of the plots."""

    shown = Signal()
    """The visible range has changed."""
    held_changed = Signal(bool)

    def __init__(self, view: pg.ViewBox, parent: QObject) -> None:
        super().__init__(parent)
        self._view = view
        self._held = False
        self._across = self._up = Span(0.0, 1.0)
        self._memory = RangeMemory()
        self._refit = QTimer(self)
        self._refit.setInterval(REFIT_MS)
        self._refit.timeout.connect(self._refit_after_drag)
        view.disableAutoRange()
        view.sigRangeChangedManually.connect(self._hold)
        view.sigRangeChanged.connect(self._announce)

    @property
    def held(self) -> bool:
        """Whether a zoom by hand is kept."""
        return self._held

    def fit(self, across: Span, up: Span) -> None:
        """Show `across` × `up`; a held zoom stays."""
        if across != self._across:
            self._memory = RangeMemory()
        self._across, self._up = across, up
        dragging = button_down()
        shown = self._memory.update(up, growing=dragging)
        if dragging:
            self._refit.start()
        if not self._held:
            wanted = [[across.low, across.high], [shown.low, shown.high]]
            if self._view.viewRange() != wanted:
                self._view.setRange(xRange=wanted[0], yRange=wanted[1], padding=0)
            # pyqtgraph would move its items while it paints, and then paint once more.
            self._view.prepareForPaint()

    def fit_again(self) -> None:
        """Leave a zoom made by hand, or the room that a drag has needed."""
        self._memory = RangeMemory()
        if self._held:
            self._held = False
            self.held_changed.emit(False)
        self.fit(self._across, self._up)

    def _hold(self, _axes: object) -> None:
        if not self._held:
            self._held = True
            self.held_changed.emit(True)

    def _announce(self) -> None:
        self.shown.emit()

    def _refit_after_drag(self) -> None:
        if not button_down():
            self._refit.stop()
            self._memory = RangeMemory()
            self.fit(self._across, self._up)


def button_down() -> bool:
    """Whether the reader drags something, most likely a slider."""
    return bool(QGuiApplication.mouseButtons() & Qt.MouseButton.LeftButton)
