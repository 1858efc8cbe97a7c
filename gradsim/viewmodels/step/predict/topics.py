"""What can be asked about a step, and in which form the answer is wanted."""

from __future__ import annotations

from enum import StrEnum


class Topic(StrEnum):
    """The kinds of question; mistakes and progress are kept by them."""

    COST = "cost"
    ACTIVATION = "activation"
    SOFTMAX = "softmax"
    WEIGHTS = "weights"
    BIAS = "bias"
    PREVIOUS_ACTIVATION = "previous_activation"
    PRODUCT = "product"
    TOTAL = "total"
    DELTA = "delta"
    SHORTCUT = "shortcut"
    WEIGHT_GRADIENT = "weight_gradient"
    BIAS_GRADIENT = "bias_gradient"
    PASSED_BACK = "passed_back"
    WEIGHTED_SUM = "weighted_sum"
    ACTIVATED = "activated"
    COST_VALUE = "cost_value"


class Form(StrEnum):
    """What is asked of a number: itself, its sign, or its order of magnitude."""

    VALUE = "value"
    SIGN = "sign"
    MAGNITUDE = "magnitude"
