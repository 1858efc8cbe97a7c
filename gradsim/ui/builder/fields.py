"""The builder's entry controls: they take the wheel only with focus and report what a person did.

A control never changes the project itself: it emits what was entered, and is told by `show_*`
what holds now, which emits nothing.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Property, QCoreApplication, QEvent, QSignalBlocker, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QKeyEvent,
    QKeySequence,
    QPaintEvent,
    QStandardItemModel,
    QValidator,
    QWheelEvent,
)
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QComboBox,
    QStyle,
    QStyleOptionComboBox,
    QStylePainter,
    QWidget,
)

from gradsim.ui.restyle import restyle
from gradsim.viewmodels.builder.number_text import Stepping
from gradsim.viewmodels.single_shot import single_shot

PAUSE_THAT_ENDS_A_GESTURE = 700  # milliseconds


class NumberField(QAbstractSpinBox):
    """A line for one number, with steps by arrow, wheel and button.

    Typed text is handed over as it stands, on Enter or when the focus leaves, so that whoever
    reads it can refuse it in words; it stays in the line, marked, until it is mended, or Escape
    or the number's own text brings the number back. Steps follow each other as one gesture until
    a short pause.
    """

    text_entered = Signal(str)
    text_dropped = Signal()
    """The number that holds is back in the line, by Escape or by its own text."""
    stepped = Signal(float, object)
    """The new number and the gesture that it belongs to."""

    def __init__(self, stepping: Stepping, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._stepping = stepping
        self._value: float | None = None
        self._shown = ""
        self._gesture: object = object()
        self._pause = single_shot(self, PAUSE_THAT_ENDS_A_GESTURE, self._end_gesture)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.lineEdit().setTextMargins(6, 0, 0, 0)
        self.editingFinished.connect(self._enter)

    def set_stepping(self, stepping: Stepping) -> None:
        """Take the range, step and notation of another option."""
        self._stepping = stepping

    def show_number(self, value: float | None, text_without_value: str = "") -> None:
        """Show `value`, or the words `text_without_value` (“mixed”) where there is not one."""
        shown = text_without_value if value is None else self._stepping.text(value)
        if value == self._value and shown == self._shown:
            return  # the same as before: what is being typed is not to be lost
        self._value, self._shown = value, shown
        self._show_text()
        self.update()

    def show_refused(self, refused: bool) -> None:
        """Mark the line as one whose text was refused; without the mark the number comes back."""
        if self.refused != refused:
            self.setProperty("invalid", refused)
            if not refused:
                self._show_text()
            restyle(self)

    def number(self) -> float | None:
        """The number that was last shown; None for mixed or nothing."""
        return self._value

    def _get_value(self) -> float:
        return 0.0 if self._value is None else self._value

    value = Property(float, _get_value)
    """What screen readers read aloud as the value."""

    @property
    def refused(self) -> bool:
        """Whether the line is marked as one whose text was refused."""
        return bool(self.property("invalid"))

    def _enter(self) -> None:
        text = self.lineEdit().text()
        if text == self._shown:
            if self.refused:  # what holds was typed back: there is nothing to set, only to forgive
                self.text_dropped.emit()
            return
        self.text_entered.emit(text)
        if not self.refused:
            self._show_text()

    def _show_text(self) -> None:
        if self._shown != self.lineEdit().text():
            with QSignalBlocker(self):
                self.lineEdit().setText(self._shown)
            if not self.hasFocus():
                # Of a number too long for the line its beginning shows, with the sign.
                self.lineEdit().setCursorPosition(0)

    def _end_gesture(self) -> None:
        self._gesture = object()

    def stepBy(self, steps: int) -> None:
        """Go `steps` notches on from the number shown, within its range."""
        value = self._stepping.stepped(self._value, steps)
        if value == self._value:
            return
        self.show_number(value)
        self.selectAll()
        self._pause.start()
        self.stepped.emit(value, self._gesture)

    def stepEnabled(self) -> QAbstractSpinBox.StepEnabledFlag:
        """Which way there is a step left."""
        flags = QAbstractSpinBox.StepEnabledFlag.StepNone
        if not self.isEnabled() or self.isReadOnly():
            return flags
        if self._value is None or self._value < self._stepping.maximum:
            flags |= QAbstractSpinBox.StepEnabledFlag.StepUpEnabled
        if self._value is None or self._value > self._stepping.minimum:
            flags |= QAbstractSpinBox.StepEnabledFlag.StepDownEnabled
        return flags

    def validate(self, text: str, position: int) -> tuple[QValidator.State, str, int]:
        """Let everything be typed; the reader of the text judges it."""
        return (QValidator.State.Acceptable, text, position)

    def event(self, event: QEvent) -> bool:
        """Leave Undo and Redo to the document, unless a text is being typed here."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            keys = QKeySequence.StandardKey
            undo_or_redo = event.matches(keys.Undo) or event.matches(keys.Redo)
            if undo_or_redo and self.lineEdit().text() == self._shown:
                event.ignore()
                return False
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        typed = self.refused or self.lineEdit().text() != self._shown
        if event.key() == Qt.Key.Key_Escape and typed:
            self._show_text()
            self.text_dropped.emit()
            return
        super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._end_gesture()

    def wheelEvent(self, event: QWheelEvent) -> None:
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()


def mend_first() -> str:
    """Why a button beside a field whose number was refused cannot be pressed."""
    return QCoreApplication.translate(
        "NumberField",
        "A number here was refused: type another first, or press Esc in its field to have back "
        "the one that holds",
    )


class ChoiceField(QComboBox):
    """A list of named choices to pick one from, addressed by name and shown by label."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(6)
        self.setMaxVisibleItems(24)
        self.activated.connect(self._report)

    def offer(self, choices: Sequence[tuple[str, str]]) -> None:
        """Offer `choices` as (name, label); what was shown stays shown."""
        if [(self.itemData(i), self.itemText(i)) for i in range(self.count())] == list(choices):
            return
        shown = self.currentData()
        with QSignalBlocker(self):
            self.clear()
            for name, label in choices:
                self.addItem(label, name)
            self.setCurrentIndex(self.findData(shown))

    def show_choice(self, name: str | None, text_without_choice: str = "") -> None:
        """Show the choice `name`, or the words `text_without_choice` (“mixed”)."""
        self.setPlaceholderText(text_without_choice)
        with QSignalBlocker(self):
            self.setCurrentIndex(-1 if name is None else self.findData(name))
        self.setToolTip(self.currentText())

    def allow(self, name: str, allowed: bool, reason: str = "") -> None:
        """Let the choice `name` be picked or not, the reason standing in its tool tip."""
        row = self.findData(name)
        model = self.model()
        if row < 0 or not isinstance(model, QStandardItemModel):
            return
        item = model.item(row)
        item.setEnabled(allowed)
        item.setToolTip("" if allowed else reason)

    def _report(self, index: int) -> None:
        self.chosen.emit(self.itemData(index))

    def showPopup(self) -> None:
        """Open the list wide enough for every label."""
        view = self.view()
        bar = view.verticalScrollBar().sizeHint().width()
        view.setMinimumWidth(view.sizeHintForColumn(0) + bar + 16)
        super().showPopup()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Shorten a label that is too long by its last words: what explains it stands there."""
        del event
        painter = QStylePainter(self)
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        field = QStyle.SubControl.SC_ComboBoxEditField
        room = self.style().subControlRect(QStyle.ComplexControl.CC_ComboBox, option, field, self)
        metrics = self.fontMetrics()
        text = self.currentText() or self.placeholderText()
        if metrics.horizontalAdvance(text) > room.width() and text.endswith(")"):
            text = text.rpartition("(")[0].rstrip()
        while " " in text and metrics.horizontalAdvance(text) > room.width():
            text = text.rpartition(" ")[0]
        elide = Qt.TextElideMode.ElideRight
        option.currentText = metrics.elidedText(text, elide, room.width())
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()
