"""What two projects do not share, said in words: activation, initializer, gain, depth, units, …"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping, Sequence
from functools import lru_cache
from typing import Final

from gradsim.engine.activations import ACTIVATIONS
from gradsim.engine.costs import COSTS
from gradsim.engine.initializers import INITIALIZERS
from gradsim.engine.network import Layer
from gradsim.engine.options import Choice
from gradsim.engine.problems import QT_TRANSLATE_NOOP
from gradsim.project.choices import full_options
from gradsim.project.datasets import DATASETS
from gradsim.project.model import Project, is_drawn, same_numbers
from gradsim.viewmodels import words
from gradsim.viewmodels.gradients import remedy_aspects
from gradsim.viewmodels.gradients.aspect import Aspect
from gradsim.viewmodels.messages import Message
from gradsim.viewmodels.same_project import SameProject

_CONTEXT: Final = "Differences"
_ALL_TYPED: Final = QT_TRANSLATE_NOOP("Differences", "typed weights")
_TABLES: Final[dict[str, Mapping[str, object]]] = {
    "Activation": ACTIVATIONS,
    "Initializer": INITIALIZERS,
    "Dataset": DATASETS,
}
_OPTIONS: Final = {
    "gain": QT_TRANSLATE_NOOP("Differences", "gain {value}"),
    "std": QT_TRANSLATE_NOOP("Differences", "std {value}"),
    "limit": QT_TRANSLATE_NOOP("Differences", "limit {value}"),
    "value": QT_TRANSLATE_NOOP("Differences", "value {value}"),
    "nonzero": QT_TRANSLATE_NOOP("Differences", "{value} weights per unit"),
    "slope": QT_TRANSLATE_NOOP("Differences", "left slope {value}"),
    "alpha": QT_TRANSLATE_NOOP("Differences", "alpha {value}"),
    "samples": QT_TRANSLATE_NOOP("Differences", "{value} samples"),
    "noise": QT_TRANSLATE_NOOP("Differences", "noise {value}"),
    "classes": QT_TRANSLATE_NOOP("Differences", "{value} classes"),
    "seed": QT_TRANSLATE_NOOP("Differences", "seed {value}"),
}


def main_aspects(project: Project) -> tuple[Message, ...]:
    """The words that a learner calls a run by: its activation and its initializer, the remedies
    that it has, or that its weights are typed."""
    said = [_kept_aspect(aspect, project).message for aspect in _ASPECTS[:2]]
    said += remedy_aspects.remedy_messages(project)
    if not all(map(is_drawn, project.parameters)):
        said.append(_typed(project))
    return _once(said)


def differing_aspects(
    project: Project, others: Sequence[Project], samples: int = 0, other_samples: Sequence[int] = ()
) -> tuple[Message, ...]:
    """What `project` is in every respect in which one of `others` is something else.

    `samples` and `other_samples` are the numbers N of samples that a batch gradient is the mean
    of; leave them out where one sample is shown, which no N changes.
    """
    if not others:
        return ()
    mine, theirs = _aspects(project), [_aspects(other) for other in others]
    said = [
        aspect.message
        for index, aspect in enumerate(mine)
        if any(aspect.differs(other[index]) for other in theirs)
    ]
    if any(not _same_typed(project, other) for other in others):
        said.append(_typed(project))
    if any(samples != other for other in other_samples):
        said.append(_message(QT_TRANSLATE_NOOP("Differences", "N = {samples}"), samples=samples))
    return _once(said)


def aspect_pairs(one: Project, other: Project) -> tuple[tuple[Message, Message], ...]:
    """Every respect in which two projects differ: what `one` is, and what `other` is instead."""
    pairs = [
        (mine.message, theirs.message)
        for mine, theirs in zip(_aspects(one), _aspects(other), strict=True)
        if mine.differs(theirs)
    ]
    if not _same_typed(one, other):
        pairs.append((_typed(one), _typed(other)))
    return tuple(pairs)


def _once(messages: Sequence[Message]) -> tuple[Message, ...]:
    """The messages without repetitions."""
    return tuple(said for at, said in enumerate(messages) if said not in messages[:at])


def _message(template: str, **arguments: object) -> Message:
    return Message.of(_CONTEXT, template, **arguments)


def _option_text(value: float) -> str:
    return str(int(value)) if value == int(value) else f"{value:.4g}".replace("-", words.MINUS)


def _hidden(project: Project) -> tuple[Layer, ...]:
    """The hidden layers; the output where there are none."""
    return project.layers[:-1] or project.layers


def _one_of(values: Sequence[Hashable]) -> Hashable:
    """The one value that all share, else all of them: depth alone makes no difference."""
    return values[0] if values.count(values[0]) == len(values) else tuple(values)


def choice_message(table: str, choice: Choice) -> Message:
    """A choice in words: its label and the options that differ from their defaults.

    `table` is "Activation", "Initializer" or "Dataset".
    """
    label = Message(table, str(_TABLES[table][choice.name].label))  # type: ignore[attr-defined]
    said = label
    for name, value in choice.options:
        option = _message(_OPTIONS.get(name, f"{name} {{value}}"), value=_option_text(value))
        said = _message("{label}, {option}", label=said, option=option)
    return said


def _activation(project: Project) -> Aspect:
    choices = [layer.activation for layer in _hidden(project)]
    key = _one_of(choices)
    if not isinstance(key, Choice):
        return Aspect(key, _message(QT_TRANSLATE_NOOP("Differences", "mixed activations")))
    return Aspect(key, choice_message("Activation", key))


def _output(project: Project) -> Aspect:
    key = project.output.activation
    template = QT_TRANSLATE_NOOP("Differences", "output {activation}")
    return Aspect(key, _message(template, activation=choice_message("Activation", key)))


def _without_gain(choice: Choice) -> Choice:
    if not choice.options:
        return choice
    return Choice(choice.name, tuple(each for each in choice.options if each[0] != "gain"))


def _drawn(project: Project, part: str = "weights") -> tuple[Layer, ...]:
    """The layers whose weights (or biases) are drawn and not typed."""
    if not any(project.parameters):
        return project.layers
    return tuple(
        layer
        for layer, numbers in zip(project.layers, project.parameters, strict=True)
        if getattr(numbers, part, None) is None
    )


def _weights(project: Project) -> Aspect:
    drawn = _drawn(project)
    if not drawn:
        return Aspect("typed", _message(_ALL_TYPED))
    key = _one_of([_without_gain(layer.weights) for layer in drawn])
    if not isinstance(key, Choice):
        ids = {layer.id for layer in _hidden(project)}
        kept = [layer for layer in drawn if layer.id in ids] or drawn
        hidden = _one_of([_without_gain(layer.weights) for layer in kept])
        if not isinstance(hidden, Choice):
            return Aspect(key, _message(QT_TRANSLATE_NOOP("Differences", "mixed initializers")))
        return Aspect(key, choice_message("Initializer", hidden))
    return Aspect(key, choice_message("Initializer", key))


def _gain_of(choice: Choice) -> float:
    # Deep networks repeat a few names; most of their choices have no options.
    return _full_gain(choice) if choice.options else _usual_gain(choice.name)


@lru_cache(maxsize=4096)
def _full_gain(choice: Choice) -> float:
    return float(full_options("weights", choice).get("gain", 1.0))


@lru_cache(maxsize=64)
def _usual_gain(name: str) -> float:
    return _full_gain(Choice(name))


def _gain(project: Project) -> Aspect:
    gains = [_gain_of(layer.weights) for layer in _drawn(project)]
    key = _one_of(gains) if gains else None
    if isinstance(key, float):
        text = words.number(key, digits=3)
        return Aspect(key, _message(_OPTIONS["gain"], value=text))
    return Aspect(key, _message(QT_TRANSLATE_NOOP("Differences", "mixed gains")))


def _bias(project: Project) -> Aspect:
    drawn = _drawn(project, "biases")
    key = _one_of([layer.bias for layer in drawn]) if drawn else None
    if not isinstance(key, Choice):
        return Aspect(key, _message(QT_TRANSLATE_NOOP("Differences", "mixed biases")))
    template = QT_TRANSLATE_NOOP("Differences", "bias {initializer}")
    return Aspect(key, _message(template, initializer=choice_message("Initializer", key)))


def _depth(project: Project) -> Aspect:
    depth = len(project.layers)
    template = QT_TRANSLATE_NOOP("Differences", "{count} layers")
    if depth == 1:
        template = QT_TRANSLATE_NOOP("Differences", "1 layer")
    return Aspect(depth, _message(template, count=words.count(depth)))


def _units(project: Project) -> Aspect:
    key = _one_of([layer.units for layer in project.layers[:-1]] or [0])
    ends = (project.network.inputs, key, project.output.units)
    if isinstance(key, int):
        template = QT_TRANSLATE_NOOP("Differences", "{inputs}–{units}–{outputs} units")
        message = _message(template, inputs=ends[0], units=key, outputs=ends[2])
    else:
        message = _message(QT_TRANSLATE_NOOP("Differences", "mixed units"))
    return Aspect(ends, message)


def _cost(project: Project) -> Aspect:
    return Aspect(project.network.cost, Message("Cost", COSTS[project.network.cost].label))


def _data(project: Project) -> Aspect:
    return Aspect(project.data, choice_message("Dataset", project.data.choice))


def _seed(project: Project) -> Aspect:
    message = _message(_OPTIONS["seed"], value=project.seed)
    return Aspect(project.seed, message)


_ASPECTS: Final[tuple[Callable[[Project], Aspect], ...]] = (
    _activation,
    _weights,
    _gain,
    _bias,
    _depth,
    _units,
    _output,
    *remedy_aspects.ASPECTS,
    _cost,
    _data,
    _seed,
)


@lru_cache(maxsize=160)
def _aspect_of(aspect: Callable[[Project], Aspect], identity: SameProject) -> Aspect:
    return aspect(identity.project)


def _kept_aspect(aspect: Callable[[Project], Aspect], project: Project) -> Aspect:
    """One aspect of a project; those of the last few projects are kept."""
    return _aspect_of(aspect, SameProject(project))


def _aspects(project: Project) -> tuple[Aspect, ...]:
    """Every aspect of a project."""
    return tuple(_kept_aspect(aspect, project) for aspect in _ASPECTS)


def _same_typed(one: Project, other: Project) -> bool:
    """Whether both hold the same typed numbers; where none are typed, any depth is the same."""
    if not (any(one.parameters) or any(other.parameters)):
        return True
    return len(one.parameters) == len(other.parameters) and all(
        map(same_numbers, one.parameters, other.parameters)
    )


def _typed(project: Project) -> Message:
    typed = sum(not is_drawn(each) for each in project.parameters)
    if not _drawn(project):
        return _message(_ALL_TYPED)
    if not typed:
        return _message(QT_TRANSLATE_NOOP("Differences", "no typed weights"))
    template = QT_TRANSLATE_NOOP("Differences", "typed weights ({count})")
    return _message(template, count=typed)
