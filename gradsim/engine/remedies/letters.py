"""What the quantities inside a layer with remedies are called."""

from __future__ import annotations

from gradsim.engine.chain import FactorKind, Variable
from gradsim.engine.network import Network


def letters_of(network: Network, number: int) -> dict[FactorKind, tuple[Variable, Variable]]:
    """What each factor of layer `number` is the derivative of, and by what.

    z = W(·) + b, u after normalization, h after f, d after dropout, a at the end of the layer;
    where a stage is missing, its letter is not used.
    """
    layer = network.layers[number - 1]
    residual = layer.residual is not None
    first = layer.activates_first
    masked = bool(layer.dropout) and not network.evaluating
    a, below = Variable("a", number), Variable("a", number - 1)
    z, u, h, d = (Variable(letter, number) for letter in "zuhd")
    start = below if first else z
    argument = start if layer.normalization is None else u
    activated = h if masked or residual else a
    silenced = d if residual else a
    branch = silenced if masked else activated
    return {
        FactorKind.residual: (a, z if first else branch),
        FactorKind.dropout: (silenced, activated),
        FactorKind.activation: (activated, argument),
        FactorKind.normalization_scale: (u, Variable("γ", number)),
        FactorKind.normalization_shift: (u, Variable("β", number)),
        FactorKind.normalization: (u, start),
        FactorKind.weights: (z, Variable("W", number)),
        FactorKind.bias: (z, Variable("b", number)),
        FactorKind.previous_activation: (z, branch if first else below),
        FactorKind.skip: (a, below),
    }
