"""Looking back shows everywhere and edits nothing; an edit meanwhile has three answers."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from gradsim.engine import Choice
from gradsim.project import edits
from gradsim.project.encoding import encode_project
from gradsim.project.evaluation import materialize
from gradsim.project.model import Project
from gradsim.project.presets import preset
from gradsim.project.training import Run, trained_project
from gradsim.viewmodels.document import Document
from gradsim.viewmodels.messages import Message
from gradsim.viewmodels.scope import Scope
from gradsim.viewmodels.simulation import Simulation
from gradsim.viewmodels.training.run_state import RunState
from gradsim.viewmodels.training.session import TrainingSession

PROJECT = preset("first_look")
IDS = PROJECT.layer_ids
EDIT = Message.of("Edit", "an edit")


@pytest.fixture
def document(qapp: object) -> Document:
    return Document(PROJECT)


@pytest.fixture
def session(document: Document) -> Iterator[TrainingSession]:
    made = TrainingSession(document)
    yield made
    made.shut_down()


def stepped(session: TrainingSession, steps: int) -> None:
    session.step(steps)
    session.finish()


def looked(session: TrainingSession, step: int) -> None:
    session.look_back_to(step)
    session.finish()


def after(steps: int, project: Project = PROJECT) -> Project:
    """What is expected of `project` after so many steps."""
    run = Run(project)
    run.advance(steps)
    return trained_project(project, run.trainer.parameters)


def with_tanh(project: Project) -> Project:
    return edits.set_activation(project, IDS[:-1], Choice("tanh"))


def test_a_step_that_is_looked_back_at_is_shown_and_the_file_stays(
    session: TrainingSession, document: Document
) -> None:
    before = encode_project(document.open_project)
    stepped(session, 30)
    looked(session, 12)
    assert document.project == after(12)
    assert document.step_back == 12
    assert encode_project(document.open_project) == before
    assert document.undo_stack.count() == 0
    assert not session.edited
    session.look_home()
    assert document.project is PROJECT
    assert document.step_back is None
    assert not session.looking_back


def test_the_start_is_the_open_project_itself(session: TrainingSession, document: Document) -> None:
    document.load(after(3))
    stepped(session, 5)
    looked(session, 0)
    assert session.looking_back
    assert document.step_back is None


def test_the_simulation_shows_the_numbers_of_that_step(
    session: TrainingSession, document: Document, qtbot: QtBot
) -> None:
    simulation = Simulation(document, Scope())
    stepped(session, 30)
    with qtbot.waitSignal(simulation.published, timeout=5000):
        session.look_back_to(12)
    assert simulation.result is not None
    run = Run(PROJECT)
    run.advance(12)
    for one, other in zip(
        simulation.result.materials.parameters.weights,
        run.trainer.parameters.weights,
        strict=True,
    ):
        np.testing.assert_array_equal(one, other)
    with qtbot.waitSignal(simulation.published, timeout=5000):
        session.look_home()
    assert simulation.result.project is PROJECT
    simulation.shut_down()
    session.finish()


def test_going_on_goes_home_first(session: TrainingSession, document: Document) -> None:
    stepped(session, 10)
    looked(session, 4)
    session.step()
    assert document.step_back is None
    session.finish()
    assert session.steps == 11
    looked(session, 4)
    session.reset()
    assert document.project is PROJECT


def test_a_branch_is_one_undo_step_and_undo_comes_back_to_the_run(
    session: TrainingSession, document: Document
) -> None:
    stepped(session, 20)
    newest = session.moment
    looked(session, 5)
    session.branch()
    assert document.open_project == after(5)
    assert document.undo_stack.count() == 1
    assert session.state is RunState.idle
    document.undo_stack.undo()
    assert session.state is RunState.paused
    assert session.moment is newest
    stepped(session, 1)
    assert session.steps == 21


def test_another_run_from_a_branch_gives_way_when_it_is_discarded(
    session: TrainingSession, document: Document
) -> None:
    stepped(session, 20)
    looked(session, 5)
    session.branch()
    stepped(session, 3)
    document.undo_stack.undo()
    assert session.edited
    session.discard()
    assert session.steps == 20, "the run that was left is there again"
    assert not session.edited
    session.reset()
    assert session.moment is None


def test_nothing_is_kept_before_the_moment_chosen_is_worked_out(
    session: TrainingSession, document: Document
) -> None:
    stepped(session, 20)
    looked(session, 7)
    session.look_back_to(9)
    assert not session.ready
    session.take()
    session.branch()
    assert document.undo_stack.count() == 0
    session.finish()
    session.take()
    assert document.open_project == after(9)
    assert not session.edited


def test_keeping_a_moment_is_one_undo_step_and_the_run_stays(
    session: TrainingSession, document: Document
) -> None:
    stepped(session, 20)
    looked(session, 7)
    session.take()
    assert document.open_project == after(7)
    assert document.undo_stack.count() == 1
    assert not session.edited
    document.undo_stack.undo()
    assert document.open_project == PROJECT
    assert not session.edited
    assert document.project == after(7), "the slider still stands there"
    session.look_home()
    stepped(session, 1)
    assert session.steps == 21


def test_an_edit_of_an_earlier_moment_has_its_numbers(
    session: TrainingSession, document: Document
) -> None:
    stepped(session, 20)
    looked(session, 5)
    document.edit(EDIT, edits.set_weight(document.project, IDS[0], 1, 1, 0.5))
    assert session.edited
    assert session.edited_back
    assert session.edited_at == 5
    expected = edits.set_weight(after(5), IDS[0], 1, 1, 0.5)
    assert document.open_project == expected
    session.branch()
    assert document.open_project == expected, "what was typed at that moment stays"
    assert document.undo_stack.count() == 1
    assert session.state is RunState.idle


def test_a_discarded_edit_of_an_earlier_moment_leaves_none_of_its_numbers(
    session: TrainingSession, document: Document
) -> None:
    stepped(session, 20)
    looked(session, 5)
    document.edit(EDIT, with_tanh(document.project))
    session.discard()
    assert document.open_project == with_tanh(PROJECT)
    assert session.moment is None


def test_cancelling_an_edit_of_an_earlier_moment_goes_back_there(
    session: TrainingSession, document: Document
) -> None:
    stepped(session, 20)
    looked(session, 5)
    document.edit(EDIT, with_tanh(document.project))
    document.edit(EDIT, edits.set_seed(document.project, 3))
    session.cancel_edit()
    assert document.open_project == PROJECT
    assert not session.edited
    assert (document.step_back, document.project) == (5, after(5))
    document.undo_stack.redo()
    assert session.edited_back


def test_an_edit_while_steps_are_taken_pauses_and_can_be_taken_back(
    session: TrainingSession, document: Document, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(session.progressed, timeout=5000):
        session.start()
    document.edit(EDIT, with_tanh(PROJECT))
    session.finish()
    assert session.state is RunState.paused
    session.cancel_edit()
    assert document.project == PROJECT
    here = session.steps
    stepped(session, 1)
    assert session.steps == here + 1


def test_undo_during_a_run_is_an_edit_that_is_done_again_by_cancelling(
    session: TrainingSession, document: Document
) -> None:
    document.edit(EDIT, with_tanh(PROJECT))
    stepped(session, 3)
    document.undo_stack.undo()
    assert session.edited
    session.cancel_edit()
    assert document.project == with_tanh(PROJECT)
    document.undo_stack.undo()
    document.edit(EDIT, edits.set_seed(document.project, 3))
    session.cancel_edit()
    assert document.project == with_tanh(PROJECT), "also where the history has let go of it"
    assert not session.edited


def test_a_discarded_run_takes_the_numbers_along_that_were_kept_of_it(
    session: TrainingSession, document: Document
) -> None:
    stepped(session, 3)
    session.take()
    document.edit(EDIT, with_tanh(document.project))
    session.discard()
    assert document.open_project == with_tanh(PROJECT)


def test_the_newest_moment_is_looked_at_without_an_edit(
    session: TrainingSession, document: Document
) -> None:
    stepped(session, 3)
    session.look_at_newest()
    assert document.open_project == PROJECT
    assert document.project != PROJECT, "the window shows the numbers reached"
    assert document.undo_stack.count() == 0
    session.look_home()
    assert document.project == PROJECT


def test_a_discarded_run_leaves_the_edit(session: TrainingSession, document: Document) -> None:
    stepped(session, 3)
    document.edit(EDIT, with_tanh(PROJECT))
    session.discard()
    assert document.project == with_tanh(PROJECT)
    assert document.undo_stack.count() == 1
    assert session.moment is None
    assert session.state is RunState.idle


def test_another_plan_is_an_edit_too_and_the_branch_goes_on_by_it(
    session: TrainingSession, document: Document
) -> None:
    stepped(session, 3)
    session.plan.set_number("rate", 0.5)
    assert session.edited
    assert session.project.training.rate == 0.1
    session.branch()
    stepped(session, 2)
    run = Run(edits.set_plan_number(after(3), "rate", 0.5))
    run.advance(2)
    assert session.moment is not None
    for one, other in zip(
        session.moment.parameters.weights, run.trainer.parameters.weights, strict=True
    ):
        np.testing.assert_array_equal(one, other)


def test_another_title_is_no_edit_of_the_run(session: TrainingSession, document: Document) -> None:
    stepped(session, 10)
    looked(session, 4)
    document.edit(EDIT, edits.set_title(document.open_project, "mine"))
    assert not session.edited
    assert document.step_back == 4
    assert document.project == edits.set_title(after(4), "mine")
    session.look_home()
    assert document.project == edits.set_title(PROJECT, "mine")


def test_while_an_edit_waits_looking_back_shows_the_run_alone(
    session: TrainingSession, document: Document
) -> None:
    stepped(session, 10)
    document.edit(EDIT, edits.set_units(PROJECT, IDS[1], 5))
    edited = document.project
    looked(session, 4)
    assert document.project is edited
    assert session.shown is not None
    assert session.shown.steps == 4
    session.branch()
    typed = document.project.parameters
    assert [each is not None for each in typed] == [True, False, False, True, True]
    np.testing.assert_array_equal(
        materialize(document.project).parameters.weights[0],
        materialize(after(4)).parameters.weights[0],
    )


def test_another_file_forgets_the_run_that_was_left(
    session: TrainingSession, document: Document
) -> None:
    stepped(session, 10)
    looked(session, 4)
    session.branch()
    document.load(PROJECT)
    assert session.moment is None
    assert session.state is RunState.idle


def test_undo_while_looking_back_leaves_the_banner_and_the_branch_one_step(
    session: TrainingSession, document: Document
) -> None:
    document.edit(EDIT, with_tanh(PROJECT))
    stepped(session, 20)
    looked(session, 5)
    document.undo_stack.undo()
    assert session.edited
    assert not session.edited_back, "undo is no edit of what was looked at"
    assert session.edited_at == 5
    session.branch()
    assert document.open_project.parameters == after(5, with_tanh(PROJECT)).parameters
    name = document.undo_name()
    assert name is not None
    assert name.arguments == {"steps": 5}


def test_the_slider_chooses_what_is_branched_off_while_an_edit_waits(
    session: TrainingSession, document: Document
) -> None:
    stepped(session, 20)
    document.edit(EDIT, with_tanh(PROJECT))
    assert session.edited_at == 20
    looked(session, 4)
    assert session.edited_at == 4
    session.branch()
    assert document.open_project == with_tanh(after(4))


def test_the_slider_does_not_move_an_edit_of_an_earlier_moment(
    session: TrainingSession, document: Document
) -> None:
    stepped(session, 20)
    looked(session, 5)
    document.edit(EDIT, with_tanh(document.project))
    looked(session, 12)
    assert (session.edited_back, session.edited_at) == (True, 5)
    session.branch()
    assert document.open_project == with_tanh(after(5))


def test_redo_of_an_edit_at_an_earlier_moment_knows_that_moment_again(
    session: TrainingSession, document: Document
) -> None:
    stepped(session, 20)
    looked(session, 5)
    document.edit(EDIT, with_tanh(document.project))
    document.undo_stack.undo()
    looked(session, 12)
    document.undo_stack.redo()
    assert (session.edited_back, session.edited_at) == (True, 5)
    document.undo_stack.undo()
    session.look_home()
    document.undo_stack.redo()
    assert (session.edited_back, session.edited_at) == (True, 5)


def test_undo_of_an_edit_in_an_earlier_run_is_no_edit_of_what_is_looked_at_now(
    session: TrainingSession, document: Document
) -> None:
    stepped(session, 10)
    looked(session, 5)
    document.edit(EDIT, with_tanh(document.project))
    session.reset()
    stepped(session, 8)
    looked(session, 3)
    document.undo_stack.undo()
    assert document.open_project == PROJECT
    assert session.edited
    assert not session.edited_back


def test_a_project_taken_in_while_looking_back_is_no_edit_of_that_moment(
    session: TrainingSession, document: Document
) -> None:
    stepped(session, 20)
    looked(session, 5)
    pinned = edits.set_weight(PROJECT, IDS[0], 1, 1, 0.5)
    document.take(EDIT, pinned, document.origin)
    assert document.open_project == pinned
    assert session.edited
    assert not session.edited_back
    assert session.edited_at == 5
    session.branch()
    typed = document.open_project.parameters
    assert typed[0] == pinned.parameters[0], "what was taken in stays"
    assert typed[1:] == after(5).parameters[1:]


def test_what_takes_the_window_home_takes_the_slider_along(
    session: TrainingSession, document: Document
) -> None:
    stepped(session, 20)
    looked(session, 5)
    document.take(EDIT, PROJECT, document.origin)
    assert document.undo_stack.count() == 0, "it was open already"
    assert document.step_back is None
    assert not session.looking_back
    assert session.shown is session.moment
