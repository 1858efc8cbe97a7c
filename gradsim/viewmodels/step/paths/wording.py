"""What the paths page says: how many are open, how far they cancel, what each way costs."""

from __future__ import annotations

from gradsim.engine.paths.multiplications import Multiplications
from gradsim.engine.paths.survey import PathSurvey
from gradsim.engine.problems import QT_TRANSLATE_NOOP
from gradsim.viewmodels import words
from gradsim.viewmodels.messages import Message
from gradsim.viewmodels.step.equation import count
from gradsim.viewmodels.step.numerals import numeral
from gradsim.viewmodels.step.paths.listing import scaled
from gradsim.viewmodels.step.scaled import Scaled
from gradsim.viewmodels.step.walk.running import ratio

_PAIR = 2
_NEARLY_NONE = -3.0
"""log₁₀ of the share left, below which that share is told and not what cancels."""


def openness(survey: PathSurvey) -> Message:
    """How many paths have no factor that is 0."""
    total = count(survey.total)
    if survey.total == 1:
        return _say(_ONE_OPEN if survey.open else _ONE_CLOSED)
    if survey.total == _PAIR and survey.open != 1:
        return _say(_BOTH_OPEN if survey.open else _NEITHER_OPEN)
    if survey.open == 0:
        return _say(_NONE_OPEN, total=total)
    if survey.open == survey.total:
        return _say(_ALL_OPEN, total=total)
    return _say(_SOME_OPEN, open=count(survey.open), total=total)


def cancellation(survey: PathSurvey, gradient: Scaled) -> Message | None:
    """How much of the paths' pull opposite signs take away; None where there is nothing to say.

    gradient : what the paths leave, from the backward pass. The two sides may be so much larger
        that in float64 their own difference would be nothing but rounding.
    """
    positive, negative = scaled(survey.positive), scaled(survey.negative)
    magnitude = scaled(survey.magnitude)
    if survey.total == 1 or survey.open == 0 or not magnitude.is_finite or magnitude.is_zero:
        return None
    if positive.is_zero or negative.is_zero:
        return _say(_NO_OPPOSITION, magnitude=numeral(magnitude))
    told = {
        "positive": numeral(positive),
        "negative": numeral(negative),
        "magnitude": numeral(magnitude),
        "net": numeral(gradient),
    }
    left = ratio(abs(gradient), magnitude)
    if left.log10_abs < _NEARLY_NONE:
        return _say(_NEARLY_ALL, **told, left=numeral(left * Scaled.of(100.0), 2))
    return _say(_OPPOSITION, **told, share=words.percent(survey.cancelled))


def costs(told: Multiplications, paths: int) -> tuple[Message, ...]:
    """What each way costs, and why one of them is an algorithm."""
    by_paths = (
        _say(_PATHS_COST_ONE, count=count(told.by_paths))
        if paths == 1
        else _say(
            _PATHS_COST if told.even else _PATHS_COST_UNEVEN,
            count=count(told.by_paths),
            paths=count(paths),
            each=told.factors - 1,
        )
    )
    by_recursion = _say(
        _RECURSION_COST, count=count(told.by_backpropagation), all=count(told.of_all)
    )
    why = _WHY if told.by_paths > told.by_backpropagation else _WHY_NOT_YET
    return by_paths, by_recursion, _say(why)


def _say(template: str, **arguments: object) -> Message:
    return Message.of("Paths", template, **arguments)


_ONE_OPEN = QT_TRANSLATE_NOOP(
    "Paths", "Only one path leads to the cost: the gradient is one product."
)
_ONE_CLOSED = QT_TRANSLATE_NOOP(
    "Paths", "Only one path leads to the cost, and one of its factors is 0."
)
_BOTH_OPEN = QT_TRANSLATE_NOOP("Paths", "Both paths are open: no factor is 0.")
_NEITHER_OPEN = QT_TRANSLATE_NOOP("Paths", "Neither path is open: each has a factor that is 0.")
_NONE_OPEN = QT_TRANSLATE_NOOP(
    "Paths", "None of the {total} paths is open: each has a factor that is 0."
)
_ALL_OPEN = QT_TRANSLATE_NOOP("Paths", "All {total} paths are open: no factor is 0.")
_SOME_OPEN = QT_TRANSLATE_NOOP(
    "Paths", "{open} of {total} paths are open; in each of the others some factor is 0."
)
_NO_OPPOSITION = QT_TRANSLATE_NOOP(
    "Paths",
    "All paths pull the same way: their magnitudes add to {magnitude}, and nothing cancels.",
)
_OPPOSITION = QT_TRANSLATE_NOOP(
    "Paths",
    "Positive paths add {positive}, negative ones {negative}. Their magnitudes add to {magnitude}, "
    "but they leave {net}: {share} % cancels.",
)
_NEARLY_ALL = QT_TRANSLATE_NOOP(
    "Paths",
    "Positive paths add {positive}, negative ones {negative}. Their magnitudes add to {magnitude}, "
    "but they leave {net}: all but {left} % cancels.",
)
_PATHS_COST = QT_TRANSLATE_NOOP(
    "Paths", "Path by path: {count} multiplications ({paths} paths × {each})."
)
_PATHS_COST_UNEVEN = QT_TRANSLATE_NOOP(
    "Paths",
    "Path by path: {count} multiplications ({paths} paths with at most {each} each; past a layer "
    "it is fewer).",
)
_PATHS_COST_ONE = QT_TRANSLATE_NOOP("Paths", "Path by path: {count} multiplications.")
_RECURSION_COST = QT_TRANSLATE_NOOP(
    "Paths",
    "By backpropagation: {count}; the gradients of all parameters together: {all}.",
)
_WHY = QT_TRANSLATE_NOOP(
    "Paths",
    "Where paths meet, backpropagation adds them up once and goes on with the sum, δ. That is why "
    "it is an algorithm and not just the chain rule.",
)
_WHY_NOT_YET = QT_TRANSLATE_NOOP(
    "Paths",
    "With so few paths there is nothing to save yet. A further layer of n units multiplies the "
    "paths by n, and adds to backpropagation only its own products.",
)
