"""One layer as a function whose derivatives can be checked: ⟨u, layer(a)⟩ and what the engine says.

The numbers of a layer deep down may lie far outside float range; here they are brought to
ordinary size: u is the upstream gradient over its norm, and where the layer carries a power of
two (positively homogeneous, without bias) its inputs go in without it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import numpy as np
import numpy.typing as npt
from msgspec import Struct
from msgspec.structs import replace

from gradsim.engine.backward import chain_factors
from gradsim.engine.chain import ChainFactor, FactorKind
from gradsim.engine.checks.perturbation import Floats, layer_rule, true_inputs
from gradsim.engine.costs import cost_of
from gradsim.engine.forward import ForwardPass, forward
from gradsim.engine.initialization import Parameters
from gradsim.engine.network import Network

Indices = npt.NDArray[np.intp]
LayerFactors = Mapping[FactorKind, ChainFactor]


class Subject(Struct, frozen=True, eq=False):
    """φ(W, b, a), a sum over samples, and its derivatives as the chain factors have them.

    inputs : a^(l−1), (samples, fan_in); matrix : W; offset : b; pre_activation : z = aWᵀ + b.
    kinks : where f′ jumps; bends : where f″ does.
    shares : from z, (…, samples, units), to each sample's share of φ, (…, samples).
    columns : the same for an elementwise layer where only one unit of each counts: from z of unit
        `units[i]` in column i, (samples, entries), to its terms; None where units mix.
    weights, bias, inputs_gradient : ∂φ/∂W, ∂φ/∂b, ∂φ/∂a; the last is None for layer 1.
    """

    layer: int
    inputs: Floats
    matrix: Floats
    offset: Floats
    pre_activation: Floats
    kinks: tuple[float, ...]
    bends: tuple[float, ...]
    shares: Callable[[Floats], Floats]
    columns: Callable[[Floats, Indices], Floats] | None
    weights: Floats
    bias: Floats
    inputs_gradient: Floats | None


def subject_of(
    result: ForwardPass, layer: int, factors: LayerFactors, random: np.random.Generator
) -> Subject:
    """The layer with what `factors` (all those of this layer) say about it.

    Where nothing arrives (a gradient of exactly zero) a random u stands in, and the engine is
    asked about the layer alone.
    """
    matrix = np.asarray(result.parameters.weights[layer - 1], np.float64)
    offset = np.asarray(result.parameters.biases[layer - 1], np.float64)
    rescaled = result.layers[layer - 1].exponent.any()
    inputs, taken = true_inputs(result, layer), 0
    if rescaled and layer > 1:
        below = result.layers[layer - 2]
        inputs, taken = below.activation.astype(np.float64), int(below.exponent)
    activation = factors[FactorKind.activation]
    upstream = np.asarray(activation.upstream, np.float64)
    norm = float(np.linalg.norm(upstream))
    fused = activation.fused
    if norm == 0.0 and not fused:
        upstream = random.normal(size=upstream.shape)
        norm, taken = float(np.linalg.norm(upstream)), 0
        factors = _alone(result, layer, inputs, upstream)
        activation = factors[FactorKind.activation]
    unit = 0 if fused else int(activation.upstream_exponent)
    size = 1.0 if fused else norm

    def relative(kind: FactorKind, without: int = 0) -> Floats:
        factor = factors[kind]
        shift = max(-5000, min(5000, int(factor.product_exponent) - unit - without))
        return np.asarray(np.ldexp(factor.product.astype(np.float64), shift) / size)

    rule = layer_rule(result.network.layers[layer - 1])
    direction = upstream / size

    def shares(z: Floats) -> Floats:
        if fused:
            return _fused_shares(result, z)
        return np.asarray(np.einsum("...ij,ij->...i", rule.value(z), direction))

    def columns(z: Floats, units: Indices) -> Floats:
        return np.asarray(direction[:, units] * rule.value(z))

    below_known = FactorKind.previous_activation in factors
    return Subject(
        layer,
        inputs,
        matrix,
        offset,
        inputs @ matrix.T + offset,
        rule.kinks,
        rule.bends,
        shares,
        columns if rule.elementwise and not fused else None,
        relative(FactorKind.weights, taken),
        relative(FactorKind.bias),
        relative(FactorKind.previous_activation) if below_known else None,
    )


def _fused_shares(result: ForwardPass, z: Floats) -> Floats:
    """The cost of each sample over their number, from the last z."""
    fused = cost_of(result.network.cost).fused
    assert fused is not None
    reference = np.asarray(result.reference, np.float64)
    costs: Any = fused.sample_costs(fused.log_output(z), reference)
    return np.asarray(costs / result.samples)


def _alone(result: ForwardPass, layer: int, inputs: Floats, upstream: Floats) -> LayerFactors:
    """The factors of one layer by itself, with `upstream` arriving: a cost r·a with r = u."""
    here = result.network.layers[layer - 1]
    network = Network(inputs.shape[-1], (here,), "probe")
    parameters = Parameters(
        (np.asarray(result.parameters.weights[layer - 1], np.float64),),
        (np.asarray(result.parameters.biases[layer - 1], np.float64),),
    )
    alone = forward(network, parameters, inputs, np.zeros_like(upstream))
    alone = replace(alone, reference=upstream)
    return {factor.kind: factor for factor in chain_factors(alone, batch_mean=False)}
