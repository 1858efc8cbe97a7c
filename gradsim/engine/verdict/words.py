"""The English sentences of a verdict: templates of the context "Verdict" with named placeholders.

Numbers stay numbers in the arguments; each template says how it shows them, so a translation
keeps the format. Percents come as text, with the digits that they take, and ``layers`` as a list
for which whoever shows it writes ranges. No word has to agree with what a placeholder becomes.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from gradsim.engine.problems import QT_TRANSLATE_NOOP
from gradsim.engine.verdict.records import Quantity, Statistic, VerdictKind

HEADLINES: Mapping[VerdictKind, str] = MappingProxyType(
    {
        VerdictKind.HEALTHY: QT_TRANSLATE_NOOP("Verdict", "Healthy"),
        VerdictKind.UNEVEN: QT_TRANSLATE_NOOP("Verdict", "Uneven"),
        VerdictKind.VANISHING: QT_TRANSLATE_NOOP("Verdict", "Vanishing"),
        VerdictKind.EXPLODING: QT_TRANSLATE_NOOP("Verdict", "Exploding"),
        VerdictKind.SYMMETRIC: QT_TRANSLATE_NOOP("Verdict", "Symmetric"),
        VerdictKind.DEAD: QT_TRANSLATE_NOOP("Verdict", "Dead units"),
        VerdictKind.ZERO: QT_TRANSLATE_NOOP("Verdict", "Exactly zero"),
        VerdictKind.OVERFLOW: QT_TRANSLATE_NOOP("Verdict", "Overflow"),
        VerdictKind.NAN: QT_TRANSLATE_NOOP("Verdict", "Not a number"),
    }
)

# By kind and variant. `decades` is written without its sign, which the words say.
SENTENCES: Mapping[tuple[VerdictKind, str], str] = MappingProxyType(
    {
        (VerdictKind.HEALTHY, ""): QT_TRANSLATE_NOOP(
            "Verdict",
            "{quantity} differs by {spread:.2f} decades between the layers, less than 2.",
        ),
        (VerdictKind.HEALTHY, "single"): QT_TRANSLATE_NOOP(
            "Verdict", "One layer alone: there is nothing to compare."
        ),
        (VerdictKind.HEALTHY, "biases"): QT_TRANSLATE_NOOP(
            "Verdict",
            "{quantity} is exactly 0 where batch normalization takes the mean, and the bias with "
            "it, off again: such a bias has no effect.",
        ),
        (VerdictKind.UNEVEN, ""): QT_TRANSLATE_NOOP(
            "Verdict",
            "{quantity} of layer {worst} lies {worst_decades:+.1f} decades from the middle of the "
            "layers.",
        ),
        (VerdictKind.VANISHING, ""): QT_TRANSLATE_NOOP(
            "Verdict",
            "{quantity} of layer {first} is {decades:.1f} decades smaller than of layer {last}.",
        ),
        (VerdictKind.VANISHING, "times"): QT_TRANSLATE_NOOP(
            "Verdict",
            "{quantity} of layer {first} is {times:,.0f} times smaller than of layer {last}.",
        ),
        (VerdictKind.VANISHING, "everywhere"): QT_TRANSLATE_NOOP(
            "Verdict",
            "{quantity} of every layer is {distance:.1f} decades or more smaller than the "
            "gradient that the cost sent.",
        ),
        (VerdictKind.VANISHING, "lost"): QT_TRANSLATE_NOOP(
            "Verdict",
            "Layer {worst}: {quantity} is not 0, but too small for floating point to hold.",
        ),
        (VerdictKind.EXPLODING, ""): QT_TRANSLATE_NOOP(
            "Verdict",
            "{quantity} of layer {first} is {decades:.1f} decades larger than of layer {last}.",
        ),
        (VerdictKind.EXPLODING, "times"): QT_TRANSLATE_NOOP(
            "Verdict",
            "{quantity} of layer {first} is {times:,.0f} times larger than of layer {last}.",
        ),
        (VerdictKind.EXPLODING, "everywhere"): QT_TRANSLATE_NOOP(
            "Verdict",
            "{quantity} of every layer is {distance:.1f} decades or more larger than the "
            "gradient that the cost sent.",
        ),
        (VerdictKind.SYMMETRIC, ""): QT_TRANSLATE_NOOP(
            "Verdict",
            "Hidden layers {layers}: all units of a layer are equal and receive equal gradients, "
            "so no step can tell them apart.",
        ),
        (VerdictKind.SYMMETRIC, "one"): QT_TRANSLATE_NOOP(
            "Verdict",
            "Hidden layer {first}: all units are equal and receive equal gradients, so no step can "
            "tell them apart.",
        ),
        (VerdictKind.DEAD, ""): QT_TRANSLATE_NOOP(
            "Verdict",
            "Layer {worst}: f′(z) is 0 for every sample in {dead_percent} % of the units.",
        ),
        (VerdictKind.DEAD, "silent"): QT_TRANSLATE_NOOP(
            "Verdict", "Layer {worst} lets no gradient through: every ∂C/∂z there is exactly 0."
        ),
        (VerdictKind.DEAD, "branch"): QT_TRANSLATE_NOOP(
            "Verdict",
            "Layer {worst} is a dead branch: every ∂C/∂z and ∂C/∂W there is exactly 0. The way "
            "past it stays open.",
        ),
        (VerdictKind.ZERO, ""): QT_TRANSLATE_NOOP(
            "Verdict",
            "Every weight of layer {worst} is 0, so every ∂C/∂z below it is exactly 0.",
        ),
        (VerdictKind.ZERO, "minimum"): QT_TRANSLATE_NOOP(
            "Verdict", "∂C/∂a of the last layer is exactly 0: the cost has nothing left to correct."
        ),
        (VerdictKind.ZERO, "unfed"): QT_TRANSLATE_NOOP(
            "Verdict",
            "Layer {worst}: {quantity} is exactly 0, because everything that comes into the layer "
            "is 0.",
        ),
        (VerdictKind.ZERO, "cancelled"): QT_TRANSLATE_NOOP(
            "Verdict",
            "{quantity} of every layer is exactly 0: what is added up there cancels.",
        ),
        (VerdictKind.OVERFLOW, ""): QT_TRANSLATE_NOOP(
            "Verdict", "Layer {worst}: the forward pass left the range of floating point."
        ),
        (VerdictKind.OVERFLOW, "cost"): QT_TRANSLATE_NOOP(
            "Verdict", "The cost left the range of floating point."
        ),
        (VerdictKind.NAN, ""): QT_TRANSLATE_NOOP(
            "Verdict", "Layer {worst}: {quantity} is not a number."
        ),
    }
)

# What lies between the two layers; the three parts add up to the whole.
PARTS = QT_TRANSLATE_NOOP(
    "Verdict",
    "Of this, activations: {activation:+.1f} decades, weights: {weights:+.1f}, "
    "other: {other:+.1f}.",
)

# Where the whole is none between two layers, the layers that the parts lie between are named.
PARTS_BETWEEN = QT_TRANSLATE_NOOP(
    "Verdict",
    "From layer {last} down to layer {first}, activations: {activation:+.1f} decades, weights: "
    "{weights:+.1f}, other: {other:+.1f}.",
)

_SYMBOLS: Mapping[Quantity, str] = MappingProxyType(
    {
        "weight_gradient": "∂C/∂W",
        "bias_gradient": "∂C/∂b",
        "delta": "∂C/∂z",
        "activation_gradient": "∂C/∂a",
    }
)


def quantity_symbol(quantity: Quantity, statistic: Statistic) -> str:
    """``‖∂C/∂W‖`` for the norm, ``RMS ∂C/∂W`` for the root mean square."""
    symbol = _SYMBOLS[quantity]
    return f"‖{symbol}‖" if statistic == "l2" else f"RMS {symbol}"
