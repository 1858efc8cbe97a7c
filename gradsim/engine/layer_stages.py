"""What stands between the input of a layer and its a, stage by stage, in the order of the pass."""

from __future__ import annotations

from gradsim.engine.chain import FactorKind
from gradsim.engine.forward_layer import ForwardLayer
from gradsim.engine.scaled_arrays import ScaledArray


def layer_stages(layer: ForwardLayer) -> dict[FactorKind, ScaledArray]:
    """The values of a layer by the kind of factor that leads back from them, (samples, units) each.

    weights : z; normalization : u; activation : f of it; dropout : d; residual : a. The last one
    is a. What the quantities are called tells :func:`gradsim.engine.remedies.letters.letters_of`.
    """
    exponent = int(layer.exponent)
    z = ScaledArray(layer.pre_activation, exponent)
    a = ScaledArray(layer.activation, exponent)
    inner = layer.inner
    if inner is None:
        return {FactorKind.weights: z, FactorKind.activation: a}
    branch: dict[FactorKind, ScaledArray] = {}
    if inner.normalized is not None:
        branch[FactorKind.normalization] = ScaledArray(inner.argument)
    branch[FactorKind.activation] = ScaledArray(inner.value)
    if inner.mask is not None:
        branch[FactorKind.dropout] = ScaledArray(inner.value * inner.mask)
    sum_of = {FactorKind.weights: z}
    stages = {**branch, **sum_of} if inner.activates_first else {**sum_of, **branch}
    if inner.residual is not None:
        stages[FactorKind.residual] = a
    return stages
