"""What is said of predictions: the score, the end of a question, and why one changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gradsim.engine.problems import QT_TRANSLATE_NOOP
from gradsim.viewmodels.messages import Message

if TYPE_CHECKING:
    from gradsim.viewmodels.step.predict.question import Question


def score(right: int, asked: int, row: int) -> Message:
    """“7 of 9 right, 3 in a row”."""
    return Message.of("Prediction", _SCORE, right=str(right), asked=str(asked), row=str(row))


def right(question: Question) -> Message:
    """The answer was right."""
    return _ended(_RIGHT, question)


def shown(question: Question, *, tried: bool) -> Message:
    """The number was shown, after wrong answers or without any."""
    return _ended(_SHOWN if tried else _SKIPPED, question)


def one_sample() -> Message:
    """Why nothing is asked in a batch."""
    return Message.of("Prediction", _ONE_SAMPLE)


def with_remedies() -> Message:
    """Why a factor in a layer with remedies is not asked."""
    return Message.of("Prediction", _WITH_REMEDIES)


def asked_anew() -> Message:
    """The numbers changed under the question."""
    return Message.of("Prediction", _ANEW)


def gone() -> Message:
    """The question went with a change."""
    return Message.of("Prediction", _GONE)


def _ended(template: str, question: Question) -> Message:
    from gradsim.viewmodels.step.numerals import numeral

    value = numeral(question.right)
    return Message.of("Prediction", template, symbol=question.text, value=value)


_SCORE = QT_TRANSLATE_NOOP("Prediction", "{right} of {asked} right, {row} in a row")
_RIGHT = QT_TRANSLATE_NOOP("Prediction", "Right: {symbol} = {value}.")
_SHOWN = QT_TRANSLATE_NOOP("Prediction", "The answer: {symbol} = {value}.")
_SKIPPED = QT_TRANSLATE_NOOP("Prediction", "Skipped: {symbol} = {value}.")
_ONE_SAMPLE = QT_TRANSLATE_NOOP(
    "Prediction", "In a batch nothing is asked: predictions are about one sample."
)
_WITH_REMEDIES = QT_TRANSLATE_NOOP(
    "Prediction", "In a layer with remedies this number is shown and not asked."
)
_ANEW = QT_TRANSLATE_NOOP("Prediction", "The numbers have changed: asked anew.")
_GONE = QT_TRANSLATE_NOOP(
    "Prediction", "What was asked is gone with the change. Press → to be asked again."
)
