"""What a cost is: the cost of one sample, its derivative and the words for them, as one entry."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import Any

import numpy as np
import numpy.typing as npt
from msgspec import Struct

from gradsim.engine.problems import QT_TRANSLATE_NOOP, Problem

Array = npt.NDArray[Any]


class LogOutput(Struct, frozen=True):
    """Logarithms of a fused pair's output, accurate however saturated the output is.

    log_a : (…, samples, units)
        ln a.
    log_rest : (…, samples, units)
        ln (1 − a) for sigmoid outputs, None for softmax.
    """

    log_a: Array
    log_rest: Array | None = None


class FusedPair(Struct, frozen=True, eq=False):
    """How an output activation and a cost are computed together, from log a.

    log_output(z) -> LogOutput
    sample_costs(log_output, y) -> (…, samples)
    output_gradient(log_output, y) -> (mantissa, exponent)
        ∂C/∂a^(L) of each sample as mantissa·2^exponent, the exponent one per ensemble member.
    delta(z, y) -> (…, samples, units)
        The shortcut ∂C/∂z^(L) = a − y, without cancellation where a saturates.
    cost_and_delta(z, y)
        The sum of the samples' costs and the shortcut at once, of (samples, units) each, for
        whoever wants no more. Warnings of numbers beyond floats are left to the caller.
    target_gradient(log_output) -> (…, samples, units)
        ∂C/∂y of each sample; both costs are linear in y.
    """

    log_output: Callable[[Array], LogOutput]
    sample_costs: Callable[[LogOutput, Array], Array]
    output_gradient: Callable[[LogOutput, Array], tuple[Array, Array]]
    delta: Callable[[Array, Array], Array]
    cost_and_delta: Callable[[Array, Array], tuple[float, Array]]
    target_gradient: Callable[[LogOutput], Array]


@lru_cache(maxsize=64)
def ones(units: int, dtype: np.dtype[Any]) -> Array:
    """A read-only vector of ones; the dot product with it is a sum over the units."""
    vector = np.ones(units, dtype)
    vector.setflags(write=False)
    return vector


def check_finite(targets: Array) -> None:
    """Refuse targets that are not finite numbers.

    Raises
    ------
    Problem
    """
    if not np.isfinite(targets).all():
        raise Problem(
            QT_TRANSLATE_NOOP("Problem", "Targets must be finite numbers."), place="data.targets"
        )


class Cost(Struct, frozen=True, eq=False):
    """One cost function with everything that the program says about it.

    Parameters
    ----------
    name, label, source : str
        As in Activation; the label's translation context is "Cost".
    tex : str
        The cost of one sample in a_j (output units) and y_j (targets).
    derivative_tex : str
        ∂C/∂a_j as TeX.
    numbers_tex : str
        ∂C/∂a_j with numbers put in: ``{a}``, ``{y}`` (for `probe`, y is r), ``{n}`` outputs;
        filled by :meth:`with_numbers`.
    sample_costs : callable
        ``sample_costs(a, y)``: (…, samples, units) twice -> (…, samples).
    derivative : callable
        ``derivative(a, y)`` = ∂C/∂a^(L) of each sample, of a's shape.
    required_activation : str or None
        The activation that the last layer must have.
    fused : FusedPair or None
        How the pair with that activation is computed.
    check_targets : callable
        ``check_targets(targets)`` raises Problem (place "data.targets…") for impossible ones.
    uses_targets : bool
        False for `probe`, which ignores them.
    """

    name: str
    label: str
    tex: str
    derivative_tex: str
    numbers_tex: str
    meaning: str
    source: str
    sample_costs: Callable[[Array, Array], Array]
    derivative: Callable[[Array, Array], Array]
    required_activation: str | None = None
    fused: FusedPair | None = None
    check_targets: Callable[[Array], None] = check_finite
    uses_targets: bool = True

    @property
    def fused_with(self) -> str | None:
        """The output activation with which the cost is computed fused, or None."""
        return self.required_activation if self.fused is not None else None

    def with_numbers(self, a: str, y: str, n: str = "1") -> str:
        """TeX of ∂C/∂a_j with the numbers of one output unit put in."""
        return self.numbers_tex.replace("{a}", a).replace("{y}", y).replace("{n}", n)
