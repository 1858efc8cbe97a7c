"""The import of a table: which columns are targets, and what comes of it, before it is taken."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Final

from msgspec import Struct
from PySide6.QtCore import QObject, Signal

from gradsim.engine.activations import activation_of
from gradsim.engine.problems import QT_TRANSLATE_NOOP, Problem
from gradsim.project.model import Project
from gradsim.project.own_data import Column, Grid, Own, Reason, own_project, own_samples, read_grid
from gradsim.viewmodels.document import Document
from gradsim.viewmodels.jobs import Jobs, Outcome
from gradsim.viewmodels.messages import Message
from gradsim.viewmodels.words import count

PREVIEW_ROWS: Final = 50
_SUMMARY = QT_TRANSLATE_NOOP("OwnData", "samples {samples} · inputs {inputs} · outputs {outputs}")
_CLASSES = QT_TRANSLATE_NOOP(
    "OwnData",
    "samples {samples} · inputs {inputs} · classes {outputs}: the output becomes softmax with "
    "cross-entropy",
)
_IDENTITY = QT_TRANSLATE_NOOP(
    "OwnData", "The output becomes the identity: {activation} does not reach these targets."
)
_LEFT_OUT: Final = {
    Reason.ROWS: QT_TRANSLATE_NOOP(
        "OwnData", "Left out, because they have another number of rows: {arrays}."
    ),
    Reason.DIMENSIONS: QT_TRANSLATE_NOOP(
        "OwnData",
        "Left out, because they have more than two dimensions: {arrays}. Flatten them to one row "
        "per sample first: x.reshape(len(x), -1).",
    ),
    Reason.SINGLE: QT_TRANSLATE_NOOP(
        "OwnData", "Left out, because they are a single value: {arrays}."
    ),
    Reason.KIND: QT_TRANSLATE_NOOP(
        "OwnData", "Left out, because they hold neither real numbers nor text: {arrays}."
    ),
    Reason.EMPTY: QT_TRANSLATE_NOOP("OwnData", "Left out, because they are empty: {arrays}."),
}
_COMMAS = QT_TRANSLATE_NOOP("OwnData", "Decimal commas of the file are read as decimal points.")
_UNDO = QT_TRANSLATE_NOOP("Undo", "Data from “{file}”")


class ImportModel(QObject):
    """Holds one grid and the choices about it; `own`, `project` and `problem` follow every choice.

    Reading, and what comes of a choice, is worked out on a thread of its own: `working` tells.
    """

    changed = Signal()

    def __init__(self, path: str, document: Document, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self.name = Path(path).name
        self.grid: Grid | None = None
        self.header = False
        self.standardize = True
        self.classes = False
        self.targets: tuple[int, ...] = ()
        self.own: Own | None = None
        self.project: Project | None = None
        """What would be open afterwards; None where that cannot be, and `problem` says why."""
        self.problem: Problem | None = None
        self._columns: dict[bool, tuple[Column, ...]] = {}
        self._jobs = Jobs(self)
        self._jobs.finished.connect(self._end_job)
        self._jobs.submit(lambda _: self._opened(path))

    @property
    def working(self) -> bool:
        """Whether what is shown is not yet of the present choices."""
        return self._jobs.busy

    def finish(self) -> None:
        """Wait for what is being worked out: for a picture."""
        self._jobs.finish()

    def shut_down(self) -> None:
        """End the thread; nothing is told afterwards."""
        self._jobs.shut_down()

    @property
    def columns(self) -> Sequence[Column]:
        """What the columns hold."""
        return self._columns.get(self.header, ())

    def preview(self) -> Sequence[Sequence[str]]:
        """The first rows as they stand in the file."""
        if self.grid is None:
            return ()
        first = 1 if self.header else 0
        return self.grid.cells[first : first + PREVIEW_ROWS]

    def summary(self) -> Message | None:
        """Samples, inputs and outputs in words."""
        own = self.own
        if own is None:
            return None
        samples, inputs = count(len(own.inputs)), count(own.inputs.shape[1])
        outputs = own.targets.shape[1]
        text = _CLASSES if own.classes else _SUMMARY
        return Message.of("OwnData", text, samples=samples, inputs=inputs, outputs=count(outputs))

    def notes(self) -> tuple[Message, ...]:
        """What a reader would not expect: another output activation, arrays left out."""
        found = []
        before, after = self._document.project, self.project
        if self.own is not None and after is not None and not self.own.classes:
            old, new = (each.network.layers[-1].activation for each in (before, after))
            if old.name != new.name:
                label = Message("Activation", activation_of(old).label)
                found.append(Message.of("OwnData", _IDENTITY, activation=label))
        if self.grid is not None and self.grid.decimal_commas:
            found.append(Message.of("OwnData", _COMMAS))
        left_out = () if self.grid is None else self.grid.left_out
        for reason, told in _LEFT_OUT.items():
            arrays = ", ".join(each.array for each in left_out if each.reason is reason)
            if arrays:
                found.append(Message.of("OwnData", told, arrays=arrays))
        return tuple(found)

    def set_header(self, header: bool) -> None:
        """Whether the first row holds names."""
        self.header = header or (self.grid is not None and self.grid.named)
        self._work_out()

    def set_standardize(self, standardize: bool) -> None:
        """Whether inputs are brought to mean 0 and standard deviation 1."""
        self.standardize = standardize
        self._work_out()

    def set_classes(self, classes: bool) -> None:
        """Whether the target column holds classes."""
        self.classes = classes
        self._work_out()

    def set_target(self, column: int, chosen: bool) -> None:
        """Whether a column (from 0) is a target."""
        kept = set(self.targets) | {column} if chosen else set(self.targets) - {column}
        self.targets = tuple(sorted(kept))
        self.classes = self._looks_like_classes()
        self._work_out()

    def take(self) -> bool:
        """Put the samples into the project, as one undo step; whether that could be."""
        if self.project is None or self.working:
            return False
        self._document.edit(Message.of("Undo", _UNDO, file=self.name), self.project)
        return True

    def _looks_like_classes(self) -> bool:
        return len(self.targets) == 1 and not self.columns[self.targets[0]].numeric

    def _work_out(self) -> None:
        grid = self.grid
        if grid is not None:
            wanted = self.targets, self.header, self.standardize, self.classes
            base = self._document.project
            self._jobs.submit(lambda _: _worked_out(grid, base, *wanted))
            self.changed.emit()

    @staticmethod
    def _opened(path: str) -> _Opened:
        grid = read_grid(path)
        return _Opened(grid, {header: grid.columns(header) for header in (False, True)})

    def _end_job(self, outcome: Outcome) -> None:
        found = outcome.value
        if isinstance(outcome.error, Problem):
            self.own = self.project = None
            self.problem = outcome.error
        elif outcome.error is not None:
            raise outcome.error
        elif isinstance(found, _Opened):
            self.grid, self._columns = found.grid, found.columns
            self.header = found.grid.header_likely
            self.targets = found.grid.targets_likely
            self.classes = self._looks_like_classes()
            self._work_out()
            return
        else:
            self.own, self.project = found
            self.problem = None
        self.changed.emit()


class _Opened(Struct, frozen=True, eq=False):
    """A table that was read, and what its columns hold without and with names in the first row."""

    grid: Grid
    columns: dict[bool, tuple[Column, ...]]


def _worked_out(
    grid: Grid,
    base: Project,
    targets: Sequence[int],
    header: bool,
    standardize: bool,
    classes: bool,
) -> tuple[Own, Project]:
    own = own_samples(grid, targets, header=header, standardize=standardize, classes=classes)
    return own, own_project(base, own)
