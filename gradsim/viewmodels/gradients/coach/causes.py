"""The coach's diagnosis: what lies between first and last layer and what did most of it, or why."""

from __future__ import annotations

from typing import Final

import numpy as np
import numpy.typing as npt

from gradsim.engine.problems import QT_TRANSLATE_NOOP
from gradsim.engine.verdict.records import Verdict, VerdictKind
from gradsim.project.coaching.advising import nothing_to_do
from gradsim.project.model import is_drawn
from gradsim.viewmodels import words
from gradsim.viewmodels.gradients.coach.remedy_causes import against_message, remedies_message
from gradsim.viewmodels.gradients.differences import choice_message
from gradsim.viewmodels.messages import Message
from gradsim.viewmodels.notation import layer_number
from gradsim.viewmodels.simulation import SimulationResult

_CONTEXT: Final = "Coach"
_TRENDS: Final = (VerdictKind.VANISHING, VerdictKind.EXPLODING)
_LESS: Final = QT_TRANSLATE_NOOP(
    "Coach", "Layer {first} receives {decades} decades less than layer {last}."
)
_MORE: Final = QT_TRANSLATE_NOOP(
    "Coach", "Layer {first} receives {decades} decades more than layer {last}."
)
_ACTIVATIONS: Final = (
    QT_TRANSLATE_NOOP(
        "Coach", "The activations took {part} decades ({name}, most in layer {worst})."
    ),
    QT_TRANSLATE_NOOP(
        "Coach", "The activations gave {part} decades ({name}, most in layer {worst})."
    ),
)
_WEIGHTS: Final = (
    QT_TRANSLATE_NOOP("Coach", "The weights took {part} decades ({name}, most in layer {worst})."),
    QT_TRANSLATE_NOOP("Coach", "The weights gave {part} decades ({name}, most in layer {worst})."),
)
_INPUTS: Final = (
    QT_TRANSLATE_NOOP(
        "Coach",
        "What the layers are fed took {part} decades: it is smaller at the first layer.",
    ),
    QT_TRANSLATE_NOOP(
        "Coach",
        "What the layers are fed gave {part} decades: it is larger at the first layer.",
    ),
)
_OTHER: Final = (
    QT_TRANSLATE_NOOP("Coach", "Samples that cancel and sizes of layers took {part} decades."),
    QT_TRANSLATE_NOOP("Coach", "Samples that cancel and sizes of layers gave {part} decades."),
)
_WHY: Final = {
    VerdictKind.ZERO: QT_TRANSLATE_NOOP(
        "Coach",
        "Weights that are all 0 multiply every gradient by 0: they must differ from 0, and from "
        "one another.",
    ),
    VerdictKind.SYMMETRIC: QT_TRANSLATE_NOOP(
        "Coach", "Units that start alike receive the same gradient: their weights must differ."
    ),
    VerdictKind.DEAD: QT_TRANSLATE_NOOP(
        "Coach",
        "Where f′(z) is 0 nothing passes: it takes a slope on that side, or fewer z there.",
    ),
    VerdictKind.OVERFLOW: QT_TRANSLATE_NOOP(
        "Coach", "The numbers outgrow floating point going forward: each layer must amplify less."
    ),
    VerdictKind.NAN: QT_TRANSLATE_NOOP(
        "Coach", "Something became no number, as ∞ − ∞ does: going forward all must stay finite."
    ),
    VerdictKind.UNEVEN: QT_TRANSLATE_NOOP(
        "Coach", "The first and the last layer agree, but one between them stands out."
    ),
    VerdictKind.VANISHING: QT_TRANSLATE_NOOP(
        "Coach", "The gradient fades in every layer alike, as the numbers going forward do."
    ),
    VerdictKind.EXPLODING: QT_TRANSLATE_NOOP(
        "Coach", "The gradient is too large in every layer alike, as the numbers going forward are."
    ),
}
_NOTHING_ADDED_UP: Final = {
    "unfed": QT_TRANSLATE_NOOP(
        "Coach",
        "What is multiplied with 0 is 0: the weights of a layer learn only from what comes in.",
    ),
    "cancelled": QT_TRANSLATE_NOOP(
        "Coach", "A gradient arrives, but its shares cancel: other samples would not."
    ),
}
_DEAD_BRANCH: Final = QT_TRANSLATE_NOOP(
    "Coach",
    "Where f′(z) is 0 nothing passes through the layer, only past it: it takes a slope on that "
    "side, or fewer z there.",
)
_LOST: Final = QT_TRANSLATE_NOOP(
    "Coach", "An activation so far in saturation leaves nothing that a float could hold."
)


def diagnosis_text(result: SimulationResult, verdict: Verdict) -> str:
    """What is wrong, and what did most of it: a trend split into its parts, else the reason.

    Empty where nothing is wrong.
    """
    if nothing_to_do(verdict):
        return ""
    if verdict.kind is VerdictKind.ZERO and verdict.variant in _NOTHING_ADDED_UP:
        return words.text(Message(_CONTEXT, _NOTHING_ADDED_UP[verdict.variant]))
    if verdict.kind is VerdictKind.DEAD and _has_a_way_past(result, verdict):
        return words.text(Message(_CONTEXT, _DEAD_BRANCH))
    if verdict.kind not in _TRENDS or verdict.everywhere:
        return words.text(Message(_CONTEXT, _WHY[verdict.kind]))
    if verdict.decades is None:
        return words.text(Message(_CONTEXT, _LOST))
    more = verdict.decades > 0
    whole = Message.of(
        _CONTEXT,
        _MORE if more else _LESS,
        first=layer_number(verdict.first_layer),
        last=layer_number(verdict.last_layer),
        decades=f"{abs(verdict.decades):.1f}",
    )
    causes = _causes(result, verdict, 1.0 if more else -1.0)
    return " ".join(words.text(each) for each in (whole, *causes))


def _has_a_way_past(result: SimulationResult, verdict: Verdict) -> bool:
    """Whether the layer that stands out has a residual connection that a gradient takes."""
    if verdict.worst_layer is None or verdict.variant == "silent":
        return False
    return result.project.layers[verdict.worst_layer - 1].residual is not None


def _causes(result: SimulationResult, verdict: Verdict, sign: float) -> tuple[Message, ...]:
    """The part that took (sign −1) or gave (+1) most; with remedies also what opposes it."""
    if verdict.activation_decades is None:
        return ()
    parts = {
        "activation": verdict.activation_decades,
        "weights": verdict.weights_decades or 0.0,
        "remedies": verdict.remedies_decades or 0.0,
        "inputs": verdict.inputs_decades or 0.0,
    }
    samples, sizes = verdict.cancellation_decades or 0.0, verdict.size_decades or 0.0
    weighed = parts | {"other": samples + sizes}
    name = max(weighed, key=lambda each: sign * weighed[each])
    if sign * weighed[name] <= 0.0:
        return ()
    cause = _cause(result, verdict, name, weighed[name], sign)
    if result.project.network.plain:
        return (cause,)
    against = against_message(parts, weighed[name], sign)
    return (cause,) if against is None else (cause, against)


def _cause(
    result: SimulationResult, verdict: Verdict, name: str, part: float, sign: float
) -> Message:
    """What the part did, and where it did most of that."""
    columns = result.measurement.columns
    said = f"{abs(part):.1f}"
    which = 0 if sign < 0 else 1
    if name == "remedies":
        return remedies_message(result, verdict.quantity, part, sign)
    if name in ("inputs", "other"):
        return Message.of(_CONTEXT, (_INPUTS if name == "inputs" else _OTHER)[which], part=said)
    layers = result.project.layers
    if name == "activation":
        met = columns.activation[1:] if verdict.quantity == "activation_gradient" else None
        column = columns.activation[:-1] if met is None else met
        index = _most(sign * column) + (0 if met is None else 1)
        choice = choice_message("Activation", layers[index].activation)
        return Message.of(
            _CONTEXT, _ACTIVATIONS[which], part=said, name=choice, worst=layer_number(index + 1)
        )
    # weights[l − 1] is what W^(l+1) does on the way to layer l.
    index = _most(sign * columns.weights[:-1]) + 1
    if not is_drawn(result.project.parameters[index]):
        choice = Message(_CONTEXT, QT_TRANSLATE_NOOP("Coach", "typed"))
    else:
        choice = choice_message("Initializer", layers[index].weights)
    return Message.of(
        _CONTEXT, _WEIGHTS[which], part=said, name=choice, worst=layer_number(index + 1)
    )


def _most(decades: npt.NDArray[np.float64]) -> int:
    """Where the number is largest, those that are none left out."""
    return int(np.argmax(np.nan_to_num(decades, nan=-np.inf)))
