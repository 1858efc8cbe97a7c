"""A sum of products as a question shows it: term by term, or the largest ones and the rest."""

from __future__ import annotations

import math
from collections.abc import Sequence

from msgspec import Struct

from gradsim.engine.problems import QT_TRANSLATE_NOOP
from gradsim.viewmodels.digits import plain_subscript, subscript
from gradsim.viewmodels.messages import Message
from gradsim.viewmodels.step.numerals import factor_tex, numeral_tex
from gradsim.viewmodels.step.predict.layers import MOST_SHOWN, sum_of
from gradsim.viewmodels.step.predict.question import Numbers, Visible
from gradsim.viewmodels.step.predict.situation import Part
from gradsim.viewmodels.step.scaled import Scaled

Pair = tuple[Visible, Visible]


class Terms(Struct, frozen=True, eq=False):
    """The quantities to show, the addends with their names, and the sum as TeX in two forms.

    `pairs` are the shown products; `singles` the quantities that are added as they are.
    """

    visible: tuple[Visible, ...]
    parts: tuple[Part, ...]
    symbols: str
    numbers: str
    pairs: tuple[Pair, ...]
    singles: tuple[Visible, ...]

    def total(self, numbers: Numbers) -> float:
        """The sum, from the numbers by name."""
        products = (numbers[one.name] * numbers[other.name] for one, other in self.pairs)
        return math.fsum((*products, *(numbers[each.name] for each in self.singles)))


def summed(pairs: Sequence[Pair], *more: Visible) -> Terms:
    """Σ one·other + more: each pair by itself where they are few.

    Of many the largest products are shown as t₁, t₂, … and what the others add up to as r.
    """
    if len(pairs) <= MOST_SHOWN:
        visible = dict.fromkeys(each for pair in pairs for each in pair)
        return Terms(
            (*visible, *more),
            tuple(_part(pair) for pair in pairs),
            _joined([rf"{_tex(one)}\,{_tex(other)}" for one, other in pairs], more),
            _joined([_product(pair) for pair in pairs], more, numbers=True),
            tuple(pairs),
            more,
        )
    products = [_part(pair) for pair in pairs]
    order = sorted(range(len(pairs)), key=lambda index: -abs(products[index].value))
    kept = sorted(order[: MOST_SHOWN - 1])
    rest = sum_of(products[index].value for index in order[MOST_SHOWN - 1 :])
    terms = [
        Visible(f"t{subscript(place)}", products[index].symbol, Scaled.of(products[index].value))
        for place, index in enumerate(kept, start=1)
    ]
    terms.append(Visible("r", Message.of("Prediction", _REST), Scaled.of(rest)))
    parts = tuple(Part(each.name, each.number.value) for each in terms)
    return Terms(
        (*terms, *more),
        parts,
        _joined([_tex(each) for each in terms], more),
        _joined([factor_tex(each.number) for each in terms], more, numbers=True),
        (),
        (*terms, *more),
    )


def _part(pair: Pair) -> Part:
    one, other = pair
    return Part(f"{one.name}·{other.name}", (one.number * other.number).value)


def _product(pair: Pair) -> str:
    return rf"{numeral_tex(pair[0].number)} \times {factor_tex(pair[1].number)}"


def _joined(parts: list[str], more: tuple[Visible, ...], *, numbers: bool = False) -> str:
    ends = [factor_tex(each.number) if numbers else _tex(each) for each in more]
    return " + ".join((*parts, *ends))


def _tex(quantity: Visible) -> str:
    """``w₁₃`` as ``w_{13}``."""
    letter, digits = quantity.name[0], plain_subscript(quantity.name[1:])
    letter = r"\delta" if letter == "δ" else letter
    return f"{letter}_{{{digits}}}" if digits else letter


_REST = QT_TRANSLATE_NOOP("Prediction", "the other terms together")
