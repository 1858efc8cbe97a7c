"""The current step in plain words, for screen readers and transcripts."""

from __future__ import annotations

from gradsim.engine.problems import QT_TRANSLATE_NOOP
from gradsim.viewmodels import words
from gradsim.viewmodels.messages import Message
from gradsim.viewmodels.simulation import SimulationResult
from gradsim.viewmodels.step.card import KIND_LABELS
from gradsim.viewmodels.step.equation import factor_text
from gradsim.viewmodels.step.killing import kills_here
from gradsim.viewmodels.step.numerals import numeral
from gradsim.viewmodels.step.running import left_by
from gradsim.viewmodels.step.walk import Lens, Walk


def narration(walk: Walk, result: SimulationResult | None, position: int) -> str:
    """One or two sentences on where the walk stands."""
    if walk.refusal is not None:
        return words.text(walk.refusal)
    if result is None or not walk.steps:
        return ""
    count = len(walk.steps)
    if position == 0:
        return words.text(Message.of("Narration", _START, count=words.count(count)))
    index = position - 1
    step = walk.steps[index]
    if walk.lens == Lens.FORWARD:
        template = _VALUE
    elif walk.lens == Lens.LAYER and walk.factors[index].product.size > 1:
        template = _FACTOR_OF_NORM
    else:
        template = _FACTOR
    told = words.text(
        Message.of(
            "Narration",
            template,
            number=words.count(position),
            count=words.count(count),
            kind=Message.of("StepKind", KIND_LABELS[step.kind]),
            symbol=step.symbol,
            value=factor_text(walk, result, index),
            product=numeral(left_by(walk, result, index)),
        )
    )
    if kills_here(walk, result, index):
        told = f"{told} {words.text(Message.of('Narration', _KILLS))}"
    return told


_START = QT_TRANSLATE_NOOP("Narration", "At the start of {count} steps.")
_FACTOR = QT_TRANSLATE_NOOP(
    "Narration", "Factor {number} of {count}, {kind}: {symbol} = {value}. Product: {product}."
)
_FACTOR_OF_NORM = QT_TRANSLATE_NOOP(
    "Narration", "Factor {number} of {count}, {kind}: {symbol}, {value}. Norm left: {product}."
)
_KILLS = QT_TRANSLATE_NOOP("Narration", "It kills here: from it on the product is exactly 0.")
_VALUE = QT_TRANSLATE_NOOP("Narration", "Value {number} of {count}, {kind}: {symbol} = {value}.")
