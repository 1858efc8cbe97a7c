"""Whether a project can be: every refusal with its place, in the order of the file."""

from __future__ import annotations

from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from gradsim.engine.costs import COSTS
from gradsim.engine.initialization import TypedLayer
from gradsim.engine.network import Network, validate_network
from gradsim.engine.options import check_options
from gradsim.engine.problems import QT_TRANSLATE_NOOP, Problem
from gradsim.engine.remedies.drawing import units_normalized_by
from gradsim.engine.remedies.learned import checked as check_remedy_values
from gradsim.engine.training.plan import check_plan
from gradsim.project.datasets.dataset import width_problem
from gradsim.project.datasets.loading import data_options, output_widths, sample_count
from gradsim.project.datasets.table import DATASETS
from gradsim.project.limits import MAXIMUM_SEED, MAXIMUM_TITLE, check_batch, check_samples
from gradsim.project.model import MAXIMUM_ID, DataSource, Project, Rows
from gradsim.project.remedy_values import check_owned


def check_project(project: Project) -> None:
    """Refuse a project that cannot be drawn, fed or run.

    Raises
    ------
    Problem
        At the first place that is wrong.
    """
    check_title(project.title)
    check_seed(project.seed)
    check_network(project.network)
    check_data_source(project.data)
    check_batch(project.network, sample_count(project.data))
    check_parameters(project.network, project.parameters)
    check_data_fits(project.network, project.data)
    check_plan(project.training)


_sound: list[Network] = []
"""The network found sound last: an edit asks about the one that it makes more than once."""


def check_network(network: Network) -> None:
    """Refuse a network that cannot be built, or whose ids no file can hold.

    Raises
    ------
    Problem
        With a place such as ``network.layers[2].units`` (counted from 0, as in the JSON).
    """
    if any(network is known for known in _sound):
        return
    # Of a softmax it depends on its place whether it can be; every other layer is sound anywhere.
    hidden = {id(layer) for known in _sound for layer in known.layers[:-1]}
    validate_network(network, hidden)
    check_ids(network)
    _sound[:] = [network]


def check_title(title: str) -> None:
    """Refuse a title that is a book, or that no file can hold."""
    if any("\ud800" <= character <= "\udfff" for character in title):
        raise Problem(
            QT_TRANSLATE_NOOP("Problem", "The title holds half a character, which is no text."),
            place="title",
        )
    if len(title) > MAXIMUM_TITLE:
        raise Problem(
            QT_TRANSLATE_NOOP(
                "Problem", "The title has {length} characters; at most {maximum} are kept."
            ),
            place="title",
            length=len(title),
            maximum=MAXIMUM_TITLE,
        )


def check_seed(seed: int) -> None:
    """Refuse a seed outside 0 … 2³¹ − 1."""
    if not 0 <= seed <= MAXIMUM_SEED:
        raise Problem(
            QT_TRANSLATE_NOOP("Problem", "The seed must lie between 0 and {maximum}."),
            place="seed",
            maximum=MAXIMUM_SEED,
        )


def check_ids(network: Network) -> None:
    """Refuse ids below 1: a layer's draws hang on its id, and 0 means that it has none yet."""
    for index, layer in enumerate(network.layers):
        if not 1 <= layer.id <= MAXIMUM_ID:
            raise Problem(
                QT_TRANSLATE_NOOP("Problem", "A layer's id must lie between 1 and {maximum}."),
                place=f"network.layers[{index}].id",
                maximum=MAXIMUM_ID,
            )


def check_entries(network: Network, parameters: tuple[TypedLayer | None, ...]) -> None:
    """Refuse a list of typed numbers that has not one entry per layer."""
    if len(parameters) != len(network.layers):
        raise Problem(
            QT_TRANSLATE_NOOP(
                "Problem",
                "Entries: {entries}; layers: {layers}. Each layer has one, null where it is drawn.",
            ),
            place="parameters",
            entries=len(parameters),
            layers=len(network.layers),
        )


def check_parameters(network: Network, parameters: tuple[TypedLayer | None, ...]) -> None:
    """Refuse typed numbers of a wrong shape, or that are not finite."""
    check_entries(network, parameters)
    fan_in = network.inputs
    for index, (layer, typed) in enumerate(zip(network.layers, parameters, strict=True)):
        if typed is not None:
            place = f"parameters[{index}]"
            if typed.weights is not None:
                check_weights(typed.weights, layer.units, fan_in, f"{place}.weights")
            if typed.biases is not None:
                check_biases(typed.biases, layer.units, f"{place}.biases")
            if typed.remedies is not None:
                check_owned(typed.remedies, layer, index + 1, place)
                units = units_normalized_by(layer, fan_in)
                check_remedy_values(typed.remedies, units, index + 1, place)
        fan_in = layer.units


def check_weights(weights: NDArray[np.float64], units: int, fan_in: int, place: str) -> None:
    """Refuse a weight matrix that is not (units, fan_in), or holds NaN or infinity."""
    if weights.shape != (units, fan_in):
        raise Problem(
            QT_TRANSLATE_NOOP(
                "Problem",
                "The weights are {rows} × {columns}; this layer needs {units} × {inputs} (its "
                "units × its inputs).",
            ),
            place=place,
            rows=weights.shape[0],
            columns=weights.shape[1] if weights.ndim > 1 else 0,
            units=units,
            inputs=fan_in,
        )
    _check_finite(weights, place)


def check_biases(biases: NDArray[np.float64], units: int, place: str) -> None:
    """Refuse biases that are not (units,), or hold NaN or infinity."""
    if biases.shape != (units,):
        raise Problem(
            QT_TRANSLATE_NOOP("Problem", "Biases: {count}; units of this layer: {units}."),
            place=place,
            count=biases.size,
            units=units,
        )
    _check_finite(biases, place)


def _check_finite(numbers: NDArray[np.float64], place: str) -> None:
    finite = np.isfinite(numbers)
    if not finite.all():
        position = "".join(f"[{index}]" for index in np.argwhere(~finite)[0])
        raise not_finite(f"{place}{position}")


def not_finite(place: str) -> Problem:
    """The refusal of NaN or infinity."""
    return Problem(
        QT_TRANSLATE_NOOP("Problem", "A number must be finite: NaN and infinity are not."),
        place=place,
    )


@lru_cache(maxsize=4)
def check_data_source(data: DataSource) -> None:
    """Refuse an unknown data set, its wrong options, or rows that are not a batch.

    What passed is remembered, so that edits of the layers do not read the rows again.
    """
    dataset = DATASETS.get(data.name)
    if dataset is None:
        raise Problem(
            QT_TRANSLATE_NOOP(
                "Problem", "There is no data set “{name}”. The data sets are: {names}."
            ),
            place="data.name",
            name=data.name,
            names=", ".join(DATASETS),
        )
    check_options(data.choice, dataset.options, "data")
    for part, rows in (("inputs", data.inputs), ("targets", data.targets)):
        if data.is_inline:
            _check_rows(rows, f"data.{part}")
        elif rows is not None:
            raise Problem(
                QT_TRANSLATE_NOOP(
                    "Problem", "Only the data set “inline” has rows; “{name}” makes its own."
                ),
                place=f"data.{part}",
                name=data.name,
            )
    if data.is_inline and data.inputs is not None and data.targets is not None:
        check_samples(len(data.inputs))
        if len(data.inputs) != len(data.targets):
            raise Problem(
                QT_TRANSLATE_NOOP(
                    "Problem",
                    "Rows of inputs: {inputs}; rows of targets: {targets}. Each sample has one of "
                    "both.",
                ),
                place="data.targets",
                targets=len(data.targets),
                inputs=len(data.inputs),
            )


def _check_rows(rows: Rows | None, place: str) -> None:
    if not rows:
        raise Problem(
            QT_TRANSLATE_NOOP("Problem", "Typed samples need at least one row here."), place=place
        )
    for index, row in enumerate(rows):
        numbers = np.asarray(row, dtype=np.float64)
        _check_finite(numbers, f"{place}[{index}]")


def check_data_fits(network: Network, data: DataSource) -> None:
    """Refuse data whose widths or targets do not fit the network and its cost."""
    units = network.layers[-1].units
    if data.inputs is not None:
        _check_rows_fit(data, network.inputs, units, network.cost)
        return
    dataset = DATASETS[data.name]
    options = data_options(data)
    if dataset.inputs_of is not None and dataset.inputs_of(options) != network.inputs:
        raise Problem(
            QT_TRANSLATE_NOOP(
                "Problem", "The data “{data}” have {inputs} inputs; the network takes {taken}."
            ),
            place="network.inputs",
            data=data.name,
            inputs=dataset.inputs_of(options),
            taken=network.inputs,
        )
    widths = output_widths(data)
    if dataset.classes_of is not None and widths is not None and units not in widths:
        raise width_problem(dataset.classes_of(options), units)
    if network.cost == "cross_entropy" and units == 1:
        raise Problem(
            QT_TRANSLATE_NOOP(
                "Problem",
                "Cross-entropy over one softmax unit is always certain; it needs 2 units or more.",
            ),
            place=f"network.layers[{len(network.layers) - 1}].units",
        )


@lru_cache(maxsize=4)
def _check_rows_fit(data: DataSource, inputs: int, outputs: int, cost: str) -> None:
    """Refuse typed samples of wrong widths, or targets that the cost cannot read."""
    for index, row in enumerate(data.inputs or ()):
        if len(row) != inputs:
            raise Problem(
                QT_TRANSLATE_NOOP(
                    "Problem", "This row has {count} numbers; the network has {width} inputs."
                ),
                place=f"data.inputs[{index}]",
                count=len(row),
                width=inputs,
            )
    for index, row in enumerate(data.targets or ()):
        if len(row) != outputs:
            raise Problem(
                QT_TRANSLATE_NOOP(
                    "Problem", "This row has {count} targets; the last layer has {width} units."
                ),
                place=f"data.targets[{index}]",
                count=len(row),
                width=outputs,
            )
    COSTS[cost].check_targets(np.array(data.targets, dtype=np.float64))
