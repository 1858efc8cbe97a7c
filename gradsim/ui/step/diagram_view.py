"""How the canvas magnifies the layout: zoom about a point, pan within bounds, fit."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QSizeF

LARGEST = 12.0
SMALLEST = 1.0
_SEEN = 0.35
"""At least this share of the view keeps showing the picture."""


@dataclass(frozen=True, slots=True)
class View:
    """``screen = scale · layout + offset``, in device-independent pixels. At fit it is identity."""

    scale: float = 1.0
    x: float = 0.0
    y: float = 0.0

    @property
    def is_fit(self) -> bool:
        """Whether the whole picture is in sight, unmagnified."""
        return self.scale == 1.0 and self.x == 0.0 and self.y == 0.0

    def to_layout(self, point: QPointF) -> QPointF:
        """The layout's point under a point of the screen."""
        return QPointF((point.x() - self.x) / self.scale, (point.y() - self.y) / self.scale)

    def zoomed(self, factor: float, about: QPointF, size: QSizeF) -> View:
        """Magnified by `factor` with the point `about` staying under the hand."""
        scale = min(max(self.scale * factor, SMALLEST), LARGEST)
        if scale == SMALLEST:
            return View()
        kept = self.to_layout(about)
        return View(scale, about.x() - kept.x() * scale, about.y() - kept.y() * scale).held(size)

    def panned(self, by: QPointF, size: QSizeF) -> View:
        """Moved with the hand."""
        return View(self.scale, self.x + by.x(), self.y + by.y()).held(size)

    def held(self, size: QSizeF) -> View:
        """Moved back so far that a good part of the picture stays in sight."""
        return View(
            self.scale,
            _held(self.x, size.width(), self.scale),
            _held(self.y, size.height(), self.scale),
        )


def _held(offset: float, length: float, scale: float) -> float:
    room = _SEEN * length
    return min(max(offset, room - scale * length), length - room)
