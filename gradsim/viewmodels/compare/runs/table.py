"""The factors of two runs as a table model: symbol and decades of either, and the difference."""

from __future__ import annotations

import math

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from gradsim.engine.problems import QT_TRANSLATE_NOOP
from gradsim.viewmodels import words
from gradsim.viewmodels.compare.runs.factors import BRANCHES, REMEDIES, FactorRow
from gradsim.viewmodels.compare.runs.view import RunsView
from gradsim.viewmodels.compare.runs.wording import CONTEXT, KINDS
from gradsim.viewmodels.gradients.tables import Cell, Table
from gradsim.viewmodels.gradients.wording import decades_text
from gradsim.viewmodels.notation import layer_number, written
from gradsim.viewmodels.step.walk.steps import Step, StepKind

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()

KIND_ROLE = Qt.ItemDataRole.UserRole + 1
"""The kind of a row's factor, for the columns that wear its colour; None in the others."""
HERE_ROLE = Qt.ItemDataRole.UserRole + 2
"""Whether the walk stands on the row."""

HERE, KIND, FIRST, FIRST_DECADES, SECOND, SECOND_DECADES, DIFFERENCE, SO_FAR = range(8)
_HEADINGS = {
    KIND: QT_TRANSLATE_NOOP("CompareRuns", "what multiplies"),
    FIRST: QT_TRANSLATE_NOOP("CompareRuns", "factor, {run}"),
    FIRST_DECADES: QT_TRANSLATE_NOOP("CompareRuns", "log₁₀, {run}"),
    SECOND: QT_TRANSLATE_NOOP("CompareRuns", "factor, {run}"),
    SECOND_DECADES: QT_TRANSLATE_NOOP("CompareRuns", "log₁₀, {run}"),
    DIFFERENCE: QT_TRANSLATE_NOOP("CompareRuns", "difference"),
    SO_FAR: QT_TRANSLATE_NOOP("CompareRuns", "so far"),
}
_TIPS = {
    KIND: QT_TRANSLATE_NOOP("CompareRuns", "Which part of the chain rule multiplies here."),
    FIRST_DECADES: QT_TRANSLATE_NOOP(
        "CompareRuns", "Decades that this factor adds to the norm of the gradient, or takes."
    ),
    SECOND_DECADES: QT_TRANSLATE_NOOP(
        "CompareRuns", "Decades that this factor adds to the norm of the gradient, or takes."
    ),
    DIFFERENCE: QT_TRANSLATE_NOOP(
        "CompareRuns", "Decades of the second run minus those of the first, for this factor."
    ),
    SO_FAR: QT_TRANSLATE_NOOP(
        "CompareRuns",
        "The same for the whole product from the cost through this factor.",
    ),
}
_MARK = "▸"


class FactorTable(QAbstractTableModel):
    """Rows of the view's pair; with `branches` off those of ∂C/∂W and ∂C/∂b are left out."""

    def __init__(self, view: RunsView, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._view = view
        self._rows: tuple[FactorRow, ...] = ()
        self._shown: list[int] = []
        self._here: int | None = None
        self._branches = True

    def refresh(self) -> None:
        """Take the pair's newest factors."""
        self.beginResetModel()
        self._rows = self._view.rows()
        self._shown = [
            index
            for index, row in enumerate(self._rows)
            if self._branches or row.kind not in BRANCHES
        ]
        self._here = self._view.current_row()
        self.endResetModel()

    def show_branches(self, shown: bool) -> None:
        """Show the factors that end in ∂C/∂W and ∂C/∂b, or leave them out."""
        self._branches = shown
        self.refresh()

    def follow_walk(self) -> int | None:
        """Mark the row on which the walk stands; its number here, if it is shown."""
        self._here = self._view.current_row()
        if self._shown:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._shown) - 1, SO_FAR))
        return self.row_here()

    def row_here(self) -> int | None:
        """The number, here, of the row on which the walk stands."""
        return self._shown.index(self._here) if self._here in self._shown else None

    def source_row(self, row: int) -> int:
        """The view's number of row `row`."""
        return self._shown[row]

    def symbol(self, row: FactorRow, side: int) -> str:
        """The factor's symbol in one run; a dash where it has none so far from its cost."""
        layer = row.layers[side]
        if layer is None or row.kind is REMEDIES:
            return "–"
        return Step(row.kind, layer, layer).symbol

    def table(self) -> Table:
        """Every row with all digits, for copying."""
        first, second = (
            self._view.letter_text(each) for each in (self._view.first, self._view.second)
        )
        headings = (
            "kind", f"layer {first}", f"layer {second}", f"log10 {first}", f"log10 {second}",
            "difference", f"product log10 {first}", f"product log10 {second}",
        )  # fmt: skip
        return Table(headings, tuple(_exact(self._rows[index]) for index in self._shown))

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """One per factor."""
        return 0 if parent.isValid() else len(self._shown)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        """Mark, kind, symbol and decades of either run, two differences."""
        return 0 if parent.isValid() else SO_FAR + 1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """A cell's text, alignment, kind, or spoken text."""
        if not index.isValid():
            return None
        row, column = self._rows[self._shown[index.row()]], index.column()
        here = self._shown[index.row()] == self._here
        if role == Qt.ItemDataRole.DisplayRole:
            return (_MARK if here else "") if column == HERE else self._text(row, column)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            numbers = (FIRST_DECADES, SECOND_DECADES, DIFFERENCE, SO_FAR)
            side = Qt.AlignmentFlag.AlignRight if column in numbers else Qt.AlignmentFlag.AlignLeft
            return side | Qt.AlignmentFlag.AlignVCenter
        if role == KIND_ROLE:
            return str(row.kind) if column in (KIND, FIRST, SECOND) else None
        if role == HERE_ROLE:
            return here
        if role == Qt.ItemDataRole.AccessibleTextRole and column == HERE and here:
            return words.translated(CONTEXT, _HERE)
        return None

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        """Headings that name the runs."""
        if orientation != Qt.Orientation.Horizontal or section == HERE:
            return "" if role == Qt.ItemDataRole.DisplayRole else None
        if role == Qt.ItemDataRole.DisplayRole:
            letter = self._view.first if section in (FIRST, FIRST_DECADES) else self._view.second
            run = self._view.letter_text(letter)
            return words.translated(CONTEXT, _HEADINGS[section]).format(run=run)
        if role == Qt.ItemDataRole.ToolTipRole and section in _TIPS:
            return words.translated(CONTEXT, _TIPS[section])
        if role == Qt.ItemDataRole.TextAlignmentRole:
            left = section in (KIND, FIRST, SECOND)
            side = Qt.AlignmentFlag.AlignLeft if left else Qt.AlignmentFlag.AlignRight
            return side | Qt.AlignmentFlag.AlignVCenter
        return None

    def _text(self, row: FactorRow, column: int) -> str:
        match column:
            case 1:
                return written(words.translated(CONTEXT, KINDS[row.kind]))
            case 2 | 4:
                return self.symbol(row, 0 if column == FIRST else 1)
            case 3 | 5:
                return _decades(row, 0 if column == FIRST_DECADES else 1)
            case 6:
                return decades_text(row.difference)
            case _:
                finite = math.isfinite(row.sum_difference)
                return decades_text(row.sum_difference) if finite else "–"


_HERE = QT_TRANSLATE_NOOP("CompareRuns", "The walk stands here")
_ZERO = QT_TRANSLATE_NOOP("CompareRuns", "zero")
_LOST = QT_TRANSLATE_NOOP("CompareRuns", "unknown")


def _decades(row: FactorRow, side: int) -> str:
    """What a factor does, or the name of what there is instead of a number."""
    if row.layers[side] is None:
        return "–"
    if math.isfinite(row.decades[side]):
        return decades_text(row.decades[side])
    left = row.sums[side]
    if left == -math.inf:
        return words.translated(CONTEXT, _ZERO)
    if left == math.inf:
        return "∞"
    return words.translated(CONTEXT, _LOST)


def _exact(row: FactorRow) -> tuple[Cell, ...]:
    layers = [None if each is None else layer_number(each) for each in row.layers]
    return (
        str(StepKind(row.kind)), *layers, *map(_cell, row.decades), _cell(row.difference),
        *map(_cell, row.sums),
    )  # fmt: skip


def _cell(value: float) -> Cell:
    return None if math.isnan(value) else value
