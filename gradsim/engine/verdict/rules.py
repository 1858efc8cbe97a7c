"""The rules of the verdict, one function each: a finding, or None to pass on."""

from __future__ import annotations

import itertools
import math
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import numpy as np
import numpy.typing as npt

from gradsim.engine.costs import cost_of
from gradsim.engine.profile_parts import profile_parts, sizes_log10
from gradsim.engine.symmetry.distinctions import UnitNumbers
from gradsim.engine.verdict import remedies
from gradsim.engine.verdict.case import Case, Finding, difference
from gradsim.engine.verdict.records import Quantity, Statistic, VerdictKind
from gradsim.engine.verdict.zeros import nothing_added_up, zero

if TYPE_CHECKING:
    from gradsim.engine.initialization import Parameters
    from gradsim.engine.measurement import Measurement
    from gradsim.engine.network import Network

TREND = 2.0
EVERYWHERE = 4.0
DEAD_FRACTION = 0.9

# Rows count as equal up to what rounding may have done to them.
_EQUAL = 1e-12

# Up to this many decades a factor is said as "… times", beyond it in decades.
_SAID_AS_TIMES = 4.0


def _overflow(case: Case) -> Finding | None:
    layer = case.measurement.overflow_layer
    if layer is None and not np.isinf(case.measurement.cost).any():
        return None
    advice = remedies.against_exploding(case.network)
    if layer is None:
        return Finding(VerdictKind.OVERFLOW, "cost", worst=case.depth, remedies=advice)
    return Finding(VerdictKind.OVERFLOW, worst=int(layer), remedies=advice)


def _not_a_number(case: Case) -> Finding | None:
    sizes = case.measurement.columns.magnitudes(case.quantity)
    undefined = [int(index) + 1 for index in np.flatnonzero(np.isnan(sizes.l2))]
    if not undefined and not np.isnan(case.measurement.cost).any():
        return None
    return Finding(VerdictKind.NAN, worst=undefined[-1] if undefined else case.depth)


def _dead(case: Case) -> Finding | None:
    fractions = {
        layer.layer: float(layer.dead_fraction)
        for layer in case.measurement.layers[:-1]
        if layer.dead_fraction is not None
    }
    delta = sizes_log10(case.measurement, "delta", "l2")
    silent = [n for n, size in enumerate(delta, start=1) if size == -math.inf]
    dead = [n for n, fraction in fractions.items() if fraction >= DEAD_FRACTION]
    if not silent and not dead:
        return None
    blocking = [n for n in silent if not _passed_by(case, n)]
    worst = max(blocking or silent) if silent else max(dead, key=lambda n: (fractions[n], n))
    advice = remedies.against_dead_units(case.network, sorted({*dead, worst} & set(fractions)))
    return Finding(
        VerdictKind.DEAD,
        "silent" if blocking else "branch" if silent else "",
        worst=worst,
        dead_fraction=fractions.get(worst),
        remedies=advice,
    )


def _passed_by(case: Case, layer: int) -> bool:
    """Whether a gradient arrives at `layer` and a residual connection leads it past the layer."""
    if case.network.layers[layer - 1].residual is None:
        return False
    return float(case.measurement.layers[layer - 1].activation_gradient.log10_l2) != -math.inf


def _symmetric(case: Case) -> Finding | None:
    numbers = UnitNumbers(case.network, case.parameters)
    found: dict[range, bool] = {}
    equal: list[int] = []
    for layer in range(1, case.depth):
        joined = numbers.joined(layer)
        if joined is not None:
            if joined not in found:
                found[joined] = all(_all_copies(numbers, each) for each in joined)
            if found[joined]:
                equal.append(layer)
    if not equal:
        return None
    # Unequal rows suffice: the next layer's equal columns then carry unequal numbers.
    advice = remedies.instead_of_equal_weights(case.network, equal)
    return Finding(
        VerdictKind.SYMMETRIC,
        "one" if len(equal) == 1 else "",
        first=equal[0],
        last=equal[-1],
        layers=tuple(equal),
        remedies=advice,
    )


def _all_copies(numbers: UnitNumbers, layer: int) -> bool:
    """Whether nothing in a hidden layer or behind it tells its units apart."""
    if numbers.network.layers[layer - 1].units < 2 or numbers.masked(layer):
        return False
    met = itertools.chain(numbers.incoming(layer), numbers.outgoing(layer))
    return all(map(_all_rows_equal, met))


def _lost(case: Case) -> Finding | None:
    """A size that is not zero but was too small for a float on the way: log₁₀ is not known."""
    lost = [n for n, size in enumerate(case.sizes, start=1) if math.isnan(size)]
    if not lost:
        return None
    advice = remedies.against_vanishing(case.network, activations_took_more=True)
    return Finding(VerdictKind.VANISHING, "lost", worst=lost[-1], remedies=advice)


def _exploding_everywhere(case: Case) -> Finding | None:
    distance = min(_over_what_the_cost_sent(case))
    if not distance >= EVERYWHERE:
        return None
    worst, step = _greatest_step(case, 1)
    advice = remedies.against_exploding(case.network)
    return Finding(
        VerdictKind.EXPLODING,
        "everywhere",
        worst=worst,
        worst_decades=step,
        distance=distance,
        remedies=advice,
    )


def _vanishing(case: Case) -> Finding | None:
    if case.decades is None or case.decades > -TREND:
        return None
    worst, step = _greatest_step(case, -1)
    advice = remedies.against_vanishing(case.network, _activations_took_more(case))
    variant = "times" if -case.decades < _SAID_AS_TIMES else ""
    return Finding(VerdictKind.VANISHING, variant, worst=worst, worst_decades=step, remedies=advice)


def _exploding(case: Case) -> Finding | None:
    if case.decades is None or case.decades < TREND:
        return None
    worst, step = _greatest_step(case, 1)
    advice = remedies.against_exploding(case.network)
    variant = "times" if case.decades < _SAID_AS_TIMES else ""
    return Finding(VerdictKind.EXPLODING, variant, worst=worst, worst_decades=step, remedies=advice)


def _vanishing_everywhere(case: Case) -> Finding | None:
    distance = -max(_over_what_the_cost_sent(case))
    if not distance >= EVERYWHERE:
        return None
    worst, step = _greatest_step(case, -1)
    advice = remedies.against_vanishing(case.network, _activations_took_more(case))
    return Finding(
        VerdictKind.VANISHING,
        "everywhere",
        worst=worst,
        worst_decades=step,
        distance=distance,
        remedies=advice,
    )


def _uneven(case: Case) -> Finding | None:
    finite = [size for size in case.sizes if math.isfinite(size)]
    if not finite or max(finite) - min(finite) < TREND:
        return None
    middle = float(np.median(finite))
    away = {n: size - middle for n, size in enumerate(case.sizes, start=1) if math.isfinite(size)}
    worst = max(away, key=lambda n: abs(away[n]))
    advice = tuple(remedies.better_weights(case.network, [worst]))
    return Finding(VerdictKind.UNEVEN, worst=worst, worst_decades=away[worst], remedies=advice)


def _over_what_the_cost_sent(case: Case) -> list[float]:
    """log₁₀ of each layer's RMS per sample over that of the gradient that the cost sent."""
    top = case.measurement.layers[-1]
    fused = cost_of(case.network.cost).fused_with == case.network.layers[-1].activation.name
    sent = top.delta if fused else case.measurement.output_gradient
    samples = 0.0
    if case.quantity in ("weight_gradient", "bias_gradient"):
        # These sum over the N samples, whose shares carry 1/N each; N·units entries of δ tell N.
        entries = 2 * (float(sent.log10_l2) - float(sent.log10_rms))
        samples = entries - math.log10(top.units)
    sizes = sizes_log10(case.measurement, case.quantity, "rms")
    sent_rms = float(sent.log10_rms)
    return [size - samples - sent_rms for size in sizes]


def level_log10(
    measurement: Measurement,
    network: Network,
    parameters: Parameters,
    quantity: Quantity,
    statistic: Statistic,
) -> float:
    """log₁₀ of layer 1's RMS per sample over that of the gradient that the cost sent."""
    sizes = sizes_log10(measurement, quantity, statistic)
    case = Case(measurement, network, parameters, quantity, statistic, sizes)
    return _over_what_the_cost_sent(case)[0]


def _activations_took_more(case: Case) -> bool:
    parts = profile_parts(case.measurement, case.network, case.quantity, case.statistic)
    return parts.activation < 0 and parts.activation <= parts.weights


def _greatest_step(case: Case, sign: int) -> tuple[int | None, float | None]:
    """The layer into which the gradient grows (sign 1) or falls (−1) most, and by how much."""
    steps = {
        n: step
        for n in range(1, case.depth)
        if (step := difference(case.sizes[n - 1], case.sizes[n])) is not None
    }
    if not steps:
        return None, None
    worst = max(steps, key=lambda n: sign * steps[n])
    return worst, steps[worst]


def _all_rows_equal(matrix: npt.NDArray[Any]) -> bool:
    # Rows that are all equal are as large as the first: two that differ by more settle it, so
    # that a large random matrix costs two of its rows.
    pair = np.ptp(matrix[:2], axis=0).max(initial=0.0)
    if pair > 2.0 * _EQUAL * np.abs(matrix[:1]).max(initial=0.0):
        return False
    spread = np.ptp(matrix, axis=0).max(initial=0.0)
    return bool(spread <= _EQUAL * np.abs(matrix).max(initial=0.0))


RULES: tuple[Callable[[Case], Finding | None], ...] = (
    _overflow,
    _not_a_number,
    zero,
    _lost,
    _dead,
    _symmetric,
    nothing_added_up,
    _exploding_everywhere,
    _vanishing,
    _exploding,
    _vanishing_everywhere,
    _uneven,
)
