"""A button that opens a list of rows to tick, with all and none; for initializers with gains."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QEvent, QPoint, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from gradsim.ui.theme import ThemeController

Label = Callable[[str], str]


class TickList(QFrame):
    """A popup with a box for each name, two of them in a row; all or none by one button."""

    ticked = Signal(list)
    """The names that are on, after a person changed them."""

    def __init__(self, names: Sequence[str], label: Label, parent: QWidget, columns: int) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setObjectName("panel")
        self._label = label
        self.boxes = {name: QCheckBox() for name in names}
        self.all_button, self.none_button = QPushButton(), QPushButton()
        self.rows = QGridLayout()
        self.rows.setHorizontalSpacing(14)
        self.rows.setVerticalSpacing(1)
        per_column = -(-len(names) // columns)
        for index, (name, box) in enumerate(self.boxes.items()):
            box.toggled.connect(self._report)
            self.rows.addWidget(box, index % per_column, index // per_column)
            del name
        self.buttons = QHBoxLayout()
        self.buttons.addWidget(self.all_button)
        self.buttons.addWidget(self.none_button)
        self.buttons.addStretch(1)
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(12, 10, 12, 12)
        self.body.addLayout(self.buttons)
        self.body.addLayout(self.rows)
        self.all_button.clicked.connect(partial(self._set_all, True))
        self.none_button.clicked.connect(partial(self._set_all, False))

    def show_ticked(self, names: Sequence[str]) -> None:
        """Tick these and no others."""
        for name, box in self.boxes.items():
            with QSignalBlocker(box):
                box.setChecked(name in names)

    def retranslate(self) -> None:
        """Words of the present language."""
        self.all_button.setText(self.tr("All"))
        self.none_button.setText(self.tr("None"))
        for name, box in self.boxes.items():
            box.setText(self._label(name).replace("&", "&&"))
            box.setAccessibleName(self._label(name))

    def _set_all(self, on: bool, _checked: bool = False) -> None:
        self.show_ticked(tuple(self.boxes) if on else ())
        self._report()

    def _report(self, _on: bool = False) -> None:
        self.ticked.emit([name for name, box in self.boxes.items() if box.isChecked()])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter closes it as Escape does; arrows walk the boxes."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape):
            self.close()
        elif event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self.focusNextPrevChild(event.key() == Qt.Key.Key_Down)
        else:
            super().keyPressEvent(event)


class PickerButton(QPushButton):
    """Opens its list below itself; the text says how many are on."""

    def __init__(self, make: Callable[[QWidget], TickList], theme: ThemeController) -> None:
        super().__init__()
        self._make = make
        self._list: TickList | None = None
        self._ticked: tuple[str, ...] = ()
        point_down(self, theme)
        self.clicked.connect(self.open_list)

    @property
    def list(self) -> TickList:
        """The popup, made when it is first needed."""
        if self._list is None:
            self._list = self._make(self)
            self._list.retranslate()
            self._list.show_ticked(self._ticked)
        return self._list

    def show_ticked(self, names: Sequence[str]) -> None:
        """What is on."""
        self._ticked = tuple(names)
        if self._list is not None:
            self._list.show_ticked(names)

    def open_list(self) -> None:
        """Show the popup within the screen."""
        shown = self.list
        shown.adjustSize()
        corner = self.mapToGlobal(QPoint(0, self.height() + 2))
        room = self.screen().availableGeometry()
        left = min(corner.x(), room.right() - shown.width())
        top = min(corner.y(), room.bottom() - shown.height())
        shown.move(max(left, room.left()), max(top, room.top()))
        shown.show()
        next(iter(shown.boxes.values())).setFocus()

    def changeEvent(self, event: QEvent) -> None:
        """Another language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange and self._list is not None:
            self._list.retranslate()


def point_down(button: QPushButton, theme: ThemeController) -> None:
    """An arrow at the right, as of a button with a menu."""

    def recolor() -> None:
        button.setIcon(theme.icons.icon("chevron-down", theme.theme.text_muted))

    button.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    button.setIconSize(QSize(12, 12))
    theme.changed.connect(recolor)
    recolor()


def heading(text: str = "") -> QLabel:
    """A muted label over a column of fields."""
    label = QLabel(text)
    label.setProperty("muted", True)
    return label
