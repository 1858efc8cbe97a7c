"""The number under the hand: moved, followed up to the cost, put back or kept."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from msgspec.structs import replace
from PySide6.QtCore import QObject, Signal

from gradsim.engine.costs import cost_of
from gradsim.engine.nudge.lever import Lever, moved_pass
from gradsim.engine.parameter_address import ParameterAddress
from gradsim.engine.problems import QT_TRANSLATE_NOOP, Problem
from gradsim.viewmodels.document import Document
from gradsim.viewmodels.messages import Message
from gradsim.viewmodels.simulation import SimulationResult
from gradsim.viewmodels.step.nudge.carrying import can_be_nudged, lever_after, samples_together
from gradsim.viewmodels.step.nudge.following import Following
from gradsim.viewmodels.step.nudge.levers import kept, lever_symbol
from gradsim.viewmodels.step.nudge.preview import Preview
from gradsim.viewmodels.step.nudge.range import NudgeRange
from gradsim.viewmodels.step.stepper import Stepper
from gradsim.viewmodels.step.walk.steps import Symbol

if TYPE_CHECKING:
    from gradsim.engine.nudge.ripple import Hold, Ripple


class Nudge(QObject):
    """Moves one number of one sample's pass; the document changes only when that is kept.

    Where the samples of a batch depend on each other the whole batch passes, and one of them is
    looked at. The number follows the parameter of the walk until another is chosen. Any other
    network, scope or number lets go of what was moved.
    """

    changed = Signal()
    """The number, its value or what is known of its ripple is another."""
    grabbed = Signal()
    """A hand took hold of a number in the diagram."""

    def __init__(self, stepper: Stepper, document: Document, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._stepper = stepper
        self._document = document
        self._result: SimulationResult | None = None
        self._parameter: ParameterAddress | None = None
        self._lever: Lever | None = None
        self._value = 0.0
        self._live = False
        self._sample = 1
        self._problem: Problem | None = None
        self._watched = False
        self._following = Following(self)
        self._following.arrived.connect(self.changed)
        stepper.steps_changed.connect(self._follow)
        # What was moved stays in sight until the numbers of another project are there.
        document.project_changed.connect(self._following.cancel)
        document.loaded.connect(self._forget)
        self._follow()

    # What stands there

    @property
    def result(self) -> SimulationResult | None:
        """What is nudged: one sample's numbers; None before the first."""
        return self._result

    @property
    def needs_sample(self) -> bool:
        """Whether a batch is looked at whose samples stand each for itself: one is to be chosen."""
        return self._result is not None and not can_be_nudged(self._result)

    @property
    def samples(self) -> int:
        """How many samples pass together; 1 where each stands for itself."""
        return samples_together(self._result)

    @property
    def sample(self) -> int:
        """Which sample is looked at, as the data count them."""
        if self._result is not None and self._result.sample is not None:
            return self._result.sample
        return self._row

    @property
    def lever(self) -> Lever | None:
        """The number under the hand; None while there is none to nudge."""
        return self._lever if can_be_nudged(self._result) else None

    @property
    def symbol(self) -> Symbol:
        """How it is written."""
        assert self._result is not None
        assert self._lever is not None
        return lever_symbol(self._lever, self._result.project.network)

    @property
    def start(self) -> float:
        """Its value in the network as it is."""
        assert self._result is not None
        assert self._lever is not None
        return self._lever.read(self._result.forward)

    @property
    def value(self) -> float:
        """Its value now."""
        return self._value if self._live else self.start

    @property
    def amount(self) -> float:
        """How far it was moved."""
        return self.value - self.start

    @property
    def live(self) -> bool:
        """Whether it stands elsewhere than in the network."""
        return self._live

    @property
    def range(self) -> NudgeRange:
        """What the slider reaches."""
        return NudgeRange.around(self.start)

    @property
    def ripple(self) -> Ripple | None:
        """The newest ripple of this number; it may lag behind the value in large networks."""
        return self._following.ripple

    @property
    def slope(self) -> Hold | None:
        """What was computed when the number was taken hold of, the derivative among it."""
        return self._following.hold

    @property
    def preview(self) -> Preview | None:
        """The moved network, while something is moved."""
        if not self._live or self.ripple is None or self._result is None:
            return None
        return Preview(self._result, self.ripple)

    @property
    def problem(self) -> Problem | None:
        """Why the number could not be read or kept."""
        return self._problem

    @property
    def watched(self) -> bool:
        """Whether its page is open: then a plain drag in the diagram nudges."""
        return self._watched

    def set_watched(self, watched: bool) -> None:
        """Note whether its page is open; what was moved goes back when it is closed."""
        if watched != self._watched:
            self._watched = watched
            if not watched:
                self.put_back()
            elif self.ripple is None:
                self._compute()
            self.changed.emit()

    # What a hand does

    def choose(self, lever: Lever) -> None:
        """Take hold of another number; the one moved before goes back."""
        result = self._result
        if result is None or not can_be_nudged(result):
            return
        network = result.project.network
        if lever.kind == "y" and not cost_of(network.cost).uses_targets:
            return
        lever = replace(lever.held(network), sample=self._row)
        if lever != self._lever:
            self._take(lever)

    def look_at(self, sample: int) -> None:
        """Look at another sample of a batch that passes as one; a number of the network that is
        moved stays so, an input or a target is of one sample and goes back."""
        if self.samples == 1 or self._lever is None:
            return
        self._sample = min(max(sample, 1), self.samples)
        lever = replace(self._lever, sample=self._sample)
        if lever == self._lever:
            return
        if lever.kind in ("x", "y"):
            self._take(lever)
            return
        self._lever = lever
        self._following.look_at(lever.sample)
        self._compute()
        self.changed.emit()

    def grab(self, lever: Lever) -> None:
        """Take hold of a number in the diagram, and say so."""
        self.choose(lever)
        self.grabbed.emit()

    def move_to(self, value: float) -> None:
        """Give it another value, in the preview only."""
        same = value == self.value and self._problem is None
        if self.lever is None or not math.isfinite(value) or same:
            return
        self._problem = None
        self._value = value
        self._live = value != self.start
        self._compute()
        self.changed.emit()

    def move_by(self, amount: float) -> None:
        """Move it by `amount` from where it is in the network."""
        self.move_to(self.start + amount)

    def step(self, steps: int) -> None:
        """Move it on by fine steps."""
        if self.lever is not None:
            self.move_to(self.range.stepped(self.value, steps))

    @property
    def can_keep(self) -> bool:
        """Whether the number was moved, and none is refused that is shown in its place."""
        return self._live and self._problem is None

    def put_back(self) -> None:
        """Give it the value that it has in the network."""
        if self._live or self._problem is not None:
            self._live = False
            self._problem = None
            self._compute()
            self.changed.emit()

    def keep(self) -> bool:
        """Make it an undoable edit; where that is refused, `problem` says why."""
        result, lever = self._result, self.lever
        if not self.can_keep or lever is None or result is None:
            return False
        if result.project is not self._document.project:
            return False
        try:
            moved = moved_pass(result.forward, lever, self._value)
            project = kept(result.project, moved, lever, self.sample)
        except Problem as problem:
            self.refuse(problem)
            return False
        name = QT_TRANSLATE_NOOP("StepEdit", "Keep nudged {symbol}")
        self._document.edit(Message.of("StepEdit", name, symbol=self.symbol.text), project)
        return True

    def refuse(self, problem: Problem) -> None:
        """Show why a number could not be taken."""
        self._problem = problem
        self.changed.emit()

    def accept(self) -> None:
        """Take back what was refused."""
        if self._problem is not None:
            self._problem = None
            self.changed.emit()

    def finish(self) -> None:
        """Wait for the ripple: for a picture."""
        self._following.finish()

    def shut_down(self) -> None:
        """End the thread."""
        self._following.shut_down()

    # Following the network

    def _forget(self) -> None:
        """Another project was opened: its walk says what is nudged first."""
        self._lever, self._live, self._sample = None, False, 1

    def _follow(self) -> None:
        result, parameter = self._stepper.result, self._stepper.parameter
        if result is None:
            return
        walk = self._parameter, parameter
        lever = lever_after(self._lever, walk, self._result, result)
        same = result is self._result and lever == self._lever
        self._parameter, self._result = parameter, result
        if lever is not None and not same:
            self._take(replace(lever.held(result.project.network), sample=self._row))

    @property
    def _row(self) -> int:
        """Where in the pass the sample stands that is looked at, from 1."""
        return min(self._sample, self.samples)

    def _take(self, lever: Lever) -> None:
        self._lever, self._live, self._problem = lever, False, None
        self._following.let_go()
        self._compute()
        self.changed.emit()

    def _compute(self) -> None:
        """Follow the ripple, unless nobody looks."""
        result, lever = self._result, self.lever
        if result is not None and lever is not None and (self._watched or self._live):
            self._following.follow(result, lever, self.value)
