"""The ways to ∂C/∂z of one output as lines of factors, revealed one by one."""

from __future__ import annotations

import numpy as np
from msgspec import Struct
from msgspec.structs import replace

from gradsim.engine.costs import cost_of
from gradsim.engine.output_ways import OutputWays
from gradsim.engine.problems import QT_TRANSLATE_NOOP
from gradsim.viewmodels.messages import Message
from gradsim.viewmodels.step.card.formula import Grid
from gradsim.viewmodels.step.equation import UNKNOWN
from gradsim.viewmodels.step.numerals import numeral
from gradsim.viewmodels.step.walk.steps import COST_SYMBOL, Family, Symbol
from gradsim.viewmodels.words import MINUS

SENT, LOCAL, PRODUCT, SHORTCUT, SQUARED_SENT, SQUARED_LOCAL, SQUARED_PRODUCT = range(1, 8)
"""The stages; 0 reveals nothing."""
LAST = SQUARED_PRODUCT

_MOST_TERMS = 3


class Term(Struct, frozen=True):
    """A factor or a result as TeX: `over`, and where it is a fraction `under` the line.

    `number` stands below it. `struck_over`, `struck_under` : what cancels is crossed out. A result
    has no family and follows "=".
    """

    over: str
    under: str = ""
    family: Family | None = None
    number: str = ""
    join: str = ""
    revealed: bool = False
    struck_over: bool = False
    struck_under: bool = False


class Line(Struct, frozen=True):
    """One way: its name, the sign of a sum before its terms, and its numbers put in."""

    name: Message
    terms: tuple[Term, ...]
    lead: str = ""
    detail: str = ""


def lines_of(ways: OutputWays, unit: int, squared: str, stage: int) -> tuple[Line, ...]:
    """The three ways to ∂C/∂z of output `unit` (from 1), as far as `stage` reveals them.

    Those of a softmax, whose matrices need the room, come one by one.
    """
    if ways.is_softmax:
        lines = (_softmax_unreduced(ways, unit, stage), _shortcut(ways, unit, "i"),
                 _softmax_squared(ways, unit, squared, stage))  # fmt: skip
    else:
        index = "" if len(ways.activation) == 1 else str(unit)
        lines = (_sigmoid_unreduced(ways, unit, index, stage), _shortcut(ways, unit, index),
                 _sigmoid_squared(ways, unit, index, squared))  # fmt: skip
    stages = (SENT, SHORTCUT, SQUARED_SENT)
    shown = tuple(_revealed(line, first, stage) for line, first in zip(lines, stages, strict=True))
    return shown[: max(line_of(stage), 0) + 1] if ways.is_softmax else shown


def line_of(stage: int) -> int:
    """The index of the line that `stage` reveals; −1 at the start."""
    return sum(stage >= first for first in (SENT, SHORTCUT, SQUARED_SENT)) - 1


def grids_of(ways: OutputWays, stage: int) -> tuple[Grid, ...]:
    """The Jacobian of a softmax times ∂C/∂a, at the stages that are about it."""
    if not ways.is_softmax or stage not in (LOCAL, PRODUCT, SQUARED_LOCAL, SQUARED_PRODUCT):
        return ()
    squared = stage >= SQUARED_LOCAL
    way = ways.squared if squared else ways.unreduced
    a, z = Symbol("a").text, Symbol(ways.letter).text
    grids = (
        Grid(f"∂{a}/∂{z}", way.local.T),
        Grid(f"∂{COST_SYMBOL.text}/∂{a}", way.sent[:, None], 0, "·"),
        Grid(f"∂{COST_SYMBOL.text}/∂{z}", way.delta[:, None], 0, "="),
    )
    hidden = stage in (LOCAL, SQUARED_LOCAL)
    return grids[:2] if hidden else grids


def _revealed(line: Line, first: int, stage: int) -> Line:
    """The terms up to `stage` with their numbers; those to come ask. Details wait for the first."""
    at = first - 1
    terms = []
    for term in line.terms:
        at += 1 if term.join or term is line.terms[0] else 0
        shown = stage >= at
        number = term.number if shown or not term.number else UNKNOWN
        terms.append(replace(term, revealed=shown, number=number))
    return replace(line, terms=tuple(terms), detail=line.detail if stage >= first else "")


def _symbol(letter: str, index: str) -> Symbol:
    return Symbol(letter, None, (int(index),) if index.isdigit() else ())


def _tex(letter: str, index: str) -> str:
    running = index if index.isalpha() else ""
    tex = _symbol(letter, index).tex
    return f"{tex}_{{{running}}}" if running else tex


def _short(number: float) -> str:
    """The number without the zeros at its end."""
    text = numeral(number)
    return text.rstrip("0").rstrip(".") if "." in text and "·" not in text else text


def _sigmoid_unreduced(ways: OutputWays, unit: int, index: str, stage: int) -> Line:
    a, y = _tex("a", index), _tex("y", index)
    at, way = unit - 1, ways.unreduced
    output, target = float(ways.activation[at]), float(ways.targets[at])
    cancelled = stage >= PRODUCT
    slope = rf"{a}\,(1-{a})"
    terms = (
        Term(f"{a}-{y}", slope, Family.COST, numeral(float(way.sent[at])), struck_under=cancelled),
        Term(slope, "", Family.ACTIVATION, numeral(float(way.local[at])), "×",
             struck_over=cancelled),
        Term(f"{a}-{y}", "", None, numeral(float(way.delta[at])), "="),
    )  # fmt: skip
    rest = float(ways.rest[at])
    parts = [
        f"{MINUS}{_short(target)}/{_short(output)}" if target else "",
        f"{_short(1.0 - target)}/{_short(rest)}" if target != 1.0 else "",
    ]
    name = f"∂{COST_SYMBOL.text}/∂{_symbol('a', index).text}"
    detail = f"{name} = {' + '.join(part for part in parts if part)}"
    return Line(Message.of("TwoWays", _UNREDUCED), terms, detail=detail)


def _softmax_unreduced(ways: OutputWays, unit: int, stage: int) -> Line:
    aj, ai, yj, yi = _tex("a", "j"), _tex("a", "i"), _tex("y", "j"), _tex("y", "i")
    way = ways.unreduced
    cancelled = stage >= PRODUCT
    terms = (
        Term(f"-{yj}", aj, Family.COST, struck_under=cancelled),
        Term(aj, "", Family.ACTIVATION, "", "×", struck_over=cancelled),
        Term(f"([j=i]-{ai})", "", Family.ACTIVATION),
        Term(f"{ai}-{yi}", "", None, numeral(float(way.delta[unit - 1])), "="),
    )
    asked = np.flatnonzero(ways.targets)
    detail = _products(way.sent, way.local[:, unit - 1], asked, stage >= LOCAL)
    return Line(Message.of("TwoWays", _UNREDUCED), terms, r"\sum_j", detail)


def _shortcut(ways: OutputWays, unit: int, index: str) -> Line:
    at = unit - 1
    output, target = float(ways.activation[at]), float(ways.targets[at])
    term = Term(f"{_tex('a', index)}-{_tex('y', index)}", number=numeral(float(ways.shortcut[at])))
    return Line(
        Message.of("TwoWays", _SHORTCUT),
        (term,),
        detail=f"= {_short(output)} {MINUS} {_short(target)}",
    )


def _sigmoid_squared(ways: OutputWays, unit: int, index: str, squared: str) -> Line:
    a, at, way = _tex("a", index), unit - 1, ways.squared
    terms = (
        Term(_derivative(squared, index), "", Family.COST, numeral(float(way.sent[at]))),
        Term(rf"{a}\,(1-{a})", "", Family.ACTIVATION, numeral(float(way.local[at])), "×"),
        Term(_slope_of_cost(ways.letter, index), "", None,
             numeral(float(way.delta[at])), "="),
    )  # fmt: skip
    return Line(Message.of("Cost", cost_of(squared).label), terms)


def _softmax_squared(ways: OutputWays, unit: int, squared: str, stage: int) -> Line:
    aj, ai, way = _tex("a", "j"), _tex("a", "i"), ways.squared
    terms = (
        Term(_derivative(squared, "j"), "", Family.COST),
        Term(rf"{aj}\,([j=i]-{ai})", "", Family.ACTIVATION, "", "×"),
        Term(_slope_of_cost(ways.letter, "i"), "", None,
             numeral(float(way.delta[unit - 1])), "="),
    )  # fmt: skip
    everyone = np.arange(len(way.sent))
    detail = _products(way.sent, way.local[:, unit - 1], everyone, stage >= SQUARED_LOCAL)
    return Line(Message.of("Cost", cost_of(squared).label), terms, r"\sum_j", detail)


def _slope_of_cost(letter: str, index: str) -> str:
    """∂C/∂z, or ∂C/∂u, in the index of the line."""
    return rf"\frac{{\partial {COST_SYMBOL.tex}}}{{\partial {_tex(letter, index)}}}"


def _derivative(squared: str, index: str) -> str:
    """∂C/∂a of a squared error, in the index of the line."""
    subscripts = {letter: _tex(letter, index) for letter in ("a", "y")}
    formula = cost_of(squared).derivative_tex
    for letter, tex in subscripts.items():
        formula = formula.replace(f"{letter}_j", tex)
    return formula if formula.startswith(("2", r"\frac")) else f"({formula})"


def _products(sent: np.ndarray, local: np.ndarray, chosen: np.ndarray, with_local: bool) -> str:
    """``−1.29·0.18 + …``: the terms of the sum over j, the first few of them."""
    sent_name = f"∂{COST_SYMBOL.text}/∂{Symbol('a').text}"
    parts = []
    for at in chosen[:_MOST_TERMS]:
        first = _bracketed(_short(float(sent[at])))
        parts.append(f"{first} × {_bracketed(_short(float(local[at])))}" if with_local else first)
    if len(chosen) > _MOST_TERMS:
        parts.append("…")
    joined = " + ".join(parts)
    return f"= {joined}" if with_local else f"{sent_name}: {', '.join(parts)}"


def _bracketed(number: str) -> str:
    return f"({number})" if number.startswith(MINUS) else number


_UNREDUCED = QT_TRANSLATE_NOOP("TwoWays", "Two factors")
_SHORTCUT = QT_TRANSLATE_NOOP("TwoWays", "Shortcut")
