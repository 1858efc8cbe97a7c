"""What the run says in words: which layers have not moved, how good the network is, what broke."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from gradsim.engine.problems import QT_TRANSLATE_NOOP
from gradsim.engine.training.divergence import SENTENCES, Divergence
from gradsim.viewmodels.messages import Message
from gradsim.viewmodels.notation import layer_number
from gradsim.viewmodels.training.moment import Moment

_MOST_SPANS: Final = 4
_ALL_MOVED = QT_TRANSLATE_NOOP(
    "Training", "Every layer has moved by more than a thousandth of its size since the start."
)
_NONE_MOVED = QT_TRANSLATE_NOOP(
    "Training", "No layer has moved by as much as a thousandth of its size since the start."
)
_STILL = QT_TRANSLATE_NOOP(
    "Training",
    "Hardly moved since the start, by less than a thousandth of their size: layers {layers}.",
)
_ONE_STILL = QT_TRANSLATE_NOOP(
    "Training",
    "Hardly moved since the start, by less than a thousandth of its size: layer {layer}.",
)


def movement_sentence(moment: Moment) -> Message:
    """Which layers stand still."""
    still = moment.still_layers()
    if not still:
        return Message.of("Training", _ALL_MOVED)
    if len(still) == moment.layers:
        return Message.of("Training", _NONE_MOVED)
    if len(still) == 1:
        return Message.of("Training", _ONE_STILL, layer=still[0])
    return Message.of("Training", _STILL, layers=span_of_layers(still))


def span_of_layers(layers: Sequence[int]) -> str:
    """“1–4, 7” for layers 1, 2, 3, 4 and 7, in the numbers of the notation; at most four spans."""
    if not layers:
        return ""
    cuts = [index for index, (one, two) in enumerate(pairwise(layers), 1) if two != one + 1]
    spans = [layers[a:b] for a, b in zip([0, *cuts], [*cuts, len(layers)], strict=True)]
    told = [
        str(layer_number(span[0]))
        if len(span) == 1
        else f"{layer_number(span[0])}–{layer_number(span[-1])}"
        for span in spans[:_MOST_SPANS]
    ]
    return ", ".join(told) + (", …" if len(spans) > _MOST_SPANS else "")


def divergence_message(divergence: Divergence) -> Message:
    """Where the run broke."""
    return Message.of(
        "Divergence",
        SENTENCES[divergence.kind],
        step=divergence.step,
        layer=divergence.layer,
        factor=divergence.factor,
    )
