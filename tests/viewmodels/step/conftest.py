"""Fixtures for the walk and its views."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from gradsim.project.model import Project
from tests.viewmodels.step.step_desk import StepDesk

OpenDesk = Callable[[Project], StepDesk]


@pytest.fixture
def open_desk(qtbot: QtBot, tmp_path: Path) -> Iterator[OpenDesk]:
    """Puts a project on the table; every desk is cleared afterwards."""
    del qtbot
    desks: list[StepDesk] = []

    def opened(project: Project) -> StepDesk:
        desks.append(StepDesk(project, tmp_path))
        return desks[-1]

    yield opened
    for desk in desks:
        desk.shut_down()
