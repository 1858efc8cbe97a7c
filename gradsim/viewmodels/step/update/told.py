"""The step in lines to read: the new number, the predicted and the real change, and what to say."""

from __future__ import annotations

import math

from msgspec import Struct

from gradsim.engine.nudge.lever import Lever
from gradsim.engine.problems import QT_TRANSLATE_NOOP
from gradsim.engine.remedies import normalization_of
from gradsim.engine.update import Moved
from gradsim.viewmodels import words
from gradsim.viewmodels.messages import Message
from gradsim.viewmodels.step.card.penalties import penalty_of
from gradsim.viewmodels.step.nudge.told import told
from gradsim.viewmodels.step.numerals import numeral
from gradsim.viewmodels.step.scaled import Scaled
from gradsim.viewmodels.step.update.outcome import UpdateOutcome
from gradsim.viewmodels.step.update.update import Update
from gradsim.viewmodels.step.walk.steps import COST_SYMBOL

ETA = "η"
_SHOWN = 6


class Line(Struct, frozen=True):
    """A name with its value; `rule` is its formula, `strong` marks what the step comes to."""

    name: Message
    value: str
    rule: str = ""
    strong: bool = False


def equation(update: Update, outcome: UpdateOutcome) -> str:
    """``w − η ∂C/∂w = 0.4 − 0.5 × 0.08217 = 0.3589``; for all, ``W − η ∂C/∂W,
    b − η ∂C/∂b,  ‖∇C‖ = 0.1234``."""
    cost = COST_SYMBOL.text
    address = outcome.step.address
    if address is None or outcome.slope is None:
        norm = _root(Scaled.of(outcome.squared_norm.mantissa, outcome.squared_norm.exponent))
        moved = [f"{each} − {ETA} ∂{cost}/∂{each}" for each in _letters(update, outcome)]
        # A line ends between two formulas and not within one.
        whole = [each.replace(" ", "\N{NO-BREAK SPACE}") for each in moved]
        return ",  ".join([*whole, f"‖∇{cost}‖ = {numeral(norm)}"])
    symbol = update.symbol
    lever = Lever.of(address)
    old, new = (lever.read(each) for each in (outcome.result.forward, outcome.moved))
    slope = _factor(numeral(Scaled.of(outcome.slope.mantissa, outcome.slope.exponent)))
    digits = _digits(old, new)
    numbers = f"{numeral(old, digits)} − {outcome.step.rate:g} × {slope}"
    return f"{symbol} − {ETA} ∂{cost}/∂{symbol} = {numbers} = {numeral(new, digits)}"


def _letters(update: Update, outcome: UpdateOutcome) -> tuple[str, ...]:
    """What moves in a step of more than one parameter."""
    if outcome.step.moved is not Moved.ALL:
        return ("W",)
    return ("W", "b", "γ", "β") if update.learns_more else ("W", "b")


def lines(outcome: UpdateOutcome) -> tuple[Line, ...]:
    """The cost now, the change that is predicted and the real one, their gap, the cost then."""
    cost = COST_SYMBOL.text
    change = told(outcome.change)
    address = outcome.step.address
    gradient = f"(∂{cost}/∂{address.kind})²" if address is not None else f"‖∇{cost}‖²"
    return (
        Line(Message.of("Update", _NOW, cost=cost), numeral(outcome.before)),
        Line(Message.of("Update", _PREDICTED, cost=cost), change.predicted, f"−{ETA}{gradient}"),
        Line(Message.of("Update", _REAL, cost=cost), change.actual),
        Line(Message.of("Update", _GAP), change.difference),
        Line(Message.of("Update", _THEN, cost=cost), numeral(outcome.after), strong=True),
    )


def notes(update: Update, outcome: UpdateOutcome) -> tuple[Message, ...]:
    """What there is to say: a step that cannot be, one that goes up, steps taken."""
    said: list[Message] = []
    cost = COST_SYMBOL.text
    if not outcome.possible:
        said.append(Message.of("Update", _OVERFLOW, cost=cost))
    elif outcome.squared_norm.mantissa == 0.0:
        said.append(Message.of("Update", _FLAT))
    elif outcome.after > outcome.before and outcome.change.predicted.mantissa < 0.0:
        said.append(Message.of("Update", _UP, cost=cost))
    said += _left_out(outcome)
    costs = update.costs
    if len(costs) > 1:
        way = " → ".join(numeral(each) for each in costs[-_SHOWN:])
        if len(costs) > _SHOWN:
            way = f"… → {way}"
        count = words.count(len(costs) - 1)
        said.append(Message.of("Update", _TAKEN, count=count, cost=cost, way=way))
    return tuple(said)


def _left_out(outcome: UpdateOutcome) -> list[Message]:
    """What a step of training has besides, and what becomes of it here."""
    network, said = outcome.result.project.network, []
    if not penalty_of(outcome.result).nothing:
        said.append(Message.of("Update", _NO_PENALTY, cost=COST_SYMBOL.text))
    coupling = any(
        layer.normalization is not None and normalization_of(layer.normalization).couples_samples
        for layer in network.layers
    )
    if coupling and network.evaluating:
        said.append(Message.of("Update", _FIXED))
    elif coupling:
        everything = outcome.step.moved is Moved.ALL
        said.append(Message.of("Update", _FOLLOW if everything else _STAY))
    if not network.evaluating and any(layer.dropout for layer in network.layers):
        said.append(Message.of("Update", _MASKS))
    return said


def _root(square: Scaled) -> Scaled:
    if square.is_zero or not square.is_finite:
        return square
    even = square.exponent % 2
    return Scaled.of(math.sqrt(square.mantissa * 2.0**even), (square.exponent - even) // 2)


def _digits(old: float, new: float) -> int:
    """So many figures that the old and the new number differ, from four to nine."""
    for digits in range(4, 9):
        if old == new or numeral(old, digits) != numeral(new, digits):
            return digits
    return 9


def _factor(written: str) -> str:
    return f"({written})" if written.startswith(words.MINUS) else written


_NOW = QT_TRANSLATE_NOOP("Update", "{cost} now")
_PREDICTED = QT_TRANSLATE_NOOP("Update", "Δ{cost} predicted")
_REAL = QT_TRANSLATE_NOOP("Update", "Δ{cost} really")
_GAP = QT_TRANSLATE_NOOP("Update", "difference")
_THEN = QT_TRANSLATE_NOOP("Update", "{cost} after it")
_OVERFLOW = QT_TRANSLATE_NOOP(
    "Update",
    "This step is so large that numbers overflow: {cost} would be no finite number, and the step "
    "is not taken. Choose a smaller one.",
)
_FLAT = QT_TRANSLATE_NOOP("Update", "The gradient is 0: a step of any size stays where it is.")
_UP = QT_TRANSLATE_NOOP(
    "Update", "{cost} rises: the step goes beyond where the straight line still tells the truth."
)
_NO_PENALTY = QT_TRANSLATE_NOOP(
    "Update", "The penalties of the training plan are left out: this step is of {cost} alone."
)
_FOLLOW = QT_TRANSLATE_NOOP(
    "Update",
    "As in training, the running means and variances of batch normalization follow the batch.",
)
_STAY = QT_TRANSLATE_NOOP(
    "Update",
    "The running means and variances of batch normalization stay: they follow only a step of all "
    "parameters.",
)
_FIXED = QT_TRANSLATE_NOOP(
    "Update",
    "In evaluation the running means and variances of batch normalization are fixed numbers, and "
    "stay.",
)
_MASKS = QT_TRANSLATE_NOOP("Update", "Dropout silences the same units before and after the step.")
_TAKEN = QT_TRANSLATE_NOOP("Update", "Steps taken: {count}. {cost}: {way}")
