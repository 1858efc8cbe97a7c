"""One line of a form: a label, a control, and below it what was refused or is to be known."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QPushButton, QWidget

from gradsim.ui.builder.fields import NumberField
from gradsim.viewmodels.builder.editor import Editor
from gradsim.viewmodels.builder.number_text import Stepping
from gradsim.viewmodels.words import problem_text, text

LABEL_WIDTH = 72


class FieldRow(QWidget):
    """Shows the label before `control`, and what the editor says about the control `name`.

    Parameters
    ----------
    name : str
        Under this name edits of the control are refused and noted in the editor.
    """

    def __init__(
        self, name: str, control: QWidget, editor: Editor, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.name = name
        self.control = control
        self._editor = editor
        self._label = QLabel()
        self._label.setProperty("muted", True)
        self._label.setFixedWidth(LABEL_WIDTH)
        self._label.setWordWrap(True)
        self._label.setBuddy(control)
        self._hint = _wrapped_label(muted=True)
        self._note = _wrapped_label(muted=True)
        self._problem = _wrapped_label(muted=False)
        self._problem.setProperty("problem", True)
        self.below_problem = QHBoxLayout()
        """Room for what mends the problem."""

        layout = QGridLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setHorizontalSpacing(8)
        layout.setVerticalSpacing(3)
        layout.setColumnStretch(1, 1)
        layout.addWidget(self._label, 0, 0)
        layout.addWidget(control, 0, 1)
        layout.addWidget(self._hint, 1, 0, 1, 2)
        layout.addWidget(self._problem, 2, 0, 1, 2)
        layout.addLayout(self.below_problem, 3, 0, 1, 2)
        layout.addWidget(self._note, 4, 0, 1, 2)
        editor.problem_changed.connect(self._follow_problem)
        editor.note_changed.connect(self._follow_note)
        if isinstance(control, NumberField):
            control.text_dropped.connect(self._forgive)
        self.set_hint("")
        self._show_problem()
        self._show_note()

    def set_label(self, label: str) -> None:
        """Show `label` and give it to screen readers as the control's name."""
        self._label.setText(label)
        self._label.setToolTip(label)
        self.control.setAccessibleName(label)

    def set_tip(self, tip: str) -> None:
        """Say what the control does, beneath the pointer."""
        for widget in (self, self._label, self.control):
            widget.setToolTip(tip)

    def set_hint(self, hint: str) -> None:
        """Say below the control why it is as it is; nothing for an empty text."""
        self._hint.setText(hint)
        self._hint.setVisible(bool(hint))

    def problem_shown(self) -> str:
        """The refusal that stands below the control."""
        return self._problem.text()

    def hint_shown(self) -> str:
        """Why the control is as it is, where that is said."""
        return self._hint.text()

    def note_shown(self) -> str:
        """What the last entry did beside what was asked."""
        return self._note.text()

    def retranslate(self) -> None:
        """Say refusal and note in the language that holds now."""
        self._show_problem()
        self._show_note()

    def _forgive(self) -> None:
        self._editor.accept(self.name)

    def _follow_problem(self, name: str) -> None:
        if name == self.name:
            self._show_problem()

    def _follow_note(self, name: str) -> None:
        if name == self.name:
            self._show_note()

    def _show_problem(self) -> None:
        problem = self._editor.problem(self.name)
        sentence = "" if problem is None else problem_text(problem)
        self._problem.setText(sentence)
        self._problem.setVisible(problem is not None)
        self.control.setAccessibleDescription(sentence)
        if isinstance(self.control, NumberField):
            self.control.show_refused(problem is not None)

    def _show_note(self) -> None:
        sentence = "\n".join(map(text, self._editor.notes(self.name)))
        self._note.setText(sentence)
        self._note.setVisible(bool(sentence))


class NumberRow(FieldRow):
    """A form line whose control is a number; it hands its name on with what was entered."""

    entered = Signal(str, str)
    stepped = Signal(str, float, object)

    def __init__(
        self, name: str, stepping: Stepping, editor: Editor, parent: QWidget | None = None
    ) -> None:
        self.field = NumberField(stepping)
        super().__init__(name, self.field, editor, parent)
        self.field.text_entered.connect(self._hand_on_text)
        self.field.stepped.connect(self._hand_on_step)

    def _hand_on_text(self, text_: str) -> None:
        self.entered.emit(self.name, text_)

    def _hand_on_step(self, value: float, gesture: object) -> None:
        self.stepped.emit(self.name, value, gesture)


class LinkButton(QPushButton):
    """A button that looks like a link within a sentence."""

    def __init__(self, pressed: Callable[[], None], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("link", True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.clicked.connect(pressed)


def _wrapped_label(*, muted: bool) -> QLabel:
    label = QLabel()
    label.setWordWrap(True)
    label.setProperty("muted", muted)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label
