"""What the page of the two ways shows: which pair, which output, how far it is revealed."""

from __future__ import annotations

from typing import Any

import numpy.typing as npt
from PySide6.QtCore import QObject, Signal

from gradsim.engine.costs import cost_of
from gradsim.engine.output_ways import OutputWays, output_ways
from gradsim.engine.problems import QT_TRANSLATE_NOOP, Problem
from gradsim.project.model import Project
from gradsim.viewmodels.document import Document
from gradsim.viewmodels.messages import Message
from gradsim.viewmodels.simulation import SimulationResult
from gradsim.viewmodels.step.card.formula import Grid
from gradsim.viewmodels.step.stepper import Stepper
from gradsim.viewmodels.step.two_ways.lines import LAST, Line, grids_of, line_of, lines_of
from gradsim.viewmodels.step.two_ways.pairs import (
    PAIRS,
    Pair,
    pair_of,
    refusal,
    squared_error_of,
    suits,
    targets_of,
)
from gradsim.viewmodels.step.two_ways.wording import sentence

_MOST_UNITS = 1_000
"""Of a softmax: its Jacobian has as many entries as this squared."""


class TwoWaysView(QObject):
    """Follows the stepper's result when it is told to; the stage is a walk of its own."""

    changed = Signal()

    def __init__(self, stepper: Stepper, document: Document, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._stepper = stepper
        self._document = document
        self._chosen: Pair | None = None
        self._pair = next(iter(PAIRS.values()))
        self._made_of: tuple[SimulationResult, Pair] | None = None
        self._ways: OutputWays | None = None
        self._refusal: Message | Problem | None = None
        self._unit = 1
        self._stage = 0

    @property
    def pair(self) -> Pair:
        """The pair that is shown."""
        return self._pair

    @property
    def units(self) -> int:
        """How many outputs there are."""
        result = self._stepper.result
        return 1 if result is None else result.project.output.units

    @property
    def unit(self) -> int:
        """The output that is shown, from 1."""
        return self._unit

    @property
    def stage(self) -> int:
        """How much is revealed: 0 … `LAST`."""
        return self._stage

    @property
    def line(self) -> int:
        """The index of the line that the stage reveals; −1 before the first."""
        return line_of(self._stage)

    @property
    def ways(self) -> OutputWays | None:
        """The numbers; None where there are none."""
        return self._ways

    @property
    def letter(self) -> str:
        """What the activation takes is called."""
        return "z" if self._ways is None else self._ways.letter

    @property
    def refusal(self) -> Message | Problem | None:
        """Why there are none."""
        return self._refusal

    @property
    def lines(self) -> tuple[Line, ...]:
        """The ways as far as they are revealed."""
        if self._ways is None or self._stepper.result is None:
            return ()
        squared = squared_error_of(self._stepper.result.project)
        return lines_of(self._ways, self._unit, squared, self._stage)

    @property
    def grids(self) -> tuple[Grid, ...]:
        """The arrays of a softmax."""
        return () if self._ways is None else grids_of(self._ways, self._stage)

    @property
    def sentence(self) -> Message | None:
        """What the stage shows, in words."""
        return None if self._ways is None else sentence(self._ways, self._unit, self._stage)

    @property
    def imagined(self) -> bool:
        """Whether the network itself has another output or cost."""
        result = self._stepper.result
        return result is not None and not self._pair.is_of(result.project)

    @property
    def brings_targets(self) -> float | None:
        """The target that the shown output gets if the pair is chosen; None where it stays."""
        result = self._stepper.result
        if self._ways is None or result is None or result.sample is None or not self.imagined:
            return None
        at, sample = self._unit - 1, result.sample - 1
        target = float(targets_of(result.project, self._pair)[sample, at])
        return None if target == float(self._ways.targets[at]) else target

    @property
    def offer(self) -> Problem | None:
        """Why the network cannot have this pair; None where it can."""
        return refusal(self._document.project, self._pair)

    def follow(self) -> None:
        """Take up the newest result of the stepper."""
        result = self._stepper.result
        if result is None:
            return
        self._pair = self._chosen or pair_of(result.project)
        made_of = (result, self._pair)
        if (
            self._made_of is not None
            and self._made_of[0] is result
            and self._made_of[1] is self._pair
        ):
            return
        self._made_of = made_of
        self._unit = min(self._unit, self.units)
        self._ways, self._refusal = _ways_of(result, self._pair)

    def choose_pair(self, name: str) -> None:
        """Show another pair, ``"sigmoid"`` or ``"softmax"``, from its start."""
        pair = PAIRS[name]
        if pair is not self._pair or self._chosen is None:
            self._chosen, self._stage = pair, 0
            self.follow()
            self.changed.emit()

    def choose_unit(self, unit: int) -> None:
        """Show another output; the stage stays."""
        unit = min(max(unit, 1), self.units)
        if unit != self._unit:
            self._unit = unit
            self.changed.emit()

    def go_to(self, stage: int) -> None:
        """Reveal as much as `stage`, held within what there is."""
        stage = min(max(stage, 0), LAST if self._ways is not None else 0)
        if stage != self._stage:
            self._stage = stage
            self.changed.emit()

    def use_pair(self) -> bool:
        """Make the shown pair the network's output: one undoable edit. False where it cannot be."""
        project = self._document.project
        try:
            changed: Project = self._pair.in_project(project)
        except Problem:
            return False
        self._document.edit(Message.of("TwoWays", self._pair.use), changed)
        return True


def _ways_of(
    result: SimulationResult, pair: Pair
) -> tuple[OutputWays | None, Message | Problem | None]:
    """The numbers of the pair on the result's own z, or why there are none."""
    project = result.project
    if result.sample is None:
        return None, Message.of("TwoWays", _NEEDS_SAMPLE)
    if result.forward.overflow_layer is not None:
        return None, Message.of("TwoWays", _OVERFLOW, layer=result.forward.overflow_layer)
    if pair.is_softmax and project.output.units > _MOST_UNITS:
        return None, Message.of("TwoWays", _TOO_WIDE, units=f"{project.output.units:,}")
    try:
        targets = _targets_of(result, pair)
        squared = squared_error_of(project)
        ways = output_ways(result.forward, pair.choice, pair.cost, targets, squared)
    except Problem as problem:
        return None, problem
    return ways, None


def _targets_of(result: SimulationResult, pair: Pair) -> npt.NDArray[Any]:
    """(1, outputs): the sample's own targets where the pair can read them, else the pair's.

    Raises
    ------
    Problem
        Where the project cannot have the pair.
    """
    assert result.sample is not None
    of_pair = targets_of(result.project, pair)[result.sample - 1 : result.sample]
    own = result.forward.targets[:1]
    reads_targets = cost_of(result.project.network.cost).uses_targets
    return own if reads_targets and suits(own, pair) else of_pair


_NEEDS_SAMPLE = QT_TRANSLATE_NOOP(
    "TwoWays", "The two ways are those of one sample. Choose a sample to see them."
)
_OVERFLOW = QT_TRANSLATE_NOOP(
    "TwoWays", "The forward pass overflowed in layer {layer}: the output has no numbers."
)
_TOO_WIDE = QT_TRANSLATE_NOOP(
    "TwoWays", "The Jacobian of a softmax over {units} units is too large to show."
)
