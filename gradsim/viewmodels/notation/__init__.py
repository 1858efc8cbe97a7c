"""How symbols are written: the letter of the cost, layer and unit numbers, and the layout."""

from __future__ import annotations

from gradsim.viewmodels.notation.current import (
    current,
    layer_number,
    unit_number,
    use,
    using,
    written,
)
from gradsim.viewmodels.notation.value import USUAL, Notation

__all__ = [
    "USUAL",
    "Notation",
    "current",
    "layer_number",
    "unit_number",
    "use",
    "using",
    "written",
]
