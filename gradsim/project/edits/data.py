"""Edits of what surrounds the layers: data, cost, seed, input width and title."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from msgspec.structs import replace

from gradsim.engine.costs import cost_of
from gradsim.engine.options import Choice
from gradsim.engine.problems import QT_TRANSLATE_NOOP, Problem
from gradsim.project.datasets.loading import data_options, load_data, output_widths
from gradsim.project.datasets.table import DATASETS
from gradsim.project.edits.cells import finite
from gradsim.project.edits.rebuilding import checked, rebuilt
from gradsim.project.evaluation import check_sample
from gradsim.project.limits import MAXIMUM_SEED, MAXIMUM_TYPED
from gradsim.project.model import DataSource, Project, rows_of
from gradsim.project.validation import check_data_source

Part = Literal["inputs", "targets"]


def set_data(project: Project, data: DataSource) -> Project:
    """Other data; a set that fixes its widths gives them to the network.

    Typed rows give the network their width too. Going from any set to ``inline`` without rows
    keeps the present samples as typed ones.

    Raises
    ------
    Problem
        Where the set is unknown, an option is out of range, or the cost cannot read the targets.
    """
    if data.is_inline and data.inputs is None and data.targets is None:
        return samples_as_typed(project)
    check_data_source(data)
    network = project.network
    options = data_options(data)
    inputs = network.inputs
    units = project.output.units
    if data.inputs is not None and data.targets is not None:
        inputs, units = len(data.inputs[0]), len(data.targets[0])
    dataset = DATASETS[data.name]
    if dataset.inputs_of is not None:
        inputs = dataset.inputs_of(options)
    widths = output_widths(data)
    if widths is not None and (units not in widths or network.cost == "cross_entropy"):
        units = widths[-1]
    layers = list(network.layers)
    layers[-1] = replace(layers[-1], units=units)
    network = replace(network, inputs=inputs, layers=tuple(layers))
    return checked(replace(project, data=data, network=network), refit=True)


def set_data_option(project: Project, name: str, value: float) -> Project:
    """One option of the data set: its samples, noise, classes or seed."""
    return set_data(project, project.data.with_option(name, value))


def samples_as_typed(project: Project) -> Project:
    """The present samples as rows in the project, where each number can be typed.

    Raises
    ------
    Problem
        Where they are too many for a project file.
    """
    if project.data.is_inline:
        return project
    inputs, targets = load_data(project)
    if inputs.size + targets.size > MAXIMUM_TYPED:
        raise Problem(
            QT_TRANSLATE_NOOP(
                "Problem",
                "These samples are {count} numbers; at most {maximum} can be typed. Take fewer "
                "samples first.",
            ),
            place="data",
            count=inputs.size + targets.size,
            maximum=MAXIMUM_TYPED,
        )
    data = DataSource.inline(inputs.tolist(), targets.tolist())
    return checked(replace(project, data=data))


def set_sample_value(
    project: Project, part: Part, sample: int, column: int, value: float
) -> Project:
    """One number of the samples typed (`sample` and `column` count from 1); they become typed.

    Raises
    ------
    Problem
        Where there is no such number, or the number cannot be.
    """
    typed = samples_as_typed(project)
    rows = [list(row) for row in _rows(typed.data, part)]
    place = f"data.{part}"
    if not (1 <= sample <= len(rows) and 1 <= column <= len(rows[0])):
        raise Problem(
            QT_TRANSLATE_NOOP(
                "Problem", "There is no row {sample} with a column {column} in the samples."
            ),
            place=place,
            sample=sample,
            column=column,
        )
    rows[sample - 1][column - 1] = finite(value, f"{place}[{sample - 1}][{column - 1}]")
    return checked(replace(typed, data=_with_rows(typed.data, part, rows)))


def set_samples(
    project: Project, inputs: Sequence[Sequence[float]], targets: Sequence[Sequence[float]]
) -> Project:
    """All samples typed; their widths become the network's."""
    return set_data(project, DataSource.inline(inputs, targets))


def add_sample(project: Project) -> Project:
    """One more typed sample, a copy of the last."""
    typed = samples_as_typed(project)
    inputs, targets = _rows(typed.data, "inputs"), _rows(typed.data, "targets")
    data = replace(typed.data, inputs=(*inputs, inputs[-1]), targets=(*targets, targets[-1]))
    return checked(replace(typed, data=data))


def delete_sample(project: Project, sample: int) -> Project:
    """The typed samples without number `sample` (from 1)."""
    typed = samples_as_typed(project)
    check_sample(sample, len(_rows(typed.data, "inputs")))
    index = sample - 1
    data = replace(
        typed.data,
        inputs=tuple(row for at, row in enumerate(_rows(typed.data, "inputs")) if at != index),
        targets=tuple(row for at, row in enumerate(_rows(typed.data, "targets")) if at != index),
    )
    return checked(replace(typed, data=data))


def set_cost(project: Project, cost: str, *, adapt_output: bool = False) -> Project:
    """Another cost; with `adapt_output` the output takes the activation that this cost asks for.

    Typed targets stay as they are, and are refused where the cost cannot read them.

    Raises
    ------
    Problem
        Where the output's activation or the targets do not suit the cost.
    """
    network = replace(project.network, cost=cost)
    required = cost_of(cost).required_activation
    if adapt_output and required is not None and project.output.activation.name != required:
        # An output that a cost takes as it is has nothing behind its activation.
        output = replace(project.output, activation=Choice.of(required), residual=None, dropout=0.0)
        network = replace(network, layers=(*network.layers[:-1], output))
    return checked(replace(project, network=network))


def set_seed(project: Project, seed: int) -> Project:
    """Another seed: another draw of every layer that is not typed."""
    return checked(replace(project, seed=seed))


def new_draw(project: Project) -> Project:
    """The next seed (0 after the last), so that a class can follow along."""
    return set_seed(project, 0 if project.seed >= MAXIMUM_SEED else project.seed + 1)


def set_inputs(project: Project, inputs: int) -> Project:
    """Another number of inputs; typed samples are cut or filled with zeros.

    Raises
    ------
    Problem
        Where the data fix the number of inputs.
    """
    return rebuilt(project, inputs=inputs)


def set_title(project: Project, title: str) -> Project:
    """Another title."""
    return checked(replace(project, title=title))


def _rows(data: DataSource, part: Part) -> tuple[tuple[float, ...], ...]:
    rows = data.inputs if part == "inputs" else data.targets
    return () if rows is None else rows


def _with_rows(data: DataSource, part: Part, rows: Sequence[Sequence[float]]) -> DataSource:
    if part == "inputs":
        return replace(data, inputs=rows_of(rows))
    return replace(data, targets=rows_of(rows))
