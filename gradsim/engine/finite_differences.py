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
from dataclasses import dataclass
from enum import StrEnum

import numpy as np

from gradsim.engine.backward import chain_factors
from gradsim.engine.chain import FactorKind
from gradsim.engine.forward import ForwardPass
from gradsim.engine.parameter_address import ParameterAddress
from gradsim.engine.perturbation import Flags, Floats, Move, moved_costs, true_inputs

RESOLVABLE = 1e-8
"""The share of the cost below which a difference of costs tells nothing about a gradient."""

# The first step moves z by a quarter at most; steps are halved in groups until they suffice.
_FIRST_STEP = 0.25
_GROUP = 5
_GROUPS = 4
_GOOD_ENOUGH = 1e-10

_AGREEMENT = {"float64": 1e-6, "float32": 1e-3}


class DifferenceState(StrEnum):
    """What a difference says about the engine's value."""

    AGREES = "agrees"
    DIFFERS = "differs"
    KINK = "kink"
    UNRESOLVABLE = "unresolvable"


@dataclass(frozen=True, slots=True)
class FiniteDifference:
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

    @property
    def relative_error(self) -> float:
        """|value − engine| over the larger of the two; 0 where both are 0."""
        larger = max(abs(self.value), abs(self.engine))
        return abs(self.value - self.engine) / larger if larger > 0 else 0.0


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
    scale = cost_scale(forward)
    series = {address: _Series(first_step(forward, address)) for address in addresses}
    formable = math.isfinite(scale) and not any(layer.exponent.any() for layer in forward.layers)
    pending = addresses if formable else []
    for _ in range(_GROUPS):
        pending = [a for a in pending if not series[a].good_enough(abs(engine[a]))]
        if not pending:
            break
        moves = [
            Move(address, sign * step)
            for address in pending
            for step in series[address].next_steps()
            for sign in (1.0, -1.0)
        ]
        moved = moved_costs(forward, moves, cancelled)
        with np.errstate(over="ignore", invalid="ignore"):
            gaps = (moved.costs[0::2] - moved.costs[1::2]).mean(axis=-1).reshape(-1, _GROUP)
        crossed = (moved.crossed[0::2] | moved.crossed[1::2]).reshape(-1, _GROUP)
        for address, gap, kinked in zip(pending, gaps, crossed, strict=True):
            series[address].add(gap, kinked, scale)
    agreement = _AGREEMENT[forward.parameters.dtype.name]
    return [series[a].judged(a, engine[a], scale, agreement) for a in addresses]


class _Series:
    """The quotients of one parameter at halved steps, and what they extrapolate to."""

    def __init__(self, start: float) -> None:
        self._start = start
        self._tried = 0
        self._steps: list[float] = []
        self._quotients: list[float] = []
        self._smallest = math.nan
        self._best = (math.nan, math.inf)

    def next_steps(self) -> list[float]:
        """The next group of steps."""
        return [self._start * 0.5 ** (self._tried + index) for index in range(_GROUP)]

    def good_enough(self, engine: float) -> bool:
        """Whether further steps would bring nothing that matters."""
        return self._best[1] <= _GOOD_ENOUGH * max(engine, abs(self._best[0]))

    def add(self, gaps: Floats, crossed: Flags, scale: float) -> None:
        """Take in the cost gaps of the next group of steps."""
        for step, gap, kinked in zip(self.next_steps(), gaps, crossed, strict=True):
            self._smallest = float(gap) / (2 * step)
            if kinked:
                # Larger steps straddle the kink too: what they gave is worth nothing.
                self._steps, self._quotients = [], []
                self._best = (math.nan, math.inf)
            elif math.isfinite(gap):
                self._steps.append(step)
                self._quotients.append(self._smallest)
        self._tried += _GROUP
        if len(self._quotients) >= 2:
            self._best = romberg(self._quotients, self._steps, scale)

    def judged(
        self, address: ParameterAddress, engine: float, scale: float, agreement: float
    ) -> FiniteDifference:
        """What the quotients say about the engine's value."""
        value, noise = self._best
        state = DifferenceState.DIFFERS
        larger = max(abs(value), abs(engine))
        if self._tried == 0 or not math.isfinite(self._smallest) or not math.isfinite(engine):
            state, value = DifferenceState.UNRESOLVABLE, math.nan
        elif len(self._quotients) < 2:
            state, value = DifferenceState.KINK, self._smallest
        elif 0 < larger <= RESOLVABLE * scale or noise > 0.1 * larger > 0:
            state = DifferenceState.UNRESOLVABLE
        elif abs(value - engine) <= agreement * larger + noise:
            state = DifferenceState.AGREES
        return FiniteDifference(address, state, value, noise, engine)


def engine_gradient(forward: ForwardPass, address: ParameterAddress) -> float:
    """The engine's ∂C/∂parameter as a float: 0.0 or ±inf where it lies outside float range."""
    kind = FactorKind.weights if address.kind == "w" else FactorKind.bias
    where = (address.unit - 1, address.source - 1)[: 2 if address.kind == "w" else 1]
    for factor in chain_factors(forward):
        if factor.kind is kind and factor.layer == address.layer:
            shift = max(-5000, min(5000, int(factor.product_exponent)))
            with np.errstate(over="ignore", under="ignore"):
                return float(np.ldexp(np.float64(factor.product[where]), shift))
    raise AssertionError("the traversal reaches every layer")


def cost_scale(forward: ForwardPass) -> float:
    """The size of the numbers whose differences are taken: mean |cost of a sample|."""
    return float(np.abs(np.asarray(forward.sample_costs, np.float64)).mean())


def first_step(forward: ForwardPass, address: ParameterAddress) -> float:
    """The step that moves z by `_FIRST_STEP` in the sample that feels it most."""
    if address.kind == "b":
        return _FIRST_STEP
    felt = float(np.abs(true_inputs(forward, address.layer)[:, address.source - 1]).max())
    return _FIRST_STEP / felt if felt > 0 and math.isfinite(_FIRST_STEP / felt) else _FIRST_STEP


def romberg(quotients: list[float], steps: list[float], scale: float) -> tuple[float, float]:
    """Extrapolate central quotients at halved `steps` to step 0: the best value, its error.

    The error is the larger of how far the two extrapolations that it came from lie away, and what
    rounding the costs (of size `scale`) leaves in it.

    Source: Ridders 1982; Numerical Recipes, "Numerical Derivatives".
    """
    best, error = quotients[0], math.inf
    above: list[float] = []
    for quotient, step in zip(quotients, steps, strict=True):
        row = [quotient]
        rounding = 2 * np.finfo(np.float64).eps * scale / step
        for order, earlier in enumerate(above, start=1):
            factor = 4.0**order
            value = (factor * row[-1] - earlier) / (factor - 1)
            guess = max(abs(value - row[-1]), abs(value - earlier), rounding)
            row.append(value)
            if guess < error:
                best, error = value, guess
        above = row
    return best, float(error)
