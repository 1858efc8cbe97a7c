"""The end of a walk: its product beside the engine's gradient and a finite difference."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from gradsim.engine.problems import QT_TRANSLATE_NOOP
from gradsim.viewmodels.messages import Message
from gradsim.viewmodels.simulation import SimulationResult
from gradsim.viewmodels.step.equation import added, others_of
from gradsim.viewmodels.step.numerals import numeral
from gradsim.viewmodels.step.running import left_by, size_of
from gradsim.viewmodels.step.scaled import Scaled
from gradsim.viewmodels.step.steps import StepKind
from gradsim.viewmodels.step.walk import Lens, Walk

WAITING = "…"
LEAST_SHARE = 1e-8
"""A gradient smaller than this share of the cost is lost in the rounding of finite differences."""


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the comparison; the boxed one is what the walk came to."""

    name: Message
    value: str
    boxed: bool = False


@dataclass(frozen=True, slots=True)
class Ending:
    """What the walk came to.

    product : of the walked factors; others : what the other paths add (None where there are
    none, or in the layer lens); engine : the gradient of the backward pass; difference : a central
    finite difference of the cost (None until it is computed).
    """

    product: Scaled
    others: Scaled | None
    engine: Scaled
    difference: float | None = None
    norm_of: str = ""
    cost: float = 0.0

    @property
    def total(self) -> Scaled:
        """The product and what the other paths add."""
        return self.product if self.others is None else added(self.product, self.others)

    def rows(self) -> tuple[Row, ...]:
        """The lines in the order of the argument."""
        if self.norm_of:
            first: tuple[Row, ...] = (
                Row(Message.of("Ending", _NORM, symbol=self.norm_of), numeral(self.product), True),
            )
        elif self.others is None:
            first = (Row(Message.of("Ending", _PRODUCT), numeral(self.product), True),)
        else:
            first = (
                Row(Message.of("Ending", _THIS_PATH), numeral(self.product)),
                Row(Message.of("Ending", _OTHER_PATHS), numeral(self.others)),
                Row(Message.of("Ending", _SUM), numeral(self.total), True),
            )
        if self.difference is None:
            last = Row(Message.of("Ending", _DIFFERENCE), WAITING)
        elif self.beyond_rounding:
            last = Row(Message.of("Ending", _LOST), f"< {numeral(LEAST_SHARE * self.cost, 1)}")
        else:
            last = Row(Message.of("Ending", _DIFFERENCE), numeral(self.difference))
        return *first, Row(Message.of("Ending", _ENGINE), numeral(self.engine)), last

    @property
    def beyond_rounding(self) -> bool:
        """Whether the gradient is too small beside the cost for a difference of costs to show it."""
        return not self.engine.is_zero and abs(self.engine.value) < LEAST_SHARE * self.cost


def ending(walk: Walk, result: SimulationResult, difference: float | None) -> Ending | None:
    """The comparison at the end of a backward walk; None in the forward lens."""
    if not walk.steps or walk.lens == Lens.FORWARD:
        return None
    last = len(walk.steps) - 1
    product = left_by(walk, result, last)
    if walk.lens == Lens.LAYER:
        below = walk.steps[last].denominator
        assert below is not None
        factor = result.factors[last]
        name = f"∂C/∂{below.text}"
        single = factor.product.size == 1
        return Ending(
            product,
            None,
            _measured(walk, result),
            difference,
            norm_of=name if single else f"‖{name}‖",
            cost=float(result.forward.cost),
        )
    assert walk.paths is not None
    total = walk.paths.total
    engine = Scaled.of(total.mantissa, total.exponent)
    others = others_of(walk) if walk.paths.paths_total > 1 else None
    return Ending(product, others, engine, difference, cost=float(result.forward.cost))


def _measured(walk: Walk, result: SimulationResult) -> Scaled:
    """The norm that the measurement (the fast path) has for the last gradient of the walk."""
    step = walk.steps[-1]
    layer = result.measurement.layers[step.layer - 1]
    magnitude = layer.bias_gradient if step.kind == StepKind.BIAS else layer.weight_gradient
    norm = Scaled.of(float(np.asarray(magnitude.l2)), int(np.asarray(magnitude.exponent)))
    factor = result.factors[-1]
    signed = size_of(factor.product, factor.product_exponent)
    return norm * Scaled.of(-1.0) if signed.mantissa < 0 else norm


_PRODUCT = QT_TRANSLATE_NOOP("Ending", "product")
_NORM = QT_TRANSLATE_NOOP("Ending", "{symbol}")
_THIS_PATH = QT_TRANSLATE_NOOP("Ending", "this path")
_OTHER_PATHS = QT_TRANSLATE_NOOP("Ending", "the others")
_SUM = QT_TRANSLATE_NOOP("Ending", "sum")
_ENGINE = QT_TRANSLATE_NOOP("Ending", "backpropagation")
_DIFFERENCE = QT_TRANSLATE_NOOP("Ending", "finite difference")
_LOST = QT_TRANSLATE_NOOP("Ending", "finite difference (lost in rounding)")
