"""A field for whole numbers that the mouse wheel leaves alone unless it has the focus."""

from __future__ import annotations

from PySide6.QtCore import QLocale, Qt
from PySide6.QtGui import QHideEvent, QKeyEvent, QValidator, QWheelEvent
from PySide6.QtWidgets import QSpinBox, QWidget

from gradsim.engine.problems import Problem
from gradsim.ui.refusal_bubble import RefusalBubble
from gradsim.viewmodels.builder.cells import read_number, whole
from gradsim.viewmodels.words import problem_text

_INDENT = 6
_SHOWN_TEXT = 24


class CountField(QSpinBox):
    """A QSpinBox in the C locale that reports a number once it is typed, not digit by digit.

    Whatever is typed is read when it is entered, and not before: what is no number of the range
    gives way to the number that holds, and a bubble says why.
    """

    def __init__(self, minimum: int, maximum: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setRange(minimum, maximum)
        self.setLocale(QLocale.c())
        self.setKeyboardTracking(False)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        # A stylesheet's padding does not reach the editor inside a spin box.
        self.lineEdit().setTextMargins(_INDENT, 0, 0, 0)
        self._bubble: RefusalBubble | None = None
        self.lineEdit().textEdited.connect(self._forget)
        self.valueChanged.connect(self._forget)

    def refusal_shown(self) -> str:
        """Why what was typed was not taken, while that is said."""
        bubble = self._bubble
        return bubble.text() if bubble is not None and bubble.isVisible() else ""

    def _refusal(self, text: str) -> str:
        """Why `text` cannot be entered; empty where it can."""
        typed = self._typed(text)
        try:
            number = whole(read_number(typed))
        except Problem as problem:
            return problem_text(problem)
        least, most = self.minimum(), self.maximum()
        if least <= number <= most:
            return ""
        if least == most:
            told = self.tr("“{text}” cannot be entered here: there is only {least}.")
        else:
            told = self.tr(
                "“{text}” cannot be entered here: the numbers go from {least} to {most}."
            )
        shown = typed if len(typed) <= _SHOWN_TEXT else f"{typed[:_SHOWN_TEXT]}…"
        return told.format(text=shown, least=least, most=most)

    def _typed(self, text: str) -> str:
        """`text` without what stands before and after the number."""
        prefix, suffix = self.prefix().strip(), self.suffix().strip()
        return text.strip().removeprefix(prefix).removesuffix(suffix).strip()

    def _forget(self) -> None:
        if self._bubble is not None:
            self._bubble.hide()

    # Qt overrides

    def validate(self, text: str, position: int) -> tuple[QValidator.State, str, int]:
        """Let everything be typed."""
        state = QValidator.State
        return (state.Intermediate if self._refusal(text) else state.Acceptable, text, position)

    def fixup(self, text: str) -> str:
        """Say why what was entered gives way to the number that holds."""
        if self.isVisible():
            if self._bubble is None:
                self._bubble = RefusalBubble(self)
            self._bubble.tell(self._refusal(text))
        return text

    def valueFromText(self, text: str) -> int:
        """The number in a text that can be entered."""
        return whole(read_number(self._typed(text)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape brings the number back, if another text stands in its place."""
        if event.key() == Qt.Key.Key_Escape and self._typed(self.text()) != str(self.value()):
            self.setSuffix(self.suffix())  # writes the text of the number anew
            self._forget()
            return
        super().keyPressEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        """A bubble goes with its field."""
        super().hideEvent(event)
        self._forget()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll the surroundings unless the field has the focus."""
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()
