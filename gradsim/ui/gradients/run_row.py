"""One run in a legend: its line sample, its letter, its name, and what can be done with it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QMenu,
    QToolButton,
    QWidget,
)

from gradsim.ui.elided_label import ElidedLabel
from gradsim.ui.plots.run_styles import RunSample
from gradsim.ui.theme import ThemeController

_LINE = 20
_SMALL_BUTTON = """
QToolButton, QToolButton:focus { min-height: 0; padding: 0; }
QToolButton::menu-indicator { image: none; width: 0; }
"""


class NameEdit(QLineEdit):
    """A line for a new name; Escape gives it up."""

    given_up = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape ends the renaming, everything else types."""
        if event.key() == Qt.Key.Key_Escape:
            self.given_up.emit()
            event.accept()
            return
        super().keyPressEvent(event)


class RunRow(QWidget):
    """The open project (letter empty) or a pin; `compact` keeps its name in one line."""

    swap_asked = Signal(str)
    remove_asked = Signal(str)
    renamed = Signal(str, str)

    def __init__(self, style: int, letter: str, theme: ThemeController, *, compact: bool) -> None:
        super().__init__()
        self.letter = letter
        self._theme = theme
        self._sample = RunSample(style, theme)
        self._letter_label = QLabel(letter)
        self._letter_label.setProperty("heading", True)
        self.name_label = ElidedLabel() if compact else QLabel()
        self.name_label.setWordWrap(not compact)
        self.name_edit = NameEdit()
        self.name_edit.hide()
        self.menu_button = QToolButton()
        self.menu_button.setProperty("flat", True)
        self.menu_button.setProperty("iconOnly", True)
        self.menu_button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._build_menu()
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(7)
        # Sample, letter and the first line of the name stand on one height.
        line = max(self.fontMetrics().height(), _LINE)
        air = (line - self.fontMetrics().height()) // 2
        self._sample.setFixedHeight(line)
        self._letter_label.setFixedHeight(line)
        self.name_label.setContentsMargins(0, air, 0, air)
        self.name_label.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.menu_button.setFixedSize(line + 4, line)
        self.menu_button.setStyleSheet(_SMALL_BUTTON)
        top = Qt.AlignmentFlag.AlignTop
        for widget in (self._sample, self._letter_label):
            layout.addWidget(widget, 0, top)
        layout.addWidget(self.name_label, 1, top if compact else Qt.AlignmentFlag(0))
        layout.addWidget(self.name_edit, 1)
        layout.addWidget(self.menu_button, 0, top)
        self._letter_label.setHidden(not letter)
        self.menu_button.setHidden(not letter)
        self.name_edit.returnPressed.connect(self._finish_renaming)
        self.name_edit.given_up.connect(self._give_up_renaming)
        theme.changed.connect(self._recolor)
        self._recolor()
        self._retranslate()

    def show_name(self, name: str) -> None:
        """The run's name."""
        self.name_label.setText(name)
        self.name_label.setToolTip(name)
        self.setAccessibleName(f"{self.letter} {name}".strip())

    def start_renaming(self) -> None:
        """Turn the name into a field."""
        self.name_edit.setText(self.name_label.text())
        self.name_label.hide()
        self.name_edit.show()
        self.name_edit.selectAll()
        self.name_edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def _build_menu(self) -> None:
        menu = QMenu(self.menu_button)
        self._swap_action = menu.addAction("", self._ask_swap)
        self._rename_action = menu.addAction("", self.start_renaming)
        menu.addSeparator()
        self._remove_action = menu.addAction("", self._ask_remove)
        self.menu_button.setMenu(menu)

    def _ask_swap(self) -> None:
        self.swap_asked.emit(self.letter)

    def _ask_remove(self) -> None:
        self.remove_asked.emit(self.letter)

    def _finish_renaming(self) -> None:
        name = self.name_edit.text()
        if name == self.name_label.text():
            self._give_up_renaming()
            return
        self._end_renaming()
        self.renamed.emit(self.letter, name)

    def _give_up_renaming(self) -> None:
        self._end_renaming()

    def _end_renaming(self) -> None:
        self.name_edit.hide()
        self.name_label.show()
        self.menu_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _recolor(self) -> None:
        self.menu_button.setIcon(self._theme.icons.icon("more"))

    def _retranslate(self) -> None:
        self._swap_action.setText(self.tr("Swap with the network being built"))
        self._rename_action.setText(self.tr("Rename"))
        self._remove_action.setText(self.tr("Remove"))
        self.menu_button.setAccessibleName(self.tr("Run {letter}").format(letter=self.letter))
        self.menu_button.setToolTip(self.tr("Swap, rename or remove this run"))
        self.name_edit.setAccessibleName(self.tr("Name of the run"))
        self.name_edit.setPlaceholderText(self.tr("empty: what differs"))

    def changeEvent(self, event: QEvent) -> None:
        """Another language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
