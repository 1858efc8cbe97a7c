"""Places of several configurations measured one after the other, each told as soon as it is."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from msgspec import Struct
from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, Signal

from gradsim.engine.blas import limit_blas_threads
from gradsim.engine.cancellation import check_cancelled
from gradsim.project.scans import ScanAxis, ScanPoint, cell_at, measure_point
from gradsim.project.scans.theory import DepthTheory, critical_gain, depth_theory
from gradsim.viewmodels.jobs import Cancel, Jobs, Outcome
from gradsim.viewmodels.same_project import SameProject


class Place(Struct, frozen=True):
    """One configuration at one place of a scan; equal places are measured once."""

    base: SameProject
    axis: ScanAxis
    at: float
    seeds: int
    sample: int | None


class TheoryOf(Struct, frozen=True):
    """What theory is asked about one configuration."""

    base: SameProject
    axis: ScanAxis
    deepest: int


class Measuring(QObject):
    """Works through a list of places off the GUI thread; a newer list takes its place."""

    told = Signal()
    """Something is there that was not."""
    running_changed = Signal()
    _arrived = Signal(int, object, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.points: dict[Place, ScanPoint] = {}
        self.theories: dict[TheoryOf, DepthTheory | float | None] = {}
        self._number = 0
        self.done = self.total = 0
        self._jobs = Jobs(self)
        self._jobs.finished.connect(self._end)
        self._jobs.busy_changed.connect(self._report_running)
        self._arrived.connect(self._take, Qt.ConnectionType.QueuedConnection)

    @property
    def running(self) -> bool:
        """Whether places are being measured."""
        return self._jobs.busy and self.done < self.total

    def measure(self, places: Sequence[Place], theories: Sequence[TheoryOf]) -> None:
        """Measure the places not known yet, in this order, and forget those not asked for."""
        wanted = set(places)
        self.points = {each: point for each, point in self.points.items() if each in wanted}
        self.theories = {each: self.theories[each] for each in theories if each in self.theories}
        left = [each for each in dict.fromkeys(places) if each not in self.points]
        unknown = [each for each in dict.fromkeys(theories) if each not in self.theories]
        self._number += 1
        number = self._number
        self.done, self.total = len(wanted) - len(left), len(wanted)
        self._jobs.cancel()
        if left or unknown:
            limit_blas_threads()
            tell: Callable[[Any, Any], None] = lambda key, found: self._arrived.emit(  # noqa: E731
                number, key, found
            )
            self._jobs.submit(lambda cancelled: _work(left, unknown, tell, cancelled), replace=True)
        self.running_changed.emit()

    def cancel(self) -> None:
        """Stop; what was measured stays."""
        self._number += 1
        self._jobs.cancel()
        self.total = self.done
        self.running_changed.emit()

    def finish(self) -> None:
        """Wait for every place: for a picture."""
        self._jobs.finish()
        QCoreApplication.sendPostedEvents(self, QEvent.Type.MetaCall)

    def shut_down(self) -> None:
        """End the thread."""
        self._number += 1
        self._jobs.shut_down()

    def _take(self, number: int, key: object, found: Any) -> None:
        if number != self._number:
            return
        if isinstance(key, Place):
            self.points[key] = found
            self.done += 1
        elif isinstance(key, TheoryOf):
            self.theories[key] = found
        self.told.emit()

    def _end(self, outcome: Outcome) -> None:
        if outcome.error is not None:
            raise outcome.error
        self.running_changed.emit()

    def _report_running(self, _busy: bool) -> None:
        self.running_changed.emit()


def _work(
    places: Sequence[Place],
    theories: Sequence[TheoryOf],
    tell: Callable[[Any, Any], None],
    cancelled: Cancel,
) -> None:
    for place in places:
        cell = cell_at(place.axis, place.at)
        tell(place, measure_point(place.base.project, cell, place.seeds, place.sample, cancelled))
    for asked in theories:
        check_cancelled(cancelled)
        if asked.axis is ScanAxis.depth:
            tell(asked, depth_theory(asked.base.project, asked.deepest))
        else:
            tell(asked, critical_gain(asked.base.project))
