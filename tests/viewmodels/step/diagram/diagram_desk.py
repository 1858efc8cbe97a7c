"""A network on the table for the diagram's tests: document, walk, selection and diagram model."""

from __future__ import annotations

from gradsim.engine.network import Layer, Network
from gradsim.engine.options import Choice
from gradsim.project.model import DataSource, Project
from gradsim.viewmodels.document import Document
from gradsim.viewmodels.scope import Scope
from gradsim.viewmodels.selection import Selection
from gradsim.viewmodels.settings import Settings
from gradsim.viewmodels.simulation import Simulation
from gradsim.viewmodels.step.diagram.actions import DiagramActions
from gradsim.viewmodels.step.diagram.diagram import DiagramModel
from gradsim.viewmodels.step.stepper import Stepper


def project_of(
    inputs: int,
    *units: int,
    activation: str = "sigmoid",
    last: str | None = None,
    weights: Choice | None = None,
    cost: str = "half_squared_error",
    samples: int = 8,
) -> Project:
    """A project on Gaussian data; the layers have the ids 1, 2, ..."""
    layers = tuple(
        Layer(
            count,
            Choice(last if last and number == len(units) else activation),
            weights or Choice("glorot_normal"),
            id=number,
        )
        for number, count in enumerate(units, start=1)
    )
    data = DataSource.of("gaussian", samples=samples, seed=3)
    return Project("test", 7, Network(inputs, layers, cost), (), data)


class DiagramDesk:
    """Everything that the diagram's model reads, computed."""

    def __init__(self, project: Project, settings: Settings) -> None:
        self.document = Document(project)
        self.scope = Scope()
        self.simulation = Simulation(self.document, self.scope)
        self.selection = Selection(self.document)
        self.stepper = Stepper(self.simulation, self.document, self.scope, settings)
        self.simulation.compute_now()
        self.model = DiagramModel(self.simulation, self.stepper, self.selection)
        self.model.set_size(780, 330)
        self.actions = DiagramActions(self.model, self.stepper, self.selection)

    def shut_down(self) -> None:
        """End the threads."""
        self.stepper.shut_down()
        self.simulation.shut_down()

    def show(self, project: Project) -> None:
        """Open another project and compute it."""
        self.document.load(project)
        self.simulation.compute_now()
