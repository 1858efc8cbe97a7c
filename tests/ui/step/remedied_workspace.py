"""The Step workspace on a network with every remedy, for the tests of this folder."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from pytestqt.qtbot import QtBot

from gradsim.project.model import Project
from gradsim.ui.step.workspace import StepWorkspace
from gradsim.ui.workbench import Workbench
from tests.ui.dressing import undressed
from tests.viewmodels.step.remedied_projects import every_remedy


@contextmanager
def remedied_workspace(workbench: Workbench, qtbot: QtBot) -> Iterator[StepWorkspace]:
    """The workspace, shown, and taken down again."""
    with undressed():
        made = StepWorkspace(workbench)
    made.resize(1150, 780)
    with qtbot.waitActive(made):
        made.show()
    load(made, workbench, every_remedy())
    yield made
    made.shut_down()
    made.close()
    made.deleteLater()


def load(workspace: StepWorkspace, workbench: Workbench, project: Project) -> None:
    """Open a project and compute it."""
    workbench.document.load(project)
    workbench.simulation.compute_now()
    workspace.finish_drawing()
