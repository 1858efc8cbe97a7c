"""Which networks are scanned: the open one and the pins, their names, and the cost in force."""

from __future__ import annotations

from collections.abc import Sequence

from gradsim.engine.problems import Problem
from gradsim.project import edits
from gradsim.project.model import Project
from gradsim.viewmodels import words
from gradsim.viewmodels.compare.scans.choice import ScanChoice
from gradsim.viewmodels.compare.scans.curves import Configuration
from gradsim.viewmodels.document import Document
from gradsim.viewmodels.gradients.differences import differing_aspects, main_aspects
from gradsim.viewmodels.gradients.runs import LETTERS, Runs
from gradsim.viewmodels.messages import Message


class Configurations:
    """The open project and the pins; with the cost `probe` where that is chosen.

    A project with another cost is made once, so that it can be told by its identity.
    """

    def __init__(self, document: Document, runs: Runs, choice: ScanChoice) -> None:
        self._document, self._runs, self._choice = document, runs, choice
        self._probed: dict[int, tuple[Project, Project]] = {}

    def all(self) -> tuple[Configuration, ...]:
        """The open project first, then the pins by letter."""
        now, pins = self._document.project, self._runs.pins
        projects = [now, *(run.project for run in pins)]
        origin = self._document.origin
        found = [Configuration("", 0, _name(0, projects), self._base(now), origin)]
        for index, run in enumerate(pins, 1):
            name = run.given_name or _name(index, projects)
            style = LETTERS.index(run.letter) + 1
            base = self._base(run.project)
            found.append(Configuration(run.letter, style, name, base, run.origin))
        return tuple(found)

    def forget_gone(self) -> None:
        """Keep no project that is neither open nor pinned."""
        kept = {id(self._document.project), *(id(run.project) for run in self._runs.pins)}
        self._probed = {key: each for key, each in self._probed.items() if key in kept}

    def _base(self, project: Project) -> Project:
        if not self._choice.probe or project.network.cost == "probe":
            return project
        known = self._probed.get(id(project))
        if known is None or known[0] is not project:
            try:
                known = project, edits.set_cost(project, "probe")
            except Problem:
                known = project, project
            self._probed[id(project)] = known
        return known[1]


def _name(index: int, projects: Sequence[Project]) -> str:
    """Activation and initializer, where these tell it from all others; else all that does."""
    project = projects[index]
    others = [each for at, each in enumerate(projects) if at != index]
    short = main_aspects(project)
    if any(main_aspects(each) == short for each in others):
        return _joined(differing_aspects(project, others) or short)
    return _joined(short)


def _joined(messages: Sequence[Message]) -> str:
    return " · ".join(map(words.text, messages))
