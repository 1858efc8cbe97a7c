"""A rule to choose, with the options that it takes below it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from gradsim.ui.builder.field_row import FieldRow
from gradsim.ui.builder.fields import ChoiceField
from gradsim.ui.builder.option_rows import OptionRows
from gradsim.viewmodels.builder.editor import Editor
from gradsim.viewmodels.builder.shared import OptionValue, Shared


class ChoiceRow(QWidget):
    """`field` chooses among named rules; `options` edits the numbers of the one that is chosen."""

    def __init__(self, name: str, editor: Editor, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.field = ChoiceField()
        self.row = FieldRow(name, self.field, editor)
        self.options = OptionRows(name, editor, self.field)
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(6)
        self.body.addWidget(self.row)
        self.body.addWidget(self.options)

    def show_choice(
        self,
        chosen: Shared[str],
        options: Sequence[OptionValue],
        mixed: str,
        *,
        enabled: bool = True,
    ) -> None:
        """Show what is chosen with its options; `mixed` is the word where layers differ."""
        self.field.show_choice(chosen.value, mixed if chosen.mixed else "")
        self.field.setEnabled(enabled)
        self.options.show_options(options, mixed, enabled)
