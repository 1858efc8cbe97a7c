"""Every factor is a slope: the curve that the current step differentiates, and its tangent.

An activation factor is the slope of f at z, a cost factor that of C at the output, and the linear
factors those of straight lines (z against a weight, a bias or an incoming activation, u against γ
or β).
"""

from __future__ import annotations

import numpy as np

from gradsim.engine.activations import Activation, activation_of
from gradsim.engine.chain import Variable
from gradsim.engine.options import resolved_options
from gradsim.engine.problems import QT_TRANSLATE_NOOP
from gradsim.viewmodels.messages import Message
from gradsim.viewmodels.simulation import SimulationResult
from gradsim.viewmodels.step.curve.cost_curves import cost_curve, shortcut_curve
from gradsim.viewmodels.step.curve.normalization import normalization_curve
from gradsim.viewmodels.step.curve.shape import NOTHING, POINTS, Array, Curve, finite_point, window
from gradsim.viewmodels.step.numerals import numeral
from gradsim.viewmodels.step.values import (
    activation_value,
    argument_value,
    bias_value,
    inner_value,
    learned_value,
    weight_value,
)
from gradsim.viewmodels.step.walk.remedy_values import argument_of
from gradsim.viewmodels.step.walk.steps import Family, Step, StepKind, Symbol
from gradsim.viewmodels.step.walk.walk import Lens, Walk

_MOST_MARKS = 400


def curve(
    walk: Walk, result: SimulationResult, position: int, *, guarded: bool = False
) -> Curve | None:
    """The curve of the step revealed last; at the start the activation, without a point.

    `guarded` leaves out the points of a z whose a is still to be asked for.
    """
    if not walk.steps:
        return None
    # A number that floats cannot hold is an answer here: such a curve is not drawable.
    with np.errstate(over="ignore", invalid="ignore"):
        return _curve_at(walk, result, position, guarded=guarded)


def _curve_at(walk: Walk, result: SimulationResult, position: int, *, guarded: bool) -> Curve:
    if position == 0:
        return _activation_curve(result, walk.steps[0], layer=_first_layer(walk))
    step = walk.steps[position - 1]
    if walk.lens == Lens.PARAMETER:
        return _path_curve(result, step)
    if step.kind == StepKind.SHORTCUT and result.forward.layers[-1].activation.size == 1:
        return shortcut_curve(result, step, 1)
    if guarded and step.kind == StepKind.PRE_ACTIVATION:
        return _activation_curve(result, step, layer=step.layer)
    if step.kind in (StepKind.COST, StepKind.COST_VALUE):
        single = result.forward.layers[-1].activation.size == 1
        return cost_curve(result, step, 1) if single else _layer_curve(result, step)
    return _layer_curve(result, step)


def _first_layer(walk: Walk) -> int:
    return walk.steps[0].layer


def _path_curve(result: SimulationResult, step: Step) -> Curve:
    assert step.unit is not None
    if step.kind == StepKind.COST:
        return cost_curve(result, step, step.unit)
    if step.kind == StepKind.SHORTCUT:
        return shortcut_curve(result, step, step.unit)
    if step.kind == StepKind.ACTIVATION:
        return _activation_curve(result, step, layer=step.layer, unit=step.unit)
    if step.kind == StepKind.NORMALIZATION:
        return normalization_curve(result, step)
    return _line(result, step)


def _rule(result: SimulationResult, layer: int) -> tuple[Activation, dict[str, float]]:
    choice = result.project.network.layers[layer - 1].activation
    rule = activation_of(choice)
    return rule, resolved_options(choice, rule.options)


def _activation_curve(
    result: SimulationResult, step: Step, *, layer: int, unit: int | None = None
) -> Curve:
    rule, options = _rule(result, layer)
    if not rule.elementwise:
        return _softmax_curve(result, step, unit or 1, revealed=unit is not None)
    letter = argument_of(step, result).letter
    if unit is None:
        x = window(NOTHING)
        title = Message.of("Curve", _SHAPE, name=rule.symbol)
        return Curve(
            title,
            rule.symbol,
            letter,
            Family.ACTIVATION,
            x,
            _value(rule, x, options),
            _slope(rule, x, options),
        )
    z = argument_value(result, layer, unit).value
    x = window(np.array([z]))
    title = Message.of("Curve", _SHAPE_AT, name=rule.symbol, z=numeral(z, 3))
    if letter != "z":
        title = Message.of(
            "Curve", _SHAPE_AT_OTHER, name=rule.symbol, letter=letter, z=numeral(z, 3)
        )
    here = np.array([z])
    return Curve(
        title,
        f"{letter} = {numeral(z, 3)}",
        letter,
        Family.ACTIVATION,
        x,
        _value(rule, x, options),
        _slope(rule, x, options),
        finite_point(z, float(_value(rule, here, options)[0])),
        float(_slope(rule, here, options)[0]),
    )


def _value(rule: Activation, x: Array, options: dict[str, float]) -> Array:
    with np.errstate(all="ignore"):
        return np.asarray(rule.value(x, **options), dtype=np.float64)


def _slope(rule: Activation, x: Array, options: dict[str, float]) -> Array:
    with np.errstate(all="ignore"):
        return np.asarray(rule.derivative(x, **options), dtype=np.float64)


def _softmax_curve(result: SimulationResult, step: Step, unit: int, *, revealed: bool) -> Curve:
    """a of one unit against one z (u after a normalization), the others held: a logistic curve
    moved sideways."""
    letter = argument_of(step, result).letter
    z = np.asarray(result.forward.layers[-1].argument[0], dtype=np.float64)
    source = step.source if revealed and step.source else unit
    own = float(z[source - 1])
    x = window(np.array([own]))
    rows = np.repeat(z[None, :], POINTS, axis=0)
    rows[:, source - 1] = x
    rule = activation_of(result.project.network.layers[-1].activation)
    y = np.asarray(rule.value(rows), dtype=np.float64)[:, unit - 1]
    slopes = np.asarray(rule.derivative(rows), dtype=np.float64)[:, unit - 1, source - 1]
    title = Message.of(
        "Curve",
        _SOFTMAX,
        output=Symbol("a", None, (unit,)).text,
        variable=Symbol(letter, None, (source,)).text,
    )
    if not revealed:
        return Curve(title, rule.symbol, letter, Family.ACTIVATION, x, y, slopes)
    jacobian = rule.derivative(z[None, :])[0]
    a = float(rule.value(z[None, :])[0, unit - 1])
    point = finite_point(own, a)
    slope = float(jacobian[unit - 1, source - 1])
    return Curve(title, rule.symbol, letter, Family.ACTIVATION, x, y, slopes, point, slope)


def _line(result: SimulationResult, step: Step) -> Curve:
    """z against what the step differentiates it by: a straight line through where it stands."""
    assert step.unit is not None
    assert step.value is not None
    below = step.denominator
    assert below is not None
    match step.kind:
        case StepKind.WEIGHTS:
            here = weight_value(result, step.layer, step.unit, step.source or 1)
        case StepKind.BIAS:
            here = bias_value(result, step.layer, step.unit)
        case StepKind.NORMALIZATION_SCALE | StepKind.NORMALIZATION_SHIFT:
            here = learned_value(result, below.letter, step.layer, step.unit)
        case _ if step.of is not None:
            variable = step.of[1] or Variable("a", step.layer - 1)
            here = inner_value(result, variable, step.source or step.unit)
        case _:
            here = activation_value(result, step.layer - 1, step.source or 1)
    above = Variable("z", step.layer) if step.of is None else step.of[0]
    z = inner_value(result, above, step.unit)
    x0, y0, slope = here.value, z.value, step.value.value
    reach = max(1.0, 1.5 * abs(x0))
    x = np.array([x0 - reach, x0 + reach])
    title = Message.of("Curve", _LINE, z=step.numerator.text, slope=numeral(step.value))
    if step.kind is StepKind.PAST:
        title = Message.of("Curve", _LINE_PAST, slope=numeral(step.value))
    y = y0 + slope * (x - x0)
    point = finite_point(x0, y0)
    return Curve(title, numeral(step.value), below.text, step.family, x, y, NOTHING, point, slope)


def _layer_curve(result: SimulationResult, step: Step) -> Curve:
    """The activation of the step's layer with every unit's z on it."""
    rule, options = _rule(result, step.layer)
    there = result.forward.layers[step.layer - 1]
    if not rule.elementwise:
        return _softmax_curve(result, step, 1, revealed=False)
    exponent, inner = int(np.asarray(there.exponent)), there.inner
    z = np.asarray(there.argument, dtype=np.float64).ravel()[:_MOST_MARKS]
    z = np.ldexp(z, exponent) if exponent else z
    if there.value.size == 1:
        return _activation_curve(result, step, layer=step.layer, unit=1)
    z = z[np.isfinite(z)]
    x = window(z)
    title = Message.of("Curve", _SHAPE_IN, name=rule.symbol, layer=step.layer)
    return Curve(
        title,
        rule.symbol,
        "z" if inner is None else argument_of(step, result).text,
        Family.ACTIVATION,
        x,
        _value(rule, x, options),
        _slope(rule, x, options),
        marks_x=z,
        marks_y=_value(rule, z, options),
    )


_SHAPE = QT_TRANSLATE_NOOP("Curve", "{name} and {name}′")
_SHAPE_AT = QT_TRANSLATE_NOOP("Curve", "{name} at z = {z}")
_SHAPE_AT_OTHER = QT_TRANSLATE_NOOP("Curve", "{name} at {letter} = {z}")
_SHAPE_IN = QT_TRANSLATE_NOOP("Curve", "{name} and {name}′ in layer {layer}")
_SOFTMAX = QT_TRANSLATE_NOOP("Curve", "softmax: {output} over {variable}")
_LINE_PAST = QT_TRANSLATE_NOOP("Curve", "Along the way past the layer: slope {slope}")
_LINE = QT_TRANSLATE_NOOP("Curve", "Slope of {z}: {slope}")
