"""What a run trains, and whether the open project is still that one."""

from __future__ import annotations

from msgspec.structs import replace

from gradsim.engine.initialization import Parameters
from gradsim.project.model import Project
from gradsim.project.training import branched, without_trained
from gradsim.viewmodels.training.snapshots import Snapshot


class Trained:
    """The project that a run began with, the same with numbers of the run that were kept, and an
    edit of one of them that is yet to be decided on."""

    def __init__(self) -> None:
        self.projects: tuple[Project, ...] = ()
        """What the run began with, then what was kept of it; none before the first step."""
        self.kept: tuple[Parameters, ...] = ()
        """The numbers that were kept."""
        self.edited = False
        """Whether the open project is none of them."""
        self.grown: Snapshot | None = None
        """The moment that was looked at when the edit was made: its numbers are in the project."""
        self._grown: list[tuple[Project, Snapshot]] = []
        """The edits made at an earlier moment so far, which redo may bring back."""

    def begin(self, project: Project) -> None:
        """A run of `project` begins."""
        self.projects, self.kept, self._grown = (project,), (), []

    def keep(self, project: Project, numbers: Parameters) -> None:
        """`numbers` of the run are typed into `project`: it is no edit."""
        self.projects, self.kept = (*self.projects, project), (*self.kept, numbers)

    def forget(self) -> None:
        """There is no run."""
        self.projects, self.kept, self.edited, self.grown = (), (), False, None
        self._grown = []

    def is_one(self, project: Project) -> bool:
        """Whether `project` is one of the run's but for its title."""
        return any(replace(each, title=project.title) == project for each in self.projects)

    def follow(self, project: Project, looked_at: Snapshot | None) -> None:
        """Another project is open; `looked_at` is where it was edited just now, if at an earlier
        moment."""
        was_edited = self.edited
        self.edited = bool(self.projects) and not self.is_one(project)
        if not self.edited:
            self.grown = None
        elif not was_edited:
            before = (moment for each, moment in self._grown if each is project)
            self.grown = looked_at or next(before, None)
        if self.grown is not None:
            self._grown.append((project, self.grown))

    def branch_of(self, edited: Project, parameters: Parameters) -> Project:
        """What the edited project goes on with: the numbers reached, or those it was edited at."""
        return edited if self.grown else branched(edited, self.projects[0], parameters)

    def apart_from_run(self, edited: Project) -> Project:
        """The edited project without the numbers of the run, those that were kept among them."""
        grown = () if self.grown is None else (self.grown.parameters,)
        for numbers in (*self.kept, *grown):
            edited = without_trained(edited, self.projects[0], numbers)
        return edited
