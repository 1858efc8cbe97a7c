"""What leads from one rung to the next, said for the factor at the cursor."""

from __future__ import annotations

from gradsim.engine.activations import activation_of
from gradsim.engine.network import Network
from gradsim.engine.problems import QT_TRANSLATE_NOOP
from gradsim.viewmodels.messages import Message
from gradsim.viewmodels.notation import current
from gradsim.viewmodels.step.walk.steps import COST_SYMBOL, Step, StepKind, Symbol


def at_start(network: Network, paths_total: int, count_text: str) -> tuple[Message, ...]:
    """Before the first factor: how to read the three rows."""
    if network.inputs == 1 and all(layer.units == 1 for layer in network.layers):
        return (_say(_read()), _say(_SCALAR))
    told = _ONE_PATH if paths_total <= 1 else _PATHS
    return (_say(_read()), _say(told, count=count_text))


def about(step: Step, network: Network, *, recursion: bool = True) -> tuple[Message, ...]:
    """Why the factor `step` of a path looks as it does with indices and as a matrix.

    With `recursion`, also which part of the product the layer above has computed already.
    """
    units = network.layers[step.layer - 1].units
    again = _again(step) if recursion else ()
    if step.bare:
        return (_say(_SCALAR), *again)
    match step.kind:
        case StepKind.COST:
            told = _cost(Symbol("a", step.layer, _index(step)), units)
        case StepKind.SHORTCUT:
            told = (_say(_SHORTCUT), *_cost(Symbol("z", step.layer, _index(step)), units))
        case StepKind.ACTIVATION:
            told = _activation(step, network)
        case StepKind.WEIGHTS:
            told = _weights(step)
        case StepKind.BIAS:
            delta = _derivative(Symbol("z", step.layer))
            told = (_say(_BIAS, delta=delta),)
        case StepKind.PREVIOUS_ACTIVATION:
            told = _previous(step, units)
        case _:
            raise AssertionError(step.kind)
    return (*told, *again)


def _say(template: str, **arguments: object) -> Message:
    return Message.of("Ladder", template, **arguments)


def _read() -> str:
    return _READ_ON if current().transposed else _READ


def _derivative(below: Symbol) -> str:
    return f"∂{COST_SYMBOL.text}/∂{below.text}"


def _again(step: Step) -> tuple[Message, ...]:
    """The recursion: what the layer above has computed already."""
    if step.layer >= step.depth:
        return ()
    known = _derivative(Symbol("a", step.layer))
    return (_say(_RECURSION, known=known, layer=step.layer + 1),)


def _index(step: Step) -> tuple[int, ...]:
    return () if step.unit is None else (step.unit,)


def _cost(start: Symbol, units: int) -> tuple[Message, ...]:
    """How many outputs there are, one of which, `start`, the path begins at."""
    if units == 1:
        return (_say(_ONE_OUTPUT),)
    return (_say(_OUTPUTS, count=units, unit=start.text),)


def _activation(step: Step, network: Network) -> tuple[Message, ...]:
    layer = network.layers[step.layer - 1]
    a, z = Symbol("a", step.layer).text, Symbol("z", step.layer).text
    if not activation_of(layer.activation).elementwise:
        return (_say(_SOFTMAX, a=a, z=z, count=layer.units),)
    if layer.units == 1:
        return (_say(_ONE_SLOPE),)
    return (_say(_DIAGONAL, count=layer.units),)


def _previous(step: Step, units: int) -> tuple[Message, ...]:
    source = step.source or 1
    below = Symbol("a", step.layer - 1, (source,))
    weight = Symbol("w", step.layer, (step.unit or 1, source))
    whole = Symbol("W", step.layer).text
    if units == 1:
        one_way = _ONE_WAY_AS_IT_IS if current().transposed else _ONE_WAY
        return (_say(one_way, below=below.text, weight=weight.text, matrix=whole),)
    return (
        _say(
            _WAYS,
            below=below.text,
            count=units,
            layer=step.layer,
            weight=weight.text,
            derivative=_derivative(below),
        ),
        _say(_AS_IT_IS if current().transposed else _TRANSPOSED, source=source, matrix=whole),
    )


def _weights(step: Step) -> tuple[Message, ...]:
    delta = _derivative(Symbol("z", step.layer))
    below = Symbol("a", step.layer - 1) if step.layer > 1 else Symbol("x")
    outer = _OUTER_ON if current().transposed else _OUTER
    return (_say(outer, delta=delta, below=below.text, matrix=Symbol("W", step.layer).text),)


_READ = QT_TRANSLATE_NOOP(
    "Ladder",
    "Read each row from the right: the cost stands there, and every further factor is written to "
    "its left.",
)
_READ_ON = QT_TRANSLATE_NOOP(
    "Ladder",
    "Read each row from the left: the cost stands there, and every further factor is written to "
    "its right.",
)
_SCALAR = QT_TRANSLATE_NOOP(
    "Ladder",
    "Every layer has one unit, so the first two rows say the same and each matrix is 1 × 1.",
)
_ONE_PATH = QT_TRANSLATE_NOOP(
    "Ladder",
    "Row 1 is a chain of single units. Row 2 is the one path from this parameter to the cost. "
    "Row 3 does all parameters of a layer at once.",
)
_PATHS = QT_TRANSLATE_NOOP(
    "Ladder",
    "Row 1 is a chain of single units. Row 2 is one of {count} paths through this network. Row 3 "
    "adds up all paths at once.",
)
_ONE_OUTPUT = QT_TRANSLATE_NOOP(
    "Ladder", "One output: even as a matrix this factor is a single number."
)
_OUTPUTS = QT_TRANSLATE_NOOP(
    "Ladder",
    "The cost depends on {count} outputs. A path begins at one of them, here {unit}; the vector "
    "holds all {count} derivatives.",
)
_SHORTCUT = QT_TRANSLATE_NOOP(
    "Ladder", "Cost and activation are one factor here: what is left of both is a − y."
)
_DIAGONAL = QT_TRANSLATE_NOOP(
    "Ladder",
    "Each a depends on its own z alone, so off the diagonal of these {count} × {count} derivatives "
    "there is only 0. To multiply by diag f′ is to multiply entry by entry: f′ ⊙ …",
)
_ONE_SLOPE = QT_TRANSLATE_NOOP("Ladder", "One unit: diag f′ has a single entry, the slope itself.")
_SOFTMAX = QT_TRANSLATE_NOOP(
    "Ladder",
    "Softmax: every {a} depends on every {z}, so all {count} × {count} derivatives count and ⊙ is "
    "not enough. A path may change its unit here.",
)
_WAYS = QT_TRANSLATE_NOOP(
    "Ladder",
    "{below} feeds all {count} units of layer {layer}. The cost feels it along {count} ways, "
    "and the ways add up: {derivative} is a sum over them, of which the path takes one, {weight}.",
)
_TRANSPOSED = QT_TRANSLATE_NOOP(
    "Ladder",
    "That sum runs down column {source} of {matrix}. A product of matrices sums along rows, so "
    "{matrix} is transposed: its column becomes a row.",
)
_ONE_WAY = QT_TRANSLATE_NOOP(
    "Ladder",
    "{below} feeds one unit, so there is one way and no sum: {weight}. {matrix} is a row; going "
    "back it must hand one number to many units, so it is transposed into a column.",
)
_AS_IT_IS = QT_TRANSLATE_NOOP(
    "Ladder",
    "That sum runs down column {source} of {matrix}. A row times a matrix sums along its columns, "
    "so {matrix} stands as it is.",
)
_ONE_WAY_AS_IT_IS = QT_TRANSLATE_NOOP(
    "Ladder",
    "{below} feeds one unit, so there is one way and no sum: {weight}. {matrix} is a row, and "
    "going back it hands one number to many units.",
)
_OUTER_ON = QT_TRANSLATE_NOOP(
    "Ladder",
    "Every unit meets every input: {below} times {delta}, one number for each weight. The column "
    "{below} is written at the far left of row 3, and the product has the shape of {matrix} turned "
    "over.",
)
_OUTER = QT_TRANSLATE_NOOP(
    "Ladder",
    "Every unit meets every input: {delta} times {below}, one number for each weight. The row "
    "({below})ᵀ is written at the far right of row 3, and the product has the shape of {matrix}.",
)
_BIAS = QT_TRANSLATE_NOOP(
    "Ladder", "The bias is added as it is: the factor is 1, and {delta} is the gradient itself."
)
_RECURSION = QT_TRANSLATE_NOOP(
    "Ladder",
    "The bracket is {known}. Layer {layer} has computed it already; it is used again and not "
    "computed again.",
)
