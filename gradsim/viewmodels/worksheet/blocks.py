"""What a worksheet is made of, whatever it is written as: headings, lines, tables, matrices."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from gradsim.viewmodels.step.card.plain_formula import plain_formula
from gradsim.viewmodels.step.walk.steps import Family


class Equation(Struct, frozen=True):
    """One formula; `text` is the same in Unicode, for readers that see no pictures."""

    tex: str
    text: str

    @classmethod
    def of(cls, tex: str) -> Equation:
        """The formula with its text made from the TeX."""
        return cls(tex, plain_formula(tex))


class Gap(Struct, frozen=True):
    """A ruled gap to write into, `width` ems wide."""

    width: float = 7.0


Piece = str | Equation | Gap
Cell = str | Gap


class Heading(Struct, frozen=True):
    """A heading; level 1 is the sheet's own."""

    text: str
    level: Literal[1, 2] = 2


class Line(Struct, frozen=True):
    """Pieces of text and formulas side by side."""

    pieces: tuple[Piece, ...]
    muted: bool = False


class Table(Struct, frozen=True):
    """Rows below a header."""

    header: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]


class Matrix(Struct, frozen=True):
    """One array in brackets with its symbol: before it with an equals sign, or above it.

    `join` is the sign between it and the matrix before it; `note` says what was left out.
    """

    label: str
    rows: tuple[tuple[Cell, ...], ...]
    join: str = ""
    note: str = ""
    above: bool = False


class Matrices(Struct, frozen=True):
    """Matrices side by side, wrapped where they do not fit."""

    items: tuple[Matrix, ...]


class Box(Struct, frozen=True):
    """A step: kept on one page, with the colour of its family and a title."""

    title: str
    family: Family
    blocks: tuple[Line | Matrices, ...]


class PageBreak(Struct, frozen=True):
    """What follows begins a new page."""


Block = Heading | Line | Table | Matrices | Box | PageBreak


class Worksheet(Struct, frozen=True):
    """A whole sheet in one language (``en`` or ``ko``)."""

    title: str
    language: str
    blocks: tuple[Block, ...]

    @property
    def equations(self) -> tuple[Equation, ...]:
        """Every formula once, in the order in which they stand."""
        found: dict[Equation, None] = {}
        for block in self.blocks:
            inner = block.blocks if isinstance(block, Box) else (block,)
            for each in inner:
                if isinstance(each, Line):
                    found.update(
                        (piece, None) for piece in each.pieces if isinstance(piece, Equation)
                    )
        return tuple(found)
