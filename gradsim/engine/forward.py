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
from typing import Any

import numpy as np
import numpy.typing as npt
from msgspec import Struct

from gradsim.engine.activations import bind
from gradsim.engine.arithmetic import Arithmetic, arithmetic_of
from gradsim.engine.cancellation import check_cancelled
from gradsim.engine.costs import Cost, LogOutput, cost_of
from gradsim.engine.data_shapes import check_data
from gradsim.engine.forward_careful import careful_pre_activation
from gradsim.engine.forward_layer import ForwardLayer, lost_activations
from gradsim.engine.forward_remedied import remedied_layer
from gradsim.engine.initialization import Parameters
from gradsim.engine.network import Network
from gradsim.engine.remedies.passing import IN_TRAINING, Circumstances
from gradsim.engine.scaling import shifted
from gradsim.engine.streams import probe_directions

__all__ = [
    "ForwardLayer",
    "ForwardPass",
    "forward",
    "forward_again",
    "forward_prepared",
    "lost_activations",
    "output_costs",
]

Array = npt.NDArray[Any]


class ForwardPass(Struct, frozen=True, eq=False):
    """Everything that the backward pass needs, and the cost.

    inputs : (samples, inputs); targets : (samples, outputs); both of the parameters' dtype.
    reference : what the cost compares with: the targets, or the r of the cost `probe`.
    sample_costs : (…, samples); cost : (…,), the mean over the samples.
    overflow_layer : the first layer (from 1) in which a number became infinite, or None.
    log_output : logarithms of the output where cost and last activation are a fused pair.
    arithmetic : the array operations for these parameters' dtype and ensemble.
    circumstances : what the pass through remedies depended on besides.
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
    arithmetic: Arithmetic
    circumstances: Circumstances = IN_TRAINING

    @property
    def samples(self) -> int:
        """The number of samples."""
        return int(self.inputs.shape[-2])

    @property
    def output(self) -> ForwardLayer:
        """The last layer."""
        return self.layers[-1]


def forward(
    network: Network,
    parameters: Parameters,
    inputs: Array,
    targets: Array,
    *,
    probe_seed: int = 0,
    first_sample: int = 1,
    mask_step: int = 0,
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
        keeps the r, and the dropout mask, that it has in the batch.
    mask_step : int
        Which of the seeded dropout masks.

    Raises
    ------
    Problem
        If inputs or targets do not fit the network, or batch normalization in training has one
        sample only.
    Cancelled
        Where `cancelled` says so, checked per layer.
    """
    arithmetic = arithmetic_of(parameters.dtype, parameters.ensemble_shape)
    inputs = np.ascontiguousarray(inputs, arithmetic.dtype)
    targets = np.ascontiguousarray(targets, arithmetic.dtype)
    cost = cost_of(network.cost)
    check_data(network, cost, inputs, targets)
    reference = targets
    if not cost.uses_targets:
        reference = probe_directions(
            probe_seed, first_sample, inputs.shape[-2], network.layers[-1].units
        ).astype(arithmetic.dtype)
    data = (inputs, targets, reference)
    circumstances = Circumstances(network.evaluating, mask_step, first_sample)
    return _passed(network, parameters, data, (), None, arithmetic, cancelled, circumstances)


def forward_prepared(
    network: Network,
    parameters: Parameters,
    inputs: Array,
    targets: Array,
    reference: Array,
    arithmetic: Arithmetic,
    mask_step: int = 0,
) -> ForwardPass:
    """The pass over data that were checked before, as training runs it over batch after batch.

    reference : what the cost compares with, (samples, outputs): see ForwardPass.
    """
    data = (inputs, targets, reference)
    circumstances = Circumstances(network.evaluating, mask_step)
    return _passed(network, parameters, data, (), None, arithmetic, None, circumstances)


def forward_again(
    base: ForwardPass,
    unchanged: int,
    *,
    parameters: Parameters | None = None,
    inputs: Array | None = None,
    targets: Array | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> ForwardPass:
    """The pass `base` with other numbers, computed anew only where they can make a difference.

    Parameters
    ----------
    unchanged : int
        How many of the first layers are taken from `base` as they are: none of the changed
        numbers may stand in them.
    parameters, inputs, targets : the changed numbers, each of the shape and dtype it had.

    Raises
    ------
    Cancelled
        Where `cancelled` says so, checked per layer.
    """
    wanted = base.targets if targets is None else targets
    reference = wanted if cost_of(base.network.cost).uses_targets else base.reference
    data = (base.inputs if inputs is None else inputs, wanted, reference)
    below = base.overflow_layer
    return _passed(
        base.network,
        base.parameters if parameters is None else parameters,
        data,
        base.layers[:unchanged],
        below if below is not None and below <= unchanged else None,
        base.arithmetic,
        cancelled,
        base.circumstances,
    )


def _passed(
    network: Network,
    parameters: Parameters,
    data: tuple[Array, Array, Array],
    known: tuple[ForwardLayer, ...],
    overflow_layer: int | None,
    arithmetic: Arithmetic,
    cancelled: Callable[[], bool] | None,
    circumstances: Circumstances,
) -> ForwardPass:
    """The layers above those `known`, and the cost; `data` are inputs, targets and reference."""
    inputs, targets, reference = data
    layers = list(known)
    activation, exponent, underflow = inputs, arithmetic.zero, arithmetic.kept
    if layers:
        below = layers[-1]
        activation, exponent, underflow = below.activation, below.exponent, below.underflow
    with np.errstate(over="ignore", under="ignore", invalid="ignore"):
        for index in range(len(layers), len(network.layers)):
            layer = network.layers[index]
            check_cancelled(cancelled)
            weights, bias = parameters.weights[index], parameters.biases[index]
            rule = bind(layer.activation)
            if not layer.plain:
                passed, overflowed = remedied_layer(
                    network, index, parameters, layers, inputs, rule, arithmetic, circumstances
                )
                if overflowed and overflow_layer is None:
                    overflow_layer = index + 1
                layers.append(passed)
                activation, exponent = passed.activation, passed.exponent
                underflow = passed.underflow
                continue
            if exponent is arithmetic.zero:
                z = arithmetic.weighted(activation, weights, bias)
                _, safe = arithmetic.square_sum(z)
            if exponent is not arithmetic.zero or not safe:
                z, exponent, underflow, overflowed = careful_pre_activation(
                    arithmetic, layers[-1] if layers else None, inputs, weights, bias, rule
                )
                if overflowed and overflow_layer is None:
                    overflow_layer = index + 1
            activation = rule.value(z)
            layers.append(ForwardLayer(z, activation, exponent, underflow, rule))
        log_output, sample_costs = output_costs(cost_of(network.cost), layers[-1], reference)
        mean = sample_costs.dot(arithmetic.ones[inputs.shape[-2]]) / inputs.shape[-2]
    return ForwardPass(
        network, parameters, inputs, targets, reference, tuple(layers), sample_costs, mean,
        overflow_layer, log_output, arithmetic, circumstances,
    )  # fmt: skip


def output_costs(
    cost: Cost, output: ForwardLayer, reference: Array
) -> tuple[LogOutput | None, Array]:
    """The logarithms of a fused pair's output, if there is a pair, and the cost of every sample."""
    if cost.fused is not None:
        log_output = cost.fused.log_output(output.argument)
        return log_output, cost.fused.sample_costs(log_output, reference)
    true = output.activation
    if np.count_nonzero(output.exponent):
        true = shifted(true, output.exponent)
    return None, cost.sample_costs(true, reference)
