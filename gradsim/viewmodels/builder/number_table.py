"""A table of numbers that are typed, pasted and copied; what is refused stays in its cell."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from enum import IntEnum
from typing import Any

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray
from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from gradsim.engine.problems import QT_TRANSLATE_NOOP, Problem
from gradsim.viewmodels.builder.cells import Block, numbers_of, read_block, read_number, write_block
from gradsim.viewmodels.words import problem_text

Index = QModelIndex | QPersistentModelIndex
Cell = tuple[int, int]
NO_PARENT = QModelIndex()
_NO_NUMBER = (
    QT_TRANSLATE_NOOP("Problem", "One pasted cell holds no number; nothing was pasted."),
    QT_TRANSLATE_NOOP("Problem", "{count} pasted cells hold no number; nothing was pasted."),
)


class CellRole(IntEnum):
    """What a cell's painter asks for beside the roles of Qt."""

    REFUSED = Qt.ItemDataRole.UserRole + 1


class Refused(Struct, frozen=True):
    """A text that stands in a cell although the project did not take it, why, and whence."""

    text: str
    problem: Problem
    pasted: bool = False


class NumberTableModel(QAbstractTableModel):
    """The cells of one array of numbers; a subclass says where they come from and go to.

    An entry that is refused changes nothing in the project: the text stays in its cell, marked,
    with the reason, until the cell is mended.
    """

    refusals_changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._refused: dict[Cell, Refused] = {}
        self._refused_block: Problem | None = None

    def numbers(self) -> NDArray[np.float64] | None:
        """All cells, (rows, columns) float64; None where they are not known yet."""
        raise NotImplementedError

    def number(self, row: int, column: int) -> float | None:
        """The number in a cell (counted from 0); None where it is not known yet."""
        numbers = self.numbers()
        return None if numbers is None else float(numbers[row, column])

    def write(
        self, row: int, column: int, block: NDArray[np.float64], gesture: object | None = None
    ) -> None:
        """Lay `block` (rows, columns) over the table from this cell on, as one undo step.

        Raises
        ------
        Problem
            Where the project cannot take it; nothing has changed then.
        """
        raise NotImplementedError

    def symbol(self, row: int, column: int) -> str:
        """What the number in a cell is called."""
        raise NotImplementedError

    def room_below(self) -> int:
        """How many rows a pasted block may add at the end."""
        return 0

    @property
    def refused(self) -> Mapping[Cell, Refused]:
        """Texts that were not taken, by cell."""
        return self._refused

    @property
    def refused_block(self) -> Problem | None:
        """Why the block that was pasted last was not taken."""
        return self._refused_block

    @contextmanager
    def _showing_anew(self) -> Iterator[None]:
        """Within this block the table comes to show something else: what was refused goes."""
        self.beginResetModel()
        yield
        self._refused.clear()
        self._refused_block = None
        self.endResetModel()
        self.refusals_changed.emit()

    def restore(self, row: int, column: int) -> bool:
        """Put the number back into a cell whose text was refused; False where none was."""
        if (row, column) not in self._refused:
            return False
        self._accept((row, column))
        return True

    def paste(self, row: int, column: int, text: str) -> bool:
        """Lay copied cells over the table from this one on: all of them, or none.

        Where single cells hold no number, their texts stand in the table, refused, and the others
        are left as they were, until they are mended or the next block is pasted.
        """
        self._forget_pasted()
        try:
            block = self._arranged(read_block(text))
            self._check_room(row, column, block)
        except Problem as problem:
            return self._refuse_block(problem)
        numbers, wrong = numbers_of(block)
        if wrong:
            for (down, across), reason in wrong.items():
                refused = Refused(block[down][across], reason, pasted=True)
                self._mark((row + down, column + across), refused)
            return self._refuse_block(Problem(_NO_NUMBER[len(wrong) > 1], count=len(wrong)))
        try:
            self.write(row, column, numbers)
        except Problem as problem:
            return self._refuse_block(problem)
        for cell in list(self._refused):
            if 0 <= cell[0] - row < len(block) and 0 <= cell[1] - column < len(block[0]):
                self._accept(cell)
        self.refusals_changed.emit()
        return True

    def copy(self, top: int, left: int, bottom: int, right: int) -> str:
        """The cells of a rectangle, ends included, for a spreadsheet; every digit is kept."""
        numbers = self.numbers()
        if numbers is None:
            return ""
        return write_block(numbers[top : bottom + 1, left : right + 1])

    def drag(self, row: int, column: int, value: float, gesture: object) -> bool:
        """Set one number in the course of a drag; the whole drag is one undo step."""
        try:
            self.write(row, column, np.array([[value]]), gesture)
        except Problem as problem:
            self._refuse((row, column), repr(value), problem)
            return False
        self._accept((row, column))
        return True

    def _write_number(self, row: int, column: int, number: float) -> None:
        """Write one number, if need be with those of its row that were refused alone.

        A row whose targets must sum to 1 can only be changed in two cells at once; they are typed
        one after the other.
        """
        try:
            self.write(row, column, np.array([[number]]))
        except Problem:
            together = {column: number} | self._readable_refusals(row, column)
            if len(together) == 1:
                raise
            first, last = min(together), max(together)
            block = [
                together.get(each, self.number(row, each) or 0.0) for each in range(first, last + 1)
            ]
            self.write(row, first, np.array([block]))
            for each in together:
                self._accept((row, each))

    def _readable_refusals(self, row: int, column: int) -> dict[int, float]:
        """Numbers of this row that were refused by the project, by column; `column` left out."""
        numbers: dict[int, float] = {}
        for (down, across), refused in self._refused.items():
            if down == row and across != column:
                with suppress(Problem):
                    numbers[across] = read_number(refused.text)
        return numbers

    def _arranged(self, block: Block) -> Block:
        """The block as this table takes it."""
        return block

    def _check_room(self, row: int, column: int, block: Block) -> None:
        rows = self.rowCount() - row + self.room_below()
        columns = self.columnCount() - column
        if len(block) > rows or len(block[0]) > columns:
            raise Problem(
                QT_TRANSLATE_NOOP(
                    "Problem",
                    "{height} × {width} cells do not fit: from this cell on there is room for "
                    "{rows} × {columns}. Nothing was pasted.",
                ),
                height=len(block),
                width=len(block[0]),
                rows=rows,
                columns=columns,
            )

    def _refuse_block(self, problem: Problem) -> bool:
        self._refused_block = problem
        self.refusals_changed.emit()
        return False

    def _refuse(self, cell: Cell, text: str, problem: Problem) -> None:
        self._mark(cell, Refused(text, problem))
        self.refusals_changed.emit()

    def _mark(self, cell: Cell, refused: Refused) -> None:
        self._refused[cell] = refused
        self._announce(*cell)

    def _forget_pasted(self) -> None:
        """Take back what the block that was pasted last left in the cells."""
        self._refused_block = None
        for cell in [cell for cell, refused in self._refused.items() if refused.pasted]:
            del self._refused[cell]
            self._announce(*cell)

    def _accept(self, cell: Cell) -> None:
        self._refused_block = None
        self._refused.pop(cell, None)
        self._announce(*cell)
        self.refusals_changed.emit()

    def _announce(self, row: int, column: int) -> None:
        index = self.index(row, column)
        if index.isValid():
            self.dataChanged.emit(index, index)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        cell = (index.row(), index.column())
        refused = self._refused.get(cell)
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.EditRole:
                if refused is not None:
                    return refused.text
                number = self.number(*cell)
                if number is None:
                    return "…"
                return repr(number) if role == Qt.ItemDataRole.EditRole else f"{number:.4g}"
            case Qt.ItemDataRole.ToolTipRole | Qt.ItemDataRole.AccessibleDescriptionRole:
                if refused is not None:
                    return problem_text(refused.problem)
                number = self.number(*cell)
                return None if number is None else repr(number)
            case Qt.ItemDataRole.TextAlignmentRole:
                return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            case CellRole.REFUSED:
                return refused is not None
        return None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.EditRole or not index.isValid():
            return False
        row, column = index.row(), index.column()
        text = str(value)
        try:
            number = read_number(text)
            if number != self.number(row, column):
                self._write_number(row, column, number)
        except Problem as problem:
            self._refuse((row, column), text, problem)
            return False
        self._accept((row, column))
        return True

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        if index.isValid() and self.number(index.row(), index.column()) is not None:
            flags |= Qt.ItemFlag.ItemIsEditable
        return flags
