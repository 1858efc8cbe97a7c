"""Where the factors of the two ways stand: fractions on one line of writing, numbers below."""

from __future__ import annotations

from collections.abc import Callable

from msgspec import Struct
from PySide6.QtCore import QRectF, QSizeF

from gradsim.viewmodels.step.two_ways.lines import Line, Term

JOIN = 18.0
_BAR = 3.0
_NUMBER = 17.0
_TITLE = 17.0
_GAP = 7.0
_INDENT = 14.0
_PADDING = 3.0

Measure = Callable[[str], QSizeF]
"""The size of a piece of TeX."""


class PlacedTerm(Struct, frozen=True):
    """One term: `over` and, in a fraction, `under` with the bar between; `number` below both."""

    term: Term
    over: QRectF
    under: QRectF | None
    number: QRectF
    join: QRectF


class PlacedLine(Struct, frozen=True):
    """One way: its name above, its terms, and its numbers put in below them."""

    line: Line
    name: QRectF
    lead: QRectF | None
    terms: tuple[PlacedTerm, ...]
    detail: QRectF | None
    note: QRectF | None

    @property
    def box(self) -> QRectF:
        """All of it."""
        boxes = [self.name, *(term.number for term in self.terms)]
        boxes += [each for each in (self.detail, self.note) if each is not None]
        whole = boxes[0]
        for each in boxes[1:]:
            whole = whole.united(each)
        return whole


def placed(
    lines: tuple[Line, ...],
    room: float,
    tex: Measure,
    number: Callable[[str], float],
    detail: Callable[[str, float], float],
    note: tuple[int, float],
) -> tuple[tuple[PlacedLine, ...], float]:
    """Every line within `room`, and the height of all.

    Parameters
    ----------
    number : the width of a number. detail : the height of a text in a given width.
    note : the line below which the note stands, −1 for above all, and the height of the note.
    """
    found: list[PlacedLine] = []
    noted, note_height = note
    top = note_height + _GAP if noted < 0 else 0.0
    for index, line in enumerate(lines):
        name = QRectF(0.0, top, room, _TITLE)
        top += _TITLE + 1.0
        lead, terms, top = _placed_terms(line, room, top, tex, number)
        below = None
        if line.detail:
            height = detail(line.detail, room - _INDENT)
            below = QRectF(_INDENT, top, room - _INDENT, height)
            top += height
        words = None
        if index == noted:
            words = QRectF(0.0, top + 2.0, room, note_height)
            top += note_height + 2.0
        top += _GAP
        found.append(PlacedLine(line, name, lead, terms, below, words))
    return tuple(found), top


def _placed_terms(
    line: Line, room: float, top: float, tex: Measure, number: Callable[[str], float]
) -> tuple[QRectF | None, tuple[PlacedTerm, ...], float]:
    sizes = [(tex(term.over), tex(term.under) if term.under else None) for term in line.terms]
    lead_size = tex(line.lead) if line.lead else QSizeF(0.0, 0.0)
    rows: list[list[tuple[int, float, float]]] = [[]]
    left = _INDENT + lead_size.width()
    for index, (term, (over, under)) in enumerate(zip(line.terms, sizes, strict=True)):
        body = max(over.width(), under.width() if under is not None else 0.0)
        body = max(body + 2 * _PADDING, number(term.number) if term.number else 0.0)
        join = JOIN if term.join else 0.0
        if rows[-1] and left + join + body > room:
            rows.append([])
            left = _INDENT
        rows[-1].append((index, left, body))
        left += join + body
    terms: list[PlacedTerm] = []
    lead: QRectF | None = None
    for row in rows:
        tallest = max([_height(*sizes[index]) for index, _, _ in row] + [lead_size.height()])
        middle = top + tallest / 2
        if line.lead and lead is None:
            lead = QRectF(_INDENT, middle - lead_size.height() / 2, lead_size.width(),
                          lead_size.height())  # fmt: skip
        for index, start, body in row:
            terms.append(_term(line.terms[index], *sizes[index], start, body, middle, tallest))
        top += tallest
        if any(line.terms[index].number for index, _, _ in row):
            top += _NUMBER
    return lead, tuple(terms), top


def _height(over: QSizeF, under: QSizeF | None) -> float:
    """As high as it is on both sides of the middle, where the bar is."""
    if under is None:
        return over.height()
    return 2 * (max(over.height(), under.height()) + _BAR)


def _term(
    term: Term,
    over: QSizeF,
    under: QSizeF | None,
    start: float,
    body: float,
    middle: float,
    tallest: float,
) -> PlacedTerm:
    join = QRectF(start, middle - 10.0, JOIN if term.join else 0.0, 20.0)
    left = join.right()
    centre = left + body / 2
    number = QRectF(left - 8.0, middle + tallest / 2, body + 16.0, _NUMBER)
    if under is None:
        box = QRectF(centre - over.width() / 2, middle - over.height() / 2, over.width(),
                     over.height())  # fmt: skip
        return PlacedTerm(term, box, None, number, join)
    above = QRectF(centre - over.width() / 2, middle - _BAR - over.height(), over.width(),
                   over.height())  # fmt: skip
    below = QRectF(centre - under.width() / 2, middle + _BAR, under.width(), under.height())
    return PlacedTerm(term, above, below, number, join)
