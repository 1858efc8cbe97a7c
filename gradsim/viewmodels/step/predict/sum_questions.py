"""Questions about what the factors make together: the running product, the sum over paths."""

from __future__ import annotations

import math

from gradsim.viewmodels.digits import plain_subscript, subscript
from gradsim.viewmodels.messages import Message
from gradsim.viewmodels.step.equation import added, parameter_symbol
from gradsim.viewmodels.step.numerals import factor_tex, numeral_tex
from gradsim.viewmodels.step.predict.building import (
    IN_TOTAL,
    IN_TOTAL_WITH_REST,
    RUNNING,
    SO_FAR,
    Draft,
)
from gradsim.viewmodels.step.predict.layers import MOST_SHOWN
from gradsim.viewmodels.step.predict.question import Hint, Numbers, Visible
from gradsim.viewmodels.step.predict.situation import Part, Situation
from gradsim.viewmodels.step.predict.topics import Topic
from gradsim.viewmodels.step.scaled import ONE, Scaled
from gradsim.viewmodels.step.walk.steps import COST_SYMBOL, derivative_tex
from gradsim.viewmodels.step.walk.walk import Walk


def product_draft(walk: Walk, so_far: Scaled, index: int) -> Draft:
    """The running product once the factor `index` of a parameter walk has joined it."""
    step = walk.steps[index]
    assert step.value is not None
    assert step.product is not None
    visible = (
        Visible("p", Message.of("Prediction", SO_FAR), so_far),
        Visible("f", step.symbol, step.value),
    )
    factors = tuple(
        Part(each.symbol, each.value.value) for each in walk.steps[:index] if each.value is not None
    )
    situation = Situation(
        Topic.PRODUCT,
        step.product.value,
        {"p": so_far.value, "f": step.value.value},
        "",
        step.symbol,
        factors=factors if len(factors) > 1 else (),
    )
    numbers = rf"{numeral_tex(so_far)} \times {factor_tex(step.value)}"
    return Draft(
        situation,
        step.kind,
        r"p \times f",
        "p × f",
        step.product,
        visible,
        (lambda numbers: numbers["p"] * numbers["f"],),
        (Hint(r"p \times f"), Hint(rf"p \times f = {numbers}")),
        Message.of("Prediction", RUNNING),
    )


def total_draft(walk: Walk) -> Draft:
    """The whole gradient of a parameter, from what its strongest paths contribute."""
    paths = walk.paths
    assert paths is not None
    own = walk.path_index
    listed = list(range(len(paths.paths)))
    shown = [own, *(each for each in listed if each != own)][:MOST_SHOWN]
    names = {each: f"p{subscript(each + 1)}" for each in sorted(shown)}
    visible = [
        Visible(name, name, Scaled.of(paths.paths[each].number.mantissa,
                                      paths.paths[each].number.exponent))
        for each, name in names.items()
    ]  # fmt: skip
    rest = _rest(walk, set(shown))
    has_rest = paths.paths_total > len(shown)
    if has_rest:
        visible.append(Visible("r", "r", rest))
    total = Scaled.of(paths.total.mantissa, paths.total.exponent)

    def formula(numbers: Numbers) -> float:
        return math.fsum(numbers[each.name] for each in visible)

    situation = Situation(
        Topic.TOTAL,
        total.value,
        {},
        "",
        "",
        parts=tuple(Part(each.name, each.number.value) for each in visible),
    )
    below = parameter_symbol(walk)
    tex = derivative_tex(COST_SYMBOL, below)
    symbols = " + ".join(_subscripted(each.name) for each in visible)
    numbers = " + ".join(factor_tex(each.number) for each in visible)
    return Draft(
        situation,
        walk.steps[-1].kind,
        tex,
        f"∂{COST_SYMBOL.text}/∂{below.text}",
        total,
        tuple(visible),
        (formula,),
        (Hint(f"{tex} = {symbols}"), Hint(f"{tex} = {numbers}")),
        Message.of("Prediction", IN_TOTAL_WITH_REST if has_rest else IN_TOTAL),
    )


def _rest(walk: Walk, shown: set[int]) -> Scaled:
    """What all paths but the shown ones add up to."""
    paths = walk.paths
    assert paths is not None
    hidden = [path.number for each, path in enumerate(paths.paths) if each not in shown]
    terms = [paths.remainder, *hidden]
    return added(*(Scaled.of(term.mantissa, term.exponent) for term in terms))


def _subscripted(name: str) -> str:
    digits = plain_subscript(name[1:])
    return f"{name[0]}_{{{digits}}}" if digits else name


def so_far(walk: Walk, index: int) -> Scaled:
    """The product before the factor `index` of a parameter walk."""
    before = walk.steps[index - 1].product if index else None
    return ONE if before is None else before
