"""Quantities, derivatives and numbers in words that a screen reader reads well."""

from __future__ import annotations

from gradsim.engine.problems import QT_TRANSLATE_NOOP
from gradsim.viewmodels.digits import plain_superscript
from gradsim.viewmodels.messages import Message
from gradsim.viewmodels.step.numerals import numeral
from gradsim.viewmodels.step.scaled import Scaled
from gradsim.viewmodels.step.walk.steps import Family, Step, StepKind, Symbol, past_symbol
from gradsim.viewmodels.words import MINUS

_POWER = "·10"


def spoken_symbol(symbol: Symbol) -> Message:
    """``a₃⁽⁴⁾`` as "a of layer 4, unit 3"."""
    layer = symbol.layer
    letter = _say(_GREEK[symbol.letter]) if symbol.letter in _GREEK else symbol.letter
    match symbol.units:
        case () if layer is None:
            return _say(_ALONE, letter=letter)
        case ():
            return _say(_OF_LAYER, letter=letter, layer=layer)
        case (unit,) if layer is None:
            return _say(_NUMBERED, letter=letter, unit=unit)
        case (unit,):
            return _say(_OF_UNIT, letter=letter, layer=layer, unit=unit)
        case (unit, source, *_):
            return _say(_BETWEEN, letter=letter, layer=layer or 1, unit=unit, source=source)
    raise AssertionError(symbol)


def spoken_quantity(step: Step) -> Message:
    """What the step is: a derivative of one quantity by another, or a value."""
    below = step.denominator
    if below is not None and step.kind is StepKind.PENALTY:
        return _say(_DERIVATIVE, above=_say(_THE_PENALTY), below=spoken_symbol(below))
    if below is None:
        return cost_or(step.numerator, step)
    if step.kind is StepKind.SKIP:
        past = _PAST if step.identity else _PROJECTED
        return _say(past, quantity=gradient_by(step.numerator))
    if step.kind is StepKind.PAST:
        past = _PAST_PATH if step.identity else _PROJECTED_PATH
        return _say(past, quantity=spoken_symbol(past_symbol(step)), layer=step.layer)
    if step.kind is StepKind.PENALTY:
        return _say(_PENALTY, quantity=spoken_symbol(below))
    return _say(_DERIVATIVE, above=cost_or(step.numerator, step), below=spoken_symbol(below))


def gradient_by(symbol: Symbol) -> Message:
    """∂C/∂symbol."""
    return _say(_DERIVATIVE, above=_say(_THE_COST), below=spoken_symbol(symbol))


def cost_or(symbol: Symbol, step: Step) -> Message:
    """The numerator of a step, the cost by its name and not by its letter."""
    if step.family is Family.COST:
        return _say(_THE_COST)
    return spoken_symbol(symbol)


def spoken_number(number: Scaled | float) -> Message:
    """``−3.2·10⁻¹²`` as "minus 3.2 times 10 to the power of minus 12"."""
    written, _, power = numeral(number).partition(_POWER)
    if not power:
        return _signed(written)
    return _say(_TIMES_POWER, number=_signed(written), power=_signed(plain_superscript(power)))


def _signed(digits: str) -> Message:
    bare = digits.lstrip(f"{MINUS}-")
    if bare == "∞":
        bare_message: str | Message = _say(_INFINITY)
    else:
        bare_message = _say(_NOT_A_NUMBER) if bare == "NaN" else bare
    return _say(_NEGATIVE if bare != digits else _POSITIVE, number=bare_message)


def _say(template: str, **arguments: object) -> Message:
    return Message.of("Spoken", template, **arguments)


_GREEK = {
    "γ": QT_TRANSLATE_NOOP("Spoken", "gamma"),
    "β": QT_TRANSLATE_NOOP("Spoken", "beta"),
}
_ALONE = QT_TRANSLATE_NOOP("Spoken", "{letter}")
_NUMBERED = QT_TRANSLATE_NOOP("Spoken", "{letter}, number {unit}")
_OF_LAYER = QT_TRANSLATE_NOOP("Spoken", "{letter} of layer {layer}")
_OF_UNIT = QT_TRANSLATE_NOOP("Spoken", "{letter} of layer {layer}, unit {unit}")
_BETWEEN = QT_TRANSLATE_NOOP(
    "Spoken", "{letter} of layer {layer}, to unit {unit} from unit {source}"
)
_THE_COST = QT_TRANSLATE_NOOP("Spoken", "the cost")
_PAST_PATH = QT_TRANSLATE_NOOP("Spoken", "the way past layer {layer}, as it is")
_PROJECTED_PATH = QT_TRANSLATE_NOOP("Spoken", "{quantity}, the fixed matrix past the layer")
_THE_PENALTY = QT_TRANSLATE_NOOP("Spoken", "the penalty")
_DERIVATIVE = QT_TRANSLATE_NOOP("Spoken", "the derivative of {above} with respect to {below}")
_PAST = QT_TRANSLATE_NOOP("Spoken", "{quantity}, as it is")
_PROJECTED = QT_TRANSLATE_NOOP("Spoken", "{quantity}, times the fixed matrix P transposed")
_PENALTY = QT_TRANSLATE_NOOP("Spoken", "lambda times {quantity}")
_POSITIVE = QT_TRANSLATE_NOOP("Spoken", "{number}")
_NEGATIVE = QT_TRANSLATE_NOOP("Spoken", "minus {number}")
_TIMES_POWER = QT_TRANSLATE_NOOP("Spoken", "{number} times 10 to the power of {power}")
_INFINITY = QT_TRANSLATE_NOOP("Spoken", "infinity")
_NOT_A_NUMBER = QT_TRANSLATE_NOOP("Spoken", "not a number")
