"""The view models of an ensemble on a small network, active, with nothing computed yet."""

from __future__ import annotations

from gradsim.project.model import Project
from gradsim.viewmodels.document import Document
from gradsim.viewmodels.gradients.ensembles.live import LiveEnsemble
from gradsim.viewmodels.gradients.ensembles.pinned import PinnedEnsembles
from gradsim.viewmodels.gradients.ensembles.seed_count import SeedCount
from gradsim.viewmodels.gradients.ensembles.view import SpreadView
from gradsim.viewmodels.gradients.runs import Runs
from gradsim.viewmodels.gradients.theory.live import LiveTheory
from gradsim.viewmodels.gradients.view import GradientsView
from gradsim.viewmodels.messages import Message
from gradsim.viewmodels.scope import Scope
from gradsim.viewmodels.selection import Selection
from gradsim.viewmodels.simulation import Simulation
from tests.viewmodels.gradients.desk import deep, wait_until

CHANGE = Message("Undo", "Change")


class SeedDesk:
    """All that is shown beside the runs."""

    def __init__(self, project: Project | None = None) -> None:
        self.document = Document(project or deep(4, 6, "tanh"))
        self.scope = Scope()
        self.simulation = Simulation(self.document, self.scope)
        self.runs = Runs(self.document, self.simulation, self.scope)
        self.gradients = GradientsView(
            self.document, self.simulation, Selection(self.document), self.runs
        )
        self.seeds = SeedCount()
        self.ensemble = LiveEnsemble(self.simulation, self.seeds)
        self.theory = LiveTheory(self.document, self.simulation)
        self.pinned = PinnedEnsembles(self.runs, self.ensemble)
        self.view = SpreadView(self.gradients, self.ensemble, self.theory, self.pinned)
        for part in (self.gradients, self.ensemble, self.theory, self.pinned):
            part.set_active(True)

    def compute(self) -> None:
        """The single run, at once; what follows it runs in the background."""
        self.simulation.compute_now()

    def edit(self, project: Project) -> None:
        """Another project, with its single run."""
        self.document.edit(CHANGE, project)
        self.compute()

    def settle(self) -> None:
        """Wait until every seed is there."""
        wait_until(lambda: not self.ensemble.busy and not self.pinned.busy)

    def shut_down(self) -> None:
        for part in (self.pinned, self.ensemble, self.theory, self.runs, self.simulation):
            part.shut_down()
