"""Remedies in words: labels, the badges of a layer's card, and a sentence on the mode."""

from __future__ import annotations

from typing import Final

from gradsim.engine.network import Layer, Mode, Network
from gradsim.engine.problems import QT_TRANSLATE_NOOP
from gradsim.engine.remedies import NORMALIZATIONS, Residual, normalization_of
from gradsim.viewmodels.builder.number_text import short_number
from gradsim.viewmodels.words import normalization_label, translated

NONE: Final = "none"
"""Stands among the names of a choice where there is no remedy."""

_CONTEXT: Final = "Remedies"
_FORMS: Final = {
    "post": QT_TRANSLATE_NOOP("Remedies", "Post: a + αf(z)"),
    "pre": QT_TRANSLATE_NOOP("Remedies", "Pre: a + αWf(a)"),
}
_MODES: Final = {
    "train": QT_TRANSLATE_NOOP("Remedies", "Training"),
    "evaluate": QT_TRANSLATE_NOOP("Remedies", "Evaluation"),
}
VALUE_LETTERS: Final = {"scale": "γ", "shift": "β", "running_mean": "μ", "running_variance": "v"}
"""The letter of each number that a normalization brings."""


def normalization_choices() -> list[tuple[str, str]]:
    """What can be chosen, with none first: (name, label)."""
    named = [(name, normalization_label(name)) for name in NORMALIZATIONS]
    return [(NONE, translated(_CONTEXT, QT_TRANSLATE_NOOP("Remedies", "None"))), *named]


def form_choices() -> list[tuple[str, str]]:
    """The forms of a residual connection, with none first: (name, label)."""
    named = [(name, translated(_CONTEXT, label)) for name, label in _FORMS.items()]
    return [(NONE, translated(_CONTEXT, QT_TRANSLATE_NOOP("Remedies", "None"))), *named]


def mode_choices() -> list[tuple[str, str]]:
    """The modes of a network: (name, label)."""
    return [(name, translated(_CONTEXT, label)) for name, label in _MODES.items()]


def normalization_meaning(name: str | None) -> str:
    """What the normalization of this name does to a gradient; nothing for none."""
    rule = NORMALIZATIONS.get(name or NONE)
    return "" if rule is None else translated("Normalization", rule.meaning)


def mode_sentence(network: Network) -> str:
    """What the mode does in this network; only to be asked where it matters."""
    batch = any(
        layer.normalization is not None and normalization_of(layer.normalization).couples_samples
        for layer in network.layers
    )
    silent = any(layer.dropout for layer in network.layers)
    return translated(_CONTEXT, _SENTENCES[network.mode, batch, silent])


_SENTENCES: Final[dict[tuple[Mode, bool, bool], str]] = {
    ("train", True, True): QT_TRANSLATE_NOOP(
        "Remedies",
        "The whole network: batch normalization takes mean and variance of the batch, and dropout "
        "silences units.",
    ),
    ("train", True, False): QT_TRANSLATE_NOOP(
        "Remedies",
        "The whole network: batch normalization takes mean and variance of the batch, so the "
        "samples depend on each other.",
    ),
    ("train", False, True): QT_TRANSLATE_NOOP(
        "Remedies", "The whole network: dropout silences units, by the seed."
    ),
    ("evaluate", True, True): QT_TRANSLATE_NOOP(
        "Remedies",
        "The whole network: batch normalization takes its running mean and variance, and no unit "
        "is silent.",
    ),
    ("evaluate", True, False): QT_TRANSLATE_NOOP(
        "Remedies",
        "The whole network: batch normalization takes its running mean and variance, and each "
        "sample stands alone.",
    ),
    ("evaluate", False, True): QT_TRANSLATE_NOOP(
        "Remedies", "The whole network: no unit is silent."
    ),
}


def badges(layer: Layer) -> tuple[str, ...]:
    """One short word for each remedy of the layer, in the order in which they act."""
    said: list[str] = []
    if layer.normalization is not None:
        said.append(normalization_of(layer.normalization).symbol)
    if layer.dropout:
        said.append(translated(_CONTEXT, QT_TRANSLATE_NOOP("Remedies", "Drop")))
    if layer.residual is not None:
        said.append(translated(_CONTEXT, QT_TRANSLATE_NOOP("Remedies", "Res")))
    return tuple(said)


def remedies_words(layer: Layer) -> str:
    """“batch normalization, dropout 0.25, residual α = 0.50 before f”; nothing without remedies."""
    said: list[str] = []
    if layer.normalization is not None:
        said.append(normalization_label(layer.normalization.name))
    if layer.dropout:
        words = translated(_CONTEXT, QT_TRANSLATE_NOOP("Remedies", "dropout {rate}"))
        said.append(words.format(rate=short_number(layer.dropout)))
    if layer.residual is not None:
        said.append(_residual_words(layer.residual))
    return ", ".join(said)


def _residual_words(residual: Residual) -> str:
    template = QT_TRANSLATE_NOOP("Remedies", "residual connection past f(z), α = {scale}")
    if residual.activates_first:
        template = QT_TRANSLATE_NOOP("Remedies", "residual connection past Wf(a), α = {scale}")
    return translated(_CONTEXT, template).format(scale=short_number(residual.scale))
