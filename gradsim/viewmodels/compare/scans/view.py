"""The scan that is shown: its configurations, the curves so far, and loading one of its points."""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np
from PySide6.QtCore import QObject, Signal

from gradsim.engine.problems import QT_TRANSLATE_NOOP, Problem
from gradsim.project.datasets import sample_count
from gradsim.project.scans import ScanAxis, cell_at
from gradsim.project.sweeps import cell_project
from gradsim.viewmodels import words
from gradsim.viewmodels.compare.scans.choice import ScanChoice
from gradsim.viewmodels.compare.scans.configurations import Configurations
from gradsim.viewmodels.compare.scans.curves import Configuration, Floats, ScanCurve, curve_of
from gradsim.viewmodels.compare.scans.measuring import Measuring, Place, TheoryOf
from gradsim.viewmodels.compare.scans.wording import CONTEXT, NOW, gain_text, heading, value_text
from gradsim.viewmodels.document import Document
from gradsim.viewmodels.gradients.choice import ProfileChoice
from gradsim.viewmodels.gradients.quantities import statistic_symbol
from gradsim.viewmodels.gradients.runs import Runs
from gradsim.viewmodels.gradients.tables import Cell, Table
from gradsim.viewmodels.messages import Message
from gradsim.viewmodels.same_project import SameProject
from gradsim.viewmodels.scope import Scope
from gradsim.viewmodels.settings import Settings
from gradsim.viewmodels.single_shot import single_shot

SETTLE_MS = 350
"""How long the open network must stand before it is scanned anew."""
DRAW_MS = 60
"""At most so often are new points drawn."""


class ScansView(QObject):
    """Measures the open project and the pins over depth or gain while somebody looks."""

    changed = Signal()
    """New points, other configurations, or another quantity."""
    progress_changed = Signal()

    def __init__(
        self,
        document: Document,
        runs: Runs,
        scope: Scope,
        settings: Settings,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._document, self._scope = document, scope
        self.choice = ScanChoice(settings, self)
        # Of its own, because theory speaks of δ, and RMS is fair where the output is narrow.
        self.shown = ProfileChoice(None, self)
        self.shown.choose_quantity("delta")
        self.shown.suggest_statistic("rms")
        self.measuring = Measuring(self)
        self._configurations = Configurations(document, runs, self.choice)
        self._active = False
        self._stopped = False
        self._curves: tuple[ScanCurve, ...] | None = None
        self._settle = single_shot(self, SETTLE_MS, self.measure)
        self._draw = single_shot(self, DRAW_MS, self._report)
        self.measuring.told.connect(self._note)
        self.measuring.running_changed.connect(self._follow_running)
        self.shown.changed.connect(self._report)
        self.choice.changed.connect(self.measure)
        document.project_changed.connect(self._wait_and_measure)
        runs.changed.connect(self._wait_and_measure)
        scope.changed.connect(self._wait_and_measure)

    # what is scanned -------------------------------------------------------------------------

    def configurations(self) -> tuple[Configuration, ...]:
        """The open project first, then the pins."""
        return self._configurations.all()

    def set_active(self, active: bool) -> None:
        """Measure while shown; hidden, what runs is stopped."""
        self._active = active
        if active:
            self.measure()
        else:
            self._settle.stop()
            self.measuring.cancel()

    def measure(self) -> None:
        """Measure whatever is not known yet, coarse first, the configurations in turn."""
        self._settle.stop()
        self._stopped = False
        self._curves = None
        if not self._active:
            return
        self._configurations.forget_gone()
        known = self.configurations()
        places = [
            self._place(each, at)
            for level in self.choice.levels()
            for at in level
            for each in known
        ]
        self.measuring.measure(places, [self._asked(each) for each in known])
        self.changed.emit()

    def cancel(self) -> None:
        """Stop measuring; what is there stays."""
        self._settle.stop()
        self._stopped = True
        self.measuring.cancel()
        self.changed.emit()

    def finish(self) -> None:
        """Measure everything at once: for a picture."""
        self.measure()
        self.measuring.finish()
        self._report()

    def shut_down(self) -> None:
        """End the thread."""
        self._settle.stop()
        self._draw.stop()
        self.measuring.shut_down()

    # what is shown ---------------------------------------------------------------------------

    @property
    def running(self) -> bool:
        """Whether places are still measured."""
        return self.measuring.running

    @property
    def stopped(self) -> bool:
        """Whether a person has stopped the measuring before its end."""
        return self._stopped and any(
            self._place(each, at) not in self.measuring.points
            for each in self.configurations()
            for at in self.places()
        )

    @property
    def unfinished(self) -> bool:
        """Whether places are missing that are being measured, or were when it was stopped."""
        return self.running or self.stopped

    @property
    def progress(self) -> tuple[int, int]:
        """How many places are done, of how many."""
        return self.measuring.done, self.measuring.total

    def places(self) -> Floats:
        """Every place of the scan, ascending, measured or not."""
        return np.array(sorted(at for level in self.choice.levels() for at in level))

    def stops(self) -> Floats:
        """The places along the axis: depths, or log₁₀ of gains."""
        places = self.places()
        return places if self.choice.axis is ScanAxis.depth else np.log10(places)

    def curves(self) -> tuple[ScanCurve, ...]:
        """What is measured so far, one curve for each configuration."""
        if self._curves is None:
            self._curves = tuple(self._curve(each) for each in self.configurations())
        return self._curves

    def symbol(self) -> str:
        """The magnitude whose first and last layer are compared."""
        return words.text(statistic_symbol(self.shown.quantity, self.shown.statistic))

    def critical_gains(self) -> tuple[tuple[float, str], ...]:
        """The critical gains that theory knows, each with the letters of those that share it."""
        shared: dict[str, tuple[float, list[str]]] = {}
        for curve in self.curves():
            if curve.critical is not None:
                _, letters = shared.setdefault(gain_text(curve.critical), (curve.critical, []))
                letters.append(self.letter_text(curve.configuration.letter))
        return tuple((gain, ", ".join(letters)) for gain, letters in shared.values())

    def letter_text(self, letter: str) -> str:
        """``now``, ``A``, …"""
        return letter or words.translated(CONTEXT, NOW)

    def readout(self, stop: int, chosen: int) -> Sequence[str]:
        """A heading and one line per curve at a stop; the chosen curve is marked."""
        place = float(self.places()[stop])
        lines = [words.text(heading(self.choice.axis, place, self.symbol()))]
        curves = self.curves()
        for index, curve in enumerate(curves):
            mark = ("▸ " if index == chosen else "   ") if len(curves) > 1 else ""
            letter = self.letter_text(curve.configuration.letter)
            lines.append(f"{mark}{letter}  {value_text(curve, place)}")
        return lines

    def load(self, index: int, stop: int) -> bool:
        """Open the network of curve `index` at a stop, as one undo step; False where none is."""
        configurations = self.configurations()
        if not 0 <= index < len(configurations) or not 0 <= stop < len(self.places()):
            return False
        place = float(self.places()[stop])
        try:
            project = cell_project(configurations[index].base, cell_at(self.choice.axis, place))
        except Problem:
            return False
        if self.choice.axis is ScanAxis.depth:
            template = QT_TRANSLATE_NOOP("Undo", "Take {depth} layers from a scan")
            name = Message.of("Undo", template, depth=words.count(int(place)))
        else:
            template = QT_TRANSLATE_NOOP("Undo", "Take gain {gain} from a scan")
            name = Message.of("Undo", template, gain=gain_text(place))
        self._document.take(name, project, configurations[index].origin)
        return True

    def table(self) -> Table:
        """Every point with all digits."""
        rows: list[tuple[Cell, ...]] = []
        # Made anew: the curves that are shown carry names in the window's language.
        for curve in map(self._curve, self.configurations()):
            run = curve.configuration.letter or "now"
            for index, place in enumerate(curve.places):
                values = (curve.low[index], curve.median[index], curve.high[index])
                rows.append(
                    (
                        run,
                        curve.configuration.name,
                        float(place),
                        *(None if math.isnan(each) else float(each) for each in values),
                        str(curve.states[index]),
                        curve.lost[index],
                    )
                )
        headings = (
            "run", "name", str(self.choice.axis), "log10 lower quartile", "log10 median",
            "log10 upper quartile", "state", "seeds without ratio",
        )  # fmt: skip
        return Table(headings, tuple(rows))

    # inside ----------------------------------------------------------------------------------

    def _place(self, configuration: Configuration, at: float) -> Place:
        base, sample = configuration.base, self._scope.sample
        if sample is not None:
            sample = min(sample, sample_count(base.data))
        return Place(SameProject(base), self.choice.axis, at, self.choice.seeds, sample)

    def _asked(self, configuration: Configuration) -> TheoryOf:
        deepest = self.choice.top if self.choice.axis is ScanAxis.depth else 0
        return TheoryOf(SameProject(configuration.base), self.choice.axis, deepest)

    def _curve(self, configuration: Configuration) -> ScanCurve:
        points = self.measuring.points
        measured = []
        for at in self.places():
            point = points.get(self._place(configuration, float(at)))
            if point is not None:
                measured.append((float(at), point))
        theory = self.measuring.theories.get(self._asked(configuration))
        return curve_of(
            configuration,
            self.choice.axis,
            measured,
            self.shown.quantity,
            self.shown.statistic,
            theory,
        )

    def _wait_and_measure(self) -> None:
        if self._active:
            self.measuring.cancel()
            self._settle.start()

    def _note(self) -> None:
        self._curves = None
        if not self._draw.isActive():
            self._draw.start()
        self.progress_changed.emit()

    def _report(self) -> None:
        self._curves = None
        self.changed.emit()

    def _follow_running(self) -> None:
        self.progress_changed.emit()
