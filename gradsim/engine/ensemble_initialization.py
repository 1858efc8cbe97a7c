"""The parameters of one network under many seeds, drawn into one array for each layer."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any

import numpy as np
import numpy.typing as npt

from gradsim.engine.cancellation import check_cancelled
from gradsim.engine.initializers import initializer_of
from gradsim.engine.initializers.families import Source
from gradsim.engine.network import Network
from gradsim.engine.options import Choice, resolved_options
from gradsim.engine.streams import ManyStreams, Role

if TYPE_CHECKING:
    from gradsim.engine.unit_draws import UnitDraws

Array = npt.NDArray[Any]


def draw_members(
    network: Network,
    seeds: Sequence[int],
    draws: UnitDraws,
    dtype: npt.DTypeLike,
    cancelled: Callable[[], bool] | None,
) -> tuple[tuple[Array, ...], tuple[Array, ...]]:
    """Weights (S, fan_out, fan_in) and biases (S, fan_out) of each layer, read-only.

    Member k is what :func:`gradsim.engine.initialization.initialize` gives for seed k. For
    networks without typed numbers whose initializers read no data.

    Raises
    ------
    Cancelled
        Where `cancelled` says so, checked per layer.
    """
    fans = [(network.fan_in(number), layer) for number, layer in enumerate(network.layers, 1)]
    streams = ManyStreams(seeds, [(layer.id, fan_in) for fan_in, layer in fans])
    weights: list[Array] = []
    biases: list[Array] = []
    for fan_in, layer in fans:
        check_cancelled(cancelled)
        for choice, role, columns, found in (
            (layer.weights, Role.WEIGHTS, fan_in, weights),
            (layer.bias, Role.BIAS, 1, biases),
        ):
            source = partial(Source, layer_id=layer.id, role=role, streams=streams)
            stack = _stack(choice, seeds, source, (layer.units, columns), fan_in, draws, dtype)
            found.append(stack)
        biases[-1] = biases[-1][..., 0]
    return tuple(weights), tuple(biases)


def _stack(
    choice: Choice,
    seeds: Sequence[int],
    source: Callable[[int], Source],
    shape: tuple[int, int],
    fan_in: int,
    draws: UnitDraws,
    dtype: npt.DTypeLike,
) -> Array:
    """scale × unit draw for each seed, (S, *shape)."""
    initializer = initializer_of(choice)
    options = resolved_options(choice, initializer.options)
    scale = initializer.scale(fan_in, shape[0], **options)
    stack = np.empty((len(seeds), *shape), dtype)
    if initializer.family.random:
        units = draws.units(initializer, seeds, source, *shape, options)
        np.multiply(scale, units, out=stack, casting="same_kind")
    else:
        stack[...] = scale * draws.unit(initializer, source(seeds[0]), *shape, options)
    stack.setflags(write=False)
    return stack
