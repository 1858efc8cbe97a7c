"""What the coach says: the diagnosis, the change, what it is expected to bring and what came."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Final

import numpy as np

from gradsim.engine.options import Choice, resolved_options
from gradsim.engine.problems import QT_TRANSLATE_NOOP
from gradsim.engine.verdict.records import Remedy, Verdict, VerdictKind
from gradsim.project.coaching.advising import Advice, at_the_minimum, nothing_to_do
from gradsim.project.coaching.changes import gain_ratio
from gradsim.project.coaching.draws import Draws, Yardstick
from gradsim.project.model import Project
from gradsim.viewmodels import words
from gradsim.viewmodels.gradients.differences import choice_message
from gradsim.viewmodels.gradients.wording import decades_text, layers_text
from gradsim.viewmodels.messages import Message
from gradsim.viewmodels.notation import layer_number
from gradsim.viewmodels.simulation import SimulationResult

_CONTEXT: Final = "Coach"

HEALTHY: Final = Message(
    _CONTEXT, QT_TRANSLATE_NOOP("Coach", "The gradient holds in every layer: nothing to change.")
)
AT_THE_MINIMUM: Final = Message(
    _CONTEXT,
    QT_TRANSLATE_NOOP(
        "Coach",
        "No change of the network is called for: the cost is at its minimum here. Look at another "
        "sample, or at the batch.",
    ),
)
NOTHING_TRIED: Final = Message(
    _CONTEXT,
    QT_TRANSLATE_NOOP(
        "Coach",
        "There is nothing that could be set otherwise: the numbers of the hidden layers are typed.",
    ),
)
APPLY: Final = QT_TRANSLATE_NOOP("Coach", "Coach: {change}")
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
_LOST: Final = QT_TRANSLATE_NOOP(
    "Coach", "An activation so far in saturation leaves nothing that a float could hold."
)
_EVERYWHERE: Final = QT_TRANSLATE_NOOP("Coach", "{choice} in every hidden layer")
_ONE: Final = QT_TRANSLATE_NOOP("Coach", "{choice} in layer {layers}")
_SEVERAL: Final = QT_TRANSLATE_NOOP("Coach", "{choice} in layers {layers}")
_BOTH: Final = QT_TRANSLATE_NOOP("Coach", "{activation} and {weights}")
_GAIN: Final = QT_TRANSLATE_NOOP("Coach", "gain {gain} instead of {before}")
_BIAS: Final = QT_TRANSLATE_NOOP("Coach", "bias {name}")
_CHANGE: Final = QT_TRANSLATE_NOOP("Coach", "Change: {change}.")
_EXPECTED: Final = {
    Yardstick.trend: QT_TRANSLATE_NOOP(
        "Coach",
        "Expected on {count} draws, this one among them: {range} decades between first and last "
        "layer.",
    ),
    Yardstick.spread: QT_TRANSLATE_NOOP(
        "Coach",
        "Expected on {count} draws, this one among them: {range} decades between largest and "
        "smallest layer.",
    ),
    Yardstick.level: QT_TRANSLATE_NOOP(
        "Coach",
        "Expected on {count} draws, this one among them: {range} decades from what the cost sent "
        "to the first layer.",
    ),
}
_CERTAIN: Final = {
    Yardstick.trend: QT_TRANSLATE_NOOP(
        "Coach", "Expected, as nothing is drawn: {range} decades between first and last layer."
    ),
    Yardstick.spread: QT_TRANSLATE_NOOP(
        "Coach",
        "Expected, as nothing is drawn: {range} decades between largest and smallest layer.",
    ),
    Yardstick.level: QT_TRANSLATE_NOOP(
        "Coach",
        "Expected, as nothing is drawn: {range} decades from what the cost sent to the first "
        "layer.",
    ),
}
_NOW: Final = QT_TRANSLATE_NOOP("Coach", "The same draws now: {range}.")
_HEALTHY_DRAWS: Final = QT_TRANSLATE_NOOP("Coach", "Healthy in {healthy} of {count}.")
_LOST_DRAWS: Final = QT_TRANSLATE_NOOP("Coach", "In {lost} of {count} no gradient gets through.")
_CAME: Final = QT_TRANSLATE_NOOP("Coach", "Expected {range} decades; it came to {value}.")
_CAME_TO_NONE: Final = QT_TRANSLATE_NOOP(
    "Coach", "Expected {range} decades; what came is not a number."
)
_NO_HELP: Final = QT_TRANSLATE_NOOP(
    "Coach",
    "Nothing helps enough: of {tried} changes that were measured the best comes to {range}.",
)
_NO_HELP_AT_ALL: Final = QT_TRANSLATE_NOOP(
    "Coach", "Nothing helps: {tried} changes were measured, and no gradient gets through in any."
)


def range_text(values: Sequence[float]) -> str:
    """The lowest to the highest in decades, rounded outwards; a dash without any."""
    if not values:
        return "–"
    low = decades_text(math.floor(min(values) * 10.0) / 10.0, 1)
    high = decades_text(math.ceil(max(values) * 10.0) / 10.0, 1)
    return low if low == high else f"{low}\u00a0…\u00a0{high}"


def diagnosis_text(result: SimulationResult, verdict: Verdict) -> str:
    """What is wrong, and what did most of it: a trend split into its parts, else the reason.

    Empty where nothing is wrong.
    """
    if nothing_to_do(verdict):
        return ""
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
    cause = _cause(result, verdict, 1.0 if more else -1.0)
    return " ".join(words.text(each) for each in (whole, cause) if each is not None)


def change_message(remedies: Sequence[Remedy], project: Project) -> Message:
    """What is set to what in which layers: ReLU and He normal in every hidden layer."""
    said: list[Message] = []
    left = list(remedies)
    while left:
        remedy = left.pop(0)
        choice = _choice(remedy, project)
        if remedy.setting == "activation" and left and left[0].layers == remedy.layers:
            other = _choice(left.pop(0), project)
            choice = Message.of(_CONTEXT, _BOTH, activation=choice, weights=other)
        said.append(_where(choice, remedy.layers, len(project.layers)))
    message = said[0]
    for each in said[1:]:
        message = Message.of("", "{before}; {after}", before=message, after=each)
    return message


def change_text(advice: Advice, project: Project) -> str:
    """The change as a sentence, or that nothing helps; `project` is the one advised on."""
    if advice.change is not None:
        change = change_message(advice.change.remedies, project)
        return words.text(Message.of(_CONTEXT, _CHANGE, change=change))
    if advice.verdict.kind is VerdictKind.HEALTHY:
        return words.text(HEALTHY)
    if at_the_minimum(advice.verdict):
        return words.text(AT_THE_MINIMUM)
    if advice.expected is None:
        return words.text(NOTHING_TRIED)
    values = advice.expected.values(advice.yardstick)
    template = _NO_HELP if values else _NO_HELP_AT_ALL
    return words.text(
        Message.of(_CONTEXT, template, tried=words.count(advice.tried), range=range_text(values))
    )


def expectation_text(advice: Advice) -> str:
    """What the change measured, over all draws; empty where there is none."""
    if advice.change is None or advice.expected is None or advice.now is None:
        return ""
    draws, yardstick = advice.expected, advice.yardstick
    count = len(draws.each)
    templates = _EXPECTED if count > 1 else _CERTAIN
    said = [
        Message.of(
            _CONTEXT,
            templates[yardstick],
            count=count,
            range=range_text(draws.values(yardstick)),
        )
    ]
    now = advice.now.values(yardstick)
    if now:
        said.append(Message.of(_CONTEXT, _NOW, range=range_text(now)))
    if count > 1:
        said.append(Message.of(_CONTEXT, _HEALTHY_DRAWS, healthy=draws.healthy, count=count))
    lost = draws.lost(yardstick)
    if lost:
        said.append(Message.of(_CONTEXT, _LOST_DRAWS, lost=lost, count=count))
    return " ".join(map(words.text, said))


def outcome_text(expected: Draws, yardstick: Yardstick, came: float) -> str:
    """What was expected, and what it came to."""
    template = _CAME if math.isfinite(came) else _CAME_TO_NONE
    return words.text(
        Message.of(
            _CONTEXT,
            template,
            range=range_text(expected.values(yardstick)),
            value=decades_text(came),
        )
    )


def _cause(result: SimulationResult, verdict: Verdict, sign: float) -> Message | None:
    """The part that took (sign −1) or gave (+1) most, and where it did most of that."""
    columns = result.measurement.columns
    other = (verdict.cancellation_decades or 0.0) + (verdict.size_decades or 0.0)
    parts = {
        "activation": verdict.activation_decades,
        "weights": verdict.weights_decades,
        "inputs": verdict.inputs_decades,
        "other": other,
    }
    if verdict.activation_decades is None:
        return None
    name = max(parts, key=lambda each: sign * (parts[each] or 0.0))
    part = parts[name] or 0.0
    if sign * part <= 0.0:
        return None
    said = f"{abs(part):.1f}"
    which = 0 if sign < 0 else 1
    if name in ("inputs", "other"):
        return Message.of(_CONTEXT, (_INPUTS if name == "inputs" else _OTHER)[which], part=said)
    layers = result.project.layers
    if name == "activation":
        met = columns.activation[1:] if verdict.quantity == "activation_gradient" else None
        column = columns.activation[:-1] if met is None else met
        index = int(np.argmax(sign * column)) + (0 if met is None else 1)
        choice = choice_message("Activation", layers[index].activation)
        return Message.of(
            _CONTEXT, _ACTIVATIONS[which], part=said, name=choice, worst=layer_number(index + 1)
        )
    # weights[l − 1] is what W^(l+1) does on the way to layer l.
    index = int(np.argmax(sign * columns.weights[:-1])) + 1
    if result.project.parameters[index] is not None:
        choice = Message(_CONTEXT, QT_TRANSLATE_NOOP("Coach", "typed"))
    else:
        choice = choice_message("Initializer", layers[index].weights)
    return Message.of(
        _CONTEXT, _WEIGHTS[which], part=said, name=choice, worst=layer_number(index + 1)
    )


def _choice(remedy: Remedy, project: Project) -> Message:
    layer = project.layers[remedy.layers[0] - 1]
    if remedy.setting == "activation":
        return choice_message("Activation", remedy.choice)
    if remedy.setting == "bias":
        return Message.of(_CONTEXT, _BIAS, name=choice_message("Initializer", remedy.choice))
    if gain_ratio(remedy, layer) is not None:
        return Message.of(
            _CONTEXT, _GAIN, gain=_gain_text(remedy.choice), before=_gain_text(layer.weights)
        )
    return choice_message("Initializer", remedy.choice)


def _gain_text(choice: Choice) -> str:
    from gradsim.engine.initializers import initializer_of

    gain = resolved_options(choice, initializer_of(choice).options).get("gain", 1.0)
    return f"{gain:.4g}"


def _where(choice: Message, layers: tuple[int, ...], depth: int) -> Message:
    if layers == tuple(range(1, depth)) and depth > 2:
        return Message.of(_CONTEXT, _EVERYWHERE, choice=choice)
    template = _ONE if len(layers) == 1 else _SEVERAL
    return Message.of(_CONTEXT, template, choice=choice, layers=layers_text(layers))
