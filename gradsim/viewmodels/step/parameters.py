"""Which parameter is unrolled: the first choice, and where it goes when the network changes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from gradsim.engine.network import Network
from gradsim.engine.parameter_address import ParameterAddress
from gradsim.viewmodels.step.steps import Symbol
from gradsim.viewmodels.step.walk import nearest_survivor


def default_parameter(network: Network) -> ParameterAddress:
    """A weight in the middle: layer ⌈L/2⌉, to unit 2 from unit 1 as far as there are any."""
    layer = (len(network.layers) + 1) // 2
    return held(ParameterAddress("w", layer, 2, 1), network)


def held(address: ParameterAddress, network: Network) -> ParameterAddress:
    """The nearest address that `network` has."""
    layer = min(max(address.layer, 1), len(network.layers))
    unit = min(max(address.unit, 1), network.layers[layer - 1].units)
    source = min(max(address.source, 1), network.fan_in(layer)) if address.kind == "w" else 0
    return ParameterAddress(address.kind, layer, unit, source)


def moved(
    address: ParameterAddress, network: Network, before: Sequence[int], now: Sequence[int]
) -> tuple[ParameterAddress, bool]:
    """The address after the layers `before` became `now` (ids), and whether it is the same one.

    It goes with its layer, else to the nearest surviving layer, else to the middle.
    """
    if not 1 <= address.layer <= len(before):
        return default_parameter(network), False
    own = before[address.layer - 1]
    survivor = nearest_survivor(own, before, now)
    if survivor is None:
        return default_parameter(network), False
    wanted = replace(address, layer=list(now).index(survivor) + 1)
    found = held(wanted, network)
    return found, found == wanted and survivor == own


def symbol_of(address: ParameterAddress, network: Network) -> Symbol:
    """The parameter as it is written: ``w₂₁⁽³⁾``, without indices in a scalar chain."""
    bare = network.inputs == 1 and all(layer.units == 1 for layer in network.layers)
    units = (address.unit, address.source) if address.kind == "w" else (address.unit,)
    return Symbol(address.kind, address.layer, () if bare else units)
