"""Which layer and which part stand out most in an attribution, and how that is said."""

from __future__ import annotations

import math
from typing import Final

import numpy as np
from msgspec import Struct

from gradsim.engine.problems import QT_TRANSLATE_NOOP
from gradsim.viewmodels.gradients.attribution import CAUSES, Attribution
from gradsim.viewmodels.gradients.wording import decades_text
from gradsim.viewmodels.messages import Message

_CONTEXT: Final = "Worst"
_LEVEL: Final = 0.005
"""Decades that round to 0.00 in two digits: no layer and no part stands out by so little."""


class Worst(Struct, frozen=True):
    """What pulls hardest the way that the whole went, down where it vanishes, up where it grows.

    layer, layer_decades : the layer whose parts together took or gave most.
    layer_part, layer_part_decades : the part (a name of ``CAUSES``) that did most of it there; None
        where the change cannot be divided.
    part, part_decades : the part that did most of it over all layers that can be divided.
    """

    layer: int
    layer_decades: float
    layer_part: str | None
    layer_part_decades: float
    part: str
    part_decades: float


def worst_of(attribution: Attribution) -> Worst | None:
    """The worst layer and part of an attribution layer by layer; None where nothing stands out.

    Parts oppose each other, so each is measured along the sign of the whole. Where the whole is
    level that is the sign of the largest bar.
    """
    net = attribution.net
    known = np.isfinite(net)
    if not known.any() or not attribution.causes:
        return None
    whole = float(net[known].sum())
    if abs(whole) < _LEVEL:
        whole = float(net[known][np.argmax(np.abs(net[known]))])
    sign = -1.0 if whole < 0 else 1.0
    along = np.where(known, sign * net, -math.inf)
    index = int(np.argmax(along))
    if along[index] < _LEVEL:
        return None
    divided = known & ~attribution.undivided
    there = {cause.name: float(cause.decades[index]) for cause in attribution.causes}
    totals = {
        cause.name: math.fsum(cause.decades[divided].tolist()) for cause in attribution.causes
    }
    here = max(there, key=lambda name: sign * there[name]) if divided[index] else None
    part = max(totals, key=lambda name: sign * totals[name])
    return Worst(
        int(attribution.first[index]),
        float(net[index]),
        here,
        math.nan if here is None else there[here],
        part,
        totals[part],
    )


def worst_messages(attribution: Attribution) -> tuple[Message, ...]:
    """The worst layer and part in sentences; where the gradient is lost, from which layer on, and
    where its change cannot be divided."""
    said: list[Message] = []
    lost = np.flatnonzero(~np.isfinite(attribution.net))
    if lost.size:
        layer = int(attribution.last[lost[-1]])
        said.append(Message.of(_CONTEXT, _LOST, layer=layer))
    undivided = np.flatnonzero(attribution.undivided)
    if undivided.size:
        layer = int(attribution.last[undivided[-1]])
        said.append(Message.of(_CONTEXT, _UNDIVIDED, layer=layer))
    worst = worst_of(attribution)
    if worst is None:
        if not said:
            said.append(Message(_CONTEXT, _LEVEL_EVERYWHERE))
        return tuple(said)
    took = worst.layer_decades < 0
    whole = {"layer": worst.layer, "decades": decades_text(worst.layer_decades)}
    if worst.layer_part is None:
        said.append(Message.of(_CONTEXT, _WHOLE_TOOK if took else _WHOLE_GAVE, **whole))
    else:
        said.append(
            Message.of(
                _CONTEXT,
                _LAYER_TOOK if took else _LAYER_GAVE,
                **whole,
                part=CAUSES[worst.layer_part],
                part_decades=decades_text(worst.layer_part_decades),
            )
        )
    if abs(worst.part_decades) >= _LEVEL and (worst.part_decades < 0) == took:
        said.append(
            Message.of(
                _CONTEXT,
                _PART_ELSEWHERE if undivided.size else _PART,
                part=CAUSES[worst.part],
                decades=decades_text(worst.part_decades),
            )
        )
    return tuple(said)


_LAYER_TOOK: Final = QT_TRANSLATE_NOOP(
    "Worst", "Layer {layer} takes most: {decades} ({part} {part_decades})."
)
_LAYER_GAVE: Final = QT_TRANSLATE_NOOP(
    "Worst", "Layer {layer} adds most: {decades} ({part} {part_decades})."
)
_WHOLE_TOOK: Final = QT_TRANSLATE_NOOP("Worst", "Layer {layer} takes most: {decades}.")
_WHOLE_GAVE: Final = QT_TRANSLATE_NOOP("Worst", "Layer {layer} adds most: {decades}.")
_PART_ELSEWHERE: Final = QT_TRANSLATE_NOOP(
    "Worst", "Of the parts most, where they can be told apart: {part}, {decades}."
)
_PART: Final = QT_TRANSLATE_NOOP("Worst", "Of the parts most: {part}, {decades}.")
_LEVEL_EVERYWHERE: Final = QT_TRANSLATE_NOOP(
    "Worst", "No layer takes or adds anything worth a hundredth of a decade."
)
_LOST: Final = QT_TRANSLATE_NOOP(
    "Worst", "At layer {layer} the gradient is 0 or no number, which no number of decades tells."
)
_UNDIVIDED: Final = QT_TRANSLATE_NOOP(
    "Worst",
    "At layer {layer} the gradient is known, but not what each part did to it: through the layer "
    "above comes exactly 0, and all of it past that layer.",
)
