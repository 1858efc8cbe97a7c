"""The profile of one cell in numbers: what a layer's readout says, and the whole as a table."""

from __future__ import annotations

import math
from typing import Final

from gradsim.engine.ensembles import Spread
from gradsim.engine.problems import QT_TRANSLATE_NOOP
from gradsim.viewmodels import words
from gradsim.viewmodels.gradients.tables import Table
from gradsim.viewmodels.messages import Message
from gradsim.viewmodels.notation import layer_number

_CONTEXT: Final = "GridReadout"
_LAYER: Final = QT_TRANSLATE_NOOP("GridReadout", "layer {layer}: median {value}")
_QUARTILES: Final = QT_TRANSLATE_NOOP("GridReadout", "quartiles {low} to {high}")
_EXTREMES: Final = QT_TRANSLATE_NOOP("GridReadout", "extremes {low} to {high}")
_LOST: Final = QT_TRANSLATE_NOOP("GridReadout", "draws lost: {lost}")


def cell_readout(spread: Spread, index: int) -> tuple[str, ...]:
    """The lines at layer `index` (from 0)."""
    median, lost = float(spread.median[index]), int(spread.lost[index])
    lines = [_said(_LAYER, layer=layer_number(index + 1), value=words.power_of_ten(median, 3))]
    for template, low, high in (
        (_QUARTILES, spread.lower_quartile, spread.upper_quartile),
        (_EXTREMES, spread.lowest, spread.highest),
    ):
        ends = {"low": _size(float(low[index])), "high": _size(float(high[index]))}
        lines.append(_said(template, **ends))
    if lost:
        lines.append(_said(_LOST, lost=lost))
    return tuple(lines)


def cell_table(spread: Spread | None) -> Table:
    """log₁₀ of the five numbers of every layer; −inf is an exact zero, empty what was lost."""
    headings = ("layer", "median", "lower_quartile", "upper_quartile", "lowest", "highest", "lost")
    if spread is None:
        return Table(headings, ())
    columns = (
        spread.median, spread.lower_quartile, spread.upper_quartile, spread.lowest, spread.highest
    )  # fmt: skip
    rows = [
        (
            layer_number(index + 1),
            *(None if math.isnan(each[index]) else float(each[index]) for each in columns),
            int(spread.lost[index]),
        )
        for index in range(len(spread.median))
    ]
    return Table(headings, tuple(rows))


def _size(log10: float) -> str:
    return words.power_of_ten(log10, 3)


def _said(template: str, **arguments: object) -> str:
    return words.text(Message(_CONTEXT, template, arguments))
