"""What a network's gradients become in float16, float32 or float64 without carried exponents.

The passes of :mod:`forward` and :mod:`backward` keep every magnitude; hardware does not. Here
each tensor operation is computed as a graphics card computes it, in float32 (float64 for
float64), and its result rounded once to the format: too small is 0, too large is inf, and they go
on from there.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Literal

import numpy as np
import numpy.typing as npt
from msgspec import Struct

from gradsim.engine.activations import bind
from gradsim.engine.cancellation import check_cancelled
from gradsim.engine.costs import cost_of
from gradsim.engine.initialization import Parameters
from gradsim.engine.network import Network
from gradsim.engine.problems import QT_TRANSLATE_NOOP, Problem
from gradsim.engine.streams import probe_directions

Array = npt.NDArray[Any]
Floats = npt.NDArray[np.float64]
Precision = Literal["float16", "float32", "float64"]


class PrecisionProfile(Struct, frozen=True, eq=False):
    """The gradients of layers 1..L as the format leaves them; (L,) each.

    log10_weight_gradient, log10_bias_gradient, log10_delta : log₁₀ of ‖∂C/∂W^(l)‖, ‖∂C/∂b^(l)‖
        and ‖∂C/∂z^(l)‖, measured in float64: −inf where nothing is left, inf or nan where the
        format gave those.
    vanished : the share of the entries of ∂C/∂z^(l) that are 0.
    broken : the share of them that are infinite or no number.
    """

    precision: Precision
    log10_weight_gradient: Floats
    log10_bias_gradient: Floats
    log10_delta: Floats
    vanished: Floats
    broken: Floats


def precision_profile(
    network: Network,
    parameters: Parameters,
    inputs: Array,
    targets: Array,
    precision: Precision,
    *,
    probe_seed: int = 0,
    first_sample: int = 1,
    batch_mean: bool = True,
    cancelled: Callable[[], bool] | None = None,
) -> PrecisionProfile:
    """One forward and backward pass in `precision`; parameters without ensemble axes.

    The operations are: W a + b, f(z), ∂C/∂a (with 1/N; where cost and output are a fused pair
    ∂C/∂z = a − y at once), ∂C/∂a ∘ f′(z), δᵀ a, the sum of δ over the samples, δ W. Weights, data
    and every result are rounded to the format, to nearest with ties to even, subnormal numbers
    kept. f′ is formed from z and a as rounded, in the stable form of the activation's rule.

    Raises
    ------
    Problem
        Where a layer has a remedy: how hardware fuses those is not settled.
    Cancelled
        Where `cancelled` says so, checked per layer.

    Source: Micikevicius et al. 2018, Mixed Precision Training (products in float16, sums in
    float32); IEEE 754-2008.
    """
    refuse_remedies(network)
    stored = np.dtype(precision)
    working = np.dtype(np.float64 if precision == "float64" else np.float32)

    def rounded(array: Array) -> Array:
        return array.astype(stored).astype(working)

    with np.errstate(all="ignore"):
        weights = [rounded(each) for each in parameters.weights]
        biases = [rounded(each) for each in parameters.biases]
        rules = [bind(layer.activation) for layer in network.layers]
        activations = [rounded(np.asarray(inputs))]
        pre_activations: list[Array] = []
        for rule, weight, bias in zip(rules, weights, biases, strict=True):
            check_cancelled(cancelled)
            z = rounded(activations[-1] @ weight.T + bias)
            pre_activations.append(z)
            activations.append(rounded(rule.value(z)))
        cost, samples = cost_of(network.cost), activations[0].shape[0]
        reference = np.asarray(targets)
        if not cost.uses_targets:
            reference = probe_directions(
                probe_seed, first_sample, samples, network.layers[-1].units
            )
        y = rounded(reference)
        share = working.type(1.0 / samples if batch_mean else 1.0)
        z, a = pre_activations[-1], activations[-1]
        delta: Array | None = None
        gradient = y
        if cost.fused is not None:
            delta = rounded(cost.fused.delta(z, y) * share)
        else:
            gradient = rounded(cost.derivative(a, y) * share)
            if not rules[-1].rule.elementwise:
                inner = (gradient * a).sum(axis=-1, keepdims=True)
                delta = rounded(a * (gradient - inner))
        found = []
        for index in range(network.depth - 1, -1, -1):
            check_cancelled(cancelled)
            if delta is None:
                z, rule = pre_activations[index], rules[index]
                # A gate is not told from a stored a: a/z is not f′ where a has lost its digits.
                of_z = rule.rule.gated
                slope = rule.both(z)[1] if of_z else rule.slope(z, activations[index + 1])
                delta = rounded(gradient * slope)
            of_weights = rounded(delta.T @ activations[index])
            of_biases = rounded(delta.sum(axis=0))
            norms = map(_log10_norm, (of_weights, of_biases, delta))
            found.append((*norms, np.mean(delta == 0), np.mean(~np.isfinite(delta))))
            gradient = rounded(delta @ weights[index])
            delta = None
    return PrecisionProfile(precision, *np.array(found[::-1], np.float64).T)


def refuse_remedies(network: Network) -> None:
    """Refuse a network with a remedy.

    Raises
    ------
    Problem
        With the first layer that has one.
    """
    for number, layer in enumerate(network.layers, 1):
        if not layer.plain:
            raise Problem(
                QT_TRANSLATE_NOOP(
                    "Problem",
                    "Layer {layer} has a remedy. Hardware fuses the operations of remedies in "
                    "different ways, so what a format leaves of its gradient is not known here.",
                ),
                place=f"network.layers[{number - 1}]",
                layer=number,
            )


def _log10_norm(array: Array) -> float:
    """log₁₀‖array‖, its squares summed in float64 after division by the largest."""
    wide = np.abs(array.astype(np.float64))
    largest = wide.max()
    if not 0 < largest < np.inf:
        return float(np.log10(largest))
    return float(np.log10(largest) + 0.5 * np.log10(np.square(wide / largest).sum()))
