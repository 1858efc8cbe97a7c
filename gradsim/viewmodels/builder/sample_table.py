"""The typed samples of a project: a row each, the inputs first, then the targets."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import numpy as np
from msgspec.structs import replace
from numpy.typing import NDArray
from PySide6.QtCore import QCoreApplication, QObject, Qt

from gradsim.engine.problems import QT_TRANSLATE_NOOP, Problem
from gradsim.project import edits
from gradsim.project.limits import MAXIMUM_SAMPLES
from gradsim.project.model import Project
from gradsim.viewmodels.builder.editor import Editor
from gradsim.viewmodels.builder.number_table import NO_PARENT, Index, NumberTableModel
from gradsim.viewmodels.digits import subscript
from gradsim.viewmodels.messages import Message
from gradsim.viewmodels.notation import unit_number

SAMPLES_CONTROL = "samples"
Array = NDArray[np.float64]


class SampleTableModel(NumberTableModel):
    """Inputs and targets side by side; a block pasted at the bottom adds samples."""

    def __init__(self, editor: Editor, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._editor = editor
        self._data = editor.document.project.data
        self._width = 0
        self._table = self._read()
        editor.document.project_changed.connect(self._follow)

    @property
    def active(self) -> bool:
        """Whether the project's samples are typed ones."""
        return self._editor.document.project.data.is_inline

    def numbers(self) -> Array:
        return self._table

    def symbol(self, row: int, column: int) -> str:
        del row
        return str(self.headerData(column, Qt.Orientation.Horizontal))

    def room_below(self) -> int:
        return MAXIMUM_SAMPLES - self.rowCount()

    def write(self, row: int, column: int, block: Array, gesture: object | None = None) -> None:
        table = np.array(self._table)
        height = row + block.shape[0]
        if height > table.shape[0]:
            if block.shape[1] < table.shape[1]:
                raise Problem(
                    QT_TRANSLATE_NOOP(
                        "Problem",
                        "Rows pasted below the last sample need all {columns} columns. Nothing was "
                        "pasted.",
                    ),
                    columns=table.shape[1],
                )
            table = np.concatenate([table, np.zeros((height - table.shape[0], table.shape[1]))])
        table[row:height, column : column + block.shape[1]] = block
        width = self._width
        document = self._editor.document
        edited = edits.set_samples(
            document.project, table[:, :width].tolist(), table[:, width:].tolist()
        )
        name = Message("BuilderEdit", QT_TRANSLATE_NOOP("BuilderEdit", "Type samples"))
        document.edit(name, edited, gesture)

    def add_sample(self) -> None:
        """One more sample, like the last."""
        self._editor.apply(
            SAMPLES_CONTROL,
            Message("BuilderEdit", QT_TRANSLATE_NOOP("BuilderEdit", "Add sample")),
            edits.add_sample,
        )

    def delete_samples(self, rows: Iterable[int]) -> None:
        """The samples without these rows (from 0); the last one cannot go."""
        gone = frozenset(rows)

        def delete(project: Project) -> Project:
            kept = [row for row in range(self.rowCount()) if row not in gone]
            data = project.data
            if data.inputs is None or data.targets is None:
                return project
            return edits.set_data(
                project,
                replace(
                    data,
                    inputs=tuple(data.inputs[row] for row in kept),
                    targets=tuple(data.targets[row] for row in kept),
                ),
            )

        if gone:
            self._editor.apply(
                SAMPLES_CONTROL,
                Message("BuilderEdit", QT_TRANSLATE_NOOP("BuilderEdit", "Delete samples")),
                delete,
            )

    def retranslate(self) -> None:
        """Say headers and refusals in the language that holds now."""
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, max(self.columnCount() - 1, 0))
        self.refusals_changed.emit()

    def _read(self) -> Array:
        """The rows of the project, (samples, inputs + targets); empty where they are not typed."""
        inputs, targets = self._data.inputs, self._data.targets
        if inputs is None or targets is None:
            self._width = 0
            return np.zeros((0, 0))
        self._width = len(inputs[0])
        return np.concatenate([np.array(inputs), np.array(targets)], axis=1)

    def _follow(self) -> None:
        data = self._editor.document.project.data
        if data is self._data:
            return
        self._data = data
        shape = (self._table.shape, self._width)
        table = self._read()
        if (table.shape, self._width) != shape:
            with self._showing_anew():
                self._table = table
        elif table.size:
            self._table = table
            last = self.index(self.rowCount() - 1, self.columnCount() - 1)
            self.dataChanged.emit(self.index(0, 0), last)

    def rowCount(self, parent: Index = NO_PARENT) -> int:
        return 0 if parent.isValid() else int(self._table.shape[0])

    def columnCount(self, parent: Index = NO_PARENT) -> int:
        return 0 if parent.isValid() else int(self._table.shape[1])

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation == Qt.Orientation.Vertical:
            return str(section + 1) if role == Qt.ItemDataRole.DisplayRole else None
        width = self._width
        is_input = section < width
        number = unit_number(section + 1 if is_input else section + 1 - width)
        if role == Qt.ItemDataRole.DisplayRole:
            return f"{'x' if is_input else 'y'}{subscript(number)}"
        if role == Qt.ItemDataRole.ToolTipRole:
            words = (
                QCoreApplication.translate("SampleTable", "input {number}")
                if is_input
                else QCoreApplication.translate("SampleTable", "target {number}")
            )
            return words.format(number=number)
        return None
