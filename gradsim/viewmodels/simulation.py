"""The numbers of the open project, recomputed off the GUI thread after every edit.

One request runs, the newest one waits. A result is published at most once a frame; results of
a drag are published in order even if a newer request waits, so that curves move under the hand.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from time import monotonic

from PySide6.QtCore import QObject, Signal

from gradsim.engine.backward import traverse
from gradsim.engine.blas import limit_blas_threads
from gradsim.engine.chain import ChainFactor
from gradsim.engine.forward import ForwardPass
from gradsim.engine.measurement import Measurement, measure
from gradsim.engine.problems import Problem
from gradsim.engine.verdict.judging import Verdict, judge
from gradsim.engine.verdict.records import Quantity, Statistic
from gradsim.project.datasets import sample_count
from gradsim.project.evaluation import Materials, materialize, scoped_forward
from gradsim.project.model import Project
from gradsim.viewmodels.document import Document
from gradsim.viewmodels.jobs import Cancel, Jobs, Outcome
from gradsim.viewmodels.scope import Scope
from gradsim.viewmodels.single_shot import single_shot

FRAME_MS = 16
HURRY_MS = 100
BUSY_AFTER_MS = 150

Asked = tuple[Quantity, Statistic | None]
_FIRST_ASKED: Asked = ("weight_gradient", None)


@dataclass(frozen=True, slots=True, eq=False)
class SimulationResult:
    """Everything computed for one project and one scope; `sample` None means the batch."""

    project: Project
    sample: int | None
    materials: Materials
    forward: ForwardPass
    measurement: Measurement
    factors: tuple[ChainFactor, ...]
    _verdicts: dict[Asked, Verdict] = field(default_factory=dict, init=False, repr=False)

    def verdict(self, quantity: Quantity, statistic: Statistic | None) -> Verdict:
        """The engine's verdict on one profile, reached once."""
        asked = quantity, statistic
        if asked not in self._verdicts:
            materials = self.materials
            self._verdicts[asked] = judge(
                self.measurement, materials.network, materials.parameters, *asked
            )
        return self._verdicts[asked]

    @property
    def asked(self) -> tuple[Asked, ...]:
        """The verdicts that were asked for so far."""
        return tuple(self._verdicts)


def simulate(
    project: Project,
    sample: int | None,
    cancelled: Cancel | None = None,
    verdicts: Iterable[Asked] = (),
) -> SimulationResult:
    """Draw, run forward, walk the chain and measure.

    Parameters
    ----------
    sample : int or None
        Counted from 1 and held within the data; None for the batch, whose cost is the mean.
    verdicts : iterable of (quantity, statistic)
        The verdicts to reach here, so that whoever shows them need not.

    Raises
    ------
    Problem
        If the project cannot be computed.
    """
    materials = materialize(project, cancelled=cancelled)
    if sample is not None:
        sample = min(sample, materials.samples)
    forward = scoped_forward(materials, sample, cancelled=cancelled)
    factors: list[ChainFactor] = []
    # Measured as they come, while their arrays are still in the processor's cache.
    coming = kept(traverse(forward, sample is None, cancelled), factors)
    measurement = measure(forward, factors=coming, cancelled=cancelled)
    _ = measurement.columns  # made here, off the window's thread
    result = SimulationResult(project, sample, materials, forward, measurement, tuple(factors))
    for asked in verdicts:
        result.verdict(*asked)
    return result


def kept(factors: Iterable[ChainFactor], into: list[ChainFactor]) -> Iterator[ChainFactor]:
    """The same factors, each put into the list on its way."""
    for factor in factors:
        into.append(factor)
        yield factor


class Simulation(QObject):
    """Keeps the newest result of document and scope, and says when there is a newer one."""

    published = Signal()
    failed = Signal(object)
    """The Problem (or unexpected exception) of the newest project; the old result stays."""
    busy_changed = Signal(bool)
    """True once work has lasted long enough to tell, False when it has ended."""

    def __init__(self, document: Document, scope: Scope, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self._scope = scope
        self._result: SimulationResult | None = None
        self._problem: Exception | None = None
        self._ready: Outcome | None = None
        self._published_at = 0.0
        self._busy = False
        self._ended = False
        self._jobs = Jobs(self)
        self._jobs.finished.connect(self._receive)
        self._jobs.busy_changed.connect(self._follow_busy)
        self._frame = single_shot(self, FRAME_MS, self._publish)
        self._hurry = single_shot(self, HURRY_MS, self._jobs.hurry)
        self._patience = single_shot(self, BUSY_AFTER_MS, self._admit_busy)
        self._structure = _structure(document.project)
        scope.set_coupled(document.project.network.couples_samples)
        document.project_changed.connect(self._follow_project)
        scope.changed.connect(self._request)

    @property
    def result(self) -> SimulationResult | None:
        """The newest result; None until the first one."""
        return self._result

    @property
    def problem(self) -> Exception | None:
        """Why the newest project has no result; None while all is well."""
        return self._problem

    @property
    def busy(self) -> bool:
        """Whether work has lasted longer than a reader would not notice."""
        return self._busy

    @property
    def current(self) -> bool:
        """Whether the result is of the project and the scope as they stand."""
        result = self._result
        return (
            result is not None
            and result.project is self._document.project
            and result.sample == self._scope.sample
        )

    def start(self) -> None:
        """Compute for the first time; nothing runs before."""
        self._request()

    def compute_now(self) -> None:
        """Compute at once on this thread and publish, for screenshots and the first frame."""
        self._jobs.cancel()
        self._limit_threads()
        try:
            result = simulate(self._document.project, self._scope.sample)
        except Problem as problem:
            self._ready = Outcome(0, error=problem)
        else:
            self._ready = Outcome(0, result)
        self._publish()

    def shut_down(self) -> None:
        """Stop the thread; nothing is published afterwards."""
        for timer in (self._frame, self._hurry, self._patience):
            timer.stop()
        self._ended = True
        self._jobs.shut_down()

    def _follow_project(self) -> None:
        self._scope.set_coupled(self._document.project.network.couples_samples)
        self._request()

    def _request(self) -> None:
        project, sample = self._document.project, self._scope.sample
        structure = _structure(project)
        replace, self._structure = structure != self._structure, structure
        wanted = (_FIRST_ASKED,) if self._result is None else self._result.asked[-1:]

        def work(cancelled: Cancel) -> SimulationResult:
            return simulate(project, sample, cancelled, wanted)

        self._limit_threads()
        self._jobs.submit(work, replace=replace)
        self._hurry.start()

    def _limit_threads(self) -> None:
        """Hold BLAS to what the sizes deserve, from this thread.

        Its controller looks up the loaded libraries once; looked up on the job's thread, the
        loader's lock and Python's could be taken in opposite orders while this one imports.
        """
        project = self._document.project
        samples = sample_count(project.data) if self._scope.sample is None else 1
        limit_blas_threads(project.network, samples)

    def _receive(self, outcome: Outcome) -> None:
        if self._ended:
            return
        self._ready = outcome
        wait = FRAME_MS - 1000.0 * (monotonic() - self._published_at)
        if wait <= 0:
            self._publish()
        elif not self._frame.isActive():
            self._frame.start(round(wait))

    def _publish(self) -> None:
        outcome, self._ready = self._ready, None
        if outcome is None:
            return
        self._frame.stop()
        self._published_at = monotonic()
        self._problem = outcome.error
        if outcome.error is not None:
            self.failed.emit(outcome.error)
            return
        self._result = outcome.value
        self._scope.set_samples(outcome.value.materials.samples)
        self.published.emit()

    def _follow_busy(self, busy: bool) -> None:
        if busy:
            self._patience.start()
            return
        self._patience.stop()
        self._set_busy(False)

    def _admit_busy(self) -> None:
        self._set_busy(self._jobs.busy)

    def _set_busy(self, busy: bool) -> None:
        if busy != self._busy:
            self._busy = busy
            self.busy_changed.emit(busy)


def _structure(project: Project) -> tuple[int, ...]:
    """What makes a running result useless once it changes: the layers and their widths."""
    network = project.network
    return (network.inputs, *(part for each in network.layers for part in (each.id, each.units)))
