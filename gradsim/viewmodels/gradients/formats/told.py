"""What each format does to the gradient, in words and as a table."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Final

import numpy as np

from gradsim.engine.problems import QT_TRANSLATE_NOOP
from gradsim.engine.scaling import State
from gradsim.viewmodels import words
from gradsim.viewmodels.gradients.formats.lines import FormatLine
from gradsim.viewmodels.gradients.formats.model import FormatsModel
from gradsim.viewmodels.gradients.profile import Profile
from gradsim.viewmodels.gradients.quantities import statistic_symbol
from gradsim.viewmodels.gradients.tables import Cell, Table
from gradsim.viewmodels.gradients.wording import STATES, value_text
from gradsim.viewmodels.messages import Message
from gradsim.viewmodels.notation import layer_number

_CONTEXT: Final = "Formats"
_SOME: Final = 0.005
"""A share of entries that rounds to a percent."""


def symbol_of(model: FormatsModel) -> str:
    """The magnitude drawn: ‖∂C/∂W‖, RMS δ, …"""
    return words.text(statistic_symbol(model.quantity, model.statistic))


def exact_label() -> str:
    """What the first line is called."""
    return words.translated(_CONTEXT, _EXACT)


def legend_text(line: FormatLine) -> str:
    """``float16: 0 from layer 9 down``, ``float32: kept``."""
    if line.lost_at is None:
        return words.text(Message.of(_CONTEXT, _KEPT, format=line.precision))
    template = _LEGENDS[line.loss]
    return words.text(Message.of(_CONTEXT, template, format=line.precision, layer=line.lost_at))


def messages(model: FormatsModel) -> tuple[Message, ...]:
    """Where entries are lost before the whole is, δ for ∂C/∂a, and what was computed."""
    said: list[Message] = []
    for line in model.lines():
        found = _partly_lost(line)
        if found is not None:
            layer, share = found
            said.append(
                Message.of(
                    _CONTEXT,
                    _PARTLY,
                    format=line.precision,
                    layer=layer,
                    percent=words.percent(share, 0),
                )
            )
    if model.stands_in:
        said.append(Message(_CONTEXT, _STANDS_IN))
    said.append(Message(_CONTEXT, _COMPUTED))
    return tuple(said)


def readout(model: FormatsModel, layer: int) -> Sequence[str]:
    """A heading and one line for the exact value and for each format."""
    exact = model.exact()
    if exact is None or layer > exact.depth:
        return ()
    heading = Message.of("Profile", "layer {layer}: {symbol}", layer=layer, symbol=symbol_of(model))
    lines = [words.text(heading), f"{exact_label()}  {value_text(exact, layer)}"]
    for line in model.lines():
        text = f"{line.precision}  {_value(line, layer)}"
        share = float(line.entries_lost[layer - 1])
        if share > 0.0:
            told = Message.of(_CONTEXT, _ENTRIES, percent=words.percent(share, 0))
            text += f", {words.text(told)}"
        lines.append(text)
    return lines


def table_of(model: FormatsModel) -> Table:
    """Layer by layer: the exact magnitude, and each format's log₁₀, state and share lost."""
    exact = model.exact()
    if exact is None:
        return Table((), ())
    headings = ["layer", f"exact {symbol_of(model)}", "exact log10"]
    numbers = range(1, exact.depth + 1)
    columns: list[list[Cell]] = [
        [layer_number(layer) for layer in numbers],
        [exact.exact_text(layer) for layer in numbers],
        _known(exact),
    ]
    for line in model.lines():
        headings += [f"{line.precision} {what}" for what in ("log10", "state", "entries lost")]
        columns.append(_known(line.profile))
        columns.append([str(state) for state in line.profile.states])
        columns.append([None if math.isnan(n) else n for n in line.entries_lost.tolist()])
    return Table(tuple(headings), tuple(zip(*columns, strict=True)))


def _partly_lost(line: FormatLine) -> tuple[int, float] | None:
    """The first layer, going back, that has lost some entries but not all, and their share."""
    share = np.nan_to_num(line.entries_lost)
    found = np.flatnonzero((share >= _SOME) & (share < 1.0))
    if not found.size:
        return None
    layer = int(found[-1]) + 1
    return layer, float(share[layer - 1])


def _value(line: FormatLine, layer: int) -> str:
    state = line.profile.state(layer)
    if state is State.underflow:
        return "0"
    if state is not State.ok:
        return words.text(STATES[state])
    return words.power_of_ten(float(line.profile.log10[layer - 1]), 5)


def _known(profile: Profile) -> list[Cell]:
    return [None if math.isnan(log10) else log10 for log10 in profile.log10.tolist()]


_EXACT: Final = QT_TRANSLATE_NOOP("Formats", "exact")
_KEPT: Final = QT_TRANSLATE_NOOP("Formats", "{format}: kept")
_LEGENDS: Final = {
    State.underflow: QT_TRANSLATE_NOOP("Formats", "{format}: lost at layer {layer}"),
    State.zero: QT_TRANSLATE_NOOP("Formats", "{format}: lost at layer {layer}"),
    State.overflow: QT_TRANSLATE_NOOP("Formats", "{format}: infinite at layer {layer}"),
    State.nan: QT_TRANSLATE_NOOP("Formats", "{format}: no number at layer {layer}"),
}
_PARTLY: Final = QT_TRANSLATE_NOOP(
    "Formats", "{format} first loses entries of δ at layer {layer}: {percent} %."
)
_ENTRIES: Final = QT_TRANSLATE_NOOP("Formats", "{percent} % of δ lost")
_STANDS_IN: Final = QT_TRANSLATE_NOOP("Formats", "Shown for ∂C/∂a: δ, which meets f′(z) too.")
_COMPUTED: Final = QT_TRANSLATE_NOOP(
    "Formats",
    "Every operation is rounded once to the format, as hardware does; no loss scaling.",
)
