"""The samples of a project as arrays, and the sizes known before anything is loaded."""

from __future__ import annotations

from collections import OrderedDict
from threading import Lock

import numpy as np

from gradsim.engine.network import Network
from gradsim.engine.options import resolved_options
from gradsim.engine.problems import QT_TRANSLATE_NOOP, Problem
from gradsim.project.datasets.dataset import Array, Options, Request
from gradsim.project.datasets.table import DATASETS
from gradsim.project.model import DataSource, Project

_CACHE_BYTES = 64 * 2**20
_cache: OrderedDict[tuple[DataSource, Request], tuple[Array, Array]] = OrderedDict()
_lock = Lock()


def load_data(project: Project) -> tuple[Array, Array]:
    """Inputs (samples, inputs) and targets (samples, outputs) of the project, read-only.

    Loaded sets are kept, the least recently used leaving when they pass 64 MB together.

    Raises
    ------
    Problem
        Where the widths do not fit the network, or scikit-learn is missing.
    """
    request = data_request(project.network)
    key = (project.data, request)
    with _lock:
        if key in _cache:
            _cache.move_to_end(key)
            return _cache[key]
    loaded = _load(project.data, request)
    for array in loaded:
        array.setflags(write=False)
    with _lock:
        _cache[key] = loaded
        while len(_cache) > 1 and sum(map(_bytes, _cache.values())) > _CACHE_BYTES:
            _cache.popitem(last=False)
    return loaded


def sample_count(data: DataSource) -> int:
    """How many samples the data hold, without loading them."""
    if data.inputs is not None:
        return len(data.inputs)
    return DATASETS[data.name].samples_of(data_options(data))


def data_options(data: DataSource) -> Options:
    """Every option of the data set with its value."""
    return resolved_options(data.choice, DATASETS[data.name].options)


def input_lock(project: Project) -> Problem | None:
    """Why the number of inputs cannot be changed: the data fix it. None where it can."""
    dataset = DATASETS[project.data.name]
    if dataset.inputs_of is None:
        return None
    return Problem(
        QT_TRANSLATE_NOOP("Problem", "The data “{data}” have {inputs} inputs; that is fixed."),
        place="network.inputs",
        data=project.data.name,
        inputs=dataset.inputs_of(data_options(project.data)),
    )


def output_lock(project: Project) -> Problem | None:
    """Why the width of the last layer cannot be changed freely. None where it can."""
    widths = output_widths(project.data)
    if widths is None:
        return None
    place = f"network.layers[{len(project.layers) - 1}].units"
    if len(widths) == 2:
        return Problem(
            QT_TRANSLATE_NOOP(
                "Problem", "The data “{data}” have two classes: the last layer has 1 or 2 units."
            ),
            place=place,
            data=project.data.name,
        )
    return Problem(
        QT_TRANSLATE_NOOP(
            "Problem",
            "The data “{data}” have {classes} classes: the last layer has {classes} units.",
        ),
        place=place,
        data=project.data.name,
        classes=widths[0],
    )


def output_widths(data: DataSource) -> tuple[int, ...] | None:
    """Widths that the data allow for the last layer; None where any width serves."""
    return DATASETS[data.name].targets_of(data_options(data))


def data_request(network: Network) -> Request:
    """What this network asks of its data."""
    return Request(network.inputs, network.layers[-1].units, network.cost)


def _load(data: DataSource, request: Request) -> tuple[Array, Array]:
    if data.inputs is not None and data.targets is not None:
        return np.array(data.inputs, dtype=np.float64), np.array(data.targets, dtype=np.float64)
    return DATASETS[data.name].load(data_options(data), request)


def _bytes(arrays: tuple[Array, Array]) -> int:
    return arrays[0].nbytes + arrays[1].nbytes
