"""Which parameter is unrolled: the first choice, and where it goes when the network changes."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from msgspec.structs import replace

from gradsim.engine.chain import FactorKind
from gradsim.engine.network import Network
from gradsim.engine.nudge.lever import Lever, owning_layers
from gradsim.engine.parameter_address import ParameterAddress, ParameterKind, learns
from gradsim.engine.remedies.drawing import normalized_units
from gradsim.viewmodels.simulation import SimulationResult
from gradsim.viewmodels.step.walk.steps import Symbol
from gradsim.viewmodels.step.walk.walk import nearest_survivor

_LEARNED: tuple[ParameterKind, ...] = ("γ", "β")


def default_parameter(result: SimulationResult) -> ParameterAddress:
    """A weight in the middle that shows something.

    Of layer ⌈L/2⌉, to unit 2 from unit 1 as far as there are any; where its gradient is 0, the
    weight of that layer with the steepest one.
    """
    network = result.project.network
    layer = (len(network.layers) + 1) // 2
    first = held(ParameterAddress("w", layer, 2, 1), network)
    for factor in result.factors:
        if factor.kind != FactorKind.weights or factor.layer != layer:
            continue
        slopes = np.abs(np.asarray(factor.product, dtype=np.float64))
        if slopes[first.unit - 1, first.source - 1] == 0.0 and np.nanmax(slopes) > 0.0:
            unit, source = np.unravel_index(int(np.nanargmax(slopes)), slopes.shape)
            return ParameterAddress("w", layer, int(unit) + 1, int(source) + 1)
    return first


def held(address: ParameterAddress, network: Network) -> ParameterAddress:
    """The nearest address that `network` has; of γ and β where no layer has any, a bias."""
    found = Lever.of(address).held(network).address
    assert found is not None
    return found


def kinds_in(network: Network) -> tuple[ParameterKind, ...]:
    """The kinds of parameter that `network` has: γ and β where a layer normalizes."""
    return ("w", "b", *(kind for kind in _LEARNED if owning_layers(network, kind)))


def units_of(address: ParameterAddress, network: Network) -> int:
    """How many parameters of this kind its layer has side by side."""
    if address.kind in ("w", "b"):
        return network.layers[address.layer - 1].units
    return normalized_units(network, address.layer)


def column_of(address: ParameterAddress, network: Network) -> int:
    """The layer whose units `unit` counts: of a normalization in front of W the layer below."""
    below = address.kind in ("γ", "β") and network.layers[address.layer - 1].activates_first
    return address.layer - below


def normalized_at(layer: int, unit: int, network: Network) -> tuple[ParameterAddress, ...]:
    """The γ and β that act on a unit: of its own layer, or of the next one in front of its W."""
    places = [
        ParameterAddress(kind, number, unit)
        for number in (layer, layer + 1)
        for kind in _LEARNED
        if 1 <= number <= network.depth and learns(network.layers[number - 1], kind)
    ]
    return tuple(each for each in places if column_of(each, network) == layer)


def moved(
    address: ParameterAddress,
    result: SimulationResult,
    before: Sequence[int],
    now: Sequence[int],
) -> tuple[ParameterAddress, bool]:
    """The address after the layers `before` became `now` (ids), and whether it is the same one.

    It goes with its layer, else to the nearest surviving layer, else to the middle.
    """
    if not 1 <= address.layer <= len(before):
        return default_parameter(result), False
    own = before[address.layer - 1]
    survivor = nearest_survivor(own, before, now)
    if survivor is None:
        return default_parameter(result), False
    wanted = replace(address, layer=list(now).index(survivor) + 1)
    found = held(wanted, result.project.network)
    return found, found == wanted and survivor == own


def removed_unit(
    passed: Sequence[tuple[int, int]],
    network: Network,
    before: Sequence[int],
    now: Sequence[int],
) -> tuple[int, int] | None:
    """The unit of a path that an edit took away, as (layer now, unit); None where none is gone.

    `passed` are the (layer, unit) that the path led through when the layers were `before` (ids);
    a layer that is gone altogether is not looked at.
    """
    for number, unit in passed:
        layer_id = before[number - 1]
        if layer_id in now:
            layer = list(now).index(layer_id) + 1
            if unit > network.layers[layer - 1].units:
                return layer, unit
    return None


def symbol_of(address: ParameterAddress, network: Network) -> Symbol:
    """The parameter as it is written: ``w₂₁⁽³⁾``, without indices in a scalar chain."""
    bare = network.inputs == 1 and all(layer.units == 1 for layer in network.layers)
    units = (address.unit, address.source) if address.kind == "w" else (address.unit,)
    return Symbol(address.kind, address.layer, () if bare else units)
