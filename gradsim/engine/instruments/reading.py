"""One reading of all layers: saturated and dead shares, weight norms, and how numbers are spread.

The numbers are those of the one traversal and of its statistics, over the samples of a pass.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import numpy as np
import numpy.typing as npt
from msgspec import Struct

from gradsim.engine.backward import traverse
from gradsim.engine.chain import ChainFactor, FactorKind
from gradsim.engine.forward import ForwardPass
from gradsim.engine.instruments.spreads import KINDS, Spreads
from gradsim.engine.measurement import measure
from gradsim.engine.training.sizes import log10_norm

Floats = npt.NDArray[np.float64]


class Reading(Struct, frozen=True, eq=False):
    """The layers after `step` steps, layer 1 first, over `samples` of the samples trained on.

    saturated, dead : (L,), shares of the entries of f′(z) and of the units, as LayerMeasurement
        has them; nan where they are not defined.
    weight_norms : (L,), log₁₀‖W^(l)‖; −inf for 0.
    spreads : of a, log₁₀|f′(z)| and log₁₀|∂C/∂W|, by KINDS.
    """

    step: int
    samples: int
    saturated: Floats
    dead: Floats
    weight_norms: Floats
    spreads: Mapping[str, Spreads]


def read_layers(passed: ForwardPass, step: int) -> Reading:
    """Read the layers of `passed`, the pass of one network (no ensemble) over some samples."""
    depth = passed.network.depth
    spreads = {kind: Spreads.empty(depth) for kind in KINDS}
    with np.errstate(all="ignore"):
        for index, layer in enumerate(passed.layers):
            spreads["activation"].take(index + 1, layer.activation, layer.exponent)
        factors = _counted(passed, traverse(passed, True, None), spreads)
        measured = measure(passed, factors=factors)
        norms = [log10_norm(np.asarray(each, np.float64)) for each in passed.parameters.weights]
    return Reading(
        step,
        passed.samples,
        _shares(each.saturated_fraction for each in measured.layers),
        _shares(each.dead_fraction for each in measured.layers),
        np.array(norms, np.float64),
        spreads,
    )


def _counted(
    passed: ForwardPass, factors: Iterable[ChainFactor], spreads: Mapping[str, Spreads]
) -> Iterator[ChainFactor]:
    """Pass the factors on and count f′(z) and ∂C/∂W on the way."""
    for factor in factors:
        layer = factor.layer
        rule = passed.layers[layer - 1].rule.rule
        if factor.kind is FactorKind.activation and rule.elementwise:
            # Where f is curved everywhere, f′ is nowhere 0.
            spreads["slope"].take_decades(
                layer, factor.local, factor.local_exponent, doubtful=not rule.flat
            )
        elif factor.kind is FactorKind.weights:
            left = factor.left
            spreads["derivative"].take_decades(
                layer, left.array, left.exponent, doubtful=bool(left.underflow)
            )
        yield factor


def _shares(found: Iterable[Any]) -> Floats:
    return np.array([np.nan if each is None else float(each) for each in found], np.float64)
