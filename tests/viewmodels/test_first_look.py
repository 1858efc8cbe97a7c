"""What a first start and a blank project show."""

from __future__ import annotations

from math import isfinite
from pathlib import Path

import numpy as np
import pytest

from gradsim.project.file import read_project, write_project
from gradsim.project.model import Project
from gradsim.viewmodels.first_look import blank_project, example, remedied
from gradsim.viewmodels.simulation import simulate


def test_the_example_vanishes_and_its_remedy_holds_for_every_sample() -> None:
    def spread(project: Project, sample: int | None) -> float:
        layers = simulate(project, sample).measurement.layers
        return float(layers[-1].weight_gradient.log10_rms - layers[0].weight_gradient.log10_rms)

    remedy = remedied(example())
    assert spread(example(), 1) > 2
    assert spread(example(), None) > 2
    assert abs(spread(remedy, 1)) < 0.5
    assert abs(spread(remedy, None)) < 0.5
    assert all(isfinite(spread(remedy, sample)) for sample in range(1, 65))


def test_a_blank_project_can_be_computed_and_saved(tmp_path: Path) -> None:
    project = blank_project()
    result = simulate(project, 1)
    (weights,), (biases,) = result.materials.parameters.weights, result.materials.parameters.biases
    forward = result.forward
    output = 1.0 / (1.0 + np.exp(-(weights @ forward.inputs[0] + biases)))
    cost = float(np.sum((output - forward.targets[0]) ** 2))
    assert result.measurement.cost == pytest.approx(cost, rel=1e-12)
    assert cost > 0.1
    file = tmp_path / "blank.gradsim"
    write_project(project, file)
    assert read_project(file) == project
