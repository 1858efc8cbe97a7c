"""The local derivatives of one sample, as scaled numbers, in the order in which paths meet them.

They are those of the chain factors. Where an output pair is fused, so that ∂C/∂a and ∂a/∂z may lie
far outside float range (in opposite directions) while their products do not, they are taken from
log a, element by element; and where f or f′ is too small for a float (σ′ of 800), from its tail.
"""

from __future__ import annotations

import math
from typing import Any

import numpy as np
import numpy.typing as npt
from msgspec import Struct
from msgspec.structs import replace

from gradsim.engine.activations import activation_of
from gradsim.engine.activations.plain import softmax_rest
from gradsim.engine.activations.rule import logistic
from gradsim.engine.activations.tails import slope_beyond, value_beyond
from gradsim.engine.backward import chain_factors
from gradsim.engine.chain import ChainFactor, FactorKind, Variable
from gradsim.engine.costs import LogOutput, cost_of
from gradsim.engine.costs.cross_entropy import CROSS_ENTROPY
from gradsim.engine.forward import ForwardPass
from gradsim.engine.parameter_address import FACTORS, ParameterAddress
from gradsim.engine.paths.passages import Fork, Passage, ScaledArray, Way, narrowed
from gradsim.engine.paths.remedied_locals import WAYS, remedied_local
from gradsim.engine.problems import QT_TRANSLATE_NOOP, Problem
from gradsim.engine.remedies.jacobian import refuse_coupled_samples, row_of
from gradsim.engine.scaled_numbers import ScaledNumber, normalized

# Below this a float is about to lose its digits.
_SMALL_OUTPUT = 1e-290

# ln 2 in two parts, the first short enough for n·_LN_2_HIGH to be exact.
_LN_2_HIGH = float.fromhex("0x1.62E42FEFA0000p-1")
_LN_2_LOW = math.log(2.0) - _LN_2_HIGH


class PathLocals(Struct, frozen=True, eq=False):
    """What paths into one layer multiply, for one sample.

    way : from ∂C/∂a^(L), (units,), down to what the parameter's z is met by (u for the γ or β of a
        normalization, whose own way back no path of theirs takes); where only one unit can reach
        the parameter, that one column (see :func:`.passages.narrowed`).
    end : the place of the parameter's unit among the columns that are left.
    last : ∂z_j/∂w_jk, which is what the weight multiplies, or 1 for a bias; ∂u_j/∂γ_j = x̂_j, or 1
        for β. `fed` names, in a layer with remedies, what is differentiated and by what.
    gradient : the parameter's gradient by the δ recursion.
    """

    way: Way
    end: int
    last: ScaledNumber
    gradient: ScaledNumber
    fed: tuple[Variable, Variable] | None = None


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
        log_output = replace(
            log_output,
            log_a=log_output.log_a[row],
            log_rest=None if rest is None else rest[row],
        )
    sample_costs = forward.sample_costs[..., sample - 1 : sample]
    return replace(
        forward,
        inputs=forward.inputs[row],
        targets=forward.targets[row],
        reference=forward.reference[row],
        layers=tuple(
            replace(
                layer,
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
        If there is no such sample, or batch normalization couples the samples.
    """
    refuse_coupled_samples(forward)
    one = single_sample(forward, sample)
    way: list[Passage | Fork] = []
    last: ScaledNumber | None = None
    wanted = FACTORS[address.kind]
    unit, source = address.unit - 1, address.source - 1
    for factor in chain_factors(one, batch_mean=False):
        if factor.kind is FactorKind.skip:
            _fork(way, _passage(one, factor, shortcut=False))
        elif factor.kind in _ON_PATHS:
            way.append(_passage(one, factor, shortcut=shortcut and factor.fused))
            if shortcut and factor.fused:
                left = normalized(factor.product[0], factor.product_exponent)
                way[0] = Passage(FactorKind.cost, factor.layer, left)
        if factor.layer > address.layer or factor.kind is not wanted:
            continue
        product = factor.product[unit, source] if address.kind == "w" else factor.product[unit]
        gradient = _scaled(product, factor.product_exponent)
        last = ScaledNumber(1.0)
        if address.kind == "w":
            last = _fed(one, factor, source)
        elif address.kind == "γ":
            last = _scaled(factor.local[0, unit], factor.local_exponent)
        break
    assert last is not None
    kept, end = narrowed(tuple(way), unit)
    return PathLocals(kept, end, last, gradient, factor.of)


_ON_PATHS = WAYS | {FactorKind.cost, FactorKind.activation, FactorKind.previous_activation}


def _passage(forward: ForwardPass, factor: ChainFactor, *, shortcut: bool) -> Passage:
    match factor.kind:
        case FactorKind.cost:
            local = _cost_local(forward, factor)
        case FactorKind.activation if shortcut:
            local = normalized(np.ones(factor.product.shape[-1]))
        case FactorKind.activation:
            local = _slopes(forward, factor)
        case FactorKind.previous_activation:
            local = normalized(factor.local)
        case _:
            local = remedied_local(forward, factor)
    return Passage(factor.kind, factor.layer, local, factor.of)


def _fork(way: list[Passage | Fork], past: Passage) -> None:
    """Make the branch of the layer of `past`, which the way ends in, one side of a fork."""
    branch: list[Passage] = []
    while way and isinstance(way[-1], Passage) and way[-1].layer == past.layer:
        passage = way[-1]
        if passage.kind is FactorKind.cost:
            break
        branch.insert(0, passage)
        way.pop()
    way.append(Fork(tuple(branch), past))


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
    mantissas, exponents = normalized(factor.local[0])
    if not rule.flat:
        passed = forward.layers[factor.layer - 1]
        for unit in np.flatnonzero(_is_lost(factor.local[0])):
            found = slope_beyond(passed.rule, float(passed.argument[0, unit]))
            if found is not None:
                mantissas[unit], exponents[unit] = found.mantissa, found.exponent
    return mantissas, exponents


def _fed(forward: ForwardPass, factor: ChainFactor, source: int) -> ScaledNumber:
    """What the weight from unit `source` (from 0) multiplies."""
    local = factor.local[0, source : source + 1]
    if factor.layer > 1 and _is_lost(local)[0]:
        below = forward.layers[factor.layer - 2]
        if below.inner is None and forward.layers[factor.layer - 1].inner is None:
            found = value_beyond(below.rule, float(below.pre_activation[0, source]))
            if found is not None:
                return found
    return _scaled(local[0], factor.local_exponent)


def _is_lost(values: npt.NDArray[Any]) -> npt.NDArray[np.bool_]:
    """Where a number is 0 or has fewer digits than a float of its dtype."""
    return np.asarray(np.abs(values) < np.finfo(values.dtype).tiny)


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
    a = np.asarray(forward.output.value[0], np.float64)
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
