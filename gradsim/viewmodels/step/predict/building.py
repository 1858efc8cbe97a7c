"""Putting a question together: names of quantities, figures enough, a form that can be answered."""

from __future__ import annotations

import math
from collections.abc import Callable

from msgspec import Struct, field
from msgspec.structs import replace

from gradsim.engine.problems import QT_TRANSLATE_NOOP
from gradsim.viewmodels.digits import plain_subscript
from gradsim.viewmodels.messages import Message
from gradsim.viewmodels.step.predict.mistakes import slips_of
from gradsim.viewmodels.step.predict.question import (
    FEWEST_FIGURES,
    MOST_FIGURES,
    SHARE,
    Hint,
    Numbers,
    Question,
    Visible,
)
from gradsim.viewmodels.step.predict.situation import Situation
from gradsim.viewmodels.step.predict.topics import Form
from gradsim.viewmodels.step.scaled import Scaled
from gradsim.viewmodels.step.walk.steps import StepKind, Symbol

Formula = Callable[[Numbers], float]
_WHAT_IS = QT_TRANSLATE_NOOP("Prediction", "Predict this factor.")
_ROUNDING_SHARE = 0.5 * SHARE
_LOWEST_LOG10, _HIGHEST_LOG10 = -290.0, 290.0


def about_factor() -> Message:
    """What is said above a question after a factor."""
    return Message.of("Prediction", _WHAT_IS)


class Draft(Struct, frozen=True, eq=False):
    """A question in the making.

    formulas : the ways in which a person may compute it, from the names of `visible`; each must
        come out right with the figures shown.
    """

    situation: Situation
    step_kind: StepKind
    tex: str
    text: str
    right: Scaled
    visible: tuple[Visible, ...]
    formulas: tuple[Formula, ...]
    hints: tuple[Hint, Hint]
    about: Message = field(default_factory=about_factor)


def quantity(
    letter: str, layer: int | None, units: tuple[int, ...], number: Scaled, *, lone: bool = False
) -> Visible:
    """A quantity under its short name (without the layer; `lone`: without units, too)."""
    name = Symbol(letter, None, () if lone else units).text
    other = (plain_subscript(name.replace("δ", "d")),) if letter == "δ" else ()
    return Visible(name, Symbol(letter, layer, units).text, number, other)


def finished(draft: Draft, form: Form) -> Question | None:
    """The question in `form`, or in one that its numbers allow; None where none does.

    A number beyond the range of floats cannot be typed: then its decade is asked. Zero has no
    decade: then its sign is asked.
    """
    right = draft.right
    if not right.is_finite or not all(each.number.is_finite for each in draft.visible):
        return None
    visible = draft.visible
    if form is Form.VALUE:
        known = [_in_range(each) for each in (right, *(v.number for v in visible))]
        shown = _with_figures(draft) if all(known) else None
        if shown is None:
            form = Form.MAGNITUDE
        else:
            visible = shown
    if form is Form.MAGNITUDE and right.is_zero:
        form = Form.SIGN
    situation = draft.situation
    kind = f"{situation.topic}:{situation.rule}" if situation.rule else str(situation.topic)
    return Question(
        situation.topic,
        kind,
        draft.step_kind,
        form,
        draft.tex,
        draft.text,
        right,
        draft.about,
        visible,
        draft.hints,
        slips_of(situation) if form is Form.VALUE else (),
    )


def _in_range(number: Scaled) -> bool:
    return number.is_zero or _LOWEST_LOG10 < number.log10_abs < _HIGHEST_LOG10


def _with_figures(draft: Draft) -> tuple[Visible, ...] | None:
    """`visible` with so many figures that every formula keeps within half the tolerance."""
    target = draft.right.value
    for figures in range(FEWEST_FIGURES, MOST_FIGURES + 1):
        shown = tuple(replace(each, figures=figures) for each in draft.visible)
        if all(_off(formula, shown, target) <= _ROUNDING_SHARE * abs(target)
               for formula in draft.formulas):  # fmt: skip
            return shown
    return None


def _off(formula: Formula, shown: tuple[Visible, ...], target: float) -> float:
    """How far `formula` of the rounded numbers can lie from `target`, each moved by itself."""
    exact = {each.name: each.number.value for each in shown}
    try:
        middle = formula(exact)
        total = abs(middle - target)
        for each in shown:
            if each.rounding:
                moved = [
                    formula(exact | {each.name: exact[each.name] + sign * each.rounding})
                    for sign in (1.0, -1.0)
                ]
                total += max(abs(end - middle) for end in moved)
    except (ArithmeticError, ValueError):
        return math.inf
    # Equal to rounding is equal: a right answer of 0 allows nothing else.
    floor = 1e-13 * max((abs(value) for value in exact.values()), default=0.0)
    return 0.0 if target == 0.0 and total <= floor else total if math.isfinite(total) else math.inf


ENTRY = QT_TRANSLATE_NOOP("Prediction", "Predict this entry of the gradient.")
VALUE = QT_TRANSLATE_NOOP("Prediction", "Predict this value.")
RUNNING = QT_TRANSLATE_NOOP(
    "Prediction", "Predict the running product: p so far, times the new factor f."
)
SO_FAR = QT_TRANSLATE_NOOP("Prediction", "the product so far")
IN_TOTAL = QT_TRANSLATE_NOOP(
    "Prediction", "Predict the whole gradient: each p comes from one path."
)
IN_TOTAL_WITH_REST = QT_TRANSLATE_NOOP(
    "Prediction", "Predict the whole gradient: each p comes from one path, r from the rest."
)
STANDS_THERE = QT_TRANSLATE_NOOP(
    "Prediction", "Nothing is to be computed: it is {symbol}, which stands among the numbers."
)
ALWAYS_ONE = QT_TRANSLATE_NOOP(
    "Prediction", "The bias is added as it is: when it grows by 0.1, z grows by 0.1."
)
