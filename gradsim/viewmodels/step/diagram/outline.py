"""The diagram as a tree of layers, units and edges, for the keyboard and for screen readers.

Nothing is built: a row knows its place from its parent's number alone, so a network of a thousand
layers, or with a million edges in a layer, costs no more than the rows that a view asks for.
"""

from __future__ import annotations

from typing import Any

from msgspec.structs import replace
from PySide6.QtCore import (
    QAbstractItemModel,
    QCoreApplication,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from gradsim.engine.parameter_address import ParameterAddress
from gradsim.viewmodels.notation import layer_number
from gradsim.viewmodels.step.diagram.abridging import NetworkShape
from gradsim.viewmodels.step.diagram.diagram import DiagramModel
from gradsim.viewmodels.step.diagram.hits import Target, TargetKind
from gradsim.viewmodels.step.diagram.values import DiagramValues, Standing
from gradsim.viewmodels.step.diagram.words import (
    UNSAID,
    describe,
    standing_text,
)
from gradsim.viewmodels.step.numerals import numeral
from gradsim.viewmodels.step.parameters import normalized_at
from gradsim.viewmodels.step.scaled import Scaled
from gradsim.viewmodels.step.walk.steps import COST_SYMBOL
from gradsim.viewmodels.words import power_of_ten

Index = QModelIndex | QPersistentModelIndex
_UNIT_SHIFT = 24
"""A row below a unit carries layer + 1 in the lower bits of its id and the unit above them."""
_NAME, _VALUE, _GRADIENT = range(3)

translate = QCoreApplication.translate


class OutlineModel(QAbstractItemModel):
    """Rows: the inputs, the layers, the cost; below a layer its units; below a unit its bias, its
    weights, and the γ and β that act on it. Columns: name, value, gradient.
    """

    refreshed = Signal()
    """The numbers are others, the rows the same."""

    def __init__(self, diagram: DiagramModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._diagram = diagram
        self._shape = diagram.shape
        self._acting = _acting_on(diagram)
        diagram.changed.connect(self._follow)

    def target_of(self, index: Index) -> Target | None:
        """What a row stands for; a bias's, γ's or β's row stands for its unit."""
        if not index.isValid():
            return None
        layer, unit, row = self._layer_of(index), self._unit_of(index), index.row()
        if unit:
            weight = layer > 0 and 1 <= row <= self._shape.width(layer - 1)
            return (
                Target(TargetKind.EDGE, layer, unit, row)
                if weight
                else Target(TargetKind.UNIT, layer, unit)
            )
        if layer >= 0:
            return Target(TargetKind.UNIT, layer, row + 1)
        if row > self._shape.depth:
            return Target(TargetKind.COST, self._shape.depth)
        return Target(TargetKind.LAYER, row)

    def is_bias(self, index: Index) -> bool:
        """Whether a row stands for the bias of its unit."""
        if not index.isValid() or index.row():
            return False
        return self._unit_of(index) > 0 and self._layer_of(index) > 0

    def learned_at(self, index: Index) -> ParameterAddress | None:
        """The γ or β that a row stands for; None for any other row."""
        if not index.isValid() or not self._unit_of(index):
            return None
        layer, unit = self._layer_of(index), self._unit_of(index)
        place = index.row() - self._rows_before(layer)
        acting = self._acting[layer] if layer < len(self._acting) else ()
        return replace(acting[place], unit=unit) if 0 <= place < len(acting) else None

    def index_of(self, target: Target) -> QModelIndex:
        """The row of a layer, unit, edge or the cost; an invalid index for anything else."""
        if not target.is_in(self._shape):
            return QModelIndex()
        match target.kind:
            case TargetKind.LAYER:
                return self.createIndex(target.layer, 0, 0)
            case TargetKind.COST:
                return self.createIndex(self._shape.depth + 1, 0, 0)
            case TargetKind.UNIT:
                return self.createIndex(target.unit - 1, 0, target.layer + 1)
            case TargetKind.EDGE:
                return self.createIndex(
                    target.source, 0, (target.layer + 1) | (target.unit << _UNIT_SHIFT)
                )
            case _:
                return QModelIndex()

    # QAbstractItemModel

    def index(self, row: int, column: int, parent: Index = QModelIndex()) -> QModelIndex:  # noqa: B008
        if not 0 <= row < self.rowCount(parent) or not 0 <= column <= _GRADIENT:
            return QModelIndex()
        if not parent.isValid():
            return self.createIndex(row, column, 0)
        layer = self._layer_of(parent)
        if layer < 0:
            return self.createIndex(row, column, parent.row() + 1)
        return self.createIndex(row, column, (layer + 1) | ((parent.row() + 1) << _UNIT_SHIFT))

    def parent(self, index: Index = QModelIndex()) -> QModelIndex:  # type: ignore[override]  # noqa: B008
        if not index.isValid():
            return QModelIndex()
        layer, unit = self._layer_of(index), self._unit_of(index)
        if unit:
            return self.createIndex(unit - 1, 0, layer + 1)
        return QModelIndex() if layer < 0 else self.createIndex(layer, 0, 0)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        shape = self._shape
        if not parent.isValid():
            return shape.depth + 2 if shape.depth else 0
        if parent.column() or self._unit_of(parent):
            return 0
        layer = self._layer_of(parent)
        if layer < 0:
            return shape.width(parent.row()) if parent.row() <= shape.depth else 0
        return self._rows_before(layer) + len(self._acting[layer])

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        del parent
        return 3

    def hasChildren(self, parent: Index = QModelIndex()) -> bool:  # noqa: B008
        return self.rowCount(parent) > 0

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation != Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        return (
            translate("Diagram", "Outline"),
            translate("Diagram", "Value"),
            translate("Diagram", "Gradient"),
        )[section]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        values = self._diagram.values
        target = self.target_of(index)
        if values is None or target is None or values.shape != self._shape:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole and index.column():
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        if role == Qt.ItemDataRole.AccessibleTextRole and index.column() == _NAME:
            return describe(target, values).sentence
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        learned = self.learned_at(index)
        if learned is not None:
            return _learned_text(learned, values, index.column())
        if self.is_bias(index):
            return _bias_text(target, values, index.column())
        return _text(target, values, index.column())

    # Numbers in the id

    def _layer_of(self, index: Index) -> int:
        """The layer that a row lies below; −1 for a top row."""
        return (int(index.internalId()) & ((1 << _UNIT_SHIFT) - 1)) - 1

    def _unit_of(self, index: Index) -> int:
        """The unit that a row lies below; 0 for a row above that."""
        return int(index.internalId()) >> _UNIT_SHIFT

    def _rows_before(self, layer: int) -> int:
        """How many rows a unit has before its γ and β: a bias and weights; an input has none."""
        return 0 if layer == 0 else 1 + self._shape.width(layer - 1)

    def _follow(self) -> None:
        shape: NetworkShape = self._diagram.shape
        acting = _acting_on(self._diagram)
        if shape == self._shape and acting == self._acting:
            self.refreshed.emit()
            return
        self.beginResetModel()
        self._shape, self._acting = shape, acting
        self.endResetModel()


def _acting_on(diagram: DiagramModel) -> tuple[tuple[ParameterAddress, ...], ...]:
    """The γ and β that act on the first unit of each column, the inputs first."""
    columns = range(diagram.shape.depth + 1)
    network = None if diagram.values is None else diagram.values.result.project.network
    if network is None or network.plain:
        return ((),) * len(columns)
    return tuple(normalized_at(layer, 1, network) for layer in columns)


def _learned_text(address: ParameterAddress, values: DiagramValues, column: int) -> str:
    if column == _NAME:
        return values.symbol(address.kind, address.layer, address.unit)
    if column == _VALUE:
        return numeral(values.learned(address))
    return _gradient_text(values.learned_gradient(address), values)


def _text(target: Target, values: DiagramValues, column: int) -> str:
    match target.kind:
        case TargetKind.LAYER:
            return _layer_text(target.layer, values, column)
        case TargetKind.UNIT:
            return _unit_text(target.layer, target.unit, values, column)
        case TargetKind.EDGE:
            return _edge_text(target, values, column)
        case _:
            told = UNSAID if values.veil.cost else numeral(values.cost)
            return (COST_SYMBOL.text, told, "1")[column]


def _layer_text(layer: int, values: DiagramValues, column: int) -> str:
    if column == _NAME:
        if layer == 0:
            return translate("Diagram", "Inputs")
        return translate("Diagram", "Layer {layer}").format(layer=layer_number(layer))
    if column == _VALUE or layer == 0:
        return ""
    if values.veil.gradients:
        return UNSAID
    return power_of_ten(float(values.result.measurement.layers[layer - 1].delta.log10_l2))


def _unit_text(layer: int, unit: int, values: DiagramValues, column: int) -> str:
    units = values.units(layer)
    if column == _NAME:
        return values.symbol("a", layer, unit)
    if column == _VALUE:
        hidden = values.veil.hides_activation(layer)
        return UNSAID if hidden else numeral(float(units.activation[unit - 1]))
    delta = units.delta_of(unit)
    if delta is None:
        return ""
    if values.veil.gradients:
        return UNSAID
    standing = units.standing(unit)
    return numeral(delta) if standing is Standing.OK else standing_text(standing)


def _edge_text(target: Target, values: DiagramValues, column: int) -> str:
    layer, unit, source = target.layer, target.unit, target.source
    if column == _NAME:
        return values.symbol("w", layer, unit, source)
    if column == _VALUE:
        return numeral(values.weight(layer, unit, source))
    return _gradient_text(values.weight_gradient(layer, unit, source), values)


def _bias_text(target: Target, values: DiagramValues, column: int) -> str:
    layer, unit = target.layer, target.unit
    if column == _NAME:
        return values.symbol("b", layer, unit)
    if column == _VALUE:
        return numeral(values.bias(layer, unit))
    return _gradient_text(values.bias_gradient(layer, unit), values)


def _gradient_text(gradient: Scaled | None, values: DiagramValues) -> str:
    if gradient is None:
        return ""
    return UNSAID if values.veil.gradients else numeral(gradient)
