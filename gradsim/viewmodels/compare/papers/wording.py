"""The sentences and the numbers of a gallery entry in the reader's language."""

from __future__ import annotations

import math
from typing import Final

from gradsim.engine.problems import QT_TRANSLATE_NOOP
from gradsim.project.gallery import Finding, Number, Setup
from gradsim.project.gallery.entry import CONTEXT
from gradsim.viewmodels import words
from gradsim.viewmodels.gradients.wording import decades_text
from gradsim.viewmodels.messages import Message

_HOLDS: Final = QT_TRANSLATE_NOOP("Papers", "Holds here: {reason}.")
_FAILS: Final = QT_TRANSLATE_NOOP("Papers", "Does not hold here, because {reason}.")
_FINE = 1e-3


def sentence(template: str) -> str:
    """One of an entry's sentences, its title or its label."""
    return words.text(Message.of(CONTEXT, template))


def setup_text(setup: Setup) -> str:
    """A set-up's label."""
    return words.text(Message.of(CONTEXT, setup.label, **setup.arguments))


def label_text(number: Number) -> str:
    """What a number is of."""
    return words.text(Message.of(CONTEXT, number.label, **number.arguments))


def published_text(number: Number) -> str:
    """What was published of it; a dash where nothing was."""
    if not number.published:
        return "–"
    return words.text(Message.of(CONTEXT, number.published, **number.arguments))


def value_text(number: Number) -> str:
    """The measured number: decades with their sign, others with four figures."""
    if math.isnan(number.value):
        return "NaN"
    if number.decades:
        return decades_text(number.value, 4 if abs(number.value) < 1.0 else 3)
    if 0.0 < abs(number.value) < _FINE:
        return words.number(number.value, 2)
    return words.number(number.value, 3)


def finding_text(finding: Finding) -> str:
    """Whether the statement holds here, and why."""
    reason = Message.of(CONTEXT, finding.reason, **finding.arguments)
    template = _HOLDS if finding.holds else _FAILS
    return words.text(Message.of("Papers", template, reason=reason))
