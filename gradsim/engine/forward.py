"""The forward pass: z and a of every layer, the cost, and where it overflowed or underflowed.

Magnitudes. An activation that is positively homogeneous (relu, leaky_relu, identity) in a layer
without bias may be computed at any scale: f(c·z) = c·f(z). Where such a layer leaves the safe
range its arrays carry an exact power of two, so that neither 0.01^259 nor 100^200 is lost. Where
a later layer has a bias or another activation, the true numbers are put back, and what a float
cannot hold is lost there: too large is an *overflow* and the layer is named; too small is an
*underflow* of that layer, marked in its `underflow`.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from gradsim.engine.activations import activation_of
from gradsim.engine.cancellation import check_cancelled
from gradsim.engine.costs import Cost, LogOutput, cost_of
from gradsim.engine.initialization import Parameters
from gradsim.engine.network import Network
from gradsim.engine.options import resolved_options
from gradsim.engine.problems import QT_TRANSLATE_NOOP, Problem
from gradsim.engine.scaling import IntArray, largest, no_exponent, renormalize, shifted
from gradsim.engine.streams import probe_directions

Array = npt.NDArray[Any]
BoolArray = npt.NDArray[np.bool_]


@dataclass(frozen=True, slots=True, eq=False)
class ForwardLayer:
    """z and a of one layer, (…, samples, units) each.

    exponent : int64 of ensemble shape
        The true values are array·2^exponent. 0 unless a homogeneous layer left the safe range.
    underflow : bool of ensemble shape
        Some of the layer's numbers were too small for a float and were lost, here or before.
    """

    pre_activation: Array
    activation: Array
    exponent: IntArray
    underflow: BoolArray


@dataclass(frozen=True, slots=True, eq=False)
class ForwardPass:
    """Everything that the backward pass needs, and the cost.

    inputs : (samples, inputs); targets : (samples, outputs); both of the parameters' dtype.
    reference : what the cost compares with: the targets, or the r of the cost `probe`.
    sample_costs : (…, samples); cost : (…,), the mean over the samples.
    overflow_layer : the first layer (from 1) in which a number became infinite, or None.
    log_output : logarithms of the output where cost and last activation are a fused pair.
    """

    network: Network
    parameters: Parameters
    inputs: Array
    targets: Array
    reference: Array
    layers: tuple[ForwardLayer, ...]
    sample_costs: Array
    cost: Array
    overflow_layer: int | None
    log_output: LogOutput | None

    @property
    def samples(self) -> int:
        """The number of samples."""
        return int(self.inputs.shape[-2])

    @property
    def output(self) -> ForwardLayer:
        """The last layer."""
        return self.layers[-1]


def safe_range(dtype: np.dtype[Any]) -> tuple[float, float]:
    """The sums of squares between which nothing is lost by computing on without an exponent."""
    return (2.0**-80, 2.0**80) if dtype == np.float32 else (2.0**-600, 2.0**600)


def forward(
    network: Network,
    parameters: Parameters,
    inputs: Array,
    targets: Array,
    *,
    probe_seed: int = 0,
    first_sample: int = 1,
    cancelled: Callable[[], bool] | None = None,
) -> ForwardPass:
    """z^(l) = W^(l) a^(l−1) + b^(l), a^(l) = f(z^(l)) for every layer, and the cost.

    Parameters
    ----------
    inputs : (samples, inputs) or (…, samples, inputs)
    targets : (samples, outputs)
        Ignored by the cost `probe`.
    probe_seed : int
        The seed of the fixed directions r of the cost `probe`.
    first_sample : int
        The number, from 1, that the first of `inputs` has in the whole data: a single sample
        keeps the r that it has in the batch.

    Raises
    ------
    Problem
        If inputs or targets do not fit the network.
    Cancelled
        Where `cancelled` says so, checked per layer.
    """
    dtype = parameters.dtype
    inputs = np.ascontiguousarray(inputs, dtype=dtype)
    targets = np.ascontiguousarray(targets, dtype=dtype)
    cost = cost_of(network.cost)
    _check_data(network, cost, inputs, targets)
    reference = targets
    if not cost.uses_targets:
        reference = probe_directions(
            probe_seed, first_sample, inputs.shape[-2], network.layers[-1].units
        ).astype(dtype)
    low, high = safe_range(dtype)
    shape = parameters.ensemble_shape
    zero, whole = no_exponent(shape), np.zeros(shape, np.bool_)
    activation, exponent, underflow = inputs, zero, whole
    overflow_layer: int | None = None
    layers: list[ForwardLayer] = []
    with np.errstate(over="ignore", under="ignore", invalid="ignore"):
        for index, layer in enumerate(network.layers):
            check_cancelled(cancelled)
            rule = activation_of(layer.activation)
            weights, bias = parameters.weights[index], parameters.biases[index]
            z = np.matmul(activation, weights.swapaxes(-1, -2))
            if exponent is zero:
                z += bias[..., None, :]
            energy = np.einsum("...ij,...ij->...", z, z)
            if exponent is not zero or not (low < energy.min() and energy.max() < high):
                z, exponent, underflow, overflowed = _careful(
                    activation, exponent, underflow, weights, bias, rule.homogeneous, zero
                )
                if overflowed and overflow_layer is None:
                    overflow_layer = index + 1
            activation = rule.value(z, **resolved_options(layer.activation, rule.options))
            layers.append(ForwardLayer(z, activation, exponent, underflow))
        log_output, sample_costs = _costs(cost, layers[-1], reference)
    return ForwardPass(
        network, parameters, inputs, targets, reference, tuple(layers), sample_costs,
        sample_costs.mean(axis=-1), overflow_layer, log_output,
    )  # fmt: skip


def _careful(
    activation: Array,
    exponent: IntArray,
    underflow: BoolArray,
    weights: Array,
    bias: Array,
    homogeneous: bool,
    zero: IntArray,
) -> tuple[Array, IntArray, BoolArray, bool]:
    """z of one layer whose numbers may leave the safe range: z, exponent, underflow, overflowed."""
    a, a_exponent = renormalize(activation, np.broadcast_to(exponent, zero.shape))
    w, w_exponent = renormalize(weights, zero)
    product = np.matmul(a, w.swapaxes(-1, -2))
    z, z_exponent = renormalize(product, a_exponent + w_exponent)
    if homogeneous and not bias.any():
        peak = largest(z, zero.ndim)
        fits = np.abs(z_exponent) <= _unscaled_bits(z.dtype)
        shift = np.where(fits | (peak == 0), z_exponent, 0)
        z, z_exponent = shifted(z, shift), z_exponent - shift
        z_exponent = np.where(peak == 0, 0, z_exponent)
        return z, (z_exponent if z_exponent.any() else zero), underflow, False
    true = shifted(z, z_exponent)
    tiny = np.finfo(z.dtype).tiny
    peak = largest(true, zero.ndim)
    lost = (largest(z, zero.ndim) > 0) & (peak < tiny)
    true = true + bias[..., None, :]
    overflowed = bool(np.isinf(true).any())
    return true, zero, underflow | (lost & (largest(true, zero.ndim) < tiny)), overflowed


def _unscaled_bits(dtype: np.dtype[Any]) -> int:
    return 40 if dtype == np.float32 else 300


def _costs(cost: Cost, output: ForwardLayer, reference: Array) -> tuple[LogOutput | None, Array]:
    if cost.fused is not None:
        log_output = cost.fused.log_output(output.pre_activation)
        return log_output, cost.fused.sample_costs(log_output, reference)
    true = output.activation
    if output.exponent.any():
        true = shifted(true, output.exponent)
    return None, cost.sample_costs(true, reference)


def _check_data(network: Network, cost: Cost, inputs: Array, targets: Array) -> None:
    if inputs.ndim < 2 or inputs.shape[-1] != network.inputs:
        raise Problem(
            QT_TRANSLATE_NOOP(
                "Problem", "The data have {columns} inputs; the network has {inputs}."
            ),
            place="data.inputs",
            columns=inputs.shape[-1] if inputs.ndim else 0,
            inputs=network.inputs,
        )
    if inputs.shape[-2] < 1:
        raise Problem(
            QT_TRANSLATE_NOOP("Problem", "The data need at least one sample."), place="data.inputs"
        )
    if not cost.uses_targets:
        return
    outputs = network.layers[-1].units
    if targets.ndim < 2 or targets.shape[-1] != outputs:
        raise Problem(
            QT_TRANSLATE_NOOP(
                "Problem", "The data have {columns} targets; the last layer has {outputs} units."
            ),
            place="data.targets",
            columns=targets.shape[-1] if targets.ndim else 0,
            outputs=outputs,
        )
    if targets.shape[-2] != inputs.shape[-2]:
        raise Problem(
            QT_TRANSLATE_NOOP("Problem", "There are {samples} samples but {targets} targets."),
            place="data.targets",
            samples=inputs.shape[-2],
            targets=targets.shape[-2],
        )
