"""What profile, legend, attribution, verdict and histograms show, kept up to date."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from msgspec import Struct
from PySide6.QtCore import QObject, Signal

from gradsim.engine.problems import QT_TRANSLATE_NOOP, Problem
from gradsim.viewmodels import words
from gradsim.viewmodels.document import Document
from gradsim.viewmodels.gradients.attribution import Attribution, attribution_of
from gradsim.viewmodels.gradients.diagnosis import Diagnosis, diagnose
from gradsim.viewmodels.gradients.differences import main_aspects
from gradsim.viewmodels.gradients.profile import Profile, profile_of
from gradsim.viewmodels.gradients.quantities import statistic_symbol
from gradsim.viewmodels.gradients.runs import LETTERS, Run, Runs
from gradsim.viewmodels.gradients.wording import scope_message, value_text
from gradsim.viewmodels.messages import Message
from gradsim.viewmodels.selection import Selection
from gradsim.viewmodels.simulation import Simulation, SimulationResult

_LAYER = QT_TRANSLATE_NOOP("Profile", "layer {layer}: {symbol}")
_NOW = QT_TRANSLATE_NOOP("Profile", "now")


class ShownRun(Struct, frozen=True, eq=False):
    """A run in plot and legend: style 0 is the open project, 1 to 4 are the pins A to D."""

    style: int
    profile: Profile | None
    pin: Run | None = None

    @property
    def letter(self) -> str:
        """A to D; empty for the open project."""
        return "" if self.pin is None else self.pin.letter


class GradientsView(QObject):
    """Follows simulation, pins, choice and selection; idle while nobody looks at it."""

    changed = Signal()
    """New numbers, pins, or another quantity; the names may be others too."""
    names_changed = Signal()
    """The project being built is another, so that what sets the pins apart may be too."""
    layer_changed = Signal()
    """Another layer is chosen, or the chosen one has new numbers."""

    def __init__(
        self,
        document: Document,
        simulation: Simulation,
        selection: Selection,
        runs: Runs,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._document = document
        self._simulation = simulation
        self._selection = selection
        self.runs = runs
        self.choice = runs.choice
        self._active = False
        self._stale = True
        self._live: Profile | None = None
        self._pinned: dict[str, tuple[object, Profile]] = {}
        self._diagnosis: tuple[object, Diagnosis] | None = None
        self._attribution: tuple[object, Attribution] | None = None
        simulation.published.connect(self._refresh)
        simulation.failed.connect(self._refresh)
        runs.changed.connect(self._refresh)
        self.choice.changed.connect(self._refresh)
        document.project_changed.connect(self._relabel)
        selection.changed.connect(self._follow_selection)

    # state -----------------------------------------------------------------------------------

    def set_active(self, active: bool) -> None:
        """Work only while shown; what was missed meanwhile is made up for at once."""
        self._active = active
        if active and self._stale:
            self._refresh()

    def prepare(self) -> None:
        """Have what is shown ready before anybody looks, so that looking costs the less."""
        if self._stale and not self._active:
            self._active = True
            try:
                self._refresh()
            finally:
                self._active = False

    @property
    def result(self) -> SimulationResult | None:
        """The newest numbers."""
        return self._simulation.result

    @property
    def problem(self) -> str:
        """Why the open project has no numbers, as a sentence; empty while it has."""
        problem = self._simulation.problem
        if problem is None:
            return ""
        return words.problem_text(problem) if isinstance(problem, Problem) else str(problem)

    @property
    def live(self) -> Profile | None:
        """The profile of the open project."""
        return self._live

    def shown_runs(self) -> tuple[ShownRun, ...]:
        """The open project first, then the pins; a pin not measured yet has no profile."""
        pins = [
            ShownRun(LETTERS.index(run.letter) + 1, self._profile_of(run), run)
            for run in self.runs.pins
        ]
        return (ShownRun(0, self._live), *pins)

    def name_of(self, run: ShownRun) -> str:
        """A run in words: its given name, else what sets it apart."""
        if run.pin is not None and run.pin.given_name:
            return run.pin.given_name
        said = self.runs.live_label() if run.pin is None else self.runs.label(run.pin)
        return " · ".join(map(words.text, said))

    def full_name_of(self, run: ShownRun) -> str:
        """A run in words that stand alone, as a file needs them."""
        if name := self.name_of(run):
            return name
        project = self._document.project if run.pin is None else run.pin.project
        return " · ".join(map(words.text, main_aspects(project)))

    # what is derived, computed when asked for ------------------------------------------------

    def attribution(self, most_bars: int = 64) -> Attribution | None:
        """The bars of the chosen quantity, of its RMS where that is chosen, else of its norm."""
        result = self.result
        if result is None:
            return None
        rms = self.choice.statistic == "rms"
        key = (result.measurement, self.choice.quantity, most_bars)
        if self._attribution is None or self._attribution[0] != (*key, rms):
            self._attribution = (*key, rms), attribution_of(*key, rms=rms)
        return self._attribution[1]

    def diagnosis(self) -> Diagnosis | None:
        """The verdict on the open project's profile."""
        result = self.result
        if result is None:
            return None
        key = (result, self.choice.quantity, self.choice.statistic)
        if self._diagnosis is None or self._diagnosis[0] != key:
            self._diagnosis = key, diagnose(*key)
        return self._diagnosis[1]

    def scope(self) -> Message | None:
        """Which samples the numbers are of."""
        result = self.result
        return None if result is None else scope_message(result.sample, result.materials.samples)

    def configuration(self) -> tuple[str, ...]:
        """What made the numbers on screen: the open project in phrases, and which samples."""
        from gradsim.viewmodels.configuration import configuration_of

        return configuration_of(self.result)

    def configuration_of_runs(self) -> tuple[str, ...]:
        """What made every run that is drawn: the open project, and of each pin what is not so."""
        from gradsim.viewmodels.configuration import configuration

        now = self.configuration()
        said = list(now)
        for run in self.runs.pins if now else ():
            other = [phrase for phrase in configuration(run.project) if phrase not in now]
            if other:
                said.append(f"{run.letter}: {', '.join(other)}")
        return tuple(said)

    def symbol(self) -> str:
        """The magnitude drawn: ‖∂C/∂W‖, RMS ∂C/∂z, …"""
        return words.text(statistic_symbol(self.choice.quantity, self.choice.statistic))

    def attribution_symbol(self) -> str:
        """The magnitude whose decades are attributed: the RMS where it is drawn, else the norm."""
        statistic = "rms" if self.choice.statistic == "rms" else "l2"
        return words.text(statistic_symbol(self.choice.quantity, statistic))

    def unequal_widths(self) -> bool:
        """Whether an L2 norm compares arrays of different size, in one run or between runs.

        A sum over more numbers is larger without any of them being; RMS is fair.
        """
        shown = self.choice.statistic == "l2" and self.result is not None
        return shown and self.runs.unequal_sizes

    def unequal_layers(self) -> bool:
        """Whether that holds of the open project by itself, whatever is pinned beside it."""
        result = self.result
        if self.choice.statistic != "l2" or result is None:
            return False
        entries = result.measurement.columns.magnitudes(self.choice.quantity).entries
        return bool(np.ptp(entries) > 0)

    def chosen_layer(self) -> int | None:
        """The first selected layer as a number from 1 in the result; None where it is not there."""
        result = self.result
        if result is None or not self._selection.layer_ids:
            return None
        ids = [layer.id for layer in result.project.layers]
        wanted = self._selection.layer_ids[0]
        return ids.index(wanted) + 1 if wanted in ids else None

    def chosen_layers(self) -> tuple[int, ...]:
        """All selected layers, as numbers from 1 in the result, that are there."""
        result = self.result
        if result is None:
            return ()
        selected = set(self._selection.layer_ids)
        ids = (layer.id for layer in result.project.layers)
        return tuple(number for number, each in enumerate(ids, 1) if each in selected)

    def choose_layer(self, layer: int) -> None:
        """Select layer `layer` (from 1)."""
        layers = self._document.project.layers
        if 1 <= layer <= len(layers):
            self._selection.select([layers[layer - 1].id])

    def readout(self, layer: int) -> Sequence[str]:
        """A heading and one line per run with the exact magnitude in a layer."""
        heading = Message.of("Profile", _LAYER, layer=layer, symbol=self.symbol())
        lines = [words.text(heading)]
        now = words.translated("Profile", _NOW)
        for run in self.shown_runs():
            if run.profile is not None:
                lines.append(f"{run.letter or now}  {value_text(run.profile, layer)}")
        return lines

    # inside ----------------------------------------------------------------------------------

    def _refresh(self, _error: object = None) -> None:
        self._stale = not self._active
        if self._stale:
            return
        result = self.result
        self._live = None
        if result is not None:
            self._live = profile_of(result.measurement, self.choice.quantity, self.choice.statistic)
        self.changed.emit()
        self.layer_changed.emit()

    def _relabel(self) -> None:
        """Names tell what differs from the project as it stands, before its numbers are there."""
        if self._active and self.runs.pins:
            self.names_changed.emit()

    def _follow_selection(self) -> None:
        if self._active:
            self.layer_changed.emit()

    def _profile_of(self, run: Run) -> Profile | None:
        if run.measurement is None:
            return None
        key = (run.measurement, self.choice.quantity, self.choice.statistic)
        kept = self._pinned.get(run.letter)
        if kept is None or kept[0] != key:
            kept = key, profile_of(*key)
            self._pinned[run.letter] = kept
        return kept[1]
