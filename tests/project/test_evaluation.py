"""A project becomes numbers: once per project, by scope, the same sample alike in both scopes."""

from __future__ import annotations

import operator

import numpy as np
import pytest

from gradsim.engine import Cancelled
from gradsim.engine.initialization import initialize
from gradsim.engine.options import Choice
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


@pytest.mark.parametrize("name", ["first_look", "fifty_layers", "mazur", "digits_classifier"])
def test_an_edit_of_one_layer_leaves_the_draws_of_the_others_and_changes_no_bit(name: str) -> None:
    project = preset(name)
    first = project.layers[0].id
    redrawn = edits.redraw_layers(project, first)
    for edited in (
        edits.set_units(project, first, 7) if name == "fifty_layers" else project,
        edits.set_activation(project, first, Choice("relu")),
        edits.set_bias(redrawn, first, Choice("normal")),
    ):
        materialize(project)
        after = materialize(edited).parameters
        anew = initialize(edited.network, edited.seed, typed=edited.parameters)
        for got, wanted in zip(
            (*after.weights, *after.biases), (*anew.weights, *anew.biases), strict=True
        ):
            np.testing.assert_array_equal(got, wanted)
            assert not got.flags.writeable


def test_layers_that_an_edit_leaves_alone_share_their_numbers() -> None:
    project = preset("fifty_layers")
    before = materialize(project).parameters
    after = materialize(edits.set_gain(project, project.layers[0].id, 1.5)).parameters
    np.testing.assert_allclose(after.weights[0], 1.5 * before.weights[0], rtol=1e-15)
    assert all(map(operator.is_, before.weights[1:], after.weights[1:]))


def test_another_seed_shares_nothing() -> None:
    project = preset("fifty_layers")
    before = materialize(project).parameters
    after = materialize(edits.new_draw(project)).parameters
    assert not np.array_equal(before.weights[5], after.weights[5])


def test_lsuv_reads_the_layers_before_it_after_an_edit_of_one_of_them() -> None:
    project = edits.set_weights(
        preset("fifty_layers"), preset("fifty_layers").layers[9].id, Choice("lsuv")
    )
    materialize(project)
    edited = edits.set_gain(project, project.layers[0].id, 0.5)
    after = materialize(edited)
    anew = initialize(edited.network, edited.seed, inputs=after.inputs)
    np.testing.assert_array_equal(after.parameters.weights[9], anew.weights[9])
