"""The numbers of a run in an edited project: put in where they fit, taken out where they stand."""

from __future__ import annotations

import numpy as np

from gradsim.engine import Choice
from gradsim.engine.initialization import Parameters
from gradsim.project import edits
from gradsim.project.model import Project, same_numbers
from gradsim.project.presets import preset
from gradsim.project.training import Run, branched, trained_project, without_trained

BEGAN = preset("first_look")
IDS = BEGAN.layer_ids


def reached() -> Parameters:
    run = Run(BEGAN)
    run.advance(5)
    return run.trainer.parameters


REACHED = reached()
TRAINED = trained_project(BEGAN, REACHED)


def holds_trained(project: Project) -> list[bool]:
    """Of each layer that the run had: whether it has what the run reached."""
    kept = dict(zip(project.layer_ids, project.parameters, strict=True))
    return [
        each in kept and same_numbers(kept[each], typed)
        for each, typed in zip(IDS, TRAINED.parameters, strict=True)
    ]


def test_another_activation_keeps_every_number() -> None:
    edited = edits.set_activation(BEGAN, IDS[:-1], Choice("tanh"))
    made = branched(edited, BEGAN, REACHED)
    assert holds_trained(made) == [True] * 5
    assert made.layers[0].activation.name == "tanh"


def test_layers_of_another_shape_are_drawn() -> None:
    edited = edits.set_units(BEGAN, IDS[1], 5)
    assert holds_trained(branched(edited, BEGAN, REACHED)) == [True, False, False, True, True]


def test_numbers_find_their_layer_where_others_were_deleted_or_added() -> None:
    shorter = edits.delete_layers(BEGAN, IDS[1])
    assert holds_trained(branched(shorter, BEGAN, REACHED)) == [True, False, True, True, True]
    longer = edits.duplicate_layers(BEGAN, IDS[1])
    assert holds_trained(branched(longer, BEGAN, REACHED)) == [True] * 5


def test_what_was_typed_meanwhile_stays() -> None:
    edited = edits.set_weight(BEGAN, IDS[0], 1, 1, 0.5)
    made = branched(edited, BEGAN, REACHED)
    assert holds_trained(made) == [False, True, True, True, True]
    typed = made.parameters[0]
    assert typed is not None
    assert typed.weights is not None
    assert typed.weights[0, 0] == 0.5


def test_a_layer_that_was_drawn_anew_meanwhile_stays_so() -> None:
    began = edits.set_weight(BEGAN, IDS[0], 1, 1, 0.5)
    run = Run(began)
    run.advance(2)
    edited = edits.redraw_layers(began, IDS[0])
    assert branched(edited, began, run.trainer.parameters).parameters[0] is None


def test_taking_the_numbers_out_leaves_the_edit_alone() -> None:
    edited = edits.set_activation(TRAINED, IDS[:-1], Choice("tanh"))
    without = without_trained(edited, BEGAN, REACHED)
    assert without == edits.set_activation(BEGAN, IDS[:-1], Choice("tanh"))
    typed = edits.set_weight(TRAINED, IDS[2], 1, 1, 0.5)
    without = without_trained(typed, BEGAN, REACHED)
    assert [each is not None for each in without.parameters] == [False, False, True, False, False]
    kept, trained = without.parameters[2], TRAINED.parameters[2]
    assert kept is not None
    assert trained is not None
    np.testing.assert_array_equal(kept.biases, trained.biases)
