"""The coach's words for what remedies did to a gradient: which kind, where, and against what."""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import Final

from gradsim.engine.problems import QT_TRANSLATE_NOOP
from gradsim.engine.remedies.shares import DROPOUT, NORMALIZATION, RESIDUAL, remedy_shares
from gradsim.viewmodels import words
from gradsim.viewmodels.gradients.attribution import CAUSES
from gradsim.viewmodels.gradients.wording import decades_text
from gradsim.viewmodels.messages import Message
from gradsim.viewmodels.notation import layer_number
from gradsim.viewmodels.simulation import SimulationResult

_CONTEXT: Final = "Coach"
_ONE_KIND: Final = {
    NORMALIZATION: (
        QT_TRANSLATE_NOOP("Coach", "Normalization took {part} decades (most in layer {worst})."),
        QT_TRANSLATE_NOOP("Coach", "Normalization gave {part} decades (most in layer {worst})."),
    ),
    RESIDUAL: (
        QT_TRANSLATE_NOOP(
            "Coach", "The residual connections took {part} decades (most in layer {worst})."
        ),
        QT_TRANSLATE_NOOP(
            "Coach", "The residual connections gave {part} decades (most in layer {worst})."
        ),
    ),
    DROPOUT: (
        QT_TRANSLATE_NOOP("Coach", "Dropout took {part} decades (most in layer {worst})."),
        QT_TRANSLATE_NOOP("Coach", "Dropout gave {part} decades (most in layer {worst})."),
    ),
}
_TOGETHER: Final = (
    QT_TRANSLATE_NOOP("Coach", "The remedies together took {part} decades ({kinds})."),
    QT_TRANSLATE_NOOP("Coach", "The remedies together gave {part} decades ({kinds})."),
)
_ALONE: Final = (
    QT_TRANSLATE_NOOP("Coach", "The remedies took {part} decades."),
    QT_TRANSLATE_NOOP("Coach", "The remedies gave {part} decades."),
)
_NAMES: Final = {
    NORMALIZATION: QT_TRANSLATE_NOOP("Coach", "normalization {decades}"),
    RESIDUAL: QT_TRANSLATE_NOOP("Coach", "residual connections {decades}"),
    DROPOUT: QT_TRANSLATE_NOOP("Coach", "dropout {decades}"),
}
_AGAINST: Final = QT_TRANSLATE_NOOP("Coach", "Most against that: {cause}, {decades}.")
_NOTABLE: Final = 0.5
"""What opposes the named cause by this share of it or more is told."""


def remedies_message(
    result: SimulationResult, quantity: str, decades: float, sign: float
) -> Message:
    """What remedies did to `quantity` by `decades`, by the kind where that is known."""
    shares = remedy_shares(result.factors, quantity)
    totals = {kind: math.fsum(layers.values()) for kind, layers in shares.items()}
    which = 0 if sign < 0 else 1
    said = f"{abs(decades):.1f}"
    if not totals or not all(math.isfinite(each) for each in totals.values()):
        return Message.of(_CONTEXT, _ALONE[which], part=said)
    if len(totals) == 1:
        ((kind, layers),) = shares.items()
        worst = max(layers, key=lambda layer: sign * layers[layer])
        return Message.of(_CONTEXT, _ONE_KIND[kind][which], part=said, worst=layer_number(worst))
    kinds = [
        words.text(Message.of(_CONTEXT, _NAMES[kind], decades=decades_text(totals[kind], 1)))
        for kind in sorted(totals, key=lambda each: -sign * totals[each])
    ]
    return Message.of(_CONTEXT, _TOGETHER[which], part=said, kinds=", ".join(kinds))


def against_message(parts: Mapping[str, float], named: float, sign: float) -> Message | None:
    """What of `parts` (names of ``CAUSES``) most opposes a cause of `named` decades; None where it
    hardly weighs."""
    opposed = min(parts, key=lambda each: sign * parts[each])
    if sign * parts[opposed] > -_NOTABLE * abs(named):
        return None
    decades = decades_text(parts[opposed], 1)
    return Message.of(_CONTEXT, _AGAINST, cause=CAUSES[opposed], decades=decades)
