"""The grid in words: labels short and long, the present cell as a sentence, progress, the worst."""

from __future__ import annotations

import math
import re
from typing import Final

from gradsim.engine.problems import QT_TRANSLATE_NOOP
from gradsim.viewmodels import words
from gradsim.viewmodels.builder.number_text import short_number
from gradsim.viewmodels.compare.grid.axes import Place, gain_at, has_gain
from gradsim.viewmodels.gradients.attribution import CAUSES, Attribution
from gradsim.viewmodels.gradients.wording import decades_text
from gradsim.viewmodels.messages import Message
from gradsim.viewmodels.notation import layer_number

_CONTEXT: Final = "Grid"
_GAIN = QT_TRANSLATE_NOOP("Grid", "gain {gain}")
_RECOMMENDED = QT_TRANSLATE_NOOP("Grid", "gain rec.")
_COUNT = QT_TRANSLATE_NOOP("Grid", "{done} of {all}")
_LEFT = QT_TRANSLATE_NOOP("Grid", "{done} of {all} · about {seconds} s left")
_COMPLETE = QT_TRANSLATE_NOOP("Grid", "{all} cells")
_STOPPED = QT_TRANSLATE_NOOP("Grid", "stopped at {done} of {all}")
_WORST = QT_TRANSLATE_NOOP(
    "Grid", "Layer {layer} changes the gradient most: {decades} decades, mostly by {cause}."
)
_WORST_GROUP = QT_TRANSLATE_NOOP(
    "Grid",
    "Layers {first} to {last} together change the gradient most: {decades} decades, mostly by "
    "{cause}.",
)
_UNDIVIDED = QT_TRANSLATE_NOOP(
    "Grid",
    "Layer {first} changes the gradient most: {decades} decades. By what cannot be told: through "
    "the layer above comes exactly 0, and all of it past that layer.",
)
_UNDIVIDED_GROUP = QT_TRANSLATE_NOOP(
    "Grid",
    "Layers {first} to {last} together change the gradient most: {decades} decades. By what cannot "
    "be told: through a layer there comes exactly 0, and all of it past that layer.",
)
_NO_SUM = QT_TRANSLATE_NOOP("Grid", "Some gradient is 0 or not a number, so nothing adds up.")
_LEVEL = QT_TRANSLATE_NOOP("Grid", "No layer changes the gradient.")


def activation_text(name: str) -> str:
    """A row's heading."""
    return words.activation_label(name)


def initializer_text(name: str, *, short: bool = False) -> str:
    """A column's heading; `short` leaves out what stands in brackets."""
    label = words.initializer_label(name)
    return re.sub(r" ?\([^)]*\)", "", label) if short else label


def gain_text(initializer: str, gain: float | None) -> str:
    """The gain of a column; empty where it has none."""
    if not has_gain(initializer):
        return ""
    if gain is None:
        return words.translated(_CONTEXT, _RECOMMENDED)
    return _said(_GAIN, gain=short_number(gain))


def cell_name(place: Place, gain: float | None) -> str:
    """“Tanh · He normal (Kaiming) · gain 1.00”."""
    parts = [activation_text(place.activation), initializer_text(place.initializer)]
    if has_gain(place.initializer):
        parts.append(_said(_GAIN, gain=f"{gain_at(place, gain):.4g}"))
    return " · ".join(parts)


def progress_text(done: int, whole: int, seconds: float | None, *, stopped: bool) -> str:
    """“37 of 120 · about 12 s left”; without the seconds while they are not known."""
    if stopped:
        return _said(_STOPPED, done=done, all=whole)
    if done == whole:
        return _said(_COMPLETE, all=whole)
    if seconds is None:
        return _said(_COUNT, done=done, all=whole)
    return _said(_LEFT, done=done, all=whole, seconds=max(1, math.ceil(seconds)))


def worst_text(attribution: Attribution) -> str:
    """Which layer changes the gradient most towards where it ends, and by what."""
    if math.isnan(attribution.total):
        return words.translated(_CONTEXT, _NO_SUM)
    net = attribution.net
    steps = net if attribution.total >= 0 else -net
    bar = int(steps.argmax())
    if not abs(float(net[bar])) > 1e-9:
        return words.translated(_CONTEXT, _LEVEL)
    sign = 1.0 if net[bar] >= 0 else -1.0
    first, last = int(attribution.first[bar]), int(attribution.last[bar])
    if attribution.undivided[bar]:
        span = {"first": layer_number(first), "last": layer_number(last)}
        template = _UNDIVIDED if first == last else _UNDIVIDED_GROUP
        return _said(template, **span, decades=decades_text(float(net[bar])))
    cause = max(attribution.causes, key=lambda each: sign * float(each.decades[bar]))
    said = {"decades": decades_text(float(net[bar])), "cause": words.text(CAUSES[cause.name])}
    if first == last:
        return _said(_WORST, layer=layer_number(first), **said)
    return _said(_WORST_GROUP, first=layer_number(first), last=layer_number(last), **said)


def _said(template: str, **arguments: object) -> str:
    return words.text(Message(_CONTEXT, template, arguments))
