"""The coach's change in words, what it is expected to bring, and what came of it."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Final

from gradsim.engine.options import Choice, resolved_options
from gradsim.engine.problems import QT_TRANSLATE_NOOP
from gradsim.engine.remedies import normalization_of
from gradsim.engine.verdict.records import Remedy, VerdictKind
from gradsim.project.coaching.advising import Advice, at_the_minimum
from gradsim.project.coaching.changes import gain_ratio, residual_of
from gradsim.project.coaching.draws import Draws, Yardstick
from gradsim.project.model import Project
from gradsim.viewmodels import words
from gradsim.viewmodels.gradients.differences import choice_message
from gradsim.viewmodels.gradients.remedy_aspects import residual_message
from gradsim.viewmodels.gradients.wording import decades_text, of_layers
from gradsim.viewmodels.messages import Message

_CONTEXT: Final = "Coach"

HEALTHY: Final = Message(
    _CONTEXT, QT_TRANSLATE_NOOP("Coach", "The gradient holds in every layer: nothing to change.")
)
IDLE_BIASES: Final = Message(
    _CONTEXT,
    QT_TRANSLATE_NOOP("Coach", "β of the normalization does what these biases would: leave them."),
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
_EVERYWHERE: Final = QT_TRANSLATE_NOOP("Coach", "{choice} in every hidden layer")
_IN_LAYERS: Final = (
    QT_TRANSLATE_NOOP("Coach", "{choice} in layer {layers}"),
    QT_TRANSLATE_NOOP("Coach", "{choice} in layers {layers}"),
)
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
        return words.text(IDLE_BIASES if advice.verdict.variant == "biases" else HEALTHY)
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


def _choice(remedy: Remedy, project: Project) -> Message:
    layer = project.layers[remedy.layers[0] - 1]
    if remedy.setting == "activation":
        return choice_message("Activation", remedy.choice)
    if remedy.setting == "bias":
        return Message.of(_CONTEXT, _BIAS, name=choice_message("Initializer", remedy.choice))
    if remedy.setting == "normalization":
        return Message("Normalization", normalization_of(remedy.choice).label)
    if remedy.setting == "residual":
        return residual_message(residual_of(remedy.choice))
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
    return of_layers(_CONTEXT, _IN_LAYERS, layers, choice=choice)
