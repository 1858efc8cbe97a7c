"""Single parameters against differences of the cost itself: both ends of the network joined.

The layer checks prove each rule; this proves that the traversal joins them. It can only look
where a difference of costs is more than rounding: at gradients above 1e-8 of the cost.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from msgspec import Struct, field

from gradsim.engine.agreement import Agreement, deviations
from gradsim.engine.chain import ChainFactor
from gradsim.engine.checks.finite_differences import (
    RESOLVABLE,
    DifferenceState,
    cost_scale,
    finite_differences,
)
from gradsim.engine.forward import ForwardPass
from gradsim.engine.parameter_address import ParameterAddress

TOLERANCE = 1e-5
"""Differences of a cost are less sharp than those of a layer."""

_MOST = 200
_MULTIPLICATIONS = 1.5e10
_ACTIVATIONS = 4e7
_MOVES = 10


class EndToEnd(Struct, frozen=True):
    """What the differences of the cost said.

    checked : parameters compared, of `eligible` (those above 1e-8 of the cost) among `total`.
    agreement : how well the compared agree.
    kinks : those that straddle a kink at every step; unresolved : those lost in rounding, which
        are not among the compared.
    """

    checked: int
    eligible: int
    total: int
    agreement: Agreement
    kinks: int
    unresolved: int

    @property
    def passed(self) -> bool:
        """Whether no error beyond what noise explains exceeds `TOLERANCE`."""
        return self.agreement.unexplained_error <= TOLERANCE


class Candidates(Struct):
    """Parameters worth comparing, gathered while the traversal passes by."""

    result: ForwardPass
    random: np.random.Generator
    engine: dict[ParameterAddress, float] = field(default_factory=dict)
    eligible: int = 0
    total: int = 0

    def offer(self, weights: ChainFactor, bias: ChainFactor) -> None:
        """Note a few parameters of one layer whose gradient stands out from rounding."""
        least = RESOLVABLE * cost_scale(self.result)
        gradients = [weights.true_product, bias.true_product[:, None]]
        flat = np.concatenate([gradients[0], gradients[1]], axis=1)
        fan_in = flat.shape[1] - 1
        found = np.flatnonzero(np.abs(flat) > least)
        self.eligible += len(found)
        self.total += flat.size
        share = -(-budget(self.result) // self.result.network.depth)
        if len(found) > share:
            found = self.random.choice(found, share, replace=False, shuffle=False)
        for entry in found.tolist():
            unit, source = divmod(entry, fan_in + 1)
            kind, number = ("b", 0) if source == fan_in else ("w", source + 1)
            address = ParameterAddress("b" if kind == "b" else "w", weights.layer, unit + 1, number)
            self.engine[address] = float(flat[unit, source])

    def chosen(self) -> dict[ParameterAddress, float]:
        """At most as many as the budget allows, over all layers."""
        most = budget(self.result)
        addresses = list(self.engine)
        if len(addresses) > most:
            kept = self.random.choice(len(addresses), most, replace=False)
            addresses = [addresses[index] for index in kept]
        return {address: self.engine[address] for address in addresses}


def budget(result: ForwardPass) -> int:
    """How many parameters may be moved so that the check ends within seconds."""
    network = result.network
    rows = _MOVES * result.samples
    by_products = _MULTIPLICATIONS / (rows * network.parameter_count)
    by_units = _ACTIVATIONS / (rows * sum(layer.units for layer in network.layers))
    return int(max(4, min(_MOST, by_products, by_units)))


def compare_end_to_end(
    result: ForwardPass, candidates: Candidates, cancelled: Callable[[], bool] | None
) -> EndToEnd:
    """Move each chosen parameter and compare the difference of costs with the engine's gradient."""
    differences = finite_differences(result, candidates.chosen(), cancelled=cancelled)
    by_state = dict.fromkeys(DifferenceState, 0)
    compared = []
    for difference in differences:
        by_state[difference.state] += 1
        if difference.state in (DifferenceState.AGREES, DifferenceState.DIFFERS):
            compared.append((difference.value, difference.engine, difference.noise))
    found = deviations(*np.array(compared).reshape(-1, 3).T)
    return EndToEnd(
        len(compared),
        candidates.eligible,
        candidates.total,
        found.agreement(np.ones(len(compared), np.bool_)),
        by_state[DifferenceState.KINK],
        by_state[DifferenceState.UNRESOLVABLE],
    )
