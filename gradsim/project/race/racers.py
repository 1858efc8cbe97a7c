"""What a project becomes when it races: under the data and the seed that all racers share."""

from __future__ import annotations

from gradsim.engine.problems import QT_TRANSLATE_NOOP, Problem
from gradsim.project.datasets.loading import output_widths
from gradsim.project.imposing import imposed
from gradsim.project.model import Project

_MISFIT = QT_TRANSLATE_NOOP(
    "Problem",
    "This network has {inputs} inputs and {outputs} outputs; the data of the race go with {given} "
    "inputs and {wanted} outputs.",
)


def racer_project(project: Project, model: Project) -> Project:
    """`project` with the data and the seed of `model`; its layers, cost and typed numbers stay.

    Raises
    ------
    Problem
        Where the data do not fit its inputs, outputs or cost: a network that was made to fit would
        be another one.
    """
    inputs, outputs = project.network.inputs, project.output.units
    made = imposed(project, model)
    free = output_widths(model.data) is None
    misfit = free and outputs != model.output.units
    if misfit or made.inputs is not None or made.outputs is not None:
        raise Problem(
            _MISFIT,
            inputs=inputs,
            outputs=outputs,
            given=model.network.inputs,
            wanted=made.outputs[1] if made.outputs is not None else model.output.units,
        )
    return made.project
