"""Copies stay copies under gradient descent, to the bit; one weight with noise sets them free."""

from __future__ import annotations

import numpy as np
import pytest

from gradsim.engine.backward import gradients
from gradsim.engine.cancellation import Cancelled
from gradsim.engine.forward import forward
from gradsim.engine.symmetry.drift import Drift, descend
from gradsim.project.edits import add_to_weight
from gradsim.project.evaluation import materialize
from gradsim.project.model import Project
from gradsim.project.presets import preset


def descended(project: Project, rate: float = 0.1, steps: int = 100) -> Drift:
    made = materialize(project)
    return descend(made.network, made.parameters, made.inputs, made.targets, rate, steps)


@pytest.mark.parametrize("name", ["constant_initialization", "zero_initialization"])
def test_equal_rows_stay_equal_to_the_bit(name: str) -> None:
    drift = descended(preset(name))
    assert drift.spreads.shape == (101, 4)
    assert not drift.spreads.any()
    assert drift.diverged is None


def test_equal_rows_learn_nevertheless() -> None:
    drift = descended(preset("constant_initialization"))
    assert drift.costs[-1] < drift.costs[0]


def test_noise_on_one_weight_sets_the_rows_free() -> None:
    project = preset("constant_initialization")
    noisy = add_to_weight(project, project.layer_ids[1], 2, 1, 0.01)
    drift = descended(noisy)
    assert drift.spreads[0].tolist() == pytest.approx([0.0, 0.01, 0.0, 0.0])
    assert drift.spreads[1, 0] > 0.0
    assert drift.spreads[-1, 0] > drift.spreads[1, 0]


def test_a_step_is_minus_rate_times_the_gradient() -> None:
    made = materialize(preset("first_look"))
    drift = descended(preset("first_look"), rate=0.5, steps=1)
    found = gradients(forward(made.network, made.parameters, made.inputs, made.targets))
    for layer, (before, after) in enumerate(
        zip(made.parameters.weights, drift.parameters.weights, strict=True), start=1
    ):
        np.testing.assert_array_equal(after, before - 0.5 * found.weight(layer))


def test_divergence_ends_it_and_says_when() -> None:
    drift = descended(preset("constant_initialization"), rate=1e200, steps=50)
    assert drift.diverged is not None
    assert drift.steps == drift.diverged


def test_no_step_leaves_everything_as_it_is() -> None:
    made = materialize(preset("first_look"))
    drift = descend(made.network, made.parameters, made.inputs, made.targets, 0.1, 0)
    assert drift.parameters is made.parameters
    assert drift.steps == 0


def test_it_can_be_cancelled() -> None:
    made = materialize(preset("first_look"))
    with pytest.raises(Cancelled):
        descend(
            made.network, made.parameters, made.inputs, made.targets, 0.1, 5,
            cancelled=lambda: True,
        )  # fmt: skip
