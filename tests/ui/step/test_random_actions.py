"""Many random actions on the real window: nothing breaks, nothing grows, all stays true."""

from __future__ import annotations

import gc
import os
import random
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QTextDocument
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QToolTip
from pytestqt.qtbot import QtBot

from gradsim.engine.options import Choice
from gradsim.engine.parameter_address import ParameterAddress
from gradsim.engine.problems import Problem
from gradsim.project.edits.data import (
    add_sample,
    delete_sample,
    set_cost,
    set_data,
    set_inputs,
    set_sample_value,
)
from gradsim.project.edits.layers import apply_to_hidden, duplicate_layers, set_bias, set_units
from gradsim.project.edits.parameters import redraw_layers, set_bias_value
from gradsim.project.model import DataSource, Project
from gradsim.project.presets import preset
from gradsim.ui.main_window import MainWindow
from gradsim.ui.step.study.pages import PAGES
from gradsim.ui.translation import Translation
from gradsim.viewmodels.messages import Message
from gradsim.viewmodels.simulation import SimulationResult
from gradsim.viewmodels.step.numerals import numeral, numeral_tex
from gradsim.viewmodels.step.walk import steps
from gradsim.viewmodels.step.walk.walk import Lens, Walk
from tests.viewmodels.step.random_edits import edited
from tests.viewmodels.step.truth import assert_true

NAME = Message("Undo", "Change")
KEY = Qt.Key
WALKING = (
    *(KEY.Key_Right,) * 4,
    KEY.Key_Left,
    KEY.Key_Left,
    KEY.Key_Home,
    KEY.Key_End,
    KEY.Key_PageDown,
    KEY.Key_PageUp,
)
ROUNDS, ACTIONS_A_FRAME = 4, 5
OBJECTS_AN_ACTION, BYTES_AN_ACTION, FEW = 3, 10_000, 6
"""Bounded caches may still fill, and each page may keep the last result that it showed; a walk left
behind by each action is ten objects and more."""


class Visitor:
    """Someone who tries everything; each method is one action on the window."""

    def __init__(self, window: MainWindow, seed: int) -> None:
        self.window = window
        self.bench = window.workbench
        self.step = window.workspaces.step
        self.chance = random.Random(seed)
        often = (self.walk, self.walk, self.walk, self.scrub, self.edit, self.edit, self.choose)
        now_and_then = (self.lens, self.path, self.scope, self.undo, self.redo, self.play)
        on_pages = (self.turn_page, self.toggle)
        self.actions: tuple[Callable[[], None], ...] = (
            *(often * 4),
            *(now_and_then * 2),
            *(on_pages * 2),
        )
        self.costly = (self.theme, self.language, self.workspace, self.load)

    def act(self) -> None:
        """One action."""
        actions = self.costly if self.chance.random() < 0.02 else self.actions
        self.chance.choice(actions)()

    def walk(self) -> None:
        canvas = (
            self.step.strip.canvas
            if self.step.strip.canvas.isVisible()
            else self.step.diagram.canvas
        )
        QTest.keyClick(canvas, self.chance.choice(WALKING))

    def scrub(self) -> None:
        line = self.step.strip.timeline
        if not (line.isVisible() and line.isEnabled()):
            self.bench.stepper.jump(self.chance.randrange(9))
            return
        xs = [self.chance.randrange(line.width()) for _ in range(3)]
        left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
        QTest.mousePress(line, left, none, QPoint(xs[0], 5))
        for x in xs[1:]:
            QTest.mouseMove(line, QPoint(x, 5))
        QTest.mouseRelease(line, left, none, QPoint(xs[-1], 5))

    def choose(self) -> None:
        network = self.bench.document.project.network
        layer = self.chance.randint(1, len(network.layers))
        kind = self.chance.choice(("w", "b"))
        unit = self.chance.randint(1, network.layers[layer - 1].units)
        source = self.chance.randint(1, network.fan_in(layer)) if kind == "w" else 0
        self.bench.stepper.choose_parameter(ParameterAddress(kind, layer, unit, source))

    def lens(self) -> None:
        self.bench.stepper.choose_lens(self.chance.choice(list(Lens)))

    def path(self) -> None:
        self.bench.stepper.choose_path(self.chance.randrange(6))

    def scope(self) -> None:
        samples = (None, 1, 2, self.bench.scope.samples)
        self.bench.scope.choose(self.chance.choice(samples))

    def undo(self) -> None:
        self.window.actions_.undo.trigger()

    def redo(self) -> None:
        self.window.actions_.redo.trigger()

    def play(self) -> None:
        stepper = self.bench.stepper
        stepper.playback.change_speed(self.chance.choice((-1, 1)))
        if stepper.playing:
            stepper.pause()
        else:
            stepper.play()
            stepper.playback.ticked.emit()

    def turn_page(self) -> None:
        self.step.study.open_page(self.chance.choice(PAGES).name)

    def toggle(self) -> None:
        """A click on any switch of the page beside the card."""
        switches = [
            each
            for each in self.step.study.page.findChildren(QAbstractButton)
            if each.isCheckable() and each.isEnabled() and each.isVisible()
        ]
        if switches:
            self.chance.choice(switches).click()

    def theme(self) -> None:
        settings = self.bench.settings
        settings.set_theme("dark" if settings.theme == "light" else "light")

    def language(self) -> None:
        settings = self.bench.settings
        settings.set_language("ko" if settings.language == "en" else "en")

    def workspace(self) -> None:
        """To the other workspace, an edit there, and back."""
        self.window.open_workspace("gradients")
        self.edit()
        self.compute()
        QApplication.processEvents()
        self.window.open_workspace("step")

    def load(self) -> None:
        name = self.chance.choice(("first_look", "scalar_chain", "mazur", "zero_initialization"))
        self.bench.document.load(preset(name))

    def edit(self) -> None:
        with suppress(Problem):
            self.bench.document.edit(NAME, self.changed(self.bench.document.project))

    def changed(self, project: Project) -> Project:
        """`project` after one random edit of its network or its data."""
        chance = self.chance
        last = project.layer_ids[-1]
        layer = chance.choice(project.layer_ids)
        samples = self.bench.scope.samples
        match chance.randrange(16):
            case 0:
                return set_units(project, (last,), chance.randint(1, 3))
            case 1:
                return set_inputs(project, chance.randint(1, 3))
            case 2:
                costs = ("squared_error", "binary_cross_entropy", "cross_entropy", "probe")
                return set_cost(project, chance.choice(costs), adapt_output=True)
            case 3:
                part = chance.choice(("inputs", "targets"))
                return set_sample_value(project, part, 1, 1, chance.uniform(0.0, 1.0))
            case 4:
                return delete_sample(project, samples) if samples > 1 else add_sample(project)
            case 5:
                return add_sample(project)
            case 6:
                return set_bias_value(project, layer, 1, chance.uniform(-1.0, 1.0))
            case 7:
                return redraw_layers(project, (layer,))
            case 8:
                return apply_to_hidden(project, layer)
            case 9 if len(project.layers) < 8:
                return duplicate_layers(project, (layer,))
            case 10:
                return set_bias(project, (layer,), Choice.of("constant", value=0.5))
            case 11:
                data = DataSource.of(chance.choice(("gaussian", "xor", "moons")))
                return set_data(project, data)
            case _:
                return edited(project, chance)

    # What has to hold

    def compute(self) -> None:
        """Bring the numbers up to date on this thread."""
        if not self.bench.simulation.current:
            self.bench.simulation.compute_now()
        self.bench.stepper.finish()

    def up_to_date(self) -> bool:
        """Whether the stepper shows the project as it stands, or why there is nothing to show."""
        simulation, stepper = self.bench.simulation, self.bench.stepper
        if not simulation.current:
            return simulation.problem is not None
        return stepper.result is simulation.result and not stepper.waiting

    def assert_true(self) -> None:
        """The stepper is the engine's, and the window shows the stepper."""
        stepper, simulation = self.bench.stepper, self.bench.simulation
        if not simulation.current:  # a project that cannot be computed, and is called so
            assert simulation.problem is not None
            return
        stepper.catch_up()  # unseen, the walk rests on the numbers that it had
        assert_true(stepper, simulation)
        strip = self.step.strip
        assert strip.timeline.maximum() == len(stepper.steps)
        assert strip.timeline.value() == stepper.position
        if stepper.lens == Lens.PARAMETER and stepper.current is not None:
            assert strip.shown is not None
            (current,) = (item for item in strip.shown.items if item.state == "current")
            assert stepper.current.value is not None
            assert current.number == numeral(stepper.current.value)

    def see_everything(self) -> None:
        """Open each part once: it is made when it is first seen."""
        for entry in PAGES:
            self.step.study.open_page(entry.name)
            QApplication.processEvents()
        self.window.open_workspace("gradients")
        QApplication.processEvents()

    def come_home(self) -> None:
        """The same state after every round, so that what is left can be counted."""
        bench = self.bench
        bench.settings.set_language("en")
        bench.settings.set_theme("light")
        bench.stepper.pause()
        bench.scope.choose(1)
        bench.document.load(preset("first_look"))
        bench.stepper.choose_lens(Lens.PARAMETER)
        self.window.open_workspace("step")
        self.step.study.open_page(PAGES[0].name)
        self.compute()
        bench.stepper.first()
        QToolTip.hideText()
        QApplication.processEvents()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        gc.collect()


@dataclass(frozen=True, slots=True)
class Count:
    """What is alive: Python's objects, results and walks among them, QObjects, windows, bytes.

    A label that has once shown rich text keeps one document for it, which is not counted.
    """

    objects: int
    results: int
    walks: int
    qobjects: int
    windows: int
    resident: int

    @classmethod
    def of(cls, window: MainWindow) -> Count:
        """What is alive now, but for what is kept of numbers and symbols, which is bounded."""
        steps._kept.clear()
        numeral.cache_clear()
        numeral_tex.cache_clear()
        alive = gc.get_objects()
        resident = int(Path("/proc/self/statm").read_text().split()[1])
        documents = 0
        for label in window.findChildren(QLabel):
            assert len(label.findChildren(QTextDocument)) <= 1, label.text()
            own = [each for each in label.children() if not each.isWidgetType()]
            documents += sum(1 + len(each.findChildren(QObject)) for each in own)
        return cls(
            len(alive),
            sum(type(each) is SimulationResult for each in alive),
            sum(type(each) is Walk for each in alive),
            len(window.findChildren(QObject)) - documents,
            len(QApplication.topLevelWidgets()),
            resident * os.sysconf("SC_PAGE_SIZE"),
        )


@pytest.fixture
def translation(window: MainWindow) -> Iterator[None]:
    """The language follows the settings, as in the program."""
    made = Translation(window.workbench.settings)
    yield
    made.remove()


@pytest.mark.timeout(600)
@pytest.mark.skipif(not Path("/proc/self/statm").exists(), reason="memory is read from /proc")
@pytest.mark.parametrize("actions_a_round", [250, pytest.param(1000, marks=pytest.mark.acceptance)])
def test_random_actions_leave_nothing_behind_and_nothing_untrue(
    window: MainWindow, translation: None, actions_a_round: int
) -> None:
    window.resize(window.minimumSize())
    visitor = Visitor(window, 3)
    visitor.see_everything()
    import_module("scipy.special")  # what the first GELU loads stays, and is no leak
    # What is made ready in peace would be made in the middle of a round, or not at all.
    for _ in window.workspaces._parts:
        QApplication.processEvents()
    found = []
    for _ in range(ROUNDS):
        for number in range(actions_a_round):
            visitor.act()
            visitor.compute()
            if number % ACTIONS_A_FRAME == 0:
                QApplication.processEvents()
            visitor.assert_true()
        visitor.come_home()
        found.append(Count.of(window))
    early, late = found[1], found[-1]
    actions = (ROUNDS - 2) * actions_a_round
    assert late.qobjects == early.qobjects
    assert late.windows == early.windows
    # Other tests of this process may have left some; what counts is that there are no more.
    assert late.results - early.results <= FEW
    assert late.walks - early.walks <= FEW
    assert late.objects - early.objects < OBJECTS_AN_ACTION * actions
    assert late.resident - early.resident < BYTES_AN_ACTION * actions


def test_random_actions_while_the_numbers_are_still_on_their_way(
    window: MainWindow, translation: None, qtbot: QtBot
) -> None:
    window.resize(window.minimumSize())
    visitor = Visitor(window, 11)
    bench = window.workbench
    for _ in range(40):
        for _ in range(visitor.chance.randint(1, 8)):
            visitor.act()
            QApplication.processEvents()
        bench.stepper.pause()
        qtbot.waitUntil(visitor.up_to_date)
        visitor.assert_true()
