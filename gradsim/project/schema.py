"""The JSON schema of project files: the Structs' own, with every choice and its options spelt out.

What stands in the tables of activations, initializers, costs and data sets appears here by itself.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any

import msgspec

from gradsim.engine.costs import COSTS
from gradsim.engine.options import Option
from gradsim.project.choices import Kind, names_of, options_of, table_of
from gradsim.project.datasets.table import DATASETS
from gradsim.project.format import FORMAT, VERSION, ProjectFile

_DIALECT = "https://json-schema.org/draft/2020-12/schema"
_CHOICES: tuple[tuple[str, Kind, str], ...] = (
    ("Activation", "activation", "An activation function with its options."),
    ("Weights", "weights", "An initializer of weights with its options."),
    ("Bias", "bias", "An initializer of biases with its options."),
    ("Normalization", "normalization", "A normalization with its options."),
    ("Optimizer", "optimizer", "An update rule with its options."),
    ("Schedule", "schedule", "A schedule of the learning rate with its options."),
)
_IN_TRAINING: frozenset[Kind] = frozenset({"optimizer", "schedule"})


def project_schema() -> dict[str, Any]:
    """The schema of the present version, as a JSON object."""
    schema: dict[str, Any] = msgspec.json.schema(ProjectFile)
    parts = schema["$defs"]
    for title, kind, description in _CHOICES:
        parts[title] = {
            "title": title,
            "description": description,
            "oneOf": [
                {
                    "description": _described(kind, name),
                    **_choice(name, options_of(kind, name) or ()),
                }
                for name in names_of(kind)
            ],
        }
        _refer(parts["TrainingFile" if kind in _IN_TRAINING else "LayerFile"], kind, title)
    parts["Data"] = {
        "title": "Data",
        "description": "A data set with its options.",
        "oneOf": [_data(name) for name in DATASETS],
    }
    project = parts["ProjectFile"]
    _refer(project, "data", "Data")
    project["properties"]["format"]["const"] = FORMAT
    project["properties"]["version"]["maximum"] = VERSION
    parts["NetworkFile"]["properties"]["cost"]["enum"] = list(COSTS)
    return {"$schema": _DIALECT, "title": "GradSim project", **schema}


def _described(kind: Kind, name: str) -> str:
    entry: Any = table_of(kind)[name]
    return f"{entry.label}: {entry.source}" if entry.source else str(entry.label)


def _refer(holder: dict[str, Any], field: str, title: str) -> None:
    """Let a field point at the spelt-out choice, its own description kept."""
    kept = {key: holder["properties"][field][key] for key in ("description", "default")
            if key in holder["properties"][field]}  # fmt: skip
    reference: dict[str, Any] = {"$ref": f"#/$defs/{title}"}
    if kept.get("default", reference) is None:
        reference = {"anyOf": [reference, {"type": "null"}]}
    holder["properties"][field] = {**kept, **reference}


def _choice(name: str, options: Sequence[Option]) -> dict[str, Any]:
    return {
        "type": "object",
        "properties": {"name": {"const": name}, **{o.name: _option(o) for o in options}},
        "required": ["name"],
        "additionalProperties": False,
    }


def _option(option: Option) -> dict[str, Any]:
    described: dict[str, Any] = {
        "type": "integer" if option.integer else "number",
        "default": _plain(option, option.default),
    }
    if option.label:
        described = {"description": option.label, **described}
    if math.isfinite(option.minimum):
        described["minimum"] = _plain(option, option.minimum)
    if math.isfinite(option.maximum):
        described["maximum"] = _plain(option, option.maximum)
    return described


def _plain(option: Option, value: float) -> float:
    return int(value) if option.integer else float(value)


def _data(name: str) -> dict[str, Any]:
    dataset = DATASETS[name]
    described = {"description": dataset.summary, **_choice(name, dataset.options)}
    if name == "inline":
        rows = {
            "type": "array",
            "minItems": 1,
            "items": {"type": "array", "items": {"type": "number"}},
        }
        described["properties"] |= {
            "inputs": {"description": "One row per sample, one column per input.", **rows},
            "targets": {"description": "One row per sample, one column per output.", **rows},
        }
        described["required"] = ["name", "inputs", "targets"]
    return described
