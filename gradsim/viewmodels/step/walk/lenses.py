"""The steps of the three lenses: forward, whole layers, and one parameter along one path."""

from __future__ import annotations

from functools import lru_cache

from msgspec.structs import replace

from gradsim.engine.chain import ChainFactor, FactorKind, Variable
from gradsim.engine.network import Network
from gradsim.engine.paths.parameter_paths import ParameterPaths, Path
from gradsim.engine.penalties import with_penalty
from gradsim.engine.problems import QT_TRANSLATE_NOOP
from gradsim.engine.remedies import normalization_of
from gradsim.engine.remedies.letters import letters_of
from gradsim.viewmodels.messages import Message
from gradsim.viewmodels.simulation import SimulationResult
from gradsim.viewmodels.step.card.penalties import penalty_of
from gradsim.viewmodels.step.scaled import ONE, Scaled
from gradsim.viewmodels.step.walk.remedy_values import remedied_values
from gradsim.viewmodels.step.walk.steps import Step, StepKind
from gradsim.viewmodels.step.walk.walk import Lens, Walk


def walk_of(
    lens: Lens,
    result: SimulationResult,
    paths: ParameterPaths | None,
    path_index: int,
    shortcut: bool = False,
) -> Walk:
    """The walk of `lens` over `result`; the parameter lens walks one of `paths`.

    With `shortcut` the cost and the activation of a fused pair are one step, a − y.
    """
    shortcut = shortcut and lens != Lens.FORWARD and is_fused(result)
    network = result.project.network
    if lens == Lens.FORWARD:
        return Walk(lens, forward_steps(network))
    if lens == Lens.LAYER:
        factors = layer_factors(result, shortcut)
        return Walk(
            lens, layer_steps(result, factors, shortcut), factors=factors, shortcut=shortcut
        )
    overflow = result.forward.overflow_layer
    if network.couples_samples:
        instead = Message.of("Stepper", _WHOLE_LAYERS)
        return Walk(lens, refusal=coupled_refusal(network), instead=instead)
    if paths is None:
        refusal, instead = (
            Message.of("Stepper", template) for template in (_NEEDS_SAMPLE, _FOR_A_SAMPLE)
        )
        return Walk(lens, refusal=refusal, instead=instead)
    if overflow is not None or not paths.paths:
        refusal = Message.of("Stepper", _OVERFLOW, layer=overflow or 1)
        instead = Message.of("Stepper", _NO_NUMBERS)
        return Walk(lens, paths=paths, refusal=refusal, instead=instead)
    steps = path_steps(network, paths.paths[path_index], shortcut)
    return Walk(lens, steps, paths, path_index, shortcut=shortcut)


def lens_for(network: Network, wanted: Lens) -> Lens:
    """`wanted`, or whole layers where coupled samples leave no paths to walk."""
    coupled = network.couples_samples
    return Lens.LAYER if wanted == Lens.PARAMETER and coupled else wanted


def coupled_refusal(network: Network) -> Message:
    """Why a network whose samples depend on each other has no paths."""
    layer = next(
        number
        for number, each in enumerate(network.layers, 1)
        if each.normalization is not None and normalization_of(each.normalization).couples_samples
    )
    return Message.of("Stepper", _COUPLED, layer=layer)


def is_fused(result: SimulationResult) -> bool:
    """Whether cost and output activation are a pair whose product is a − y."""
    return any(factor.fused for factor in result.factors[:2])


def is_scalar_chain(network: Network) -> bool:
    """Whether every layer, the input too, has one unit: indices are then left out."""
    return network.inputs == 1 and all(layer.units == 1 for layer in network.layers)


def forward_steps(network: Network) -> tuple[Step, ...]:
    """z and a of each layer from the input on, then the cost."""
    depth = len(network.layers)
    bare = is_scalar_chain(network)
    steps: list[Step] = []
    for layer in range(1, depth + 1):
        if not network.layers[layer - 1].plain:
            steps += remedied_values(network, layer, bare=bare)
            continue
        steps.append(Step(StepKind.PRE_ACTIVATION, layer, depth, bare=bare))
        steps.append(Step(StepKind.ACTIVATION_VALUE, layer, depth, bare=bare))
    steps.append(Step(StepKind.COST_VALUE, depth, depth, bare=bare))
    return tuple(steps)


def layer_factors(result: SimulationResult, shortcut: bool) -> tuple[ChainFactor, ...]:
    """The engine's factors; with `shortcut` the first two as one that leaves what they leave.

    After each ∂z/∂W stands what the penalties of the plan add, where there are any.
    """
    factors = tuple(with_penalty(result.factors, result.forward, penalty_of(result)))
    if not shortcut:
        return factors
    cost, activation = factors[:2]
    left = activation.left
    merged = replace(
        activation,
        index=0,
        local_rule=left.array,
        local_exponent=left.exponent,
        arriving=cost.arriving,
    )
    return (merged, *factors[2:])


def layer_steps(
    result: SimulationResult, factors: tuple[ChainFactor, ...], shortcut: bool
) -> tuple[Step, ...]:
    """One step for each of `factors`, in their own order."""
    network = result.project.network
    kinds = [(str(factor.kind), factor.layer) for factor in factors]
    if shortcut:
        kinds[0] = (StepKind.SHORTCUT, network.depth)
    steps = _layer_steps(tuple(kinds), network.depth, is_scalar_chain(network))
    penalties = penalty_of(result).names
    if penalties:
        steps = tuple(
            replace(step, penalties=penalties) if step.kind is StepKind.PENALTY else step
            for step in steps
        )
    if network.plain:
        return steps
    return tuple(
        replace(
            step,
            of=factor.of,
            identity=factor.kind != "skip" or factor.local.ndim < 2,
            fed=fed_by(network, factor.layer) if factor.kind == "weights" else None,
        )
        for step, factor in zip(steps, factors, strict=True)
    )


@lru_cache(maxsize=4)
def _layer_steps(factors: tuple[tuple[str, int], ...], depth: int, bare: bool) -> tuple[Step, ...]:
    """The steps of these kinds and layers; kept, for other numbers leave them as they are."""
    branches = ("weights", "bias", "penalty", "normalization_scale", "normalization_shift")
    return tuple(
        Step(StepKind(kind), layer, depth, bare=bare, side_branch=kind in branches)
        for kind, layer in factors
    )


def path_steps(network: Network, path: Path, shortcut: bool = False) -> tuple[Step, ...]:
    """The scalar factors of one path from the cost to the parameter, with running products.

    With `shortcut` the path was made so: its cost factor is ∂C/∂z, and the 1 after it is left out.
    """
    depth = len(network.layers)
    bare = is_scalar_chain(network)
    product = ONE
    steps: list[Step] = []
    for index, factor in enumerate(path.factors):
        if shortcut and index == 1:
            continue
        number, layer = factor.number, network.layers[factor.layer - 1]
        first = layer.activates_first
        value = Scaled.of(number.mantissa, number.exponent)
        product = product * value
        steps.append(
            Step(
                StepKind.SHORTCUT if shortcut and index == 0 else _KINDS[factor.kind],
                factor.layer,
                depth,
                unit=factor.unit,
                source=factor.source or None,
                bare=bare,
                value=value,
                product=product,
                of=path.factors[1].of if shortcut and index == 0 else factor.of,
                identity=network.fan_in(factor.layer) == layer.units,
                fed=fed_by(network, factor.layer) if factor.kind == "weights" else None,
                within=first and factor.kind in _BEFORE_WEIGHTS,
            )
        )
    return tuple(steps)


def fed_by(network: Network, number: int) -> Variable | None:
    """What W of layer `number` multiplies, where that is not a of the layer below."""
    if not network.layers[number - 1].activates_first:
        return None
    return letters_of(network, number)[FactorKind.previous_activation][1]


_BEFORE_WEIGHTS = frozenset(
    {"activation", "dropout", "normalization", "normalization_scale", "normalization_shift"}
)
"""What stands in front of W where f comes before it."""
_KINDS: dict[str, StepKind] = {kind.value: kind for kind in StepKind} | {"skip": StepKind.PAST}

_NEEDS_SAMPLE = QT_TRANSLATE_NOOP(
    "Stepper", "A path belongs to one sample. Choose a sample to unroll a parameter."
)
_FOR_A_SAMPLE = QT_TRANSLATE_NOOP("Stepper", "Shown for one sample.")
_NO_NUMBERS = QT_TRANSLATE_NOOP("Stepper", "No numbers to show.")
_COUPLED = QT_TRANSLATE_NOOP(
    "Stepper",
    "Batch normalization in layer {layer} takes its mean and spread from the whole batch: every "
    "sample then depends on every other, and none has paths of its own. Whole layers show the "
    "gradient; in evaluation each sample has its paths.",
)
_WHOLE_LAYERS = QT_TRANSLATE_NOOP("Stepper", "Shown for whole layers.")
_OVERFLOW = QT_TRANSLATE_NOOP(
    "Stepper", "The forward pass overflowed in layer {layer}: no path has a number."
)
