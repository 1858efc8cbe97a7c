"""The single number that stands for each step, and the running product that it leaves.

Along one path both are plain signed numbers. With whole layers a step is an array: there its size
(Frobenius norm) stands for it, and what a factor does to the size is the ratio of two norms. An
array of one element keeps its sign.
"""

from __future__ import annotations

import math
from collections.abc import Iterable

import numpy as np
import numpy.typing as npt

from gradsim.engine.chain import ChainFactor
from gradsim.viewmodels.simulation import SimulationResult
from gradsim.viewmodels.step.scaled import ONE, ZERO, Scaled
from gradsim.viewmodels.step.walk.remedy_values import value_of
from gradsim.viewmodels.step.walk.steps import StepKind
from gradsim.viewmodels.step.walk.walk import Lens, Walk

Array = npt.NDArray[np.floating]


def size_of(values: Array, exponent: npt.ArrayLike = 0) -> Scaled:
    """The Frobenius norm of an array, or its one element with its sign."""
    shift = int(np.asarray(exponent))
    if values.size == 1:
        return Scaled.of(float(values.reshape(-1)[0]), shift)
    top = float(np.abs(values).max(initial=0.0))
    if top == 0.0 or not math.isfinite(top):
        return Scaled.of(top, shift)
    flat = (values / top).ravel()
    return Scaled.of(top, shift) * Scaled.of(math.sqrt(float(flat @ flat)))


def root_mean_square(values: Array, exponent: npt.ArrayLike = 0) -> Scaled:
    """The RMS of an array, or its one element with its sign."""
    if values.size <= 1:
        return size_of(values, exponent)
    return size_of(values, exponent) * Scaled.of(1.0 / math.sqrt(values.size))


def ratio(over: Scaled, under: Scaled) -> Scaled:
    """over / under; nan where both are zero."""
    if under.is_zero:
        return Scaled.of(math.nan if over.is_zero else math.inf)
    return Scaled.of(over.mantissa / under.mantissa, over.exponent - under.exponent)


def is_single(factor: ChainFactor) -> bool:
    """Whether a factor of the layer lens is one number times one number."""
    return factor.product.size == factor.upstream.size == factor.local.size == 1


def all_single(walk: Walk, indices: Iterable[int]) -> bool:
    """Whether a run of factors of the layer lens multiplies one number by one number throughout."""
    return all(is_single(walk.factors[index]) for index in indices)


def _kept(walk: Walk, key: tuple[int, str], values: Array, exponent: npt.ArrayLike) -> Scaled:
    """:func:`size_of`, worked out once a walk: strip, card and waterfall ask at every step."""
    found = walk.sizes.get(key)
    if found is None:
        found = walk.sizes[key] = size_of(values, exponent)
    return found


def left_by(walk: Walk, result: SimulationResult, index: int) -> Scaled:
    """What stands after step `index`: the product, the norm of the gradient, or the value's RMS."""
    step = walk.steps[index]
    if step.product is not None:
        return step.product
    if walk.lens == Lens.LAYER:
        factor = walk.factors[index]
        return _kept(walk, (index, "left"), factor.product, factor.product_exponent)
    if step.kind == StepKind.COST_VALUE:
        return Scaled.of(float(result.forward.cost))
    return root_mean_square(*value_of(step, result))


def met_by(walk: Walk, result: SimulationResult, index: int) -> Scaled:
    """What step `index` meets: the trunk's product before it (1 at the cost)."""
    step = walk.steps[index]
    if walk.lens == Lens.FORWARD:
        if index == 0:
            return root_mean_square(result.forward.inputs)
        return left_by(walk, result, index - 1)
    if step.begins:
        return ONE
    if walk.lens == Lens.LAYER:
        factor = walk.factors[index]
        return _kept(walk, (index, "met"), factor.upstream, factor.upstream_exponent)
    before = walk.steps[index - 1].product
    return ONE if before is None else before


def number_of(walk: Walk, result: SimulationResult, index: int) -> Scaled:
    """The number below the factor: its value, or by how much it changes the norm; below a penalty,
    which is added, its own norm."""
    step = walk.steps[index]
    if step.value is not None:
        return step.value
    if walk.lens == Lens.FORWARD:
        return left_by(walk, result, index)
    factor = walk.factors[index]
    if step.kind is StepKind.PENALTY:
        return _kept(walk, (index, "local"), factor.local, factor.local_exponent)
    if is_single(factor):
        local = size_of(factor.local, factor.local_exponent)
        return left_by(walk, result, index) if step.begins else local
    return ratio(abs(left_by(walk, result, index)), abs(met_by(walk, result, index)))


def product_between(walk: Walk, result: SimulationResult, indices: tuple[int, ...]) -> Scaled:
    """What a run of trunk steps multiplies by, or in the forward lens what it ends in."""
    if walk.lens == Lens.FORWARD:
        return left_by(walk, result, indices[-1])
    if walk.lens == Lens.PARAMETER:
        product = ONE
        for index in indices:
            product = product * (walk.steps[index].value or ZERO)
        return product
    left, met = left_by(walk, result, indices[-1]), met_by(walk, result, indices[0])
    if all_single(walk, indices):
        return ratio(left, met)
    return ratio(abs(left), abs(met))
