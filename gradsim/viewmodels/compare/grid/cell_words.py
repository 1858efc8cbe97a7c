"""One cell of the grid in words, as the view now has it."""

from __future__ import annotations

import math
from typing import Final

from gradsim.engine.problems import QT_TRANSLATE_NOOP
from gradsim.viewmodels import words
from gradsim.viewmodels.compare.grid.axes import Place
from gradsim.viewmodels.compare.grid.view import GridView
from gradsim.viewmodels.compare.grid.wording import cell_name
from gradsim.viewmodels.gradients.diagnosis import Diagnosis
from gradsim.viewmodels.gradients.wording import decades_text
from gradsim.viewmodels.messages import Message

_CONTEXT: Final = "Grid"
_WAITING = QT_TRANSLATE_NOOP("Grid", "not measured yet")
_OUTDATED = QT_TRANSLATE_NOOP("Grid", "numbers of before, new ones are coming")
_DECADES = QT_TRANSLATE_NOOP(
    "Grid", "{number} decades from the last to the first layer, quartiles {low} to {high}"
)
_BOTH_ZERO = QT_TRANSLATE_NOOP(
    "Grid",
    "{zeros} of {seeds} draws without a ratio: first and last gradient are exactly 0",
)
_LOST = QT_TRANSLATE_NOOP("Grid", "{lost} of {seeds} draws lost to floating point")


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
        if not math.isnan(face.decades):
            lines.append(_said(_DECADES, number=decades_text(face.decades), **numbers))
        seeds, zeros = view.measured_seeds(place), view.both_zero(place)
        lost = int(spread.lost[0]) - zeros
        if zeros:
            lines.append(_said(_BOTH_ZERO, zeros=zeros, seeds=seeds))
        if lost:
            lines.append(_said(_LOST, lost=lost, seeds=seeds))
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


def _said(template: str, **arguments: object) -> str:
    return words.text(Message.of(_CONTEXT, template, **arguments))
