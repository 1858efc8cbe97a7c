"""The gradient check of a whole network: every layer's rules, the cost's, and both ends joined.

Layer by layer the derivatives that the chain factors hold are compared with differences of
⟨u, layer(a)⟩ (``layer_check.py``), which works at any depth; the gradient that a
layer hands down is compared along random directions. Then single parameters are compared end to
end with differences of the cost (``finite_differences.py``), where their gradient
is more than 1e-8 of the cost: below that a difference of costs tells nothing.

Every parameter is checked up to `EVERY_PARAMETER`; beyond that a seeded sample of `SAMPLED`, and
random directions, in which every parameter of a layer takes part.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

import numpy as np
from msgspec import Struct

from gradsim.engine.agreement import Agreement, deviations, together
from gradsim.engine.backward import chain_factors
from gradsim.engine.chain import ChainFactor, FactorKind
from gradsim.engine.checks.end_to_end import Candidates, EndToEnd, compare_end_to_end
from gradsim.engine.checks.layer_check import (
    TOLERANCE,
    compare_directions,
    compare_entries,
)
from gradsim.engine.checks.remedied_layer import check_remedied_layer
from gradsim.engine.checks.subject import Indices, LayerFactors, subject_of
from gradsim.engine.costs import cost_of
from gradsim.engine.forward import Array, ForwardPass, forward
from gradsim.engine.initialization import Parameters
from gradsim.engine.network import Network
from gradsim.engine.problems import QT_TRANSLATE_NOOP, Problem

__all__ = ["TOLERANCE", "EndToEnd", "GradientCheck", "LayerCheck", "check"]

EVERY_PARAMETER = 10_000
SAMPLED = 2_000
SAMPLES = 16
"""As many samples of the data are used: each puts every rule to the test anew."""

_DIRECTIONS = 2
_OUTPUTS = 100


class LayerCheck(Struct, frozen=True):
    """What the check found in one layer.

    checked : parameters compared one by one, of `total`; directions : random ones, besides.
    agreement : over parameters and directions; kinks and what is lost are left out.
    kinks : differences that mean nothing because they straddle a kink of f.
    lost : differences that mean little because they drown in rounding.
    """

    layer: int
    checked: int
    total: int
    directions: int
    agreement: Agreement
    kinks: int
    lost: int

    @property
    def passed(self) -> bool:
        """Whether no error beyond what noise explains exceeds `TOLERANCE`."""
        return self.agreement.unexplained_error <= TOLERANCE


class GradientCheck(Struct, frozen=True):
    """What the check found in every layer, at the cost, and end to end.

    cost : how well ∂C/∂a^(L) agrees; None where the cost was checked as one
        with the last layer (a fused pair), or its output lies outside float range.
    samples : how many samples were used.
    """

    layers: tuple[LayerCheck, ...]
    cost: Agreement | None
    end_to_end: EndToEnd
    samples: int

    @property
    def checked(self) -> int:
        """Parameters compared one by one in their layer."""
        return sum(layer.checked for layer in self.layers)

    @property
    def total(self) -> int:
        """All parameters."""
        return sum(layer.total for layer in self.layers)

    @property
    def kinks(self) -> int:
        """Differences that straddle a kink."""
        return sum(layer.kinks for layer in self.layers) + self.end_to_end.kinks

    @property
    def lost(self) -> int:
        """Differences that drown in rounding."""
        return sum(layer.lost for layer in self.layers) + self.end_to_end.unresolved

    @property
    def agreement(self) -> Agreement:
        """The worst of all layers and of the cost."""
        return together([self.cost or Agreement(), *(layer.agreement for layer in self.layers)])

    @property
    def unexplained_error(self) -> float:
        """The largest error beyond what noise explains, anywhere."""
        return together([self.agreement, self.end_to_end.agreement]).unexplained_error

    @property
    def passed(self) -> bool:
        """Whether every layer, the cost and both ends agree."""
        return self.agreement.unexplained_error <= TOLERANCE and self.end_to_end.passed


def check(
    network: Network,
    parameters: Parameters,
    inputs: Array,
    targets: Array,
    *,
    probe_seed: int = 0,
    first_sample: int = 1,
    seed: int = 0,
    progress: Callable[[int, int], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> GradientCheck:
    """Check the gradients of the mean cost over the first `SAMPLES` samples, in float64.

    `progress` is told (steps done, steps in all).

    Raises
    ------
    Problem
        If the forward pass or its cost overflows: there is nothing to differentiate.
    Cancelled
        Where `cancelled` says so, checked per layer.
    """
    precise = Parameters(
        tuple(np.asarray(matrix, np.float64) for matrix in parameters.weights),
        tuple(np.asarray(bias, np.float64) for bias in parameters.biases),
        tuple(None if each is None else each.as_type(np.float64) for each in parameters.remedies),
    )
    result = forward(
        network,
        precise,
        inputs[:SAMPLES],
        targets[:SAMPLES],
        probe_seed=probe_seed,
        first_sample=first_sample,
        cancelled=cancelled,
    )
    if result.overflow_layer is not None:
        raise Problem(
            QT_TRANSLATE_NOOP(
                "Problem", "The forward pass overflows in layer {layer}: nothing to check."
            ),
            layer=result.overflow_layer,
        )
    if not np.isfinite(result.cost):
        raise Problem(
            QT_TRANSLATE_NOOP(
                "Problem", "The cost left the range of floating point: nothing to check."
            )
        )
    random = np.random.default_rng(seed)
    steps = network.depth + 1
    candidates = Candidates(result, random)
    layers: list[LayerCheck] = []
    cost: Agreement | None = None
    for factors in _by_layer(chain_factors(result, cancelled=cancelled)):
        if FactorKind.cost in factors:
            cost = _cost_agreement(result, factors[FactorKind.cost], random)
        layer = factors[FactorKind.weights].layer
        candidates.offer(factors[FactorKind.weights], factors[FactorKind.bias])
        with np.errstate(over="ignore", under="ignore"):
            layers.append(_check_layer(result, layer, factors, random))
        if progress is not None:
            progress(len(layers), steps)
    layers.reverse()
    both_ends = compare_end_to_end(result, candidates, cancelled)
    if progress is not None:
        progress(steps, steps)
    return GradientCheck(tuple(layers), cost, both_ends, result.samples)


def _by_layer(factors: Iterator[ChainFactor]) -> Iterator[LayerFactors]:
    """The factors of one layer after another, the cost with those of the last."""
    gathered: dict[FactorKind, ChainFactor] = {}
    layer = 0
    for factor in factors:
        if gathered and factor.layer != layer:
            yield gathered
            gathered = {}
        layer = factor.layer
        gathered[factor.kind] = factor
    yield gathered


def _check_layer(
    result: ForwardPass, layer: int, factors: LayerFactors, random: np.random.Generator
) -> LayerCheck:
    units, sources = _entries_to_check(result.network, layer, random)
    if result.layers[layer - 1].inner is not None:
        return _check_remedied(result, layer, factors, (units, sources), random)
    subject = subject_of(result, layer, factors, random)
    comparisons = [compare_entries(subject, units, sources)]
    total = subject.matrix.size + subject.offset.size
    if len(units) < total:
        comparisons.append(compare_directions(subject, random, _DIRECTIONS, of_inputs=False))
    if subject.inputs_gradient is not None:
        comparisons.append(compare_directions(subject, random, _DIRECTIONS, of_inputs=True))
    return LayerCheck(
        layer,
        len(units),
        total,
        sum(len(comparison.kinked) for comparison in comparisons[1:]),
        together(comparison.agreement for comparison in comparisons),
        sum(comparison.kinks for comparison in comparisons),
        sum(comparison.lost for comparison in comparisons),
    )


def _check_remedied(
    result: ForwardPass,
    layer: int,
    factors: LayerFactors,
    entries: tuple[Indices, Indices],
    random: np.random.Generator,
) -> LayerCheck:
    found = check_remedied_layer(result, layer, factors, entries, random)
    learned = found.checked - len(entries[0])
    total = result.network.layers[layer - 1].units * (result.network.fan_in(layer) + 1) + learned
    return LayerCheck(
        layer, found.checked, total, found.directions, found.agreement, found.kinks, found.lost
    )


def _entries_to_check(
    network: Network, layer: int, random: np.random.Generator
) -> tuple[Indices, Indices]:
    """Units and sources (from 0; source −1 is the bias) of the parameters to compare."""
    fan_in, fan_out = network.fan_in(layer), network.layers[layer - 1].units
    total = fan_out * (fan_in + 1)
    entries: Indices = np.arange(total)
    if network.parameter_count > EVERY_PARAMETER:
        share = max(2, round(SAMPLED * total / network.parameter_count))
        if share < total:
            entries = np.sort(random.choice(total, share, replace=False, shuffle=False))
    return entries // (fan_in + 1), entries % (fan_in + 1) - 1


def _cost_agreement(
    result: ForwardPass, factor: ChainFactor, random: np.random.Generator
) -> Agreement | None:
    """How well ∂C/∂a^(L) agrees with differences of the cost, every sample, up to `_OUTPUTS` units.

    None for a fused cost, which is checked together with its activation, as a function of z, and
    for an output with an exponent, which a plain difference cannot see.
    """
    rule = cost_of(result.network.cost)
    if rule.fused is not None or result.output.exponent.any():
        return None
    a, reference = result.output.activation, result.reference
    units = np.arange(a.shape[-1])
    if len(units) > _OUTPUTS:
        units = random.choice(len(units), _OUTPUTS, replace=False)
    found: list[Agreement] = []
    for unit in units:
        step = 1e-3 * np.maximum(1.0, np.abs(a[:, unit]))
        above, below = a.copy(), a.copy()
        above[:, unit] += step
        below[:, unit] -= step
        costs = rule.sample_costs(above, reference), rule.sample_costs(below, reference)
        quotient = (costs[0] - costs[1]) / (2 * step)
        derivative = factor.product[:, unit] * result.samples
        noise = 8 * np.finfo(np.float64).eps * (np.abs(costs[0]) + np.abs(costs[1])) / step
        every = np.ones(len(derivative), np.bool_)
        found.append(deviations(quotient, derivative, noise).agreement(every))
    return together(found)
