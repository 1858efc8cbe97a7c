"""A project in training: the run, what it remembers of its way, and the file it goes on from."""

from gradsim.project.training.branching import branched, without_trained
from gradsim.project.training.history import History
from gradsim.project.training.readings import Readings
from gradsim.project.training.run import Run, trained_project
from gradsim.project.training.state_file import read_state, write_state

__all__ = [
    "History",
    "Readings",
    "Run",
    "branched",
    "read_state",
    "trained_project",
    "without_trained",
    "write_state",
]
