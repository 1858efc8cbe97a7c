"""The fractions of the chain rule, put together from kept outlines instead of typeset anew.

Knows ∂X/∂Y, where X and Y are C, L, a, z, w, b or W with the indices that they have in the program,
and places every glyph where ziamath would; any other TeX is none of its business.
"""

from __future__ import annotations

import json
import re
from functools import cache
from typing import Any

from msgspec import Struct

from gradsim.ui.resources import resource

_INDEX = r"(?:_\{([\d,]+)\})?(?:\^\{(\(\d+\)|\[\d+\])\})?"
_COSTS = "CL"
_FRACTION = re.compile(
    rf"\\frac\{{\\partial ([CLazwbW]){_INDEX}\}}\{{\\partial ([CLazwbW]){_INDEX}\}}"
)
_MARGIN = 1.0
"""Pixels around a formula, as ziamath leaves them."""


class Outline(Struct, frozen=True):
    """An SVG picture in pixels; `ascent` is how far it rises above its baseline."""

    svg: str
    width: float
    height: float
    ascent: float


class _Row(Struct, frozen=True):
    """∂ with one letter: what stands where (path, x, y, scale) from its left edge, in em."""

    glyphs: tuple[tuple[str, float, float, float], ...]
    width: float


@cache
def _outlines() -> Any:
    return json.loads(resource("equations", "fractions.json").read_text(encoding="utf-8"))


def fraction_outline(tex: str, size: float) -> Outline | None:
    """The picture of `tex` at `size` pixels per em; None if it is no such fraction."""
    match = _FRACTION.fullmatch(tex)
    if match is None:
        return None
    over, under = match.groups()[:3], match.groups()[3:]
    if not (_is_known(*over) and _is_known(*under)):
        return None
    data = _outlines()
    above, below = _row(*over, side="above"), _row(*under, side="below")
    width = max(above.width, below.width)
    top, bottom = _letter(*over)["top"], _letter(*under)["bottom"]
    if "," in (under[1] or ""):
        bottom += data["comma_depth"]
    parts = [
        _path(path, (width - row.width) / 2 + x, y, scale, size)
        for row in (above, below)
        for path, x, y, scale in row.glyphs
    ]
    rule_top, rule_height = data["rule"]
    parts.append(
        f'<rect x="0" y="{rule_top * size:.3f}" width="{width * size:.3f}"'
        f' height="{rule_height * size:.3f}"/>'
    )
    box_width = (width + data["margin"]) * size + 2 * _MARGIN
    box_height = (bottom - top) * size + 2 * _MARGIN
    ascent = _MARGIN - top * size
    svg = (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{box_width:.3f}"'
        f' height="{box_height:.3f}"'
        f' viewBox="{-_MARGIN} {-ascent:.3f} {box_width:.3f} {box_height:.3f}">'
        f"{''.join(parts)}</svg>"
    )
    return Outline(svg, box_width, box_height, ascent)


def _is_known(letter: str, sub: str | None, sup: str | None) -> bool:
    """The cost stands alone; every other letter says at least in which layer it is."""
    return (sub is None and sup is None) if letter in _COSTS else sup is not None


def _letter(letter: str, sub: str | None, sup: str | None) -> Any:
    if sup is not None and sup.startswith("["):
        return _outlines()["brackets_with_sub" if sub else "brackets"][letter]
    return _outlines()["with_sub" if sub else "letters"][letter]


def _row(letter: str, sub: str | None, sup: str | None, *, side: str) -> _Row:
    data, measures = _outlines(), _letter(letter, sub, sup)
    base, sub_line, sup_line = measures[side]
    lead, step, scale = data["lead"], data["step"], data["scale"]
    letter_at = lead + step + measures["shift"]
    glyphs = [(data["partial"], lead, base, scale), (measures["path"], letter_at, base, scale)]
    start = lead + step + measures["width"]
    end = start
    for text, offset, line in (
        (sub, measures["scripts"][0], sub_line),
        (sup, measures["scripts"][1], sup_line),
    ):
        x = start + offset
        for character in text or "":
            glyphs.append((data["script"][character], x, line, data["script_scale"]))
            x += data["advances"][character]
            end = max(end, x)
    return _Row(tuple(glyphs), end - lead)


def _path(path: str, x: float, y: float, scale: float, size: float) -> str:
    return (
        f'<path transform="translate({x * size:.3f} {y * size:.3f})'
        f' scale({scale * size:.5f})" d="{path}"/>'
    )
