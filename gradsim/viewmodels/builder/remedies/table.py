"""The numbers of a layer's normalization, one column each, as a table in which cells are typed."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QObject, Qt

from gradsim.engine.problems import QT_TRANSLATE_NOOP
from gradsim.project import edits
from gradsim.project.model import Project
from gradsim.project.remedy_values import current_values
from gradsim.viewmodels.builder.layer_numbers import LayerNumbers
from gradsim.viewmodels.builder.number_table import NO_PARENT, Index
from gradsim.viewmodels.builder.parameter_table import ParameterTableModel
from gradsim.viewmodels.builder.remedies.said import VALUE_LETTERS
from gradsim.viewmodels.document import Document
from gradsim.viewmodels.notation import unit_number
from gradsim.viewmodels.step.walk.steps import Symbol
from gradsim.viewmodels.words import remedy_value_label

Array = NDArray[np.float64]


class RemedyTableModel(ParameterTableModel):
    """Row j holds γ_j, β_j and the running mean and variance of unit j, as far as there are any."""

    _name = QT_TRANSLATE_NOOP("BuilderEdit", "Type normalization of {layers}")

    def __init__(
        self, document: Document, numbers: LayerNumbers, parent: QObject | None = None
    ) -> None:
        super().__init__(document, numbers, parent)
        self._columns: dict[str, Array] = {}
        self._read()
        document.project_changed.connect(self._follow)

    @property
    def names(self) -> tuple[str, ...]:
        """What stands in each column, as a project file calls it."""
        return tuple(self._columns)

    def numbers(self) -> Array | None:
        if not self._columns:
            return None
        return np.stack(list(self._columns.values()), axis=1)

    def number(self, row: int, column: int) -> float | None:
        return float(list(self._columns.values())[column][row])

    def symbol(self, row: int, column: int) -> str:
        letter = VALUE_LETTERS[self.names[column]]
        return Symbol(letter, self._numbers.layer, (row + 1,)).text

    def _edited(
        self, project: Project, layer_id: int, row: int, column: int, block: Array
    ) -> Project:
        for offset in range(block.shape[1]):
            name = self.names[column + offset]
            project = edits.set_remedy_values(
                project, layer_id, name, block[:, offset].tolist(), row + 1
            )
        return project

    def _read(self) -> None:
        layer_id = self._numbers.layer_id
        project = self._document.project
        if layer_id is None or layer_id not in project.layer_ids:
            self._columns = {}
            return
        index = project.index_of(layer_id)
        self._columns = current_values(
            project.layers[index], project.parameters[index], project.network.fan_in(index + 1)
        )

    def _follow(self) -> None:
        """Show the numbers again; where other columns or another length come, from the start."""
        before = [(name, values.size) for name, values in self._columns.items()]
        columns = self._columns
        self._read()
        after = [(name, values.size) for name, values in self._columns.items()]
        if before != after:
            self._columns = columns
            self._start_again()
        else:
            self._show_again()

    def rowCount(self, parent: Index = NO_PARENT) -> int:
        if parent.isValid() or not self._columns:
            return 0
        return len(next(iter(self._columns.values())))

    def columnCount(self, parent: Index = NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self._columns)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        horizontal = orientation == Qt.Orientation.Horizontal
        if horizontal and not 0 <= section < len(self._columns):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            if horizontal:
                return VALUE_LETTERS[self.names[section]]
            return str(unit_number(section + 1))
        if horizontal and role in (
            Qt.ItemDataRole.ToolTipRole,
            Qt.ItemDataRole.AccessibleTextRole,
        ):
            return remedy_value_label(self.names[section])
        return None
