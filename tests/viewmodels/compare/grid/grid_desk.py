"""A small grid without a window."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from gradsim.project.model import Project
from gradsim.project.presets import preset
from gradsim.viewmodels.compare.grid.view import GridView
from gradsim.viewmodels.document import Document
from gradsim.viewmodels.gradients.runs import Runs
from gradsim.viewmodels.scope import Scope
from gradsim.viewmodels.simulation import Simulation

ROWS, COLUMNS = ("sigmoid", "tanh", "relu"), ("glorot_normal", "he_normal")


class Desk:
    """A grid of three activations and two initializers, five layers of six units, four seeds."""

    def __init__(self, project: Project) -> None:
        self.document, self.scope = Document(project), Scope()
        self.simulation = Simulation(self.document, self.scope)
        self.scope.choose(None)
        self.runs = Runs(self.document, self.simulation, self.scope)
        self.runs.choice.choose_quantity("delta")
        self.runs.choice.choose_statistic("l2")
        self.view = GridView(self.document, self.scope, self.runs)
        setup = self.view.setup
        setup.choose_activations(ROWS)
        setup.choose_initializers(COLUMNS)
        for name, value in (("depth", 5), ("width", 6), ("seeds", 4)):
            setup.set_number(name, value)

    def measure(self) -> None:
        """Look at the grid until every cell is known."""
        self.view.set_active(True)
        self.view.finish()


@contextmanager
def desk(name: str = "ten_sigmoid_layers") -> Iterator[Desk]:
    """A desk on a preset; its threads end with the block."""
    made = Desk(preset(name))
    try:
        yield made
    finally:
        made.view.shut_down()
        made.runs.shut_down()
        made.simulation.shut_down()
