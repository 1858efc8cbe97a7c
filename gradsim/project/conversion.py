"""From the file's Structs to a project, checked whole, and back."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import msgspec
import numpy as np

from gradsim.engine.initialization import TypedLayer
from gradsim.engine.network import Layer, Network, validate_network
from gradsim.engine.options import Choice
from gradsim.engine.problems import QT_TRANSLATE_NOOP, Problem
from gradsim.project.choices import Kind, full_options, names_of, options_of
from gradsim.project.datasets.dataset import Array
from gradsim.project.format import (
    FORMAT,
    VERSION,
    LayerFile,
    NetworkFile,
    ParametersFile,
    ProjectFile,
)
from gradsim.project.model import MAXIMUM_ID, DataSource, Project, with_ids
from gradsim.project.plan_file import penalty_file_of, plan_of, training_file_of
from gradsim.project.refusals import missing, sentence_of, too_large
from gradsim.project.validation import check_entries, check_project


def project_of(file: ProjectFile) -> Project:
    """The project that a decoded file describes, checked whole.

    Raises
    ------
    Problem
        At the first place that is wrong.
    """
    network = _network_of(file.network)
    validate_network(network)
    parameters: tuple[TypedLayer | None, ...] = tuple(
        None if entry is None else _typed_of(entry, f"parameters[{index}]")
        for index, entry in enumerate(file.parameters or ())
    )
    if file.parameters is None:
        parameters = (None,) * len(network.layers)
    check_entries(network, parameters)
    plan = plan_of(file.training, file.penalty, _choice_of)
    project = Project(file.title, file.seed, network, parameters, _data_of(file.data), plan)
    check_project(project)
    return project


def _network_of(file: NetworkFile) -> Network:
    layers = [
        Layer(
            units=layer.units,
            activation=_choice_of("activation", layer.activation, f"{place}.activation"),
            weights=_choice_of("weights", layer.weights, f"{place}.weights"),
            bias=_choice_of("bias", layer.bias, f"{place}.bias"),
            id=_id_of(layer.id, f"{place}.id"),
        )
        for layer, place in (
            (layer, f"network.layers[{index}]") for index, layer in enumerate(file.layers)
        )
    ]
    return Network(inputs=file.inputs, layers=with_ids(layers), cost=file.cost)


def _id_of(given: int | None, place: str) -> int:
    if given is None:
        return 0
    if not 1 <= given <= MAXIMUM_ID:
        raise Problem(
            QT_TRANSLATE_NOOP("Problem", "A layer's id must lie between 1 and {maximum}."),
            place=place,
            maximum=MAXIMUM_ID,
        )
    return given


def _choice_of(kind: Kind, given: Mapping[str, Any], place: str) -> Choice:
    """The choice that an object with a name and options describes."""
    if "name" not in given:
        raise missing("name", place)
    name = given["name"]
    if not isinstance(name, str) or options_of(kind, name) is None:
        raise Problem(
            QT_TRANSLATE_NOOP("Problem", "There is no “{name}” here. There are: {names}."),
            place=f"{place}.name",
            name=str(name)[:60],
            names=", ".join(names_of(kind)),
        )
    options = {key: value for key, value in given.items() if key != "name"}
    for key, value in options.items():
        if isinstance(value, bool) or not isinstance(value, int | float):
            raise Problem(
                QT_TRANSLATE_NOOP("Problem", "“{option}” must be a number."),
                place=f"{place}.{key}",
                option=key,
            )
        if isinstance(value, int) and value.bit_length() > 1023:
            raise too_large(f"{place}.{key}")
    return Choice.of(name, **options)


def _data_of(given: Mapping[str, Any]) -> DataSource:
    rows = {}
    rest = dict(given)
    for part in ("inputs", "targets"):
        if part in rest:
            rows[part] = _rows_of(rest.pop(part), f"data.{part}")
    choice = _choice_of("data", rest, "data")
    source = DataSource(choice.name, choice.options, rows.get("inputs"), rows.get("targets"))
    for part in ("inputs", "targets"):
        if source.is_inline and part not in rows:
            raise missing(part, "data")
    return source


def _rows_of(given: object, place: str) -> tuple[tuple[float, ...], ...]:
    try:
        return tuple(map(tuple, msgspec.convert(given, list[list[float]])))
    except msgspec.ValidationError as error:
        raise sentence_of(error, place) from None


def _typed_of(entry: ParametersFile, place: str) -> TypedLayer | None:
    if entry.weights is None and entry.biases is None:
        return None
    weights = None if entry.weights is None else _matrix(entry.weights, f"{place}.weights")
    biases = None if entry.biases is None else np.array(entry.biases, dtype=np.float64)
    for array in (weights, biases):
        if array is not None:
            array.setflags(write=False)
    return TypedLayer(weights=weights, biases=biases)


def _matrix(rows: list[list[float]], place: str) -> Array:
    for index, row in enumerate(rows):
        if len(row) != len(rows[0]):
            raise Problem(
                QT_TRANSLATE_NOOP(
                    "Problem", "This row has {count} numbers; the first has {expected}."
                ),
                place=f"{place}[{index}]",
                count=len(row),
                expected=len(rows[0]),
            )
    return np.array(rows, dtype=np.float64).reshape(len(rows), -1 if rows and rows[0] else 0)


def file_of(project: Project) -> ProjectFile:
    """The file that describes the project: every layer with its id, every option written out.

    A bias, mostly plain zeros, is written with the options that differ from their defaults.
    """
    layers = [
        LayerFile(
            units=layer.units,
            activation=_object_of("activation", layer.activation),
            weights=_object_of("weights", layer.weights),
            bias=_object_of("bias", layer.bias),
            id=layer.id,
        )
        for layer in project.layers
    ]
    typed = [_parameters_of(entry) for entry in project.parameters]
    data = _object_of("data", project.data.choice)
    if project.data.inputs is not None and project.data.targets is not None:
        data |= {"inputs": project.data.inputs, "targets": project.data.targets}
    return ProjectFile(
        format=FORMAT,
        version=VERSION,
        title=project.title,
        seed=project.seed,
        network=NetworkFile(
            inputs=project.network.inputs, cost=project.network.cost, layers=layers
        ),
        parameters=typed if any(entry is not None for entry in typed) else None,
        data=data,
        training=training_file_of(project.training),
        penalty=penalty_file_of(project.training),
    )


def _object_of(kind: Kind, choice: Choice) -> dict[str, Any]:
    if kind == "bias":
        return {"name": choice.name, **choice.as_mapping()}
    return {"name": choice.name, **full_options(kind, choice)}


def _parameters_of(typed: TypedLayer | None) -> ParametersFile | None:
    if typed is None:
        return None
    return ParametersFile(
        weights=None if typed.weights is None else typed.weights.tolist(),
        biases=None if typed.biases is None else typed.biases.tolist(),
    )
