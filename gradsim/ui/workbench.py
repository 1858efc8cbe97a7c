"""What every part of the window is given: the document, its numbers and the look, in one record."""

from __future__ import annotations

from msgspec import Struct

from gradsim.project.model import Project
from gradsim.ui.theme import ThemeController
from gradsim.viewmodels.document import Document
from gradsim.viewmodels.gradients.runs import Runs
from gradsim.viewmodels.notation.choice import NotationChoice
from gradsim.viewmodels.race.entrants import Entrants
from gradsim.viewmodels.scope import Scope
from gradsim.viewmodels.selection import Selection
from gradsim.viewmodels.settings import Settings
from gradsim.viewmodels.simulation import Simulation
from gradsim.viewmodels.step.nudge.nudge import Nudge
from gradsim.viewmodels.step.stepper import Stepper


class Workbench(Struct, frozen=True, eq=False):
    """The shared view models, handed to each panel's constructor."""

    document: Document
    selection: Selection
    scope: Scope
    simulation: Simulation
    stepper: Stepper
    nudge: Nudge
    runs: Runs
    race: Entrants
    settings: Settings
    notation: NotationChoice
    theme: ThemeController

    @classmethod
    def of(cls, project: Project, settings: Settings, theme: ThemeController) -> Workbench:
        """The view models of `project`, connected; nothing is computed yet."""
        document = Document(project)
        scope = Scope()
        simulation = Simulation(document, scope)
        stepper = Stepper(simulation, document, scope, settings)
        return cls(
            document=document,
            selection=Selection(document),
            scope=scope,
            simulation=simulation,
            stepper=stepper,
            nudge=Nudge(stepper, document),
            runs=Runs(document, simulation, scope, settings),
            race=Entrants(),
            settings=settings,
            notation=NotationChoice(settings),
            theme=theme,
        )

    def shut_down(self) -> None:
        """End every thread; call it once, when the window is closed."""
        self.nudge.shut_down()
        self.stepper.shut_down()
        self.runs.shut_down()
        self.simulation.shut_down()
        self.document.shut_down()
