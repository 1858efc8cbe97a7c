"""The remedies of a project as things in which projects differ: a key to compare, and its words."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Final, TypeVar

from gradsim.engine.network import Layer
from gradsim.engine.options import Choice
from gradsim.engine.problems import QT_TRANSLATE_NOOP
from gradsim.engine.remedies import Residual, normalization_of
from gradsim.project.model import Project
from gradsim.project.remedy_values import mode_matters
from gradsim.viewmodels import words
from gradsim.viewmodels.gradients.aspect import Aspect
from gradsim.viewmodels.messages import Message

T = TypeVar("T")
_CONTEXT: Final = "Differences"
_OPTIONS: Final = {
    "epsilon": QT_TRANSLATE_NOOP("Differences", "ε {value}"),
    "momentum": QT_TRANSLATE_NOOP("Differences", "momentum {value}"),
}
_RESIDUALS: Final = {
    "post": QT_TRANSLATE_NOOP("Differences", "residual connections past f(z), α {scale}"),
    "pre": QT_TRANSLATE_NOOP("Differences", "residual connections past Wf(a), α {scale}"),
}
_MODES: Final = {
    "train": QT_TRANSLATE_NOOP("Differences", "in training"),
    "evaluate": QT_TRANSLATE_NOOP("Differences", "in evaluation"),
}


def normalization(project: Project) -> Aspect:
    """Which normalization the layers have."""
    found = _distinct(layer.normalization for layer in _telling(project))
    if len(found) > 1:
        return Aspect(found, _said(QT_TRANSLATE_NOOP("Differences", "mixed normalizations")))
    rule = found[0]
    if rule is None:
        return Aspect(found, _said(QT_TRANSLATE_NOOP("Differences", "no normalization")))
    return Aspect(found, normalization_message(rule))


def normalization_message(rule: Choice) -> Message:
    """A normalization in words: its label and the options that differ from their defaults."""
    message = Message("Normalization", normalization_of(rule).label)
    for name, value in rule.options:
        option = _said(_OPTIONS[name], value=_short(value))
        message = _said("{label}, {option}", label=message, option=option)
    return message


def residual(project: Project) -> Aspect:
    """Which residual connections the layers have."""
    found = _distinct(layer.residual for layer in _telling(project))
    if len(found) > 1:
        return Aspect(found, _said(QT_TRANSLATE_NOOP("Differences", "mixed residual connections")))
    connection = found[0]
    if connection is None:
        return Aspect(found, _said(QT_TRANSLATE_NOOP("Differences", "no residual connections")))
    return Aspect(found, residual_message(connection))


def residual_message(connection: Residual) -> Message:
    """Residual connections in words, with their form and α."""
    return _said(_RESIDUALS[connection.form], scale=_short(connection.scale))


def dropout(project: Project) -> Aspect:
    """How probable silence is."""
    found = _distinct(layer.dropout for layer in _telling(project))
    if len(found) > 1:
        return Aspect(found, _said(QT_TRANSLATE_NOOP("Differences", "mixed dropout")))
    if not found[0]:
        return Aspect(found, _said(QT_TRANSLATE_NOOP("Differences", "no dropout")))
    return Aspect(found, dropout_message(found[0]))


def dropout_message(rate: float) -> Message:
    """Dropout in words, with its probability."""
    return _said(QT_TRANSLATE_NOOP("Differences", "dropout {rate}"), rate=_short(rate))


def mode(project: Project) -> Aspect:
    """Whether remedies act as in training, where that makes a difference."""
    network = project.network
    key = network.mode if mode_matters(network) else None
    return Aspect(key, _said(_MODES[network.mode]))


ASPECTS: Final[tuple[Callable[[Project], Aspect], ...]] = (normalization, residual, dropout, mode)


def remedy_messages(project: Project) -> tuple[Message, ...]:
    """What remedies there are; nothing without."""
    said = []
    if any(layer.normalization is not None for layer in project.layers):
        said.append(normalization(project).message)
    if any(layer.residual is not None for layer in project.layers):
        said.append(residual(project).message)
    if any(layer.dropout for layer in project.layers):
        said.append(dropout(project).message)
    if said and project.network.evaluating and mode_matters(project.network):
        said.append(mode(project).message)
    return tuple(said)


def _telling(project: Project) -> tuple[Layer, ...]:
    """The hidden layers, and the output where it has a remedy itself or stands alone."""
    hidden = project.layers[:-1]
    return hidden if hidden and project.output.plain else project.layers


def _distinct(values: Iterable[T]) -> tuple[T, ...]:
    """One value where all agree, however many there are; else every one in its place."""
    every = tuple(values)
    return every[:1] if all(each == every[0] for each in every) else every


def _said(template: str, **arguments: object) -> Message:
    return Message.of(_CONTEXT, template, **arguments)


def _short(value: float) -> str:
    return f"{value:.4g}".replace("-", words.MINUS)
