"""Each step of the walk as a sentence or two, for screen readers, captions and the transcript."""

from __future__ import annotations

import re
from enum import StrEnum

from gradsim.engine.problems import QT_TRANSLATE_NOOP
from gradsim.viewmodels import words
from gradsim.viewmodels.messages import Message
from gradsim.viewmodels.simulation import SimulationResult
from gradsim.viewmodels.step.card import layer_formulas, path_formulas
from gradsim.viewmodels.step.card.card import KIND_LABELS
from gradsim.viewmodels.step.card.plain_formula import plain_formula
from gradsim.viewmodels.step.equation import added, count, parameter_symbol
from gradsim.viewmodels.step.killing import kills_here
from gradsim.viewmodels.step.numerals import numeral
from gradsim.viewmodels.step.scaled import ZERO, Scaled
from gradsim.viewmodels.step.transcript.spoken import (
    gradient_by,
    spoken_number,
    spoken_quantity,
)
from gradsim.viewmodels.step.walk.ending import Ending, ending
from gradsim.viewmodels.step.walk.running import is_single, left_by, met_by, number_of
from gradsim.viewmodels.step.walk.steps import ADDED, COST_SYMBOL, StepKind, Symbol
from gradsim.viewmodels.step.walk.walk import Lens, Walk

_NEEDLESS_BRACKETS = re.compile(r"/\(([^()\s+−×]+)\)")


class Form(StrEnum):
    """How the sentences name quantities and numbers."""

    SYMBOLS = "symbols"
    WORDS = "words"


def narration(
    walk: Walk, result: SimulationResult | None, position: int, form: Form = Form.WORDS
) -> str:
    """Where the walk stands; at its end also what it came to."""
    told = caption(walk, result, position, form)
    at_end = bool(walk.steps) and position == len(walk.steps) and walk.lens != Lens.FORWARD
    if result is None or not at_end or walk.refusal is not None:
        return told
    return " ".join((told, *map(words.text, _end(walk, result, form))))


def caption(
    walk: Walk, result: SimulationResult | None, position: int, form: Form = Form.WORDS
) -> str:
    """The step at `position` alone."""
    if walk.refusal is not None:
        return words.text(walk.refusal)
    if result is None or not walk.steps:
        return ""
    if position == 0:
        return words.text(_start(walk, form))
    told = words.text(_step(walk, result, position - 1, form))
    if kills_here(walk, result, position - 1):
        kills = _KILLS_BRANCH if _is_passed_by(walk, position - 1) else _KILLS
        told = f"{told} {words.text(_say(kills))}"
    return told


def _start(walk: Walk, form: Form) -> Message:
    steps = words.count(len(walk.steps))
    if walk.lens == Lens.FORWARD:
        return _say(_START_FORWARD, count=steps)
    if walk.lens == Lens.LAYER:
        return _say(_START_LAYERS, count=steps)
    gradient = _gradient(parameter_symbol(walk), form)
    total = 1 if walk.paths is None else walk.paths.paths_total
    if total <= 1:
        return _say(_START, gradient=gradient, count=steps)
    return _say(
        _START_PATH,
        gradient=gradient,
        count=steps,
        path=walk.path_index + 1,
        total=count(total),
    )


def _is_passed_by(walk: Walk, index: int) -> bool:
    """Whether a residual connection leads past the step, so that a 0 in it is not the end."""
    step = walk.steps[index]
    return not step.side_branch and any(
        after.kind is StepKind.SKIP and after.layer == step.layer for after in walk.steps[index:]
    )


def _step(walk: Walk, result: SimulationResult, index: int, form: Form) -> Message:
    step = walk.steps[index]
    layers = walk.lens == Lens.LAYER and not is_single(walk.factors[index])
    if walk.lens == Lens.FORWARD:
        single = step.kind == StepKind.COST_VALUE or (
            result.forward.layers[step.layer - 1].activation.size == 1
        )
        template = _VALUE if single else _VALUE_OF_MANY
    elif layers and step.kind is StepKind.PENALTY:
        template = _NORM_ADDED
    elif step.kind in ADDED:
        template = _ADDED_NORM if layers else _ADDED
    elif layers:
        template = _NORM if step.begins else _NORM_TIMES
    else:
        template = _FACTOR
    value = number_of(walk, result, index)
    left = left_by(walk, result, index)
    if not value.is_finite and left.is_zero:
        value = ZERO
    return _say(
        template,
        number=words.count(index + 1),
        count=words.count(len(walk.steps)),
        kind=Message.of("StepKind", KIND_LABELS[step.kind]),
        quantity=_quantity(walk, result, index, form),
        value=_number(value, form),
        left=_number(left, form),
        met=_number(met_by(walk, result, index), form),
    )


def _quantity(walk: Walk, result: SimulationResult, index: int, form: Form) -> str | Message:
    """In words what it is; in symbols also what it equals, with numbers put in on a path."""
    step = walk.steps[index]
    if form == Form.WORDS:
        return spoken_quantity(step)
    if step.kind == StepKind.COST_VALUE:
        return step.symbol
    if walk.lens == Lens.PARAMETER:
        formula = path_formulas.formula(walk, result, index)
        symbols = plain_formula(formula.symbols).split(" = ")[1:2]
        if symbols == [numeral(number_of(walk, result, index))]:
            symbols = []
        # The last number is the value, which the sentence gives.
        numbers = plain_formula(formula.numbers).removeprefix("= ").split(" = ")[:-1]
        return _tidy(" = ".join((step.symbol, *symbols, *numbers)))
    factor_alone = walk.lens == Lens.LAYER and is_single(walk.factors[index])
    if factor_alone or step.kind == StepKind.COST:
        return step.symbol
    return _tidy(plain_formula(layer_formulas.formula(walk, result, index).symbols))


def _tidy(formula: str) -> str:
    """Without the air and the brackets that only a formula on several heights needs."""
    return _NEEDLESS_BRACKETS.sub(r"/\1", " ".join(formula.replace("∂ ", "∂").split()))


def _end(walk: Walk, result: SimulationResult, form: Form) -> tuple[Message, ...]:
    """What the walk came to, and what a penalty adds to that."""
    reached = ending(walk, result, None)
    assert reached is not None
    came = _end_of_cost(reached, form)
    term = reached.penalty
    if term is None:
        return (came,)
    total = added(reached.total, term.value)
    penalized = _say(_PENALIZED, term=_number(term.value, form), total=_number(total, form))
    return came, penalized


def _end_of_cost(reached: Ending, form: Form) -> Message:
    """The product beside what the engine has, and on one path of several what the others add."""
    product, engine = _number(reached.product, form), _number(reached.engine, form)
    if reached.others is not None:
        return _say(
            _END_SUM,
            product=product,
            others=_number(reached.others, form),
            total=_number(reached.total, form),
            engine=engine,
        )
    template = _END_NORM if reached.norm_of.startswith("‖") else _END
    return _say(template, product=product, engine=engine)


def _gradient(symbol: Symbol, form: Form) -> str | Message:
    if form == Form.WORDS:
        return gradient_by(symbol)
    return f"∂{COST_SYMBOL.text}/∂{symbol.text}"


def _number(number: Scaled, form: Form) -> str | Message:
    return spoken_number(number) if form == Form.WORDS else numeral(number)


def _say(template: str, **arguments: object) -> Message:
    return Message.of("Narration", template, **arguments)


_KILLS = QT_TRANSLATE_NOOP("Narration", "It kills here: from it on the product is exactly 0.")
_KILLS_BRANCH = QT_TRANSLATE_NOOP(
    "Narration",
    "It kills here: nothing comes back through this layer. The way past it stays open.",
)
_START = QT_TRANSLATE_NOOP(
    "Narration", "At the start: {count} factors lead from the cost back to {gradient}."
)
_START_PATH = QT_TRANSLATE_NOOP(
    "Narration",
    "At the start: {count} factors lead from the cost back to {gradient}, along path {path} of "
    "{total}.",
)
_START_LAYERS = QT_TRANSLATE_NOOP(
    "Narration",
    "At the start: {count} factors lead from the cost back to layer 1, a whole layer at a time.",
)
_START_FORWARD = QT_TRANSLATE_NOOP(
    "Narration", "At the start: {count} values lead from the input to the cost."
)
_FACTOR = QT_TRANSLATE_NOOP(
    "Narration", "Factor {number} of {count}, {kind}: {quantity} = {value}. Product so far: {left}."
)
_NORM = QT_TRANSLATE_NOOP(
    "Narration", "Factor {number} of {count}, {kind}: {quantity}. Its norm: {value}."
)
_NORM_TIMES = QT_TRANSLATE_NOOP(
    "Narration",
    "Factor {number} of {count}, {kind}: {quantity}. It multiplies the norm by {value}. "
    "Norm left: {left}.",
)
_ADDED_NORM = QT_TRANSLATE_NOOP(
    "Narration",
    "Term {number} of {count}, {kind}: {quantity}. It is added: the norm goes from {met} to "
    "{left}.",
)
_ADDED = QT_TRANSLATE_NOOP(
    "Narration", "Term {number} of {count}, {kind}: {quantity}. It is added: {met} becomes {left}."
)
_NORM_ADDED = QT_TRANSLATE_NOOP(
    "Narration",
    "Term {number} of {count}, {kind}: {quantity}. It is added, with norm {value}. "
    "Norm left: {left}.",
)
_PENALIZED = QT_TRANSLATE_NOOP(
    "Narration", "The penalty adds {term} to this: {total}. The rest is of the cost alone."
)
_VALUE = QT_TRANSLATE_NOOP("Narration", "Value {number} of {count}, {kind}: {quantity} = {value}.")
_VALUE_OF_MANY = QT_TRANSLATE_NOOP(
    "Narration", "Value {number} of {count}, {kind}: {quantity}. Root mean square: {value}."
)
_END = QT_TRANSLATE_NOOP(
    "Narration", "At the end: the product is {product}; backpropagation gives {engine}."
)
_END_SUM = QT_TRANSLATE_NOOP(
    "Narration",
    "At the end: this path gives {product}, the others add {others}, the sum is {total}; "
    "backpropagation gives {engine}.",
)
_END_NORM = QT_TRANSLATE_NOOP(
    "Narration", "At the end: the norm is {product}; backpropagation gives {engine}."
)
