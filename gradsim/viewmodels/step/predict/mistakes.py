"""The table of mistakes that are recognized: where each can be made, and what it leads to.

An entry computes the wrong numbers of one mistake. Whether a typed answer is near one of them, and
near no other, is :mod:`judging`'s business.
"""

from __future__ import annotations

import math
from collections.abc import Callable

from msgspec import Struct

from gradsim.viewmodels.messages import Message
from gradsim.viewmodels.step.predict import sentences as say
from gradsim.viewmodels.step.predict import wrong_numbers as wrong
from gradsim.viewmodels.step.predict.question import Slip
from gradsim.viewmodels.step.predict.situation import Situation
from gradsim.viewmodels.step.predict.topics import Topic

_SUMS = (Topic.TOTAL, Topic.PASSED_BACK, Topic.WEIGHTED_SUM)
_COST_RULES = ("binary_cross_entropy", "cross_entropy")


class Mistake(Struct, frozen=True):
    """One mistake: its sentence, the topics and rules (all where empty) in which it is made, and
    the numbers that it leads to, each with the symbol that its sentence names where it names one.
    """

    sentence: str
    topics: tuple[Topic, ...]
    leads_to: Callable[[Situation], wrong.Wrong]
    rules: tuple[str, ...] = ()


def slips_of(situation: Situation) -> tuple[Slip, ...]:
    """What every mistake that fits the situation leads to; what is no number is left out."""
    found: list[Slip] = []
    for mistake in MISTAKES:
        if mistake.topics and situation.topic not in mistake.topics:
            continue
        if mistake.rules and situation.rule not in mistake.rules:
            continue
        for number in _computed(mistake, situation):
            value, symbol = number if isinstance(number, tuple) else (number, situation.symbol)
            if math.isfinite(value):
                sentence = Message.of("Prediction", mistake.sentence, symbol=symbol)
                found.append(Slip(value, sentence))
    return tuple(found)


def _computed(mistake: Mistake, situation: Situation) -> list[float | tuple[float, str]]:
    try:
        return list(mistake.leads_to(situation))
    except (ArithmeticError, KeyError, ValueError):
        return []  # without that number, or at a pole, the mistake cannot be made


_SLOPES = (Topic.ACTIVATION, Topic.DELTA)
_DERIVATIVES = tuple(
    topic
    for topic in Topic
    if topic not in (Topic.WEIGHTED_SUM, Topic.ACTIVATED, Topic.COST_VALUE, Topic.BIAS)
)

MISTAKES: tuple[Mistake, ...] = (
    Mistake(say.FORGOT_TWO, (Topic.COST,), wrong.halved, ("squared_error", "mean_squared_error")),
    Mistake(say.NEEDLESS_TWO, (Topic.COST,), wrong.doubled, ("half_squared_error",)),
    Mistake(say.FORGOT_SHARE, (Topic.COST,), wrong.not_shared, ("mean_squared_error",)),
    Mistake(say.COST_ITSELF, (Topic.COST,), wrong.cost_itself),
    Mistake(say.ALREADY_DELTA, (Topic.COST,), wrong.difference, _COST_RULES),
    Mistake(say.TARGET_FIRST, (Topic.COST, Topic.SHORTCUT), wrong.turned),
    Mistake(say.WRONG_SIGN, tuple(t for t in _DERIVATIVES if t not in (Topic.COST, Topic.SHORTCUT)),
            wrong.turned),
    Mistake(say.FORGOT_HALF, (Topic.COST_VALUE,), wrong.doubled, ("half_squared_error",)),
    Mistake(say.FORGOT_SHARE, (Topic.COST_VALUE,), wrong.not_shared, ("mean_squared_error",)),
    Mistake(say.FORGOT_SQUARE, (Topic.COST_VALUE,), wrong.difference,
            ("squared_error", "half_squared_error", "mean_squared_error")),
    Mistake(say.Z_FOR_A, _SLOPES, wrong.z_for_a, ("sigmoid", "tanh")),
    Mistake(say.VALUE_FOR_SLOPE, (Topic.ACTIVATION, Topic.SOFTMAX), wrong.value_for_slope),
    Mistake(say.SLOPE_AT_A, _SLOPES, wrong.slope_at_a),
    Mistake(say.OF_TANH, _SLOPES, wrong.of_tanh, ("sigmoid",)),
    Mistake(say.OF_SIGMOID, _SLOPES, wrong.of_sigmoid, ("tanh",)),
    Mistake(say.WITHOUT_SQUARE, _SLOPES, wrong.without_square, ("tanh",)),
    Mistake(say.WITHOUT_A, _SLOPES, wrong.without_a, ("sigmoid",)),
    Mistake(say.OWN_SLOPE, (Topic.SOFTMAX,), wrong.of_sigmoid),
    Mistake(say.FORGOT_SLOPE, (Topic.DELTA,), wrong.without_slope),
    Mistake(say.FORGOT_ARRIVING, (Topic.DELTA,), wrong.only_slope),
    Mistake(say.NOT_APPLIED, (Topic.ACTIVATED,), wrong.unapplied),
    Mistake(say.SLOPE_FOR_VALUE, (Topic.ACTIVATED,), wrong.slope_for_value),
    Mistake(say.WEIGHT_FOR_INPUT, (Topic.WEIGHTS,), wrong.weight),
    Mistake(say.INPUT_FOR_WEIGHT, (Topic.PREVIOUS_ACTIVATION,), wrong.input),
    Mistake(say.Z_BELOW, (Topic.WEIGHTS,), wrong.z_below),
    Mistake(say.ACTIVATION_ABOVE, (Topic.WEIGHTS,), wrong.activation_above),
    Mistake(say.BIAS_ITSELF, (Topic.BIAS,), wrong.bias),
    Mistake(say.BIAS_NOT_ZERO, (Topic.BIAS,), wrong.zero),
    Mistake(say.NEIGHBOUR, (), wrong.neighbour),
    Mistake(say.FORGOT_DELTA, (Topic.WEIGHT_GRADIENT,), wrong.without_delta),
    Mistake(say.FORGOT_INPUT, (Topic.WEIGHT_GRADIENT,), wrong.without_input),
    Mistake(say.WEIGHT_FOR_INPUT, (Topic.WEIGHT_GRADIENT,), wrong.weight_for_input),
    Mistake(say.TIMES_BIAS, (Topic.BIAS_GRADIENT,), wrong.times_bias),
    Mistake(say.BIAS_ITSELF, (Topic.BIAS_GRADIENT,), wrong.bias),
    Mistake(say.FORGOT_WEIGHTS, (Topic.PASSED_BACK,), wrong.without_weights),
    Mistake(say.FORGOT_BIAS, (Topic.WEIGHTED_SUM,), wrong.without_bias),
    Mistake(say.MINUS_BIAS, (Topic.WEIGHTED_SUM,), wrong.minus_bias),
    Mistake(say.ALREADY_APPLIED, (Topic.WEIGHTED_SUM,), wrong.activation_above),
    Mistake(say.FORGOT_FACTOR, (Topic.PRODUCT,), wrong.without_factor),
    Mistake(say.ONLY_FACTOR, (Topic.PRODUCT,), wrong.only_factor),
    Mistake(say.ADDED, (Topic.PRODUCT,), wrong.added),
    Mistake(say.LEFT_OUT, (Topic.PRODUCT,), wrong.left_out),
    Mistake(say.ONE_PATH, (Topic.TOTAL,), wrong.one_only),
    Mistake(say.MISSED_PATH, (Topic.TOTAL,), wrong.one_missed),
    Mistake(say.ONE_TERM, (Topic.PASSED_BACK, Topic.WEIGHTED_SUM), wrong.one_only),
    Mistake(say.MISSED_TERM, (Topic.PASSED_BACK, Topic.WEIGHTED_SUM), wrong.one_missed),
    Mistake(say.SIZES_ADDED, _SUMS, wrong.sizes_added),
    Mistake(say.MULTIPLIED, (Topic.TOTAL,), wrong.multiplied),
)  # fmt: skip
"""Every mistake that is recognized."""
