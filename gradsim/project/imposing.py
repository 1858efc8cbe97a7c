"""The seed and the data of one project put into another, and what that changed."""

from __future__ import annotations

from msgspec import Struct

from gradsim.project.edits.data import set_data, set_inputs, set_seed
from gradsim.project.model import Project


class Imposed(Struct, frozen=True, eq=False):
    """A project under another's seed and data.

    seed, data : whether these are other than they were.
    inputs, outputs : (before, after) where the data forced another width, else None.
    """

    project: Project
    seed: bool = False
    data: bool = False
    inputs: tuple[int, int] | None = None
    outputs: tuple[int, int] | None = None


def imposed(project: Project, model: Project) -> Imposed:
    """`project` with the seed and the data of `model`; its layers, cost and typed numbers stay.

    The input layer takes the width of the data, and the output too where the data fix it. A layer
    draws by its seed, its id and its shape: the same seed gives the same weights only where these
    agree.

    Raises
    ------
    Problem
        Where the data do not suit the project, for example its cost.
    """
    made = project
    if made.seed != model.seed:
        made = set_seed(made, model.seed)
    if made.data != model.data:
        made = set_data(made, model.data)
    if made.network.inputs != model.network.inputs:
        made = set_inputs(made, model.network.inputs)
    return Imposed(
        made,
        seed=made.seed != project.seed,
        data=made.data != project.data,
        inputs=_change(project.network.inputs, made.network.inputs),
        outputs=_change(project.output.units, made.output.units),
    )


def _change(before: int, after: int) -> tuple[int, int] | None:
    return None if before == after else (before, after)
