"""Ω: the penalty on layers that let a gradient shrink or grow.

Ω = Σ_l (‖∂C/∂z^(l+1) · ∂z^(l+1)/∂z^(l)‖ / ‖∂C/∂z^(l+1)‖ − 1)², norms over samples and units. Its
gradient is the immediate one: what arrives, and f′, are held fixed, so that only the weight matrix
between them is felt.

Source: Pascanu, Mikolov & Bengio 2013, "On the difficulty of training recurrent neural networks",
equations 9 and 10.
"""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt

from gradsim.engine.chain import Gradient
from gradsim.engine.forward import ForwardPass
from gradsim.engine.network import Network
from gradsim.engine.problems import QT_TRANSLATE_NOOP, Problem
from gradsim.engine.scaling import renormalize

Array = npt.NDArray[Any]


def immediate_gradient(forward: ForwardPass, layer: int, delta: Gradient) -> tuple[float, Array]:
    """The term of Ω at W^(l), l ≥ 2, and its immediate gradient, (fan_out, fan_in).

    With g = ∂C/∂z^(l), v = (g W) ∘ f′(z^(l−1)) and r = ‖v‖/‖g‖: the term is (r − 1)², its gradient
    2(r − 1)/(‖v‖‖g‖) · gᵀ(v ∘ f′). Both are 0 where no gradient arrives or leaves.

    Parameters
    ----------
    delta : ∂C/∂z^(l), (samples, units); its size does not matter.
    """
    weights = forward.parameters.weights[layer - 1]
    below = forward.layers[layer - 2]
    g, _ = renormalize(delta.array, delta.exponent)
    slope = below.slope
    v = (g @ weights) * slope
    arriving, leaving = float(np.linalg.norm(g)), float(np.linalg.norm(v))
    if arriving == 0.0:
        return 0.0, np.zeros_like(weights)
    ratio = leaving / arriving
    if leaving == 0.0:
        return 1.0, np.zeros_like(weights)
    pull = g.T @ (v * slope)
    return (ratio - 1.0) ** 2, np.asarray(2.0 * (ratio - 1.0) / (leaving * arriving) * pull)


def refuse_omega(network: Network) -> None:
    """Refuse networks in which z^(l) does not lead to z^(l+1) by f′ and W alone.

    Raises
    ------
    Problem
        With the first layer that has a remedy, or mixes its units.
    """
    for number, layer in enumerate(network.layers, 1):
        if not layer.plain:
            raise Problem(
                QT_TRANSLATE_NOOP(
                    "Problem",
                    "Layer {layer} has a remedy; Ω holds the gradient between plain layers only.",
                ),
                place="penalty.omega",
                layer=number,
            )
