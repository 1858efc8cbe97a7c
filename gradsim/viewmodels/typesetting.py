"""TeX set by ziamath: the one place that knows how it is asked and how it refuses."""

from __future__ import annotations

import re
from xml.etree.ElementTree import ParseError

from msgspec import Struct

_VIEW_BOX = re.compile(r'viewBox="(-?[\d.]+) (-?[\d.]+) (-?[\d.]+) (-?[\d.]+)"')


class TypesettingError(ValueError):
    """This TeX cannot be set; its plain text stands in."""


class TypesetEquation(Struct, frozen=True):
    """An ``svg`` element and the box that it fills, in units of which `size` make one em.

    The line that text stands on is at the height 0; `top` lies above it and so is negative.
    """

    svg: str
    left: float
    top: float
    width: float
    height: float


def typeset(tex: str, size: float) -> TypesetEquation:
    """Set `tex`, `size` units per em; takes some twenty milliseconds.

    Raises
    ------
    TypesettingError
        Where ziamath cannot set it.
    """
    import ziamath

    # Paths rather than symbols that are used again: what reads the outlines follows no references.
    ziamath.config.svg2 = False  # type: ignore[attr-defined]
    try:
        svg = ziamath.Latex(tex, size=size).svg()  # type: ignore[attr-defined]
    except _refusals() as error:
        raise TypesettingError(tex) from error
    found = _VIEW_BOX.search(svg)
    if found is None:
        raise TypesettingError(tex)
    return TypesetEquation(svg, *(float(each) for each in found.groups()))


def _refusals() -> tuple[type[Exception], ...]:
    """What it throws at TeX that it cannot read: its parser's errors have no base in common, and
    what they miss stumbles later."""
    from latex2mathml import exceptions

    parsing = (
        each
        for each in vars(exceptions).values()
        if isinstance(each, type) and issubclass(each, Exception)
    )
    stumbling = (ArithmeticError, AssertionError, AttributeError, LookupError, TypeError)
    return (*parsing, ParseError, ValueError, NotImplementedError, *stumbling)
