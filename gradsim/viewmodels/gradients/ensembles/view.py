"""What the main profile shows beside the runs: the open project's band, seeds and theory."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import numpy as np
import numpy.typing as npt
from msgspec.structs import replace
from PySide6.QtCore import QObject, Signal

from gradsim.engine.problems import QT_TRANSLATE_NOOP
from gradsim.viewmodels import words
from gradsim.viewmodels.gradients.ensembles.band import SECOND_MOMENT, Band, band_of
from gradsim.viewmodels.gradients.ensembles.live import LiveEnsemble
from gradsim.viewmodels.gradients.ensembles.pinned import PinnedEnsembles
from gradsim.viewmodels.gradients.ensembles.signal import SYMBOL, signal_profile
from gradsim.viewmodels.gradients.ensembles.table import band_rows, theory_rows, with_band
from gradsim.viewmodels.gradients.ensembles.wording import (
    loss_messages,
    pinned_line,
    spread_lines,
    theory_line,
)
from gradsim.viewmodels.gradients.profile_table import profile_table, statistics_table
from gradsim.viewmodels.gradients.tables import Table
from gradsim.viewmodels.gradients.theory.live import LiveTheory
from gradsim.viewmodels.gradients.view import GradientsView, ShownRun
from gradsim.viewmodels.gradients.wording import value_text
from gradsim.viewmodels.messages import Message
from gradsim.viewmodels.notation import written

Floats = npt.NDArray[np.float64]
_CONTEXT: Final = "Ensemble"
_LAYER: Final = QT_TRANSLATE_NOOP("Profile", "layer {layer}: {symbol}")


class SpreadView(QObject):
    """Joins profiles, ensemble and theory; a switch of quantity reads the kept seeds anew."""

    changed = Signal()
    """Another band, line or switch; what the gradients' view reports it reports itself."""
    status_changed = Signal()
    """How many seeds are done."""
    member_changed = Signal()
    """Another single seed is lit."""

    def __init__(
        self,
        view: GradientsView,
        ensemble: LiveEnsemble,
        theory: LiveTheory,
        pinned: PinnedEnsembles | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.gradients = view
        self.ensemble = ensemble
        self.theory = theory
        self.pinned = pinned
        self._pinned_bands: dict[str, tuple[object, Band]] = {}
        self._signal_shown = False
        self._member: int | None = None
        self._band: tuple[object, Band] | None = None
        ensemble.changed.connect(self._follow_ensemble)
        ensemble.progressed.connect(self.status_changed)
        theory.changed.connect(self.changed)
        if pinned is not None:
            pinned.changed.connect(self.changed)

    # what is shown ---------------------------------------------------------------------------

    @property
    def signal_shown(self) -> bool:
        """Whether E a² stands in the place of the gradient."""
        return self._signal_shown

    def show_signal(self, shown: bool) -> None:
        """Show E a² of every layer, or the chosen gradient."""
        if shown != self._signal_shown:
            self._signal_shown = shown
            self.changed.emit()

    @property
    def quantity(self) -> str:
        """The gradient's name, or ``SECOND_MOMENT``."""
        return SECOND_MOMENT if self._signal_shown else self.gradients.choice.quantity

    def symbol(self) -> str:
        """The magnitude drawn."""
        return written(SYMBOL) if self._signal_shown else self.gradients.symbol()

    def shown_runs(self) -> tuple[ShownRun, ...]:
        """The open project and the pins."""
        runs = self.gradients.shown_runs()
        if not self._signal_shown:
            return runs
        result = self.gradients.result
        found = []
        for run in runs:
            if run.pin is not None:
                measurement = run.pin.measurement
            else:
                measurement = None if result is None else result.measurement
            profile = None if measurement is None else signal_profile(measurement)
            found.append(replace(run, profile=profile))
        return tuple(found)

    def band(self) -> Band | None:
        """The band of what is drawn; None where one seed is asked for or none is there yet."""
        measurement, count = self.ensemble.measurement, self.ensemble.count
        if measurement is None or count < 2:
            return None
        key = measurement, count, self.quantity, self.gradients.choice.statistic
        if self._band is None or self._band[0] != key:
            self._band = key, band_of(measurement, key[2], key[3], count)
        return self._band[1]

    def pinned_bands(self) -> tuple[tuple[int, str, Band], ...]:
        """(style, letter, band) of every pin whose seeds are measured."""
        found = []
        for run in self.gradients.shown_runs() if self.pinned is not None else ():
            if run.pin is None or self.pinned is None:
                continue
            measurement = self.pinned.measurement(run.pin)
            if measurement is None:
                continue
            count = min(len(measurement.seeds), self.ensemble.wanted)
            key = measurement, count, self.quantity, self.gradients.choice.statistic
            kept = self._pinned_bands.get(run.letter)
            if kept is None or kept[0] != key:
                kept = key, band_of(measurement, key[2], key[3], count)
                self._pinned_bands[run.letter] = kept
            found.append((run.style, run.letter, kept[1]))
        return tuple(found)

    def line(self) -> Floats | None:
        """The theory line of what is drawn, log₁₀; None where there is none."""
        found = self.theory.prediction
        statistic = self.gradients.choice.statistic
        return None if found is None else found.log10(self.quantity, statistic)

    def interval(self) -> tuple[Floats, Floats, Floats] | None:
        """Drift and ±2σ of single draws at finite width, where they are known exactly."""
        found = self.theory.prediction
        if found is None or self._signal_shown:
            return None
        return found.interval(self.quantity, self.gradients.choice.statistic)

    @property
    def line_corrected(self) -> bool:
        """Whether the line holds the first order in 1/n."""
        found = self.theory.prediction
        return found is not None and found.line is not None and found.line.corrected

    # single seeds ----------------------------------------------------------------------------

    @property
    def member(self) -> int | None:
        """The member that is lit, from 0."""
        band = self.band()
        return self._member if band is not None and _within(self._member, band) else None

    def light(self, member: int | None) -> None:
        """Light a member, or none."""
        if member != self._member:
            self._member = member
            self.member_changed.emit()

    def light_nearest(self, layer: int, height: float) -> None:
        """Light the member whose value in `layer` is nearest to 10^height."""
        band = self.band()
        inside = band is not None and 1 <= layer <= band.depth
        self.light(band.nearest(layer, height) if band is not None and inside else None)

    def light_next(self, step: int) -> bool:
        """Light the next seed (or the one before); False where there are no seeds to walk."""
        band = self.band()
        if band is None:
            return False
        last = len(band.seeds) - 1
        here = self.member
        first = 0 if step > 0 else last
        self.light(first if here is None else min(max(here + step, 0), last))
        return True

    # words -----------------------------------------------------------------------------------

    def readout(self, layer: int) -> Sequence[str]:
        """Heading, a line per run, then the seeds' five numbers, the lit seed and theory."""
        if self._signal_shown:
            heading = Message.of("Profile", _LAYER, layer=layer, symbol=self.symbol())
            lines = [words.text(heading)]
            now = words.translated("Profile", "now")
            for run in self.shown_runs():
                if run.profile is not None:
                    lines.append(f"{run.letter or now}  {value_text(run.profile, layer)}")
        else:
            lines = list(self.gradients.readout(layer))
        band = self.band()
        if band is not None and layer <= band.depth:
            lines.extend(spread_lines(band, layer, self.member))
        for _, letter, each in self.pinned_bands():
            if layer <= each.depth:
                lines.append(pinned_line(letter, each, layer))
        line = self.line()
        if line is not None and layer <= len(line):
            predicted = float(line[layer - 1])
            lines.append(theory_line(band, predicted, layer, mean=self._signal_shown))
        return lines

    def losses(self) -> tuple[Message, ...]:
        """Where seeds have no place on the axis, and how many."""
        band = self.band()
        return () if band is None else loss_messages(band)

    def status(self) -> str:
        """How many of the seeds are done, or why there are none."""
        ensemble = self.ensemble
        if ensemble.problem is not None:
            return words.problem_text(ensemble.problem)
        if ensemble.wanted == 1:
            return ""
        if not ensemble.busy and not ensemble.stopped and ensemble.done == ensemble.wanted:
            return ""
        template = QT_TRANSLATE_NOOP("Ensemble", "{done} of {count} seeds")
        return words.text(Message.of(_CONTEXT, template, done=ensemble.done, count=ensemble.wanted))

    # tables ----------------------------------------------------------------------------------

    def profile_table(self) -> Table:
        """Every drawn number: the runs, the five lines, every seed, theory."""
        table = profile_table(self.gradients, self.shown_runs(), self.symbol())
        name = self.gradients.full_name_of(self.gradients.shown_runs()[0])
        rows = list(table.rows)
        band, line = self.band(), self.line()
        if band is not None:
            rows.extend(band_rows(band, name))
        runs = {run.letter: run for run in self.gradients.shown_runs()}
        for _, letter, each in self.pinned_bands():
            pinned_name = self.gradients.full_name_of(runs[letter])
            rows.extend(band_rows(each, pinned_name, f"{letter} "))
        if line is not None:
            rows.extend(theory_rows(line, name))
        return Table(table.headings, tuple(rows))

    def statistics(self, *, members: bool = False) -> Table | None:
        """The statistics of every layer with those of the seeds; `members` adds every seed."""
        result = self.gradients.result
        if result is None:
            return None
        table = statistics_table(result.measurement)
        return with_band(table, self.band(), self.line(), self.symbol(), members=members)

    def _follow_ensemble(self) -> None:
        self.changed.emit()
        self.status_changed.emit()


def _within(member: int | None, band: Band) -> bool:
    return member is not None and member < len(band.seeds)
