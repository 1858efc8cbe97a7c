"""The forward and backward pass as plain records, for the terminal and for worksheets.

Everything is dict, list, str, int, float or None, so that any JSON writer takes it (path counts
are integers of any size). The numbers are those of the chain factors.

Numbers that a float cannot hold. Beside the arrays of a pass stands an exact power of two. Where
the true number is not 0 and lies outside the normal range of float64, its place in the list holds
None, and the record has the same list again under ``…_log10``, with log₁₀ of every magnitude
(None for 0), and under ``…_sign``, with −1, 0 or 1. Infinity and nan, which only an overflowed
forward pass makes, are None there too, and None under ``…_log10``.
"""

from __future__ import annotations

import math
from typing import Any

import numpy as np
import numpy.typing as npt

from gradsim.engine.backward import chain_factors
from gradsim.engine.chain import ChainFactor, FactorKind
from gradsim.engine.forward import ForwardPass
from gradsim.engine.paths.local_factors import single_sample
from gradsim.engine.paths.parameter_paths import (
    ParameterAddress,
    ParameterPaths,
    Path,
    PathFactor,
    parameter_paths,
)
from gradsim.engine.penalties import NO_PENALTY, Penalty, with_penalty
from gradsim.engine.penalties.penalty import applicable, weight_term
from gradsim.engine.scaled_numbers import ScaledNumber
from gradsim.engine.scaling import LOG10_2, SMALLEST_NORMAL, IntArray

Record = dict[str, Any]

_ONE_NUMBER = {FactorKind.bias, FactorKind.normalization_shift, FactorKind.residual}
_WITHOUT_SAMPLES = {
    FactorKind.weights,
    FactorKind.bias,
    FactorKind.normalization_scale,
    FactorKind.normalization_shift,
    FactorKind.penalty,
}


def trace_sample(forward: ForwardPass, sample: int = 1, penalty: Penalty = NO_PENALTY) -> Record:
    """The pass of one sample (from 1, of those in `forward`), without the 1/N of a batch.

    ``{"cost", "forward": [{"layer", "z", "a"}…], "factors": [{"index", "kind", "layer", "symbol",
    "local", "upstream", "product"}…]}``; z, a and gradients of activations are lists over units,
    weights and their gradients lists of rows, the Jacobian of a softmax a list of rows. With a
    penalty a factor ``penalty`` follows each ``weights``, its local what is added to ∂C/∂W.

    Raises
    ------
    Problem
        If there is no such sample.
    """
    one = single_sample(forward, sample)
    return _record(one, batch=False, penalty=penalty)


def trace_batch(forward: ForwardPass, penalty: Penalty = NO_PENALTY) -> Record:
    """The pass of the whole batch: as :func:`trace_sample`, with lists over samples outside those
    over units, and 1/N in the cost factor."""
    return _record(forward, batch=True, penalty=penalty)


def trace_parameter(
    forward: ForwardPass,
    address: ParameterAddress,
    sample: int = 1,
    paths: int = 10,
    penalty: Penalty = NO_PENALTY,
) -> Record:
    """One parameter's gradient for one sample, unrolled, and the factors of that sample.

    ``{"cost", "parameter", "value", "paths_total", "paths": [{"units", "factors": [{"kind",
    "layer", "unit", "source", "symbol", "value"}…], "contribution"}…], "rest", "factors"}``.
    A path that a residual connection leads past layers names them as ``"past"``.
    A number outside float range is None, with ``log10`` and ``sign`` beside it (``rest_log10``
    for `rest`).

    With a penalty on a weight ``"penalty": {"l1", "l2", "omega", "term", "total"}`` follows `rest`:
    the term is added to `value`, and the total is what a step of descent takes.

    Raises
    ------
    Problem
        If there is no such parameter, sample, or number of paths.
    """
    found = parameter_paths(forward, sample, address, paths)
    record = trace_sample(forward, sample, penalty)
    return {
        "cost": record["cost"],
        **_unrolled(found),
        **_penalized(forward, found, sample, penalty),
        "factors": record["factors"],
    }


def penalized(
    forward: ForwardPass, found: ParameterPaths, sample: int, penalty: Penalty
) -> tuple[float, ScaledNumber] | None:
    """What the penalty adds to the gradient of one weight, and the sum; None where nothing."""
    penalty = applicable(penalty, forward.network)
    if penalty.nothing or found.address.kind != "w":
        return None
    one = single_sample(forward, sample)
    arriving = next(
        factor.arriving
        for factor in chain_factors(one)
        if factor.kind is FactorKind.weights and factor.layer == found.address.layer
    )
    term = weight_term(one, found.address, penalty, arriving)
    value = found.total.value + term
    if term == 0.0 or not math.isfinite(value):  # beyond float range the term is nothing beside it
        return term, found.total
    return term, ScaledNumber(value)


def _penalized(
    forward: ForwardPass, found: ParameterPaths, sample: int, penalty: Penalty
) -> Record:
    added = penalized(forward, found, sample, penalty)
    if added is None:
        return {}
    term, total = added
    return {
        "penalty": {
            "l1": penalty.l1,
            "l2": penalty.l2,
            "omega": penalty.omega,
            "term": term,
            **_number("total", total),
        }
    }


def _unrolled(found: ParameterPaths) -> Record:
    return {
        "parameter": str(found.address),
        **_number("value", found.total),
        **({"lost_by_backpropagation": True} if found.lost else {}),
        "paths_total": found.paths_total,
        "paths": [_path(path) for path in found.paths],
        **_number("rest", found.remainder),
    }


def _record(forward: ForwardPass, *, batch: bool, penalty: Penalty) -> Record:
    if forward.parameters.ensemble_shape:
        raise ValueError("a trace is that of one network, not of an ensemble")
    layers = [
        {
            "layer": number,
            **_array("z", layer.pre_activation, layer.exponent, batch),
            **_array("a", layer.activation, layer.exponent, batch),
        }
        for number, layer in enumerate(forward.layers, start=1)
    ]
    chain = chain_factors(forward, batch_mean=batch)
    acting = applicable(penalty, forward.network)
    factors = [_factor(factor, batch) for factor in with_penalty(chain, forward, acting)]
    cost = float(forward.cost)
    return {
        "cost": cost if math.isfinite(cost) else None,
        "forward": layers,
        "factors": factors,
    }


def _factor(factor: ChainFactor, batch: bool) -> Record:
    record: Record = {
        "index": factor.index,
        "kind": str(factor.kind),
        "layer": factor.layer,
        "symbol": factor.symbol,
    }
    # ∂z/∂b is 1, and the cost meets 1: one number each. Weights have no axis of samples.
    if factor.kind in _ONE_NUMBER or (factor.kind is FactorKind.skip and factor.local.ndim < 2):
        record["local"] = float(factor.local.ravel()[0])
    elif factor.kind in (FactorKind.previous_activation, FactorKind.skip):
        record |= _array("local", factor.local, factor.local_exponent, batch=True)
    else:
        kept = batch or factor.kind is FactorKind.penalty
        record |= _array("local", factor.local, factor.local_exponent, kept)
    if factor.kind is FactorKind.cost:
        record["upstream"] = 1.0
    else:
        kept = batch or factor.kind is FactorKind.penalty
        record |= _array("upstream", factor.upstream, factor.upstream_exponent, kept)
    whole = batch or factor.kind in _WITHOUT_SAMPLES
    return record | _array("product", factor.product, factor.product_exponent, whole)


def _array(name: str, array: npt.NDArray[Any], exponent: IntArray, batch: bool) -> Record:
    """The true numbers as nested lists; the leading axis of one sample goes unless `batch`."""
    mantissas = np.asarray(array if batch else array[0], np.float64)
    shift = int(exponent)
    with np.errstate(over="ignore", under="ignore", invalid="ignore"):
        true = np.ldexp(mantissas, max(-5000, min(5000, shift)))
        beyond = (np.abs(true) < SMALLEST_NORMAL) & (mantissas != 0) | ~np.isfinite(true)
    if not beyond.any():
        return {name: true.tolist()}
    with np.errstate(divide="ignore", invalid="ignore"):
        logarithms = np.log10(np.abs(mantissas)) + shift * LOG10_2
    return {
        name: _with_gaps(true, beyond),
        f"{name}_log10": _with_gaps(logarithms, ~np.isfinite(logarithms)),
        f"{name}_sign": np.nan_to_num(np.sign(mantissas)).astype(int).tolist(),
    }


def _with_gaps(numbers: npt.NDArray[Any], gaps: npt.NDArray[np.bool_]) -> Any:
    """Nested lists with None where `gaps` says so."""
    with_none = numbers.astype(object)
    with_none[gaps] = None
    return with_none.tolist()


def _path(path: Path) -> Record:
    return {
        "units": list(path.units),
        **({"past": list(path.past)} if path.past else {}),
        "factors": [_path_factor(factor) for factor in path.factors],
        **_number("contribution", path.number, "log10", "sign"),
    }


def _path_factor(factor: PathFactor) -> Record:
    return {
        "kind": factor.kind,
        "layer": factor.layer,
        "unit": factor.unit,
        "source": factor.source,
        "symbol": factor.symbol,
        **_number("value", factor.number, "log10", "sign"),
    }


def _number(name: str, number: ScaledNumber, log10: str = "", sign: str = "") -> Record:
    """One number; beyond float range None, with its log₁₀ and sign beside it."""
    value = number.value
    if number.mantissa == 0.0 or (math.isfinite(value) and abs(value) >= SMALLEST_NORMAL):
        return {name: value}
    known = number.log10_abs
    return {
        name: None,
        log10 or f"{name}_log10": known if math.isfinite(known) else None,
        sign or f"{name}_sign": number.sign,
    }
