"""A project becomes numbers: once per project, by scope, the same sample alike in both scopes."""

from __future__ import annotations

import numpy as np
import pytest

from gradsim.engine import Cancelled
from gradsim.engine.problems import Problem
from gradsim.project import edits
from gradsim.project.evaluation import materialize, scoped_forward
from gradsim.project.presets import preset


def test_a_project_is_materialized_once() -> None:
    project = preset("first_look")
    assert materialize(project) is materialize(project)


def test_one_sample_is_the_row_of_the_batch() -> None:
    materials = materialize(preset("first_look"))
    batch = scoped_forward(materials, None)
    for sample in (1, 17, 64):
        alone = scoped_forward(materials, sample)
        assert alone.samples == 1
        np.testing.assert_allclose(
            alone.layers[-1].activation[0], batch.layers[-1].activation[sample - 1], rtol=1e-14
        )
        assert alone.sample_costs[0] == pytest.approx(batch.sample_costs[sample - 1], rel=1e-14)


def test_the_probe_of_a_sample_is_the_same_alone_and_in_the_batch() -> None:
    materials = materialize(edits.set_cost(preset("first_look"), "probe"))
    batch = scoped_forward(materials, None)
    alone = scoped_forward(materials, 5)
    assert alone.sample_costs[0] == pytest.approx(batch.sample_costs[4], rel=1e-14)


@pytest.mark.parametrize("sample", [0, -1, 65, 10**9])
def test_a_sample_that_is_not_there_is_refused(sample: int) -> None:
    with pytest.raises(Problem, match="from 1 to 64"):
        scoped_forward(materialize(preset("first_look")), sample)


def test_typed_numbers_are_what_is_computed_with() -> None:
    materials = materialize(preset("mazur"))
    np.testing.assert_array_equal(materials.parameters.weights[0], [[0.15, 0.2], [0.25, 0.3]])
    np.testing.assert_array_equal(materials.parameters.biases[1], [0.6, 0.6])


def test_cancelling_stops_between_layers() -> None:
    materials = materialize(preset("fifty_layers"))
    with pytest.raises(Cancelled):
        scoped_forward(materials, None, cancelled=lambda: True)
    with pytest.raises(Cancelled):
        materialize(edits.new_draw(preset("fifty_layers")), cancelled=lambda: True)
