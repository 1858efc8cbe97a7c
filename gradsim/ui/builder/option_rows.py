"""The options of a chosen rule, one form line each, whichever rule it is."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from gradsim.ui.builder.field_row import NumberRow
from gradsim.viewmodels.builder.editor import Editor
from gradsim.viewmodels.builder.number_text import Stepping
from gradsim.viewmodels.builder.shared import OptionValue
from gradsim.viewmodels.words import translated


class OptionRows(QWidget):
    """Shows one number per option.

    `prefix` goes before the option's name in the editor; Tab comes here from the control `before`.
    """

    entered = Signal(str, str)
    """Name of the option and the text."""
    stepped = Signal(str, float, object)
    """Name of the option, the value and the gesture."""

    def __init__(
        self, prefix: str, editor: Editor, before: QWidget, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._prefix = prefix
        self._before = before
        self._editor = editor
        self._rows: dict[str, NumberRow] = {}
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(6)
        self.hide()

    def show_options(self, options: Sequence[OptionValue], mixed: str, enabled: bool) -> None:
        """Show `options`; lines that were there before stay, so that a focus in them stays too."""
        wanted = [each.option.name for each in options]
        for name in [name for name in self._rows if name not in wanted]:
            row = self._rows.pop(name)
            self._layout.removeWidget(row)
            row.hide()
            row.deleteLater()
        for position, each in enumerate(options):
            row = self._rows.get(each.option.name) or self._add(each, position)
            row.field.set_stepping(Stepping.of(each.option))
            row.set_label(translated("Option", each.option.label or each.option.name))
            row.field.show_number(each.shared.value, mixed if each.shared.mixed else "")
            row.field.setEnabled(enabled)
            row.retranslate()
        self.setVisible(bool(options))
        previous = self._before
        for name in wanted:
            QWidget.setTabOrder(previous, self._rows[name].field)
            previous = self._rows[name].field

    def row(self, name: str) -> NumberRow:
        """The form line of the option `name`."""
        return self._rows[name]

    def _add(self, each: OptionValue, position: int) -> NumberRow:
        name = each.option.name
        row = NumberRow(f"{self._prefix}.{name}", Stepping.of(each.option), self._editor)
        row.entered.connect(self._hand_on_text)
        row.stepped.connect(self._hand_on_step)
        self._layout.insertWidget(position, row)
        self._rows[name] = row
        return row

    def _hand_on_text(self, control: str, text: str) -> None:
        self.entered.emit(control.removeprefix(f"{self._prefix}."), text)

    def _hand_on_step(self, control: str, value: float, gesture: object) -> None:
        self.stepped.emit(control.removeprefix(f"{self._prefix}."), value, gesture)
