"""The open run and the pins under equal conditions: profiles, two chosen runs, the walk's place."""

from __future__ import annotations

import math

from PySide6.QtCore import QObject, Signal

from gradsim.engine.measurement import Measurement
from gradsim.project.model import Project
from gradsim.viewmodels import words
from gradsim.viewmodels.compare.runs.conditions import Conditions, Measured
from gradsim.viewmodels.compare.runs.factors import (
    REMEDIES,
    FactorRow,
    factor_at,
    factor_rows,
    kinds_of,
    row_of,
)
from gradsim.viewmodels.compare.runs.wording import AT_WALK, CONTEXT, NOW, imposed_message
from gradsim.viewmodels.document import Document
from gradsim.viewmodels.gradients.differences import (
    aspect_pairs,
    differing_aspects,
    main_aspects,
)
from gradsim.viewmodels.gradients.profile import Profile, profile_of
from gradsim.viewmodels.gradients.runs import Run, Runs
from gradsim.viewmodels.gradients.view import GradientsView, ShownRun
from gradsim.viewmodels.gradients.wording import decades_text
from gradsim.viewmodels.messages import Message
from gradsim.viewmodels.scope import Scope
from gradsim.viewmodels.selection import Selection
from gradsim.viewmodels.settings import Settings
from gradsim.viewmodels.simulation import Simulation
from gradsim.viewmodels.step.stepper import Stepper
from gradsim.viewmodels.step.walk.steps import FAMILY_OF, Family, StepKind
from gradsim.viewmodels.step.walk.walk import Lens

LIVE = ""
"""The open project where the pins have their letters."""


class RunsView(GradientsView):
    """A gradients view whose pins are measured under `conditions` and whose layer is the walk's.

    `first` and `second` are the letters of the two runs laid side by side.
    """

    pair_changed = Signal()
    """Other runs are laid side by side, or their numbers are others."""
    cursor_changed = Signal()
    """The walk stands elsewhere."""

    def __init__(
        self,
        document: Document,
        simulation: Simulation,
        selection: Selection,
        runs: Runs,
        stepper: Stepper,
        scope: Scope,
        settings: Settings,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(document, simulation, selection, runs, parent)
        self.conditions = Conditions(document, runs, scope, settings, self)
        self._stepper = stepper
        self._first, self._second = LIVE, ""
        self._rows: tuple[object, tuple[FactorRow, ...]] | None = None
        self.conditions.changed.connect(self._refresh)
        self.changed.connect(self.pair_changed)
        stepper.position_changed.connect(self._follow_walk)
        stepper.steps_changed.connect(self._follow_walk)

    # the runs --------------------------------------------------------------------------------

    def set_active(self, active: bool) -> None:
        """Work only while shown."""
        self.conditions.set_active(active)
        super().set_active(active)

    def shut_down(self) -> None:
        """End the measuring thread."""
        self.conditions.shut_down()

    def measured(self, run: Run) -> Measured:
        """A pin as it is measured here."""
        return self.conditions.of(run)

    def name_of(self, run: ShownRun) -> str:
        """A run in words: its given name, else what sets it apart under these conditions."""
        if run.pin is not None and run.pin.given_name:
            return run.pin.given_name
        now = self._document.project
        if run.pin is None:
            said = differing_aspects(now, self._projects()) or main_aspects(now)
        else:
            said = differing_aspects(self.measured(run.pin).project, [now])
        return " · ".join(map(words.text, said))

    def imposed_words(self) -> tuple[str, ...]:
        """What was put into each pin, or why not; nothing while each keeps its own."""
        said = [imposed_message(run.letter, self.measured(run)) for run in self.runs.pins]
        return tuple(words.text(each) for each in said if each is not None)

    # two of them -----------------------------------------------------------------------------

    @property
    def first(self) -> str:
        """The letter of the first run of the pair; empty for the open one."""
        return self._first if self._known(self._first) else LIVE

    @property
    def second(self) -> str:
        """The letter of the second one: the first pin until another is chosen."""
        pins = [run.letter for run in self.runs.pins]
        if self._second and self._second in pins:
            return self._second
        if self._second == LIVE and self.first != LIVE:
            return LIVE
        return next((letter for letter in pins if letter != self.first), LIVE)

    def choose_pair(self, first: str, second: str) -> None:
        """Lay these two runs side by side."""
        if (first, second) != (self._first, self._second):
            self._first, self._second = first, second
            self.pair_changed.emit()

    def letter_text(self, letter: str) -> str:
        """``now``, ``A``, ``B``, …"""
        return letter or words.translated(CONTEXT, NOW)

    def rows(self) -> tuple[FactorRow, ...]:
        """The factors of the pair, from the cost down."""
        pair = self._measurement(self.first), self._measurement(self.second)
        if self._rows is None or self._rows[0] != pair:
            self._rows = pair, factor_rows(*pair)
        return self._rows[1]

    def _kinds(self) -> tuple[StepKind, ...]:
        """The rows of one layer of the pair."""
        return kinds_of(self._measurement(self.first), self._measurement(self.second))

    def differences(self) -> tuple[tuple[Message, Message], ...]:
        """What the first of the pair is, and the second instead, in every respect."""
        one, other = self._project(self.first), self._project(self.second)
        return aspect_pairs(one, other)

    # the walk --------------------------------------------------------------------------------

    def current_row(self) -> int | None:
        """The row of the factor on which the walk stands; None in the forward lens and before."""
        step = self._stepper.current
        if step is None or (step.denominator is None and step.kind is not StepKind.COST_VALUE):
            return None
        return row_of(step.kind, step.depth - step.layer, self._kinds())

    def at_walk(self) -> str:
        """The walk's factor and what it does in every run, in decades; empty before the first."""
        step, row = self._stepper.current, self.current_row()
        if step is None or row is None:
            return ""
        found = []
        for letter in (LIVE, *(run.letter for run in self.runs.pins)):
            measurement = self._measurement(letter)
            decades = None if measurement is None else factor_at(measurement, row, self._kinds())
            text = decades_text(math.nan if decades is None else decades)
            found.append(f"{self.letter_text(letter)} {text}")
        message = Message.of(CONTEXT, AT_WALK, symbol=step.symbol, decades="  ·  ".join(found))
        return words.text(message)

    def chosen_layer(self) -> int | None:
        """The layer on which the walk stands."""
        step = self._stepper.current
        return None if step is None else step.layer

    def chosen_layers(self) -> tuple[int, ...]:
        """That layer alone."""
        layer = self.chosen_layer()
        return () if layer is None else (layer,)

    def choose_layer(self, layer: int) -> None:
        """Walk to δ of a layer of the open run."""
        self._walk_to(StepKind.ACTIVATION, layer)

    def choose_row(self, row: int) -> bool:
        """Walk to the factor of the open run in row `row`; False where it has none there."""
        chosen, result = self.rows()[row], self._stepper.result
        if result is None:
            return False
        from_cost = (row - 1) // len(self._kinds()) if row else 0
        return self._walk_to(chosen.kind, len(result.project.layers) - from_cost)

    def _walk_to(self, kind: StepKind, layer: int) -> bool:
        found = self._place_of(kind, layer)
        if found is None and self._stepper.lens != Lens.LAYER:
            # The walk along one path passes few factors, and the forward one none.
            self._stepper.choose_lens(Lens.LAYER)
            found = self._place_of(kind, layer)
        if found is None:
            return False
        self._stepper.jump(found + 1)
        return True

    def _place_of(self, kind: StepKind, layer: int) -> int | None:
        wanted = {kind}
        if kind in (StepKind.COST, StepKind.ACTIVATION):
            wanted.add(StepKind.SHORTCUT)
        if kind is REMEDIES:
            wanted = {each for each, family in FAMILY_OF.items() if family is Family.REMEDY}
        for index, step in enumerate(self._stepper.steps):
            if step.layer == layer and step.kind in wanted:
                return index
        return None

    def _follow_walk(self) -> None:
        if self._active:
            self.cursor_changed.emit()
            self.layer_changed.emit()

    # inside ----------------------------------------------------------------------------------

    def _known(self, letter: str) -> bool:
        return letter == LIVE or any(run.letter == letter for run in self.runs.pins)

    def _projects(self) -> list[Project]:
        return [self.measured(run).project for run in self.runs.pins]

    def _project(self, letter: str) -> Project:
        return (
            self._document.project if not letter else self.measured(self.runs.pin(letter)).project
        )

    def _measurement(self, letter: str) -> Measurement | None:
        if letter:
            return self.measured(self.runs.pin(letter)).measurement
        return None if self.result is None else self.result.measurement

    def _profile_of(self, run: Run) -> Profile | None:
        measurement = self.measured(run).measurement
        if measurement is None:
            return None
        key = (measurement, self.choice.quantity, self.choice.statistic)
        kept = self._pinned.get(run.letter)
        if kept is None or kept[0] != key:
            kept = key, profile_of(*key)
            self._pinned[run.letter] = kept
        return kept[1]
