"""What a card writes: a formula, its numbers, and the arrays that stand in it."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
from msgspec import Struct

from gradsim.viewmodels.step.numerals import numeral, numeral_tex
from gradsim.viewmodels.step.scaled import Scaled

Array = npt.NDArray[np.floating]


class Grid(Struct, frozen=True, eq=False):
    """One array of a formula, as rows and columns; true values are ``values · 2**exponent``.

    `label` is its symbol and `join` the sign that stands before it.
    """

    label: str
    values: Array
    exponent: int = 0
    join: str = ""

    @property
    def shape(self) -> str:
        """``3 × 2``."""
        rows, columns = self.values.shape
        return f"{rows:,} × {columns:,}"

    def number(self, row: int, column: int, digits: int = 4) -> str:
        """One entry for reading."""
        return numeral(Scaled.of(float(self.values[row, column]), self.exponent), digits)


class Formula(Struct, frozen=True, eq=False):
    """Two lines of TeX, the first with plain text that stands in, and arrays below them.

    `symbols` is ``∂a/∂z = σ′(z) = …`` in the family's colour, `numbers` (possibly empty) the same
    with numbers put in.
    """

    symbols: str
    symbols_text: str
    numbers: str = ""
    grids: tuple[Grid, ...] = ()


def equals(*parts: str) -> str:
    """TeX of the non-empty parts joined by equals signs; a repeated one is written once."""
    kept: list[str] = []
    for part in parts:
        if part and (not kept or part != kept[-1]):
            kept.append(part)
    return " = ".join(kept)


def with_result(numbers: str, result: Scaled) -> str:
    """``= numbers = result``, where the numbers do not end in the result already."""
    end = numeral_tex(result)
    if numbers == end or numbers.endswith(f"= {end}"):
        return f"= {numbers}"
    return f"= {numbers} = {end}"
