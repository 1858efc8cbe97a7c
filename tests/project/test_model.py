"""A project is compared by value, so that undo and "modified" can trust it."""

from __future__ import annotations

import numpy as np
import pytest
from msgspec.structs import replace

from gradsim.engine.network import Layer, Network
from gradsim.engine.options import Choice
from gradsim.engine.problems import Problem
from gradsim.project import edits
from gradsim.project.model import MAXIMUM_ID, DataSource, Project, new_ids, with_ids
from gradsim.project.presets import preset


def test_two_builds_of_a_preset_are_equal_and_hash_alike() -> None:
    assert preset("mazur") == preset("mazur")
    assert hash(preset("mazur")) == hash(preset("mazur"))


def test_one_typed_digit_makes_a_difference() -> None:
    project = preset("mazur")
    changed = edits.set_weight(project, 1, 1, 1, 0.15000000000000002)
    assert changed != project
    assert edits.set_weight(changed, 1, 1, 1, 0.15) == project


@pytest.mark.parametrize(
    "change",
    [
        lambda p: edits.set_title(p, "other"),
        lambda p: edits.set_seed(p, 8),
        lambda p: edits.set_units(p, 1, 4),
        lambda p: edits.set_data_option(p, "samples", 65),
        lambda p: edits.set_cost(p, "half_squared_error"),
        lambda p: edits.set_weight(p, 1, 1, 1, 0.5),
    ],
)
def test_every_part_counts_in_the_comparison(change) -> None:
    project = preset("first_look")
    assert change(project) != project


def test_an_option_that_restates_its_default_changes_nothing() -> None:
    project = preset("first_look")
    restated = edits.set_weights(project, 1, Choice.of("glorot_normal", gain=1.0))
    assert restated == project
    assert DataSource.of("gaussian", samples=64) == DataSource.of("gaussian")


def test_a_project_is_not_equal_to_something_else() -> None:
    assert preset("mazur") != "mazur"


def test_missing_parameter_entries_mean_drawn_layers() -> None:
    network = Network(2, (Layer(3, id=1), Layer(1, id=2)))
    project = Project("", 0, network, (), DataSource.of("gaussian"))
    assert project.parameters == (None, None)


def test_a_project_cannot_be_changed_in_place() -> None:
    project = preset("mazur")
    with pytest.raises(AttributeError):
        project.seed = 8  # type: ignore[misc]
    typed = project.parameters[0]
    assert typed is not None
    with pytest.raises(ValueError, match="read-only"):
        typed.weights[0, 0] = 1.0


def test_ids_are_assigned_where_absent_and_kept_where_given() -> None:
    layers = with_ids([Layer(1, id=0), Layer(1, id=2), Layer(1), Layer(1, id=7)])
    assert [layer.id for layer in layers] == [1, 2, 3, 7]


def test_an_id_that_stands_twice_is_refused_at_its_place() -> None:
    with pytest.raises(Problem) as caught:
        with_ids([Layer(1, id=3), Layer(1), Layer(1, id=3)])
    assert caught.value.place == "network.layers[2].id"


def test_a_new_layer_never_takes_a_living_id() -> None:
    project = preset("first_look")
    assert next(new_ids(project)) == 6
    assert next(new_ids(edits.move_layer(project, 5, 0))) == 6
    layers = (*project.layers[:-1], replace(project.output, id=MAXIMUM_ID))
    full = replace(project, network=replace(project.network, layers=layers))
    assert edits.duplicate_layers(full, [1, 2]).layer_ids == (1, 5, 2, 6, 3, 4, MAXIMUM_ID)


def test_a_layer_is_found_by_its_id_or_refused() -> None:
    project = edits.move_layer(preset("first_look"), 1, 2)
    assert project.layer_ids == (2, 3, 1, 4, 5)
    assert project.index_of(1) == 2
    with pytest.raises(Problem, match="99"):
        project.index_of(99)


def test_typed_arrays_of_another_shape_are_different() -> None:
    project = preset("mazur")
    typed = project.parameters[0]
    flat = replace(typed, weights=np.array([[0.15, 0.20]]))
    assert replace(project, parameters=(flat, project.parameters[1])) != project
