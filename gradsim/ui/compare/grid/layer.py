"""The cells as they were last painted: only what changed is painted anew, a few at a time."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from time import perf_counter
from typing import Final

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QColor, QPainter, QPixmap

from gradsim.viewmodels.compare.grid.axes import Place

TURN_SECONDS: Final = 0.012
"""How long one turn of the event loop may paint cells."""

Paint = Callable[[QPainter, Place], None]
Area = Callable[[Place], QRectF]


class CellLayer:
    """A picture of the viewport's cells, and which of them are out of date."""

    def __init__(self) -> None:
        self._picture = QPixmap()
        self._stale: dict[Place, None] = {}

    @property
    def complete(self) -> bool:
        """Whether every cell is painted as it is now."""
        return not self._stale

    def restart(self, size: QSize, ratio: float, ground: QColor, places: Iterable[Place]) -> None:
        """Begin anew for a viewport of `size` in the colour `ground`, showing `places`."""
        pixels = size * ratio
        if self._picture.size() != pixels or self._picture.devicePixelRatio() != ratio:
            self._picture = QPixmap(pixels)
            self._picture.setDevicePixelRatio(ratio)
        self._picture.fill(ground)
        self._stale = dict.fromkeys(places)

    def spoil(self, places: Iterable[Place]) -> None:
        """These cells show something else now."""
        self._stale |= dict.fromkeys(places)

    def draw(self, paint: Paint, area: Area, *, seconds: float = TURN_SECONDS) -> list[QRectF]:
        """Paint stale cells for about `seconds`; returns where."""
        if not self._stale or self._picture.isNull():
            return []
        until, painted = perf_counter() + seconds, []
        painter = QPainter(self._picture)
        while self._stale:
            place = next(iter(self._stale))
            del self._stale[place]
            paint(painter, place)
            painted.append(area(place))
            if perf_counter() > until:
                break
        painter.end()
        return painted

    def show(self, painter: QPainter, touched: QRectF) -> None:
        """Copy what lies in `touched`."""
        ratio = self._picture.devicePixelRatio()
        source = QRectF(touched.topLeft() * ratio, touched.size() * ratio)
        painter.drawPixmap(touched, self._picture, source)
