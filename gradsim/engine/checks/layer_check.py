"""One layer's derivatives against central differences of ⟨u, layer(a)⟩.

With u = upstream/‖upstream‖, φ(W, b, a) = ⟨u, f(Wa + b)⟩ is a number of ordinary size however deep
the layer lies, so its differences are good to many digits where a difference of the cost itself
would drown in rounding. (Where output activation and cost are fused, φ is the cost itself.)

The difference is that of fourth order, [8(φ(h) − φ(−h)) − (φ(2h) − φ(−2h))]/12h, with steps that
move z by at most `STEPS`: with the first its own error (h⁴) and rounding (ε/h) both stay below
1e-12; the others are for what straddles a kink of f, where f′ jumps, or a bend, where f″ does.
"""

from __future__ import annotations

import numpy as np
from msgspec import Struct

from gradsim.engine.agreement import SHARP, Agreement, Deviations, deviations
from gradsim.engine.checks.difference_quotient import EPSILON, difference_quotient
from gradsim.engine.checks.perturbation import Flags, Floats
from gradsim.engine.checks.subject import Indices, Subject

STEPS = (1e-3, 1e-5, 1e-7, 1e-9)

TOLERANCE = 1e-6
"""A relative error beyond this is no rounding: the derivative is wrong."""

# After a difference that does not agree, one with a smaller step counts only if its noise is this
# share of what is to be explained.
_TELLING = 0.1

_SAFETY = 4.0
_BLOCK = 1_000_000
_NOTHING = 1e-250

# What terms near the lower end of float64 lose, whatever their size.
_SUBNORMAL = 1e-307


class Comparison(Struct, frozen=True, eq=False):
    """Differences beside derivatives, (n,) each.

    found : how far apart they are.
    kinked : even the smallest step straddles a kink.
    """

    found: Deviations
    kinked: Flags

    @property
    def agreement(self) -> Agreement:
        """How well they agree, but for what straddles a kink."""
        return self.found.agreement(~self.kinked)

    @property
    def kinks(self) -> int:
        """How many differences mean nothing because they straddle a kink."""
        return int(self.kinked.sum())

    @property
    def lost(self) -> int:
        """How many differences drown in rounding."""
        return int((self.found.lost & ~self.kinked).sum())


def compare_entries(subject: Subject, units: Indices, sources: Indices) -> Comparison:
    """Entries (unit, source) of W, or biases where source is −1, all counted from 0."""
    width = len(subject.inputs)
    if subject.columns is None:
        width = subject.pre_activation.size
    block = max(1, _BLOCK // width)
    best = Deviations(*np.zeros((3, len(units))))
    every_kinked = np.ones(len(units), np.bool_)
    # Until a difference straddles nothing, the next one takes its place.
    void = np.ones(len(units), np.bool_)
    for low in range(0, len(units), block):
        part = slice(low, low + block)
        pending = np.arange(len(units))[part]
        for step in STEPS:
            here, kinked, bent = _entries(subject, units[pending], sources[pending], step)
            known = best.unexplained[pending]
            telling = ~kinked & (here.share <= _TELLING * known) & (here.unexplained < known)
            better = void[pending] | telling
            for kept, new in zip(_parts(best), _parts(here), strict=True):
                kept[pending[better]] = new[better]
            every_kinked[pending] &= kinked
            void[pending] &= bent
            pending = pending[void[pending] | (best.unexplained[pending] > SHARP)]
            if not len(pending):
                break
    return Comparison(best, every_kinked)


def _parts(found: Deviations) -> tuple[Floats, Floats, Floats]:
    return found.raw, found.share, found.unexplained


def _entries(
    subject: Subject, units: Indices, sources: Indices, step: float
) -> tuple[Deviations, Flags, Flags]:
    """How far apart, straddled kinks, straddled kinks or bends, at one step."""
    is_bias = sources < 0
    felt = np.where(is_bias, 1.0, subject.inputs[:, sources])
    derivative = np.where(is_bias, subject.bias[units], subject.weights[units, sources])
    z = subject.pre_activation[:, units]
    # φ is a sum over samples: the parameter moves in each by what moves its z by `step`, so that
    # one sample's great input does not make the step of another vanish in rounding.
    moved = np.where(felt != 0, step, 0.0)

    def terms(shift: Floats) -> Floats:
        if subject.columns is not None:
            return subject.columns(z + shift, units)
        whole = np.repeat(subject.pre_activation[None], len(units), axis=0)
        whole[np.arange(len(units)), :, units] += shift.T
        return subject.shares(whole).T

    slopes, magnitude = difference_quotient(terms, moved, step)
    quotient = (slopes * felt).sum(axis=0)
    # Rounding of φ's terms, and of z, of which the step is only a small part.
    rounding = EPSILON * (magnitude + np.abs(slopes * z)) + _SUBNORMAL
    noise = _SAFETY * (rounding * np.abs(felt)).sum(axis=0) / step + _SUBNORMAL
    kinked, bent = _straddles(subject.kinks, z, moved), _straddles(subject.bends, z, moved)
    return deviations(quotient, derivative, noise), kinked, kinked | bent


def compare_directions(
    subject: Subject, random: np.random.Generator, number: int, *, of_inputs: bool
) -> Comparison:
    """Random directions of (W, b) together, or of the layer's inputs."""
    found = [_direction(subject, random, of_inputs) for _ in range(number)]
    kinked = np.array([one is None for one in found], np.bool_)
    shown = [Deviations(*np.zeros(3)) if one is None else one for one in found]
    parts = zip(*(_parts(one) for one in shown), strict=True)
    return Comparison(Deviations(*(np.array(part) for part in parts)), kinked)


def _direction(subject: Subject, random: np.random.Generator, of_inputs: bool) -> Deviations | None:
    """How far apart along one direction; None where every step straddles a kink."""
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
    most = float(_felt_most(np.abs(felt).max()))

    def terms(shift: Floats) -> Floats:
        t = float(shift)
        z = (inputs + t * along_a) @ (matrix + t * along_w).T + (offset + t * along_b)
        return subject.shares(z)

    z = subject.pre_activation
    known: Deviations | None = None
    void = True
    for step in STEPS:
        h = step / most
        reach = np.abs(felt) * h
        if _straddles(subject.kinks, z, reach).any():
            continue
        total, magnitudes = difference_quotient(terms, np.array(h), h)
        magnitude = magnitudes.sum()
        # ‖z‖ bounds what rounding z does to ⟨u, f⟩, since ‖u‖ is 1.
        noise = _SAFETY * (EPSILON * (magnitude + np.linalg.norm(z)) + _SUBNORMAL) / h
        noise += 64 * EPSILON * np.abs(products).sum()
        here = deviations(total.sum(), products.sum(), noise)
        if known is None or void or _tells_more(here, known):
            known = here
        void = bool(_straddles(subject.bends, z, reach).any())
        if known.unexplained <= SHARP and not void:
            break
    return known


def _tells_more(here: Deviations, known: Deviations) -> bool:
    """Whether a smaller step is precise enough to correct what a larger one found."""
    telling = here.share <= _TELLING * known.unexplained
    return bool(telling & (here.unexplained < known.unexplained))


def _straddles(kinks: tuple[float, ...], z: Floats, reach: Floats) -> Flags:
    """Whether the outer points of the stencil lie beyond a kink in some sample, per entry."""
    straddled = np.zeros(z.shape[1:], np.bool_)
    for kink in kinks:
        straddled |= ((np.abs(z - kink) <= 2.000001 * reach) & (reach > 0)).any(axis=0)
    return straddled


def _felt_most(felt: Floats) -> Floats:
    """The size of what a step does to z, 1 where it does nothing (or next to nothing)."""
    size = np.abs(felt)
    return np.where(size > _NOTHING, size, 1.0)
