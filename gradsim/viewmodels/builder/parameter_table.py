"""The weight matrix of a layer, and its biases beside it, as tables in which each cell is typed."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QCoreApplication, QObject, Qt

from gradsim.engine.problems import QT_TRANSLATE_NOOP
from gradsim.project import edits
from gradsim.project.model import Project
from gradsim.viewmodels.builder.cells import Block
from gradsim.viewmodels.builder.edit_names import edit_name
from gradsim.viewmodels.builder.layer_numbers import LayerNumbers
from gradsim.viewmodels.builder.number_table import NO_PARENT, Index, NumberTableModel
from gradsim.viewmodels.document import Document
from gradsim.viewmodels.notation import layer_number, unit_number
from gradsim.viewmodels.step.walk.steps import Symbol

Array = NDArray[np.float64]


class ParameterTableModel(NumberTableModel):
    """Common to weights and biases: it follows a layer's numbers and edits its project."""

    _name = ""

    def __init__(
        self, document: Document, numbers: LayerNumbers, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._document = document
        self._numbers = numbers
        numbers.reshaped.connect(self._start_again)
        numbers.changed.connect(self._show_again)

    def _edited(
        self, project: Project, layer_id: int, row: int, column: int, block: Array
    ) -> Project:
        raise NotImplementedError

    def write(self, row: int, column: int, block: Array, gesture: object | None = None) -> None:
        layer_id = self._numbers.layer_id
        if layer_id is None:
            return
        project = self._document.project
        edited = self._edited(project, layer_id, row, column, block)
        self._document.edit(edit_name(self._name, project, (layer_id,)), edited, gesture)

    def retranslate(self) -> None:
        """Say headers and refusals in the language that holds now."""
        for orientation in (Qt.Orientation.Horizontal, Qt.Orientation.Vertical):
            self.headerDataChanged.emit(orientation, 0, 0)
        self.refusals_changed.emit()

    def _start_again(self) -> None:
        with self._showing_anew():
            self._read()

    def _read(self) -> None:
        """Take over what is kept of the numbers; for subclasses."""

    def _show_again(self) -> None:
        if self.rowCount() and self.columnCount():
            last = self.index(self.rowCount() - 1, self.columnCount() - 1)
            self.dataChanged.emit(self.index(0, 0), last)

    def rowCount(self, parent: Index = NO_PARENT) -> int:
        return 0 if parent.isValid() else self._numbers.shape[0]


class WeightTableModel(ParameterTableModel):
    """Row j, column k hold w_jk, which runs from unit k of the layer before to unit j."""

    _name = QT_TRANSLATE_NOOP("BuilderEdit", "Type weights of {layers}")

    def numbers(self) -> Array | None:
        return self._numbers.weights

    def symbol(self, row: int, column: int) -> str:
        return Symbol("w", self._numbers.layer, (row + 1, column + 1)).text

    def _edited(
        self, project: Project, layer_id: int, row: int, column: int, block: Array
    ) -> Project:
        if block.size == 1:
            return edits.set_weight(project, layer_id, row + 1, column + 1, float(block[0, 0]))
        weights, _ = edits.current_numbers(project, layer_id)
        weights[row : row + block.shape[0], column : column + block.shape[1]] = block
        return edits.set_weights_matrix(project, layer_id, weights)

    def columnCount(self, parent: Index = NO_PARENT) -> int:
        return 0 if parent.isValid() else self._numbers.shape[1]

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if role == Qt.ItemDataRole.DisplayRole:
            return str(unit_number(section + 1))
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._header_words(section, orientation)
        return None

    def _header_words(self, section: int, orientation: Qt.Orientation) -> str:
        translate = QCoreApplication.translate
        layer, number = self._numbers.layer, unit_number(section + 1)
        if orientation == Qt.Orientation.Vertical:
            words = translate("WeightTable", "into unit {unit} of layer {layer}")
            return words.format(unit=number, layer=layer_number(layer))
        if layer == 1:
            return translate("WeightTable", "from input {unit}").format(unit=number)
        words = translate("WeightTable", "from unit {unit} of layer {layer}")
        return words.format(unit=number, layer=layer_number(layer - 1))


class BiasTableModel(ParameterTableModel):
    """Row j holds b_j; a pasted row is laid down as a column."""

    _name = QT_TRANSLATE_NOOP("BuilderEdit", "Type biases of {layers}")

    def numbers(self) -> Array | None:
        biases = self._numbers.biases
        return None if biases is None else biases[:, np.newaxis]

    def symbol(self, row: int, column: int) -> str:
        del column
        return Symbol("b", self._numbers.layer, (row + 1,)).text

    def _arranged(self, block: Block) -> Block:
        return tuple((cell,) for cell in block[0]) if len(block) == 1 else block

    def _edited(
        self, project: Project, layer_id: int, row: int, column: int, block: Array
    ) -> Project:
        del column
        if block.size == 1:
            return edits.set_bias_value(project, layer_id, row + 1, float(block[0, 0]))
        weights, biases = edits.current_numbers(project, layer_id)
        biases[row : row + block.shape[0]] = block[:, 0]
        return edits.set_weights_matrix(project, layer_id, weights, biases)

    def columnCount(self, parent: Index = NO_PARENT) -> int:
        return 0 if parent.isValid() or self._numbers.shape[0] == 0 else 1

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if role == Qt.ItemDataRole.DisplayRole:
            return (
                "b" if orientation == Qt.Orientation.Horizontal else str(unit_number(section + 1))
            )
        return None
