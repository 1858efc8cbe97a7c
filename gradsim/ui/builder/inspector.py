"""The form of the selected layers: units, activation, weights, gain, bias and remedies."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from gradsim.engine.activations import ACTIVATIONS
from gradsim.engine.initializers import INITIALIZERS
from gradsim.engine.network import MAXIMUM_UNITS
from gradsim.engine.options import Option
from gradsim.ui.builder.activation_thumbnail import ActivationThumbnail
from gradsim.ui.builder.choice_row import ChoiceRow
from gradsim.ui.builder.field_row import LinkButton, NumberRow
from gradsim.ui.builder.fields import mend_first
from gradsim.ui.builder.gain_row import GainRow
from gradsim.ui.builder.remedies_section import RemediesSection
from gradsim.ui.theme import ThemeController
from gradsim.viewmodels.builder.activation_shape import activation_shape
from gradsim.viewmodels.builder.editor import Editor
from gradsim.viewmodels.builder.inspector import Inspector
from gradsim.viewmodels.builder.layer_words import short
from gradsim.viewmodels.builder.number_text import Stepping
from gradsim.viewmodels.builder.remedies.panel import RemedyPanel
from gradsim.viewmodels.builder.selected_layers import Kind
from gradsim.viewmodels.builder.shared import Shared
from gradsim.viewmodels.words import activation_label, initializer_label, problem_text

_UNITS = Option("units", 1, 1, MAXIMUM_UNITS, integer=True, step=1)


class InspectorForm(QWidget):
    """Shows and edits what the selected layers have in common."""

    parameters_requested = Signal()
    """The table of exact weights and biases is asked for."""

    def __init__(
        self,
        inspector: Inspector,
        remedies: RemedyPanel,
        editor: Editor,
        theme: ThemeController,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._inspector = inspector
        self._editor = editor
        self._title = QLabel()
        self._title.setProperty("heading", True)
        self.units = NumberRow("units", Stepping.of(_UNITS), editor)
        self.activation = ChoiceRow("activation", editor)
        self.thumbnail = ActivationThumbnail(theme)
        self.weights = ChoiceRow("weights", editor)
        self.gain = GainRow(inspector, editor, theme)
        self.bias = ChoiceRow("bias", editor)
        self.remedies = RemediesSection(remedies, editor)
        self._choices: dict[Kind, ChoiceRow] = {
            "activation": self.activation,
            "weights": self.weights,
            "bias": self.bias,
        }
        self._typed_chip = QLabel()
        self._typed_chip.setProperty("chip", True)
        self._typed_chip.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.redraw = LinkButton(inspector.redraw)
        self.exact = QPushButton()
        self.apply = QPushButton()
        self._build()
        self._connect()
        self._retranslate()

    def _build(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        self.activation.body.addWidget(self.thumbnail)
        self._typed_row = QWidget()
        typed = QHBoxLayout(self._typed_row)
        typed.setContentsMargins(0, 0, 0, 0)
        typed.setSpacing(6)
        typed.addWidget(self._typed_chip)
        typed.addWidget(self.redraw)
        typed.addStretch(1)
        for widget in (
            self._title,
            self.units,
            self.activation,
            self._typed_row,
            self.weights,
            self.gain,
            self.bias,
            self.remedies,
            self.exact,
            self.apply,
        ):
            if widget is self.remedies:
                layout.addSpacing(6)
            layout.addWidget(widget)
            if widget is self.remedies:
                layout.addSpacing(4)

    def _connect(self) -> None:
        inspector = self._inspector
        self.units.field.text_entered.connect(inspector.enter_units)
        self.units.field.stepped.connect(inspector.set_units)
        for kind, row in self._choices.items():
            row.field.chosen.connect(partial(inspector.choose, kind))
            row.options.entered.connect(partial(inspector.enter_option, kind))
            row.options.stepped.connect(partial(inspector.set_option, kind))
        self.exact.clicked.connect(self.parameters_requested)
        self.apply.clicked.connect(inspector.apply_to_hidden)
        inspector.changed.connect(self.refresh)
        self._editor.problem_changed.connect(self._offer_to_apply)

    def refresh(self) -> None:
        """Show what the selected layers are set to now."""
        inspector = self._inspector
        self.setEnabled(bool(inspector.selected.layers))
        self._title.setText(inspector.selected.title())
        mixed = self.tr("mixed")
        units = inspector.selected.units()
        self.units.field.show_number(units.value, mixed if units.mixed else "")
        lock = inspector.selected.units_lock()
        self.units.set_hint("" if lock is None else problem_text(lock))
        typed = inspector.selected.typed()
        drawn = typed.value is not True
        for kind, row in self._choices.items():
            row.show_choice(
                inspector.selected.choice(kind),
                inspector.selected.options(kind),
                mixed,
                enabled=drawn or kind == "activation",
            )
        self.activation.field.allow(
            "softmax",
            inspector.selected.softmax_allowed(),
            self.tr("Softmax can only be the activation of the last layer."),
        )
        self.gain.refresh()
        self._show_thumbnail()
        self._show_typed(typed)
        self.exact.setEnabled(len(inspector.selected.layers) == 1)
        self._offer_to_apply()

    def _offer_to_apply(self) -> None:
        """Not while a number is refused: what is shown is not what would be applied."""
        refused = self._inspector.number_refused
        can = self._inspector.selected.can_be_applied_to_hidden()
        self.apply.setEnabled(can and not refused)
        told = self.tr("All settings of this layer, its remedies too; widths stay as they are")
        self.apply.setToolTip(mend_first() if refused else told)

    def _show_thumbnail(self) -> None:
        shared = self._inspector.selected.activation()
        self.thumbnail.setVisible(shared.value is not None)
        if shared.value is None:
            return
        shape = activation_shape(shared.value)
        words = self.tr("{activation}: f and its derivative f′ for z from −4 to 4")
        if shape is None:
            words = self.tr("{activation}: each unit depends on all units of the layer")
        label = short(activation_label(shared.value.name))
        self.thumbnail.show_shape(shape, words.format(activation=label))

    def _show_typed(self, typed: Shared[bool]) -> None:
        self._typed_row.setVisible(typed.mixed or typed.value is True)
        self._typed_chip.setText(self.tr("some typed") if typed.mixed else self.tr("typed"))
        self._typed_chip.setToolTip(
            self.tr("The layer keeps the numbers typed into it; its initializer is not used.")
        )

    def _retranslate(self) -> None:
        self.units.set_label(self.tr("Units"))
        self.activation.row.set_label(self.tr("Activation"))
        self.weights.row.set_label(self.tr("Weights"))
        self.bias.row.set_label(self.tr("Bias"))
        self.activation.field.offer([(name, activation_label(name)) for name in ACTIVATIONS])
        self.weights.field.offer([(name, initializer_label(name)) for name in INITIALIZERS])
        self.bias.field.offer(
            [
                (name, initializer_label(name))
                for name, each in INITIALIZERS.items()
                if each.for_bias
            ]
        )
        self.redraw.setText(self.tr("Redraw"))
        self.redraw.setToolTip(self.tr("Forget the typed numbers and draw the layer again"))
        self.exact.setText(self.tr("Weights and biases…"))
        self.apply.setText(self.tr("Apply to every hidden layer"))
        self.units.retranslate()
        for row in self._choices.values():
            row.row.retranslate()
        self.refresh()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)
