"""What a remedy's factor on a path means, in a sentence or two."""

from __future__ import annotations

from gradsim.engine.problems import QT_TRANSLATE_NOOP
from gradsim.engine.remedies import normalization_of
from gradsim.viewmodels.messages import Message
from gradsim.viewmodels.simulation import SimulationResult
from gradsim.viewmodels.step.numerals import numeral
from gradsim.viewmodels.step.walk.steps import Step, StepKind

KINDS = frozenset(
    {
        StepKind.RESIDUAL,
        StepKind.DROPOUT,
        StepKind.NORMALIZATION,
        StepKind.NORMALIZATION_SCALE,
        StepKind.NORMALIZATION_SHIFT,
        StepKind.PAST,
    }
)


def about(step: Step, result: SimulationResult) -> tuple[Message, ...]:
    """What the factor of a remedy on a path means."""
    assert step.value is not None
    assert step.unit is not None
    match step.kind:
        case StepKind.RESIDUAL:
            return (_say(_RESIDUAL, layer=step.layer, scale=numeral(step.value)),)
        case StepKind.DROPOUT if step.value.is_zero:
            return (_say(_SILENCED),)
        case StepKind.DROPOUT:
            return (_say(_KEPT, scale=numeral(step.value)),)
        case StepKind.NORMALIZATION_SCALE:
            return (_say(_NOT_STRETCHED if step.value.is_zero else _STRETCHED),)
        case StepKind.NORMALIZATION_SHIFT:
            return (_say(_SHIFTED),)
        case StepKind.PAST:
            template = _PAST if step.identity else _PROJECTED
            return (_say(template, layer=step.layer),)
        case StepKind.NORMALIZATION:
            return _normalization(step, result)
        case _:
            raise AssertionError(step.kind)


def _normalization(step: Step, result: SimulationResult) -> tuple[Message, ...]:
    choice = result.project.network.layers[step.layer - 1].normalization
    assert choice is not None
    assert step.unit is not None
    entry = normalization_of(choice)
    if entry.couples_samples:
        return (_say(_FIXED),)
    source = step.source or step.unit
    if source == step.unit:
        return (_say(_OWN if entry.shifts else _OWN_SQUARE),)
    template = _ACROSS if entry.shifts else _ACROSS_SQUARE
    return (_say(template, unit=step.unit, source=source),)


def _say(template: str, **arguments: object) -> Message:
    return Message.of("Card", template, **arguments)


_RESIDUAL = QT_TRANSLATE_NOOP(
    "Card",
    "This path leads through layer {layer}, whose result is multiplied by α = {scale} before it is "
    "added to what came in. Other paths lead past it.",
)
_PAST = QT_TRANSLATE_NOOP(
    "Card",
    "This path leads past layer {layer}: its input is added as it is, P is the identity, and the "
    "factor is 1. No W and no f′ of the layer stands on it.",
)
_PROJECTED = QT_TRANSLATE_NOOP(
    "Card",
    "This path leads past layer {layer}. The widths differ, so a fixed random matrix P stands "
    "there, and this is its entry; it is not trained.",
)
_SILENCED = QT_TRANSLATE_NOOP(
    "Card",
    "Dropout silenced this unit for this sample: nothing comes back along this path.",
)
_KEPT = QT_TRANSLATE_NOOP(
    "Card",
    "Dropout kept this unit and made it 1/(1 − p) = {scale} times as loud; the gradient grows by "
    "as much.",
)
_STRETCHED = QT_TRANSLATE_NOOP(
    "Card",
    "u moves with γ as fast as x̂ is large: what is stretched decides how strongly γ can learn. The "
    "path ends here, in front of the normalization itself.",
)
_NOT_STRETCHED = QT_TRANSLATE_NOOP(
    "Card", "x̂ is 0: there is nothing to stretch, so γ learns nothing from this sample."
)
_SHIFTED = QT_TRANSLATE_NOOP(
    "Card",
    "β is added as it is, so this factor is always 1. The path ends here, in front of the "
    "normalization itself.",
)
_FIXED = QT_TRANSLATE_NOOP(
    "Card",
    "In evaluation the normalization is a straight line with fixed mean and spread: its slope is γ "
    "over the spread.",
)
_OWN = QT_TRANSLATE_NOOP(
    "Card",
    "From a unit to itself through the normalization: γ over the spread, less what the unit moves "
    "in the mean and in the spread of its n units.",
)
_OWN_SQUARE = QT_TRANSLATE_NOOP(
    "Card",
    "From a unit to itself through the normalization: γ over the root mean square, less what the "
    "unit moves in that root.",
)
_ACROSS = QT_TRANSLATE_NOOP(
    "Card",
    "The normalization leads to unit {unit} from unit {source}: mean and spread are made of all "
    "units together, so each unit moves every other. Paths branch here, as at a softmax.",
)
_ACROSS_SQUARE = QT_TRANSLATE_NOOP(
    "Card",
    "The normalization leads to unit {unit} from unit {source}: the root mean square is made of "
    "all units together, so each unit moves every other. Paths branch here, as at a softmax.",
)
