"""Keeps the cells of a plan measured and judged, off the window's thread, newest wins."""

from __future__ import annotations

from time import monotonic
from typing import Any, Final

from PySide6.QtCore import QObject, Signal

from gradsim.engine.blas import blas_name, limit_blas_threads
from gradsim.engine.problems import QT_TRANSLATE_NOOP, Problem
from gradsim.engine.verdict.judging import Verdict
from gradsim.project.sweeps import Cell, CellResult
from gradsim.viewmodels.compare.grid.axes import Place
from gradsim.viewmodels.compare.grid.filling import Answer, Filling, Task
from gradsim.viewmodels.compare.grid.plan import Plan, judging_of, measuring_of
from gradsim.viewmodels.compare.grid.store import Asked, CellKey, Store

LEAST_ASIDE: Final = 400
"""Layers of all cells together from which processes are worth their start."""
_LEAST_CELLS: Final = 6
_LEAST_SECONDS: Final = 1.5
"""Before so many cells and seconds no one can say how long the rest takes."""

_NO_MEMORY: Final = QT_TRANSLATE_NOOP(
    "Problem", "There is not enough memory for a network of this size."
)


class Measuring(QObject):
    """Asks for what the store has not got, and says which places have new numbers."""

    measured = Signal(list)
    """The places that have a result, or a verdict, since."""
    ended = Signal()
    failed = Signal(object)
    """An exception that is no Problem; its cell is refused, the others go on."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.store = Store()
        self._filling = Filling(self)
        self._filling.arrived.connect(self._take)
        self._filling.ended.connect(self._end)
        self._plan = Plan(None, None, {})
        self._asked: Asked = ("delta", "l2")
        self._places: dict[CellKey, list[Place]] = {}
        self._begun = 0.0
        self._fresh = 0
        self.stopped = False
        self.prepared = False

    def prepare(self) -> None:
        """Find the libraries whose threads are held, which takes a while the first time."""
        self.prepared = True
        blas_name()

    @property
    def busy(self) -> bool:
        """Whether cells are being measured."""
        return self._filling.busy

    @property
    def running(self) -> frozenset[Place]:
        """The places that are being measured at this moment."""
        keys = {running[0] for running in self._filling.running}
        return frozenset(place for place, key in self._plan.keys.items() if key in keys)

    def ask(self, plan: Plan, asked: Asked) -> None:
        """Measure what `plan` holds and is not known, judge it by quantity and statistic."""
        if plan.keys != self._plan.keys:
            self._begun, self._fresh = monotonic(), 0
        self._plan, self._asked = plan, asked
        self._places = {}
        for place, key in plan.keys.items():
            self._places.setdefault(key, []).append(place)
        self.stopped = False
        # The cells are computed side by side: a second thread in a product would only wait.
        limit_blas_threads()
        self._filling.fill(self._tasks())

    def hurry(self, place: Place) -> None:
        """Measure this cell next: somebody looks at it."""
        key = self._plan.keys.get(place)
        if key is not None and self.busy:
            self._filling.hurry((key, self._asked))

    def stop(self) -> None:
        """Measure no more; what is finished stays."""
        self.stopped = self.busy
        self._filling.cancel()

    def rest(self) -> None:
        """Measure no more for now, while nobody looks."""
        self._filling.cancel()

    def finish(self) -> None:
        """Wait for everything that was asked for: for a picture."""
        while self.busy:
            self._filling.finish()

    def shut_down(self) -> None:
        """End the threads."""
        self._filling.shut_down()

    def seconds_left(self, left: int) -> float | None:
        """How long `left` cells take at the pace so far; None while that is not known."""
        passed = monotonic() - self._begun
        if self._fresh < _LEAST_CELLS or passed < _LEAST_SECONDS:
            return None
        return passed / self._fresh * left

    def _tasks(self) -> list[Task]:
        base, calls = self._plan.base, {}
        for key in self._places:
            result = self.store.result(key)
            if result is None:
                if base is not None:
                    calls[key] = measuring_of(base, key, *self._asked)
            elif result.ratios is not None and self.store.verdict(key, self._asked) is None:
                calls[key] = judging_of(result, key, *self._asked)
        layers = 0 if base is None else len(base.layers)
        aside = len(calls) * layers >= LEAST_ASIDE
        return [Task((key, self._asked), call, aside) for key, call in calls.items()]

    def _take(self, answers: list[Answer]) -> None:
        places: list[Place] = []
        errors: list[Exception] = []
        for answer in answers:
            key, asked = answer.key
            self._keep(key, asked, answer, errors)
            places += self._places.get(key, ())
        if places:
            self.measured.emit(places)
        for error in errors:
            self.failed.emit(error)

    def _keep(self, key: CellKey, asked: Asked, answer: Answer, errors: list[Exception]) -> None:
        value: Any = answer.value
        if answer.error is not None:
            if not isinstance(answer.error, Problem | MemoryError):
                errors.append(answer.error)
            self.store.put(key, _refused(key, answer.error))
        elif isinstance(value, CellResult):
            self._fresh += 1
            self.store.put(key, value)
            if value.verdict is not None:
                self.store.put_verdict(key, asked, value.verdict)
        elif isinstance(value, Verdict):
            self.store.put_verdict(key, asked, value)

    def _end(self) -> None:
        self.ended.emit()


def _refused(key: CellKey, error: Exception) -> CellResult:
    problem = error
    if isinstance(error, MemoryError):
        problem = Problem(_NO_MEMORY)
    elif not isinstance(error, Problem):
        problem = Problem("{reason}", reason=str(error))
    assert isinstance(problem, Problem)
    return CellResult(Cell(key.activation, key.weights), (), problem=problem)
