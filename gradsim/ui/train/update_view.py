"""The last step of one weight, γ or β: the rule of the optimizer in symbols, then in numbers."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import QEvent, QSignalBlocker, Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from gradsim.engine.network import Network
from gradsim.ui.count_field import CountField
from gradsim.ui.gradients.scrolled_column import ScrolledColumn
from gradsim.ui.segmented import Segmented
from gradsim.ui.theme import ThemeController
from gradsim.viewmodels import words
from gradsim.viewmodels.notation import unit_number
from gradsim.viewmodels.step.walk.steps import Symbol
from gradsim.viewmodels.training.moment import Moment
from gradsim.viewmodels.training.update_lines import learned_counts, update_lines

_GAP = 6
_FIELD = 66


class UpdateView(QWidget):
    """Two fields choose a weight of the layer that is shown; the lines follow the moment."""

    def __init__(self, theme: ThemeController, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._moment: Moment | None = None
        self._layer = 1
        self._counts: dict[str, tuple[int, ...]] = {}
        self._back = False
        self.letter = "w"
        """Whose update is shown: w, γ or β."""
        self.letters = Segmented(("w", "γ", "β"))
        self.symbol = QLabel()
        self.unit_field, self.source_field = CountField(1, 1), CountField(1, 1)
        self._to, self._from = QLabel(), QLabel()
        self.lines = QLabel()
        self._build()
        for field in (self.unit_field, self.source_field):
            field.valueChanged.connect(self._show_lines)
        self.letters.chosen.connect(self._choose_letter)
        theme.changed.connect(self._show_lines)
        self._retranslate()

    def _build(self) -> None:
        self.lines.setTextFormat(Qt.TextFormat.RichText)
        self.lines.setWordWrap(True)
        self.lines.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.lines.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        for label in (self._to, self._from):
            label.setProperty("muted", True)
        chooser = QHBoxLayout()
        chooser.setSpacing(_GAP)
        self.letters.show_value("w")
        self.letters.hide()
        chooser.addWidget(self.symbol)
        chooser.addStretch(1)
        for label, field in ((self._to, self.unit_field), (self._from, self.source_field)):
            field.setFixedWidth(_FIELD)
            chooser.addWidget(label)
            chooser.addWidget(field)
        column = ScrolledColumn(0)
        column.rows.addWidget(self.lines)
        column.rows.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(_GAP)
        layout.addWidget(self.letters, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addLayout(chooser)
        layout.addWidget(column, 1)

    def show_moment(
        self, moment: Moment | None, layer: int, network: Network, *, back: bool
    ) -> None:
        """Show the step that led to `moment`, of a weight of layer `layer` (from 1), or of γ or β.

        back : whether an earlier moment is shown.
        """
        self._moment, self._back = moment, back
        self._layer = min(max(layer, 1), network.depth)
        self._counts = learned_counts(network, self._layer)
        if self.letter not in self._counts:
            self.letter = "w"
            self.letters.show_value("w")
        self.letters.setVisible(len(self._counts) > 1)
        self.letters.button("β").setVisible("β" in self._counts)
        self._show_fields()
        self._show_lines()

    def _choose_letter(self, letter: str) -> None:
        self.letter = letter
        self._show_fields()
        self._show_lines()

    def _show_fields(self) -> None:
        """Fields for as many units as there are; γ and β come from no unit below."""
        counts = self._counts.get(self.letter, (1,))
        fields = (self.unit_field, self.source_field)
        for field, most in zip(fields, counts, strict=False):
            with QSignalBlocker(field):
                field.setRange(unit_number(1), unit_number(most))
        for widget in (self._from, self.source_field):
            widget.setVisible(len(counts) > 1)

    def _place(self) -> tuple[int, int]:
        """Unit and source of the weight, from 1 whatever the notation."""
        first = unit_number(1)
        return self.unit_field.value() - first + 1, self.source_field.value() - first + 1

    def _show_lines(self) -> None:
        unit, source = self._place()
        from_unit = (source,) if self.letter == "w" else ()
        weight = Symbol(self.letter, self._layer, (unit, *from_unit))
        self.symbol.setText(weight.text)
        moment = self._moment
        if moment is None or moment.update is None:
            told = (
                self.tr("The numbers of the update are kept for the newest step alone.")
                if self._back
                else self.tr("After the first step.")
            )
            self.lines.setText(escape(told))
            return
        try:
            if self.letter == "w":
                update = moment.update.of_weight(self._layer, unit, source)
            else:
                update = moment.update.of_learned(self.letter, self._layer, unit)
        except IndexError:  # the network was edited after this moment
            self.lines.setText("")
            return
        muted = self._theme.theme.text_muted.name()
        text = self.tr("Step {step}, η = {rate}").format(
            step=words.count(update.step), rate=words.number(update.rate)
        )
        parts = [f'<p style="margin:0 0 4px 0; color:{muted}">{escape(text)}</p>']
        for line in update_lines(update, moment.update.plan, weight):
            parts.append(
                f'<p style="margin:0 0 5px 0">{escape(line.left)} = {escape(line.formula)}<br>'
                f'<span style="color:{muted}">= {escape(line.numbers)}</span></p>'
            )
        self.lines.setText("".join(parts))

    def _retranslate(self) -> None:
        self._to.setText(self.tr("to"))
        self._from.setText(self.tr("from"))
        for letter, name in (
            ("w", self.tr("a weight")),
            ("γ", self.tr("γ of the normalization")),
            ("β", self.tr("β of the normalization")),
        ):
            self.letters.set_text(letter, letter, name)
        self.unit_field.setAccessibleName(self.tr("Unit that the weight leads to"))
        self.source_field.setAccessibleName(self.tr("Unit that the weight comes from"))
        self.lines.setAccessibleName(self.tr("The update of the weight"))
        self._show_lines()

    def changeEvent(self, event: QEvent) -> None:
        """Another language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
