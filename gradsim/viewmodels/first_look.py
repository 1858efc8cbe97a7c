"""The projects that the program itself starts from: the example with its remedy, and a blank."""

from __future__ import annotations

from gradsim.engine.network import Layer, Network
from gradsim.engine.options import Choice
from gradsim.project.edits.layers import set_activation, set_weights
from gradsim.project.model import DataSource, Project
from gradsim.project.presets import FIRST_LOOK
from gradsim.viewmodels.gradients.runs import Runs


def example() -> Project:
    """The built-in project of the first start."""
    return FIRST_LOOK.build()


def blank_project(cost: str = "squared_error") -> Project:
    """Two inputs and one sigmoid unit, to build on."""
    unit = Layer(
        units=1,
        activation=Choice.of("sigmoid"),
        weights=Choice.of("glorot_normal"),
        bias=Choice.of("zeros"),
        id=1,
    )
    network = Network(inputs=2, layers=(unit,), cost=cost)
    return Project("", 7, network, (), DataSource.of("gaussian", samples=64))


def remedied(project: Project) -> Project:
    """The same network with ReLU in its hidden layers, and He weights there."""
    hidden = project.layer_ids[:-1]
    changed = set_activation(project, hidden, Choice.of("relu"))
    return set_weights(changed, hidden, Choice.of("he_normal"))


def pin_remedy(project: Project, runs: Runs) -> None:
    """Pin ReLU with He beside the untouched example; any other project stands alone."""
    if not runs.pins and project == example():
        runs.pin_project(remedied(project))
