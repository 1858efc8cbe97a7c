"""The grid on screen: rows and columns in order, the present cell, and what is done with it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal

from gradsim.engine.problems import QT_TRANSLATE_NOOP
from gradsim.project.model import Project
from gradsim.project.sweeps import cell_project
from gradsim.viewmodels.compare.grid.axes import Place
from gradsim.viewmodels.compare.grid.cells import GridCells
from gradsim.viewmodels.compare.grid.plan import cell_of
from gradsim.viewmodels.compare.grid.sorting import Mode, Sorting, ordered
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


class GridView(GridCells):
    """The cells in rows and columns."""

    rearranged = Signal()
    """Other rows, columns, order or words: everything is drawn anew."""
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
        super().__init__(document, scope, runs, settings, parent)
        self._rows: tuple[str, ...] = ()
        self._columns: tuple[str, ...] = ()
        self._sortings = {"rows": Sorting(), "columns": Sorting()}
        self._current: Place | None = None
        self.arranged.connect(self._reorder)
        self.cells_changed.connect(self._tell_current)
        self.measuring.ended.connect(self._end)

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

    def look_at(self, place: Place | None) -> None:
        """Make a cell the present one."""
        if place != self._current:
            self._current = place
            if place is not None:
                self.measuring.hurry(place)
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
        return self.runs.pin_project(self.project_at(place), replacing=replacing)

    def project_at(self, place: Place) -> Project:
        """The project that the cell stands for.

        Raises
        ------
        Problem
            Where such a network cannot be.
        """
        return cell_project(self.project, cell_of(place, self.setup))

    def _reorder(self) -> None:
        if self._current is not None and self._current not in self._faces:
            self._current = None
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

    def _end(self) -> None:
        if any(each.mode in ("decades", "size") for each in self._sortings.values()):
            self._reorder()
        self.progress_changed.emit()

    def _tell_current(self, places: Sequence[Place]) -> None:
        if self._current in places:
            self.current_changed.emit()
