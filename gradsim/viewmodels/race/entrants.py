"""Who enters the race: up to four projects, handed in from anywhere in the window."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import repeat
from typing import TYPE_CHECKING, Final

from msgspec import Struct
from PySide6.QtCore import QObject, Signal

from gradsim.engine.problems import QT_TRANSLATE_NOOP, Problem

if TYPE_CHECKING:
    from gradsim.project.model import Project

MOST: Final = 4
_FULL = QT_TRANSLATE_NOOP(
    "Problem", "Four networks are in the race already. Take one out of it first."
)
_THERE = QT_TRANSLATE_NOOP("Problem", "This network is in the race already, as racer {racer}.")


class Racer(Struct, frozen=True, eq=False):
    """One project under the number, from 1, that it keeps while it is in the race.

    origin : that of the document that it comes from.
    """

    number: int
    project: Project
    origin: object = None

    @property
    def style(self) -> int:
        """Which of the runs' styles draws it."""
        return self.number - 1


class Entrants(QObject):
    """Holds the racers by number; whoever runs them looks here when a race begins."""

    changed = Signal()
    wanted = Signal()
    """The race is to be looked at."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._racers: tuple[Racer, ...] = ()
        self.refused: Problem | None = None
        """Why the last of those handed in did not enter; until the next change."""

    @property
    def racers(self) -> tuple[Racer, ...]:
        """Those in the race, by number."""
        return self._racers

    def add(self, project: Project, origin: object = None) -> Racer:
        """Let one more race, of the document's `origin`.

        Raises
        ------
        Problem
            If four do already, or the same network does.
        """
        for racer in self._racers:
            if _same(racer.project, project):
                raise Problem(_THERE, racer=racer.number)
        taken = {racer.number for racer in self._racers}
        number = next((each for each in range(1, MOST + 1) if each not in taken), None)
        if number is None:
            raise Problem(_FULL)
        made = Racer(number, project, origin)
        self.refused = None
        self._racers = tuple(sorted([*self._racers, made], key=lambda each: each.number))
        self.changed.emit()
        return made

    def enter(self, projects: Iterable[Project], origins: Iterable[object] = repeat(None)) -> None:
        """Let all of these race that are not in it yet, as far as there is room; see `refused`.

        origins : those of the documents that they come from.
        """
        refused = None
        for project, origin in zip(projects, origins, strict=False):
            if any(_same(racer.project, project) for racer in self._racers):
                continue
            try:
                self.add(project, origin)
            except Problem as problem:
                refused = problem
        if refused is not self.refused:
            self.refused = refused
            self.changed.emit()

    def remove(self, number: int) -> None:
        """Take a racer out."""
        kept = tuple(racer for racer in self._racers if racer.number != number)
        if len(kept) != len(self._racers):
            self.refused = None
            self._racers = kept
            self.changed.emit()

    def clear(self) -> None:
        """Take all racers out."""
        if self._racers or self.refused is not None:
            self.refused = None
            self._racers = ()
            self.changed.emit()

    def ask(self) -> None:
        """Let the race be looked at."""
        self.wanted.emit()


def _same(one: Project, other: Project) -> bool:
    """Whether two projects would race alike: data, seed and plan are the same for all anyway."""
    from gradsim.project.model import same_numbers

    return (
        one.network == other.network
        and len(one.parameters) == len(other.parameters)
        and all(map(same_numbers, one.parameters, other.parameters))
    )
