"""Keeps the ladder's path: the stepper's own in the parameter lens, else the strongest one."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from gradsim.engine.paths.parameter_paths import ParameterPaths
from gradsim.engine.problems import QT_TRANSLATE_NOOP
from gradsim.viewmodels.messages import Message
from gradsim.viewmodels.step.ladder.ladder import Ladder, ladder
from gradsim.viewmodels.step.sequence import Fold
from gradsim.viewmodels.step.stepper import Lens, Stepper
from gradsim.viewmodels.step.walk.path_jobs import PathJobs, PathRequest
from gradsim.viewmodels.step.walk.walk import Way, same_way, way_of


class LadderModel(QObject):
    """Finds the path of the chosen parameter in every lens and makes the ladder of it."""

    changed = Signal()
    """Paths that were sought in the background are there."""

    def __init__(self, stepper: Stepper, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._stepper = stepper
        self._jobs = PathJobs(self)
        self._jobs.found.connect(self._keep)
        self._request: PathRequest | None = None
        self._found: ParameterPaths | None = None
        self._way: Way | None = None
        self._opened: frozenset[int] = frozenset()

    @property
    def refusal(self) -> Message | None:
        """Why there is no ladder; None while there is one, or while it is sought."""
        stepper = self._stepper
        if stepper.result is None:
            return None
        if stepper.result.sample is None:
            return Message.of("Ladder", _NEEDS_SAMPLE)
        if stepper.result.forward.overflow_layer is not None:
            return Message.of("Ladder", _NO_NUMBERS)
        return None

    @property
    def needs_sample(self) -> bool:
        """Whether choosing a sample would help."""
        result = self._stepper.result
        return result is not None and result.sample is None

    def ladder(self, capacity: int) -> Ladder | None:
        """The ladder where the walk stands, of about `capacity` columns side by side."""
        stepper = self._stepper
        result = stepper.result
        # With remedies there are factors that no rung has a form for.
        if result is None or self.refusal is not None or not result.project.network.plain:
            return None
        paths = self._paths()
        if paths is None or not paths.paths:
            return None
        return ladder(
            stepper.walk,
            result,
            stepper.position,
            paths,
            self._index(paths),
            capacity,
            self._opened,
        )

    def go(self, index: int, capacity: int) -> None:
        """Walk to the factor of column `index`."""
        shown = self.ladder(capacity)
        if shown is None or not 0 <= index < len(shown.columns):
            return
        place = shown.columns[index].walk_index
        if place is not None:
            self._stepper.jump(place + 1)

    def open_fold(self, fold: Fold) -> None:
        """Show the columns of a folded run nearest to the cursor."""
        indices = fold.indices
        self._opened |= frozenset(indices[:4] if indices[0] else indices[-4:])
        self.changed.emit()

    def finish(self) -> None:
        """Wait for the paths, for a picture."""
        self._jobs.finish()

    def shut_down(self) -> None:
        """End the thread."""
        self._jobs.shut_down()

    def _paths(self) -> ParameterPaths | None:
        stepper = self._stepper
        result, address = stepper.result, stepper.parameter
        if result is None or address is None or result.sample is None:
            return None
        if stepper.paths is not None:
            return stepper.paths
        request, shortcut = self._request, stepper.walk.shortcut
        known = (request.result, request.address, request.shortcut) if request else None
        if known is None or known[0] is not result or known[1:] != (address, shortcut):
            self._request = PathRequest(result, Lens.PARAMETER, address, shortcut=shortcut)
            self._opened = frozenset()
            self._found = self._jobs.ask(self._request)
        return self._found

    def _index(self, paths: ParameterPaths) -> int:
        """The path walked last, while it is among the strongest; else the first."""
        if self._stepper.path is not None:
            self._way = way_of(self._stepper.path)
            return self._stepper.path_index
        if self._way is None:
            return 0
        # A path that begins at a − y of a softmax lacks the output through which others leave.
        ways = enumerate(way_of(path) for path in paths.paths)
        return next((index for index, way in ways if same_way(way, self._way)), 0)

    def _keep(self, request: PathRequest, paths: ParameterPaths) -> None:
        if request is self._request:
            self._found = paths
            self.changed.emit()


_NEEDS_SAMPLE = QT_TRANSLATE_NOOP(
    "Ladder", "The row of indices follows one path, and a path belongs to one sample."
)
_NO_NUMBERS = QT_TRANSLATE_NOOP(
    "Ladder", "The forward pass overflowed: there are no numbers to put on the ladder."
)
