"""The pins measured under the seed and the data of the open project, off the GUI thread."""

from __future__ import annotations

from msgspec import Struct
from PySide6.QtCore import QObject, Signal

from gradsim.engine.measurement import Measurement
from gradsim.engine.problems import Problem
from gradsim.project.imposing import Imposed, imposed
from gradsim.project.model import DataSource, Project
from gradsim.viewmodels.document import Document
from gradsim.viewmodels.gradients.runs import Run, Runs
from gradsim.viewmodels.jobs import Cancel, Jobs, Outcome
from gradsim.viewmodels.scope import Scope
from gradsim.viewmodels.settings import Settings
from gradsim.viewmodels.simulation import simulate

_SETTING = "compare_same_conditions"
_OFF = "off"


class Measured(Struct, frozen=True, eq=False):
    """What one pin is measured as: the project in force, what was imposed on it, its numbers.

    `refused` says why nothing could be imposed: the pin then keeps seed and data of its own.
    """

    project: Project
    imposed: Imposed | None = None
    refused: Problem | None = None
    samples: int = 0
    measurement: Measurement | None = None
    problem: Problem | None = None


class _Key(Struct, frozen=True):
    """What a measurement depends on: projects by identity, for they may be deep."""

    pin: int
    seed: int
    data: DataSource
    inputs: int
    sample: int | None


class Conditions(QObject):
    """Whether seed and data are those of the open project, and every pin's numbers under them."""

    changed = Signal()

    def __init__(
        self,
        document: Document,
        runs: Runs,
        scope: Scope,
        settings: Settings,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._document, self._runs, self._scope = document, runs, scope
        self._settings = settings
        self._same = settings.text(_SETTING) != _OFF
        self._active = False
        self._found: dict[str, tuple[_Key, Measured]] = {}
        self._asked: dict[str, _Key] = {}
        self._jobs = Jobs(self)
        self._jobs.finished.connect(self._take)
        document.project_changed.connect(self._follow)
        runs.changed.connect(self._follow)
        scope.changed.connect(self._follow)

    @property
    def same(self) -> bool:
        """Whether the pins are measured with the seed and the data of the open project."""
        return self._same

    def choose_same(self, same: bool) -> None:
        """Impose the open project's seed and data, or leave each run its own."""
        if same != self._same:
            self._same = same
            self._settings.set_text(_SETTING, "on" if same else _OFF)
            self._follow()
            self.changed.emit()

    def set_active(self, active: bool) -> None:
        """Work only while somebody looks."""
        self._active = active
        self._follow()

    def of(self, run: Run) -> Measured:
        """A pin as it is measured; before the first answer without numbers.

        While a newer measurement is under way the last one stands.
        """
        if not self._same:
            return Measured(
                run.project,
                samples=run.samples,
                measurement=run.measurement,
                problem=run.problem,
            )
        known = self._found.get(run.letter)
        if known is not None and known[0].pin == id(run.project):
            return known[1]
        return Measured(run.project)

    def finish(self) -> None:
        """Wait until every pin is measured: for a picture."""
        self._follow()
        self._jobs.finish()

    def shut_down(self) -> None:
        """End the thread."""
        self._jobs.shut_down()

    def _follow(self) -> None:
        if not self._active or not self._same:
            return
        letters = {run.letter for run in self._runs.pins}
        for gone in set(self._found) - letters:
            del self._found[gone]
        model, sample = self._document.project, self._scope.sample
        stale: dict[str, tuple[_Key, Run]] = {}
        for run in self._runs.pins:
            key = _Key(id(run.project), model.seed, model.data, model.network.inputs, sample)
            known = self._found.get(run.letter)
            if known is None or known[0] != key:
                stale[run.letter] = key, run
        wanted = {letter: key for letter, (key, _) in stale.items()}
        if not stale or (self._jobs.busy and wanted == self._asked):
            return
        self._asked = wanted

        def work(cancelled: Cancel) -> dict[str, tuple[_Key, Measured]]:
            return {
                letter: (key, _measured(run, model, sample, cancelled))
                for letter, (key, run) in stale.items()
            }

        self._jobs.submit(work, replace=True)

    def _take(self, outcome: Outcome) -> None:
        if outcome.error is not None:
            raise outcome.error
        pins = {run.letter: id(run.project) for run in self._runs.pins}
        for letter, (key, measured) in outcome.value.items():
            if pins.get(letter) == key.pin:
                self._found[letter] = key, measured
        self._asked = {}
        self._follow()
        self.changed.emit()


def _measured(run: Run, model: Project, sample: int | None, cancelled: Cancel) -> Measured:
    """One pin under the seed and data of `model`, or under its own where these do not suit it."""
    project, done, refused = run.project, None, None
    try:
        done = imposed(project, model)
        project = done.project
    except Problem as problem:
        refused = problem
    try:
        result = simulate(project, sample, cancelled)
    except Problem as problem:
        return Measured(project, done, refused, problem=problem)
    return Measured(project, done, refused, result.materials.samples, result.measurement)
