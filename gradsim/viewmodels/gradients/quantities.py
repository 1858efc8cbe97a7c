"""The gradients that can be plotted per layer and the statistics that make one number of each."""

from __future__ import annotations

from typing import Final

from msgspec import Struct

from gradsim.engine.problems import QT_TRANSLATE_NOOP
from gradsim.viewmodels.messages import Message
from gradsim.viewmodels.notation import written


class Quantity(Struct, frozen=True):
    """One gradient of every layer: the engine's name for it, its symbol and what it says.

    `usual` is the symbol in the usual notation; `symbol` and `definition` follow the one in use.
    """

    name: str
    usual: str
    meaning: Message

    @property
    def symbol(self) -> str:
        """``∂C/∂W``, ``δ``."""
        return written(self.usual)

    @property
    def definition(self) -> str:
        """The symbol, that of δ with what it stands for."""
        return written("δ = ∂C/∂z") if self.name == "delta" else self.symbol


class Statistic(Struct, frozen=True):
    """One way to make a single magnitude of an array of gradients.

    `pattern` holds ``{symbol}`` and makes the symbol of the statistic of a quantity.
    """

    name: str
    label: Message
    pattern: Message


def _quantity(name: str, symbol: str, meaning: str) -> Quantity:
    return Quantity(name, symbol, Message("Quantity", meaning))


def _statistic(name: str, label: str, pattern: str) -> Statistic:
    return Statistic(name, Message("Statistic", label), Message("Statistic", pattern))


QUANTITIES: Final[dict[str, Quantity]] = {
    each.name: each
    for each in (
        _quantity(
            "weight_gradient",
            "∂C/∂W",
            QT_TRANSLATE_NOOP(
                "Quantity", "What a training step would change the weights of the layer by."
            ),
        ),
        _quantity(
            "bias_gradient",
            "∂C/∂b",
            QT_TRANSLATE_NOOP(
                "Quantity", "What a training step would change the biases of the layer by."
            ),
        ),
        _quantity(
            "delta",
            "δ",
            QT_TRANSLATE_NOOP(
                "Quantity",
                "δ = ∂C/∂z, the gradient that travels back through the layers. It can fall while "
                "∂C/∂W stays level, because ∂C/∂W also holds the activations of the layer before.",
            ),
        ),
        _quantity(
            "activation_gradient",
            "∂C/∂a",
            QT_TRANSLATE_NOOP(
                "Quantity", "The gradient that reaches the layer, before its activation acts on it."
            ),
        ),
    )
}

STATISTICS: Final[dict[str, Statistic]] = {
    each.name: each
    for each in (
        _statistic("l2", QT_TRANSLATE_NOOP("Statistic", "L2 norm"), "‖{symbol}‖"),
        _statistic(
            "rms",
            QT_TRANSLATE_NOOP("Statistic", "RMS"),
            QT_TRANSLATE_NOOP("Statistic", "RMS {symbol}"),
        ),
        _statistic(
            "mean_abs",
            QT_TRANSLATE_NOOP("Statistic", "mean |·|"),
            QT_TRANSLATE_NOOP("Statistic", "mean |{symbol}|"),
        ),
        _statistic(
            "max_abs",
            QT_TRANSLATE_NOOP("Statistic", "max |·|"),
            QT_TRANSLATE_NOOP("Statistic", "max |{symbol}|"),
        ),
    )
}


def statistic_symbol(quantity: str, statistic: str, index: str = "") -> Message:
    """The symbol of a statistic of a quantity, such as ‖∂C/∂W‖ or RMS δ; `index` follows the
    quantity's own."""
    pattern = STATISTICS[statistic].pattern
    symbol = f"{QUANTITIES[quantity].symbol}{index}"
    return Message.of(pattern.context, pattern.template, symbol=symbol)
