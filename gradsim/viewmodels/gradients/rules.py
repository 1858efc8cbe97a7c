"""The rules of the verdict as a learner reads them, in the order in which they are asked."""

from __future__ import annotations

from typing import Final

from gradsim.engine.problems import QT_TRANSLATE_NOOP
from gradsim.engine.verdict import DEAD_FRACTION, EVERYWHERE, TREND, VerdictKind
from gradsim.engine.verdict_words import HEADLINES
from gradsim.viewmodels.messages import Message

INTRODUCTION: Final = Message(
    "VerdictRules",
    QT_TRANSLATE_NOOP(
        "VerdictRules",
        "These are asked in this order; the first that holds is the verdict. Sizes are those of "
        "the quantity chosen, in the samples chosen. Layers with different numbers of entries are "
        "compared by RMS. A decade is a factor of ten.",
    ),
)


def _rule(kind: VerdictKind, template: str, **numbers: object) -> tuple[Message, Message]:
    headline = Message("Verdict", HEADLINES[kind])
    return headline, Message.of("VerdictRules", template, **numbers)


RULES: Final[tuple[tuple[Message, Message], ...]] = (
    _rule(
        VerdictKind.OVERFLOW,
        QT_TRANSLATE_NOOP("VerdictRules", "A number of the forward pass is too large for float64."),
    ),
    _rule(
        VerdictKind.NAN,
        QT_TRANSLATE_NOOP("VerdictRules", "The size of some layer's gradient is not a number."),
    ),
    _rule(
        VerdictKind.ZERO,
        QT_TRANSLATE_NOOP(
            "VerdictRules",
            "A layer above a hidden one has only zero weights, so nothing reaches the layers "
            "below; or the cost has reached its minimum.",
        ),
    ),
    _rule(
        VerdictKind.DEAD,
        QT_TRANSLATE_NOOP(
            "VerdictRules",
            "A hidden layer lets nothing through, or f′(z) is 0 for every sample in at least "
            "{percent} % of its units.",
        ),
        percent=round(100 * DEAD_FRACTION),
    ),
    _rule(
        VerdictKind.SYMMETRIC,
        QT_TRANSLATE_NOOP(
            "VerdictRules",
            "In a hidden layer all units have equal weights and biases, and the next layer treats "
            "them equally: they can never become different.",
        ),
    ),
    _rule(
        VerdictKind.VANISHING,
        QT_TRANSLATE_NOOP(
            "VerdictRules",
            "The first layer lies at least {trend} decades below the last: with one learning rate "
            "it learns at less than 1 % of its pace. Or every layer lies {everywhere} decades or "
            "more below the gradient that the cost sent.",
        ),
        trend=round(TREND),
        everywhere=round(EVERYWHERE),
    ),
    _rule(
        VerdictKind.EXPLODING,
        QT_TRANSLATE_NOOP(
            "VerdictRules",
            "The first layer lies at least {trend} decades above the last, or every layer lies "
            "{everywhere} decades or more above the gradient that the cost sent.",
        ),
        trend=round(TREND),
        everywhere=round(EVERYWHERE),
    ),
    _rule(
        VerdictKind.UNEVEN,
        QT_TRANSLATE_NOOP(
            "VerdictRules",
            "First and last layer agree, but some layer lies at least {trend} decades from "
            "another.",
        ),
        trend=round(TREND),
    ),
    _rule(VerdictKind.HEALTHY, QT_TRANSLATE_NOOP("VerdictRules", "None of these.")),
)
