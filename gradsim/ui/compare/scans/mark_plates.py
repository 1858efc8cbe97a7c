"""Where the words of upright marks stand: beside their own line, and on no other one."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF

_AIR = 3.0


def mark_plates(
    lines: Sequence[float], widths: Sequence[float], height: float, area: QRectF
) -> list[QRectF]:
    """A plate for the words of each line: right of it at the top, or left of it, or lower.

    A plate lies on another's line only where its own has no free side, on no other plate,
    and beyond the edge of `area` only where it is wider than either side.
    """
    taken: list[QRectF] = []
    for line, width in zip(lines, widths, strict=True):
        top = area.top() + _AIR - 1.0
        right, left = (
            QRectF(start, top, width, height) for start in (line + _AIR, line - _AIR - width)
        )
        inside = [
            each
            for each in (right, left)
            if each.left() >= area.left() and each.right() <= area.right()
        ]
        sides = inside or [right]
        free = [each for each in sides if not _crossed(each, lines)]
        taken.append(_first_free(free or sides, taken))
    return taken


def _crossed(plate: QRectF, lines: Sequence[float]) -> bool:
    return any(plate.left() < each < plate.right() for each in lines)


def _first_free(sides: Sequence[QRectF], taken: Sequence[QRectF]) -> QRectF:
    """The highest place beside a line that no plate takes."""
    row = 0
    while True:
        for side in sides:
            plate = side.translated(0.0, row * side.height())
            if not any(plate.intersects(each) for each in taken):
                return plate
        row += 1
