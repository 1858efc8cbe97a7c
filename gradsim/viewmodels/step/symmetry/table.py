"""The table of symmetries: one row per layer, a sign in each cell and the words for it."""

from __future__ import annotations

from msgspec import Struct

from gradsim.engine.problems import QT_TRANSLATE_NOOP
from gradsim.engine.scaling import State
from gradsim.engine.symmetry.layers import LayerSymmetry
from gradsim.engine.symmetry.likeness import Likeness
from gradsim.viewmodels.messages import Message
from gradsim.viewmodels.notation import layer_number
from gradsim.viewmodels.step.diagram.text import short_number
from gradsim.viewmodels.step.numerals import numeral
from gradsim.viewmodels.step.symmetry.findings import spans
from gradsim.viewmodels.step.walk.steps import COST_SYMBOL, Symbol

_SIGNS = {
    Likeness.single: "–",
    Likeness.exact: "=",
    Likeness.rounding: "≈",
    Likeness.different: "≠",
    Likeness.unknown: "?",
}
_WORDS = {
    Likeness.single: QT_TRANSLATE_NOOP("SymmetryTable", "only one: nothing to compare"),
    Likeness.exact: QT_TRANSLATE_NOOP("SymmetryTable", "all equal, to the bit"),
    Likeness.rounding: QT_TRANSLATE_NOOP("SymmetryTable", "equal up to rounding"),
    Likeness.different: QT_TRANSLATE_NOOP("SymmetryTable", "not all equal"),
    Likeness.unknown: QT_TRANSLATE_NOOP("SymmetryTable", "not known: the numbers were lost"),
}
_STATE_SIGNS = {
    State.ok: "≠ 0",
    State.zero: "0",
    State.underflow: "≈ 0",
    State.overflow: "∞",
    State.nan: "NaN",
}
_STATE_WORDS = {
    State.ok: QT_TRANSLATE_NOOP("SymmetryTable", "not 0"),
    State.zero: QT_TRANSLATE_NOOP("SymmetryTable", "exactly 0"),
    State.underflow: QT_TRANSLATE_NOOP(
        "SymmetryTable", "underflow: too small for a float, and not zero"
    ),
    State.overflow: QT_TRANSLATE_NOOP("SymmetryTable", "overflow: too large for a float"),
    State.nan: QT_TRANSLATE_NOOP("SymmetryTable", "no number"),
}


class Cell(Struct, frozen=True):
    """A sign and the words that a tip and a screen reader give for it."""

    text: str | Message
    told: str | Message


def headings() -> tuple[Cell, ...]:
    """Sign and words over each column."""
    weights = Symbol("W").text
    gradient = f"∂{COST_SYMBOL.text}/∂{weights}"
    rows, columns = (_message(template) for template in (_ROWS_SHORT, _COLUMNS_SHORT))
    named: tuple[tuple[str | Message, str, str], ...] = (
        (_message(_LAYER), _LAYER, ""),
        (weights, _ENTRIES, weights),
        (rows, _ROWS, weights),
        (columns, _COLUMNS, weights),
        (gradient, _ENTRIES, gradient),
        (rows, _ROWS, gradient),
        (_message(_COPIES), _GROUPS, ""),
    )
    return tuple(
        Cell(text, Message.of("SymmetryTable", template, of=of)) for text, template, of in named
    )


def _message(template: str) -> Message:
    return Message.of("SymmetryTable", template)


def row(each: LayerSymmetry, first_weight: float) -> tuple[Cell, ...]:
    """The cells of one layer; `first_weight` is any entry of its W."""
    if each.weights_zero:
        weights = Cell("0", Message.of("SymmetryTable", _ALL_ZERO))
    elif each.weights_constant:
        told = Message.of("SymmetryTable", _ALL, value=numeral(first_weight))
        weights = Cell(short_number(first_weight, 2), told)
    else:
        weights = Cell("≠", Message.of("SymmetryTable", _VARIOUS))
    groups = each.copies
    return (
        Cell(str(layer_number(each.layer)), str(layer_number(each.layer))),
        weights,
        _likeness(each.rows),
        _likeness(each.columns),
        Cell(
            _STATE_SIGNS[each.weight_gradient],
            Message.of("SymmetryTable", _STATE_WORDS[each.weight_gradient]),
        ),
        _likeness(each.gradient_rows),
        Cell(
            " | ".join(spans(group) for group in groups) if groups else "–",
            Message.of("SymmetryTable", _GROUPS if groups else _NONE),
        ),
    )


def _likeness(likeness: Likeness) -> Cell:
    return Cell(_SIGNS[likeness], Message.of("SymmetryTable", _WORDS[likeness]))


_LAYER = QT_TRANSLATE_NOOP("SymmetryTable", "layer")
_ENTRIES = QT_TRANSLATE_NOOP("SymmetryTable", "entries of {of}")
_ROWS = QT_TRANSLATE_NOOP("SymmetryTable", "rows of {of} compared")
_COLUMNS = QT_TRANSLATE_NOOP("SymmetryTable", "columns of {of} compared")
_ROWS_SHORT = QT_TRANSLATE_NOOP("SymmetryTable", "rows")
_COLUMNS_SHORT = QT_TRANSLATE_NOOP("SymmetryTable", "cols")
_COPIES = QT_TRANSLATE_NOOP("SymmetryTable", "copies")
_ALL_ZERO = QT_TRANSLATE_NOOP("SymmetryTable", "every entry is 0")
_ALL = QT_TRANSLATE_NOOP("SymmetryTable", "every entry is {value}")
_VARIOUS = QT_TRANSLATE_NOOP("SymmetryTable", "different entries")
_GROUPS = QT_TRANSLATE_NOOP("SymmetryTable", "units that are copies of each other")
_NONE = QT_TRANSLATE_NOOP("SymmetryTable", "no copies")
