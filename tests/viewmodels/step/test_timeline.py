"""The timeline: a slot for each position, marks by family and layer, whole layers where many."""

from __future__ import annotations

import pytest

from gradsim.engine.options import Choice
from gradsim.project.presets import preset
from gradsim.viewmodels import words
from gradsim.viewmodels.step.timeline import MOST_MARKS, place_text, timeline
from gradsim.viewmodels.step.walk.steps import Family
from tests.viewmodels.step.conftest import OpenDesk
from tests.viewmodels.step.diagram.diagram_desk import project_of


def test_every_step_has_a_mark_of_its_family_and_side_branches_are_marked(
    open_desk: OpenDesk,
) -> None:
    desk = open_desk(preset("mazur"))
    desk.stepper.choose_lens("layer")
    line = timeline(desk.stepper.walk)
    assert [mark.family for mark in line.marks[:4]] == [
        Family.COST,
        Family.ACTIVATION,
        Family.LINEAR,
        Family.LINEAR,
    ]
    assert [mark.side_branch for mark in line.marks[:5]] == [False, False, True, True, False]
    assert [(run.layer, run.first, run.last) for run in line.runs] == [(2, 1, 5), (1, 6, 8)]


@pytest.mark.parametrize("count", [0, 1, 7, 3999])
def test_every_position_is_found_again_in_the_middle_of_its_slot(count: int) -> None:
    from gradsim.viewmodels.step.timeline import Timeline

    line = Timeline(count)
    for position in {0, 1, count // 2, count}:
        held = min(position, count)
        assert line.position_at(line.share_of(held)) == held
    assert line.position_at(-3.0) == 0
    assert line.position_at(7.0) == count


def test_very_many_steps_are_shown_as_layers(open_desk: OpenDesk) -> None:
    deep = project_of(1, *([1] * 120), activation="tanh", weights=Choice.of("he_normal"))
    desk = open_desk(deep)
    desk.stepper.choose_lens("layer")
    line = timeline(desk.stepper.walk)
    assert line.count > MOST_MARKS
    assert line.compressed
    assert len(line.marks) == 120
    assert all(mark.family is None for mark in line.marks)
    assert line.marks[0].first == 1
    assert line.marks[-1].last == line.count


def test_a_place_is_named_without_giving_away_its_number(open_desk: OpenDesk) -> None:
    desk = open_desk(preset("first_look"))
    told = words.text(place_text(desk.stepper.walk, 4))
    assert told == "Factor 4 of 7: ∂a₃⁽⁴⁾/∂z₃⁽⁴⁾, activation, layer 4"
    assert words.text(place_text(desk.stepper.walk, 0)) == "Start, before the 7 steps"
