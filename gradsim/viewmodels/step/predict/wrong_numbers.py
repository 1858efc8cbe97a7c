"""The wrong numbers that each known mistake leads to, from the numbers around a question.

A function yields every number of its mistake, with the symbol that the sentence names where it
names one. Where a number is missing, or at a pole, it may raise: then the mistake cannot be made.
"""

from __future__ import annotations

import math
from collections.abc import Iterator

from gradsim.viewmodels.step.predict.situation import Situation
from gradsim.viewmodels.step.predict.topics import Topic

Wrong = Iterator[float | tuple[float, str]]
_MOST_PARTS = 12


# Costs


def halved(s: Situation) -> Wrong:
    yield s.right / 2


def doubled(s: Situation) -> Wrong:
    yield s.right * 2


def not_shared(s: Situation) -> Wrong:
    yield s.right * s["n"]


def cost_itself(s: Situation) -> Wrong:
    yield s["c"]


def difference(s: Situation) -> Wrong:
    yield s["a"] - s["y"]


# Signs


def turned(s: Situation) -> Wrong:
    yield -s.right


# Activations


def z_for_a(s: Situation) -> Wrong:
    z = s["z"]
    yield s.numbers.get("u", 1.0) * (1 - z * z if s.rule == "tanh" else z * (1 - z))


def value_for_slope(s: Situation) -> Wrong:
    yield s["a"]


def slope_for_value(s: Situation) -> Wrong:
    if s.slope_at is not None:
        yield s.slope_at(s["z"])


def slope_at_a(s: Situation) -> Wrong:
    if s.slope_at is not None:
        yield s.numbers.get("u", 1.0) * s.slope_at(s["a"])


def of_tanh(s: Situation) -> Wrong:
    yield s.numbers.get("u", 1.0) * (1 - s["a"] ** 2)


def of_sigmoid(s: Situation) -> Wrong:
    yield s.numbers.get("u", 1.0) * s["a"] * (1 - s["a"])


def without_square(s: Situation) -> Wrong:
    yield s.numbers.get("u", 1.0) * (1 - s["a"])


def without_a(s: Situation) -> Wrong:
    yield s.numbers.get("u", 1.0) * (1 - s["a"])


def without_slope(s: Situation) -> Wrong:
    yield s["u"]


def only_slope(s: Situation) -> Wrong:
    if s.slope_at is not None:
        yield s.slope_at(s["z"])


def unapplied(s: Situation) -> Wrong:
    yield s["z"]


# Linear factors


def weight(s: Situation) -> Wrong:
    yield s["w"]


def input(s: Situation) -> Wrong:
    yield s["x"]


def z_below(s: Situation) -> Wrong:
    yield s["zx"]


def activation_above(s: Situation) -> Wrong:
    yield s["a"]


def bias(s: Situation) -> Wrong:
    yield s["b"]


def zero(s: Situation) -> Wrong:
    del s
    yield 0.0


def neighbour(s: Situation) -> Wrong:
    for each in s.neighbours:
        yield each.value, each.symbol


def without_delta(s: Situation) -> Wrong:
    yield s["x"]


def without_input(s: Situation) -> Wrong:
    yield s["d"]


def weight_for_input(s: Situation) -> Wrong:
    yield s["d"] * s["w"]


def times_bias(s: Situation) -> Wrong:
    yield s["d"] * s["b"]


def without_bias(s: Situation) -> Wrong:
    yield s.right - s["b"]


def minus_bias(s: Situation) -> Wrong:
    yield s.right - 2 * s["b"]


# Products


def without_factor(s: Situation) -> Wrong:
    yield s["p"]


def only_factor(s: Situation) -> Wrong:
    yield s["f"]


def added(s: Situation) -> Wrong:
    yield s["p"] + s["f"]


def left_out(s: Situation) -> Wrong:
    for each in s.factors[:_MOST_PARTS]:
        yield s.right / each.value, each.symbol


# Sums


def one_only(s: Situation) -> Wrong:
    if len(s.parts) > 1:
        for each in s.parts[:_MOST_PARTS]:
            yield each.value, each.symbol


def one_missed(s: Situation) -> Wrong:
    # Of two addends the missed one leaves the other alone; in a weighted sum the bias is left.
    if len(s.parts) > 2 or s.topic is Topic.WEIGHTED_SUM:
        for each in s.parts[:_MOST_PARTS]:
            yield s.right - each.value, each.symbol


def sizes_added(s: Situation) -> Wrong:
    if s.topic is not Topic.WEIGHTED_SUM:
        yield math.fsum(abs(each.value) for each in s.parts)


def multiplied(s: Situation) -> Wrong:
    if s.topic is Topic.TOTAL and len(s.parts) > 1:
        yield math.prod(each.value for each in s.parts)


def without_weights(s: Situation) -> Wrong:
    yield s["dsum"]
