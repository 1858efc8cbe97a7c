"""The numbers that the diagram shows: of each unit, weight and the cost, in the present scope.

Everything is read from one simulation result and kept per layer once asked for, so that a network
of a thousand layers costs only the seven columns on screen.
"""

from __future__ import annotations

import math
from enum import StrEnum
from typing import TYPE_CHECKING

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from gradsim.engine.chain import FactorKind
from gradsim.engine.nudge.lever import LEARNED
from gradsim.engine.parameter_address import FACTORS, ParameterAddress
from gradsim.engine.remedies.letters import letters_of
from gradsim.engine.scaling import LOG10_2
from gradsim.viewmodels.step.diagram.abridging import NetworkShape, Window
from gradsim.viewmodels.step.predict.veil import OPEN, Veil
from gradsim.viewmodels.step.scaled import Scaled
from gradsim.viewmodels.step.walk.lenses import is_scalar_chain
from gradsim.viewmodels.step.walk.running import size_of
from gradsim.viewmodels.step.walk.steps import Symbol, gradient_text

if TYPE_CHECKING:
    from gradsim.engine.chain import ChainFactor
    from gradsim.viewmodels.simulation import SimulationResult

Vector = NDArray[np.float64]


class Standing(StrEnum):
    """What kind of number a magnitude is; all but `ok` have a mark of their own."""

    OK = "ok"
    ZERO = "zero"
    UNDERFLOW = "underflow"
    OVERFLOW = "overflow"
    NAN = "nan"


class UnitValues(Struct, frozen=True, eq=False):
    """The units of one layer: each array (units,) float64; over a batch, means over its samples.

    `delta` is ∂C/∂z with the power of two `delta_exponent` apart (the mean of |∂C/∂z| over a
    batch); `delta_log10` is log₁₀ of its magnitude, −inf for zero. `pre_activation`,
    `derivative` and `delta` are None for the inputs, `derivative` under softmax, and where f
    comes before W. `false_zeros`: the units (from 1) whose ∂C/∂z would be a number other than 0,
    were it not too small for a float.
    """

    layer: int
    activation: Vector
    pre_activation: Vector | None
    derivative: Vector | None
    delta: Vector | None
    delta_exponent: int
    delta_log10: Vector | None
    false_zeros: frozenset[int]

    def standing(self, unit: int) -> Standing:
        """What kind of number ∂C/∂z of `unit` is; a zero made by underflow is told as such."""
        if self.delta_log10 is None:
            return Standing.OK
        log10 = self.delta_log10[unit - 1]
        if math.isnan(log10):
            return Standing.NAN
        if log10 == math.inf:
            return Standing.OVERFLOW
        if log10 == -math.inf:
            return Standing.UNDERFLOW if unit in self.false_zeros else Standing.ZERO
        return Standing.OK

    def delta_of(self, unit: int) -> Scaled | None:
        """∂C/∂z of `unit`, at any magnitude."""
        if self.delta is None:
            return None
        return Scaled.of(float(self.delta[unit - 1]), self.delta_exponent)


EMPTY_RANGE = (-2, 0)
"""The decades of nothing."""


class DiagramValues:
    """Reads one :class:`SimulationResult`; asks for nothing before it is shown."""

    def __init__(self, result: SimulationResult) -> None:
        network = result.project.network
        self.result = result
        self.shape = NetworkShape.of(network)
        self.batch = result.sample is None
        self.samples = result.materials.samples
        self.veil: Veil = OPEN
        self._bare = is_scalar_chain(network)
        self._factors = {(str(factor.kind), factor.layer): factor for factor in result.factors}
        self._units: dict[int, UnitValues] = {}
        self._decades: dict[Window, tuple[int, int]] = {}

    def symbol(self, letter: str, layer: int, *units: int) -> str:
        """As it is written: ``a₂⁽³⁾``, the inputs x; without units in a scalar chain."""
        return self._symbol(letter, layer, units).text

    def gradient(self, letter: str, layer: int, *units: int) -> str:
        """The gradient of the cost by it, as it is written: ``∂C/∂z₂⁽³⁾``."""
        return gradient_text(self._symbol(letter, layer, units))

    def _symbol(self, letter: str, layer: int, units: tuple[int, ...]) -> Symbol:
        return Symbol(letter, layer, () if self._bare else units)

    @property
    def cost(self) -> float:
        """C of the sample, or the mean over the batch."""
        return float(self.result.forward.cost)

    @property
    def targets(self) -> Vector:
        """The target of each output unit; over a batch, means."""
        return _mean(self.result.forward.targets)

    def weights(self, layer: int) -> Vector:
        """W of `layer`: (fan_out, fan_in)."""
        weights: Vector = self.result.forward.parameters.weights[layer - 1]
        return weights

    def weight(self, layer: int, unit: int, source: int) -> float:
        """The weight to `unit` from `source`."""
        return float(self.weights(layer)[unit - 1, source - 1])

    def bias(self, layer: int, unit: int) -> float:
        """The bias of `unit`."""
        return float(self.result.forward.parameters.biases[layer - 1][unit - 1])

    def argument(self, layer: int) -> str:
        """What f of `layer` takes: z, or u after a normalization."""
        network = self.result.project.network
        if network.layers[layer - 1].plain:
            return "z"
        return letters_of(network, layer)[FactorKind.activation][1].letter

    def passing(self, layer: int) -> tuple[Scaled, Scaled] | None:
        """The norms of what comes back through `layer`, and of what takes the way past it."""
        past = self._factors.get(("skip", layer))
        arrived = self._factors.get(("residual", layer))
        if past is None or arrived is None:
            return None
        taking = arrived.upstream
        if past.local.ndim > 1:
            taking = taking @ past.local
        through = size_of(past.upstream, past.upstream_exponent)
        return abs(through), abs(size_of(taking, arrived.upstream_exponent))

    def weight_gradient(self, layer: int, unit: int, source: int) -> Scaled | None:
        """∂C/∂w of one weight, at any magnitude."""
        factor = self._factors.get(("weights", layer))
        if factor is None:
            return None
        return Scaled.of(float(factor.product[unit - 1, source - 1]), int(factor.product_exponent))

    def bias_gradient(self, layer: int, unit: int) -> Scaled | None:
        """∂C/∂b of one bias, at any magnitude."""
        factor = self._factors.get(("bias", layer))
        if factor is None:
            return None
        return Scaled.of(float(factor.product[unit - 1]), int(factor.product_exponent))

    def learned(self, address: ParameterAddress) -> float:
        """A γ or β."""
        values = self.result.forward.parameters.remedies[address.layer - 1]
        column = getattr(values, LEARNED[address.kind])
        return float(column[address.unit - 1])

    def learned_gradient(self, address: ParameterAddress) -> Scaled | None:
        """∂C/∂γ or ∂C/∂β, at any magnitude."""
        factor = self._factors.get((str(FACTORS[address.kind]), address.layer))
        if factor is None:
            return None
        return Scaled.of(float(factor.product[address.unit - 1]), int(factor.product_exponent))

    def units(self, layer: int) -> UnitValues:
        """The units of `layer`; 0 names the inputs."""
        if layer not in self._units:
            self._units[layer] = self._input_values() if layer == 0 else self._layer_values(layer)
        return self._units[layer]

    def delta_decades(self, window: Window) -> tuple[int, int]:
        """Whole decades that |∂C/∂z| of every unit in the columns of `window` spans."""
        if window not in self._decades:
            layers = range(max(window.first, 1), window.last + 1)
            columns = [self.units(layer).delta_log10 for layer in layers]
            known = [column for column in columns if column is not None]
            self._decades[window] = decade_range(np.concatenate(known)) if known else EMPTY_RANGE
        return self._decades[window]

    def _input_values(self) -> UnitValues:
        inputs = _mean(self.result.forward.inputs)
        return UnitValues(0, inputs, None, None, None, 0, None, frozenset())

    def _layer_values(self, layer: int) -> UnitValues:
        forward = self.result.forward.layers[layer - 1]
        exponent = int(forward.exponent)
        # δ = ∂C/∂z is what meets the weights, whatever stands between f′ and z.
        factor = self._factors.get(("weights", layer))
        if factor is None:
            delta = log10 = None
            delta_exponent = 0
        else:
            delta, delta_exponent = self._delta(factor)
            with np.errstate(divide="ignore"):
                log10 = np.log10(np.abs(delta)) + delta_exponent * LOG10_2
        with np.errstate(over="ignore", under="ignore"):  # ∞ and 0 are then what is shown
            activation = np.ldexp(_mean(forward.activation), exponent)
            pre_activation = np.ldexp(_mean(forward.pre_activation), exponent)
        return UnitValues(
            layer,
            activation,
            pre_activation,
            self._derivative(layer),
            delta,
            delta_exponent,
            log10,
            self._false_zeros(layer),
        )

    def _false_zeros(self, layer: int) -> frozenset[int]:
        met = self._factors.get(("weights", layer))
        if met is None or np.all(met.upstream):
            return frozenset()
        units = met.upstream.shape[-1]
        if met.arriving.underflow:
            return frozenset(range(1, units + 1))
        passed = self.result.forward.layers[layer - 1]
        through = self._factors.get(("activation", layer))
        if through is None or passed.inner is not None or not passed.rule.rule.elementwise:
            return frozenset()
        if passed.rule.rule.flat:
            return frozenset()
        lost = ((passed.slope == 0) & (through.upstream != 0)).any(axis=0)
        return frozenset((np.flatnonzero(lost) + 1).tolist())

    def _delta(self, factor: ChainFactor) -> tuple[Vector, int]:
        """∂C/∂z; over a batch mean |∂C_n/∂z|, whose 1/N the batch's own product holds already."""
        delta = factor.upstream.astype(np.float64, copy=False)
        vector: Vector = np.abs(delta).sum(axis=0) if self.batch else delta[0]
        return vector, int(factor.upstream_exponent)

    def _derivative(self, layer: int) -> Vector | None:
        """f′(z); None for a softmax, whose Jacobian no single number per unit stands for, and
        where f comes before W, so that it is of the units below."""
        passed = self.result.forward.layers[layer - 1]
        before = passed.inner is not None and passed.inner.activates_first
        if before or not passed.rule.rule.elementwise:
            return None
        return _mean(passed.slope)


def _mean(array: NDArray[np.floating]) -> Vector:
    """Mean over the samples; (samples, units) → (units,) float64."""
    values = array.astype(np.float64, copy=False)
    row: Vector = values[0] if len(values) == 1 else values.mean(axis=0)
    return row


def decade_range(log10: NDArray[np.float64]) -> tuple[int, int]:
    """Whole decades around every finite value, at least two; −2..0 where there is none."""
    finite = log10[np.isfinite(log10)]
    if not finite.size:
        return EMPTY_RANGE
    bottom, top = math.floor(finite.min()), math.ceil(finite.max())
    return min(bottom, top - 2), top
