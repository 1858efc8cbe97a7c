"""Sets the blocks of a worksheet into rows of a given width: lines, tables, matrices."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from msgspec import Struct

from gradsim.ui.worksheet.marks import EquationMark, Face, Mark, Row, RuleMark, TextMark
from gradsim.viewmodels.worksheet.blocks import (
    Cell,
    Equation,
    Gap,
    Matrices,
    Matrix,
    Piece,
    Table,
)
from gradsim.viewmodels.worksheet.typeset import Outline

INK, MUTED, FAINT = "#1b1e28", "#5d6375", "#c9cdd8"
EM: dict[Face, float] = {"text": 10.5, "bold": 10.5, "small": 9.5, "heading": 12.5, "title": 18.0}
"""Points per em."""
_ASCENT, _DESCENT = 0.95, 0.32
_LEADING = 1.22
_CELL_GAP = 12.0
_PART_GAP = 9.0

Measure = Callable[[str, Face], float]


class _Atom(Struct, frozen=True):
    """Something that a line does not break."""

    width: float
    ascent: float
    descent: float
    marks: tuple[Mark, ...]
    """Relative to the left end of its baseline."""


class RowSetter:
    """Makes rows; `measure` tells how many points a text is wide."""

    def __init__(self, measure: Measure, outlines: Mapping[str, Outline]) -> None:
        self._measure = measure
        self._outlines = outlines

    def line(
        self, pieces: Iterable[Piece], width: float, face: Face = "text", color: str = INK
    ) -> list[Row]:
        """Pieces in rows as wide as `width`, broken between words."""
        atoms = [atom for piece in pieces for atom in self._atoms(piece, width, face, color)]
        rows: list[Row] = []
        current: list[_Atom] = []
        used = 0.0
        space = self._measure(" ", face)
        for atom in atoms:
            if current and used + space + atom.width > width + 0.01:
                rows.append(_joined(current, space, face))
                current, used = [], 0.0
            used += atom.width + (space if current else 0.0)
            current.append(atom)
        if current:
            rows.append(_joined(current, space, face))
        return rows

    def table(self, table: Table, width: float) -> list[Row]:
        """Header and rows; columns as wide as they need, narrowed where the page is not."""
        lines: list[tuple[tuple[Cell, ...], Face]] = [(row, "text") for row in table.rows]
        if any(table.header):
            lines.insert(0, (table.header, "bold"))
        if not lines:
            return []
        columns = len(lines[0][0])
        natural = [
            max(self._cell_width(cells[column], face) for cells, face in lines)
            for column in range(columns)
        ]
        widths = _fitted(natural, width - _CELL_GAP * (columns - 1))
        total = sum(widths) + _CELL_GAP * (columns - 1)
        return [self._table_row(cells, face, widths, total) for cells, face in lines]

    def matrices(self, matrices: Matrices, width: float) -> list[Row]:
        """Matrices side by side, in as many rows as they need."""
        rows: list[Row] = []
        current: list[Row] = []
        used = 0.0
        for item in matrices.items:
            made, wide = self._matrix(item, width)
            gap = _PART_GAP if current else 0.0
            if current and used + gap + wide > width:
                rows.append(_side_by_side(current))
                current, used, gap = [], 0.0, 0.0
            current.append(Row(made.height, tuple(made.at(used + gap, 0.0))))
            used += gap + wide
        if current:
            rows.append(_side_by_side(current))
        return rows

    def _cell_width(self, cell: Cell, face: Face) -> float:
        return cell.width * EM[face] if isinstance(cell, Gap) else self._measure(cell, face) + 0.5

    def _table_row(
        self, cells: tuple[Cell, ...], face: Face, widths: list[float], total: float
    ) -> Row:
        marks: list[Mark] = []
        height, left = 0.0, 0.0
        for cell, width in zip(cells, widths, strict=True):
            top = 2.0
            for row in self.line((cell,) if cell != "" else (), width, face):
                marks.extend(row.at(left, top))
                top += row.height
            height = max(height, top)
            left += width + _CELL_GAP
        marks.append(RuleMark(0.0, height + 1.5, total, 0.5, FAINT))
        return Row(height + 3.0, tuple(marks))

    def _matrix(self, matrix: Matrix, room: float) -> tuple[Row, float]:
        """A matrix with its sign, symbol and note, and how wide it is."""
        face: Face = "text"
        em = EM[face]
        pad, gap, step = 4.0, 8.0, em * 1.4
        if any(isinstance(cell, Gap) for row in matrix.rows for cell in row):
            step = em * 1.9
        columns = len(matrix.rows[0])
        widths = [
            max(self._cell_width(row[column], face) for row in matrix.rows)
            for column in range(columns)
        ]
        inner = sum(widths) + gap * (columns - 1) + 2 * pad
        shrink = min(1.0, (room - 60.0) / inner) if room > 80.0 else 1.0
        if shrink < 1.0:
            gap, inner = gap * shrink, inner * shrink
        height = step * len(matrix.rows)
        top = em * 1.3 if matrix.above else 0.0
        middle = top + height / 2 + 0.34 * em
        marks: list[Mark] = []
        left = 0.0
        lead = matrix.join
        if matrix.label and not matrix.above:
            lead = f"{lead} {matrix.label} =".strip()
        if lead:
            marks.append(TextMark(left, middle, lead, face, INK))
            left += self._measure(lead, face) + 5.0
        if matrix.above and matrix.label:
            wide = self._measure(matrix.label, "small")
            start = left + max(0.0, (inner - wide) / 2)
            marks.append(TextMark(start, em * 0.9, matrix.label, "small", MUTED))
        marks.extend(_brackets(left, top, inner, height))
        for number, row in enumerate(matrix.rows):
            right = left + pad
            baseline = top + step * number + step / 2 + 0.34 * em
            for cell, width in zip(row, widths, strict=True):
                right += width * shrink
                if isinstance(cell, Gap):
                    wide = width * shrink
                    marks.append(RuleMark(right - wide, baseline + 1.5, wide, 0.6, MUTED))
                else:
                    start = right - self._measure(cell, face)
                    marks.append(TextMark(start, baseline, cell, face, INK))
                right += gap
        used = left + inner
        if matrix.above and matrix.label:
            used = max(used, left + self._measure(matrix.label, "small"))
        bottom = top + height
        if matrix.note:
            note = f"({matrix.note})"
            marks.append(TextMark(left, bottom + EM["small"] * 1.2, note, "small", MUTED))
            used = max(used, left + self._measure(note, "small"))
            bottom += EM["small"] * 1.4
        return Row(bottom + 5.0, tuple(marks)), used

    def _atoms(self, piece: Piece, room: float, face: Face, color: str) -> list[_Atom]:
        em = EM[face]
        if isinstance(piece, Gap):
            wide = min(piece.width * em, room)
            rule = RuleMark(0.0, 1.5, wide, 0.6, MUTED)
            return [_Atom(wide, em * 1.2, em * _DESCENT, (rule,))]
        if isinstance(piece, Equation):
            outline = self._outlines.get(piece.tex)
            if outline is not None:
                return [_equation(outline, room, em, color)]
            piece = piece.text
        words = [part for word in piece.split() for part in self._broken(word, room, face)]
        return [self._word(word, face, color) for word in words]

    def _word(self, word: str, face: Face, color: str) -> _Atom:
        em = EM[face]
        mark = TextMark(0.0, 0.0, word, face, color)
        return _Atom(self._measure(word, face), em * _ASCENT, em * _DESCENT, (mark,))

    def _broken(self, word: str, room: float, face: Face) -> list[str]:
        """The word, in parts where it is wider than a whole line."""
        if self._measure(word, face) <= room or len(word) < 2:
            return [word]
        half = len(word) // 2
        return [*self._broken(word[:half], room, face), *self._broken(word[half:], room, face)]


def _equation(outline: Outline, room: float, em: float, color: str) -> _Atom:
    scale = min(em * 1.05, room / outline.width)
    ascent = outline.ascent * scale
    mark = EquationMark(0.0, -ascent, outline, scale, color)
    return _Atom(outline.width * scale, ascent, outline.height * scale - ascent, (mark,))


def _joined(atoms: list[_Atom], space: float, face: Face) -> Row:
    """Atoms on one baseline."""
    ascent = max(max(atom.ascent for atom in atoms), EM[face] * _ASCENT)
    descent = max(max(atom.descent for atom in atoms), EM[face] * (_LEADING - _ASCENT))
    marks: list[Mark] = []
    left = 0.0
    for atom in atoms:
        marks.extend(Row(0.0, atom.marks).at(left, ascent))
        left += atom.width + space
    return Row(ascent + descent, tuple(marks))


def _brackets(left: float, top: float, width: float, height: float) -> list[Mark]:
    thin, arm = 0.9, 3.0
    right = left + width - thin
    return [
        RuleMark(left, top, thin, height, INK),
        RuleMark(right, top, thin, height, INK),
        *(
            RuleMark(start, edge, arm, thin, INK)
            for edge in (top, top + height - thin)
            for start in (left, right - arm + thin)
        ),
    ]


def _side_by_side(parts: list[Row]) -> Row:
    """Rows placed beside each other, centred on one height."""
    height = max(part.height for part in parts)
    marks = [mark for part in parts for mark in part.at(0.0, (height - part.height) / 2)]
    return Row(height, tuple(marks))


def _fitted(natural: list[float], room: float) -> list[float]:
    """Column widths that fit: narrow columns stay, the wide ones share what is left."""
    widths = list(natural)
    while sum(widths) > room + 0.01:
        widest = max(widths)
        wide = [i for i, each in enumerate(widths) if each > widest - 0.01]
        rest = sum(each for i, each in enumerate(widths) if i not in wide)
        below = max((each for i, each in enumerate(widths) if i not in wide), default=0.0)
        target = max(below, (room - rest) / len(wide))
        if target >= widest - 0.01:
            break
        for i in wide:
            widths[i] = target
    return widths
