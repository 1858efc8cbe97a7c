"""Everything that a coach follows, on one project."""

from __future__ import annotations

from gradsim.project.model import Project
from gradsim.viewmodels.document import Document
from gradsim.viewmodels.gradients.coach.coach import Coach, CoachState
from gradsim.viewmodels.gradients.runs import Runs
from gradsim.viewmodels.gradients.view import GradientsView
from gradsim.viewmodels.scope import Scope
from gradsim.viewmodels.selection import Selection
from gradsim.viewmodels.simulation import Simulation
from tests.viewmodels.gradients.desk import wait_until


class Desk:
    """A coach that looks at the batch of a project."""

    def __init__(self, project: Project) -> None:
        self.document = Document(project)
        self.scope = Scope()
        self.scope.choose(None)
        self.selection = Selection(self.document)
        self.simulation = Simulation(self.document, self.scope)
        self.runs = Runs(self.document, self.simulation, self.scope)
        self.view = GradientsView(self.document, self.simulation, self.selection, self.runs)
        self.coach = Coach(self.document, self.simulation, self.view)
        self.view.set_active(True)
        self.simulation.compute_now()

    def settle(self) -> None:
        """Wait until the numbers are the project's and the coach has come to an end."""
        wait_until(lambda: self.simulation.current)
        self.coach.finish()
        wait_until(lambda: self.coach.state is not CoachState.measuring)

    def shut_down(self) -> None:
        """End the threads."""
        self.coach.shut_down()
        self.runs.shut_down()
        self.simulation.shut_down()
