"""The form of the remedies: normalization, residual connection, dropout, and the network's mode."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from gradsim.project.remedy_values import mode_matters
from gradsim.ui.builder.choice_row import ChoiceRow
from gradsim.ui.builder.field_row import LinkButton, NumberRow
from gradsim.viewmodels.builder.editor import Editor
from gradsim.viewmodels.builder.number_text import Stepping
from gradsim.viewmodels.builder.remedies.panel import (
    DROPOUT_CONTROL,
    MODE_CONTROL,
    NORMALIZATION_CONTROL,
    RESIDUAL_CONTROL,
    RemedyPanel,
)
from gradsim.viewmodels.builder.remedies.said import (
    form_choices,
    mode_choices,
    mode_sentence,
    normalization_choices,
    normalization_meaning,
)
from gradsim.viewmodels.builder.remedies.selected import DROPOUT, SCALE
from gradsim.viewmodels.builder.shared import OptionValue, Shared

_CHOICES = (NORMALIZATION_CONTROL, RESIDUAL_CONTROL, MODE_CONTROL)


class RemediesSection(QWidget):
    """Shows and edits what keeps the gradient of the selected layers alive."""

    def __init__(self, model: RemedyPanel, editor: Editor, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self._editor = editor
        self._title = QLabel()
        self._title.setProperty("heading", True)
        self._title.setProperty("remedy", True)
        self.normalization = ChoiceRow(NORMALIZATION_CONTROL, editor)
        self.forget = LinkButton(model.forget_values)
        self.residual = ChoiceRow(RESIDUAL_CONTROL, editor)
        self.dropout = NumberRow(DROPOUT_CONTROL, Stepping.of(DROPOUT), editor)
        self.mode = ChoiceRow(MODE_CONTROL, editor)
        self._build()
        self._connect()
        self._retranslate()

    def _build(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        self.normalization.body.addWidget(self.forget, 0, Qt.AlignmentFlag.AlignRight)
        for widget in (self._title, self.normalization, self.residual, self.dropout, self.mode):
            layout.addWidget(widget)

    def _connect(self) -> None:
        model = self._model
        self.normalization.field.chosen.connect(model.choose_normalization)
        self.normalization.options.entered.connect(model.enter_option)
        self.normalization.options.stepped.connect(model.set_option)
        self.residual.field.chosen.connect(model.choose_form)
        self.residual.options.entered.connect(model.enter_scale)
        self.residual.options.stepped.connect(model.set_scale)
        self.dropout.field.text_entered.connect(model.enter_dropout)
        self.dropout.field.stepped.connect(model.set_dropout)
        self.mode.field.chosen.connect(model.choose_mode)
        model.changed.connect(self.refresh)
        self._editor.problem_changed.connect(self._follow_problem)

    def refresh(self) -> None:
        """Show which remedies the selected layers have now."""
        selected, network = self._model.selected, self._model.project.network
        mixed = self.tr("mixed")
        chosen = selected.normalization()
        self.normalization.show_choice(chosen, selected.options(), mixed)
        meaning = normalization_meaning(chosen.value)
        if meaning:
            self.normalization.field.setToolTip(meaning)
        self.forget.setVisible(selected.any_typed())
        scale = selected.scale()
        scales = () if scale is None else (OptionValue(SCALE, scale),)
        self.residual.show_choice(selected.form(), scales, mixed)
        dropout = selected.dropout()
        self.dropout.field.show_number(dropout.value, mixed if dropout.mixed else "")
        matters = mode_matters(network)
        self.mode.setVisible(matters)
        if matters:
            self.mode.show_choice(Shared(str(network.mode)), (), "")
            self.mode.row.set_hint(mode_sentence(network))

    def _follow_problem(self, control: str) -> None:
        """A refused choice leaves the project as it was, so the list goes back to what it says."""
        if control in _CHOICES:
            self.refresh()

    def _retranslate(self) -> None:
        self._title.setText(self.tr("Remedies"))
        self.normalization.row.set_label(self.tr("Normalize"))
        self.residual.row.set_label(self.tr("Residual"))
        self.dropout.set_label(self.tr("Dropout"))
        self.dropout.setToolTip(self.tr("The probability that a unit is silent in training"))
        self.mode.row.set_label(self.tr("Mode"))
        self.forget.setText(self.tr("Reset γ and β"))
        self.forget.setToolTip(self.tr("Put γ, β and the running statistics back where they begin"))
        self.normalization.field.offer(normalization_choices())
        self.residual.field.offer(form_choices())
        self.mode.field.offer(mode_choices())
        for row in (self.normalization.row, self.residual.row, self.dropout, self.mode.row):
            row.retranslate()
        self.refresh()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)
