"""Slopes, conditions and single points of a scan in words."""

from __future__ import annotations

import math
from typing import Final

from gradsim.engine.problems import QT_TRANSLATE_NOOP
from gradsim.engine.scaling import State
from gradsim.engine.theory.conditions import SENTENCES
from gradsim.project.scans import ScanAxis
from gradsim.project.scans.theory import NO_FIXED_POINT, NOTHING_PASSES
from gradsim.viewmodels import words
from gradsim.viewmodels.compare.scans.curves import ScanCurve
from gradsim.viewmodels.gradients.wording import decades_text
from gradsim.viewmodels.messages import Message

CONTEXT: Final = "CompareScans"
NOW: Final = QT_TRANSLATE_NOOP("CompareScans", "now")

_SLOPE = QT_TRANSLATE_NOOP(
    "CompareScans",
    "{slope} decades per layer, by least squares over {low}–{high} layers ({points} points, "
    "residual {residual} decades)",
)
_WAITING = QT_TRANSLATE_NOOP("CompareScans", "No slope yet: it needs three points.")
_NO_SLOPE = QT_TRANSLATE_NOOP(
    "CompareScans", "No slope: too few points of the upper half have a size."
)
_THEORY = QT_TRANSLATE_NOOP(
    "CompareScans", "Theory, dotted: {slope} decades per layer, ½·log₁₀ χ at the fixed point."
)
_EXACT = QT_TRANSLATE_NOOP("CompareScans", "Exact mean at this width: {slope} decades per layer.")
_ONLY_DELTA = QT_TRANSLATE_NOOP(
    "CompareScans", "Theory speaks of ∂C/∂z: choose it to see the slope that it expects."
)
_CRITICAL = QT_TRANSLATE_NOOP("CompareScans", "Critical gain by theory: {gain}")
_NO_CRITICAL = QT_TRANSLATE_NOOP("CompareScans", "Theory knows no critical gain for these layers.")
_DEPTH = QT_TRANSLATE_NOOP("CompareScans", "{depth} layers: first to last {symbol}")
_ONE = QT_TRANSLATE_NOOP("CompareScans", "1 layer: first to last {symbol}")
_GAIN = QT_TRANSLATE_NOOP("CompareScans", "gain {gain}: first to last {symbol}")
_VALUE = QT_TRANSLATE_NOOP("CompareScans", "{ratio} ({decades} decades, quartiles {low} … {high})")
_LOST = QT_TRANSLATE_NOOP("CompareScans", "{value}; {lost} seeds without a ratio")
_ZEROS = QT_TRANSLATE_NOOP("CompareScans", "{value}; {zeros} seeds exactly 0")
STATES: Final = {
    State.zero: QT_TRANSLATE_NOOP("CompareScans", "the first layer's gradient is exactly 0"),
    State.overflow: QT_TRANSLATE_NOOP("CompareScans", "infinite: the last layer's is exactly 0"),
    State.nan: QT_TRANSLATE_NOOP("CompareScans", "no ratio: lost, or both are 0"),
}


def slope_text(slope: float) -> str:
    """A signed slope with as many digits as small slopes need."""
    return decades_text(slope, 4 if abs(slope) < 0.1 else 3)


def fit_message(curve: ScanCurve, unfinished: bool) -> Message:
    """The measured slope with its range and its residual; `unfinished` while more may come."""
    fit = curve.fit
    if curve.problem is not None:
        return Message.of("Problem", curve.problem.template, **curve.problem.arguments)
    if fit is None:
        return Message.of(CONTEXT, _WAITING if unfinished else _NO_SLOPE)
    return Message.of(
        CONTEXT,
        _SLOPE,
        slope=slope_text(fit.slope),
        low=str(int(fit.low)),
        high=str(int(fit.high)),
        points=fit.points,
        residual=f"{fit.residual:.2f}",
    )


def theory_messages(curve: ScanCurve, axis: ScanAxis, quantity: str) -> tuple[Message, ...]:
    """What theory says beside it, or why it says nothing."""
    if curve.problem is not None:
        return ()
    if axis is ScanAxis.gain:
        if curve.critical is None:
            return (Message.of(CONTEXT, _NO_CRITICAL),)
        return (Message.of(CONTEXT, _CRITICAL, gain=words.number(curve.critical)),)
    theory = curve.theory
    if theory is None:
        return ()
    if quantity != "delta":
        return (Message.of(CONTEXT, _ONLY_DELTA),)
    said = []
    if theory.no_line is not None:
        sentence = SENTENCES[theory.no_line.obstacle]
        said.append(Message.of("Theory", sentence, layer=theory.no_line.layer or 1))
    elif theory.slope is None:
        template = NOTHING_PASSES if theory.nothing_passes else NO_FIXED_POINT
        said.append(Message.of("Theory", template))
    else:
        said.append(Message.of(CONTEXT, _THEORY, slope=slope_text(theory.slope)))
    if theory.exact is not None:
        said.append(Message.of(CONTEXT, _EXACT, slope=slope_text(theory.exact)))
    return tuple(said)


def heading(axis: ScanAxis, place: float, symbol: str) -> Message:
    """Where the cursor stands."""
    if axis is ScanAxis.gain:
        return Message.of(CONTEXT, _GAIN, gain=gain_text(place), symbol=symbol)
    if place == 1:
        return Message.of(CONTEXT, _ONE, symbol=symbol)
    return Message.of(CONTEXT, _DEPTH, depth=words.count(int(place)), symbol=symbol)


def value_text(curve: ScanCurve, place: float) -> str:
    """What one curve has at a place: the ratio, or why there is none; a dash before it is known."""
    index = curve.index_of(place)
    if index is None:
        return "…"
    problem = curve.problems[index]
    if problem is not None:
        return words.problem_text(problem)
    state = curve.states[index]
    if state is not State.ok:
        return words.translated(CONTEXT, STATES[state])
    median = float(curve.median[index])
    said = Message.of(
        CONTEXT,
        _VALUE,
        ratio=words.power_of_ten(median),
        decades=decades_text(median),
        low=_quartile(float(curve.low[index])),
        high=_quartile(float(curve.high[index])),
    )
    if curve.lost[index]:
        said = Message.of(CONTEXT, _LOST, value=said, lost=curve.lost[index])
    if curve.zeros[index]:
        said = Message.of(CONTEXT, _ZEROS, value=said, zeros=curve.zeros[index])
    return words.text(said)


def gain_text(gain: float) -> str:
    """A gain in as few digits as it needs."""
    return f"{gain:.4g}"


def _quartile(value: float) -> str:
    if math.isinf(value):
        return "∞" if value > 0 else f"{words.MINUS}∞"
    return decades_text(value)
