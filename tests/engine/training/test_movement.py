"""How far layers have gone from their start, also at both ends of float64."""

from __future__ import annotations

import numpy as np

from gradsim.engine.initialization import Parameters
from gradsim.engine.training.movement import FirstMoves, log10_movement


def parameters(*weights: float) -> Parameters:
    return Parameters(
        tuple(np.array([[each]]) for each in weights), tuple(np.zeros(1) for _ in weights)
    )


def test_movement_is_the_distance_in_units_of_the_start() -> None:
    found = log10_movement(parameters(1.1, 2.0, 1e-3, 0.0), parameters(1.0, 2.0, 0.0, 0.0))
    np.testing.assert_allclose(found[0], -1.0)
    assert found[1] == -np.inf, "not at all"
    assert found[2] == np.inf, "from 0 to anything"
    assert found[3] == -np.inf, "from 0 to 0"


def test_the_first_step_is_kept_for_every_share_and_layer() -> None:
    firsts = FirstMoves(parameters(1.0, 4.0), (0.01, 0.1))
    firsts.look(1, parameters(1.001, 4.0))
    assert firsts.steps.tolist() == [[0, 0], [0, 0]]
    firsts.look(2, parameters(1.02, 4.0))
    assert firsts.steps.tolist() == [[2, 0], [0, 0]]
    firsts.look(3, parameters(1.0, 4.5))
    assert firsts.steps.tolist() == [[2, 3], [0, 3]], "two shares can be passed in one step"
    firsts.look(4, parameters(1.5, 9.0))
    assert firsts.steps.tolist() == [[2, 3], [4, 3]]


def test_shares_hold_where_squares_leave_float64() -> None:
    firsts = FirstMoves(parameters(1e-200, 1e200, 1.0), (0.01, 0.1))
    firsts.look(1, parameters(1.02e-200, 1.02e200, 1.0 + 1e-180))
    assert firsts.steps.tolist() == [[1, 1, 0], [0, 0, 0]]
    firsts.look(2, parameters(2e-200, 2e200, 1.0))
    assert firsts.steps[1].tolist() == [2, 2, 0]


def test_a_layer_that_began_at_zero_has_moved_once_it_is_not_zero() -> None:
    firsts = FirstMoves(parameters(0.0), (0.01, 0.1))
    firsts.look(1, parameters(0.0))
    firsts.look(2, parameters(1e-300))
    assert firsts.steps.tolist() == [[2], [2]]
