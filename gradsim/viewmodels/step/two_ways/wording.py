"""One sentence for each stage of the two ways, chosen by the numbers that are there."""

from __future__ import annotations

import math

from gradsim.engine.output_ways import OutputWays
from gradsim.engine.problems import QT_TRANSLATE_NOOP
from gradsim.viewmodels.messages import Message
from gradsim.viewmodels.step.numerals import numeral
from gradsim.viewmodels.step.two_ways.lines import (
    LOCAL,
    PRODUCT,
    SENT,
    SHORTCUT,
    SQUARED_LOCAL,
    SQUARED_SENT,
)
from gradsim.viewmodels.step.walk.steps import COST_SYMBOL, Symbol

_NOTABLE = 1.05
_KEPT = 1e-9
"""Two numbers that differ by less than this share of the larger agree to rounding."""


def sentence(ways: OutputWays, unit: int, stage: int) -> Message:
    """What the stage shows for output `unit` (from 1)."""
    softmax, at = ways.is_softmax, unit - 1
    match stage:
        case 0:
            return _say(ways, _START)
        case _ if stage == SENT:
            return _say(ways, _SENT_SOFTMAX if softmax else _SENT)
        case _ if stage == LOCAL:
            return _say(ways, _LOCAL_SOFTMAX if softmax else _LOCAL)
        case _ if stage == PRODUCT:
            return _product(ways, at)
        case _ if stage == SHORTCUT:
            return _shortcut(ways, at)
        case _ if stage == SQUARED_SENT:
            return _say(ways, _SQUARED_SENT)
        case _ if stage == SQUARED_LOCAL:
            return _say(ways, _SQUARED_LOCAL_SOFTMAX if softmax else _SQUARED_LOCAL)
        case _:
            return _comparison(ways, at)


def loses_digits(ways: OutputWays, at: int) -> bool:
    """Whether the product of the two plain factors is not the shortcut to rounding."""
    product, delta = float(ways.unreduced.delta[at]), float(ways.shortcut[at])
    return not abs(product - delta) <= _KEPT * max(abs(product), abs(delta))


def _product(ways: OutputWays, at: int) -> Message:
    product, delta = float(ways.unreduced.delta[at]), float(ways.shortcut[at])
    if not loses_digits(ways, at):
        template = _CANCELLED_SOFTMAX if ways.is_softmax else _CANCELLED
        return _say(ways, template, value=numeral(product))
    if math.isfinite(product):
        return _say(ways, _DIGITS_LOST, value=numeral(product, 8), true=numeral(delta, 8))
    return _say(ways, _IMPOSSIBLE, why=_why(ways, at), value=numeral(product))


def _why(ways: OutputWays, at: int) -> str:
    """The quantity that float64 has as 0 although it is not."""
    if not ways.is_softmax and ways.rest[at] == 0.0:
        return "1 − a = 0"
    return "a = 0"


def _shortcut(ways: OutputWays, at: int) -> Message:
    product, delta = float(ways.unreduced.delta[at]), float(ways.shortcut[at])
    if math.isfinite(product):
        return _say(
            ways, _STRAIGHT, value=numeral(delta), difference=numeral(abs(product - delta), 2)
        )
    return _say(ways, _STRAIGHT_ALONE, value=numeral(delta))


def _comparison(ways: OutputWays, at: int) -> Message:
    squared, delta = float(ways.squared.delta[at]), float(ways.shortcut[at])
    told = {"squared": numeral(squared), "pair": numeral(delta)}
    # A negative ratio, which softmax can bring, is no "times as much".
    if squared == 0.0 or not math.isfinite(squared) or delta / squared < _NOTABLE:
        return _say(ways, _COMPARED, **told)
    times = numeral(delta / squared, 3)
    return _say(
        ways, _COMPARED_SOFTMAX if ways.is_softmax else _COMPARED_TIMES, **told, times=times
    )


def _say(ways: OutputWays, template: str, **arguments: object) -> Message:
    a, z = Symbol("a").text, Symbol(ways.letter).text
    names = {"sent": f"∂{COST_SYMBOL.text}/∂{a}", "local": f"∂{a}/∂{z}", "letter": z}
    return Message.of("TwoWays", template, **names, **arguments)


_START = QT_TRANSLATE_NOOP(
    "TwoWays",
    "From the cost to {letter} of one output: factor by factor, by the shortcut, and with a "
    "squared error instead. “Next stage” reveals the first factor.",
)
_SENT = QT_TRANSLATE_NOOP(
    "TwoWays",
    "{sent} = −y/a + (1 − y)/(1 − a). It divides by a(1 − a), so it is enormous where the output "
    "is sure and wrong.",
)
_SENT_SOFTMAX = QT_TRANSLATE_NOOP(
    "TwoWays",
    "{sent} = −y/a for every output: it divides by a, so it is enormous where the right output is "
    "almost 0.",
)
_LOCAL = QT_TRANSLATE_NOOP(
    "TwoWays", "{local} is the slope of the sigmoid, a(1 − a): almost 0 where the output saturates."
)
_LOCAL_SOFTMAX = QT_TRANSLATE_NOOP(
    "TwoWays",
    "{local} is a whole matrix, because every output depends on every {letter}; [j = i] is 1 where "
    "j is i and 0 elsewhere. The column of this {letter} counts here.",
)
_CANCELLED = QT_TRANSLATE_NOOP(
    "TwoWays", "The slope stands above and below the line: it cancels, and {value} is left."
)
_CANCELLED_SOFTMAX = QT_TRANSLATE_NOOP(
    "TwoWays",
    "Every a below the line cancels. As the targets add to 1, the sum leaves a − y = {value}.",
)
_DIGITS_LOST = QT_TRANSLATE_NOOP(
    "TwoWays",
    "It cancels, but not in float64: so near saturation the factors have lost their digits, and "
    "their product is {value} instead of {true}.",
)
_IMPOSSIBLE = QT_TRANSLATE_NOOP(
    "TwoWays",
    "float64 cannot: here it has {why}, so it divides by 0, and the product of the two factors is "
    "{value}.",
)
_STRAIGHT = QT_TRANSLATE_NOOP(
    "TwoWays",
    "The shortcut goes straight to a − y = {value}. Difference from the two factors: {difference}.",
)
_STRAIGHT_ALONE = QT_TRANSLATE_NOOP(
    "TwoWays",
    "The shortcut goes straight to a − y = {value}: it divides by nothing, so it keeps every digit "
    "where the two factors fail.",
)
_SQUARED_SENT = QT_TRANSLATE_NOOP(
    "TwoWays", "The same output with a squared error: {sent} has no denominator."
)
_SQUARED_LOCAL = QT_TRANSLATE_NOOP(
    "TwoWays", "So nothing cancels the slope of the sigmoid: it stays in the product."
)
_SQUARED_LOCAL_SOFTMAX = QT_TRANSLATE_NOOP(
    "TwoWays", "So nothing cancels the Jacobian of the softmax: it stays in the product."
)
_COMPARED = QT_TRANSLATE_NOOP(
    "TwoWays", "At {letter} the squared error leaves {squared}, the pair {pair}."
)
_COMPARED_TIMES = QT_TRANSLATE_NOOP(
    "TwoWays",
    "At {letter} the squared error leaves {squared}, the pair {pair}: {times} times as much, "
    "because σ′ is gone.",
)
_COMPARED_SOFTMAX = QT_TRANSLATE_NOOP(
    "TwoWays",
    "At {letter} the squared error leaves {squared}, the pair {pair}: {times} times as much, "
    "because the Jacobian is gone.",
)
