"""The import of a table: which columns are targets, and what comes of it, before it is taken."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, Signal

from gradsim.engine.problems import QT_TRANSLATE_NOOP, Problem
from gradsim.project.model import Project
from gradsim.project.own_data import Column, Grid, Own, own_project, own_samples, read_grid
from gradsim.viewmodels.document import Document
from gradsim.viewmodels.messages import Message
from gradsim.viewmodels.words import count

PREVIEW_ROWS: Final = 50
_SUMMARY = QT_TRANSLATE_NOOP("OwnData", "{samples} samples · {inputs} inputs · {outputs} outputs")
_CLASSES = QT_TRANSLATE_NOOP(
    "OwnData",
    "{samples} samples · {inputs} inputs · {outputs} classes: the output becomes softmax with "
    "cross-entropy",
)
_UNDO = QT_TRANSLATE_NOOP("Undo", "Data from “{file}”")


class ImportModel(QObject):
    """Holds one grid and the choices about it; `own` and `problem` follow every choice."""

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
        self.problem: Problem | None = None
        self._columns: dict[bool, tuple[Column, ...]] = {}
        try:
            self.grid = read_grid(path)
        except Problem as problem:
            self.problem = problem
            return
        self.header = self.grid.header_likely
        self.targets = (len(self.columns) - 1,)
        self.classes = self._looks_like_classes()
        self._work_out()

    @property
    def columns(self) -> Sequence[Column]:
        """What the columns hold."""
        if self.grid is None:
            return ()
        if self.header not in self._columns:
            self._columns[self.header] = self.grid.columns(self.header)
        return self._columns[self.header]

    def preview(self) -> Sequence[Sequence[str]]:
        """The first rows as they stand in the file."""
        return () if self.grid is None else self.grid.body(self.header)[:PREVIEW_ROWS]

    @property
    def project(self) -> Project | None:
        """What would be open afterwards; None where that cannot be, and `problem` says why."""
        if self.own is None:
            return None
        try:
            return own_project(self._document.project, self.own)
        except Problem as problem:
            self.problem = problem
            return None

    def summary(self) -> Message | None:
        """Samples, inputs and outputs in words."""
        own = self.own
        if own is None:
            return None
        return Message.of(
            "OwnData",
            _CLASSES if own.classes else _SUMMARY,
            samples=count(len(own.inputs)),
            inputs=count(own.inputs.shape[1]),
            outputs=count(own.targets.shape[1]),
        )

    def set_header(self, header: bool) -> None:
        """Whether the first row holds names."""
        self.header = header
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
        project = self.project
        if project is None:
            self.changed.emit()
            return False
        self._document.edit(Message.of("Undo", _UNDO, file=self.name), project)
        return True

    def _looks_like_classes(self) -> bool:
        return len(self.targets) == 1 and not self.columns[self.targets[0]].numeric

    def _work_out(self) -> None:
        self.own = self.problem = None
        if self.grid is not None:
            try:
                self.own = own_samples(
                    self.grid,
                    self.targets,
                    header=self.header,
                    standardize=self.standardize,
                    classes=self.classes,
                )
            except Problem as problem:
                self.problem = problem
        self.changed.emit()
