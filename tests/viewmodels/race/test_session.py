"""The race off the window's thread: driven, watched, added to, and reset."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from msgspec.structs import replace
from PySide6.QtCore import QSettings
from pytestqt.qtbot import QtBot

from gradsim.engine import Choice
from gradsim.engine.training import Plan
from gradsim.project import edits
from gradsim.project.model import Project
from gradsim.project.presets import preset
from gradsim.project.training import Run
from gradsim.viewmodels.document import Document
from gradsim.viewmodels.messages import Message
from gradsim.viewmodels.race.entrants import Entrants
from gradsim.viewmodels.race.field_words import field_lines
from gradsim.viewmodels.race.session import RaceSession
from gradsim.viewmodels.race.tables import first_moves_table, score_table
from gradsim.viewmodels.race.track import RaceTrack
from gradsim.viewmodels.settings import Settings
from gradsim.viewmodels.training.plan_model import PlanModel
from gradsim.viewmodels.training.run_state import RunState

PROJECT = preset("first_look")
EDIT = Message.of("Edit", "an edit")


def with_activation(name: str) -> Project:
    return edits.set_activation(PROJECT, PROJECT.layer_ids[:-1], Choice(name))


TANH, RELU = with_activation("tanh"), with_activation("relu")
WILD = edits.set_activation(PROJECT, PROJECT.layer_ids, Choice("identity"))


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(QSettings(str(tmp_path / "s.ini"), QSettings.Format.IniFormat))


@pytest.fixture
def document(qapp: object) -> Document:
    return Document(PROJECT)


@pytest.fixture
def session(document: Document, settings: Settings) -> Iterator[RaceSession]:
    made = RaceSession(document, settings, Entrants())
    yield made
    made.shut_down()


def plan_is(
    session: RaceSession, settings: Settings, optimizer: str = "", **numbers: float
) -> Plan:
    """Set the plan as a person does in Train."""
    model = PlanModel(session.document, settings)
    if optimizer:
        model.choose("optimizer", optimizer)
    for name, value in numbers.items():
        model.set_number(name, value)
    return model.plan


def stepped(session: RaceSession, steps: int) -> None:
    session.step(steps)
    session.finish()


def test_the_window_shows_what_single_runs_compute(
    session: RaceSession, settings: Settings
) -> None:
    plan = plan_is(session, settings, "adam", rate=0.01, batch=8, validation=0.25)
    session.entrants.enter((TANH, RELU))
    stepped(session, 25)
    assert session.steps == 25
    assert session.state is RunState.paused
    for racer, project in zip(session.racing, (TANH, RELU), strict=True):
        alone = Run(project, plan)
        alone.advance(25)
        scores = alone.trainer.scores()
        assert racer.now("cost") == scores.cost
        assert racer.now("validation_cost") == scores.validation_cost
        assert np.isnan(racer.now("accuracy"))


def test_nobody_races_where_nobody_entered(session: RaceSession) -> None:
    session.start()
    session.step()
    assert session.state is RunState.idle


def test_it_goes_on_until_the_pause(session: RaceSession, qtbot: QtBot) -> None:
    session.entrants.enter((TANH, RELU))
    with qtbot.waitSignal(session.progressed, timeout=5000):
        session.start()
    assert session.state is RunState.running
    session.start()
    session.toggle()
    session.finish()
    assert session.state is RunState.paused
    assert {each.steps for each in session.racing} == {session.steps}
    reached = session.steps
    session.set_speed(100)
    stepped(session, 2)
    assert session.steps == reached + 2


def test_racers_run_on_data_and_seed_of_the_open_network(
    session: RaceSession, document: Document
) -> None:
    session.entrants.enter((replace(TANH, seed=1), replace(RELU, seed=2)))
    stepped(session, 3)
    alone = Run(TANH, Plan())
    alone.advance(3)
    assert session.racing[0].now("cost") == alone.trainer.scores().cost
    assert session.name(1) == "Tanh"
    assert session.name(2) == "ReLU", "seeds are the same for all, so no name has one"
    assert document.project is PROJECT


def test_other_data_or_another_plan_are_told_and_taken_by_the_next_race(
    session: RaceSession, settings: Settings, document: Document
) -> None:
    session.entrants.enter((TANH,))
    stepped(session, 1)
    assert not session.outdated
    plan_is(session, settings, rate=0.7)
    session.look_again()
    assert session.outdated
    assert session.field.plan == Plan()
    session.reset()
    assert session.field.plan.rate == 0.7
    assert "η = 0.7" in field_lines(session.field)[1]
    stepped(session, 1)
    document.edit(EDIT, edits.set_activation(document.project, PROJECT.layer_ids, Choice("tanh")))
    session.look_again()
    assert not session.outdated, "an edit of layers is none of the data"
    document.edit(EDIT, edits.set_seed(document.project, 4))
    session.look_again()
    assert session.outdated
    stepped(session, 1)
    assert session.steps == 2, "nothing is lost"


def test_who_comes_late_waits_and_who_leaves_is_not_seen(session: RaceSession) -> None:
    session.entrants.enter((TANH, RELU))
    stepped(session, 2)
    late = session.entrants.add(PROJECT)
    assert session.waits(late)
    assert [each.number for each in session.racing] == [1, 2]
    session.entrants.remove(1)
    assert [each.number for each in session.racing] == [2]
    stepped(session, 2)
    assert session.moment is not None
    assert [each.steps for each in session.moment.racers] == [2, 4]
    again = session.entrants.add(TANH)
    assert again.number == 1
    assert session.waits(again), "the number alone does not bring it back"
    session.entrants.clear()
    assert session.state is RunState.idle
    assert session.moment is None


def test_a_diverging_racer_is_out_and_the_last_one_ends_the_race(
    session: RaceSession, settings: Settings
) -> None:
    plan_is(session, settings, rate=3.0)
    session.entrants.enter((WILD, TANH))
    stepped(session, 400)
    broken, going = session.racing
    assert broken.divergence is not None
    assert broken.steps < going.steps == 400
    assert session.state is RunState.paused
    session.reset()
    plan_is(session, settings, rate=1e6)
    session.entrants.remove(2)
    session.start()
    session.finish()
    assert session.state is RunState.broken
    session.step()
    assert session.state is RunState.broken


def test_who_does_not_fit_the_data_says_so_and_the_others_race(session: RaceSession) -> None:
    session.entrants.enter((preset("digits_classifier"), TANH))
    stepped(session, 2)
    misfit, going = session.racing
    assert misfit.problem is not None
    assert going.steps == 2
    session.reset()
    session.entrants.remove(2)
    stepped(session, 1)
    assert session.state is RunState.broken


def test_a_racer_opens_in_the_builder_as_one_undo_step(
    session: RaceSession, document: Document
) -> None:
    session.entrants.enter((RELU,))
    session.load(1)
    assert document.project == RELU
    assert document.undo_stack.count() == 1


def test_the_share_is_remembered(
    session: RaceSession, document: Document, settings: Settings
) -> None:
    session.choose_share(0.1)
    other = RaceSession(document, settings, Entrants())
    assert other.share == 0.1
    other.shut_down()


def test_tables_hold_every_number(session: RaceSession) -> None:
    session.entrants.enter((TANH, RELU))
    stepped(session, 20)
    costs = score_table(session.racing, "cost")
    assert costs.headings == ("step", "cost_1", "cost_2")
    assert costs.rows[0][0] == 0
    assert costs.rows[-1] == (20, *(each.now("cost") for each in session.racing))
    firsts = first_moves_table(session.racing, 0.1)
    assert len(firsts.rows) == 5
    known = [each.first_moves(0.1)[4] for each in session.racing]
    assert firsts.rows[4] == (5, *(int(step) or None for step in known))


def test_a_moment_that_nobody_fetched_is_replaced_and_told_of_once(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(RaceTrack, "pause_after", lambda _track, _formed: 0.0)
    track = RaceTrack([(1, "squared_error", TANH)], Plan())
    told: list[RaceTrack] = []
    track.work(5, told.append, lambda: False)
    assert told == [track]
    moment = track.fetch()
    assert moment is not None
    assert moment.steps == 4, "the newest before the end"
    assert track.fetch() is None
