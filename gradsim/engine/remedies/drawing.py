"""The numbers that remedies begin with: γ = 1, β = 0, running mean 0 and variance 1."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import numpy as np
import numpy.typing as npt
from msgspec.structs import replace

from gradsim.engine.remedies import normalization_of
from gradsim.engine.remedies.learned import NAMES, RemedyValues, checked, frozen, stacked
from gradsim.engine.remedies.residual import projection

if TYPE_CHECKING:
    from gradsim.engine.network import Layer, Network

Array = npt.NDArray[Any]


def draw_remedies(
    network: Network,
    seed: int | Sequence[int],
    typed: Sequence[RemedyValues | None] = (),
    dtype: npt.DTypeLike = np.float64,
) -> tuple[RemedyValues | None, ...]:
    """One entry per layer, None where it has no remedy; empty where none has one.

    Parameters
    ----------
    seed : int or sequence of int
        Of projections and dropout masks; a sequence gives a leading axis.
    typed : exact values, one entry per layer, which take the place of what is drawn.

    Raises
    ------
    Problem
        If typed values have the wrong length or cannot be.
    """
    if network.plain:
        return ()
    found = []
    for number in range(1, network.depth + 1):
        given = typed[number - 1] if number <= len(typed) else None
        if isinstance(seed, int | np.integer):
            found.append(_of_layer(network, number, int(seed), given, dtype))
        else:
            found.append(
                stacked([_of_layer(network, number, int(one), given, dtype) for one in seed])
            )
    return tuple(found)


def normalized_units(network: Network, number: int) -> int:
    """How many units the normalization of layer `number` sees: those of z, or in a residual
    connection of form `pre` those of a^(l−1)."""
    return units_normalized_by(network.layers[number - 1], network.fan_in(number))


def units_normalized_by(layer: Layer, fan_in: int) -> int:
    """The same of a layer that stands by itself, fed by `fan_in` units."""
    first = layer.activates_first
    return fan_in if first else layer.units


def _of_layer(
    network: Network, number: int, seed: int, typed: RemedyValues | None, dtype: npt.DTypeLike
) -> RemedyValues | None:
    layer, fan_in = network.layers[number - 1], network.fan_in(number)
    if layer.plain:
        return None
    values = RemedyValues()
    if layer.normalization is not None:
        entry, units = normalization_of(layer.normalization), normalized_units(network, number)
        values = replace(values, scale=frozen(np.ones(units)))
        if entry.shifts:
            values = replace(values, shift=frozen(np.zeros(units)))
        if entry.couples_samples:
            values = replace(
                values,
                running_mean=frozen(np.zeros(units)),
                running_variance=frozen(np.ones(units)),
            )
        if typed is not None:
            checked(typed, units, number, f"parameters[{number - 1}]")
            given = {
                name: frozen(np.array(array, np.float64))
                for name in NAMES
                if (array := getattr(typed, name)) is not None and getattr(values, name) is not None
            }
            values = replace(values, **given)
    if layer.residual is not None and fan_in != layer.units:
        values = replace(values, projection=projection(seed, layer.id, layer.units, fan_in))
    if layer.dropout:
        values = replace(values, mask_seeds=np.array(seed, object))
    return values.as_type(dtype)
