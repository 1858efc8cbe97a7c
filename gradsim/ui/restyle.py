"""The style sheet asked anew, where a property that it looks at is another."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget


def restyle(*widgets: QWidget) -> None:
    """Dress each widget by what the style sheet says of it now."""
    for widget in widgets:
        widget.style().unpolish(widget)
        widget.style().polish(widget)
