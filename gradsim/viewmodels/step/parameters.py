"""Which parameter is unrolled: the first choice, and where it goes when the network changes."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from msgspec.structs import replace

from gradsim.engine.chain import FactorKind
from gradsim.engine.network import Network
from gradsim.engine.parameter_address import ParameterAddress
from gradsim.viewmodels.simulation import SimulationResult
from gradsim.viewmodels.step.steps import Symbol
from gradsim.viewmodels.step.walk import nearest_survivor


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
    """The nearest address that `network` has."""
    layer = min(max(address.layer, 1), len(network.layers))
    unit = min(max(address.unit, 1), network.layers[layer - 1].units)
    source = min(max(address.source, 1), network.fan_in(layer)) if address.kind == "w" else 0
    return ParameterAddress(address.kind, layer, unit, source)


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
