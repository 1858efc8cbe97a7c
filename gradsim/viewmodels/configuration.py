"""A whole project in a few phrases, for the caption of a picture: enough to build it again."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import groupby
from typing import Final

from gradsim.engine.network import Layer
from gradsim.engine.options import Choice
from gradsim.engine.problems import QT_TRANSLATE_NOOP
from gradsim.project.choices import Kind, full_options
from gradsim.project.model import Project, is_drawn
from gradsim.project.remedy_values import mode_matters
from gradsim.viewmodels import words
from gradsim.viewmodels.gradients import remedy_aspects
from gradsim.viewmodels.gradients.differences import choice_message
from gradsim.viewmodels.gradients.wording import layers_text, scope_message
from gradsim.viewmodels.messages import Message
from gradsim.viewmodels.simulation import SimulationResult

_CONTEXT: Final = "Configuration"
_WIDTHS: Final = QT_TRANSLATE_NOOP("Configuration", "units {widths}")
_TYPED: Final = QT_TRANSLATE_NOOP("Configuration", "typed numbers in layer {layers}")
_SEED: Final = QT_TRANSLATE_NOOP("Configuration", "seed {seed}")
_IN_LAYERS: Final = QT_TRANSLATE_NOOP("Configuration", "{choice} in layer {layers}")
_BIAS: Final = QT_TRANSLATE_NOOP("Configuration", "bias {choice}")
_COST: Final = QT_TRANSLATE_NOOP("Configuration", "cost {cost}")
_DATA: Final = QT_TRANSLATE_NOOP("Configuration", "data {data}")


def configuration(project: Project) -> tuple[str, ...]:
    """Title, widths, activations, initializations with their gains, biases, remedies, cost, data
    and seed.

    What all layers share is said once; what they do not, with the layers that have it.
    """
    said = [words.project_title(project.title)] if project.title else []
    said.append(_text(_WIDTHS, widths=_widths(project)))
    numbered = tuple(enumerate(project.layers, 1))
    said += _each(numbered, lambda layer: _full("activation", layer.activation))
    drawn = [(n, layer) for n, layer in numbered if is_drawn(project.parameters[n - 1])]
    said += _each(drawn, lambda layer: _full("weights", layer.weights))
    biases = _each(drawn, lambda layer: _full("bias", layer.bias))
    said += [_text(_BIAS, choice=each) for each in biases]
    typed_layers = [n for n, typed in enumerate(project.parameters, 1) if typed is not None]
    if typed_layers:
        said.append(_text(_TYPED, layers=layers_text(typed_layers)))
    said += _remedies(numbered)
    if mode_matters(project.network):
        said.append(words.text(remedy_aspects.mode(project).message))
    said.append(_text(_COST, cost=words.cost_label(project.network.cost)))
    said.append(_text(_DATA, data=_full("data", project.data.choice)))
    said.append(_text(_SEED, seed=project.seed))
    return tuple(said)


def _remedies(numbered: Sequence[tuple[int, Layer]]) -> list[str]:
    """Each remedy, with its layers unless all have it."""
    said: list[str] = []
    for message_of in (_normalization, _residual, _dropout):
        found: dict[str, list[int]] = {}
        for number, layer in numbered:
            message = message_of(layer)
            if message is not None:
                found.setdefault(words.text(message), []).append(number)
        said += [
            choice
            if len(numbers) == len(numbered)
            else _text(_IN_LAYERS, choice=choice, layers=layers_text(numbers))
            for choice, numbers in found.items()
        ]
    return said


def _normalization(layer: Layer) -> Message | None:
    rule = layer.normalization
    return None if rule is None else remedy_aspects.normalization_message(rule)


def _residual(layer: Layer) -> Message | None:
    return None if layer.residual is None else remedy_aspects.residual_message(layer.residual)


def _dropout(layer: Layer) -> Message | None:
    return remedy_aspects.dropout_message(layer.dropout) if layer.dropout else None


def configuration_of(result: SimulationResult | None) -> tuple[str, ...]:
    """The project that numbers are of, and which of its samples; nothing without numbers."""
    if result is None:
        return ()
    scope = words.text(scope_message(result.sample, result.materials.samples))
    return (*configuration(result.project), scope)


def _widths(project: Project) -> str:
    """Inputs to outputs, repeated widths counted: 64–49×64–10."""
    parts = []
    for width, run in groupby(project.network.widths[1:-1]):
        count = len(list(run))
        parts.append(str(width) if count == 1 else f"{count}×{width}")
    ends = str(project.network.inputs), str(project.output.units)
    return "–".join((ends[0], *parts, ends[1]))


def _each(layers: Sequence[tuple[int, Layer]], choice_of: Callable[[Layer], Message]) -> list[str]:
    """The choices of numbered layers, each with its layers unless all share it."""
    found: dict[str, list[int]] = {}
    for number, layer in layers:
        found.setdefault(words.text(choice_of(layer)), []).append(number)
    if len(found) < 2:
        return list(found)
    return [
        _text(_IN_LAYERS, choice=choice, layers=layers_text(numbers))
        for choice, numbers in found.items()
    ]


def _full(kind: Kind, choice: Choice) -> Message:
    """A choice with every option that it was made with, its gain even where it is 1."""
    table = {"activation": "Activation", "data": "Dataset"}.get(kind, "Initializer")
    options = full_options(kind, choice)
    said = dict(choice.options)
    if kind == "data":
        said = options
    elif "gain" in options and kind == "weights":
        said["gain"] = options["gain"]
    return choice_message(table, Choice.of(choice.name, **said))


def _text(template: str, **arguments: object) -> str:
    return words.text(Message.of(_CONTEXT, template, **arguments))
