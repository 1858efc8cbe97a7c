"""The cursor of a plot: over which layer, bar or bin it stands, and what is there."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np
import numpy.typing as npt
import pyqtgraph as pg
from PySide6.QtCore import QObject, QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QAccessibleEvent

from gradsim.ui.plots.overlay import Cursor
from gradsim.ui.plots.readout import Readout

PAGE = 10

Reader = Callable[[int], Sequence[str]]
"""The lines of the readout at one stop."""


class StopCursor(QObject):
    """Moves over the `stops` of one plot, draws its line and shows its numbers."""

    def __init__(self, plot: pg.GraphicsView, view: pg.ViewBox) -> None:
        super().__init__(plot)
        self._plot, self._view = plot, view
        self.line = Cursor()
        self.readout = Readout(plot)
        self._stops: npt.NDArray[np.float64] = np.zeros(0)
        self._reader: Reader = _silent
        self._stop: int | None = None
        self._pointer: QPoint | None = None

    @property
    def stop(self) -> int | None:
        """The index of the stop under the cursor."""
        return self._stop

    def set_reader(self, reader: Reader) -> None:
        """Who words the readout."""
        self._reader = reader

    def set_stops(self, stops: npt.NDArray[np.float64]) -> None:
        """Where along x the cursor can stand; it stays where it was if that still exists."""
        self._stops = stops
        if self._stop is not None and self._stop >= len(stops):
            self.leave()
        self.refresh()

    def nearest(self, position: QPoint) -> int | None:
        """The stop nearest to a pixel of the plot; None beside the data."""
        scene = self._plot.mapToScene(position)
        frame = self._view.sceneBoundingRect()
        if not len(self._stops) or not frame.left() <= scene.x() <= frame.right():
            return None
        return int(np.argmin(np.abs(self._stops - self._view.mapSceneToView(scene).x())))

    def hover(self, position: QPoint) -> None:
        """Follow the pointer."""
        stop = self.nearest(position)
        if stop is None:
            self.leave()
            return
        self._stop, self._pointer = stop, position
        self.refresh()

    def leave_pointer(self) -> None:
        """The pointer has gone; a cursor put by keys stays."""
        if self._pointer is not None:
            self.leave()

    def leave(self) -> None:
        """Nothing is read any more."""
        self._stop = self._pointer = None
        self.line.move(None)
        self.readout.hide()

    def move_by_key(self, key: Qt.Key) -> bool:
        """Move with the arrows, Page Up and Down, Home, End; False for any other key."""
        last, here = len(self._stops) - 1, self._stop
        moves = {
            Qt.Key.Key_Left: last if here is None else here - 1,
            Qt.Key.Key_Right: 0 if here is None else here + 1,
            Qt.Key.Key_PageUp: 0 if here is None else here - PAGE,
            Qt.Key.Key_PageDown: 0 if here is None else here + PAGE,
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: last,
        }
        if key not in moves or last < 0:
            return False
        self._stop, self._pointer = min(max(moves[key], 0), last), None
        self.refresh()
        self._announce()
        return True

    def tell(self) -> None:
        """Read the present stop anew, the first one where there is none, and say it aloud."""
        if self._stop is None and len(self._stops):
            self._stop, self._pointer = 0, None
        self.refresh()
        self._announce()

    def refresh(self) -> None:
        """Read the present stop anew, after the data or the range have changed."""
        if self._stop is None:
            return
        x = float(self._stops[self._stop])
        self.line.move(x)
        text = "\n".join(self._reader(self._stop))
        if text:
            self.readout.show_at(self._anchor(x), text)
        else:
            self.readout.hide()

    def _anchor(self, x: float) -> QPoint:
        across = self._view.mapViewToScene(QPointF(x, 0.0)).x()
        up = self._view.sceneBoundingRect().center().y()
        anchor: QPoint = self._plot.mapFromScene(QPointF(across, up))
        return anchor if self._pointer is None else QPoint(anchor.x(), self._pointer.y())

    def _announce(self) -> None:
        """Tell screen readers what stands under the keyboard cursor."""
        self._plot.setAccessibleDescription(self.readout.text().replace("\n", "; "))
        event = QAccessibleEvent(self._plot, QAccessible.Event.DescriptionChanged)
        QAccessible.updateAccessibility(event)


def _silent(_stop: int) -> Sequence[str]:
    return ()
