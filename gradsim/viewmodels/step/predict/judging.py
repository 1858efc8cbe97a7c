"""What a typed answer is worth: right, wrong with the mistake named, or not to be read."""

from __future__ import annotations

import math
from enum import StrEnum

from msgspec import Struct

from gradsim.engine.problems import QT_TRANSLATE_NOOP
from gradsim.viewmodels.messages import Message
from gradsim.viewmodels.step.numerals import numeral
from gradsim.viewmodels.step.predict.expression import Expression, evaluate
from gradsim.viewmodels.step.predict.problems import ExpressionProblem
from gradsim.viewmodels.step.predict.question import Question, Slip
from gradsim.viewmodels.step.predict.topics import Form

_NEAR = 0.005
"""A mistake is recognized within this share of the number that it leads to."""
_EDGE = 0.01
"""So near to a power of ten the decade on its other side is right as well."""
_SIGNS = {"+": 1, "-": -1, "−": -1, "–": -1, "0": 0}


class Outcome(StrEnum):
    """How an answer was taken."""

    RIGHT = "right"
    WRONG = "wrong"
    UNREADABLE = "unreadable"


class Judgement(Struct, frozen=True):
    """The outcome; what was understood; the sentence on it; where an unreadable text is wrong."""

    outcome: Outcome
    value: float | None = None
    sentence: Message | None = None
    place: int | None = None


def judge(question: Question, text: str) -> Judgement:
    """Compare a typed answer with the right number, then with those of known mistakes."""
    if question.form is Form.SIGN and text.strip() in _SIGNS:
        return _judge_sign(question, _SIGNS[text.strip()])
    try:
        found = evaluate(text, question.numbers)
    except ExpressionProblem as problem:
        return Judgement(Outcome.UNREADABLE, None, problem.message, problem.place)
    match question.form:
        case Form.SIGN:
            return _judge_sign(question, (found.value > 0) - (found.value < 0))
        case Form.MAGNITUDE:
            return _judge_magnitude(question, found)
        case _:
            return _judge_value(question, found.value)


def decade_of(question: Question) -> int:
    """The n of 10ⁿ ≤ |x| < 10ⁿ⁺¹; of zero, which no decade holds, none is ever asked."""
    return question.right.decimal[1]


def sign_of(question: Question) -> int:
    """−1, 0 or 1."""
    mantissa = question.right.mantissa
    return (mantissa > 0) - (mantissa < 0)


def _judge_value(question: Question, value: float) -> Judgement:
    if question.is_right(value):
        return Judgement(Outcome.RIGHT, value)
    return Judgement(Outcome.WRONG, value, recognized(question, value) or _say(_WRONG))


def recognized(question: Question, value: float) -> Message | None:
    """The one mistake that leads to `value`; None where none does, or more than one."""
    found = {
        (slip.sentence.template, str(dict(slip.sentence.arguments))): slip.sentence
        for slip in question.slips
        if _leads_to(slip, value, question)
    }
    return next(iter(found.values())) if len(found) == 1 else None


def _leads_to(slip: Slip, value: float, question: Question) -> bool:
    if not math.isfinite(slip.value) or question.is_right(slip.value):
        return False
    return abs(value - slip.value) <= _NEAR * abs(slip.value)


def _judge_sign(question: Question, sign: int) -> Judgement:
    right = sign_of(question)
    if sign == right:
        return Judgement(Outcome.RIGHT, float(sign))
    if right == 0:
        return Judgement(Outcome.WRONG, float(sign), _say(_IS_ZERO))
    return Judgement(Outcome.WRONG, float(sign), _say(_NOT_ZERO if sign == 0 else _WRONG_SIGN))


def _judge_magnitude(question: Question, found: Expression) -> Judgement:
    value, right = found.value, decade_of(question)
    if not value.is_integer() or abs(value) > 1e6:
        return Judgement(Outcome.UNREADABLE, None, _say(_WHOLE), 0)
    leading = abs(question.right.decimal[0])
    accepted = {right}
    if leading <= 1.0 + _EDGE:
        accepted.add(right - 1)
    if leading >= 10.0 * (1.0 - _EDGE):
        accepted.add(right + 1)
    if int(value) in accepted:
        return Judgement(Outcome.RIGHT, value)
    if int(value) == right + 1 and right < 0:
        return Judgement(Outcome.WRONG, value, _say(_ROUNDED_UP))
    if int(value) == -right:
        return Judgement(Outcome.WRONG, value, _say(_EXPONENT_SIGN))
    off = abs(int(value) - right)
    return Judgement(Outcome.WRONG, value, _say(_DECADES, decades=numeral(float(off))))


def _say(template: str, **arguments: object) -> Message:
    return Message.of("Prediction", template, **arguments)


_WRONG = QT_TRANSLATE_NOOP("Prediction", "Not this number.")
_WRONG_SIGN = QT_TRANSLATE_NOOP("Prediction", "Wrong sign.")
_IS_ZERO = QT_TRANSLATE_NOOP("Prediction", "It has no sign: it is exactly 0.")
_NOT_ZERO = QT_TRANSLATE_NOOP("Prediction", "It is not 0.")
_WHOLE = QT_TRANSLATE_NOOP(
    "Prediction", "Write the whole number n for which 10ⁿ ≤ |x| < 10ⁿ⁺¹: for 0.0037 it is −3."
)
_ROUNDED_UP = QT_TRANSLATE_NOOP(
    "Prediction", "One decade too high: 0.0037 lies above 10⁻³, so its n is −3 and not −2."
)
_EXPONENT_SIGN = QT_TRANSLATE_NOOP("Prediction", "The exponent has the wrong sign.")
_DECADES = QT_TRANSLATE_NOOP("Prediction", "Off by decades: {decades}.")
