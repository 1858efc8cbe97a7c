"""The factor card: symbol, formula, numbers put in, a sentence, and the arrays of whole layers."""

from __future__ import annotations

from msgspec import Struct

from gradsim.engine.problems import QT_TRANSLATE_NOOP
from gradsim.viewmodels.messages import Message
from gradsim.viewmodels.simulation import SimulationResult
from gradsim.viewmodels.step.card import layer_formulas, path_formulas, sentences
from gradsim.viewmodels.step.card.formula import Formula
from gradsim.viewmodels.step.walk.steps import Family, StepKind
from gradsim.viewmodels.step.walk.walk import Lens, Walk


class Card(Struct, frozen=True, eq=False):
    """What the card says about one step."""

    number: int
    count: int
    kind: StepKind
    family: Family
    formula: Formula
    sentences: tuple[Message, ...]


def card(walk: Walk, result: SimulationResult, position: int) -> Card | None:
    """The card of the step revealed last; None at position 0."""
    if not 0 < position <= len(walk.steps):
        return None
    index = position - 1
    step = walk.steps[index]
    if walk.lens == Lens.PARAMETER:
        formula = path_formulas.formula(walk, result, index)
    else:
        formula = layer_formulas.formula(walk, result, index)
    return Card(
        position,
        len(walk.steps),
        step.kind,
        step.family,
        formula,
        sentences.about(walk, result, index),
    )


KIND_LABELS = {
    StepKind.COST: QT_TRANSLATE_NOOP("StepKind", "cost"),
    StepKind.SHORTCUT: QT_TRANSLATE_NOOP("StepKind", "cost and activation"),
    StepKind.ACTIVATION: QT_TRANSLATE_NOOP("StepKind", "activation"),
    StepKind.WEIGHTS: QT_TRANSLATE_NOOP("StepKind", "weight"),
    StepKind.BIAS: QT_TRANSLATE_NOOP("StepKind", "bias"),
    StepKind.PREVIOUS_ACTIVATION: QT_TRANSLATE_NOOP("StepKind", "previous activation"),
    StepKind.PRE_ACTIVATION: QT_TRANSLATE_NOOP("StepKind", "weighted sum"),
    StepKind.ACTIVATION_VALUE: QT_TRANSLATE_NOOP("StepKind", "activation"),
    StepKind.COST_VALUE: QT_TRANSLATE_NOOP("StepKind", "cost"),
    StepKind.RESIDUAL: QT_TRANSLATE_NOOP("StepKind", "residual connection"),
    StepKind.DROPOUT: QT_TRANSLATE_NOOP("StepKind", "dropout"),
    StepKind.NORMALIZATION_SCALE: QT_TRANSLATE_NOOP("StepKind", "scale of the normalization"),
    StepKind.NORMALIZATION_SHIFT: QT_TRANSLATE_NOOP("StepKind", "shift of the normalization"),
    StepKind.NORMALIZATION: QT_TRANSLATE_NOOP("StepKind", "normalization"),
    StepKind.SKIP: QT_TRANSLATE_NOOP("StepKind", "way past the layer"),
    StepKind.PAST: QT_TRANSLATE_NOOP("StepKind", "way past the layer"),
    StepKind.PENALTY: QT_TRANSLATE_NOOP("StepKind", "penalty"),
    StepKind.NORMALIZED_VALUE: QT_TRANSLATE_NOOP("StepKind", "normalization"),
    StepKind.DROPPED_VALUE: QT_TRANSLATE_NOOP("StepKind", "dropout"),
    StepKind.RESIDUAL_VALUE: QT_TRANSLATE_NOOP("StepKind", "residual connection"),
}
"""The kind of a step in words, after the dash of "Factor 4 of 7"."""
