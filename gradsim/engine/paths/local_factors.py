"""The local derivatives of one sample, as scaled numbers, in the order in which paths meet them.

They are those of the chain factors. Only where an output pair is fused, so that ∂C/∂a and ∂a/∂z
may lie far outside float range (in opposite directions) while their products do not, they are
taken from log a, element by element.
"""

from __future__ import annotations

import dataclasses
import math
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from gradsim.engine.activations import activation_of
from gradsim.engine.activations.plain import softmax_rest
from gradsim.engine.activations.rule import logistic
from gradsim.engine.backward import chain_factors
from gradsim.engine.chain import ChainFactor, FactorKind
from gradsim.engine.costs import LogOutput, cost_of
from gradsim.engine.costs.cross_entropy import CROSS_ENTROPY
from gradsim.engine.forward import ForwardPass
from gradsim.engine.parameter_address import ParameterAddress
from gradsim.engine.paths.remedied_slopes import refuse_paths, with_remedies
from gradsim.engine.problems import QT_TRANSLATE_NOOP, Problem
from gradsim.engine.remedies.jacobian import refuse_coupled_samples, row_of
from gradsim.engine.scaled_numbers import Exponents, Mantissas, ScaledNumber, normalized

ScaledArray = tuple[Mantissas, Exponents]

# Below this a float is about to lose its digits.
_SMALL_OUTPUT = 1e-290

# ln 2 in two parts, the first short enough for n·_LN_2_HIGH to be exact.
_LN_2_HIGH = float.fromhex("0x1.62E42FEFA0000p-1")
_LN_2_LOW = math.log(2.0) - _LN_2_HIGH


@dataclass(frozen=True, slots=True, eq=False)
class PathLocals:
    """What paths into one layer multiply, for one sample.

    Only what can reach the parameter is kept: the arrays that end in its layer hold the one
    column of its unit.

    cost : ∂C/∂a^(L), (units,).
    slopes : f′(z^(l)), (units,), from layer L down to the parameter's; a softmax, and a layer or
        RMS normalization, have their Jacobian ∂a_j/∂z_i, (units, units), instead.
    weights : W^(l), (fan_out, fan_in), from layer L down to the one above the parameter's.
    last : ∂z_j/∂w_jk = a_k^(l−1), or 1 for a bias.
    gradient : the parameter's gradient by the δ recursion.
    """

    cost: ScaledArray
    slopes: tuple[ScaledArray, ...]
    weights: tuple[ScaledArray, ...]
    last: ScaledNumber
    gradient: ScaledNumber


def single_sample(forward: ForwardPass, sample: int) -> ForwardPass:
    """The pass of one sample (from 1), cut out of a batch.

    Raises
    ------
    Problem
        If there is no such sample, or batch normalization couples the samples.
    """
    if not 1 <= sample <= forward.samples:
        raise Problem(
            QT_TRANSLATE_NOOP(
                "Problem", "There is no sample {sample}; the data have samples 1 to {samples}."
            ),
            sample=sample,
            samples=forward.samples,
        )
    if forward.samples == 1:
        return forward
    refuse_coupled_samples(forward)
    row = (..., slice(sample - 1, sample), slice(None))
    log_output = forward.log_output
    if log_output is not None:
        rest = log_output.log_rest
        log_output = dataclasses.replace(
            log_output,
            log_a=log_output.log_a[row],
            log_rest=None if rest is None else rest[row],
        )
    sample_costs = forward.sample_costs[..., sample - 1 : sample]
    return dataclasses.replace(
        forward,
        inputs=forward.inputs[row],
        targets=forward.targets[row],
        reference=forward.reference[row],
        layers=tuple(
            layer._replace(
                pre_activation=layer.pre_activation[row],
                activation=layer.activation[row],
                inner=None if layer.inner is None else row_of(layer.inner, sample - 1),
            )
            for layer in forward.layers
        ),
        sample_costs=sample_costs,
        cost=sample_costs.mean(axis=-1),
        log_output=log_output,
    )


def path_locals(
    forward: ForwardPass, sample: int, address: ParameterAddress, *, shortcut: bool = False
) -> PathLocals:
    """Every local derivative between C and the parameter, and its gradient, for one sample.

    With `shortcut` a fused pair's ∂C/∂a^(L) and ∂a^(L)/∂z^(L) stand there as ∂C/∂z^(L) = a − y,
    summed over the outputs, and 1.

    Raises
    ------
    Problem
        If there is no such sample, a layer has a residual connection, or batch normalization
        couples the samples.
    """
    refuse_paths(forward)
    one = single_sample(forward, sample)
    slopes: list[ScaledArray] = []
    weights: list[ScaledArray] = []
    cost: ScaledArray | None = None
    last: ScaledNumber | None = None
    wanted = FactorKind.weights if address.kind == "w" else FactorKind.bias
    unit, source = address.unit - 1, address.source - 1
    for factor in chain_factors(one, batch_mean=False):
        if factor.kind is FactorKind.cost:
            cost = _cost_local(one, factor)
        elif factor.kind is FactorKind.activation:
            if shortcut and factor.fused:
                cost = normalized(factor.product[0], factor.product_exponent)
                bare = normalized(np.ones(factor.product.shape[-1]))
            else:
                bare = _slopes(one, factor)
            slopes.append(with_remedies(one, factor.layer, bare))
        elif factor.kind is FactorKind.previous_activation:
            weights.append(normalized(factor.local))
        if factor.layer > address.layer or factor.kind is not wanted:
            continue
        product = factor.product[unit, source] if address.kind == "w" else factor.product[unit]
        gradient = _scaled(product, factor.product_exponent)
        last = ScaledNumber(1.0)
        if address.kind == "w":
            last = _scaled(factor.local[0, source], factor.local_exponent)
        break
    assert cost is not None
    assert last is not None
    slopes[-1] = _column(slopes[-1], unit)
    if slopes[-1][0].ndim == 1:
        # Its a is reached from its z alone.
        if weights:
            weights[-1] = _column(weights[-1], unit)
        else:
            cost = _column(cost, unit)
    return PathLocals(cost, tuple(slopes), tuple(weights), last, gradient)


def _column(pair: ScaledArray, unit: int) -> ScaledArray:
    return pair[0][..., unit : unit + 1], pair[1][..., unit : unit + 1]


def _scaled(number: Any, exponent: npt.NDArray[np.int64]) -> ScaledNumber:
    return ScaledNumber(float(number), int(exponent))


def _cost_local(forward: ForwardPass, factor: ChainFactor) -> ScaledArray:
    """∂C/∂a_j^(L)."""
    fused = cost_of(forward.network.cost).fused
    output = forward.log_output
    if fused is None or output is None:
        return normalized(factor.product[0], factor.product_exponent)
    y = forward.reference[0]
    a = forward.output.activation[0]
    if output.log_rest is None:
        return _quotient(-y, _probabilities(a, output.log_a[0]))
    # (a − y)/f′, with the a − y that does not cancel and the f′ that the path meets next.
    delta = fused.delta(forward.output.argument, forward.reference)[0]
    return _quotient(delta, _sigmoid_slopes(forward, output))


def _slopes(forward: ForwardPass, factor: ChainFactor) -> ScaledArray:
    """f′(z^(l)), (units,), or the Jacobian of a softmax, (units, units)."""
    rule = activation_of(forward.network.layers[factor.layer - 1].activation)
    if not rule.elementwise:
        return _softmax_jacobian(forward)
    output = forward.log_output
    if factor.fused and output is not None and output.log_rest is not None:
        return _sigmoid_slopes(forward, output)
    return normalized(factor.local[0])


def _sigmoid_slopes(forward: ForwardPass, output: LogOutput) -> ScaledArray:
    """a(1 − a) of the outputs."""
    assert output.log_rest is not None
    a = _probabilities(forward.output.activation[0], output.log_a[0])
    rest = logistic(-np.asarray(forward.output.argument[0], np.float64))
    rest_scaled = _probabilities(rest, output.log_rest[0])
    return normalized(a[0] * rest_scaled[0], a[1] + rest_scaled[1])


def _softmax_jacobian(forward: ForwardPass) -> ScaledArray:
    """∂a_j/∂z_i = a_j(δ_ij − a_i), rows j."""
    assert CROSS_ENTROPY.fused is not None
    a = np.asarray(forward.output.activation[0], np.float64)
    log_a = CROSS_ENTROPY.fused.log_output(forward.output.argument).log_a[0]
    mantissas, exponents = _probabilities(a, log_a)
    rest, rest_exponents = normalized(softmax_rest(a))
    diagonal = np.eye(len(a), dtype=bool)
    other = np.where(diagonal, rest[:, None], -mantissas[None, :])
    other_exponents = np.where(diagonal, rest_exponents[:, None], exponents[None, :])
    return normalized(mantissas[:, None] * other, exponents[:, None] + other_exponents)


def _probabilities(a: npt.NDArray[Any], log_a: npt.NDArray[Any]) -> ScaledArray:
    """a where a float holds all its digits, else e^(log a)."""
    direct, exponents = normalized(a)
    beyond = np.asarray(a, np.float64) < _SMALL_OUTPUT
    if not beyond.any():
        return direct, exponents
    x = np.asarray(log_a, np.float64)
    with np.errstate(invalid="ignore", under="ignore"):
        n = np.where(np.isfinite(x), np.floor(x / math.log(2.0)), 0.0)
        rest = np.exp((x - n * _LN_2_HIGH) - n * _LN_2_LOW)
    tiny, tiny_exponents = normalized(rest, n.astype(np.int64))
    return np.where(beyond, tiny, direct), np.where(beyond, tiny_exponents, exponents)


def _quotient(numerators: npt.NDArray[Any], denominators: ScaledArray) -> ScaledArray:
    mantissas, exponents = normalized(numerators)
    with np.errstate(divide="ignore", invalid="ignore"):
        return normalized(mantissas / denominators[0], exponents - denominators[1])
