"""One or two sentences of meaning for each step, chosen by its kind and its numbers."""

from __future__ import annotations

import math

import numpy as np

from gradsim.engine.activations import activation_of
from gradsim.engine.costs import cost_of
from gradsim.engine.options import resolved_options
from gradsim.engine.problems import QT_TRANSLATE_NOOP
from gradsim.engine.remedies import normalization_of
from gradsim.viewmodels.digits import superscript
from gradsim.viewmodels.messages import Message
from gradsim.viewmodels.simulation import SimulationResult
from gradsim.viewmodels.step.card import path_remedies, penalties
from gradsim.viewmodels.step.numerals import numeral
from gradsim.viewmodels.step.scaled import Scaled
from gradsim.viewmodels.step.values import argument_value
from gradsim.viewmodels.step.walk.remedy_values import argument_of
from gradsim.viewmodels.step.walk.running import met_by, number_of
from gradsim.viewmodels.step.walk.steps import Step, StepKind, Symbol
from gradsim.viewmodels.step.walk.walk import Lens, Walk


def about(walk: Walk, result: SimulationResult, index: int) -> tuple[Message, ...]:
    """What step `index` means."""
    step = walk.steps[index]
    match step.kind:
        case StepKind.COST:
            told = [Message.of("Cost", cost_of(result.project.network.cost).meaning)]
            if result.sample is None:
                told.append(_say(_MEAN, samples=f"{result.forward.inputs.shape[-2]:,}"))
            return tuple(told)
        case StepKind.SHORTCUT:
            return (_shortcut(result),)
        case StepKind.ACTIVATION:
            said = _activation(walk, result, step)
            if walk.lens == Lens.LAYER and walk.factors[index].fused:
                return (*said, _say(_FUSED))
            return said
        case StepKind.WEIGHTS:
            incoming = _say(_SILENT if _is_zero(step) else _WEIGHTS, input=_below(step))
            summed = result.sample is None and result.forward.samples > 1
            return (incoming, _say(_SUMMED)) if summed else (incoming,)
        case StepKind.BIAS:
            return _bias(walk, result, index)
        case StepKind.PREVIOUS_ACTIVATION:
            weight = _weight(walk, step)
            template = _BLOCKED if _is_zero(step) else _PREVIOUS
            return (_say(template, weight=weight, layer=step.layer - 1),)
        case _ if walk.lens == Lens.PARAMETER and step.kind in path_remedies.KINDS:
            return path_remedies.about(step, result)
        case StepKind.NORMALIZATION | StepKind.NORMALIZED_VALUE:
            choice = result.project.network.layers[step.layer - 1].normalization
            assert choice is not None
            told = [Message.of("Normalization", normalization_of(choice).meaning)]
            if result.project.network.evaluating and normalization_of(choice).couples_samples:
                told.append(_say(_EVALUATED))
            return tuple(told)
        case StepKind.PENALTY:
            return penalties.about(result)
        case StepKind.NORMALIZATION_SCALE if result.forward.samples == 1:
            return (_say(_SCALE_ALONE),)
        case _ if step.kind in _REMEDIES:
            return (_say(_REMEDIES[step.kind]),)
        case StepKind.PRE_ACTIVATION:
            return (_say(_WEIGHTED_SUM),)
        case StepKind.ACTIVATION_VALUE:
            return (_say(_ACTIVATED),)
        case StepKind.COST_VALUE:
            return (_say(_COST_VALUE),)
        case _:
            raise AssertionError(step.kind)


def _say(template: str, **arguments: object) -> Message:
    return Message.of("Card", template, **arguments)


def _shortcut(result: SimulationResult) -> Message:
    """How ∂C/∂a and ∂a/∂z became one factor."""
    softmax = not activation_of(result.project.network.layers[-1].activation).elementwise
    return _say(_SHORTCUT_SOFTMAX if softmax else _SHORTCUT)


def _bias(walk: Walk, result: SimulationResult, index: int) -> tuple[Message, ...]:
    """The factor is 1; in a batch the sum over the samples changes the norm nevertheless."""
    samples = result.forward.samples
    if result.sample is not None or samples == 1:
        return (_say(_BIAS),)
    if result.forward.network.takes_off_bias(walk.steps[index].layer):
        return (_say(_BIAS_TAKEN_OFF),)
    change, most = abs(number_of(walk, result, index)), math.sqrt(samples)
    told = _say(_BIAS_SUM, samples=f"{samples:,}")
    if not change.is_finite or met_by(walk, result, index).is_zero:
        return (told,)
    template = _AGREE if change.value >= (1.0 - 1e-9) * most else _CANCEL
    return told, _say(template, ratio=numeral(change), most=numeral(most))


def _is_zero(step: Step) -> bool:
    return step.value is not None and step.value.is_zero


def _below(step: Step) -> str:
    return step.multiplied.text


def _weight(walk: Walk, step: Step) -> str:
    if walk.lens == Lens.PARAMETER:
        units = () if step.bare else (step.unit or 0, step.source or 0)
        return Symbol("w", step.layer, units).text
    return Symbol("w" if step.bare else "W", step.layer).text


def _activation(walk: Walk, result: SimulationResult, step: Step) -> tuple[Message, ...]:
    choice = result.project.network.layers[step.layer - 1].activation
    rule = activation_of(choice)
    said = [Message.of("Activation", rule.meaning)]
    argument = argument_of(step, result)
    if argument != Symbol("z", step.layer):
        said.append(_say(_TAKES, argument=argument.text))
    if not rule.elementwise:
        return tuple(said)
    options = resolved_options(choice, rule.options)
    kinks = rule.kinks(**options)
    if kinks and step.unit is not None:
        z = argument_value(result, step.layer, step.unit).value
        if z in kinks and step.value is not None:
            template = _KINK if argument.letter == "z" else _KINK_OTHER
            said.append(
                _say(template, z=numeral(z), slope=numeral(step.value), letter=argument.letter)
            )
    elif kinks:
        z_all = result.forward.layers[step.layer - 1].argument
        count = int(np.isin(z_all, kinks).sum())
        if count:
            template = _KINKS if argument.letter == "z" else _KINKS_OTHER
            said.append(_say(template, count=f"{count:,}", letter=argument.letter))
    if walk.lens == Lens.PARAMETER and rule.name == "sigmoid":
        names = [result.project.network.layers[each.layer - 1].activation.name
                 for each in walk.steps if each.kind == StepKind.ACTIVATION]  # fmt: skip
        count = names.count("sigmoid")
        if count > 1:
            said.append(_say(_AT_MOST, count=count, most=_quarter_to_the(count)))
    return tuple(said)


def _quarter_to_the(power: int) -> str:
    """``(¼)² = 0.0625``; rounded from the third on, hence ``≈``."""
    sign = "=" if power < 3 else "≈"
    return f"(¼){superscript(power)} {sign} {numeral(Scaled.of(1.0, -2 * power), 3)}"


_EVALUATED = QT_TRANSLATE_NOOP(
    "Card",
    "In evaluation mean and variance are the running ones, fixed numbers: the factor is "
    "γ/√(v + ε) alone.",
)
_REMEDIES = {
    StepKind.RESIDUAL: QT_TRANSLATE_NOOP(
        "Card",
        "The layer is added to its own input. Into the layer goes α times the gradient; past it "
        "goes the gradient as it is, and meets this one again at +1.",
    ),
    StepKind.SKIP: QT_TRANSLATE_NOOP(
        "Card",
        "The way past the layer: the gradient that arrived at the layer is added as it is. "
        "However little came through the layer, this part does not vanish.",
    ),
    StepKind.DROPOUT: QT_TRANSLATE_NOOP(
        "Card",
        "Units that dropout silenced pass nothing back; the others pass 1/(1 − p) times as much, "
        "so that on average nothing is lost.",
    ),
    StepKind.NORMALIZATION_SCALE: QT_TRANSLATE_NOOP(
        "Card", "γ stretches what was normalized, and learns from it: a sum over the samples."
    ),
    StepKind.NORMALIZATION_SHIFT: QT_TRANSLATE_NOOP(
        "Card", "β is added after the normalization, so it learns as a bias does."
    ),
    StepKind.DROPPED_VALUE: QT_TRANSLATE_NOOP(
        "Card",
        "Dropout silences units at random while training and makes the others 1/(1 − p) times as "
        "loud. The seed decides which.",
    ),
    StepKind.RESIDUAL_VALUE: QT_TRANSLATE_NOOP(
        "Card", "The layer only adds to what comes in; a way past it stays open."
    ),
}
_SCALE_ALONE = QT_TRANSLATE_NOOP("Card", "γ stretches what was normalized, and learns from it.")
_MEAN = QT_TRANSLATE_NOOP(
    "Card", "The cost is the mean over {samples} samples, so each sample's share is 1/{samples}."
)
_WEIGHTS = QT_TRANSLATE_NOOP(
    "Card",
    "z moves with this weight as fast as {input} is large: what comes in decides how strongly the "
    "weight can learn.",
)
_SILENT = QT_TRANSLATE_NOOP(
    "Card", "{input} is 0: nothing comes in, so this weight learns nothing from this sample."
)
_BIAS = QT_TRANSLATE_NOOP("Card", "The bias is added as it is, so this factor is always 1.")
_BIAS_SUM = QT_TRANSLATE_NOOP(
    "Card",
    "The bias is added as it is: for every sample this factor is 1. What is left is the sum over "
    "{samples} samples.",
)
_BIAS_TAKEN_OFF = QT_TRANSLATE_NOOP(
    "Card",
    "Batch normalization subtracts the mean over the batch, and with it b again. Nothing depends "
    "on b, so its gradient is exactly 0; β does its work.",
)
_CANCEL = QT_TRANSLATE_NOOP(
    "Card",
    "They partly cancel: the sum multiplies the norm by {ratio}; in full agreement it would be "
    "{most}.",
)
_AGREE = QT_TRANSLATE_NOOP(
    "Card", "They agree in full: the sum multiplies the norm by {ratio}, which is the most it can."
)
_SUMMED = QT_TRANSLATE_NOOP("Card", "The gradient is the sum over the samples.")
_PREVIOUS = QT_TRANSLATE_NOOP(
    "Card",
    "The weight itself: this is how {weight} comes to stand in every gradient of layer {layer} "
    "and below.",
)
_BLOCKED = QT_TRANSLATE_NOOP(
    "Card",
    "{weight} is 0, and it multiplies everything below: along here layer {layer} learns nothing. "
    "This is why weights do not start at zero.",
)
_KINK = QT_TRANSLATE_NOOP(
    "Card", "z = {z} lies exactly on a kink; there f′ is {slope} by convention, as in PyTorch."
)
_KINKS = QT_TRANSLATE_NOOP(
    "Card", "{count} values of z lie exactly on a kink; there f′ follows PyTorch's convention."
)
_TAKES = QT_TRANSLATE_NOOP("Card", "In this layer f takes {argument} in place of z.")
_KINK_OTHER = QT_TRANSLATE_NOOP(
    "Card",
    "{letter} = {z} lies exactly on a kink; there f′ is {slope} by convention, as in PyTorch.",
)
_KINKS_OTHER = QT_TRANSLATE_NOOP(
    "Card",
    "{count} values of {letter} lie exactly on a kink; there f′ follows PyTorch's convention.",
)
_FUSED = QT_TRANSLATE_NOOP(
    "Card",
    "Multiplied out, cost and activation leave a − y; it is computed in that form, which keeps "
    "every digit.",
)
_SHORTCUT = QT_TRANSLATE_NOOP(
    "Card",
    "Cost and activation in one factor: the cost divides by exactly the slope of the sigmoid "
    "that stands here, so both are gone. Output minus target is left, and no saturation can "
    "shrink it.",
)
_SHORTCUT_SOFTMAX = QT_TRANSLATE_NOOP(
    "Card",
    "Cost and activation in one factor: summed over the outputs, −y/a times the Jacobian of the "
    "softmax cancels every a below the line. Output minus target is left.",
)
_AT_MOST = QT_TRANSLATE_NOOP("Card", "{count} of them on this path leave at most {most}.")
_WEIGHTED_SUM = QT_TRANSLATE_NOOP(
    "Card", "Each unit adds up what comes in, weighted, and its bias."
)
_ACTIVATED = QT_TRANSLATE_NOOP("Card", "Each unit bends its own z; the next layer sees only this.")
_COST_VALUE = QT_TRANSLATE_NOOP(
    "Card", "One number for how wrong the output is: from here the gradient walks back."
)
