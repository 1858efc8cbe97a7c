"""The numbers behind median, bands, single seeds and theory, as rows and as columns."""

from __future__ import annotations

import math
from collections.abc import Iterator
from typing import Final

import numpy as np
import numpy.typing as npt

from gradsim.engine.problems import QT_TRANSLATE_NOOP
from gradsim.engine.scaling import State
from gradsim.viewmodels import words
from gradsim.viewmodels.gradients.ensembles.band import Band
from gradsim.viewmodels.gradients.tables import Cell, Table
from gradsim.viewmodels.messages import Message
from gradsim.viewmodels.notation import layer_number

FIVE: Final = ("lowest", "lower_quartile", "median", "upper_quartile", "highest")
"""The five numbers of a Spread, from the bottom up; their keys are the same in every language."""
_HEADINGS: Final = {
    "lowest": QT_TRANSLATE_NOOP("Statistics", "lowest of {count} seeds, log₁₀"),
    "lower_quartile": QT_TRANSLATE_NOOP("Statistics", "lower quartile of {count} seeds, log₁₀"),
    "median": QT_TRANSLATE_NOOP("Statistics", "median of {count} seeds, log₁₀"),
    "upper_quartile": QT_TRANSLATE_NOOP("Statistics", "upper quartile of {count} seeds, log₁₀"),
    "highest": QT_TRANSLATE_NOOP("Statistics", "highest of {count} seeds, log₁₀"),
}
_WITHOUT: Final = QT_TRANSLATE_NOOP("Statistics", "seeds without a number")
_SEED: Final = QT_TRANSLATE_NOOP("Statistics", "{symbol}, seed {seed}")
_THEORY: Final = QT_TRANSLATE_NOOP("Statistics", "theory, log₁₀")

Floats = npt.NDArray[np.float64]


def band_rows(band: Band, name: str) -> Iterator[tuple[Cell, ...]]:
    """Rows as of a profile table: five numbers per layer, then every seed with all its digits."""
    for key in FIVE:
        values: Floats = getattr(band.spread, key)
        for layer, value in enumerate(values.tolist(), 1):
            yield key, name, layer_number(layer), None, _finite(value), _state_of(value)
    for member, seed in enumerate(band.seeds):
        for layer in range(1, band.depth + 1):
            state = band.state(member, layer)
            yield (
                f"seed {seed}",
                name,
                layer_number(layer),
                band.exact_text(member, layer),
                _finite(float(band.members[member, layer - 1])),
                str(state),
            )


def theory_rows(line: Floats, name: str) -> Iterator[tuple[Cell, ...]]:
    """Rows as of a profile table for a predicted line."""
    for layer, value in enumerate(line.tolist(), 1):
        yield "theory", name, layer_number(layer), None, _finite(value), _state_of(value)


def with_band(
    table: Table, band: Band | None, line: Floats | None, symbol: str, *, members: bool
) -> Table:
    """The statistics of every layer with the columns of a band, of theory and of single seeds."""
    headings: list[str] = list(table.headings)
    columns: list[list[Cell]] = []
    if band is not None and band.depth == len(table.rows):
        for key, template in _HEADINGS.items():
            headings.append(words.text(Message.of("Statistics", template, count=len(band.seeds))))
            columns.append([_number(each) for each in getattr(band.spread, key).tolist()])
        headings.append(words.translated("Statistics", _WITHOUT))
        missing = np.sum(list(band.counts.values()), axis=0)
        columns.append([int(each) for each in missing])
    if line is not None and len(line) == len(table.rows):
        headings.append(words.translated("Statistics", _THEORY))
        columns.append([_number(each) for each in line.tolist()])
    if members and band is not None and band.depth == len(table.rows):
        for member, seed in enumerate(band.seeds):
            headings.append(words.text(Message.of("Statistics", _SEED, symbol=symbol, seed=seed)))
            columns.append([band.exact_text(member, layer) for layer in range(1, band.depth + 1)])
    if not columns:
        return table
    rows = zip(table.rows, zip(*columns, strict=True), strict=True)
    return Table(tuple(headings), tuple((*row, *more) for row, more in rows))


def _finite(value: float) -> float | None:
    return value if math.isfinite(value) else None


def _number(value: float) -> Cell:
    """A logarithm; where there is none, what is there instead."""
    return value if math.isfinite(value) else str(_state_of(value))


def _state_of(value: float) -> str:
    if math.isfinite(value):
        return str(State.ok)
    if value == -math.inf:
        return str(State.zero)
    return str(State.overflow if value == math.inf else State.nan)
