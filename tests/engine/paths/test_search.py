"""Claims about the dynamic program: the same paths and the same sums as plain enumeration."""

from __future__ import annotations

import itertools
import math

import numpy as np
import pytest

from gradsim.engine.paths.search import Frontier, Origins, start, through
from gradsim.engine.scaled_numbers import ScaledNumber, normalized


def search(
    cost: np.ndarray, matrices: list[np.ndarray], keep: int
) -> tuple[Frontier, list[Origins]]:
    frontier = start(*normalized(cost))
    origins = []
    for matrix in matrices:
        frontier, came_from = through(frontier, *normalized(matrix), keep)
        origins.append(came_from)
    return frontier, origins


def enumerated(cost: np.ndarray, matrices: list[np.ndarray], unit: int) -> dict[tuple, float]:
    widths = [matrix.shape[0] for matrix in matrices]
    products = {}
    for nodes in itertools.product(*map(range, widths)):
        product = cost[nodes[0]]
        for matrix, above, below in zip(matrices, nodes, [*nodes[1:], unit], strict=True):
            product = product * matrix[above, below]
        products[nodes] = product
    return products


def nodes_of(origins: list[Origins], unit: int, place: int) -> tuple[int, ...]:
    nodes = []
    for step in reversed(origins):
        unit, place = int(step.nodes[unit, place]), int(step.places[unit, place])
        nodes.append(unit)
    return tuple(reversed(nodes))


def floats(mantissas: np.ndarray, exponents: np.ndarray) -> list[float]:
    return [ScaledNumber(float(m), int(e)).value for m, e in zip(mantissas, exponents, strict=True)]


@pytest.mark.parametrize("keep", [1, 2, 7, 40, 500])
@pytest.mark.parametrize("seed", range(6))
def test_the_kept_paths_are_the_greatest_of_all_and_the_rest_is_all_others(
    seed: int, keep: int
) -> None:
    random = np.random.default_rng(seed)
    widths = random.integers(1, 6, size=5)
    cost = random.normal(size=widths[0])
    matrices = [random.normal(size=pair) for pair in itertools.pairwise(widths)]
    for matrix in matrices[::2]:
        matrix[random.random(matrix.shape) < 0.3] = 0.0
    frontier, origins = search(cost, matrices, keep)
    for unit in range(widths[-1]):
        products = enumerated(cost, matrices, unit)
        ranked = sorted(map(abs, products.values()), reverse=True)
        found = floats(frontier.mantissas[unit], frontier.exponents[unit])
        assert frontier.count == len(products)
        assert np.abs(found) == pytest.approx(ranked[: len(found)], rel=1e-13)
        assert len(found) == min(keep, len(products))
        names = [nodes_of(origins, unit, place) for place in range(len(found))]
        assert len(set(names)) == len(names)
        assert [products[name] for name in names] == pytest.approx(found, rel=1e-13)
        others = math.fsum(value for name, value in products.items() if name not in names)
        rest = ScaledNumber(
            float(frontier.rest_mantissas[unit]), int(frontier.rest_exponents[unit])
        )
        assert rest.value == pytest.approx(others, rel=1e-11, abs=1e-13)


def test_equal_paths_are_each_counted_once() -> None:
    cost = np.ones(3)
    matrices = [np.ones((3, 3)), -np.ones((3, 3)), np.ones((3, 1))]
    frontier, origins = search(cost, matrices, keep=5)
    names = {nodes_of(origins, 0, place) for place in range(5)}
    assert len(names) == 5
    assert floats(frontier.mantissas[0], frontier.exponents[0]) == [-1.0] * 5
    assert floats(frontier.rest_mantissas, frontier.rest_exponents) == [-22.0]


def test_products_far_below_float_range_keep_their_order_and_sum() -> None:
    layers = 400
    cost = np.array([1.0, -0.5])
    matrices = [np.array([[0.011, 0.007], [0.005, 0.013]])] * layers
    frontier, _ = search(cost, matrices, keep=3)
    mantissas, exponents = frontier.mantissas[0], frontier.exponents[0]
    best = ScaledNumber(float(mantissas[0]), int(exponents[0]))
    # From unit 1 over to unit 2, where staying costs least, and back out at the very end.
    expected = math.log10(0.007) + (layers - 2) * math.log10(0.013) + math.log10(0.005)
    assert best.value == 0.0
    assert best.log10_abs == pytest.approx(expected, rel=1e-12)
    whole = np.array([1.0, -0.5])
    exponent = 0
    for matrix in matrices:
        whole = whole @ matrix
        whole, exponent = whole * 2.0**6, exponent - 6
    listed = sum(
        math.ldexp(float(m), int(e) - exponent) for m, e in zip(mantissas, exponents, strict=True)
    )
    rest = math.ldexp(float(frontier.rest_mantissas[0]), int(frontier.rest_exponents[0]) - exponent)
    assert listed + rest == pytest.approx(whole[0], rel=1e-11)


def test_wide_layers_are_worked_through_in_blocks_without_a_seam() -> None:
    random = np.random.default_rng(3)
    cost = random.normal(size=60)
    matrix = random.normal(size=(60, 700))
    frontier, origins = search(cost, [matrix], keep=50)
    products = np.abs(cost[:, None] * matrix)
    best = -np.sort(-products, axis=0)[:50].T
    assert np.ldexp(
        np.abs(frontier.mantissas), frontier.exponents.astype(np.int32)
    ) == pytest.approx(best)
    signed = cost[origins[0].nodes] * matrix[origins[0].nodes, np.arange(700)[:, None]]
    assert np.abs(signed) == pytest.approx(best)
