"""One parameter's gradient by differences of the cost, beside the engine's, with its noise.

A difference quotient has two errors: the step is not infinitely small, and the two costs, which
agree in most digits, are rounded. Romberg's scheme removes the first: from steps h, h/2, h/4, …
it extrapolates to h = 0, and how far two extrapolations differ tells how good the best one is.
The second cannot be removed: a gradient below `RESOLVABLE` of the cost drowns in it and is called
unresolvable, not wrong. Where even small steps put some unit on the other side of a kink, the
quotient mixes two slopes and is called that.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from enum import StrEnum

import numpy as np
from msgspec import Struct

from gradsim.engine.backward import chain_factors
from gradsim.engine.chain import ChainFactor, FactorKind
from gradsim.engine.checks.difference_series import DifferenceSeries
from gradsim.engine.checks.perturbation import Move, moved_costs, true_inputs
from gradsim.engine.forward import ForwardPass
from gradsim.engine.parameter_address import FACTORS, ParameterAddress

RESOLVABLE = 1e-8
"""The share of the cost below which a difference of costs tells nothing about a gradient."""

# The first step moves z by a quarter at most; steps are halved in groups until they suffice.
_FIRST_STEP = 0.25
_GROUP = 5
_GROUPS = 4
_GOOD_ENOUGH = 1e-10

# By the engine's own gradient the first step changes the cost by no more than this share of it.
_FIRST_CHANGE = 0.1

# A difference that may be this far off, as a share of itself, tells nothing.
_TOO_NOISY = 0.1

_AGREEMENT = {"float64": 1e-6, "float32": 1e-3}


class DifferenceState(StrEnum):
    """What a difference says about the engine's value."""

    AGREES = "agrees"
    DIFFERS = "differs"
    KINK = "kink"
    UNRESOLVABLE = "unresolvable"


class FiniteDifference(Struct, frozen=True):
    """A difference quotient, extrapolated to step 0, beside the engine's gradient.

    value : the difference; nan where none could be formed.
    noise : how far from the derivative it may be (absolute).
    engine : the engine's value (0.0 where it lies below float range).
    """

    address: ParameterAddress
    state: DifferenceState
    value: float
    noise: float
    engine: float


def finite_difference(
    forward: ForwardPass,
    address: ParameterAddress,
    *,
    cancelled: Callable[[], bool] | None = None,
) -> FiniteDifference:
    """∂C/∂parameter of the pass at hand (mean over its samples), by differences of its cost.

    Raises
    ------
    Problem
        If the network has no such parameter.
    Cancelled
        Where `cancelled` says so, checked per layer.
    """
    if forward.parameters.ensemble_shape:
        raise ValueError("a difference is that of one network, not of an ensemble")
    address.check(forward.network)
    engine = engine_gradient(forward, address)
    return finite_differences(forward, {address: engine}, cancelled=cancelled)[0]


def finite_differences(
    forward: ForwardPass,
    engine: Mapping[ParameterAddress, float],
    *,
    cancelled: Callable[[], bool] | None = None,
) -> list[FiniteDifference]:
    """Differences for several parameters at once, in rising order of layer.

    `engine` holds the engine's gradient of each.
    """
    addresses = sorted(engine, key=lambda address: address.layer)
    scale, felt = cost_scale(forward), rounding_scale(forward)
    series = {
        address: DifferenceSeries(first_step(forward, address, abs(engine[address]), scale), felt)
        for address in addresses
    }
    formable = math.isfinite(scale) and not any(layer.exponent.any() for layer in forward.layers)
    pending = addresses if formable else []
    for _ in range(_GROUPS):
        pending = [a for a in pending if not _good_enough(series[a], engine[a])]
        if not pending:
            break
        moves = [
            Move(address, sign * step)
            for address in pending
            for step in series[address].next_steps(_GROUP)
            for sign in (1.0, -1.0)
        ]
        moved = moved_costs(forward, moves, cancelled)
        with np.errstate(over="ignore", invalid="ignore"):
            gaps = (moved.costs[0::2] - moved.costs[1::2]).mean(axis=-1).reshape(-1, _GROUP)
        kinked = (moved.kinked[0::2] | moved.kinked[1::2]).reshape(-1, _GROUP)
        bent = (moved.bent[0::2] | moved.bent[1::2]).reshape(-1, _GROUP)
        far = (moved.far[0::2] | moved.far[1::2]).reshape(-1, _GROUP)
        for address, *group in zip(pending, gaps, kinked, bent, far, strict=True):
            series[address].add(*group)
    agreement = _AGREEMENT[forward.parameters.dtype.name]
    return [_judged(a, engine[a], series[a], scale, agreement) for a in addresses]


def _good_enough(series: DifferenceSeries, engine: float) -> bool:
    """Whether further steps would bring nothing that matters."""
    value, noise = series.best()
    return noise <= _GOOD_ENOUGH * max(abs(engine), abs(value))


def _judged(
    address: ParameterAddress,
    engine: float,
    series: DifferenceSeries,
    scale: float,
    agreement: float,
) -> FiniteDifference:
    """What a series says about the engine's value."""
    value, noise = series.best()
    state = DifferenceState.DIFFERS
    larger = max(abs(value), abs(engine))
    if not series.formed or not math.isfinite(engine):
        state, value = DifferenceState.UNRESOLVABLE, math.nan
    elif series.kinked:
        state, value = DifferenceState.KINK, series.last
    elif (not noise <= _TOO_NOISY * larger and larger > 0) or 0 < larger <= RESOLVABLE * scale:
        state = DifferenceState.UNRESOLVABLE
    elif abs(value - engine) <= agreement * larger + noise:
        state = DifferenceState.AGREES
    return FiniteDifference(address, state, value, noise, engine)


def engine_gradient(forward: ForwardPass, address: ParameterAddress) -> float:
    """The engine's ∂C/∂parameter as a float: 0.0 or ±inf where it lies outside float range."""
    kind = FACTORS[address.kind]
    where = (address.unit - 1, address.source - 1)[: 2 if address.kind == "w" else 1]
    for factor in chain_factors(forward):
        if factor.kind is kind and factor.layer == address.layer:
            with np.errstate(over="ignore", under="ignore"):
                return float(np.ldexp(np.float64(factor.product[where]), _shift(factor)))
    raise AssertionError("the traversal reaches every layer, and every γ and β that there is")


def cost_scale(forward: ForwardPass) -> float:
    """The size of the numbers whose differences are taken: mean |cost of a sample|."""
    return float(np.abs(np.asarray(forward.sample_costs, np.float64)).mean())


def rounding_scale(forward: ForwardPass) -> float:
    """What the rounding of a computed cost is a share of: |C| + Σ |z ∂C/∂z|.

    Every z is rounded in its own last place, and ∂C/∂z says what C makes of it: little in most
    networks, nearly everything in one that amplifies what enters it.
    """
    total = cost_scale(forward)
    for factor in chain_factors(forward):
        if factor.kind is FactorKind.activation:
            z = forward.layers[factor.layer - 1].argument
            with np.errstate(over="ignore", invalid="ignore"):
                terms = np.abs(factor.product * z)
                felt = float(np.ldexp(terms.sum(dtype=np.float64), _shift(factor)))
            if math.isfinite(felt):
                total += felt
    return total


def _shift(factor: ChainFactor) -> int:
    return max(-5000, min(5000, int(factor.product_exponent)))


def first_step(
    forward: ForwardPass, address: ParameterAddress, engine: float, scale: float
) -> float:
    """The step that moves z by `_FIRST_STEP` in the sample that feels it most, or less where the
    gradient is so steep that the cost would be another."""
    step = _FIRST_STEP
    if address.kind == "w":
        felt = float(np.abs(true_inputs(forward, address.layer)[:, address.source - 1]).max())
        step = step / felt if felt > 0 and math.isfinite(step / felt) else step
    elif address.kind == "γ":
        inner = forward.layers[address.layer - 1].inner
        assert inner is not None
        assert inner.normalized is not None
        normalized = inner.normalized
        felt = float(np.abs(normalized.standard[..., address.unit - 1]).max())
        step = step / felt if felt > 1 else step
    if math.isfinite(engine) and engine * step > _FIRST_CHANGE * scale > 0:
        step = _FIRST_CHANGE * scale / engine
    return step
