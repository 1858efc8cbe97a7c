"""The k strongest paths through layered products, and the sum of all others, by dynamic program.

A path multiplies one local derivative per layer. Walking from the cost down, every unit keeps the
k greatest products that reach it (a path that is among the k best overall is among the k best of
every unit on its way) and, apart, what all its other paths add up to. One layer costs
O(fan_out · fan_in + k² · fan_in), whatever the number of paths.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
from msgspec import Struct

from gradsim.engine.scaled_numbers import (
    Exponents,
    Mantissas,
    normalized,
    scaled_sum,
    sort_keys,
)

Indices = npt.NDArray[np.intp]

# Entries of one block of candidates: holds the memory of a wide layer to tens of megabytes.
_BLOCK = 1_000_000


class Frontier(Struct, frozen=True, eq=False):
    """What has reached each unit of one layer, walking down from C.

    mantissas, exponents : (units, kept) the greatest products, in falling order of magnitude.
    rest_mantissas, rest_exponents : (units,) what the other paths to that unit add up to.
    count : how many paths reach each unit, kept or not.
    """

    mantissas: Mantissas
    exponents: Exponents
    rest_mantissas: Mantissas
    rest_exponents: Exponents
    count: int


class Origins(Struct, frozen=True, eq=False):
    """Where each kept product of a layer came from, one layer up: (units, kept) each.

    nodes : the unit (from 0) above; places : which of that unit's kept products.
    """

    nodes: Indices
    places: Indices


def start(mantissas: Mantissas, exponents: Exponents) -> Frontier:
    """One path of one factor per unit: ∂C/∂a^(L), (units,)."""
    first, shifts = normalized(mantissas, exponents)
    nothing, shifts_of_nothing = normalized(np.zeros(first.shape))
    return Frontier(first[:, None], shifts[:, None], nothing, shifts_of_nothing, 1)


def times_each(frontier: Frontier, mantissas: Mantissas, exponents: Exponents) -> Frontier:
    """Multiply every unit's products by that unit's own factor, (units,): an elementwise f′."""
    products = normalized(
        frontier.mantissas * mantissas[:, None], frontier.exponents + exponents[:, None]
    )
    rest = normalized(frontier.rest_mantissas * mantissas, frontier.rest_exponents + exponents)
    return Frontier(*products, *rest, frontier.count)


def through(
    frontier: Frontier, mantissas: Mantissas, exponents: Exponents, keep: int
) -> tuple[Frontier, Origins]:
    """Fan out through a matrix of local derivatives, (units above, units below).

    Every unit below is reached from every unit above; its `keep` greatest products stay, and
    the others join its rest.
    """
    above, held = frontier.mantissas.shape
    count = frontier.count * above
    kept = min(keep, above * held)
    tails = _tail_sums(frontier)
    width = max(1, _BLOCK // (min(above, kept) * held + 4 * above))
    blocks = [
        _fan_out(
            frontier, tails, mantissas[:, low : low + width], exponents[:, low : low + width], kept
        )
        for low in range(0, mantissas.shape[1], width)
    ]
    parts = [np.concatenate(columns) for columns in zip(*blocks, strict=True)]
    products_m, products_e, rest_m, rest_e, nodes, places = parts
    return Frontier(products_m, products_e, rest_m, rest_e, count), Origins(nodes, places)


def merged(one: Frontier, other: Frontier, keep: int) -> tuple[Frontier, Origins]:
    """Two ways that end in the same units: each keeps the `keep` greatest products of both.

    In the origins the nodes say which way, 0 or 1. Of each way a head of its list stays, so that
    what is dropped is one of its tail sums.
    """
    mantissas = np.concatenate([one.mantissas, other.mantissas], axis=1)
    exponents = np.concatenate([one.exponents, other.exponents], axis=1)
    held = one.mantissas.shape[1]
    order = _greatest(sort_keys(mantissas, exponents), min(keep, mantissas.shape[1]))
    rows = np.arange(len(mantissas))
    sides = (order >= held).astype(np.intp)
    second = sides.sum(axis=1)
    taken = order.shape[1] - second, second
    tails = [
        (sums[0][rows, count], sums[1][rows, count])
        for sums, count in zip((_tail_sums(one), _tail_sums(other)), taken, strict=True)
    ]
    mantissa_tails, exponent_tails = (np.stack([each[part] for each in tails]) for part in (0, 1))
    rest = normalized(*scaled_sum(mantissa_tails, exponent_tails, axis=0))
    products = mantissas[rows[:, None], order], exponents[rows[:, None], order]
    found = Frontier(*products, *rest, one.count + other.count)
    return found, Origins(sides, order - held * sides)


def _tail_sums(frontier: Frontier) -> tuple[Mantissas, Exponents]:
    """(units, kept + 1): column m is the rest plus all kept products from the m-th on."""
    units, held = frontier.mantissas.shape
    mantissas = np.empty((units, held + 1))
    exponents = np.empty((units, held + 1), dtype=np.int64)
    mantissas[:, held], exponents[:, held] = frontier.rest_mantissas, frontier.rest_exponents
    for place in range(held - 1, -1, -1):
        pair_m = np.stack([mantissas[:, place + 1], frontier.mantissas[:, place]])
        pair_e = np.stack([exponents[:, place + 1], frontier.exponents[:, place]])
        mantissas[:, place], exponents[:, place] = normalized(*scaled_sum(pair_m, pair_e, axis=0))
    return mantissas, exponents


def _fan_out(
    frontier: Frontier,
    tails: tuple[Mantissas, Exponents],
    mantissas: Mantissas,
    exponents: Exponents,
    kept: int,
) -> tuple[Mantissas, Exponents, Mantissas, Exponents, Indices, Indices]:
    """One block of units below: their products, rests and origins, each (below, …)."""
    above, below = mantissas.shape
    held = frontier.mantissas.shape[1]
    parents = _likely_parents(frontier, mantissas, exponents, min(above, kept))
    columns = np.arange(below)[:, None]
    shape = (below, parents.shape[1] * held)
    candidates_m, candidates_e = normalized(
        (frontier.mantissas[parents] * mantissas[parents, columns][:, :, None]).reshape(shape),
        (frontier.exponents[parents] + exponents[parents, columns][:, :, None]).reshape(shape),
    )
    order = _greatest(sort_keys(candidates_m, candidates_e), kept)
    nodes = parents[columns, order // held]
    taken = np.zeros((below, above), dtype=np.intp)
    np.add.at(taken, (np.broadcast_to(columns, nodes.shape), nodes), 1)
    units = np.arange(above)[:, None]
    rest = normalized(
        *scaled_sum(
            tails[0][units, taken.T] * mantissas, tails[1][units, taken.T] + exponents, axis=0
        )
    )
    products = candidates_m[columns, order], candidates_e[columns, order]
    return *products, *rest, nodes, order % held


def _greatest(keys: npt.NDArray[np.float64], number: int) -> Indices:
    """(rows, number) positions of each row's greatest keys, in falling order.

    Of equal keys the earlier goes first: what is kept of each parent is then the head of its
    list, and what is dropped one of its tail sums.
    """
    keys = np.where(np.isnan(keys), np.inf, keys)
    rows, columns = keys.shape
    if number < columns:
        least = np.partition(keys, columns - number, axis=1)[:, columns - number, None]
        above, level = keys > least, keys == least
        room = number - above.sum(axis=1, keepdims=True)
        kept = above | (level & (level.cumsum(axis=1) <= room))
        positions = np.nonzero(kept)[1].reshape(rows, number)
    else:
        positions = np.broadcast_to(np.arange(columns), (rows, columns))
    chosen = np.take_along_axis(keys, positions, axis=1)
    order = np.argsort(-chosen, axis=1, kind="stable")
    return np.take_along_axis(positions, order, axis=1)


def _likely_parents(
    frontier: Frontier, mantissas: Mantissas, exponents: Exponents, number: int
) -> Indices:
    """(below, number) units above whose greatest product is among the greatest, by index.

    The k greatest candidates of a unit lie in the lists of the k parents with the greatest heads.
    """
    above, below = mantissas.shape
    if number >= above:
        return np.broadcast_to(np.arange(above), (below, above))
    heads = normalized(frontier.mantissas[:, :1] * mantissas, frontier.exponents[:, :1] + exponents)
    chosen = np.argpartition(-sort_keys(*heads), number - 1, axis=0)[:number]
    return np.sort(chosen, axis=0).T
