"""Claims about adding, copying, deleting and moving whole layers."""

from __future__ import annotations

import pytest

from tests.viewmodels.builder.conftest import Builder


def test_add_puts_a_copy_of_the_last_hidden_layer_before_the_output(builder: Builder) -> None:
    output = builder.project.output
    last_hidden = builder.project.layers[-2]
    builder.actions.add()
    assert len(builder.ids) == 6
    assert builder.project.output == output
    made = builder.project.layers[-2]
    assert (made.units, made.activation) == (last_hidden.units, last_hidden.activation)
    assert builder.selection.layer_ids == (made.id,)


def test_every_action_is_one_undo_step_that_can_be_taken_back(builder: Builder) -> None:
    start = builder.project
    builder.actions.add()
    builder.actions.insert_before(builder.ids[0])
    builder.actions.insert_after(builder.ids[1])
    builder.actions.duplicate(builder.ids[1:3])
    builder.actions.move_down(builder.ids[:2])
    builder.actions.delete(builder.ids[:1])
    assert builder.undo_all() == 6
    assert builder.project == start


def test_insert_before_and_after_stand_where_they_say(builder: Builder) -> None:
    second = builder.ids[1]
    builder.actions.insert_before(second)
    assert builder.ids[2] == second
    builder.actions.insert_after(second)
    assert builder.ids.index(second) == 2
    assert builder.selection.layer_ids == (builder.ids[3],)


def test_duplicates_are_selected(builder: Builder) -> None:
    known = set(builder.ids)
    builder.actions.duplicate(builder.ids[:2])
    assert set(builder.selection.layer_ids) == set(builder.ids) - known
    assert len(builder.ids) == 7


def test_the_last_layer_of_all_cannot_be_deleted_and_the_refusal_says_so(builder: Builder) -> None:
    start = builder.project
    builder.actions.delete(builder.ids)
    assert builder.project is start
    problem = builder.editor.problem("layers")
    assert problem is not None
    assert "at least one layer" in problem.reason


def test_a_refusal_goes_with_the_next_edit(builder: Builder) -> None:
    builder.actions.delete(builder.ids)
    builder.actions.add()
    assert builder.editor.problem("layers") is None


@pytest.mark.parametrize(
    ("moved", "position", "order"),
    [
        ([1], 0, [1, 0, 2, 3, 4]),
        ([0], 2, [1, 0, 2, 3, 4]),
        ([0, 2], 4, [1, 3, 0, 2, 4]),
        ([3], 5, [0, 1, 2, 4, 3]),
    ],
)
def test_layers_move_in_front_of_a_place_and_stay_selected(
    builder: Builder, moved: list[int], position: int, order: list[int]
) -> None:
    before = builder.ids
    assert builder.actions.move_before([before[row] for row in moved], position)
    assert builder.ids == tuple(before[row] for row in order)
    assert builder.selection.layer_ids == tuple(
        each for each in builder.ids if each in {before[row] for row in moved}
    )


def test_moving_up_at_the_top_and_down_at_the_bottom_changes_nothing(builder: Builder) -> None:
    start = builder.project
    builder.actions.move_up(builder.ids[:2])
    builder.actions.move_down(builder.ids[-2:])
    assert builder.project is start
    assert builder.undo_all() == 0


def test_moving_up_and_down_again_restores_the_order(builder: Builder) -> None:
    before = builder.ids
    builder.actions.move_up([before[2]])
    assert builder.ids == (before[0], before[2], before[1], before[3], before[4])
    builder.actions.move_down([before[2]])
    assert builder.ids == before


def test_softmax_cannot_be_moved_inward(builder: Builder) -> None:
    builder.select(5)
    builder.inspector.set_units(3)
    builder.inspector.choose("activation", "softmax")
    before = builder.ids
    builder.actions.move_up([before[-1]])
    assert builder.ids == before
    problem = builder.editor.problem("layers")
    assert problem is not None
    assert "softmax" in problem.reason.lower()


def test_redraw_forgets_typed_numbers(mazur: Builder) -> None:
    assert mazur.actions.any_typed(mazur.ids)
    mazur.actions.redraw(mazur.ids)
    assert not mazur.actions.any_typed(mazur.ids)
