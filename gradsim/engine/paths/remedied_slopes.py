"""∂a^(l)/∂z^(l) of one sample where dropout and a normalization stand beside f.

A layer or RMS normalization mixes the units, so that every z_i reaches every a_j and paths branch,
as they do at a softmax; evaluated batch normalization and dropout multiply each unit alone.
"""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt

from gradsim.engine.forward import ForwardPass
from gradsim.engine.problems import QT_TRANSLATE_NOOP, Problem
from gradsim.engine.remedies import normalization_of
from gradsim.engine.remedies.jacobian import refuse_coupled_samples
from gradsim.engine.scaled_numbers import Exponents, Mantissas, normalized

ScaledArray = tuple[Mantissas, Exponents]


def refuse_paths(forward: ForwardPass) -> None:
    """Refuse networks in which a gradient is no sum over one way from layer to layer.

    Raises
    ------
    Problem
        With the first layer whose samples depend on each other, or that has a way past it.
    """
    refuse_coupled_samples(forward)
    for number, layer in enumerate(forward.network.layers, 1):
        if layer.residual is not None:
            raise Problem(
                QT_TRANSLATE_NOOP(
                    "Problem",
                    "Layer {layer} has a residual connection: paths that leave it out are not "
                    "counted. The lens of the layers shows its factors.",
                ),
                place=f"network.layers[{number - 1}].residual",
                layer=number,
            )


def with_remedies(forward: ForwardPass, number: int, slopes: ScaledArray) -> ScaledArray:
    """`slopes` (f′, (units,), or the Jacobian of a softmax) times what else lies between a and z.

    (units,) where each unit stands alone, else (units, units), rows a_j, columns z_i.
    """
    inner = forward.layers[number - 1].inner
    if inner is None:
        return slopes
    mantissas, exponents = slopes
    if inner.mask is not None:
        mantissas, exponents = normalized(mantissas * inner.mask[0], exponents)
    if inner.normalized is None:
        return mantissas, exponents
    jacobian = _jacobian(forward, number, mantissas.shape[-1])
    if mantissas.ndim == 1 and not (jacobian - np.diag(np.diag(jacobian))).any():
        return normalized(mantissas * np.diag(jacobian), exponents)
    if mantissas.ndim == 1:
        return normalized(mantissas[:, None] * jacobian, exponents[:, None])
    # A row of the softmax's Jacobian at one exponent; what is lost is below its largest entry.
    common = exponents.max(axis=1, keepdims=True)
    rows = np.ldexp(mantissas, np.maximum(exponents - common, -2000).astype(np.int32))
    return normalized(rows @ jacobian, np.broadcast_to(common, mantissas.shape))


def _jacobian(forward: ForwardPass, number: int, units: int) -> npt.NDArray[Any]:
    """∂u_j/∂z_i of the one sample, (units, units): the way back takes each eⱼᵀ to its row."""
    inner = forward.layers[number - 1].inner
    choice = forward.network.layers[number - 1].normalization
    assert inner is not None
    assert inner.normalized is not None
    assert choice is not None
    entry = normalization_of(choice)
    rows = [entry.backward(each[None], inner.normalized)[0] for each in np.eye(units)]
    return np.asarray(rows, np.float64)
