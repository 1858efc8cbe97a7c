"""A band in the reader's words: its numbers in one layer, and the seeds that have no place."""

from __future__ import annotations

import math
from typing import Final

import numpy as np
import numpy.typing as npt

from gradsim.engine.problems import QT_TRANSLATE_NOOP
from gradsim.engine.scaling import State
from gradsim.viewmodels import words
from gradsim.viewmodels.gradients.ensembles.band import Band
from gradsim.viewmodels.gradients.profile import GUTTERS
from gradsim.viewmodels.gradients.wording import STATES, OneOrSeveral, of_layers
from gradsim.viewmodels.messages import Message

Floats = npt.NDArray[np.float64]
_CONTEXT: Final = "Ensemble"
_LOST: Final[dict[State, OneOrSeveral]] = {
    State.zero: (
        QT_TRANSLATE_NOOP(
            "Ensemble", "Layer {layers}: exactly 0 in up to {most} of {count} seeds."
        ),
        QT_TRANSLATE_NOOP(
            "Ensemble", "Layers {layers}: exactly 0 in up to {most} of {count} seeds."
        ),
    ),
    State.underflow: (
        QT_TRANSLATE_NOOP(
            "Ensemble", "Layer {layers}: lost to underflow in up to {most} of {count} seeds."
        ),
        QT_TRANSLATE_NOOP(
            "Ensemble", "Layers {layers}: lost to underflow in up to {most} of {count} seeds."
        ),
    ),
    State.overflow: (
        QT_TRANSLATE_NOOP("Ensemble", "Layer {layers}: infinite in up to {most} of {count} seeds."),
        QT_TRANSLATE_NOOP(
            "Ensemble", "Layers {layers}: infinite in up to {most} of {count} seeds."
        ),
    ),
    State.nan: (
        QT_TRANSLATE_NOOP(
            "Ensemble", "Layer {layers}: not a number in up to {most} of {count} seeds."
        ),
        QT_TRANSLATE_NOOP(
            "Ensemble", "Layers {layers}: not a number in up to {most} of {count} seeds."
        ),
    ),
}


def spread_lines(band: Band, layer: int, member: int | None) -> list[str]:
    """The five numbers of a layer, the seeds it lost, and the lit seed with all its digits."""
    five = band.spread

    def value(values: Floats) -> str:
        return words.power_of_ten(float(values[layer - 1]), 3)

    said = [
        Message.of(
            _CONTEXT,
            QT_TRANSLATE_NOOP("Ensemble", "median of {count}  {value}, half {low} … {high}"),
            count=len(band.seeds),
            value=value(five.median),
            low=value(five.lower_quartile),
            high=value(five.upper_quartile),
        ),
        Message.of(
            _CONTEXT,
            QT_TRANSLATE_NOOP("Ensemble", "all  {low} … {high}"),
            low=value(five.lowest),
            high=value(five.highest),
        ),
    ]
    lines = [words.text(each) for each in said]
    for state in GUTTERS:
        lost = int(band.counts[state][layer - 1])
        if lost:
            template = QT_TRANSLATE_NOOP("Ensemble", "{state} in {lost} of them")
            lines.append(words.text(Message.of(_CONTEXT, template, state=STATES[state], lost=lost)))
    if member is not None:
        state = band.state(member, layer)
        exact = band.exact_text(member, layer).replace("-", words.MINUS)
        shown = exact if state is State.ok else words.text(STATES[state])
        template = QT_TRANSLATE_NOOP("Ensemble", "seed {seed}  {value}")
        seed = str(band.seeds[member])
        lines.append(words.text(Message.of(_CONTEXT, template, seed=seed, value=shown)))
    return lines


def theory_line(band: Band | None, predicted: float, layer: int, *, mean: bool) -> str:
    """What theory predicts, RMS or `mean` over draws, beside the same of the seeds."""
    average = math.nan
    if band is not None and layer <= band.depth:
        column = band.members[:, layer - 1]
        average = 2.0 * root_mean_square(0.5 * column) if mean else root_mean_square(column)
    told = {"theory": words.power_of_ten(predicted, 4)}
    if math.isfinite(average):
        told["measured"] = words.power_of_ten(average, 4)
        template = (
            QT_TRANSLATE_NOOP("Ensemble", "mean of the seeds  {measured}, theory {theory}")
            if mean
            else QT_TRANSLATE_NOOP("Ensemble", "RMS of the seeds  {measured}, theory {theory}")
        )
    elif mean:
        template = QT_TRANSLATE_NOOP("Ensemble", "theory, mean over draws  {theory}")
    else:
        template = QT_TRANSLATE_NOOP("Ensemble", "theory, RMS over draws  {theory}")
    return words.text(Message(_CONTEXT, template, told))


def pinned_line(letter: str, band: Band, layer: int) -> str:
    """Median and middle half of a pin's seeds in one layer."""

    def value(values: Floats) -> str:
        return words.power_of_ten(float(values[layer - 1]), 3)

    five = band.spread
    template = QT_TRANSLATE_NOOP(
        "Ensemble", "{letter}  median of {count}  {value}, half {low} … {high}"
    )
    return words.text(
        Message.of(
            _CONTEXT,
            template,
            letter=letter,
            count=len(band.seeds),
            value=value(five.median),
            low=value(five.lower_quartile),
            high=value(five.upper_quartile),
        )
    )


def loss_messages(band: Band) -> tuple[Message, ...]:
    """Where seeds have no place on the axis, and how many."""
    found = []
    for state in GUTTERS:
        counts = band.counts[state]
        if counts.any():
            layers = (np.flatnonzero(counts) + 1).tolist()
            found.append(
                of_layers(
                    _CONTEXT,
                    _LOST[state],
                    layers,
                    most=int(counts.max()),
                    count=len(band.seeds),
                )
            )
    return tuple(found)


def root_mean_square(logs: Floats) -> float:
    """log₁₀ of √mean of squares of the numbers with these log₁₀; nan where one is not known."""
    top = float(np.max(logs)) if len(logs) else np.nan
    if not np.isfinite(top):
        return top
    return top + 0.5 * float(np.log10(np.mean(10.0 ** (2.0 * (logs - top)))))
