"""A run trains the open project off the window's thread, and its end is one undo step."""

from __future__ import annotations

import threading
from collections.abc import Iterator

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from gradsim.engine import Choice
from gradsim.engine.training import Plan, Trainer
from gradsim.project import edits
from gradsim.project.evaluation import materialize
from gradsim.project.model import Project
from gradsim.project.presets import preset
from gradsim.project.training import Run
from gradsim.viewmodels.document import Document
from gradsim.viewmodels.jobs import Outcome
from gradsim.viewmodels.messages import Message
from gradsim.viewmodels.training.run_state import RunState
from gradsim.viewmodels.training.session import TrainingSession

PROJECT = preset("first_look")
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


def numbers(project: Project) -> list[np.ndarray]:
    drawn = materialize(project).parameters
    return [*drawn.weights, *drawn.biases]


def test_the_window_shows_what_the_terminal_computes(session: TrainingSession) -> None:
    session.plan.choose("optimizer", "adam")
    session.plan.set_number("batch", 8)
    session.plan.set_number("validation", 0.25)
    stepped(session, 25)
    run = Run(PROJECT, Plan(Choice("adam"), batch=8, validation=0.25))
    run.advance(25)
    moment = session.moment
    assert moment is not None
    assert moment.steps == 25
    assert moment.scores == run.trainer.scores()
    np.testing.assert_array_equal(moment.column("batch_cost"), run.history.column("batch_cost"))
    gradients, steps = moment.gradients(100)
    np.testing.assert_array_equal(gradients, run.history.gradients)
    np.testing.assert_array_equal(steps, np.arange(1.0, 26.0))
    assert session.state is RunState.paused


def test_starting_goes_on_until_the_pause(session: TrainingSession, qtbot: QtBot) -> None:
    with qtbot.waitSignal(session.progressed, timeout=5000):
        session.start()
    assert session.state is RunState.running
    session.pause()
    session.finish()
    assert session.state is RunState.paused
    reached = session.steps
    assert reached > 0
    session.toggle()
    session.toggle()
    session.finish()
    assert session.steps >= reached


def test_an_epoch_ends_where_every_sample_was_seen(session: TrainingSession) -> None:
    session.plan.set_number("batch", 10)
    stepped(session, 2)
    session.epoch()
    session.finish()
    assert session.steps == 7
    session.epoch()
    session.finish()
    assert session.steps == 14


def test_a_slow_run_takes_one_step_at_a_time(session: TrainingSession) -> None:
    session.set_speed(100)
    stepped(session, 3)
    assert session.steps == 3


def test_taking_the_numbers_over_is_one_undo_step(
    session: TrainingSession, document: Document
) -> None:
    stepped(session, 10)
    moment = session.moment
    assert moment is not None
    session.take()
    assert document.undo_stack.count() == 1
    for array, other in zip(
        numbers(document.project), [*moment.parameters.weights, *moment.parameters.biases],
        strict=True,
    ):  # fmt: skip
        np.testing.assert_array_equal(array, other)
    assert not session.edited
    stepped(session, 5)
    assert session.steps == 15, "the run goes on from what it left"
    document.undo_stack.undo()
    assert document.project == PROJECT
    assert not session.edited, "the run goes on, whether its numbers are kept or not"
    stepped(session, 1)
    assert session.steps == 16


def test_an_edit_pauses_and_the_run_branches_or_is_discarded(
    session: TrainingSession, document: Document, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(session.progressed, timeout=5000):
        session.start()
    document.edit(EDIT, edits.set_activation(PROJECT, PROJECT.layer_ids[:-1], Choice("tanh")))
    session.finish()
    assert session.state is RunState.paused
    assert session.edited
    reached = session.moment
    assert reached is not None
    session.step()
    assert session.steps == reached.steps, "an edited run takes no step until it is decided"
    session.branch()
    assert session.state is RunState.idle
    np.testing.assert_array_equal(
        materialize(document.project).parameters.weights[0], reached.parameters.weights[0]
    )
    assert document.project.layers[0].activation.name == "tanh"
    stepped(session, 1)
    document.undo_stack.undo()
    assert session.edited
    session.reset()
    assert not session.edited
    assert session.moment is None


def test_a_branch_draws_the_layers_whose_shape_changed(
    session: TrainingSession, document: Document
) -> None:
    stepped(session, 5)
    document.edit(EDIT, edits.set_units(PROJECT, PROJECT.layer_ids[1], 5))
    session.branch()
    assert [typed is not None for typed in document.project.parameters] == [
        True, False, False, True, True,
    ]  # fmt: skip


def test_a_run_that_breaks_says_where_and_keeps_its_last_numbers(
    session: TrainingSession, document: Document
) -> None:
    document.load(edits.set_activation(PROJECT, PROJECT.layer_ids, Choice("identity")))
    session.plan.set_number("rate", 1e6)
    stepped(session, 500)
    assert session.state is RunState.broken
    moment = session.moment
    assert moment is not None
    assert moment.divergence is not None
    assert moment.divergence.step == moment.steps + 1
    session.start()
    assert session.state is RunState.broken
    session.take()
    assert all(np.isfinite(array).all() for array in numbers(document.project))


def test_data_that_cannot_be_loaded_are_told(
    session: TrainingSession, document: Document, monkeypatch: pytest.MonkeyPatch
) -> None:
    document.load(preset("mazur"))
    session.plan.set_number("validation", 0.99)
    stepped(session, 1)
    assert session.problem is not None
    assert session.state is RunState.idle


def test_the_layers_that_stand_still_are_known(
    session: TrainingSession, document: Document
) -> None:
    document.load(preset("zero_initialization"))
    session.plan.set_number("rate", 0.5)
    stepped(session, 3)
    moment = session.moment
    assert moment is not None
    assert moment.gradients(10)[0].shape == (3, moment.layers)
    assert np.isneginf(moment.gradients(10)[0][:, 0]).all()


def test_looking_back_shows_the_run_as_it_was_and_edits_nothing(
    session: TrainingSession, document: Document
) -> None:
    stepped(session, 30)
    session.look_back_to(12)
    session.finish()
    run = Run(PROJECT, Plan())
    run.advance(12)
    shown = session.shown
    assert shown is not None
    assert session.looking_back
    assert (shown.steps, session.steps) == (12, 30)
    assert shown.scores == run.trainer.scores()
    np.testing.assert_array_equal(shown.update_ratios, run.trainer.update_ratios())
    for one, other in zip(shown.parameters.weights, run.trainer.parameters.weights, strict=True):
        np.testing.assert_array_equal(one, other)
    assert document.open_project == PROJECT
    assert document.undo_stack.count() == 0
    assert not document.modified
    assert len(shown.rows) == 30, "the history stays whole"
    session.look_back(0)
    session.finish()
    assert session.shown is not None
    assert session.shown.steps == 0
    assert np.isneginf(session.shown.moved).all()
    session.look_back(10**6)
    assert session.shown is session.moment
    assert not session.looking_back


def test_the_moment_shown_is_taken_over_and_the_run_stays(
    session: TrainingSession, document: Document
) -> None:
    stepped(session, 20)
    session.look_back_to(7)
    session.finish()
    run = Run(PROJECT, Plan())
    run.advance(7)
    session.take()
    for one, other in zip(
        materialize(document.project).parameters.weights, run.trainer.parameters.weights,
        strict=True,
    ):  # fmt: skip
        np.testing.assert_array_equal(one, other)
    assert not session.edited
    stepped(session, 1)
    assert session.steps == 21
    assert session.shown is session.moment, "going on shows the newest again"


def test_another_run_begins_at_the_moment_shown_with_another_plan(
    session: TrainingSession, document: Document
) -> None:
    stepped(session, 20)
    session.look_back_to(5)
    session.finish()
    session.branch()
    assert session.state is RunState.idle
    assert document.undo_stack.count() == 1
    session.plan.set_number("rate", 0.5)
    stepped(session, 3)
    first = Run(PROJECT, Plan())
    first.advance(5)
    assert session.moment is not None
    for one, other in zip(
        session.moment.snapshots[0].parameters.weights, first.trainer.parameters.weights,
        strict=True,
    ):  # fmt: skip
        np.testing.assert_array_equal(one, other)


def test_one_can_look_back_while_the_run_goes_on(session: TrainingSession, qtbot: QtBot) -> None:
    stepped(session, 10)
    session.start()
    session.look_back_to(4)
    qtbot.waitUntil(lambda: session.shown is not None and session.shown.steps == 4, timeout=5000)
    qtbot.waitUntil(lambda: session.steps > 10, timeout=5000)
    shown = session.shown
    assert shown is not None
    assert session.moment is not None
    assert shown.steps == 4
    assert shown.rows is session.moment.rows, "the plots go on"
    session.pause()
    session.finish()


def test_a_reset_does_not_wait_for_the_step_in_hand(
    session: TrainingSession, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    entered, release = threading.Event(), threading.Event()
    step = Trainer.step

    def slow(trainer: Trainer) -> object:
        entered.set()
        assert release.wait(10)
        return step(trainer)

    monkeypatch.setattr(Trainer, "step", slow)
    session.start()
    assert entered.wait(10)
    session.reset()
    assert session.state is RunState.idle
    assert not release.is_set()
    session.step()
    assert session.state is RunState.running, "the next run waits its turn"
    release.set()
    session.finish()
    assert session.steps == 1


def test_another_file_ends_the_run_of_the_one_before(
    session: TrainingSession, document: Document
) -> None:
    stepped(session, 3)
    document.load(preset("mazur"))
    assert session.moment is None
    assert session.state is RunState.idle
    assert not session.edited


def test_an_unforeseen_error_leaves_the_session_ready(
    session: TrainingSession, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_trainer: Trainer) -> None:
        raise MemoryError

    with monkeypatch.context() as patched:
        patched.setattr(Trainer, "step", fail)
        session.start()
        with pytest.raises(MemoryError):
            session._end_job(Outcome(0, error=MemoryError()))
        session._jobs.cancel()
    assert session.state is RunState.idle
    stepped(session, 2)
    assert session.steps == 2


def test_a_network_of_zeros_that_gets_no_gradient_is_said_not_to_have_moved(
    session: TrainingSession, document: Document
) -> None:
    document.load(preset("zero_initialization"))
    stepped(session, 3)
    moment = session.moment
    assert moment is not None
    still = moment.still_layers()
    assert 1 in still
    assert all(not np.isnan(each) for each in moment.moved)


def test_a_run_that_was_reset_is_brought_back_and_goes_on_as_if_nothing_had_been(
    session: TrainingSession,
) -> None:
    stepped(session, 7)
    reached = session.moment
    session.reset()
    assert session.moment is None
    assert session.steps_dropped == 7
    session.bring_back()
    assert session.moment is reached
    session.finish()
    assert session.state is RunState.paused
    assert session.steps == 7
    stepped(session, 3)
    alone = Run(PROJECT, PROJECT.training)
    alone.advance(10)
    assert session.moment is not None
    for ours, theirs in zip(
        session.moment.parameters.weights, alone.trainer.parameters.weights, strict=True
    ):
        np.testing.assert_array_equal(ours, theirs)
    assert session.steps_dropped == 0


def test_a_run_that_was_reset_on_its_way_comes_back_where_it_had_come_to(
    session: TrainingSession, qtbot: QtBot
) -> None:
    session.start()
    qtbot.waitUntil(lambda: session.steps > 0, timeout=5000)
    seen = session.steps
    session.reset()
    session.bring_back()
    session.finish()
    assert session.state is RunState.paused
    assert session.steps >= seen


def test_another_run_or_another_project_ends_what_could_be_brought_back(
    session: TrainingSession, document: Document
) -> None:
    stepped(session, 3)
    session.reset()
    document.edit(EDIT, edits.set_units(PROJECT, PROJECT.layer_ids[1], 5))
    assert session.steps_dropped == 0
    session.bring_back()
    assert session.moment is None
    document.undo_stack.undo()
    assert session.steps_dropped == 3
    stepped(session, 1)
    assert session.steps_dropped == 0
    session.reset()
    assert session.steps_dropped == 1, "the newer one takes the place of the older"


def test_a_run_is_brought_back_when_its_project_is_opened_again(
    session: TrainingSession, document: Document
) -> None:
    stepped(session, 4)
    document.load(preset("single_neuron"), None)
    assert session.steps_dropped == 0
    document.load(PROJECT, None)
    assert session.steps_dropped == 4
    session.bring_back()
    session.finish()
    assert session.steps == 4
    assert not session.edited
