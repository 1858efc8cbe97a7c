"""A notation as a value: what is chosen, and how it writes numbers of layers and units."""

from __future__ import annotations

import re
from typing import Final, Literal

from msgspec import Struct

from gradsim.viewmodels.digits import plain_superscript, superscript

CostLetter = Literal["C", "L"]
LayerStyle = Literal["superscript", "brackets"]
FirstIndex = Literal[1, 0]
Layout = Literal["denominator", "numerator"]

_COST = re.compile(r"(?<![A-Za-z+])C(?![A-Za-z])")
_RAISED_LAYER = re.compile(r"⁽([^⁾]*)⁾")


class Notation(Struct, frozen=True):
    """How quantities are written; no number that the engine computes depends on it.

    cost_letter : the cost is C (Nielsen, 3Blue1Brown) or L, the loss (most code and papers).
    layer_style : the layer in raised round brackets, w⁽³⁾, or in square ones, W[3] in text and
        raised in equations (Ng's course).
    first_index : what the first layer and the first unit of a layer are called. From 0 they are
        what NumPy and PyTorch call them: ``W[0]`` is the first weight matrix, ``W[0][0, 0]`` its
        first entry. The input is no layer there; it is x in both.
    layout : "denominator" gives ∂C/∂W the shape of W and writes vectors as columns, as code does;
        "numerator" writes them as rows, so that the factors stand in the order of the chain and
        ∂C/∂W has the shape of Wᵀ.
    """

    cost_letter: CostLetter = "C"
    layer_style: LayerStyle = "superscript"
    first_index: FirstIndex = 1
    layout: Layout = "denominator"

    @property
    def transposed(self) -> bool:
        """Whether gradients stand transposed: vectors as rows."""
        return self.layout == "numerator"

    def layer_number(self, layer: int) -> int:
        """What `layer`, which the program counts from 1, is called."""
        return layer - 1 + self.first_index

    def unit_number(self, unit: int) -> int:
        """What `unit`, which the program counts from 1, is called."""
        return unit - 1 + self.first_index

    def layer_text(self, layer: int | str) -> str:
        """The index of a layer in plain text: ``⁽³⁾`` or ``[3]``; a letter stays what it is."""
        number = self.layer_number(layer) if isinstance(layer, int) else layer
        if self.layer_style == "brackets":
            return f"[{number}]"
        return superscript(f"({number})")

    def layer_tex(self, layer: int) -> str:
        """The index of a layer in TeX: ``^{(3)}`` or ``^{[3]}``."""
        number = self.layer_number(layer)
        return f"^{{[{number}]}}" if self.layer_style == "brackets" else f"^{{({number})}}"

    def written(self, sentence: str) -> str:
        """A sentence of the catalogue, which says C and a⁽ˡ⁾, with the letters that were chosen."""
        if self.cost_letter != "C":
            sentence = _COST.sub(self.cost_letter, sentence)
        if self.layer_style == "brackets":
            sentence = _RAISED_LAYER.sub(lambda found: f"[{plain_superscript(found[1])}]", sentence)
        return sentence


USUAL: Final = Notation()
"""The notation of the first start: C, w⁽³⁾, counted from 1, ∂C/∂W of W's shape."""
