"""The printed schema documents every field and every choice, and agrees with what is written."""

from __future__ import annotations

import json
from typing import Any

import pytest

from gradsim.engine.activations import ACTIVATIONS
from gradsim.engine.costs import COSTS
from gradsim.project.datasets import DATASETS
from gradsim.project.file import encode_project
from gradsim.project.presets import PRESETS, preset
from gradsim.project.schema import project_schema

SCHEMA = project_schema()


def holds(schema: dict[str, Any], value: Any) -> bool:
    """The part of JSON Schema that ours uses."""
    if "$ref" in schema:
        return holds(SCHEMA["$defs"][schema["$ref"].removeprefix("#/$defs/")], value)
    if "anyOf" in schema:
        return any(holds(option, value) for option in schema["anyOf"])
    if "oneOf" in schema:
        return sum(holds(option, value) for option in schema["oneOf"]) == 1
    if "const" in schema and value != schema["const"]:
        return False
    if "enum" in schema and value not in schema["enum"]:
        return False
    kind = schema.get("type")
    if kind == "object":
        known = schema["properties"]
        return (
            isinstance(value, dict)
            and set(schema["required"]) <= set(value) <= set(known)
            and all(holds(known[key], entry) for key, entry in value.items())
        )
    if kind == "array":
        return isinstance(value, list) and all(holds(schema["items"], entry) for entry in value)
    if kind in ("integer", "number"):
        allowed = int if kind == "integer" else int | float
        return isinstance(value, allowed) and schema.get("minimum", value) <= value <= schema.get(
            "maximum", value
        )
    return {"string": str, "null": type(None), None: object}[kind] and isinstance(
        value, {"string": str, "null": type(None), None: object}[kind]
    )


@pytest.mark.parametrize("name", PRESETS)
def test_every_preset_satisfies_the_schema(name: str) -> None:
    assert holds(SCHEMA, json.loads(encode_project(preset(name))))


def test_a_misspelt_option_does_not() -> None:
    content = json.loads(encode_project(preset("mazur")))
    content["network"]["layers"][0]["weights"]["gian"] = 1.0
    assert not holds(SCHEMA, content)


def test_every_field_is_described() -> None:
    for part in SCHEMA["$defs"].values():
        assert part.get("description")
        for name, field in part.get("properties", {}).items():
            assert field.get("description"), name


def test_every_rule_of_the_tables_appears() -> None:
    def names(part: str) -> set[str]:
        return {entry["properties"]["name"]["const"] for entry in SCHEMA["$defs"][part]["oneOf"]}

    assert names("Activation") == set(ACTIVATIONS)
    assert names("Data") == set(DATASETS)
    assert {"zeros", "he_normal", "lsuv"} <= names("Weights")
    assert "he_normal" not in names("Bias")
    assert set(SCHEMA["$defs"]["NetworkFile"]["properties"]["cost"]["enum"]) == set(COSTS)


def test_the_schema_is_json() -> None:
    json.loads(json.dumps(SCHEMA, allow_nan=False))
