"""The Gradients workspace, shown, on a deep sigmoid network."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from gradsim.project.model import Project
from gradsim.ui.gradients.workspace import GradientsWorkspace
from gradsim.ui.workbench import Workbench
from tests.ui.dressing import undressed
from tests.viewmodels.gradients.desk import deep


def open_project(workbench: Workbench, project: Project) -> None:
    """Open a project and compute it at once."""
    workbench.document.load(project)
    workbench.simulation.compute_now()


@pytest.fixture
def bench(workbench: Workbench) -> Workbench:
    """The workbench on eight sigmoid layers, over a batch."""
    workbench.scope.choose(None)
    open_project(workbench, deep(8, 16, "sigmoid", samples=32))
    return workbench


@pytest.fixture
def workspace(bench: Workbench, qtbot: QtBot) -> Iterator[GradientsWorkspace]:
    with undressed():
        made = GradientsWorkspace(bench)
    qtbot.addWidget(made)
    made.resize(980, 650)
    with qtbot.waitExposed(made):
        made.show()
    yield made
    made.shut_down()
    made.close()
    made.shut_down()
