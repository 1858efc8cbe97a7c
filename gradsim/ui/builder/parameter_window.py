"""The window of a layer's exact weights and biases; it stays open beside the others and follows."""

from __future__ import annotations

from itertools import permutations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import (
    QDialog,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from gradsim.ui.builder.cell_slider import CellSlider
from gradsim.ui.builder.field_row import LinkButton
from gradsim.ui.builder.number_grid import NumberGrid, RefusalLine
from gradsim.ui.theme import ThemeController
from gradsim.viewmodels.builder.inspector import Inspector
from gradsim.viewmodels.builder.layer_numbers import LayerNumbers
from gradsim.viewmodels.builder.parameter_table import BiasTableModel, WeightTableModel
from gradsim.viewmodels.builder.remedies.table import RemedyTableModel
from gradsim.viewmodels.document import Document
from gradsim.viewmodels.notation import layer_number
from gradsim.viewmodels.selection import Selection

_WIDTH, _HEIGHT = 620, 420
_BIAS_WIDTH = 152
_REMEDY_COLUMN = 74
_REMEDY_MARGIN = 44
"""Beside the columns: the header of the rows and the bar."""
_GAP = 10


class ParameterWindow(QDialog):
    """W and b of the first selected layer, row beside row, as in z = W a + b, and beside them the
    numbers of its normalization, where it has one."""

    def __init__(
        self,
        document: Document,
        selection: Selection,
        numbers: LayerNumbers,
        inspector: Inspector,
        theme: ThemeController,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._document = document
        self._selection = selection
        self._numbers = numbers
        self.weights_model = WeightTableModel(document, numbers, self)
        self.biases_model = BiasTableModel(document, numbers, self)
        self.remedies_model = RemedyTableModel(document, numbers, self)
        self._title = QLabel()
        self._title.setProperty("heading", True)
        self._note = QLabel()
        self._note.setProperty("muted", True)
        self._chip = QLabel()
        self._chip.setProperty("chip", True)
        self._chip.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.redraw = LinkButton(inspector.redraw)
        self.previous = QPushButton()
        self.next = QPushButton()
        self._weights_label = QLabel()
        self._biases_label = QLabel()
        self.weights = NumberGrid(self.weights_model, theme)
        self.biases = NumberGrid(self.biases_model, theme)
        self._remedies_label = QLabel()
        self._remedies_label.setProperty("remedy", True)
        self._remedy_width = 0
        self.remedies = NumberGrid(self.remedies_model, theme)
        self.slider = CellSlider((self.weights, self.biases, self.remedies))
        self.refusal = RefusalLine((self.weights_model, self.biases_model, self.remedies_model))
        self.close_button = QPushButton()
        self._build()
        self._connect()
        self._retranslate()

    def _build(self) -> None:
        self.setWindowFlag(Qt.WindowType.WindowContextHelpButtonHint, False)
        self.resize(_WIDTH, _HEIGHT)
        self.setMinimumSize(420, 300)
        self.biases.setFixedWidth(_BIAS_WIDTH)
        self.remedies.horizontalHeader().setDefaultSectionSize(_REMEDY_COLUMN)
        self.remedies.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.biases.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for button in (self.previous, self.next, self.close_button):
            button.setAutoDefault(False)
        self.redraw.setAutoDefault(False)
        top = QHBoxLayout()
        top.setSpacing(8)
        top.addWidget(self._title)
        top.addWidget(self._chip)
        top.addWidget(self.redraw)
        top.addStretch(1)
        top.addWidget(self.previous)
        top.addWidget(self.next)
        tables = QGridLayout()
        tables.setHorizontalSpacing(_GAP)
        tables.setVerticalSpacing(4)
        tables.addWidget(self._weights_label, 0, 0)
        tables.addWidget(self._biases_label, 0, 1)
        tables.addWidget(self._remedies_label, 0, 2)
        tables.addWidget(self.weights, 1, 0)
        tables.addWidget(self.biases, 1, 1)
        tables.addWidget(self.remedies, 1, 2)
        tables.setRowStretch(1, 1)
        tables.setColumnStretch(0, 1)
        bottom = QHBoxLayout()
        bottom.addWidget(self._note, 1)
        bottom.addWidget(self.close_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(14, 12, 14, 12)
        layout.setSpacing(8)
        layout.addLayout(top)
        layout.addLayout(tables, 1)
        layout.addWidget(self.refusal)
        layout.addWidget(self.slider)
        layout.addLayout(bottom)
        self.weights.setFocus()

    def _connect(self) -> None:
        bars = [each.verticalScrollBar() for each in (self.weights, self.biases, self.remedies)]
        for bar, other in permutations(bars, 2):
            bar.valueChanged.connect(other.setValue)
        self.weights.horizontalScrollBar().rangeChanged.connect(self._match_bars)
        self.previous.clicked.connect(self._show_previous)
        self.next.clicked.connect(self._show_next)
        self.close_button.clicked.connect(self.close)
        self._numbers.reshaped.connect(self.refresh)
        self._numbers.changed.connect(self.refresh)
        self.remedies_model.modelReset.connect(self._show_remedies)
        self._document.project_changed.connect(self.refresh)

    def refresh(self) -> None:
        """Show which layer this is, and whether it is typed in."""
        layer = self._numbers.layer
        count = len(self._document.project.layers)
        self._title.setText(
            self.tr("Layer {layer} of {count}").format(
                layer=layer_number(layer), count=layer_number(count)
            )
        )
        self._chip.setVisible(self._numbers.typed)
        self.redraw.setVisible(self._numbers.typed)
        self.previous.setEnabled(layer > 1)
        self.next.setEnabled(0 < layer < count)
        units, fan_in = self._numbers.shape
        words = self.tr("Weights W ({units} × {inputs}): row j, column k is w from unit k to j")
        self._weights_label.setText(words.format(units=units, inputs=fan_in))

    def _match_bars(self, low: int, high: int) -> None:
        """Give the biases a bar where the weights have one, so that the rows stay level."""
        policy = Qt.ScrollBarPolicy
        shown = policy.ScrollBarAlwaysOn if high > low else policy.ScrollBarAlwaysOff
        self.biases.setHorizontalScrollBarPolicy(shown)
        self.remedies.setHorizontalScrollBarPolicy(shown)

    def _show_remedies(self) -> None:
        """Show as many columns as the normalization has numbers, in a window wide enough."""
        columns = self.remedies_model.columnCount()
        for widget in (self._remedies_label, self.remedies):
            widget.setVisible(columns > 0)
        width = columns * _REMEDY_COLUMN + _REMEDY_MARGIN if columns else 0
        if columns:
            self.remedies.setFixedWidth(width)
        if width > self._remedy_width:
            self.resize(max(self.width(), _WIDTH + width + _GAP), self.height())
        self._remedy_width = width

    def _show_previous(self) -> None:
        self._show_layer(self._numbers.layer - 1)

    def _show_next(self) -> None:
        self._show_layer(self._numbers.layer + 1)

    def _show_layer(self, layer: int) -> None:
        ids = self._document.project.layer_ids
        if 1 <= layer <= len(ids):
            self._selection.select((ids[layer - 1],))

    def _retranslate(self) -> None:
        self.setWindowTitle(self.tr("Weights and biases"))
        self._chip.setText(self.tr("typed"))
        self.redraw.setText(self.tr("Redraw"))
        self.redraw.setAccessibleName(self.tr("Forget the typed numbers and draw the layer again"))
        self.previous.setText(self.tr("Previous"))
        self.previous.setAccessibleName(self.tr("Previous layer"))
        self.next.setText(self.tr("Next"))
        self.next.setAccessibleName(self.tr("Next layer"))
        self.close_button.setText(self.tr("Close"))
        self._biases_label.setText(self.tr("Biases b"))
        self.weights.setAccessibleName(self.tr("Weights"))
        self.biases.setAccessibleName(self.tr("Biases"))
        self._remedies_label.setText(self.tr("Normalization"))
        self.remedies.setAccessibleName(self.tr("Normalization"))
        self._note.setText(
            self.tr(
                "Type into a cell, or paste from a spreadsheet: the layer keeps its numbers then."
            )
        )
        self._note.setWordWrap(True)
        self.weights_model.retranslate()
        self.biases_model.retranslate()
        self.remedies_model.retranslate()
        self._show_remedies()
        self.refresh()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)
