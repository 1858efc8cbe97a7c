"""A project with a stepper on it, for tests of the walk and its views."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QSettings

from gradsim.project.model import Project
from gradsim.viewmodels.document import Document
from gradsim.viewmodels.messages import Message
from gradsim.viewmodels.scope import Scope
from gradsim.viewmodels.settings import Settings
from gradsim.viewmodels.simulation import Simulation, SimulationResult
from gradsim.viewmodels.step.stepper import Stepper

NAME = Message("Undo", "Change")


class StepDesk:
    """Document, simulation and stepper; every edit is computed at once."""

    def __init__(self, project: Project, folder: Path) -> None:
        store = QSettings(str(folder / "settings.ini"), QSettings.Format.IniFormat)
        self.settings = Settings(store)
        self.document = Document(project)
        self.scope = Scope()
        self.simulation = Simulation(self.document, self.scope)
        self.stepper = Stepper(self.simulation, self.document, self.scope, self.settings)
        self.compute()

    @property
    def project(self) -> Project:
        """The open project."""
        return self.document.project

    @property
    def result(self) -> SimulationResult:
        """What the steps were made from."""
        assert self.stepper.result is not None
        return self.stepper.result

    def compute(self) -> None:
        """Bring the stepper up to date with document and scope."""
        self.simulation.compute_now()
        self.settle()

    def settle(self) -> None:
        """Wait for paths that are sought off the GUI thread."""
        while self.stepper.waiting:
            QCoreApplication.processEvents()

    def edit(self, project: Project) -> None:
        """Make `project` the open one through an undoable edit."""
        self.document.edit(NAME, project)
        self.compute()

    def load(self, project: Project) -> None:
        """Open another project."""
        self.document.load(project)
        self.compute()

    def look_at(self, sample: int | None) -> None:
        """Choose a sample, or the batch."""
        self.scope.choose(sample)
        self.compute()

    def shut_down(self) -> None:
        """End the threads."""
        self.stepper.shut_down()
        self.simulation.shut_down()
