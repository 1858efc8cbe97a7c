"""What a verdict on a gradient profile says, as values: the kind, the numbers, the remedies.

The sentences are English templates with named placeholders, marked for the translation
catalogue under the context "Verdict"; the window fills and translates them. How a kind is
decided stands in :mod:`gradsim.engine.verdict.judging`.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import Literal

from msgspec import Struct, field

from gradsim.engine.layer_ranges import ranges_text
from gradsim.engine.options import Choice

Quantity = Literal["weight_gradient", "bias_gradient", "delta", "activation_gradient"]
Statistic = Literal["l2", "rms"]


class VerdictKind(StrEnum):
    """What became of the gradient on its way from the cost to the first layer."""

    HEALTHY = "healthy"
    UNEVEN = "uneven"
    VANISHING = "vanishing"
    EXPLODING = "exploding"
    SYMMETRIC = "symmetric"
    DEAD = "dead"
    ZERO = "zero"
    OVERFLOW = "overflow"
    NAN = "nan"


class Remedy(Struct, frozen=True):
    """One change worth trying: what to set, to what, in which layers (counted from 1).

    `setting` names the field of a layer: its activation, its weights' initializer or its bias', its
    normalization, or its residual connection, whose choice is its form with option ``scale``.
    """

    setting: Literal["activation", "weights", "bias", "normalization", "residual"]
    choice: Choice
    layers: tuple[int, ...]


class Verdict(Struct, frozen=True):
    """The judgement with the numbers that led to it.

    kind, quantity, statistic : what was decided, of which quantity, by which size of it.
    first_layer, last_layer : the two layers compared (the one nearest the inputs, the one
        nearest the cost), or the layers between which the finding holds.
    decades : log₁₀ of the first layer's size over the last layer's; None where an end is not a
        number above zero.
    decades_per_layer : decades over the layers between; None with decades.
    activation_decades, weights_decades, remedies_decades : how much of `decades` the
        activations' derivatives, the weight matrices and the remedies took or gave.
    inputs_decades, cancellation_decades, size_decades : the rest of it, for weight gradients
        the change of ‖a^(l−1)‖ and how far samples cancel, for RMS the change of the number of
        entries. The six add up to `decades`.
    worst_layer, worst_decades : the layer that stands out most and by how much: for vanishing and
        exploding the step back into that layer, for uneven its distance from the median layer.
    layers : all layers that the finding is of, where it need not be of those between; else empty.
    dead_fraction : of the worst layer, where units can be dead.
    variant : which of the kind's sentences; empty where it has one.
    everywhere : vanishing or exploding in every layer alike (against ∂C/∂a^(L)), not along them.
    headline, sentence, parts : English templates of context "Verdict"; `arguments` fills them.
        `parts` says what took or gave the decades; empty where that is not known or not asked.
    remedies : changes worth trying, most useful first.
    """

    kind: VerdictKind
    quantity: Quantity
    statistic: Statistic
    first_layer: int
    last_layer: int
    headline: str
    sentence: str
    variant: str = ""
    parts: str = ""
    arguments: Mapping[str, object] = field(default_factory=dict)
    decades: float | None = None
    decades_per_layer: float | None = None
    activation_decades: float | None = None
    weights_decades: float | None = None
    remedies_decades: float | None = None
    inputs_decades: float | None = None
    cancellation_decades: float | None = None
    size_decades: float | None = None
    worst_layer: int | None = None
    worst_decades: float | None = None
    layers: tuple[int, ...] = ()
    dead_fraction: float | None = None
    everywhere: bool = False
    remedies: tuple[Remedy, ...] = ()

    @property
    def text(self) -> str:
        """The English sentences with their numbers."""
        sentences = [self.sentence, self.parts] if self.parts else [self.sentence]
        told = {
            name: ranges_text(value) if isinstance(value, tuple) else value
            for name, value in self.arguments.items()
        }
        return " ".join(sentence.format(**told) for sentence in sentences)
