"""The name of one parameter, counted from 1: ``w:LAYER:J:K``, ``b:LAYER:J``, ``γ:LAYER:J``…"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from msgspec import Struct

from gradsim.engine.chain import FactorKind
from gradsim.engine.problems import QT_TRANSLATE_NOOP, Problem
from gradsim.engine.remedies import normalization_of
from gradsim.engine.remedies.drawing import units_normalized_by

if TYPE_CHECKING:
    from gradsim.engine.layer import Layer
    from gradsim.engine.network import Network

ParameterKind = Literal["w", "b", "γ", "β"]

FACTORS: dict[ParameterKind, FactorKind] = {
    "w": FactorKind.weights,
    "b": FactorKind.bias,
    "γ": FactorKind.normalization_scale,
    "β": FactorKind.normalization_shift,
}
"""The factor of the chain that leaves the gradient of each kind."""

# How each kind may be written; Greek letters are not on every keyboard.
_WRITTEN: dict[str, ParameterKind] = {
    "w": "w",
    "b": "b",
    "γ": "γ",
    "β": "β",
    "gamma": "γ",
    "beta": "β",
}


def learns(layer: Layer, kind: ParameterKind) -> bool:
    """Whether a layer has parameters of this kind: γ where it normalizes, β where that shifts."""
    if kind in ("w", "b"):
        return True
    choice = layer.normalization
    return choice is not None and (kind == "γ" or normalization_of(choice).shifts)


class ParameterAddress(Struct, frozen=True, order=True):
    """Which parameter: w_jk of a layer (from unit `source` below to `unit`), the bias b_j, or the
    γ_j or β_j of its normalization.

    `layer`, `unit` and `source` count from 1; only a weight has a source, elsewhere it is 0. Of a
    γ or β `unit` is the unit that is normalized, in front of W one of the layer below.
    """

    kind: ParameterKind
    layer: int
    unit: int
    source: int = 0

    @classmethod
    def parse(cls, text: str) -> ParameterAddress:
        """Read ``w:2:1:3``, ``b:2:1``, ``γ:2:1`` or ``gamma:2:1``, ``β:2:1`` or ``beta:2:1``.

        Raises
        ------
        Problem
            If the text is not of that form.
        """
        written, *numbers = text.strip().split(":")
        kind = _WRITTEN.get(written)
        well_formed = all(number.isascii() and number.isdecimal() for number in numbers)
        if kind is None or len(numbers) != (3 if kind == "w" else 2) or not well_formed:
            raise Problem(
                QT_TRANSLATE_NOOP(
                    "Problem",
                    "“{text}” names no parameter; write w:LAYER:J:K for a weight, b:LAYER:J for a "
                    "bias, and gamma:LAYER:J or beta:LAYER:J for the γ or β of a normalization.",
                ),
                text=text,
            )
        layer, unit, source = ([int(number) for number in numbers] + [0])[:3]
        return cls(kind, layer, unit, source)

    def check(self, network: Network) -> None:
        """Refuse an address that `network` does not have.

        Raises
        ------
        Problem
            Naming the layer, parameter, unit or source that is missing.
        """
        if not 1 <= self.layer <= len(network.layers):
            raise Problem(
                QT_TRANSLATE_NOOP(
                    "Problem", "There is no layer {layer}; the network has layers 1 to {layers}."
                ),
                layer=self.layer,
                layers=len(network.layers),
            )
        layer = network.layers[self.layer - 1]
        fan_in = network.fan_in(self.layer)
        if not learns(layer, self.kind):
            raise Problem(
                QT_TRANSLATE_NOOP("Problem", "Layer {layer} has no {symbol}."),
                layer=self.layer,
                symbol=self.kind,
            )
        units = layer.units if self.kind in ("w", "b") else units_normalized_by(layer, fan_in)
        if not 1 <= self.unit <= units:
            raise Problem(
                QT_TRANSLATE_NOOP(
                    "Problem", "Layer {layer} has no unit {unit}; it has units 1 to {units}."
                ),
                layer=self.layer,
                unit=self.unit,
                units=units,
            )
        if self.kind == "w" and not 1 <= self.source <= fan_in:
            raise Problem(
                QT_TRANSLATE_NOOP(
                    "Problem",
                    "Layer {layer} has no input {source}; it takes inputs 1 to {inputs}.",
                ),
                layer=self.layer,
                source=self.source,
                inputs=fan_in,
            )

    def __str__(self) -> str:
        numbers = [self.layer, self.unit] + ([self.source] if self.kind == "w" else [])
        return ":".join([self.kind, *map(str, numbers)])

    @property
    def symbol(self) -> str:
        """Plain text: ``w(3)[2,1]``, ``b(3)[2]`` or ``γ(3)[2]``."""
        inside = f"{self.unit},{self.source}" if self.kind == "w" else f"{self.unit}"
        return f"{self.kind}({self.layer})[{inside}]"
