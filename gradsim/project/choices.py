"""The options of every named choice in a project: which there are, and how defaults are dropped."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import Literal

from msgspec.structs import replace

from gradsim.engine.activations import ACTIVATIONS
from gradsim.engine.initializers import INITIALIZERS
from gradsim.engine.network import Layer
from gradsim.engine.options import Choice, Option, resolved_options
from gradsim.engine.remedies import NORMALIZATIONS
from gradsim.engine.training.optimizers import OPTIMIZERS
from gradsim.engine.training.plan import Plan
from gradsim.engine.training.schedules import SCHEDULES

Kind = Literal["activation", "weights", "bias", "normalization", "data", "optimizer", "schedule"]


def options_of(kind: Kind, name: str) -> tuple[Option, ...] | None:
    """The options that the choice `name` takes, or None where there is no such choice."""
    entry = table_of(kind).get(name)
    return None if entry is None else tuple(entry.options)  # type: ignore[attr-defined]


def table_of(kind: Kind) -> Mapping[str, object]:
    """The rules that may stand where `kind` is asked, by name."""
    if kind == "activation":
        return ACTIVATIONS
    if kind == "normalization":
        return NORMALIZATIONS
    if kind == "optimizer":
        return OPTIMIZERS
    if kind == "schedule":
        return SCHEDULES
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
    choices = (layer.activation, layer.weights, layer.bias, layer.normalization)
    if any(choice is not None and choice.options for choice in choices):
        return _minimal(layer)
    return layer


@lru_cache(maxsize=4096)
def _minimal(layer: Layer) -> Layer:
    normalization = layer.normalization
    minimal = replace(
        layer,
        activation=minimal_options("activation", layer.activation),
        weights=minimal_options("weights", layer.weights),
        bias=minimal_options("bias", layer.bias),
        normalization=normalization and minimal_options("normalization", normalization),
    )
    return layer if minimal == layer else minimal


@lru_cache(maxsize=256)
def minimal_plan(plan: Plan) -> Plan:
    """The plan with its optimizer and schedule in minimal form."""
    minimal = replace(
        plan,
        optimizer=minimal_options("optimizer", plan.optimizer),
        schedule=minimal_options("schedule", plan.schedule),
    )
    return plan if minimal == plan else minimal
