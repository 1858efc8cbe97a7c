"""One question: what is asked, what may be used, what is right, and what would be a mistake."""

from __future__ import annotations

import math
from collections.abc import Mapping

from msgspec import Struct

from gradsim.viewmodels.digits import plain_subscript
from gradsim.viewmodels.messages import Message
from gradsim.viewmodels.step.numerals import numeral
from gradsim.viewmodels.step.predict.topics import Form, Topic
from gradsim.viewmodels.step.scaled import Scaled
from gradsim.viewmodels.step.walk.steps import StepKind

SHARE = 0.01
"""An answer may be off by this share of the right number."""
FEWEST_FIGURES = 4
MOST_FIGURES = 12

Numbers = Mapping[str, float]


class Visible(Struct, frozen=True):
    """A quantity that the question shows: how it is written, what it is, its number.

    `name` is shown and may be typed as it stands (``w₁₃``); `others` may be typed as well. `symbol`
    is the whole of it with its layer, or a message where there is none. `figures` are so many that
    whoever computes with what is shown stays within the tolerance.
    """

    name: str
    symbol: str | Message
    number: Scaled
    others: tuple[str, ...] = ()
    figures: int = FEWEST_FIGURES

    @property
    def text(self) -> str:
        """``z = 0.3210``."""
        return f"{self.name} = {numeral(self.number, self.figures)}"

    @property
    def typed(self) -> tuple[str, ...]:
        """Every way to type it, with plain digits."""
        plain = plain_subscript(self.name)
        return tuple(dict.fromkeys((plain, plain.replace(",", "_"), *self.others)))

    @property
    def rounding(self) -> float:
        """Half a unit of the last figure shown; 0 where the number is shown whole."""
        value = self.number.value
        if value == 0.0 or not math.isfinite(value) or value == int(value):
            return 0.0
        _, power = self.number.decimal
        return 0.5 * 10.0 ** max(power - self.figures + 1, -320)


class Slip(Struct, frozen=True):
    """A wrong number that one known mistake leads to, and the sentence that names the mistake."""

    value: float
    sentence: Message


class Hint(Struct, frozen=True):
    """One help: a formula as TeX, or a sentence where there is nothing to write out."""

    tex: str = ""
    sentence: Message | None = None


class Question(Struct, frozen=True, eq=False):
    """A number that is asked for.

    kind : what progress is kept under, the topic with the rule's name: ``activation:tanh``.
    step_kind : of the step it belongs to; gives the colour.
    tex, text : the symbol that is asked for. about : what is said above it.
    right : the number; in `form` VALUE itself, else its sign or decade.
    slips : the numbers of known mistakes.
    """

    topic: Topic
    kind: str
    step_kind: StepKind
    form: Form
    tex: str
    text: str
    right: Scaled
    about: Message
    visible: tuple[Visible, ...] = ()
    hints: tuple[Hint, Hint] = (Hint(), Hint())
    slips: tuple[Slip, ...] = ()

    @property
    def numbers(self) -> dict[str, float]:
        """Every name that may be typed, with its number."""
        return {name: each.number.value for each in self.visible for name in each.typed}

    @property
    def tolerance(self) -> float:
        """How far from the right number an answer may lie."""
        return SHARE * abs(self.right.value)

    def is_right(self, value: float) -> bool:
        """Whether `value` lies within the tolerance."""
        return abs(value - self.right.value) <= self.tolerance
