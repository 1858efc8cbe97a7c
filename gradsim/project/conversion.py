"""From the file's Structs to a project, checked whole, and back."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, cast

import msgspec
import numpy as np
from msgspec import UNSET

from gradsim.engine.initialization import TypedLayer
from gradsim.engine.network import Layer, Mode, Network, validate_network
from gradsim.engine.options import Choice
from gradsim.engine.problems import QT_TRANSLATE_NOOP, Problem
from gradsim.engine.remedies import RemedyValues, Residual
from gradsim.engine.remedies.learned import NAMES
from gradsim.engine.remedies.residual import Form
from gradsim.project.choices import Kind, full_options, names_of, options_of
from gradsim.project.datasets.dataset import Array
from gradsim.project.format import (
    FORMAT,
    VERSION,
    LayerFile,
    NetworkFile,
    ParametersFile,
    ProjectFile,
    ResidualFile,
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
            normalization=None
            if layer.normalization is None
            else _choice_of("normalization", layer.normalization, f"{place}.normalization"),
            residual=None
            if layer.residual is None
            else Residual(layer.residual.scale, cast("Form", layer.residual.form)),
            dropout=0.0 if layer.dropout is UNSET else layer.dropout,
        )
        for layer, place in (
            (layer, f"network.layers[{index}]") for index, layer in enumerate(file.layers)
        )
    ]
    mode = cast("Mode", "train" if file.mode is UNSET else file.mode)
    return Network(inputs=file.inputs, layers=with_ids(layers), cost=file.cost, mode=mode)


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
        written = name if isinstance(name, str) else msgspec.json.encode(name).decode()
        raise Problem(
            QT_TRANSLATE_NOOP("Problem", "There is no “{name}” here. There are: {names}."),
            place=f"{place}.name",
            name=written[:60],
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
    weights = None if entry.weights is None else _matrix(entry.weights, f"{place}.weights")
    if weights is not None:
        weights.setflags(write=False)
    biases = _row(entry.biases)
    given = {name: _row(getattr(entry, name)) for name in NAMES}
    remedies = None
    if any(values is not None for values in given.values()):
        remedies = RemedyValues(**given)
    if weights is None and biases is None and remedies is None:
        return None
    return TypedLayer(weights=weights, biases=biases, remedies=remedies)


def _row(numbers: list[float] | None) -> Array | None:
    if numbers is None:
        return None
    row = np.array(numbers, dtype=np.float64)
    row.setflags(write=False)
    return row


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

    A bias, mostly plain zeros, and a normalization are written with the options that differ from
    their defaults; a remedy that a layer does not have is left out.
    """
    layers = [
        LayerFile(
            units=layer.units,
            activation=_object_of("activation", layer.activation),
            weights=_object_of("weights", layer.weights),
            bias=_object_of("bias", layer.bias),
            id=layer.id,
            normalization=None
            if layer.normalization is None
            else _object_of("normalization", layer.normalization),
            residual=None
            if layer.residual is None
            else ResidualFile(layer.residual.scale, layer.residual.form),
            dropout=layer.dropout or UNSET,
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
            inputs=project.network.inputs,
            cost=project.network.cost,
            layers=layers,
            mode=UNSET if project.network.mode == "train" else project.network.mode,
        ),
        parameters=typed if any(entry is not None for entry in typed) else None,
        data=data,
        training=training_file_of(project.training),
        penalty=penalty_file_of(project.training),
    )


def _object_of(kind: Kind, choice: Choice) -> dict[str, Any]:
    if kind in ("bias", "normalization"):
        return {"name": choice.name, **choice.as_mapping()}
    return {"name": choice.name, **full_options(kind, choice)}


def _parameters_of(typed: TypedLayer | None) -> ParametersFile | None:
    if typed is None:
        return None
    return ParametersFile(
        weights=None if typed.weights is None else typed.weights.tolist(),
        biases=None if typed.biases is None else typed.biases.tolist(),
        **_remedies_of(typed.remedies),
    )


def _remedies_of(remedies: RemedyValues | None) -> dict[str, list[float]]:
    given = {name: getattr(remedies, name, None) for name in NAMES}
    return {name: values.tolist() for name, values in given.items() if values is not None}
