"""One layer with remedies, forwards: normalization before f, dropout after it, the way past it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
import numpy.typing as npt
from msgspec import Struct

from gradsim.engine.activations import BoundActivation
from gradsim.engine.arithmetic import Arithmetic
from gradsim.engine.options import resolved_options
from gradsim.engine.problems import QT_TRANSLATE_NOOP, Problem
from gradsim.engine.remedies import normalization_of
from gradsim.engine.remedies.dropout import mask
from gradsim.engine.remedies.learned import RemedyValues
from gradsim.engine.remedies.normalization import Normalized
from gradsim.engine.remedies.residual import Residual

if TYPE_CHECKING:
    from gradsim.engine.layer import Layer

Array = npt.NDArray[Any]

_NOTHING = RemedyValues()


class Inner(Struct, frozen=True, eq=False):
    """What stands inside a layer with remedies, each (…, samples, units) or None.

    fed : what W is multiplied with: a^(l−1), or in a residual connection of form `pre` the branch.
    argument : u, what f takes. value : f(u).
    normalized : of the normalization. mask : of dropout, 0 or 1/(1 − p).
    residual, projection : the connection, and P where it is not the identity.
    """

    fed: Array
    argument: Array
    value: Array
    normalized: Normalized | None
    mask: Array | None
    residual: Residual | None
    projection: Array | None

    @property
    def activates_first(self) -> bool:
        """Whether f comes before W: a residual connection of the form `pre`."""
        return self.residual is not None and self.residual.activates_first


class Circumstances(Struct, frozen=True, eq=False):
    """What a pass through remedies depends on besides the network's numbers.

    evaluating : running statistics instead of the batch's, and no dropout.
    step : which dropout masks; first_sample : the number, from 1, of the first sample.
    """

    evaluating: bool
    step: int = 0
    first_sample: int = 1


IN_TRAINING = Circumstances(evaluating=False)


def pass_layer(
    layer: Layer,
    number: int,
    numbers: tuple[Array, Array, RemedyValues | None],
    before: Array,
    rule: BoundActivation,
    arithmetic: Arithmetic,
    circumstances: Circumstances,
) -> tuple[Array, Array, Inner]:
    """z, a and what stands between them, of layer `number`.

    Parameters
    ----------
    numbers : W, b and the values of the remedies.
    before : a^(l−1), (…, samples, fan_in), true values.

    Raises
    ------
    Problem
        Where batch normalization in training has a batch of one sample.
    """
    weights, bias, values = numbers[0], numbers[1], numbers[2] or _NOTHING
    residual = layer.residual
    if residual is not None and residual.activates_first:
        fed, argument, value, normalized, silent = _branch(
            layer, number, values, before, rule, circumstances
        )
        z = arithmetic.weighted(fed, weights, bias)
        result = z
    else:
        fed = before
        z = arithmetic.weighted(before, weights, bias)
        result, argument, value, normalized, silent = _branch(
            layer, number, values, z, rule, circumstances
        )
    if residual is not None:
        past = before
        if values.projection is not None:
            past = arithmetic.product(before, arithmetic.transposed(values.projection))
        result = past + np.asarray(residual.scale, z.dtype) * result
    inner = Inner(fed, argument, value, normalized, silent, residual, values.projection)
    return z, result, inner


def _branch(
    layer: Layer,
    number: int,
    values: RemedyValues,
    x: Array,
    rule: BoundActivation,
    circumstances: Circumstances,
) -> tuple[Array, Array, Array, Normalized | None, Array | None]:
    """dropout(f(N(x))), then N(x), f(N(x)), what normalized, and the mask."""
    argument, normalized, silent = x, None, None
    if layer.normalization is not None:
        entry = normalization_of(layer.normalization)
        evaluating = circumstances.evaluating
        if entry.couples_samples and not evaluating and x.shape[-2] < 2:
            raise too_few_samples(number)
        options = resolved_options(layer.normalization, entry.options)
        normalized = entry.forward(x, values, options, evaluating)
        argument = normalized.value
    value = rule.value(argument)
    result = value
    if layer.dropout and not circumstances.evaluating:
        seeds = values.mask_seeds if values.mask_seeds is not None else np.array(0, object)
        silent = mask(
            seeds, layer.id, layer.dropout, circumstances.step, circumstances.first_sample,
            (x.shape[-2], x.shape[-1]), x.dtype,
        )  # fmt: skip
        result = value * silent
    return result, argument, value, normalized, silent


def too_few_samples(number: int) -> Problem:
    """Why batch normalization refuses a batch of one."""
    return Problem(
        QT_TRANSLATE_NOOP(
            "Problem",
            "Batch normalization in layer {layer} takes its mean and variance from the batch, and "
            "one sample has no spread. Look at the whole batch, or switch to evaluation.",
        ),
        place=f"network.layers[{number - 1}].normalization",
        layer=number,
    )
