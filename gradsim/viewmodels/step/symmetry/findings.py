"""What is zero and what is a copy in the simulated network, in words made from its states."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from msgspec import Struct

from gradsim.engine.chain import FactorKind
from gradsim.engine.problems import QT_TRANSLATE_NOOP
from gradsim.engine.scaling import State
from gradsim.engine.symmetry.killing import Cause, Kill, kills
from gradsim.engine.symmetry.layers import LayerSymmetry, Parting, layer_symmetries
from gradsim.engine.symmetry.likeness import Likeness
from gradsim.viewmodels.gradients.wording import of_layers
from gradsim.viewmodels.messages import Message
from gradsim.viewmodels.notation import unit_number
from gradsim.viewmodels.simulation import SimulationResult
from gradsim.viewmodels.step.killing import killing_steps
from gradsim.viewmodels.step.walk.steps import COST_SYMBOL, Step, StepKind, Symbol
from gradsim.viewmodels.step.walk.walk import Lens, Walk

_MOST_NAMED = 12


class Findings(Struct, frozen=True, eq=False):
    """The symmetries of every layer and the factors that kill in the walk over whole layers."""

    layers: tuple[LayerSymmetry, ...]
    kills: tuple[Kill, ...]

    @property
    def trunk_kill(self) -> Kill | None:
        """The factor on the way from the cost to the input that leaves only zeros.

        One that a residual connection leads past is named only where there is no other.
        """
        side = (
            FactorKind.weights,
            FactorKind.bias,
            FactorKind.normalization_scale,
            FactorKind.normalization_shift,
        )
        trunk = [kill for kill in self.by_weight if kill.kind not in side]
        return trunk[0] if trunk else None

    @property
    def by_weight(self) -> tuple[Kill, ...]:
        """The kills in order, those last that something is led past."""
        return tuple(sorted(self.kills, key=lambda kill: kill.passed_by))


def findings(result: SimulationResult) -> Findings:
    """All of it, for one result."""
    parameters = result.forward.parameters
    return Findings(
        layer_symmetries(result.forward.network, parameters, result.factors), kills(result.factors)
    )


def kill_sentences(found: Findings) -> tuple[Message, ...]:
    """Which factor kills and why; or that none does."""
    told = [_kill_sentence(kill) for kill in found.by_weight[:3]]
    lost = any(each.weight_gradient is State.underflow for each in found.layers)
    if not told:
        told.append(_say(_LOST if lost else _NO_KILL))
    return tuple(told)


def path_sentence(walk: Walk, result: SimulationResult) -> Message | None:
    """The factor that kills on the path that is walked; None in the other lenses."""
    if walk.lens != Lens.PARAMETER or not walk.steps:
        return None
    found = killing_steps(walk, result)
    if not found:
        return _say(_PATH_ALIVE)
    return _say(_PATH_KILL, factor=walk.steps[found[0]].symbol)


def gradient_sentences(layers: Sequence[LayerSymmetry]) -> tuple[Message, ...]:
    """Where ∂C/∂W and ∂C/∂b are 0, where they are not, and where that is not known."""
    return (
        _by_state("W", [(each.layer, each.weight_gradient) for each in layers]),
        _by_state("b", [(each.layer, each.bias_gradient) for each in layers]),
    )


def copy_sentences(each: LayerSymmetry) -> tuple[Message, ...]:
    """Which units of one layer are copies of each other, and for how long."""
    if each.copies:
        exact = each.copies_likeness is Likeness.exact
        template = _COPIES if exact else _NEAR_COPIES
        return tuple(
            _say(template, units=_numbers(group), layer=each.layer) for group in each.copies[:3]
        )
    if each.equal_weights and each.parted_by is not None:
        template = _PARTED[each.parted_by]
        return tuple(
            _say(template, units=_numbers(group), layer=each.layer)
            for group in each.equal_weights[:3]
        )
    if each.same_now:
        return tuple(
            _say(_SAME_NOW, units=_numbers(group), layer=each.layer) for group in each.same_now[:3]
        )
    if each.rows is Likeness.single:
        return (_say(_SINGLE, layer=each.layer),)
    return (_say(_NO_COPIES, layer=each.layer),)


def _by_state(letter: str, states: list[tuple[int, State]]) -> Message:
    name = f"∂{COST_SYMBOL.text}/∂{Symbol(letter).text}"
    parts = [
        of_layers("Symmetry", templates, layers)
        for wanted, templates in _STATES.items()
        if (layers := [layer for layer, state in states if state is wanted])
    ]
    told: str | Message = parts[0]
    for part in parts[1:]:
        told = _say(_JOINED, first=told, second=part)
    return _say(_GRADIENT, name=name, told=told)


def spans(numbers: Iterable[int]) -> str:
    """Ascending numbers of units, as the notation counts, runs drawn together: ``1–3, 5``."""
    runs: list[list[int]] = []
    for number in map(unit_number, numbers):
        if runs and runs[-1][-1] == number - 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return ", ".join(
        f"{run[0]}–{run[-1]}" if len(run) > 2 else ", ".join(map(str, run)) for run in runs
    )


def _numbers(group: tuple[int, ...]) -> str:
    if len(group) <= _MOST_NAMED:
        return ", ".join(str(unit_number(each)) for each in group)
    return spans(group)


def _kill_sentence(kill: Kill) -> Message:
    told = _kill_told(kill)
    return _say(_PASSED_BY, told=told, layer=kill.layer) if kill.passed_by else told


def _kill_told(kill: Kill) -> Message:
    layer = kill.layer
    weights, below = Symbol("W", layer).text, Symbol("a", layer - 1).text if layer > 1 else "x"
    bias_name = f"∂{COST_SYMBOL.text}/∂{Symbol('b', layer).text}"
    if kill.state is State.underflow:
        return _say(_UNDERFLOWS, factor=_factor(kill))
    match kill.kind, kill.cause:
        case FactorKind.cost, _:
            return _say(_COST)
        case FactorKind.activation, Cause.local:
            return _say(_DEAD, layer=layer)
        case FactorKind.activation, _:
            return _say(_DEAD_MET, layer=layer)
        case FactorKind.previous_activation, Cause.local if kill.passed_by:
            return _say(_ZERO_WEIGHTS_INSIDE, weights=weights)
        case FactorKind.previous_activation, Cause.meeting if kill.passed_by:
            return _say(_ZERO_WEIGHTS_MET_INSIDE, weights=weights)
        case FactorKind.previous_activation, Cause.local:
            return _say(_ZERO_WEIGHTS, weights=weights, layer=layer - 1)
        case FactorKind.previous_activation, Cause.meeting:
            return _say(_ZERO_WEIGHTS_MET, weights=weights, layer=layer - 1)
        case FactorKind.weights, Cause.local:
            return _say(_SILENT, below=below, weights=weights)
        case FactorKind.bias, _:
            return _say(_CANCELLED, name=bias_name)
        case _, Cause.local:
            return _say(_SILENCED, factor=_factor(kill), layer=layer)
        case _:
            return _say(_CANCELLED, name=_factor(kill))


def _factor(kill: Kill) -> str:
    layer = kill.layer
    if kill.of is not None:
        return Step(StepKind(str(kill.kind)), layer, layer, of=kill.of).symbol
    match kill.kind:
        case FactorKind.cost:
            return f"∂{COST_SYMBOL.text}/∂{Symbol('a', layer).text}"
        case FactorKind.activation:
            return f"∂{Symbol('a', layer).text}/∂{Symbol('z', layer).text}"
        case FactorKind.weights:
            return f"∂{Symbol('z', layer).text}/∂{Symbol('W', layer).text}"
        case FactorKind.bias:
            return f"∂{Symbol('z', layer).text}/∂{Symbol('b', layer).text}"
        case _:
            return f"∂{Symbol('z', layer).text}/∂{Symbol('a', layer - 1).text}"


def _say(template: str, **arguments: object) -> Message:
    return Message.of("Symmetry", template, **arguments)


_SILENCED = QT_TRANSLATE_NOOP(
    "Symmetry", "{factor} is 0 throughout: in layer {layer} a remedy lets nothing through."
)
_NO_KILL = QT_TRANSLATE_NOOP("Symmetry", "No factor kills: something is left behind every layer.")
_LOST = QT_TRANSLATE_NOOP(
    "Symmetry",
    "No factor is 0. What reads 0 is an underflow: too small for a float, and not zero.",
)
_UNDERFLOWS = QT_TRANSLATE_NOOP(
    "Symmetry", "Behind {factor} the numbers underflow: too small for a float, and not zero."
)
_COST = QT_TRANSLATE_NOOP(
    "Symmetry", "The cost kills: the output is where it should be, and nothing is left to learn."
)
_DEAD = QT_TRANSLATE_NOOP("Symmetry", "The activation of layer {layer} kills: every f′ there is 0.")
_DEAD_MET = QT_TRANSLATE_NOOP(
    "Symmetry",
    "The activation of layer {layer} kills: wherever a gradient arrives, f′ is 0.",
)
_ZERO_WEIGHTS = QT_TRANSLATE_NOOP(
    "Symmetry",
    "{weights} kills: it is 0 and multiplies everything that goes on to layer {layer} and below.",
)
_ZERO_WEIGHTS_MET = QT_TRANSLATE_NOOP(
    "Symmetry",
    "{weights} kills: every weight that a gradient meets on its way to layer {layer} is 0.",
)
_ZERO_WEIGHTS_INSIDE = QT_TRANSLATE_NOOP(
    "Symmetry", "{weights} kills: it is 0, and nothing comes back through it."
)
_ZERO_WEIGHTS_MET_INSIDE = QT_TRANSLATE_NOOP(
    "Symmetry", "{weights} kills: every weight that a gradient meets in it is 0."
)
_PASSED_BY = QT_TRANSLATE_NOOP("Symmetry", "{told} The way past layer {layer} stays open.")
_SILENT = QT_TRANSLATE_NOOP(
    "Symmetry", "{below} kills the gradient of {weights}: nothing comes in, for it is 0."
)
_CANCELLED = QT_TRANSLATE_NOOP("Symmetry", "At {name} the terms add up to exactly 0.")
_PATH_ALIVE = QT_TRANSLATE_NOOP("Symmetry", "On the path that is walked no factor is 0.")
_PATH_KILL = QT_TRANSLATE_NOOP("Symmetry", "On the path that is walked {factor} kills.")
_COPIES = QT_TRANSLATE_NOOP(
    "Symmetry",
    "Units {units} of layer {layer} compute the same number and always will: they come in and go "
    "out with equal weights, so they get equal gradients.",
)
_NEAR_COPIES = QT_TRANSLATE_NOOP(
    "Symmetry",
    "Units {units} of layer {layer} are copies up to rounding: only their last digits differ.",
)
_SAME_NOW = QT_TRANSLATE_NOOP(
    "Symmetry",
    "Units {units} of layer {layer} compute the same number now. What goes out of them differs, "
    "so their gradients may part them.",
)
_PARTED = {
    Parting.dropout: QT_TRANSLATE_NOOP(
        "Symmetry",
        "Units {units} of layer {layer} come in and go out with equal weights, but in training "
        "dropout silences one without the other, so their gradients part them.",
    ),
    Parting.normalization: QT_TRANSLATE_NOOP(
        "Symmetry",
        "Units {units} of layer {layer} come in and go out with equal weights, but the numbers of "
        "a normalization differ, so their gradients may part them.",
    ),
    Parting.residual: QT_TRANSLATE_NOOP(
        "Symmetry",
        "Units {units} of layer {layer} come in and go out with equal weights, but a residual "
        "connection leads something else past each, so their gradients may part them.",
    ),
}
_SINGLE = QT_TRANSLATE_NOOP("Symmetry", "Layer {layer} has one unit: nothing to compare.")
_NO_COPIES = QT_TRANSLATE_NOOP("Symmetry", "No unit of layer {layer} is a copy of another.")
_GRADIENT = QT_TRANSLATE_NOOP("Symmetry", "{name}: {told}.")
_JOINED = QT_TRANSLATE_NOOP("Symmetry", "{first}; {second}")
_STATES = {
    State.ok: (
        QT_TRANSLATE_NOOP("Symmetry", "not 0 in layer {layers}"),
        QT_TRANSLATE_NOOP("Symmetry", "not 0 in layers {layers}"),
    ),
    State.zero: (
        QT_TRANSLATE_NOOP("Symmetry", "exactly 0 in layer {layers}"),
        QT_TRANSLATE_NOOP("Symmetry", "exactly 0 in layers {layers}"),
    ),
    State.underflow: (
        QT_TRANSLATE_NOOP("Symmetry", "too small for a float in layer {layers}"),
        QT_TRANSLATE_NOOP("Symmetry", "too small for a float in layers {layers}"),
    ),
    State.overflow: (
        QT_TRANSLATE_NOOP("Symmetry", "too large for a float in layer {layers}"),
        QT_TRANSLATE_NOOP("Symmetry", "too large for a float in layers {layers}"),
    ),
    State.nan: (
        QT_TRANSLATE_NOOP("Symmetry", "no number in layer {layers}"),
        QT_TRANSLATE_NOOP("Symmetry", "no number in layers {layers}"),
    ),
}
