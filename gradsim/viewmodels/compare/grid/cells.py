"""The cells behind the grid: measured for what is asked, each with the face that it shows."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QObject, Signal

from gradsim.engine.ensembles import Spread
from gradsim.project.model import Project
from gradsim.project.sweeps import CellResult
from gradsim.viewmodels.compare.grid.axes import Place
from gradsim.viewmodels.compare.grid.faces import (
    Face,
    both_zero,
    face_of,
    problem_text,
    ratio_spread,
)
from gradsim.viewmodels.compare.grid.measuring import Measuring
from gradsim.viewmodels.compare.grid.plan import Plan, cell_of, plan_of
from gradsim.viewmodels.compare.grid.setup import GridSetup
from gradsim.viewmodels.compare.grid.store import Asked, CellKey
from gradsim.viewmodels.document import Document
from gradsim.viewmodels.gradients.runs import Runs
from gradsim.viewmodels.scope import Scope
from gradsim.viewmodels.settings import Settings
from gradsim.viewmodels.single_shot import single_shot

SETTLE_MS: Final = 120
"""So long nothing may change before cells are measured: a slider passes many values."""

_MOST_FACES: Final = 2000


class GridCells(QObject):
    """Follows document, scope, choice of profile and setup while it is active."""

    arranged = Signal()
    """Other cells, or other words for them."""
    cells_changed = Signal(list)
    """The places whose faces are others."""
    progress_changed = Signal()

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
        self._asked: Asked = ("", "")
        self._faces: dict[Place, Face] = {}
        self._drawn: dict[tuple[CellKey, str, str], Face] = {}
        self._active = False
        self._settle = single_shot(self, SETTLE_MS, self._ask)
        self._soon = single_shot(self, 0, self._catch_up)
        self.measuring.measured.connect(self._take)
        for signal in (document.project_changed, scope.changed, self.setup.changed):
            signal.connect(self._follow)
        self.choice.changed.connect(self._follow)

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

    def both_zero(self, place: Place) -> int:
        """In how many draws the cell's first and last layer are exactly 0."""
        result = self.result(place)
        return 0 if result is None else both_zero(result, *self._asked)

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

    @property
    def prepared(self) -> bool:
        """Whether what measuring rests on has been looked up."""
        return self.measuring.prepared

    def prepare(self) -> None:
        """Look it up: some ten milliseconds, once."""
        self.measuring.prepare()

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

    def retranslate(self) -> None:
        """Word every face anew."""
        self._drawn.clear()
        for place in self._faces:
            self._put_face(place)
        self.arranged.emit()

    def finish(self) -> None:
        """Measure everything now: for a picture."""
        if self._soon.isActive():
            self._soon.stop()
            self._catch_up()
        if self._settle.isActive():
            self._ask()
        self.measuring.finish()

    def shut_down(self) -> None:
        """End the threads."""
        self._soon.stop()
        self._settle.stop()
        self.measuring.shut_down()

    def _follow(self) -> None:
        """Several changes of one turn, as of one that is loaded, are followed once."""
        if self._active:
            self._soon.start()

    def _catch_up(self) -> None:
        if self._active and self._arrange():
            self._settle.start()

    def _arrange(self) -> bool:
        """Show at once what is known of the new rows and columns, and the rest as outdated.

        Returns whether anything is new: an edit of what every cell sets itself changes nothing.
        """
        plan = plan_of(self.project, self._scope.sample, self.setup, self.measuring.store)
        asked = self.choice.quantity, self.choice.statistic
        if plan.same_as(self._plan) and asked == self._asked and self._faces:
            return False
        self._plan, self._asked = plan, asked
        wanted = [Place(row, column) for row in self.setup.activations
                  for column in self.setup.initializers]  # fmt: skip
        before, self._faces = self._faces, {}
        for place in wanted:
            self._put_face(place, before.get(place))
        self.arranged.emit()
        return True

    def _put_face(self, place: Place, before: Face | None = None) -> None:
        if self._plan.refusal is not None:
            problem = CellResult(cell_of(place, self.setup), (), problem=self._plan.refusal)
            self._faces[place] = face_of(problem, self.choice.quantity, self.choice.statistic, None)
            return
        key, result = self.key(place), self.result(place)
        if key is not None and result is not None:
            self._faces[place] = self._known_face(key, result)
        else:
            old = before if before is not None else self._faces.get(place)
            known = old is not None and old.state == "known"
            self._faces[place] = old.outdated() if known and old is not None else Face()

    def _known_face(self, key: CellKey, result: CellResult) -> Face:
        """The face of a result, made once; again when its verdict has come."""
        asked = self._asked
        verdict = self.measuring.store.verdict(key, asked)
        face = self._drawn.get((key, *asked))
        if face is None or (face.kind is None and verdict is not None):
            if len(self._drawn) > _MOST_FACES:
                self._drawn.clear()
            face = self._drawn[key, *asked] = face_of(result, *asked, verdict)
        return face

    def _ask(self) -> None:
        self._settle.stop()
        if self._active and self._plan.refusal is None:
            self.measuring.ask(self._plan, self._asked)
        else:
            self.measuring.rest()
        self.progress_changed.emit()

    def _take(self, places: Sequence[Place]) -> None:
        for place in places:
            self._put_face(place)
        self.cells_changed.emit(list(places))
        self.progress_changed.emit()
