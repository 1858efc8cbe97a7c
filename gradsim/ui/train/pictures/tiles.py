"""Small pictures side by side, as many rows as they need, read and chosen by mouse and by key."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from msgspec import Struct
from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, QSizeF, Qt, Signal
from PySide6.QtGui import (
    QFontMetricsF,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QWidget

from gradsim.ui.plots.readout import Readout
from gradsim.ui.step.axes import axis_font
from gradsim.ui.theme import ThemeController

_GAP = 6.0
_EDGE = 2.0
_LARGEST = 180.0
"""The side, in pixels, that a picture may have where there is room."""


class Tile(Struct, frozen=True, eq=False):
    """One picture: what paints it into a square, the words below it, and what is read out."""

    paint: Callable[[QPainter, QRectF], None]
    caption: str
    told: str


class ImagePaint:
    """Paints an image that is made when it is first seen: of many tiles few are in sight."""

    def __init__(self, make: Callable[[], QImage]) -> None:
        self._make = make
        self._image: QImage | None = None

    def __call__(self, painter: QPainter, place: QRectF) -> None:
        """Fill the place with it."""
        if self._image is None:
            self._image = self._make()
        painter.drawImage(place, self._image)


class TileCanvas(QWidget):
    """Arrow keys, Home and End move over the tiles; Enter or a click chooses one."""

    tile_chosen = Signal(int)
    place_read = Signal(QRectF)
    """Where the tile is that the cursor came to by key."""

    def __init__(self, theme: ThemeController, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._tiles: Sequence[Tile] = ()
        self._least = 40.0
        self._room = QSizeF(200.0, 120.0)
        self._below = 0.0
        """The height of the words below a tile."""
        self._across, self._side = 1, self._least
        """How many tiles stand side by side, and how wide each is."""
        self.cursor_at: int | None = None
        """The tile that is read, from 0."""
        self._readout = Readout(self)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.MinimumExpanding)
        theme.changed.connect(self.update)

    @property
    def tiles(self) -> Sequence[Tile]:
        """What is shown."""
        return self._tiles

    def show_tiles(self, tiles: Sequence[Tile], least: float) -> None:
        """Show these, each at least `least` pixels wide."""
        self._tiles, self._least = tiles, least
        height = QFontMetricsF(axis_font(self.font())).height()
        self._below = height if any(tile.caption for tile in tiles) else 0.0
        self._settle()
        if self.cursor_at is not None:
            self._read(self.cursor_at)
        self.update()

    def set_room(self, room: QSizeF) -> None:
        """How much of it is seen, whether or not something scrolls."""
        self._room = room
        self._settle()
        self.update()

    # places ----------------------------------------------------------------------------------

    def _columns(self) -> int:
        """The fewest with which every tile is in sight; else as many as the least side allows."""
        most = max(1, int((self._room.width() - 2 * _EDGE + _GAP) / (self._least + _GAP)))
        for columns in range(1, most):
            rows = -(-len(self._tiles) // columns)
            pitch = self._side_of(columns) + _GAP + self._below
            if 2 * _EDGE + rows * pitch <= self._room.height():
                return columns
        return most

    def _side_of(self, columns: int) -> float:
        room = (self._room.width() - 2 * _EDGE + _GAP) / columns - _GAP
        return max(8.0, min(room, max(self._least, _LARGEST)))

    def tile_rect(self, index: int) -> QRectF:
        """The square of a tile, from 0."""
        row, column = divmod(index, self._across)
        side, pitch = self._side, self._side + _GAP
        left, top = _EDGE + column * pitch, _EDGE + row * (pitch + self._below)
        return QRectF(left, top, side, side)

    def _settle(self) -> None:
        """Place the tiles anew."""
        self._across = self._columns()
        self._side = self._side_of(self._across)
        rows = -(-len(self._tiles) // self._across)
        pitch = self._side + _GAP + self._below
        self.setMinimumHeight(int(2 * _EDGE + rows * pitch))

    def _at(self, position: QPointF) -> int | None:
        for index in range(len(self._tiles)):
            reach = self.tile_rect(index).adjusted(0, 0, 0, self._below)
            if reach.contains(position):
                return index
        return None

    # painting --------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        """The tiles that are in sight."""
        painter = QPainter(self)
        theme, font, seen = self._theme.theme, axis_font(self.font()), QRectF(event.rect())
        painter.fillRect(seen, theme.panel)
        painter.setFont(font)
        metrics, below = QFontMetricsF(font), self._below
        for index, tile in enumerate(self._tiles):
            place = self.tile_rect(index)
            if not place.adjusted(0, 0, 0, below).intersects(seen):
                continue
            painter.save()
            tile.paint(painter, place)
            painter.restore()
            painter.setBrush(Qt.BrushStyle.NoBrush)
            read = index == self.cursor_at
            painter.setPen(QPen(theme.focus if read else theme.panel_border, 2.0 if read else 1.0))
            painter.drawRect(place)
            painter.setPen(theme.text)
            box = QRectF(place.left() - _GAP / 2, place.bottom() + 1, place.width() + _GAP, below)
            text = metrics.elidedText(tile.caption, Qt.TextElideMode.ElideRight, box.width())
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)
        if self.hasFocus():
            painter.setPen(QPen(theme.focus, 1.0))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        painter.end()

    # cursor ----------------------------------------------------------------------------------

    def _read(self, index: int) -> None:
        if not self._tiles:
            self._leave()
            return
        self.cursor_at = min(max(index, 0), len(self._tiles) - 1)
        text = self._tiles[self.cursor_at].told
        self._readout.recolor(self._theme.theme)
        place = self.tile_rect(self.cursor_at)
        self._readout.show_at(place.center().toPoint(), text)
        self.setAccessibleDescription(text)
        self.update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Hovering reads a tile."""
        index = self._at(event.position())
        if index is None:
            self._leave()
        elif index != self.cursor_at:
            self._read(index)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click chooses a tile."""
        index = self._at(event.position())
        if index is not None and event.button() == Qt.MouseButton.LeftButton:
            self.tile_chosen.emit(index)

    def leaveEvent(self, event: QEvent) -> None:
        """The readout goes with the pointer."""
        super().leaveEvent(event)
        self._leave()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows, Home and End move, Enter chooses, Escape leaves."""
        key, here, columns = Qt.Key(event.key()), self.cursor_at, self._across
        moves = {
            Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: -columns,
            Qt.Key.Key_Down: columns, Qt.Key.Key_Home: -10**6, Qt.Key.Key_End: 10**6,
        }  # fmt: skip
        if key in moves and self._tiles:
            first = len(self._tiles) - 1 if key == Qt.Key.Key_End else 0
            self._read(first if here is None else here + moves[key])
            assert self.cursor_at is not None
            self.place_read.emit(self.tile_rect(self.cursor_at))
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and here is not None:
            self.tile_chosen.emit(here)
        elif key == Qt.Key.Key_Escape and here is not None:
            self._leave()
        else:
            super().keyPressEvent(event)

    def _leave(self) -> None:
        self.cursor_at = None
        self._readout.hide()
        self.setAccessibleDescription("")
        self.update()

    def sizeHint(self) -> QSize:
        """What is given."""
        return QSize(200, 120)


class TileGrid(QScrollArea):
    """A TileCanvas that scrolls up and down where the place is too low for it."""

    def __init__(self, theme: ThemeController, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.canvas = TileCanvas(theme)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(self.canvas)
        self.setMinimumHeight(70)
        self.canvas.place_read.connect(self._bring)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The room is without the scroll bar, or its coming and going would change what it is."""
        super().resizeEvent(event)
        bar = self.verticalScrollBar().sizeHint().width()
        self.canvas.set_room(QSizeF(self.width() - bar, self.height()))

    def _bring(self, place: QRectF) -> None:
        center = place.center()
        margin = int(place.height() / 2 + _GAP)
        self.ensureVisible(int(center.x()), int(center.y()), margin, margin)
