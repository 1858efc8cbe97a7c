"""The end of a walk: its product beside the engine's gradient and a finite difference."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numpy as np
from msgspec import Struct

from gradsim.engine.problems import QT_TRANSLATE_NOOP
from gradsim.viewmodels.messages import Message
from gradsim.viewmodels.simulation import SimulationResult
from gradsim.viewmodels.step.card.penalties import PenaltyTerm, term_of
from gradsim.viewmodels.step.equation import added, others_of, parameter_symbol
from gradsim.viewmodels.step.numerals import numeral
from gradsim.viewmodels.step.parameters import symbol_of
from gradsim.viewmodels.step.scaled import Scaled
from gradsim.viewmodels.step.walk.running import left_by, size_of
from gradsim.viewmodels.step.walk.steps import StepKind, gradient_text
from gradsim.viewmodels.step.walk.walk import Lens, Walk

if TYPE_CHECKING:
    from gradsim.engine.checks.finite_differences import FiniteDifference

WAITING = "…"


class Row(Struct, frozen=True):
    """One line of the comparison; the boxed one is what the walk came to."""

    name: str | Message
    value: str | Message
    boxed: bool = False


class Ending(Struct, frozen=True):
    """What the walk came to.

    product : of the walked factors; others : what the other paths add (None where there are none,
    and with whole layers); engine : the same from the backward pass; difference : of the
    cost, once computed. With whole layers product and engine are norms of `norm_of`, and the
    difference is that of `entry`, one parameter of the last gradient. lost : the backward pass
    has 0 for it, because a factor is too small for a float. penalty : what the plan's
    penalties add to the gradient of a weight; all else is of the cost alone.
    """

    product: Scaled
    others: Scaled | None
    engine: Scaled
    difference: FiniteDifference | None = None
    norm_of: str = ""
    entry: str = ""
    penalty: PenaltyTerm | None = None
    lost: bool = False

    @property
    def total(self) -> Scaled:
        """The product and what the other paths add."""
        return self.product if self.others is None else added(self.product, self.others)

    def rows(self) -> tuple[Row, ...]:
        """The lines in the order of the argument."""
        if self.norm_of:
            first: tuple[Row, ...] = (Row(self.norm_of, numeral(self.product), True),)
        elif self.others is None:
            first = (Row(Message.of("Ending", _PRODUCT), numeral(self.product), True),)
        else:
            first = (
                Row(Message.of("Ending", _THIS_PATH), numeral(self.product)),
                Row(Message.of("Ending", _OTHER_PATHS), numeral(self.others)),
                Row(Message.of("Ending", _SUM), numeral(self.total), True),
            )
        by_engine = Message.of("Ending", _UNDERFLOW) if self.lost else numeral(self.engine)
        rows = (*first, Row(Message.of("Ending", _ENGINE), by_engine))
        if self.entry and self.difference is not None:
            name = Message.of("Ending", _ENTRY, symbol=self.entry)
            rows = (*rows, Row(name, numeral(self.difference.engine)))
        rows = (*rows, Row(Message.of("Ending", _DIFFERENCE), self._difference_text()))
        if self.penalty is None:
            return rows
        term = self.penalty
        name = Message.of("Ending", _PENALIZED, term=term.symbol, value=numeral(term.value))
        return *rows, Row(name, numeral(added(self.total, term.value)))

    def _difference_text(self) -> str | Message:
        found = self.difference
        if found is None:
            return WAITING
        from gradsim.engine.checks.finite_differences import DifferenceState

        match found.state:
            case DifferenceState.UNRESOLVABLE:
                return Message.of("Ending", _LOST)
            case DifferenceState.KINK:
                return Message.of("Ending", _KINK, value=numeral(found.value))
            case DifferenceState.DIFFERS:
                return Message.of("Ending", _DIFFERS, value=numeral(found.value))
            case _:
                return numeral(found.value)


def ending(
    walk: Walk, result: SimulationResult, difference: FiniteDifference | None
) -> Ending | None:
    """The comparison at the end of a backward walk; None in the forward lens."""
    if not walk.steps or walk.lens == Lens.FORWARD:
        return None
    last = len(walk.steps) - 1
    product = left_by(walk, result, last)
    if walk.lens == Lens.LAYER:
        below = walk.steps[last].denominator
        assert below is not None
        single = walk.factors[last].product.size == 1
        entry = ""
        if difference is not None and not single:
            entry = gradient_text(symbol_of(difference.address, result.project.network))
        name = gradient_text(below)
        name = name if single else f"‖{name}‖"
        return Ending(product, None, _measured(walk, result), difference, name, entry)
    assert walk.paths is not None
    total = walk.paths.total
    engine = Scaled.of(total.mantissa, total.exponent)
    others = others_of(walk) if walk.paths.paths_total > 1 else None
    term = term_of(result, walk.paths.address, parameter_symbol(walk))
    return Ending(product, others, engine, difference, penalty=term, lost=walk.paths.lost)


def _measured(walk: Walk, result: SimulationResult) -> Scaled:
    """The norm that the engine has for the last gradient of the walk: from the measurement, or of
    a γ or β, which that leaves out, from the sum of squares that the traversal formed."""
    step, factor = walk.steps[-1], result.factors[-1]
    if step.kind is StepKind.BIAS:
        magnitude = result.measurement.layers[step.layer - 1].bias_gradient
        norm = Scaled.of(float(np.asarray(magnitude.l2)), int(np.asarray(magnitude.exponent)))
    else:
        left = factor.left
        norm = Scaled.of(math.sqrt(float(np.asarray(left.squares))), int(np.asarray(left.exponent)))
    signed = size_of(factor.product, factor.product_exponent)
    return norm * Scaled.of(-1.0) if signed.mantissa < 0 else norm


_PRODUCT = QT_TRANSLATE_NOOP("Ending", "product")
_THIS_PATH = QT_TRANSLATE_NOOP("Ending", "this path")
_OTHER_PATHS = QT_TRANSLATE_NOOP("Ending", "the others")
_SUM = QT_TRANSLATE_NOOP("Ending", "sum")
_ENGINE = QT_TRANSLATE_NOOP("Ending", "backpropagation")
_ENTRY = QT_TRANSLATE_NOOP("Ending", "of it {symbol}")
_PENALIZED = QT_TRANSLATE_NOOP("Ending", "with {term} = {value}")
_DIFFERENCE = QT_TRANSLATE_NOOP("Ending", "finite difference")
_UNDERFLOW = QT_TRANSLATE_NOOP("Ending", "underflow")
_LOST = QT_TRANSLATE_NOOP("Ending", "lost in rounding")
_KINK = QT_TRANSLATE_NOOP("Ending", "{value} (at a kink)")
_DIFFERS = QT_TRANSLATE_NOOP("Ending", "{value} (differs)")
