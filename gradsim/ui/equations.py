"""Typeset equations: TeX to crisp pictures, made off the GUI thread and kept.

The fractions of the chain rule are put together from kept outlines, at once. The rest is set by
ziamath, which takes some twenty milliseconds a piece, so nothing waits for it:
:meth:`Equations.of` answers with a picture if there is one, else asks for it and answers None; the
caller paints plain text meanwhile and repaints on `ready`. A picture is drawn once per (TeX, size)
and tinted per colour. What ziamath cannot set stays plain text.
"""

from __future__ import annotations

from collections import OrderedDict

from msgspec import Struct
from PySide6.QtCore import (
    QByteArray,
    QObject,
    QPointF,
    QRectF,
    QRunnable,
    Qt,
    QThread,
    QThreadPool,
    Signal,
)
from PySide6.QtGui import QColor, QImage, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer
from shiboken6 import isValid

from gradsim.ui.fractions import fraction_outline
from gradsim.viewmodels.single_shot import single_shot
from gradsim.viewmodels.typesetting import TypesettingError, typeset

# The worker shares Python's lock with the GUI thread: it begins when whoever asks has paused, for a
# key held down asks again every 30 ms, and no frame of that walk should have to share.
_AFTER_ASKING_MS = 50
_SHAPES_KEPT = 1500
_PICTURES_KEPT = 400
_MOST_ASKED = 300
"""So many equations wait at most; who walks faster than they are made wants the newest."""


class Picture(Struct, frozen=True, eq=False):
    """One typeset equation in one colour; lengths in device-independent pixels.

    `ascent` is the height above the line that other text stands on.
    """

    pixmap: QPixmap
    width: float
    height: float
    ascent: float

    def paint(self, painter: QPainter, left: float, baseline: float) -> None:
        """Draw it with its left edge and its baseline there."""
        painter.drawPixmap(QPointF(round(left), round(baseline - self.ascent)), self.pixmap)


class _Shape(Struct, frozen=True, eq=False):
    """The outline of one equation, without a colour."""

    svg: bytes
    width: float
    height: float
    ascent: float


class _Setting(QRunnable):
    """Sets one equation on the worker thread."""

    def __init__(self, tex: str, size: float, owner: Equations) -> None:
        super().__init__()
        self.setAutoDelete(False)
        self._tex = tex
        self._size = size
        self._owner = owner

    def run(self) -> None:
        """Typeset; an equation that cannot be set is reported as None."""
        shape = _shape_of(self._tex, self._size)
        # The window may have gone while this was being set.
        if isValid(self._owner):
            self._owner._made.emit((self._tex, self._size), shape)


def _shape_of(tex: str, size: float) -> _Shape | None:
    """Typeset; None for what cannot be set, which stays plain text."""
    try:
        made = typeset(tex, size)
    except TypesettingError:
        return None
    return _Shape(made.svg.encode(), made.width, made.height, -made.top)


class Equations(QObject):
    """Hands out typeset equations and makes those that are missing."""

    ready = Signal()
    """One or more of the equations that were asked for have been made."""
    _made = Signal(object, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._shapes: OrderedDict[tuple[str, float], _Shape | None] = OrderedDict()
        self._pictures: OrderedDict[tuple[str, float, str, float], Picture] = OrderedDict()
        self._asked: dict[tuple[str, float], _Setting] = {}
        self._waiting: dict[tuple[str, float], int] = {}
        self._start = single_shot(self, _AFTER_ASKING_MS, self._start_waiting)
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        self._pool.setThreadPriority(_low_priority())
        self._made.connect(self._keep, Qt.ConnectionType.QueuedConnection)

    def of(self, tex: str, size: float, color: QColor, ratio: float) -> Picture | None:
        """The picture of `tex`, `size` pixels per em, for a screen of `ratio`; None until made."""
        key = (tex, size, color.name(), ratio)
        picture = self._pictures.get(key)
        if picture is not None:
            self._pictures.move_to_end(key)
            return picture
        shape = self._shape(tex, size, urgent=True)
        if shape is None:
            return None
        picture = _tinted(shape, color, ratio)
        self._pictures[key] = picture
        if len(self._pictures) > _PICTURES_KEPT:
            self._pictures.popitem(last=False)
        return picture

    def prepare(self, tex: str, size: float) -> None:
        """Make `tex` soon, before it is needed."""
        self._shape(tex, size, urgent=False)

    def finish(self) -> None:
        """Make everything that was asked for now, for a screenshot; blocks."""
        self._waiting.clear()
        for key in list(self._asked):
            self._pool.tryTake(self._asked[key])
        self._pool.waitForDone()
        for key in list(self._asked):
            if key not in self._shapes:
                self._shapes[key] = _shape_of(*key)
        self._asked.clear()
        self.ready.emit()

    def shut_down(self) -> None:
        """Forget what waits and end the thread."""
        self._start.stop()
        self._waiting.clear()
        self._pool.clear()
        self._pool.waitForDone()

    def _shape(self, tex: str, size: float, *, urgent: bool) -> _Shape | None:
        key = (tex, size)
        if key in self._shapes:
            self._shapes.move_to_end(key)
            return self._shapes[key]
        outline = fraction_outline(tex, size)
        if outline is not None:
            shape = _Shape(outline.svg.encode(), outline.width, outline.height, outline.ascent)
            self._keep_shape(key, shape)
            return shape
        if key not in self._asked:
            self._asked[key] = _Setting(tex, size, self)
            self._waiting[key] = 1 if urgent else 0
            self._forget_oldest()
            self._start.start()
        elif urgent and key in self._waiting:
            self._waiting[key] = 1
        elif urgent and self._pool.tryTake(self._asked[key]):
            self._pool.start(self._asked[key], 1)
        return None

    def _forget_oldest(self) -> None:
        """Let go of what was asked for long ago; whoever still shows it asks again on `ready`."""
        for key in list(self._asked)[: max(len(self._asked) - _MOST_ASKED, 0)]:
            if self._waiting.pop(key, None) is not None or self._pool.tryTake(self._asked[key]):
                del self._asked[key]

    def _start_waiting(self) -> None:
        waiting, self._waiting = self._waiting, {}
        for key, priority in waiting.items():
            if key in self._asked:
                self._pool.start(self._asked[key], priority)

    def _keep(self, key: tuple[str, float], shape: _Shape | None) -> None:
        if self._asked.pop(key, None) is None:
            return
        self._keep_shape(key, shape)
        if shape is not None:
            self.ready.emit()

    def _keep_shape(self, key: tuple[str, float], shape: _Shape | None) -> None:
        self._shapes[key] = shape
        if len(self._shapes) > _SHAPES_KEPT:
            self._shapes.popitem(last=False)


def _low_priority() -> QThread.Priority:
    return QThread.Priority.LowPriority


def _tinted(shape: _Shape, color: QColor, ratio: float) -> Picture:
    width, height = max(1, round(shape.width * ratio)), max(1, round(shape.height * ratio))
    image = QImage(width, height, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    QSvgRenderer(QByteArray(shape.svg)).render(painter, QRectF(0, 0, width, height))
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceIn)
    painter.fillRect(image.rect(), color)
    painter.end()
    pixmap = QPixmap.fromImage(image)
    pixmap.setDevicePixelRatio(ratio)
    return Picture(pixmap, shape.width, shape.height, shape.ascent)
