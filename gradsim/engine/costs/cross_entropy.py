"""The two cross-entropies, computed together with their output activation, from log a."""

from __future__ import annotations

import math
from functools import lru_cache

import numpy as np
from msgspec import Struct

from gradsim.engine.activations.rule import logistic
from gradsim.engine.costs.rule import Array, Cost, FusedPair, LogOutput, ones
from gradsim.engine.costs.targets import check_distributions, check_probabilities
from gradsim.engine.problems import QT_TRANSLATE_NOOP

_LN_2_HIGH = float.fromhex("0x1.62e42fefap-1")
_LN_2_LOW = math.log(2.0) - _LN_2_HIGH


def _softplus(z: Array) -> Array:
    result = np.log1p(np.exp(-np.abs(z)))
    result += np.maximum(z, 0)
    return np.asarray(result)


def _reduction(log_scale: Array) -> tuple[Array, Array]:
    """Per ensemble member n = ⌊max/ln 2⌋ and log_scale − n·ln 2, so that e^(…) stays in range.

    ln 2 is taken in two parts, the first short enough for n·high to be exact.
    """
    largest = log_scale.max(axis=(-2, -1))
    largest = np.where(np.isfinite(largest), largest, 0.0)
    exponent = np.floor(largest.astype(np.float64) / math.log(2.0)).astype(np.int64)
    exponent = np.where(exponent > 0, exponent, 0)
    n = exponent[..., None, None].astype(np.float64)
    reduced = (log_scale - n * _LN_2_HIGH) - n * _LN_2_LOW
    return np.asarray(reduced.astype(log_scale.dtype)), np.asarray(exponent)


class _Rows(Struct, frozen=True, eq=False):
    """Softmax taken apart, row by row: each row is one sample of one member.

    shifted : (rows, units), z − max.
    terms : (rows, units), e^(z−max), 0 where z is the largest.
    others : (rows,), Σ of the terms: e^(z−max) of all units but the largest, whose own is 1.
    largest : (rows,), where the largest stand in the flattened array.

    Where z is not finite, all of the row is nan. Warnings of it are left to the caller.
    """

    shifted: Array
    terms: Array
    others: Array
    largest: Array


def _rows(z: Array) -> _Rows:
    units = z.shape[-1]
    rows = z.reshape(-1, units)
    largest = rows.argmax(axis=1)
    largest += _starts(*rows.shape)
    shifted = rows - rows.take(largest)[:, None]
    terms = np.exp(shifted)
    terms.ravel()[largest] = shifted.take(largest)
    return _Rows(shifted, terms, terms.dot(ones(units, z.dtype)), largest)


@lru_cache(maxsize=16)
def _starts(rows: int, units: int) -> Array:
    """Where each row begins in the flattened array."""
    starts = np.arange(0, rows * units, units)
    starts.setflags(write=False)
    return starts


def _log_softmax(z: Array) -> LogOutput:
    """z − max − ln Σe^(z−max); where one unit dominates its −log a comes from the others' sum."""
    with np.errstate(under="ignore", invalid="ignore"):
        return _log_of(_rows(z), z)


def _log_of(rows: _Rows, z: Array) -> LogOutput:
    """log a, in the place of `shifted`."""
    log_a = rows.shifted
    log_a -= np.log1p(rows.others)[:, None]
    return LogOutput(log_a.reshape(z.shape))


def _cross_entropy(output: LogOutput, y: Array) -> Array:
    """−Σ y log a, with 0·log 0 = 0."""
    with np.errstate(invalid="ignore"):
        return _cost_of(output, y)


def _cost_of(output: LogOutput, y: Array) -> Array:
    terms = y * output.log_a
    costs = terms.dot(ones(terms.shape[-1], terms.dtype))
    if not math.isfinite(costs.ravel().dot(ones(costs.size, costs.dtype))):
        costs = np.where(y == 0, 0, terms).sum(axis=-1)
    return np.asarray(0.0 - costs)  # and never −0.0


def _cross_entropy_gradient(output: LogOutput, y: Array) -> tuple[Array, Array]:
    """−y/a = −y·e^(−log a)."""
    wanted = np.where(y == 0, -np.inf, -output.log_a)
    reduced, exponent = _reduction(wanted.astype(output.log_a.dtype))
    with np.errstate(under="ignore"):
        mantissa = -y * np.exp(reduced)
    return mantissa.astype(output.log_a.dtype), exponent


def _cross_entropy_of_targets(output: LogOutput) -> Array:
    """∂C/∂y = −log a."""
    return -output.log_a


def _softmax_delta(z: Array, y: Array) -> Array:
    """a − y; for the largest unit (1 − y) − (1 − a), 1 − a being the sum of the others."""
    with np.errstate(under="ignore", invalid="ignore"):
        return _delta_of(_rows(z), z, y)


def _delta_of(rows: _Rows, z: Array, y: Array) -> Array:
    """a − y, in the place of `terms`."""
    whole, terms = 1 + rows.others, rows.terms
    terms /= whole[:, None]
    delta = terms.reshape(z.shape)
    delta -= y
    # An ensemble's targets lack its leading axes.
    wanted = y.take(rows.largest if y.size == z.size else rows.largest % y.size)
    delta.ravel()[rows.largest] = (1 - wanted) - rows.others / whole
    return delta


def _softmax_cost_and_delta(z: Array, y: Array) -> tuple[float, Array]:
    rows = _rows(z)
    output = _log_of(rows, z)
    # The sum over samples and units at once, unless some 0·log 0 stands in it.
    cost = 0.0 - float(y.ravel().dot(output.log_a.ravel()))
    if not math.isfinite(cost):
        cost = float(_cost_of(output, y).sum())
    return cost, _delta_of(rows, z, y)


def _log_sigmoid(z: Array) -> LogOutput:
    return LogOutput(-_softplus(-z), -_softplus(z))


def _binary_cross_entropy(output: LogOutput, y: Array) -> Array:
    """−Σ y log a + (1 − y) log(1 − a), over the outputs."""
    assert output.log_rest is not None
    with np.errstate(invalid="ignore"):
        terms = np.where(y == 0, 0, y * output.log_a)
        terms = terms + np.where(y == 1, 0, (1 - y) * output.log_rest)
    return np.asarray(0.0 - terms.sum(axis=-1))


def _binary_cross_entropy_gradient(output: LogOutput, y: Array) -> tuple[Array, Array]:
    """−y/a + (1 − y)/(1 − a)."""
    assert output.log_rest is not None
    dtype = output.log_a.dtype
    towards_one = np.where(y == 0, -np.inf, -output.log_a).astype(dtype)
    towards_zero = np.where(y == 1, -np.inf, -output.log_rest).astype(dtype)
    both, exponent = _reduction(np.concatenate([towards_one, towards_zero], axis=-1))
    units = towards_one.shape[-1]
    with np.errstate(under="ignore"):
        mantissa = (1 - y) * np.exp(both[..., units:]) - y * np.exp(both[..., :units])
    return mantissa.astype(dtype), exponent


def _binary_cross_entropy_of_targets(output: LogOutput) -> Array:
    """∂C/∂y = log(1 − a) − log a = −z."""
    assert output.log_rest is not None
    return np.asarray(output.log_rest - output.log_a)


def _sigmoid_delta(z: Array, y: Array) -> Array:
    """a − y = a(1 − y) − y(1 − a), 1 − a being σ(−z)."""
    return np.asarray((logistic(z) * (1 - y) - y * logistic(-z)).astype(z.dtype))


def _sigmoid_cost_and_delta(z: Array, y: Array) -> tuple[float, Array]:
    costs = _binary_cross_entropy(_log_sigmoid(z), y)
    return float(costs.sum()), _sigmoid_delta(z, y)


def _ratio_gradient(a: Array, y: Array) -> Array:
    with np.errstate(divide="ignore", invalid="ignore"):
        return np.where(y == 0, 0, -y / a).astype(a.dtype)


def _binary_ratio_gradient(a: Array, y: Array) -> Array:
    with np.errstate(divide="ignore", invalid="ignore"):
        gradient = np.where(y == 0, 0, -y / a) + np.where(y == 1, 0, (1 - y) / (1 - a))
    return np.asarray(gradient.astype(a.dtype))


def _plain_cross_entropy(a: Array, y: Array) -> Array:
    with np.errstate(divide="ignore"):
        return _cross_entropy(LogOutput(np.log(a)), y)


def _plain_binary_cross_entropy(a: Array, y: Array) -> Array:
    with np.errstate(divide="ignore"):
        return _binary_cross_entropy(LogOutput(np.log(a), np.log1p(-a)), y)


BINARY_CROSS_ENTROPY = Cost(
    name="binary_cross_entropy",
    label=QT_TRANSLATE_NOOP("Cost", "Binary cross-entropy"),
    tex=r"-\sum_j (y_j\ln a_j+(1-y_j)\ln(1-a_j))",
    derivative_tex=r"\frac{a_j-y_j}{a_j\,(1-a_j)}",
    numbers_tex=r"\frac{{a}-{y}}{{a}\,(1-{a})}",
    meaning=QT_TRANSLATE_NOOP(
        "Cost",
        "Its denominator is exactly the slope of the sigmoid that follows, so the two cancel and "
        "a − y is left.",
    ),
    source="",
    sample_costs=_plain_binary_cross_entropy,
    derivative=_binary_ratio_gradient,
    required_activation="sigmoid",
    fused=FusedPair(
        _log_sigmoid,
        _binary_cross_entropy,
        _binary_cross_entropy_gradient,
        _sigmoid_delta,
        _sigmoid_cost_and_delta,
        _binary_cross_entropy_of_targets,
    ),
    check_targets=check_probabilities,
)

CROSS_ENTROPY = Cost(
    name="cross_entropy",
    label=QT_TRANSLATE_NOOP("Cost", "Cross-entropy (softmax)"),
    tex=r"-\sum_j y_j\ln a_j",
    derivative_tex=r"-\frac{y_j}{a_j}",
    numbers_tex=r"-\frac{{y}}{{a}}",
    meaning=QT_TRANSLATE_NOOP(
        "Cost",
        "Enormous where the right class has almost no probability; the softmax that follows "
        "cancels it down to a − y.",
    ),
    source="",
    sample_costs=_plain_cross_entropy,
    derivative=_ratio_gradient,
    required_activation="softmax",
    fused=FusedPair(
        _log_softmax,
        _cross_entropy,
        _cross_entropy_gradient,
        _softmax_delta,
        _softmax_cost_and_delta,
        _cross_entropy_of_targets,
    ),
    check_targets=check_distributions,
)
