"""Runs, looks back, challenges, undo and saving, in any order: what is told is what is so."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import pytest
from msgspec.structs import replace
from PySide6.QtCore import QSettings

from gradsim.engine import Choice
from gradsim.engine.training import Plan
from gradsim.project import edits
from gradsim.project.challenges import Challenge, Evidence, Stage
from gradsim.project.challenges.challenge import Means, Reading
from gradsim.project.model import Project
from gradsim.project.presets import preset
from gradsim.project.training import Run, branched, trained_project
from gradsim.viewmodels.commands import EditCommand, steps_of
from gradsim.viewmodels.settings import Settings
from tests.viewmodels.challenges.test_session import EDIT, Desk

PROJECT = preset("first_look")
IDS = PROJECT.layer_ids
WALKS, ACTS = 60, 150


class Walk:
    """A person who does anything at all, and a plain account of what must be true then."""

    def __init__(self, settings: Settings, folder: Path, seed: int) -> None:
        self.desk = Desk(settings)
        self.document, self.session = self.desk.document, self.desk.session
        self.training = self.desk.training
        self.chance, self.folder = np.random.default_rng(seed), folder
        self.evidence: list[Evidence] = []
        means: tuple[Means, ...] = ("measurement", "training")
        made = [self._challenge(name, each) for name in ("one", "other") for each in means]
        self.session.challenges = {each.name: each for each in made}
        self.begun: list[EditCommand] = []
        """The history up to where the network of the challenge was put in."""
        self.from_elsewhere: list[EditCommand] = []
        """The steps that took in another network than one that came of what was open."""
        self.of_challenges: list[Project] = []
        """What was made while a challenge was worked on, and never saved."""
        self.at_step: list[tuple[Project, int]] = []
        """What was edited while an earlier step of a run was looked at."""
        self.pins: list[tuple[Project, object, bool]] = []
        self.measured = False

    def _challenge(self, name: str, means: Means) -> Challenge:
        def goal(evidence: Evidence) -> tuple[Reading, ...]:
            self.evidence.append(evidence)
            number = float(len(self.evidence) - 1)
            return (Reading("cost", number, "below", -1.0, "number"),)

        name = f"{name} {means}"
        stage = Stage("task", means, (), goal, (), steps=8 if means == "training" else 0)
        start = edits.set_seed(PROJECT, 100 + len(name))
        return Challenge(name, name, lambda: start, (stage,), "reason", plan=Plan(rate=0.2))

    # what a person does --------------------------------------------------------------------------

    def edit(self) -> None:
        project = self.document.project
        which = int(self.chance.integers(4))
        if which == 0:
            project = edits.new_draw(project)
        elif which == 1:
            kind = ("tanh", "sigmoid", "relu")[self.chance.integers(3)]
            project = edits.set_activation(project, IDS[:-1], Choice(kind))
        elif which == 2:
            project = edits.set_weight(project, IDS[0], 1, 1, float(self.chance.normal()))
        else:
            project = edits.set_title(project, f"title {self.chance.integers(9)}")
        looked, edited = self.document.step_back, self.training.edited
        before = self.document.open_project
        self.document.edit(EDIT, project)
        changed = self.document.open_project is not before
        if looked is not None and changed and self.training.edited and not edited:
            self.at_step.append((self.document.open_project, looked))
            assert self.training.edited_back
            assert self.training.edited_at == looked

    def undo(self) -> None:
        self.document.undo_stack.undo()

    def redo(self) -> None:
        self.document.undo_stack.redo()

    def jump(self) -> None:
        stack = self.document.undo_stack
        stack.setIndex(int(self.chance.integers(stack.count() + 1)))

    def step(self) -> None:
        self.training.step(int(self.chance.integers(1, 5)))
        self.training.finish()

    def look(self) -> None:
        self.training.look_back_to(int(self.chance.integers(12)))
        if self.chance.random() < 0.8:
            self.training.finish()

    def look_home(self) -> None:
        self.training.look_home()

    def look_at_newest(self) -> None:
        self.training.look_at_newest()
        self.training.finish()

    def branch(self) -> None:
        training, document = self.training, self.document
        before, at = document.open_project, training.edited_at
        expected = before
        if training.ready and training.moment is not None:
            if training.edited_back:
                assert at == self.step_of(before)
            elif training.edited:
                numbers = self.after(training.project, at)
                expected = branched(before, training.project, numbers.trainer.parameters)
            elif training.looking_back:
                expected = document.project
                assert training.shown is not None
                at = training.shown.steps
        count = document.undo_stack.index()
        training.branch()
        assert document.open_project == expected
        name = document.undo_name()
        if document.undo_stack.index() > count:
            assert name is not None
            assert name.arguments == {"steps": at}

    def take(self) -> None:
        self.training.take()

    def discard(self) -> None:
        self.training.discard()

    def cancel_edit(self) -> None:
        self.training.cancel_edit()

    def reset(self) -> None:
        self.training.reset()

    def bring_back(self) -> None:
        self.training.bring_back()
        self.training.finish()

    def pin(self) -> None:
        of_challenges = self.is_of_challenges(self.document.open_project)
        self.pins.append((self.document.project, self.document.origin, of_challenges))

    def swap(self) -> None:
        if self.pins and not self.training.edited:
            project, origin, of_challenges = self.pins[self.chance.integers(len(self.pins))]
            before, elsewhere = self.document.open_project, origin is not self.document.origin
            self.document.take(EDIT, project, origin)
            if elsewhere and self.document.open_project is not before:
                self.from_elsewhere.append(self.done()[-1])
            if self.training.edited_back:
                self.step_of(project)  # an edit at an earlier step, pinned and undone
            if of_challenges and self.document.open_project is not before:
                self.of_challenges.append(project)

    def begin(self) -> None:
        name = tuple(self.session.challenges)[self.chance.integers(4)]
        if self.session.disposable:
            assert self.is_of_challenges(self.document.open_project), "it is replaced unasked"
            assert self.document.path is None
        count = self.document.undo_stack.index()
        self.session.start(name)
        started = self.document.open_project
        assert started == self.session.challenges[name].start()
        assert self.document.step_back is None
        if self.document.undo_stack.index() > count:
            self.of_challenges.append(started)
            self.from_elsewhere.append(self.done()[-1])
            assert self.session.disposable
        # Begun again where it was begun, it goes on from there.
        self.begun = self.done()
        while self.begun and self.begun[-1] not in self.from_elsewhere:
            self.begun.pop()

    def leave(self) -> None:
        self.session.leave()

    def save(self) -> None:
        self.document.mark_saved(self.folder / f"{self.chance.integers(3)}.gradsim")
        saved = self.document.open_project
        self.of_challenges = [each for each in self.of_challenges if each is not saved]

    def load(self) -> None:
        self.document.load(PROJECT)
        self.begun = []

    def measure(self) -> None:
        self.desk.measure()
        self.measured = True

    def act(self) -> str:
        """Do one of all that; the account of what was made goes along."""
        often: list[Callable[[], None]] = [
            self.edit, self.undo, self.redo, self.step, self.look, self.begin, self.measure,
        ]  # fmt: skip
        seldom: list[Callable[[], None]] = [
            self.jump, self.look_home, self.look_at_newest, self.branch, self.branch, self.take,
            self.discard, self.cancel_edit, self.reset, self.bring_back, self.pin, self.swap,
            self.leave, self.save,
        ]  # fmt: skip
        acts = often * 3 + seldom * 2 + [self.load]
        act = acts[self.chance.integers(len(acts))]
        before, at_work = self.document.open_project, self.inside()
        edited_back = self.training.edited_back
        known = self.states()
        self.measured = False
        act()
        now = self.document.open_project
        if act != self.load and not any(now is each for each in known):
            if act != self.swap and at_work and self.is_of_challenges(before):
                self.of_challenges.append(now)
            if edited_back and self.training.edited_back:
                self.at_step.append((now, self.step_of(before)))
        return act.__name__

    # what must be true ---------------------------------------------------------------------------

    def states(self) -> list[Project]:
        """Every project of the history, in order."""
        steps = steps_of(self.document.undo_stack)
        return [each.before for each in steps[:1]] + [each.after for each in steps]

    def inside(self) -> bool:
        """Whether what is open came after the start of the challenge."""
        if self.session.active is None:
            return False
        done, begun = self.done(), len(self.begun)
        return done[:begun] == self.begun and not any(
            each in self.from_elsewhere for each in done[begun:]
        )

    def done(self) -> list[EditCommand]:
        """The steps that were not undone."""
        stack = self.document.undo_stack
        return steps_of(stack)[: stack.index()]

    def is_of_challenges(self, project: Project) -> bool:
        return any(project is each for each in self.of_challenges)

    def step_of(self, project: Project) -> int:
        """At which step of a run it was edited."""
        return next(step for each, step in reversed(self.at_step) if each is project)

    def after(self, project: Project, steps: int) -> Run:
        run = Run(project)
        run.advance(steps)
        return run

    def check(self) -> None:
        self._check_start()
        self._check_look()
        self._check_grade()

    def _check_start(self) -> None:
        session, document = self.session, self.document
        if session.active is not None:
            assert session.outside is not self.inside()
        if session.disposable:
            assert document.modified
            assert document.path is None
            assert self.is_of_challenges(document.open_project)

    def _check_look(self) -> None:
        training, document = self.training, self.document
        step, shown = document.step_back, training.shown
        if step is not None:
            assert training.looking_back
            assert not training.edited
        if training.ready and training.looking_back and shown is not None:
            assert step in (shown.steps, None)
            if not training.edited:
                then = self.after(training.project, shown.steps).trainer.parameters
                assert document.project == trained_project(document.open_project, then)
        if training.edited_back:
            assert training.edited_at == self.step_of(document.open_project)
        elif training.edited and training.ready:
            assert shown is not None
            assert training.edited_at == shown.steps

    def _check_grade(self) -> None:
        session, training, document = self.session, self.training, self.document
        stage, grade = session.stage, session.grade
        if stage is None or grade is None:
            assert grade is None
            return
        assert self.inside()
        evidence = self.evidence[int(grade.readings[0].value)]
        assert session.active is not None
        assert evidence.start == session.active.start()
        if stage.means == "measurement":
            if self.measured and document.step_back is None:
                assert evidence.project is document.open_project
        elif training.edited or training.moment is None:
            assert evidence.project is document.open_project
            assert evidence.run is None
        else:
            same = replace(evidence.project, title="", parameters=())
            assert same == replace(document.open_project, title="", parameters=())
            assert evidence.run is not None
            assert evidence.run.steps == training.steps
            assert not math.isnan(evidence.run.costs[-1][1])


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(QSettings(str(tmp_path / "s.ini"), QSettings.Format.IniFormat))


@pytest.fixture
def walk(
    qapp: object, settings: Settings, tmp_path: Path, request: pytest.FixtureRequest
) -> Iterator[Walk]:
    made = Walk(settings, tmp_path, request.param)
    yield made
    made.training.finish()
    made.desk.shut_down()


@pytest.mark.parametrize("walk", range(WALKS), indirect=True)
def test_in_any_order_what_is_told_is_what_is_so(walk: Walk) -> None:
    acts: list[str] = []
    for _ in range(ACTS):
        acts.append(walk.act())
        try:
            walk.check()
        except (AssertionError, StopIteration) as error:
            error.add_note(" → ".join(acts))
            raise
