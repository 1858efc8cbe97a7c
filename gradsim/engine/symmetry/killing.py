"""Which factor of the chain makes the gradient exactly 0, and by what.

A product that is 0 only because a float cannot hold it is no kill: the states tell them apart.
"""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum
from typing import Any

import numpy as np
import numpy.typing as npt
from msgspec import Struct

from gradsim.engine.chain import ChainFactor, FactorKind, Gradient, Variable
from gradsim.engine.forward import ForwardPass, lost_activations
from gradsim.engine.output import only_approached
from gradsim.engine.remedies.passing import Inner
from gradsim.engine.scaling import State

Array = npt.NDArray[Any]


_PASSED = frozenset(
    {
        FactorKind.residual,
        FactorKind.dropout,
        FactorKind.activation,
        FactorKind.normalization,
        FactorKind.previous_activation,
    }
)
"""The factors of a residual connection's branch that lead further back."""


class Cause(StrEnum):
    """Why nothing is left behind a factor.

    local: the local derivative is 0 throughout. meeting: wherever what arrives is not 0, the
    local derivative is. cancelled: the terms of its sums add up to 0.
    """

    local = "local"
    meeting = "meeting"
    cancelled = "cancelled"


class Kill(Struct, frozen=True):
    """A factor that takes something and leaves only zeros.

    index : its place in the sequence of factors.
    state : `zero`, or `underflow` where the zeros prove nothing.
    of : in a layer with remedies, what the factor is the derivative of, and by what.
    passed_by : whether a residual connection leads something past the factor to the layers below.
    """

    index: int
    kind: FactorKind
    layer: int
    state: State
    cause: Cause
    of: tuple[Variable, Variable] | None = None
    passed_by: bool = False


def kills(factors: Iterable[ChainFactor]) -> tuple[Kill, ...]:
    """Every factor that leaves only zeros of something that was not 0 throughout, in order.

    On the trunk (cost, activation, previous_activation) what follows one arrives as 0, so there is
    no other, unless a residual connection led past it. Each side branch (weights, bias) may have
    one of its own.
    """
    factors = tuple(factors)
    led_past = {
        factor.layer
        for factor in factors
        if factor.kind is FactorKind.skip and factor.left.array.any()
    }
    found: list[Kill] = []
    for factor in factors:
        if not factor.arriving.array.any() or factor.left.array.any():
            continue
        lost = bool(np.asarray(factor.underflow).any())
        state = State.underflow if lost else State.zero
        passed_by = factor.layer in led_past and factor.kind in _PASSED
        found.append(
            Kill(
                factor.index, factor.kind, factor.layer, state, _cause(factor), factor.of, passed_by
            )
        )  # fmt: skip
    return tuple(found)


def _cause(factor: ChainFactor) -> Cause:
    local = factor.local
    if not local.any():
        return Cause.local
    arriving: Gradient = factor.arriving
    met = arriving.array != 0
    if factor.kind is FactorKind.activation and local.shape == arriving.array.shape:
        return Cause.meeting
    if factor.kind is FactorKind.previous_activation and not local[met.any(axis=0)].any():
        return Cause.meeting
    if factor.kind is FactorKind.weights and not (met.any(axis=1)[:, None] & (local != 0)).any():
        return Cause.meeting
    return Cause.cancelled


def scalar_zero_state(forward: ForwardPass, kind: str, layer: int, unit: int = 0) -> State:
    """What a scalar factor of a path that reads 0 is: truly `zero`, or `underflow`.

    A weight, a mask and a ∂C/∂a are what they are. A slope f′ of 0 is believed where f is flat on
    an interval and z is known; σ′(−800) is not 0. An activation of 0 is believed unless its layer
    lost its numbers. A normalization's 0 is believed where γ of `unit` (from 1) is 0, or where
    there is one unit alone, which is always its own mean; elsewhere rounding made it.
    """
    lost: Any = False
    inner = forward.layers[layer - 1].inner
    if kind == FactorKind.activation:
        passed = forward.layers[layer - 1]
        lost = passed.underflow.any() or not passed.rule.rule.flat
    elif kind == FactorKind.normalization:
        lost = inner is not None and not _flattened(inner, unit)
    elif kind == FactorKind.weights and inner is not None and inner.activates_first:
        lost = forward.layers[layer - 1].underflow.any()
    elif kind == FactorKind.weights and layer > 1:
        lost = lost_activations(forward.layers[layer - 2], forward.arithmetic).any()
    return State.underflow if bool(lost) else State.zero


def shortcut_zero_state(forward: ForwardPass, unit: int) -> State:
    """What a − y of output `unit` (from 1) is where it reads 0 in a pass of one sample.

    Truly `zero`, or `underflow` where a can only have come too near to y to be told from it.
    """
    lost = bool(only_approached(forward)[0, unit - 1])
    return State.underflow if lost else State.zero


def _flattened(inner: Inner, unit: int) -> bool:
    """Whether what a normalization takes truly cannot move `unit`."""
    made = inner.normalized
    assert made is not None
    return made.always_zero or bool(np.ravel(made.scale)[unit - 1] == 0.0)
