"""The table of mistakes that are recognized: where each can be made, and what it leads to.

An entry computes the wrong numbers of one mistake. Whether a typed answer is near one of them, and
near no other, is :mod:`judging`'s business.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from gradsim.viewmodels.messages import Message
from gradsim.viewmodels.step.predict import sentences as say
from gradsim.viewmodels.step.predict.question import Slip
from gradsim.viewmodels.step.predict.situation import Situation
from gradsim.viewmodels.step.predict.topics import Topic

Wrong = Iterator[float | tuple[float, str]]
_SUMS = (Topic.TOTAL, Topic.PASSED_BACK, Topic.WEIGHTED_SUM)
_COST_RULES = ("binary_cross_entropy", "cross_entropy")
_MOST_PARTS = 12


@dataclass(frozen=True, slots=True)
class Mistake:
    """One mistake: its sentence, the topics and rules (all where empty) in which it is made, and
    the numbers that it leads to, each with the symbol that its sentence names where it names one.
    """

    sentence: str
    topics: tuple[Topic, ...]
    wrong: Callable[[Situation], Wrong]
    rules: tuple[str, ...] = ()


def slips_of(situation: Situation) -> tuple[Slip, ...]:
    """What every mistake that fits the situation leads to; what is no number is left out."""
    found: list[Slip] = []
    for mistake in MISTAKES:
        if mistake.topics and situation.topic not in mistake.topics:
            continue
        if mistake.rules and situation.rule not in mistake.rules:
            continue
        for wrong in _computed(mistake, situation):
            value, symbol = wrong if isinstance(wrong, tuple) else (wrong, situation.symbol)
            if math.isfinite(value):
                sentence = Message.of("Prediction", mistake.sentence, symbol=symbol)
                found.append(Slip(value, sentence))
    return tuple(found)


def _computed(mistake: Mistake, situation: Situation) -> list[float | tuple[float, str]]:
    try:
        return list(mistake.wrong(situation))
    except (ArithmeticError, KeyError, ValueError):
        return []  # without that number, or at a pole, the mistake cannot be made


# Costs


def _halved(s: Situation) -> Wrong:
    yield s.right / 2


def _doubled(s: Situation) -> Wrong:
    yield s.right * 2


def _not_shared(s: Situation) -> Wrong:
    yield s.right * s["n"]


def _cost_itself(s: Situation) -> Wrong:
    yield s["c"]


def _difference(s: Situation) -> Wrong:
    yield s["a"] - s["y"]


# Signs


def _turned(s: Situation) -> Wrong:
    yield -s.right


# Activations


def _z_for_a(s: Situation) -> Wrong:
    z = s["z"]
    yield s.numbers.get("u", 1.0) * (1 - z * z if s.rule == "tanh" else z * (1 - z))


def _value_for_slope(s: Situation) -> Wrong:
    yield s["a"]


def _slope_for_value(s: Situation) -> Wrong:
    if s.slope_at is not None:
        yield s.slope_at(s["z"])


def _slope_at_a(s: Situation) -> Wrong:
    if s.slope_at is not None:
        yield s.numbers.get("u", 1.0) * s.slope_at(s["a"])


def _of_tanh(s: Situation) -> Wrong:
    yield s.numbers.get("u", 1.0) * (1 - s["a"] ** 2)


def _of_sigmoid(s: Situation) -> Wrong:
    yield s.numbers.get("u", 1.0) * s["a"] * (1 - s["a"])


def _without_square(s: Situation) -> Wrong:
    yield s.numbers.get("u", 1.0) * (1 - s["a"])


def _without_a(s: Situation) -> Wrong:
    yield s.numbers.get("u", 1.0) * (1 - s["a"])


def _without_slope(s: Situation) -> Wrong:
    yield s["u"]


def _only_slope(s: Situation) -> Wrong:
    if s.slope_at is not None:
        yield s.slope_at(s["z"])


def _unapplied(s: Situation) -> Wrong:
    yield s["z"]


# Linear factors


def _weight(s: Situation) -> Wrong:
    yield s["w"]


def _input(s: Situation) -> Wrong:
    yield s["x"]


def _z_below(s: Situation) -> Wrong:
    yield s["zx"]


def _activation_above(s: Situation) -> Wrong:
    yield s["a"]


def _bias(s: Situation) -> Wrong:
    yield s["b"]


def _zero(s: Situation) -> Wrong:
    del s
    yield 0.0


def _neighbour(s: Situation) -> Wrong:
    for each in s.neighbours:
        yield each.value, each.symbol


def _without_delta(s: Situation) -> Wrong:
    yield s["x"]


def _without_input(s: Situation) -> Wrong:
    yield s["d"]


def _weight_for_input(s: Situation) -> Wrong:
    yield s["d"] * s["w"]


def _times_bias(s: Situation) -> Wrong:
    yield s["d"] * s["b"]


def _without_bias(s: Situation) -> Wrong:
    yield s.right - s["b"]


def _minus_bias(s: Situation) -> Wrong:
    yield s.right - 2 * s["b"]


# Products


def _without_factor(s: Situation) -> Wrong:
    yield s["p"]


def _only_factor(s: Situation) -> Wrong:
    yield s["f"]


def _added(s: Situation) -> Wrong:
    yield s["p"] + s["f"]


def _left_out(s: Situation) -> Wrong:
    for each in s.factors[:_MOST_PARTS]:
        yield s.right / each.value, each.symbol


# Sums


def _one_only(s: Situation) -> Wrong:
    if len(s.parts) > 1:
        for each in s.parts[:_MOST_PARTS]:
            yield each.value, each.symbol


def _one_missed(s: Situation) -> Wrong:
    # Of two addends the missed one leaves the other alone; in a weighted sum the bias is left.
    if len(s.parts) > 2 or s.topic is Topic.WEIGHTED_SUM:
        for each in s.parts[:_MOST_PARTS]:
            yield s.right - each.value, each.symbol


def _sizes_added(s: Situation) -> Wrong:
    if s.topic is not Topic.WEIGHTED_SUM:
        yield math.fsum(abs(each.value) for each in s.parts)


def _multiplied(s: Situation) -> Wrong:
    if s.topic is Topic.TOTAL and len(s.parts) > 1:
        yield math.prod(each.value for each in s.parts)


def _without_weights(s: Situation) -> Wrong:
    yield s["dsum"]


_SLOPES = (Topic.ACTIVATION, Topic.DELTA)
_DERIVATIVES = tuple(
    topic
    for topic in Topic
    if topic not in (Topic.WEIGHTED_SUM, Topic.ACTIVATED, Topic.COST_VALUE, Topic.BIAS)
)

MISTAKES: tuple[Mistake, ...] = (
    Mistake(say.FORGOT_TWO, (Topic.COST,), _halved, ("squared_error", "mean_squared_error")),
    Mistake(say.NEEDLESS_TWO, (Topic.COST,), _doubled, ("half_squared_error",)),
    Mistake(say.FORGOT_SHARE, (Topic.COST,), _not_shared, ("mean_squared_error",)),
    Mistake(say.COST_ITSELF, (Topic.COST,), _cost_itself),
    Mistake(say.ALREADY_DELTA, (Topic.COST,), _difference, _COST_RULES),
    Mistake(say.TARGET_FIRST, (Topic.COST, Topic.SHORTCUT), _turned),
    Mistake(say.WRONG_SIGN, tuple(t for t in _DERIVATIVES if t not in (Topic.COST, Topic.SHORTCUT)),
            _turned),
    Mistake(say.FORGOT_HALF, (Topic.COST_VALUE,), _doubled, ("half_squared_error",)),
    Mistake(say.FORGOT_SHARE, (Topic.COST_VALUE,), _not_shared, ("mean_squared_error",)),
    Mistake(say.FORGOT_SQUARE, (Topic.COST_VALUE,), _difference,
            ("squared_error", "half_squared_error", "mean_squared_error")),
    Mistake(say.Z_FOR_A, _SLOPES, _z_for_a, ("sigmoid", "tanh")),
    Mistake(say.VALUE_FOR_SLOPE, (Topic.ACTIVATION, Topic.SOFTMAX), _value_for_slope),
    Mistake(say.SLOPE_AT_A, _SLOPES, _slope_at_a),
    Mistake(say.OF_TANH, _SLOPES, _of_tanh, ("sigmoid",)),
    Mistake(say.OF_SIGMOID, _SLOPES, _of_sigmoid, ("tanh",)),
    Mistake(say.WITHOUT_SQUARE, _SLOPES, _without_square, ("tanh",)),
    Mistake(say.WITHOUT_A, _SLOPES, _without_a, ("sigmoid",)),
    Mistake(say.OWN_SLOPE, (Topic.SOFTMAX,), _of_sigmoid),
    Mistake(say.FORGOT_SLOPE, (Topic.DELTA,), _without_slope),
    Mistake(say.FORGOT_ARRIVING, (Topic.DELTA,), _only_slope),
    Mistake(say.NOT_APPLIED, (Topic.ACTIVATED,), _unapplied),
    Mistake(say.SLOPE_FOR_VALUE, (Topic.ACTIVATED,), _slope_for_value),
    Mistake(say.WEIGHT_FOR_INPUT, (Topic.WEIGHTS,), _weight),
    Mistake(say.INPUT_FOR_WEIGHT, (Topic.PREVIOUS_ACTIVATION,), _input),
    Mistake(say.Z_BELOW, (Topic.WEIGHTS,), _z_below),
    Mistake(say.ACTIVATION_ABOVE, (Topic.WEIGHTS,), _activation_above),
    Mistake(say.BIAS_ITSELF, (Topic.BIAS,), _bias),
    Mistake(say.BIAS_NOT_ZERO, (Topic.BIAS,), _zero),
    Mistake(say.NEIGHBOUR, (), _neighbour),
    Mistake(say.FORGOT_DELTA, (Topic.WEIGHT_GRADIENT,), _without_delta),
    Mistake(say.FORGOT_INPUT, (Topic.WEIGHT_GRADIENT,), _without_input),
    Mistake(say.WEIGHT_FOR_INPUT, (Topic.WEIGHT_GRADIENT,), _weight_for_input),
    Mistake(say.TIMES_BIAS, (Topic.BIAS_GRADIENT,), _times_bias),
    Mistake(say.BIAS_ITSELF, (Topic.BIAS_GRADIENT,), _bias),
    Mistake(say.FORGOT_WEIGHTS, (Topic.PASSED_BACK,), _without_weights),
    Mistake(say.FORGOT_BIAS, (Topic.WEIGHTED_SUM,), _without_bias),
    Mistake(say.MINUS_BIAS, (Topic.WEIGHTED_SUM,), _minus_bias),
    Mistake(say.ALREADY_APPLIED, (Topic.WEIGHTED_SUM,), _activation_above),
    Mistake(say.FORGOT_FACTOR, (Topic.PRODUCT,), _without_factor),
    Mistake(say.ONLY_FACTOR, (Topic.PRODUCT,), _only_factor),
    Mistake(say.ADDED, (Topic.PRODUCT,), _added),
    Mistake(say.LEFT_OUT, (Topic.PRODUCT,), _left_out),
    Mistake(say.ONE_PATH, (Topic.TOTAL,), _one_only),
    Mistake(say.MISSED_PATH, (Topic.TOTAL,), _one_missed),
    Mistake(say.ONE_TERM, (Topic.PASSED_BACK, Topic.WEIGHTED_SUM), _one_only),
    Mistake(say.MISSED_TERM, (Topic.PASSED_BACK, Topic.WEIGHTED_SUM), _one_missed),
    Mistake(say.SIZES_ADDED, _SUMS, _sizes_added),
    Mistake(say.MULTIPLIED, (Topic.TOTAL,), _multiplied),
)  # fmt: skip
"""Every mistake that is recognized."""
