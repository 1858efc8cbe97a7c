"""The options of every named choice in a project: which there are, and how defaults are dropped."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import lru_cache
from typing import Literal

from gradsim.engine.activations import ACTIVATIONS
from gradsim.engine.initializers import INITIALIZERS
from gradsim.engine.network import Layer
from gradsim.engine.options import Choice, Option, resolved_options

Kind = Literal["activation", "weights", "bias", "data"]


def options_of(kind: Kind, name: str) -> tuple[Option, ...] | None:
    """The options that the choice `name` takes, or None where there is no such choice."""
    entry = table_of(kind).get(name)
    return None if entry is None else tuple(entry.options)  # type: ignore[attr-defined]


def table_of(kind: Kind) -> Mapping[str, object]:
    """The rules that may stand where `kind` is asked, by name."""
    if kind == "activation":
        return ACTIVATIONS
    if kind == "data":
        # Imported late: the data sets speak of projects.
        from gradsim.project.datasets.table import DATASETS

        return DATASETS
    return INITIALIZERS


def names_of(kind: Kind) -> tuple[str, ...]:
    """The names that may stand where `kind` is asked."""
    if kind == "bias":
        return tuple(name for name, entry in INITIALIZERS.items() if entry.for_bias)
    return tuple(table_of(kind))


@lru_cache(maxsize=4096)
def minimal_options(kind: Kind, choice: Choice) -> Choice:
    """The choice without the options that restate their default; unknown names stay as they are."""
    allowed = options_of(kind, choice.name)
    if allowed is None or not choice.options:
        return choice
    defaults = {option.name: option.default for option in allowed}
    kept = {
        name: value
        for name, value in choice.options
        if name not in defaults or isinstance(value, bool) or value != defaults[name]
    }
    return Choice.of(choice.name, **kept)


def full_options(kind: Kind, choice: Choice) -> dict[str, float]:
    """Every option of the choice with its value, whole numbers as int."""
    allowed = options_of(kind, choice.name) or ()
    resolved = resolved_options(choice, allowed)
    return {
        option.name: int(resolved[option.name]) if option.integer else float(resolved[option.name])
        for option in allowed
    }


def minimal_layer(layer: Layer) -> Layer:
    """The layer with each of its choices in minimal form."""
    # Without options there is nothing to leave out; a deep network asks for every layer.
    if layer.activation.options or layer.weights.options or layer.bias.options:
        return _minimal(layer)
    return layer


@lru_cache(maxsize=4096)
def _minimal(layer: Layer) -> Layer:
    minimal = replace(
        layer,
        activation=minimal_options("activation", layer.activation),
        weights=minimal_options("weights", layer.weights),
        bias=minimal_options("bias", layer.bias),
    )
    return layer if minimal == layer else minimal
