"""Challenges in the reader's language: titles, tasks, hints, and what was measured of what."""

from __future__ import annotations

import math
from typing import Final

from gradsim.engine.problems import QT_TRANSLATE_NOOP
from gradsim.project.challenges import CONTEXT, Reading
from gradsim.viewmodels import words
from gradsim.viewmodels.challenges.progress import State
from gradsim.viewmodels.digits import superscript
from gradsim.viewmodels.messages import Message

_STATES: Final = {
    State.open: QT_TRANSLATE_NOOP("Challenges", "not begun"),
    State.begun: QT_TRANSLATE_NOOP("Challenges", "begun"),
    State.solved: QT_TRANSLATE_NOOP("Challenges", "solved"),
}
_SENSES: Final = {
    "below": QT_TRANSLATE_NOOP("Challenges", "below {bound}"),
    "above": QT_TRANSLATE_NOOP("Challenges", "above {bound}"),
    "at_most": QT_TRANSLATE_NOOP("Challenges", "at most {bound}"),
    "at_least": QT_TRANSLATE_NOOP("Challenges", "at least {bound}"),
    "zero": QT_TRANSLATE_NOOP("Challenges", "exactly 0"),
    "infinite": QT_TRANSLATE_NOOP("Challenges", "beyond all numbers"),
}
_UNKNOWN: Final = QT_TRANSLATE_NOOP("Challenges", "not known yet")
_EXACTLY_ZERO: Final = _SENSES["zero"]
_BEYOND: Final = _SENSES["infinite"]
_WITH_LOG: Final = QT_TRANSLATE_NOOP("Challenges", "{value} (log₁₀ = {log})")
_DECADES: Final = QT_TRANSLATE_NOOP("Challenges", "{count} decades")
_LINE: Final = QT_TRANSLATE_NOOP("Challenges", "{label}: {value}; wanted: {wanted}")
_MET: Final = QT_TRANSLATE_NOOP("Challenges", "{label}: {value}; wanted: {wanted}, reached")


def sentence(template: str) -> str:
    """One of a challenge's sentences: title, task, rule, hint or reason."""
    return words.text(Message.of(CONTEXT, template))


def state_text(state: State) -> str:
    """How far a challenge came."""
    return words.text(Message.of("Challenges", _STATES[state]))


def reading_text(reading: Reading) -> str:
    """What was measured, what is wanted, and whether it is reached."""
    return words.text(
        Message.of(
            "Challenges",
            _MET if reading.met else _LINE,
            label=words.text(Message.of(CONTEXT, reading.label, **reading.arguments)),
            value=value_text(reading),
            wanted=wanted_text(reading),
        )
    )


def value_text(reading: Reading) -> str:
    """The measured number in its unit."""
    value = reading.value
    if math.isnan(value):
        return _said(_UNKNOWN)
    if value == math.inf:
        return _said(_BEYOND)
    if value == -math.inf:
        return _said(_EXACTLY_ZERO)
    return _amount(reading, value)


def wanted_text(reading: Reading) -> str:
    """The bound and on which side of it the number has to be."""
    template = _SENSES[reading.sense]
    if math.isnan(reading.wanted) or reading.sense in ("zero", "infinite"):
        return _said(template)
    return words.text(
        Message.of("Challenges", template, bound=_amount(reading, reading.wanted, bound=True))
    )


def _amount(reading: Reading, value: float, *, bound: bool = False) -> str:
    if reading.form == "power":
        if bound:
            return f"10{superscript(round(value))}"
        return words.text(
            Message.of(
                "Challenges",
                _WITH_LOG,
                value=words.power_of_ten(value),
                log=_two_decimals(value),
            )
        )
    if reading.form == "decades":
        return words.text(Message.of("Challenges", _DECADES, count=_two_decimals(value)))
    if reading.form == "count":
        return words.count(round(value))
    return words.number(value, 3) if not bound else f"{value:g}"


def _two_decimals(value: float) -> str:
    return f"{value:.2f}".replace("-", words.MINUS)


def _said(template: str) -> str:
    return words.text(Message.of("Challenges", template))
