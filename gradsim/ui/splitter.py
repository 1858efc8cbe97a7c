"""A splitter that remembers where its handles were, and returns to its design on Reset layout."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRectF, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QSplitter, QSplitterHandle, QWidget

from gradsim.viewmodels.settings import Settings

GAP = 7
_NUDGE = 16
"""Pixels that one arrow key moves a divider."""


class SplitHandle(QSplitterHandle):
    """A divider that arrow keys move once F6 has led to it; Tab passes it by."""

    def __init__(self, orientation: Qt.Orientation, parent: QSplitter) -> None:
        super().__init__(orientation, parent)
        self._came_from: QWidget | None = None
        self._retranslate()

    def take_focus(self) -> None:
        """Come here by key, and remember where from."""
        before = QApplication.focusWidget()
        self._came_from = before._came_from if isinstance(before, SplitHandle) else before
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def leave(self) -> None:
        """Give the focus back to where it was before the dividers."""
        if self._came_from is not None and self._came_from.isVisible():
            self._came_from.setFocus(Qt.FocusReason.ShortcutFocusReason)
        else:
            self.clearFocus()

    def nudge(self, pixels: int) -> None:
        """Move by `pixels`, as far as the parts on both sides let it."""
        across = self.orientation() == Qt.Orientation.Horizontal
        self.moveSplitter((self.x() if across else self.y()) + pixels)

    def _retranslate(self) -> None:
        across = self.orientation() == Qt.Orientation.Horizontal
        self.setAccessibleName(
            self.tr("Divider: ← and → move it") if across else self.tr("Divider: ↑ and ↓ move it")
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The arrows along its way move it; Esc and Enter leave it."""
        across = self.orientation() == Qt.Orientation.Horizontal
        less, more = (
            (Qt.Key.Key_Left, Qt.Key.Key_Right) if across else (Qt.Key.Key_Up, Qt.Key.Key_Down)
        )
        if event.key() in (less, more):
            self.nudge(_NUDGE if event.key() == more else -_NUDGE)
        elif event.key() in (Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.leave()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """A bar in the accent's colour while it has the focus."""
        super().paintEvent(event)
        if self.hasFocus():
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self.palette().text())
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1.5, 1.5, -1.5, -1.5), 2, 2)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()


def walk_handles(window: QWidget, direction: int) -> None:
    """Focus the next divider shown in `window` (+1) or the one before (−1), from left to right."""

    def place(handle: SplitHandle) -> tuple[int, int]:
        corner = handle.mapTo(window, handle.rect().topLeft())
        return corner.x(), corner.y()

    shown = (each for each in window.findChildren(SplitHandle) if each.isVisible())
    handles = sorted(shown, key=place)
    if not handles:
        return
    now = QApplication.focusWidget()
    if isinstance(now, SplitHandle) and now in handles:
        index = (handles.index(now) + direction) % len(handles)
    else:
        index = 0 if direction > 0 else len(handles) - 1
    handles[index].take_focus()


class RememberedSplitter(QSplitter):
    """Add the widgets, then call :meth:`settle` with the designed sizes.

    Parameters
    ----------
    name : str
        Under which the settings keep the state; unique in the program.
    """

    def __init__(
        self,
        name: str,
        orientation: Qt.Orientation,
        settings: Settings,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(orientation, parent)
        self._name = name
        self._settings = settings
        self._designed: list[int] = []
        self.setHandleWidth(GAP)
        self.setChildrenCollapsible(False)
        self.splitterMoved.connect(self._remember)
        settings.layout_reset.connect(self._reset)

    def settle(self, designed: Sequence[int], stretch: Sequence[int]) -> None:
        """Take the remembered sizes, else `designed`; `stretch` says which parts grow.

        Call it after the widgets were added; sizes are in pixels.
        """
        self._designed = list(designed)
        for index, factor in enumerate(stretch):
            self.setStretchFactor(index, factor)
        state = self._settings.layout(self._name)
        if state is None or not self.restoreState(state):
            self.setSizes(self._designed)

    def createHandle(self) -> QSplitterHandle:
        """A divider that keys can move."""
        return SplitHandle(self.orientation(), self)

    def _remember(self) -> None:
        self._settings.set_layout(self._name, self.saveState())

    def _reset(self) -> None:
        self.setSizes(self._designed)
