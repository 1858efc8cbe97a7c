"""Breaks a worksheet into A4 pages: steps stay whole, headings stay with what follows."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from gradsim.engine.cancellation import check_cancelled
from gradsim.ui.worksheet.marks import Face, Mark, Row, RuleMark
from gradsim.ui.worksheet.rows import FAINT, INK, MUTED, Measure, RowSetter
from gradsim.viewmodels.step.walk.steps import Family
from gradsim.viewmodels.worksheet.blocks import (
    Block,
    Box,
    Heading,
    Line,
    Matrices,
    PageBreak,
    Table,
    Worksheet,
)
from gradsim.viewmodels.worksheet.typeset import Outline

PAGE_WIDTH, PAGE_HEIGHT = 595.0, 842.0
"""A4 in points."""
MARGIN = 50.0
_BOTTOM = 58.0
_WIDTH = PAGE_WIDTH - 2 * MARGIN
_BAR, _INDENT = 3.0, 11.0
_WITH_NEXT = 70.0

Page = list[Mark]


class Paginator:
    """Fills pages from the top; :attr:`pages` is what came of it."""

    def __init__(
        self,
        measure: Measure,
        outlines: Mapping[str, Outline],
        colors: Mapping[Family, str],
        cancelled: Callable[[], bool] | None = None,
    ) -> None:
        self._rows = RowSetter(measure, outlines)
        self._colors = colors
        self._cancelled = cancelled
        self._y = MARGIN
        self.pages: list[Page] = [[]]

    def fill(self, sheet: Worksheet) -> list[Page]:
        """The pages of `sheet`.

        Raises
        ------
        Cancelled
            Where `cancelled` says so, checked before each block.
        """
        for block in sheet.blocks:
            check_cancelled(self._cancelled)
            self._place(block)
        return self.pages

    def _place(self, block: Block) -> None:
        match block:
            case Heading():
                self._heading(block)
            case Line():
                self._flow(self._line(block, _WIDTH, INK))
                self._y += 2.0
            case Table():
                self._table(block)
            case Matrices():
                self._y += 2.0
                self._flow(self._rows.matrices(block, _WIDTH))
            case Box():
                self._box(block)
            case PageBreak():
                self._new_page()

    def _heading(self, heading: Heading) -> None:
        face: Face = "title" if heading.level == 1 else "heading"
        rows = self._rows.line((heading.text,), _WIDTH, face)
        if heading.level == 2:
            self._y += 12.0 if self._y > MARGIN else 0.0
            rule = RuleMark(0.0, 2.0, _WIDTH, 0.6, FAINT)
            rows.append(Row(8.0, (rule,)))
        height = sum(row.height for row in rows)
        if self._y + height + _WITH_NEXT > PAGE_HEIGHT - _BOTTOM:
            self._new_page()
        self._flow(rows)

    def _line(self, line: Line, width: float, color: str) -> list[Row]:
        face: Face = "small" if line.muted else "text"
        return self._rows.line(line.pieces, width, face, MUTED if line.muted else color)

    def _table(self, table: Table) -> None:
        rows = self._rows.table(table, _WIDTH)
        head = rows[0] if any(table.header) and rows else None
        for row in rows:
            if self._y + row.height > PAGE_HEIGHT - _BOTTOM:
                self._new_page()
                if head is not None and row is not head:
                    self._flow([head])
            self._flow([row])
        self._y += 4.0

    def _box(self, box: Box) -> None:
        color = self._colors[box.family]
        width = _WIDTH - _INDENT
        rows = self._rows.line((box.title,), width, "bold", color)
        for index, block in enumerate(box.blocks):
            if isinstance(block, Line):
                rows.append(Row(2.0, ()))
                rows.extend(self._line(block, width, color if index == 0 else INK))
            else:
                rows.append(Row(3.0, ()))
                rows.extend(self._rows.matrices(block, width))
        height = sum(row.height for row in rows)
        room = PAGE_HEIGHT - _BOTTOM - self._y
        if height > room and height <= PAGE_HEIGHT - MARGIN - _BOTTOM:
            self._new_page()
        for row in rows:
            if self._y + row.height > PAGE_HEIGHT - _BOTTOM:
                self._new_page()
            bar = RuleMark(MARGIN, self._y, _BAR, row.height, color)
            self.pages[-1].append(bar)
            self.pages[-1].extend(row.at(MARGIN + _INDENT, self._y))
            self._y += row.height
        self._y += 10.0

    def _flow(self, rows: list[Row]) -> None:
        for row in rows:
            if self._y + row.height > PAGE_HEIGHT - _BOTTOM and self._y > MARGIN:
                self._new_page()
            self.pages[-1].extend(row.at(MARGIN, self._y))
            self._y += row.height

    def _new_page(self) -> None:
        if self.pages[-1]:
            self.pages.append([])
        self._y = MARGIN
