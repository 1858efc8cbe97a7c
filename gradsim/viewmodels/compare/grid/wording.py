"""The grid in words: labels short and long, the present cell as a sentence, progress, the worst."""

from __future__ import annotations

import math
import re
from typing import TYPE_CHECKING, Final

from gradsim.engine.problems import QT_TRANSLATE_NOOP
from gradsim.viewmodels import words
from gradsim.viewmodels.builder.number_text import short_number
from gradsim.viewmodels.compare.grid.axes import Place, gain_at, has_gain
from gradsim.viewmodels.gradients.attribution import CAUSES, Attribution
from gradsim.viewmodels.gradients.diagnosis import Diagnosis
from gradsim.viewmodels.gradients.wording import decades_text
from gradsim.viewmodels.messages import Message
from gradsim.viewmodels.notation import layer_number

if TYPE_CHECKING:
    from gradsim.viewmodels.compare.grid.view import GridView

_CONTEXT: Final = "Grid"
_GAIN = QT_TRANSLATE_NOOP("Grid", "gain {gain}")
_RECOMMENDED = QT_TRANSLATE_NOOP("Grid", "gain rec.")
_WAITING = QT_TRANSLATE_NOOP("Grid", "not measured yet")
_OUTDATED = QT_TRANSLATE_NOOP("Grid", "numbers of before, new ones are coming")
_DECADES = QT_TRANSLATE_NOOP(
    "Grid", "{number} decades from the last to the first layer, quartiles {low} to {high}"
)
_LOST = QT_TRANSLATE_NOOP("Grid", "{lost} of {seeds} draws lost to floating point")
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


def cell_lines(view: GridView, place: Place) -> tuple[str, ...]:
    """What is known of a cell: name, decades with their quartiles, verdict or reason."""
    lines = [cell_name(place, view.setup.gain(place.initializer))]
    face, spread = view.face(place), view.spread(place)
    if face.state == "refused":
        lines.append(view.reason(place))
    elif face.state == "waiting":
        lines.append(words.translated(_CONTEXT, _WAITING))
    elif spread is not None:
        low, high = float(spread.lower_quartile[0]), float(spread.upper_quartile[0])
        numbers = {"low": decades_text(low), "high": decades_text(high)}
        lines.append(_said(_DECADES, number=decades_text(face.decades), **numbers))
        if spread.lost[0]:
            lines.append(_said(_LOST, lost=int(spread.lost[0]), seeds=view.measured_seeds(place)))
        if face.word:
            lines.append(face.word)
    if not face.fresh:
        lines.append(words.translated(_CONTEXT, _OUTDATED))
    return tuple(lines)


def verdict_text(view: GridView, place: Place) -> str:
    """The verdict on the draw in the middle, with its numbers; empty while there is none."""
    key = view.key(place)
    asked = view.choice.quantity, view.choice.statistic
    verdict = None if key is None else view.measuring.store.verdict(key, asked)
    return "" if verdict is None else Diagnosis(verdict, ()).text


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
    cause = max(attribution.causes, key=lambda each: sign * float(each.decades[bar]))
    first, last = int(attribution.first[bar]), int(attribution.last[bar])
    said = {"decades": decades_text(float(net[bar])), "cause": words.text(CAUSES[cause.name])}
    if first == last:
        return _said(_WORST, layer=layer_number(first), **said)
    return _said(_WORST_GROUP, first=layer_number(first), last=layer_number(last), **said)


def _said(template: str, **arguments: object) -> str:
    return words.text(Message(_CONTEXT, template, arguments))
