"""What is being typed, and is not handed over before the field is left."""

from __future__ import annotations

from PySide6.QtWidgets import QAbstractSpinBox, QLineEdit, QPlainTextEdit, QTextEdit, QWidget

_FIELDS = (QLineEdit, QAbstractSpinBox, QPlainTextEdit, QTextEdit)


def take_typed(window: QWidget) -> None:
    """Let the field of `window` in which somebody types hand over its text, as leaving it would.

    A key or a menu leaves the field where it is.
    """
    field = window.focusWidget()
    if isinstance(field, _FIELDS) and field.hasFocus():
        field.clearFocus()
        # The editor of a cell is gone by then.
        if field.isVisible():
            field.setFocus()
