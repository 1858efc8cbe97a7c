"""The drawing surface of the diagram: a cached picture, marks above it, and the hand on it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, QSizeF, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QHelpEvent,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from gradsim.ui.step.diagram.hand import DiagramHand
from gradsim.ui.step.diagram.heat_maps import HeatMaps
from gradsim.ui.step.diagram.inks import Inks, Letters
from gradsim.ui.step.diagram.overlay import paint_marks
from gradsim.ui.step.diagram.painter import PINNED
from gradsim.ui.step.diagram.picture import Picture
from gradsim.ui.step.diagram.pixmap import DiagramPixmap
from gradsim.ui.step.diagram.preview import paint_preview, paint_preview_labels
from gradsim.ui.step.diagram.tips import tip_html
from gradsim.ui.step.diagram.view import Magnifier, View
from gradsim.ui.theme import ThemeController
from gradsim.viewmodels.step.diagram.actions import DiagramActions
from gradsim.viewmodels.step.diagram.diagram import DiagramModel
from gradsim.viewmodels.step.diagram.hits import Target, TargetKind
from gradsim.viewmodels.step.diagram.words import describe
from gradsim.viewmodels.step.walk.walk import Lens

_NOTCH = 1.2


class DiagramCanvas(QWidget):
    """Paints the model; the still picture is kept as a pixmap, so a step repaints marks only."""

    menu_wanted = Signal(object, QPoint)
    """A context menu for a Target was asked for at a global point."""

    def __init__(
        self,
        model: DiagramModel,
        actions: DiagramActions,
        theme: ThemeController,
        hand: DiagramHand,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._model = model
        self._actions = actions
        self._hand = hand
        self._theme = theme
        self._inks = Inks.of(theme.theme)
        self._letters = Letters(self.font())
        self.magnifier = Magnifier(self)
        self._still: DiagramPixmap | None = None
        self._last: DiagramPixmap | None = None
        self._tiles = HeatMaps(model, self._inks, self)
        self._tiles.made.connect(self._show_tile)
        self._hovered: Target | None = None
        self._pressed_at: QPointF | None = None
        self._dragged_from: QPointF | None = None
        self._focus_shown = False
        self.setObjectName("diagramCanvas")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setMinimumSize(260, 95)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.grabGesture(Qt.GestureType.PinchGesture)
        self.magnifier.changed.connect(self._repaint_all)
        model.changed.connect(self._repaint_all)
        model.highlighted.connect(self.update)
        model.previewed.connect(self.update)
        theme.changed.connect(self._recolor)

    @property
    def view(self) -> View:
        """How the layout is magnified now."""
        return self.magnifier.view

    @property
    def hovered(self) -> Target | None:
        """What the pointer is on."""
        return self._hovered

    def point_at(self, target: Target | None) -> None:
        """Mark what another view points at, as if the pointer were on it."""
        self._set_hovered(target)

    def finish_drawing(self) -> None:
        """Make every heat map at once."""
        self._model.set_size(self.width(), self.height())
        self._tiles.make_all()

    # The picture

    def _repaint_all(self) -> None:
        self._still = None
        self._hovered = None
        self.update()

    def _recolor(self) -> None:
        self._inks = Inks.of(self._theme.theme)
        self._tiles.recolor(self._inks)
        self._repaint_all()

    def _show_tile(self, layer: int, image: QImage) -> None:
        if self._still is not None:
            self._still.add_tile(layer, image)
            self.update()

    def _make_picture(self) -> Picture | None:
        self._model.set_size(self.width(), self.height())
        layout, values = self._model.layout, self._model.values
        if layout is None or values is None:
            return None
        return Picture(
            layout, values, self._inks, self._letters, self.view, self._model.bar_range,
            self._model.selected_layers, self._tiles.images(),
            bars=self._model.lens is not Lens.FORWARD,
        )  # fmt: skip

    def _make_pixmap(self, ratio: float) -> DiagramPixmap | None:
        picture = self._make_picture()
        if picture is None:
            return None
        panel = self._theme.theme.panel
        self._last = DiagramPixmap(picture, QSizeF(self.size()), ratio, panel, self._last)
        return self._last

    # Pointing

    def _target_at(self, point: QPointF) -> Target | None:
        place = self.view.to_layout(point)
        if not self.view.is_fit and point.y() < PINNED:
            place.setY(PINNED / 2)
        return self._model.target_at(place.x(), place.y(), self.view.scale)

    def _set_hovered(self, target: Target | None) -> None:
        if target != self._hovered:
            self._hovered = target
            click = target is not None and target.kind is not TargetKind.FOLD
            pointing, arrow = Qt.CursorShape.PointingHandCursor, Qt.CursorShape.ArrowCursor
            self.setCursor(pointing if click else arrow)
            self.update()

    def _show_hand(self, modifiers: Qt.KeyboardModifier) -> None:
        """An upright arrow over what a drag would nudge."""
        if self._hand.takes(self._hovered, modifiers):
            self.setCursor(Qt.CursorShape.SizeVerCursor)
        elif self.cursor().shape() == Qt.CursorShape.SizeVerCursor:
            pointing, arrow = Qt.CursorShape.PointingHandCursor, Qt.CursorShape.ArrowCursor
            self.setCursor(arrow if self._hovered is None else pointing)

    def _show_tip(self, event: QHelpEvent) -> None:
        target = self._target_at(QPointF(event.pos()))
        values = self._model.values
        if target is None or values is None:
            QToolTip.hideText()
            return
        text = tip_html(describe(target, values, self._actions.unrolls(target)))
        reach = QRectF(event.pos().x() - 4, event.pos().y() - 4, 8, 8).toRect()
        QToolTip.showText(event.globalPos(), text, self, reach)

    # Qt overrides

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            self._show_tip(event)
            return True
        gesture = event.type() in (QEvent.Type.NativeGesture, QEvent.Type.Gesture)
        if gesture and self.magnifier.take_gesture(event, self):
            return True
        return bool(super().event(event))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        ratio = self.devicePixelRatioF()
        if self._still is None or self._still.ratio != ratio:
            self._still = self._make_pixmap(ratio)
        painter = QPainter(self)
        if self._still is None:
            return
        lit = self._model.highlights
        self._still.paint(painter, lit)
        painter.save()
        if not self.view.is_fit:
            painter.setClipRect(QRectF(self.rect()).adjusted(0, PINNED, 0, 0))
        painter.translate(self.view.x, self.view.y)
        painter.scale(self.view.scale, self.view.scale)
        picture, preview = self._still.picture, self._model.preview
        if preview is None:
            paint_marks(painter, picture, lit, self._model.tag, self._hovered)
        else:
            paint_preview(painter, picture, preview, lit)
            paint_marks(painter, picture, lit, "", self._hovered)
            paint_preview_labels(painter, picture, preview, lit)
        painter.restore()
        if self._focus_shown and self.hasFocus():
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(self._theme.theme.focus, 2.0))
            frame = QRectF(self.rect()).adjusted(1, 1, -1, -1)
            painter.drawRoundedRect(frame, 6, 6)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.magnifier.set_size(QSizeF(self.size()))
        self._repaint_all()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.LanguageChange):
            self._letters = Letters(self.font())
            self._repaint_all()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() in (Qt.MouseButton.LeftButton, Qt.MouseButton.MiddleButton):
            self._pressed_at = event.position()
            self._dragged_from = None
            self._focus_shown = False
            if event.button() == Qt.MouseButton.LeftButton:
                target = self._target_at(event.position())
                self._hand.press(target, event.position(), event.modifiers())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._pressed_at is None:
            self._set_hovered(self._target_at(event.position()))
            self._show_hand(event.modifiers())
            return
        if self._hand.holds:
            self._hand.move(event.position(), event.modifiers())
            return
        if self._dragged_from is None:
            moved = event.position() - self._pressed_at
            if moved.manhattanLength() < 6:
                return
            self._dragged_from = self._pressed_at
            self.setCursor(Qt.CursorShape.ClosedHandCursor)
        by = event.position() - self._dragged_from
        self._dragged_from = event.position()
        self.magnifier.pan(by.x(), by.y())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        nudged = self._hand.release()
        clicked = self._pressed_at is not None and self._dragged_from is None and not nudged
        self._pressed_at = self._dragged_from = None
        if clicked and event.button() == Qt.MouseButton.LeftButton:
            target = self._target_at(event.position())
            if target is not None:
                QToolTip.hideText()
                self._actions.choose(target)
                self._hand.choose(target)
        self._set_hovered(self._target_at(event.position()))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        target = self._target_at(event.position())
        if target is None:
            self.magnifier.fit()
        elif target.kind is TargetKind.UNIT:
            self._actions.unroll(target)

    def leaveEvent(self, event: QEvent) -> None:
        self._set_hovered(None)
        super().leaveEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
        target = self._model.current_target if by_key else self._target_at(QPointF(event.pos()))
        self.menu_wanted.emit(target, event.globalPos())

    def wheelEvent(self, event: QWheelEvent) -> None:
        turned = event.angleDelta().y() or event.angleDelta().x()
        if turned:
            self.magnifier.zoom(_NOTCH ** (turned / 120.0), event.position())
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._hand.press_key(event.key(), event.modifiers()):
            return
        shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if not self.magnifier.take_key(event.key(), shift):
            event.ignore()
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        by_mouse = (Qt.FocusReason.MouseFocusReason, Qt.FocusReason.ActiveWindowFocusReason)
        self._focus_shown = event.reason() not in by_mouse
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()
