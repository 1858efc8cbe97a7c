"""Equations as outlines for paper: TeX to SVG, each one once."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from msgspec import Struct

from gradsim.engine.cancellation import check_cancelled
from gradsim.viewmodels.typesetting import TypesettingError, typeset
from gradsim.viewmodels.worksheet.blocks import Equation

_SIZE = 16.0
_OPENING = re.compile(r"<svg[^>]*>")

Progress = Callable[[float], None]


class Outline(Struct, frozen=True, eq=False):
    """One typeset equation; lengths in ems, `ascent` above the line that text stands on.

    `inside` is what an ``svg`` element holds, whose corner is at `left`, `top` and in which one
    em is `em` units.
    """

    inside: str
    left: float
    top: float
    em: float
    width: float
    height: float
    ascent: float

    @property
    def view_box(self) -> str:
        """The ``viewBox`` of the element."""
        width, height = self.width * self.em, self.height * self.em
        return f"{self.left:g} {self.top:g} {width:g} {height:g}"


def outline_of(tex: str) -> Outline | None:
    """The outline of `tex`; None where it cannot be set, so that its text stands in."""
    try:
        made = typeset(tex, _SIZE)
    except TypesettingError:
        return None
    opening = _OPENING.search(made.svg)
    if opening is None:
        return None
    inside = made.svg[opening.end() :].rpartition("</svg>")[0]
    em = _SIZE
    return Outline(
        inside, made.left, made.top, em, made.width / em, made.height / em, -made.top / em
    )


def typeset_all(
    equations: Iterable[Equation],
    progress: Progress | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> dict[str, Outline]:
    """The outlines by TeX; those that cannot be set are left out.

    Raises
    ------
    Cancelled
        Where `cancelled` says so, checked before each.
    """
    wanted = list(dict.fromkeys(equation.tex for equation in equations))
    made: dict[str, Outline] = {}
    for index, tex in enumerate(wanted):
        check_cancelled(cancelled)
        outline = outline_of(tex)
        if outline is not None:
            made[tex] = outline
        if progress is not None:
            progress((index + 1) / len(wanted))
    return made
