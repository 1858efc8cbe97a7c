"""One layer's derivatives against central differences of ⟨u, layer(a)⟩.

With u = upstream/‖upstream‖, φ(W, b, a) = ⟨u, f(Wa + b)⟩ is a number of ordinary size however deep
the layer lies, so its differences are good to many digits where a difference of the cost itself
would drown in rounding. (Where output activation and cost are fused, φ is the cost itself.)

The difference is that of fourth order, [8(φ(h) − φ(−h)) − (φ(2h) − φ(−2h))]/12h, with steps that
move z by at most `STEPS`: with the first its own error (h⁴) and rounding (ε/h) both stay below
1e-12; the others are for what straddles a kink of f, or a bend that fourth order does not suit.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from gradsim.engine.check_subject import Indices, Subject
from gradsim.engine.perturbation import Flags, Floats

STEPS = (1e-3, 1e-5, 1e-7)

TOLERANCE = 1e-6
"""A relative error beyond this is no rounding: the derivative is wrong."""

SHARP = 1e-8
"""A difference whose rounding noise is below this share of it is taken as it is."""

# After a difference that does not agree, one with a smaller step counts only if its noise is this
# share of what is to be explained.
_TELLING = 0.1

_STENCIL = ((1.0, 8.0), (-1.0, -8.0), (2.0, -1.0), (-2.0, 1.0))
_EPSILON = float(np.finfo(np.float64).eps)
_SAFETY = 4.0
_BLOCK = 1_000_000


@dataclass(frozen=True, slots=True, eq=False)
class Comparison:
    """Differences beside derivatives, (n,) each.

    error : |difference − derivative| over the larger of the two (0 where they are equal).
    kinked : even the smallest step straddles a kink.
    """

    error: Floats
    kinked: Flags

    @property
    def worst(self) -> float:
        """The largest error that no kink explains."""
        return float(self.error[~self.kinked].max(initial=0.0))

    @property
    def kinks(self) -> int:
        """How many differences mean nothing because they straddle a kink."""
        return int(self.kinked.sum())


def compare_entries(subject: Subject, units: Indices, sources: Indices) -> Comparison:
    """Entries (unit, source) of W, or biases where source is −1, all counted from 0."""
    width = len(subject.inputs)
    if subject.columns is None:
        width = subject.pre_activation.size
    block = max(1, _BLOCK // width)
    comparison = Comparison(np.zeros(len(units)), np.zeros(len(units), np.bool_))
    for low in range(0, len(units), block):
        part = slice(low, low + block)
        pending = np.arange(len(units))[part]
        for step in STEPS:
            error, kinked, noise = _entries(subject, units[pending], sources[pending], step)
            known, void = comparison.error[pending], comparison.kinked[pending]
            void |= step == STEPS[0]
            better = ~kinked & (noise <= _TELLING * known)
            comparison.error[pending] = np.where(
                void, error, np.where(better, np.fmin(error, known), known)
            )
            comparison.kinked[pending] = kinked & void
            pending = pending[comparison.kinked[pending] | (comparison.error[pending] > SHARP)]
            if not len(pending):
                break
    return comparison


def _entries(
    subject: Subject, units: Indices, sources: Indices, step: float
) -> tuple[Floats, Flags, Floats]:
    """Errors, straddled kinks, and noise (as a share) of some entries at one step."""
    is_bias = sources < 0
    felt = np.where(is_bias, 1.0, subject.inputs[:, sources])
    derivative = np.where(is_bias, subject.bias[units], subject.weights[units, sources])
    z = subject.pre_activation[:, units]
    h = step / _or_one(np.abs(felt).max(axis=0))

    def terms(shift: Floats) -> Floats:
        if subject.columns is not None:
            return subject.columns(z + shift, units)
        whole = np.repeat(subject.pre_activation[None], len(units), axis=0)
        whole[np.arange(len(units)), :, units] += shift.T
        return subject.shares(whole).T

    total, magnitude = _quotient(terms, felt, h)
    quotient = total.sum(axis=0)
    # Rounding of φ's terms, and of z, of which the step is only a small part.
    with np.errstate(divide="ignore", invalid="ignore"):
        slopes = np.where(felt == 0, 0.0, np.abs(total / felt))
    noise = _SAFETY * _EPSILON * (magnitude + (slopes * np.abs(z)).sum(axis=0)) / h
    kinked = _straddles(subject.kinks, z, np.abs(felt) * h)
    with np.errstate(divide="ignore", invalid="ignore"):
        share = noise / np.maximum(np.abs(quotient), np.abs(derivative))
    return relative_error(quotient, derivative, noise), kinked, share


def compare_directions(
    subject: Subject, random: np.random.Generator, number: int, *, of_inputs: bool
) -> Comparison:
    """Random directions of (W, b) together, or of the layer's inputs."""
    errors, kinks = [], []
    for _ in range(number):
        error, kinked = _direction(subject, random, of_inputs)
        errors.append(error)
        kinks.append(kinked)
    return Comparison(np.array(errors), np.array(kinks, np.bool_))


def _direction(
    subject: Subject, random: np.random.Generator, of_inputs: bool
) -> tuple[float, bool]:
    matrix, offset, inputs = subject.matrix, subject.offset, subject.inputs
    along_a = np.zeros_like(inputs)
    along_w, along_b = np.zeros_like(matrix), np.zeros_like(offset)
    if of_inputs:
        assert subject.inputs_gradient is not None
        along_a = random.normal(size=inputs.shape)
        products = subject.inputs_gradient * along_a
    else:
        along_w, along_b = random.normal(size=matrix.shape), random.normal(size=offset.shape)
        products = np.append(subject.weights * along_w, subject.bias * along_b)
    felt = along_a @ matrix.T + inputs @ along_w.T + along_b
    most = float(_or_one(np.abs(felt).max()))

    def terms(shift: Floats) -> Floats:
        t = float(shift)
        z = (inputs + t * along_a) @ (matrix + t * along_w).T + (offset + t * along_b)
        return subject.shares(z)

    z = subject.pre_activation
    known: float | None = None
    for step in STEPS:
        h = step / most
        if _straddles(subject.kinks, z, np.abs(felt) * h).any():
            continue
        total, magnitude = _quotient(terms, np.ones(()), np.array(h))
        # ‖z‖ bounds what rounding z does to ⟨u, f⟩, since ‖u‖ is 1.
        noise = _SAFETY * _EPSILON * (magnitude + np.linalg.norm(z)) / h
        noise += 64 * _EPSILON * np.abs(products).sum()
        error = float(relative_error(total.sum(), products.sum(), noise))
        if known is None:
            known = error
        elif noise <= _TELLING * known * abs(products.sum()):
            known = min(known, error)
        if known <= SHARP:
            break
    return (0.0, True) if known is None else (known, False)


def _quotient(terms: Callable[[Floats], Floats], felt: Floats, h: Floats) -> tuple[Floats, Floats]:
    """Each sample's share of the difference quotient, and the size of φ's terms, summed."""
    total: Floats | float = 0.0
    magnitude: Floats | float = 0.0
    for multiple, weight in _STENCIL:
        here = terms(multiple * h * felt)
        total = total + weight * here
        magnitude = np.maximum(magnitude, np.abs(here).sum(axis=0))
    return np.asarray(total / (12 * h)), np.asarray(magnitude)


def relative_error(quotient: Floats, derivative: Floats, noise: Floats) -> Floats:
    """|difference − derivative| over the larger of the two.

    Where rounding alone may leave more than `SHARP` of it, only what is beyond `noise` counts.
    """
    larger = np.maximum(np.abs(quotient), np.abs(derivative))
    gap = np.abs(quotient - derivative)
    beyond = np.where(noise <= SHARP * larger, gap, np.maximum(gap - noise, 0.0))
    with np.errstate(invalid="ignore", divide="ignore"):
        error = np.where(beyond == 0.0, 0.0, beyond / larger)
    return np.where(np.isnan(error), np.inf, error)


def _straddles(kinks: tuple[float, ...], z: Floats, reach: Floats) -> Flags:
    """Whether the outer points of the stencil lie beyond a kink in some sample, per entry."""
    straddled = np.zeros(z.shape[1:], np.bool_)
    for kink in kinks:
        straddled |= ((np.abs(z - kink) <= 2.000001 * reach) & (reach > 0)).any(axis=0)
    return straddled


def _or_one(size: Floats) -> Floats:
    return np.where(size > 0, size, 1.0)
