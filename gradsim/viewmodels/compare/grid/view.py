"""The grid on screen: rows and columns in order, faces, the present cell, and what it does."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal

from gradsim.engine.ensembles import Spread
from gradsim.engine.problems import QT_TRANSLATE_NOOP
from gradsim.project.model import Project
from gradsim.project.sweeps import CellResult, cell_project
from gradsim.viewmodels.compare.grid.axes import Place
from gradsim.viewmodels.compare.grid.faces import Face, face_of, problem_text, ratio_spread
from gradsim.viewmodels.compare.grid.measuring import Measuring
from gradsim.viewmodels.compare.grid.plan import Plan, cell_of, plan_of
from gradsim.viewmodels.compare.grid.setup import GridSetup
from gradsim.viewmodels.compare.grid.sorting import Mode, Sorting, ordered
from gradsim.viewmodels.compare.grid.store import CellKey
from gradsim.viewmodels.compare.grid.wording import (
    activation_text,
    cell_name,
    initializer_text,
    progress_text,
)
from gradsim.viewmodels.document import Document
from gradsim.viewmodels.gradients.runs import Run, Runs
from gradsim.viewmodels.messages import Message
from gradsim.viewmodels.scope import Scope
from gradsim.viewmodels.settings import Settings

SETTLE_MS: Final = 120
"""So long nothing may change before cells are measured: a slider passes many values."""


class GridView(QObject):
    """Follows document, scope, choice of profile and setup while it is active."""

    rearranged = Signal()
    """Other rows, columns, order or words: everything is drawn anew."""
    cells_changed = Signal(list)
    """The places whose faces are others."""
    progress_changed = Signal()
    current_changed = Signal()
    """Another cell is looked at, or what is known of it is new."""

    def __init__(
        self,
        document: Document,
        scope: Scope,
        runs: Runs,
        settings: Settings | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._document, self._scope, self.runs = document, scope, runs
        self.choice = runs.choice
        self.setup = GridSetup(settings, self)
        self.measuring = Measuring(self)
        self._plan = Plan(None, None, {})
        self._faces: dict[Place, Face] = {}
        self._rows: tuple[str, ...] = ()
        self._columns: tuple[str, ...] = ()
        self._sortings = {"rows": Sorting(), "columns": Sorting()}
        self._current: Place | None = None
        self._active = False
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._settle.setInterval(SETTLE_MS)
        self._settle.timeout.connect(self._ask)
        self.measuring.measured.connect(self._take)
        self.measuring.ended.connect(self._end)
        for signal in (document.project_changed, scope.changed, self.setup.changed):
            signal.connect(self._follow)
        self.choice.changed.connect(self._follow)

    # what is shown -----------------------------------------------------------------------------

    @property
    def rows(self) -> tuple[str, ...]:
        """Activations from the top down."""
        return self._rows

    @property
    def columns(self) -> tuple[str, ...]:
        """Initializers from the left."""
        return self._columns

    @property
    def current(self) -> Place | None:
        """The cell that is looked at."""
        return self._current

    @property
    def sample(self) -> int | None:
        """The sample that is measured, from 1; None for the batch."""
        return self._scope.sample

    @property
    def project(self) -> Project:
        """The project that the cells vary."""
        return self._document.project

    def face(self, place: Place) -> Face:
        """What the cell at `place` shows."""
        return self._faces.get(place, Face())

    def key(self, place: Place) -> CellKey | None:
        """What the cell's numbers depend on, for what is asked now."""
        return self._plan.keys.get(place)

    def result(self, place: Place) -> CellResult | None:
        """What was measured there for what is asked now."""
        key = self.key(place)
        return None if key is None else self.measuring.store.result(key)

    def spread(self, place: Place) -> Spread | None:
        """How the cell's decades scatter; None where there are none."""
        result = self.result(place)
        if result is None or result.ratios is None:
            return None
        return ratio_spread(result, self.choice.quantity, self.choice.statistic)

    def measured_seeds(self, place: Place) -> int:
        """Over how many draws the cell was measured."""
        result = self.result(place)
        return 0 if result is None else len(result.seeds)

    def reason(self, place: Place) -> str:
        """Why the cell cannot be; empty where it can."""
        if self._plan.refusal is not None:
            return problem_text(self._plan.refusal)
        result = self.result(place)
        return "" if result is None else problem_text(result.problem)

    def sorting(self, axis: str) -> Sorting:
        """How ``rows`` or ``columns`` are ordered."""
        return self._sortings[axis]

    @property
    def progress(self) -> tuple[int, int]:
        """Cells known, and all."""
        places = [Place(row, column) for row in self._rows for column in self._columns]
        known = sum(self.face(each).state != "waiting" and self.face(each).fresh for each in places)
        return known, len(places)

    def progress_text(self) -> str:
        """How far it is, in words."""
        done, whole = self.progress
        seconds = self.measuring.seconds_left(whole - done) if self.measuring.busy else None
        return progress_text(done, whole, seconds, stopped=self.measuring.stopped)

    # what a person does ------------------------------------------------------------------------

    def set_active(self, active: bool) -> None:
        """Measure only while somebody looks; what is finished is kept."""
        if active == self._active:
            return
        self._active = active
        if active:
            self._arrange()
            self._ask()
        else:
            self._settle.stop()
            self.measuring.rest()

    def look_at(self, place: Place | None) -> None:
        """Make a cell the present one."""
        if place != self._current:
            self._current = place
            self.current_changed.emit()

    def move(self, down: int, across: int) -> None:
        """Go to a neighbour of the present cell, within the grid; at first to its first cell."""
        if not self._rows or not self._columns:
            return
        row, column = 0, 0
        if self._current is not None:
            row = self._rows.index(self._current.activation) + down
            column = self._columns.index(self._current.initializer) + across
        row = min(max(row, 0), len(self._rows) - 1)
        column = min(max(column, 0), len(self._columns) - 1)
        self.look_at(Place(self._rows[row], self._columns[column]))

    def sort(self, axis: str, mode: Mode, by: str = "") -> None:
        """Order ``rows`` or ``columns``; `by` is the line of the other axis that decides."""
        self._sortings[axis] = Sorting(mode, by)
        self._reorder()

    def sort_by(self, axis: str, by: str) -> None:
        """Another click on the heading `by` of the other axis: by decades, by size, as listed."""
        self._sortings[axis] = self._sortings[axis].next_by(by)
        self._reorder()

    def stop(self) -> None:
        """Measure no more until something changes or `resume` is called."""
        self.measuring.stop()
        self.progress_changed.emit()

    def resume(self) -> None:
        """Go on after `stop`."""
        self._ask()

    def load(self, place: Place) -> None:
        """Open the cell in the builder, as one undo step.

        Raises
        ------
        Problem
            Where such a network cannot be.
        """
        name = Message.of(
            "Undo",
            QT_TRANSLATE_NOOP("Undo", "Load {cell}"),
            cell=cell_name(place, self.setup.gain(place.initializer)),
        )
        self._document.edit(name, cell_project(self.project, cell_of(place, self.setup)))

    def pin(self, place: Place, replacing: str | None = None) -> Run | None:
        """Pin the cell as a run; None where four are pinned and none is to be replaced.

        Raises
        ------
        Problem
            Where such a network cannot be.
        """
        project = cell_project(self.project, cell_of(place, self.setup))
        return self.runs.pin_project(project, replacing=replacing)

    def retranslate(self) -> None:
        """Word every face anew."""
        for place in self._faces:
            self._put_face(place)
        self._reorder()

    def finish(self) -> None:
        """Measure everything now: for a picture."""
        if self._settle.isActive():
            self._settle.stop()
            self._ask()
        self.measuring.finish()

    def shut_down(self) -> None:
        """End the threads."""
        self._settle.stop()
        self.measuring.shut_down()

    # following ---------------------------------------------------------------------------------

    def _follow(self) -> None:
        if self._active:
            self._arrange()
            self._settle.start()

    def _arrange(self) -> None:
        """Show at once what is known of the new rows and columns, and the rest as outdated."""
        self._plan = plan_of(self.project, self._scope.sample, self.setup, self.measuring.store)
        wanted = [Place(row, column) for row in self.setup.activations
                  for column in self.setup.initializers]  # fmt: skip
        before, self._faces = self._faces, {}
        for place in wanted:
            self._put_face(place, before.get(place))
        if self._current is not None and self._current not in self._faces:
            self._current = None
        self._reorder()

    def _put_face(self, place: Place, before: Face | None = None) -> None:
        if self._plan.refusal is not None:
            problem = CellResult(cell_of(place, self.setup), (), problem=self._plan.refusal)
            self._faces[place] = face_of(problem, self.choice.quantity, self.choice.statistic, None)
            return
        key, result = self.key(place), self.result(place)
        if key is not None and result is not None:
            asked = self.choice.quantity, self.choice.statistic
            verdict = self.measuring.store.verdict(key, asked)
            self._faces[place] = face_of(result, *asked, verdict)
        else:
            old = before if before is not None else self._faces.get(place)
            known = old is not None and old.state == "known"
            self._faces[place] = old.outdated() if known and old is not None else Face()

    def _reorder(self) -> None:
        self._rows = self._ordered("rows")
        self._columns = self._ordered("columns")
        self.rearranged.emit()
        self.progress_changed.emit()
        self.current_changed.emit()

    def _ordered(self, axis: str) -> tuple[str, ...]:
        setup, across = self.setup, axis == "rows"
        names = setup.activations if across else setup.initializers
        others = setup.initializers if across else setup.activations

        def decades(name: str, other: str) -> float:
            return self.face(Place(name, other) if across else Place(other, name)).decades

        label = activation_text if across else initializer_text
        return ordered(names, self._sortings[axis], label, decades, others)

    def _ask(self) -> None:
        self._settle.stop()
        if self._active and self._plan.refusal is None:
            asked = self.choice.quantity, self.choice.statistic
            self.measuring.ask(self._plan, asked)
        else:
            self.measuring.rest()
        self.progress_changed.emit()

    def _take(self, places: Sequence[Place]) -> None:
        for place in places:
            self._put_face(place)
        self.cells_changed.emit(list(places))
        self.progress_changed.emit()
        if self._current in places:
            self.current_changed.emit()

    def _end(self) -> None:
        if any(each.mode in ("decades", "size") for each in self._sortings.values()):
            self._reorder()
        self.progress_changed.emit()
