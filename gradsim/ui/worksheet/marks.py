"""What a page carries: text, rules and equations at their places, in points from its corner."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from gradsim.viewmodels.worksheet.typeset import Outline

Face = Literal["text", "bold", "small", "heading", "title"]


class TextMark(Struct, frozen=True):
    """One run of text; `y` is its baseline."""

    x: float
    y: float
    text: str
    face: Face
    color: str


class EquationMark(Struct, frozen=True, eq=False):
    """One typeset equation; `y` is its top, `scale` points per em."""

    x: float
    y: float
    outline: Outline
    scale: float
    color: str


class RuleMark(Struct, frozen=True):
    """A filled bar: a gap to write on, a bracket, the line at a step."""

    x: float
    y: float
    width: float
    height: float
    color: str


Mark = TextMark | EquationMark | RuleMark


class Row(Struct, frozen=True):
    """Marks that stay together, relative to their own corner, and the height that they take."""

    height: float
    marks: tuple[Mark, ...]

    def at(self, x: float, y: float) -> list[Mark]:
        """The marks moved to a place on the page."""
        return [replace(mark, x=mark.x + x, y=mark.y + y) for mark in self.marks]
