"""The small map of the keys that ? opens over the workspace; ?, Esc or a click puts it away."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QVBoxLayout,
    QWidget,
)

from gradsim.ui.fonts import interface_font
from gradsim.ui.help.keys import KeyGroup, key_groups

_COLUMNS = (("walk", "predict", "pages"), ("canvas", "network", "window"))
"""The groups that act in the Step workspace; the help has those of the other workspaces too."""
SHOWN = frozenset(name for column in _COLUMNS for name in column)


class KeyMap(QDialog):
    """The groups of keys in two columns."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup | Qt.WindowType.FramelessWindowHint)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        groups = {group.name: group for group in key_groups() if group.name in SHOWN}
        frame = QFrame()
        frame.setObjectName("panel")
        columns = QHBoxLayout(frame)
        columns.setContentsMargins(18, 14, 18, 14)
        columns.setSpacing(28)
        for names in _COLUMNS:
            column = QVBoxLayout()
            column.setSpacing(14)
            for name in names:
                column.addLayout(_block(groups[name]))
            column.addStretch(1)
            columns.addLayout(column)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(frame)
        self.setWindowTitle(self.tr("Keys"))
        self.setAccessibleName(self.tr("Keys"))
        told = [f"{key}: {meaning}" for group in groups.values() for key, meaning in group.rows]
        self.setAccessibleDescription(". ".join(told))

    def open_over(self, widget: QWidget) -> None:
        """Show it in the middle of `widget`."""
        self.adjustSize()
        middle = widget.mapToGlobal(widget.rect().center())
        self.move(middle - QPoint(self.width() // 2, self.height() // 2))
        self.show()
        self.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """? closes it, as it opened it; Esc does too."""
        if event.text() == "?":
            self.close()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click anywhere closes it."""
        event.accept()
        self.close()

    def changeEvent(self, event: QEvent) -> None:
        """In another language it is made anew."""
        if event.type() == QEvent.Type.LanguageChange:
            self.close()
        super().changeEvent(event)


def _block(group: KeyGroup) -> QGridLayout:
    grid = QGridLayout()
    grid.setHorizontalSpacing(16)
    grid.setVerticalSpacing(3)
    grid.setColumnStretch(1, 1)
    title, where = QLabel(group.title), QLabel(group.where)
    title.setFont(interface_font(1.0, bold=True))
    where.setProperty("muted", True)
    grid.addWidget(title, 0, 0, 1, 2)
    grid.addWidget(where, 1, 0, 1, 2)
    for row, (key, meaning) in enumerate(group.rows, start=2):
        name = QLabel(key)
        name.setFont(interface_font(0.95, bold=True))
        grid.addWidget(name, row, 0)
        grid.addWidget(QLabel(meaning), row, 1)
    return grid
