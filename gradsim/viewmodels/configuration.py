"""A whole project in a few phrases, for the caption of a picture: enough to build it again."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import groupby
from typing import Final

from msgspec import Struct

from gradsim.engine.network import Layer
from gradsim.engine.options import Choice
from gradsim.engine.problems import QT_TRANSLATE_NOOP
from gradsim.project.choices import Kind, full_options
from gradsim.project.model import Project, is_drawn
from gradsim.project.remedy_values import mode_matters
from gradsim.viewmodels import words
from gradsim.viewmodels.gradients import remedy_aspects
from gradsim.viewmodels.gradients.differences import choice_message
from gradsim.viewmodels.gradients.wording import OneOrSeveral, layers_text, scope_message
from gradsim.viewmodels.messages import Message
from gradsim.viewmodels.notation import layer_number
from gradsim.viewmodels.simulation import SimulationResult

_CONTEXT: Final = "Configuration"
_WIDTHS: Final = QT_TRANSLATE_NOOP("Configuration", "units {widths}")
_TYPED: Final = (
    QT_TRANSLATE_NOOP("Configuration", "typed numbers in layer {layers}"),
    QT_TRANSLATE_NOOP("Configuration", "typed numbers in layers {layers}"),
)
_SEED: Final = QT_TRANSLATE_NOOP("Configuration", "seed {seed}")
_SEEDS: Final = QT_TRANSLATE_NOOP("Configuration", "seeds {first}–{last}")
_DEPTHS: Final = QT_TRANSLATE_NOOP("Configuration", "{depths} layers")
_IN_HIDDEN: Final = QT_TRANSLATE_NOOP("Configuration", "{choice} in the hidden layers")
_IN_OUTPUT: Final = QT_TRANSLATE_NOOP("Configuration", "{choice} in the output layer")
_IN_LAYERS: Final = (
    QT_TRANSLATE_NOOP("Configuration", "{choice} in layer {layers}"),
    QT_TRANSLATE_NOOP("Configuration", "{choice} in layers {layers}"),
)
_BIAS: Final = QT_TRANSLATE_NOOP("Configuration", "bias {choice}")
_COST: Final = QT_TRANSLATE_NOOP("Configuration", "cost {cost}")
_DATA: Final = QT_TRANSLATE_NOOP("Configuration", "data {data}")


class Varied(Struct, frozen=True):
    """What many measurements vary of one project, so that it is said as a range.

    depths : as in ``1–100``; the layers go on as copies of the last hidden one. gains : of the
    hidden layers, as in ``0.25–4``. seeds : the first and the last. Each empty where it is the
    project's own.
    """

    depths: str = ""
    gains: str = ""
    seeds: tuple[int, ...] = ()


def configuration(project: Project, varied: Varied | None = None) -> tuple[str, ...]:
    """Title, widths, activations, initializations with their gains, biases, remedies, cost, data
    and seed; what is `varied` as its range.

    What all layers share is said once; what they do not, with the layers that have it.
    """
    return _Phrases(project, varied or Varied()).all()


class _Phrases:
    """The phrases of one project."""

    def __init__(self, project: Project, varied: Varied) -> None:
        self._project, self._varied = project, varied
        self._numbered = tuple(enumerate(project.layers, 1))

    def all(self) -> tuple[str, ...]:
        """Every phrase, from the title to the seed."""
        project, numbered = self._project, self._numbered
        said = [words.project_title(project.title)] if project.title else []
        said.append(_text(_WIDTHS, widths=self._widths()))
        if self._varied.depths:
            said.append(_text(_DEPTHS, depths=self._varied.depths))
        said += self._each(numbered, lambda layer: _full("activation", layer.activation))
        drawn = [(n, layer) for n, layer in numbered if is_drawn(project.parameters[n - 1])]
        said += self._each(drawn, self._weights)
        biases = self._each(drawn, lambda layer: _full("bias", layer.bias))
        said += [_text(_BIAS, choice=each) for each in biases]
        typed_layers = [n for n, typed in enumerate(project.parameters, 1) if typed is not None]
        if typed_layers:
            said.append(self._in(_TYPED, typed_layers))
        said += self._remedies()
        if mode_matters(project.network):
            said.append(words.text(remedy_aspects.mode(project).message))
        said.append(_text(_COST, cost=words.cost_label(project.network.cost)))
        said.append(_text(_DATA, data=_full("data", project.data.choice)))
        said.append(self._seed())
        return tuple(said)

    def _widths(self) -> str:
        """Inputs to outputs, repeated widths counted: 64–49×64–10, or 64–…×64–10 of any depth."""
        project, parts = self._project, []
        for width, run in groupby(project.network.widths[1:-1]):
            count = len(list(run))
            parts.append(str(width) if count == 1 else f"{count}×{width}")
        if parts and self._varied.depths:
            parts[-1] = f"…×{project.network.widths[-2]}"
        ends = str(project.network.inputs), str(project.output.units)
        return "–".join((ends[0], *parts, ends[1]))

    def _weights(self, layer: Layer) -> Message:
        gains = self._varied.gains
        if not gains or layer is self._project.output:
            return _full("weights", layer.weights)
        options = {name: value for name, value in layer.weights.options if name != "gain"}
        label = choice_message("Initializer", Choice.of(layer.weights.name, **options))
        gain = Message.of("Differences", "gain {value}", value=gains)
        return Message.of("Differences", "{label}, {option}", label=label, option=gain)

    def _remedies(self) -> list[str]:
        """Each remedy, with its layers unless all have it."""
        said: list[str] = []
        for message_of in (_normalization, _residual, _dropout):
            found: dict[str, list[int]] = {}
            for number, layer in self._numbered:
                message = message_of(layer)
                if message is not None:
                    found.setdefault(words.text(message), []).append(number)
            said += [
                choice if len(numbers) == len(self._numbered) else self._placed(choice, numbers)
                for choice, numbers in found.items()
            ]
        return said

    def _seed(self) -> str:
        seeds = self._varied.seeds
        if len(seeds) > 1:
            return _text(_SEEDS, first=str(seeds[0]), last=str(seeds[-1]))
        return _text(_SEED, seed=self._project.seed)

    def _each(
        self, layers: Sequence[tuple[int, Layer]], choice_of: Callable[[Layer], Message]
    ) -> list[str]:
        """The choices of numbered layers, each with its layers unless all share it."""
        found: dict[str, list[int]] = {}
        for number, layer in layers:
            found.setdefault(words.text(choice_of(layer)), []).append(number)
        if len(found) < 2:
            return list(found)
        return [self._placed(choice, numbers) for choice, numbers in found.items()]

    def _placed(self, choice: str, numbers: Sequence[int]) -> str:
        """A choice with the layers that have it."""
        depth = len(self._numbered)
        if self._varied.depths and list(numbers) == [depth]:
            return _text(_IN_OUTPUT, choice=choice)
        if self._varied.depths and list(numbers) == list(range(1, depth)):
            return _text(_IN_HIDDEN, choice=choice)
        return self._in(_IN_LAYERS, numbers, choice=choice)

    def _in(self, templates: OneOrSeveral, numbers: Sequence[int], **arguments: object) -> str:
        """The first template for one layer, the second for several."""
        return _text(templates[len(numbers) > 1], layers=self._layers(numbers), **arguments)

    def _layers(self, numbers: Sequence[int]) -> str:
        """Layers as ranges; with any depth, L is the last one and stands for no number."""
        depth, kept = len(self._numbered), list(numbers)
        if not self._varied.depths or not kept or kept[-1] < depth - 1:
            return layers_text(kept)
        end = "L" if kept[-1] == depth else f"L{words.MINUS}1"
        first = kept.pop()
        while kept and kept[-1] == first - 1:
            first = kept.pop()
        tail = end if first == depth else f"{layer_number(first)}–{end}"
        return ", ".join(filter(None, (layers_text(kept), tail)))


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
