"""Measures, once, how ziamath sets the fractions of the chain rule, and keeps the outlines.

The program draws ∂a/∂z and its like many times and from the first second on; importing ziamath
and setting one such fraction takes far longer than a frame. From the root of the repository:

    python resources/equations/build.py

writes ``fractions.json``: the outlines of the glyphs, and their places in em, as ziamath (with
STIX Two Math, SIL Open Font License 1.1) has them. ``gradsim/ui/fractions.py`` puts them together.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import ziamath

EM = 100.0
COSTS = "CL"
INDEXED = "azwbW"
LETTERS = COSTS + INDEXED
SCRIPT = "0123456789(),[]"
SYMBOL = r'<symbol id="([^"]*)" viewBox="(-?[\d.]+) (-?[\d.]+) [\d.]+ ([\d.]+)"><path d="([^"]*)"'
USE = r'<use href="#([^"]*)" x="(-?[\d.]+)" y="(-?[\d.]+)" width="([\d.]+)" height="([\d.]+)"'
RULE = r'<rect x="[^"]*" y="([^"]*)" width="([^"]*)" height="([^"]*)"'
BOX = r'viewBox="(-?[\d.]+) (-?[\d.]+) (-?[\d.]+) (-?[\d.]+)"'


@dataclass(frozen=True)
class Glyph:
    """One glyph on its baseline, lengths in em; `shift` is how far its origin lies right of x."""

    path: str
    x: float
    y: float
    scale: float
    width: float
    shift: float


@dataclass(frozen=True)
class Drawing:
    """A formula as ziamath draws it, lengths in em; the box is without its margin of one pixel."""

    glyphs: list[Glyph]
    rule: tuple[float, ...]
    top: float
    bottom: float
    width: float


def drawn(tex: str) -> Drawing:
    """Take ziamath's SVG apart."""
    ziamath.config.svg2 = True
    svg = ziamath.Latex(tex, size=EM).svg()
    symbols = {
        name: (float(left), float(top), float(whole), path)
        for name, left, top, whole, path in re.findall(SYMBOL, svg)
    }
    glyphs = []
    for name, x, y, width, height in re.findall(USE, svg):
        left, top, whole, path = symbols[name]
        scale = float(height) / whole
        baseline = float(y) - top * scale
        place = float(x) / EM, baseline / EM
        glyphs.append(Glyph(path, *place, scale / EM, float(width) / EM, -left * scale / EM))
    rule = re.search(RULE, svg)
    box = re.search(BOX, svg)
    assert box is not None
    _, top, width, height = map(float, box.groups())
    return Drawing(
        glyphs,
        () if rule is None else tuple(float(each) / EM for each in rule.groups()),
        (top + 1) / EM,
        (top + height - 1) / EM,
        (width - 2) / EM,
    )


def rounded(*lengths: float) -> list[float]:
    """Lengths in em, to a hundredth of a pixel at any size that is used."""
    return [round(each, 5) for each in lengths]


def measured_letter(letter: str, sub: bool, layer: str = "(1)") -> dict[str, Any]:
    """Where the scripts of ∂letter stand, above the rule and below it.

    Square brackets are a little higher than round ones, which moves the whole row.
    """
    raised = f"^{{{layer}}}"
    scripts = "" if letter in COSTS else (f"_{{2}}{raised}" if sub else raised)
    row = rf"\partial {letter}{scripts}"
    above = drawn(rf"\frac{{{row}}}{{\partial C}}")
    below = drawn(rf"\frac{{\partial C}}{{{row}}}")
    letter_glyph = above.glyphs[1]
    start = letter_glyph.x + letter_glyph.width
    # Indices of the letter, its first subscript and its first superscript within a row.
    places = (1, 2, 3) if sub else (1, 1, 1) if letter in COSTS else (1, 2, 2)
    offsets = [above.glyphs[index].x - start for index in places[1:]]
    baselines = [[row[index].y for index in places] for row in (above.glyphs, below.glyphs[2:])]
    return {
        "path": letter_glyph.path,
        "width": round(letter_glyph.width, 5),
        "shift": round(letter_glyph.shift, 5) + 0.0,
        "scripts": rounded(*offsets),
        "above": rounded(*baselines[0]),
        "below": rounded(*baselines[1]),
        "top": round(above.top, 5),
        "bottom": round(below.bottom, 5),
    }


def measure() -> dict[str, Any]:
    """Everything the program needs, lengths in em."""
    script = drawn(rf"a^{{{SCRIPT}0}}").glyphs[1:]
    fraction = drawn(r"\frac{\partial C}{\partial a^{(1)}}")
    plain, comma = (
        drawn(rf"\frac{{\partial C}}{{\partial a_{{2{tail}}}^{{(1)}}}}") for tail in ("2", ",")
    )
    partial, letter = drawn(r"\frac{\partial C}{\partial C}").glyphs[:2]
    return {
        "partial": partial.path,
        "lead": round(partial.x, 5),
        "step": round(letter.x - partial.x, 5),
        "scale": round(partial.scale, 7),
        "script_scale": round(script[0].scale, 7),
        "rule": rounded(fraction.rule[0], fraction.rule[2]),
        "comma_depth": round(comma.bottom - plain.bottom, 5),
        "margin": round(fraction.width - fraction.rule[1], 5),
        "advances": {
            character: round(after.x - before.x, 5)
            for character, before, after in zip(SCRIPT, script, script[1:], strict=False)
        },
        "script": {character: each.path for character, each in zip(SCRIPT, script, strict=False)},
        "letters": {letter: measured_letter(letter, sub=False) for letter in LETTERS},
        "with_sub": {letter: measured_letter(letter, sub=True) for letter in INDEXED},
        "brackets": {letter: measured_letter(letter, False, "[1]") for letter in INDEXED},
        "brackets_with_sub": {letter: measured_letter(letter, True, "[1]") for letter in INDEXED},
    }


if __name__ == "__main__":
    target = Path(__file__).resolve().parent / "fractions.json"
    target.write_text(json.dumps(measure(), indent=1) + "\n", encoding="utf-8")
