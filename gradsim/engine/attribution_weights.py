"""What ‖∂C/∂W‖ of each layer is made of, in decades that add up exactly.

The engine's attribution explains ‖δ‖. A weight gradient is δ^(l)ᵀ a^(l−1), so two more parts lead
from one to the other::

    log₁₀‖∂C/∂W^(l)‖ = log₁₀‖δ^(l)‖ + log₁₀‖a^(l−1)‖ + log₁₀( ‖δ^(l)ᵀ a^(l−1)‖ / ‖δ^(l)‖‖a^(l−1)‖ )

(all Frobenius norms over the samples at hand). The last part is 0 for one sample and below 0 for
a batch, where samples cancel; for a bias gradient, which has no a^(l−1), it is
log₁₀( ‖Σ_samples δ^(l)‖ / ‖δ^(l)‖ ) and may exceed 0, where samples agree.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from gradsim.engine.attribution import decades_between

if TYPE_CHECKING:
    from gradsim.engine.columns import Columns, Floats


def weight_samples_log10(columns: Columns) -> Floats:
    """log₁₀( ‖δ^(l)ᵀ a^(l−1)‖ / ‖δ^(l)‖‖a^(l−1)‖ ) of every layer: 0 for one sample."""
    total, delta = columns.log10("weight_gradient", "l2"), columns.log10("delta", "l2")
    with np.errstate(invalid="ignore"):
        return decades_between(total, delta + columns.inputs)


def bias_samples_log10(columns: Columns) -> Floats:
    """log₁₀( ‖∂C/∂b^(l)‖ / ‖δ^(l)‖ ) of every layer: 0 for one sample."""
    return decades_between(columns.log10("bias_gradient", "l2"), columns.log10("delta", "l2"))
