"""The card that every part of the window sits in, so that titles and spacing are one."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from gradsim.ui.elided_label import ElidedLabel

LEAST_COLUMN = 180
"""Pixels below which a column's sentences would be broken into scraps."""


class Panel(QFrame):
    """A rounded card: a title on the left, a note on the right, the content in `body` below.

    Parameters
    ----------
    title : str
        Already translated; set it again in ``_retranslate`` with :meth:`set_title`.
    """

    def __init__(self, title: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("panel")
        self.title_label = QLabel()
        self.title_label.setObjectName("panelTitle")
        self.note_label = ElidedLabel()
        self.note_label.setObjectName("panelNote")
        self.note_label.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)

        self.header = QHBoxLayout()
        self.header.setSpacing(8)
        self.header.addWidget(self.title_label)
        self.header.addWidget(self.note_label, 1)

        self.body = QVBoxLayout()
        self.body.setSpacing(8)

        layout = QVBoxLayout(self)
        layout.setContentsMargins(14, 10, 14, 12)
        layout.setSpacing(8)
        layout.addLayout(self.header)
        layout.addLayout(self.body, 1)
        self.set_title(title)
        self.set_note("")

    def keep_readable(self) -> None:
        """From now on let no divider make the content narrower than sentences need."""
        self.body.addStrut(LEAST_COLUMN)

    def set_title(self, title: str) -> None:
        """Show `title` and give it to screen readers as the name of the card."""
        self.title_label.setText(title)
        self.title_label.setVisible(bool(title))
        self.setAccessibleName(title)

    def set_note(self, note: str) -> None:
        """Show `note`, in small muted letters, at the right of the title."""
        self.note_label.setText(note)
        self.note_label.setToolTip(note)
        self.note_label.setVisible(bool(note))
