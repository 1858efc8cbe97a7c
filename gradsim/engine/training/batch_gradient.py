"""The gradient of one batch, laid straight into the vector that the optimizer reads.

A step of a small network lasts as long as its calls, so this pass keeps no factor and carries no
exponent: it multiplies by the same rules as the chain and watches the one sum of squares of each
∂C/∂W. Where one leaves the range in which nothing can have been lost, the batch goes through the
chain itself, exponents and all.
"""

from __future__ import annotations

import math
from typing import Any

import numpy as np
import numpy.typing as npt

from gradsim.engine.activations import bind
from gradsim.engine.arithmetic import Arithmetic
from gradsim.engine.backward import traverse
from gradsim.engine.chain import FactorKind
from gradsim.engine.costs import cost_of
from gradsim.engine.forward import ForwardPass, forward_prepared
from gradsim.engine.network import Network
from gradsim.engine.penalties.pascanu import immediate_gradient
from gradsim.engine.scaling import LOG10_2
from gradsim.engine.training.flat import FlatParameters, all_finite

Array = npt.NDArray[Any]
Floats = npt.NDArray[np.float64]


class BatchGradient:
    """Forms gradients of one network over whatever batch it is given.

    gradient : ∂C/∂W^(1), ∂C/∂b^(1), … of the last batch, as FlatParameters lays them out.
    finite : whether all of `gradient` is.
    omega_value : the last batch's Ω, where it counts with a weight of `omega`.
    last_pass : the last batch's pass, where it went through the chain.
    """

    def __init__(
        self,
        network: Network,
        flat: FlatParameters,
        arithmetic: Arithmetic,
        omega: float = 0.0,
    ) -> None:
        self._network, self._flat, self._arithmetic = network, flat, arithmetic
        self._cost = cost_of(network.cost)
        self._rules = [bind(layer.activation) for layer in network.layers]
        self.gradient = np.empty_like(flat.vector)
        places = FlatParameters(network, self.gradient)
        self._weight_places, self._bias_places = places.views.weights, places.views.biases
        self._scale_places, self._shift_places = places.scales, places.shifts
        output = self._rules[-1].rule
        self._omega = omega
        self.omega_value = 0.0
        self.finite = False
        self._plain = (
            not omega and network.plain and (output.elementwise or self._cost.fused is not None)
        )
        self.last_pass: ForwardPass | None = None

    def over(
        self, inputs: Array, targets: Array, reference: Array, step: int = 0
    ) -> tuple[float, Floats]:
        """The batch's mean cost, and log₁₀‖∂C/∂W^(l)‖ of every layer, (L,): −inf for 0,
        nan where it was lost on the way.

        `step` says which dropout masks are met. Where the numbers overflowed the cost or `finite`
        tells; nothing is raised.
        """
        if self._plain:
            cost, squares = self._quickly(inputs, reference)
            low, high = self._arithmetic.low, self._arithmetic.high
            if all(low < each < high for each in squares):
                # The squares vouch for ∂C/∂W.
                self.finite = all(map(all_finite, self._bias_places))
                return cost, np.array([0.5 * math.log10(each) for each in squares])
        self.last_pass = self.passed(inputs, targets, reference, step)
        found = self._carefully(self.last_pass)
        self.finite = all_finite(self.gradient)
        return found

    def passed(self, inputs: Array, targets: Array, reference: Array, step: int = 0) -> ForwardPass:
        """The batch's forward pass in full, as the chain wants it."""
        return forward_prepared(
            self._network, self._flat.views, inputs, targets, reference, self._arithmetic, step
        )

    def _quickly(self, inputs: Array, reference: Array) -> tuple[float, list[float]]:
        """The cost and Σ(∂C/∂W^(l))² of each layer; the gradient is in its place."""
        weights, biases, rules = self._flat.views.weights, self._flat.views.biases, self._rules
        samples = inputs.shape[0]
        ones = self._arithmetic.ones[samples]
        pre_activations, activations = [], [inputs]
        a = inputs
        fused = self._cost.fused
        # A cost that takes the output's z has no use for its activation.
        last = len(weights) - 1 if fused is not None else len(weights)
        for index, (matrix, bias) in enumerate(zip(weights, biases, strict=True)):
            z = a.dot(matrix.T)
            z += bias
            if index < last:
                a = rules[index].value(z)
            pre_activations.append(z)
            activations.append(a)
        if fused is not None:
            cost, delta = fused.cost_and_delta(z, reference)
        else:
            cost = float(self._cost.sample_costs(a, reference).dot(ones))
            delta = self._cost.derivative(a, reference) * rules[-1].slope(z, a)
        delta *= 1.0 / samples
        squares = [0.0] * len(weights)
        for index in range(len(weights) - 1, -1, -1):
            place = self._weight_places[index]
            np.dot(delta.T, activations[index], out=place)
            ones.dot(delta, out=self._bias_places[index])
            flat = place.ravel()
            squares[index] = float(flat.dot(flat))
            if index:
                delta = delta.dot(weights[index])
                delta *= rules[index - 1].slope(pre_activations[index - 1], activations[index])
        return cost / samples, squares

    def _carefully(self, passed: ForwardPass) -> tuple[float, Floats]:
        """The same through the chain, whose numbers carry exponents."""
        logs = np.empty(self._network.depth)
        self.omega_value = 0.0
        for factor in traverse(passed, True, None):
            left, index = factor.left, factor.layer - 1
            if factor.kind is FactorKind.weights:
                place = self._weight_places[index]
                size = math.sqrt(float(left.squares))
                logs[index] = math.log10(size) if 0 < size < math.inf else math.nan
                logs[index] += LOG10_2 * int(left.exponent)
                if size == 0:
                    logs[index] = math.nan if left.underflow else -math.inf
            elif factor.kind is FactorKind.bias:
                place = self._bias_places[index]
            elif factor.kind is FactorKind.normalization_scale:
                place = self.gradient[self._scale_places[index]]
            elif factor.kind is FactorKind.normalization_shift:
                place = self.gradient[self._shift_places[index]]
            else:
                continue
            np.ldexp(left.array, int(left.exponent), out=place)
            if self._omega and index and factor.kind is FactorKind.weights:
                value, pull = immediate_gradient(passed, factor.layer, factor.arriving)
                self.omega_value += value
                place += self._omega * pull
        return float(passed.cost), logs
