"""All paths of a parameter at once: how many carry something, and how far they cancel.

None is listed for it. The number of open paths, the sum of the positive ones and the sum of the
negative ones are carried from layer to layer, as the δ recursion carries their total.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
from msgspec import Struct

from gradsim.engine.forward import ForwardPass
from gradsim.engine.parameter_address import ParameterAddress
from gradsim.engine.paths.local_factors import PathLocals, path_locals
from gradsim.engine.paths.passages import Passage, ScaledArray, carried
from gradsim.engine.scaled_numbers import (
    ZERO_EXPONENT,
    ScaledNumber,
    normalized,
    scaled_product,
    scaled_sum,
)

_LIMB_BYTES = 4
_LIMB_BITS = 8 * _LIMB_BYTES
# Entries of one block of products: holds the memory of a wide layer to tens of megabytes.
_BLOCK = 1_000_000

Counts = list[int]


class PathSurvey(Struct, frozen=True):
    """What is true of every path of one parameter, for one sample.

    total : how many paths there are.
    open : how many of them have no factor that is 0.
    positive, negative : what the paths of either sign add up to (≥ 0 and ≤ 0).

    positive + negative is the gradient, to the rounding of numbers of their own size: where nearly
    everything cancels, the backward pass has digits that this difference has lost.
    """

    total: int
    open: int
    positive: ScaledNumber
    negative: ScaledNumber

    @property
    def magnitude(self) -> ScaledNumber:
        """Σ |product| over all paths: what they would add up to if no two opposed."""
        return _added(self.positive, ScaledNumber(-self.negative.mantissa, self.negative.exponent))

    @property
    def net(self) -> ScaledNumber:
        """Σ product over all paths."""
        return _added(self.positive, self.negative)

    @property
    def cancelled(self) -> float:
        """The share of the magnitude that opposite signs take away, 1 − |Σ|/Σ|·|; nan for 0.

        That is twice the smaller of the two sides over both, which keeps its digits where the
        sides are nearly equal or one is nearly nothing.
        """
        both = self.magnitude
        if both.mantissa == 0.0:
            return float("nan")
        sides = [
            ScaledNumber(abs(side.mantissa), side.exponent)
            for side in (self.positive, self.negative)
        ]
        smaller = min(sides, key=lambda side: side.log10_abs)
        return (
            2.0
            * ScaledNumber(smaller.mantissa / both.mantissa, smaller.exponent - both.exponent).value
        )


def _added(one: ScaledNumber, other: ScaledNumber) -> ScaledNumber:
    pair = normalized([one.mantissa, other.mantissa], [one.exponent, other.exponent])
    mantissa, exponent = normalized(*scaled_sum(*pair, axis=0))
    return ScaledNumber(float(mantissa), int(exponent) if mantissa != 0.0 else 0)


def survey_paths(
    forward: ForwardPass, sample: int, address: ParameterAddress, *, shortcut: bool = False
) -> PathSurvey:
    """Survey the paths of one parameter for one sample (from 1, of those in `forward`).

    With `shortcut`, paths begin at ∂C/∂z^(L) = a − y of a fused pair.

    Raises
    ------
    Problem
        If there is no such parameter or sample.
    """
    if forward.parameters.ensemble_shape:
        raise ValueError("paths are those of one network, not of an ensemble")
    address.check(forward.network)
    with np.errstate(invalid="ignore", over="ignore"):
        local = path_locals(forward, sample, address, shortcut=shortcut)
        total, opened = _counted(local)
        positive, negative = _sides(local)
    return PathSurvey(total, opened, positive, negative)


def _counted(local: PathLocals) -> tuple[int, int]:
    """All paths, and those without a zero, exactly."""

    def passed(state: tuple[int, Counts], passage: Passage) -> tuple[int, Counts]:
        total, counts = state
        alive = passage.local[0] != 0.0
        if passage.mixes:
            return total * len(alive), _passed(counts, alive)
        return total, [count if open_ else 0 for count, open_ in zip(counts, alive, strict=True)]

    def merged(one: tuple[int, Counts], other: tuple[int, Counts]) -> tuple[int, Counts]:
        sums = [first + second for first, second in zip(one[1], other[1], strict=True)]
        return one[0] + other[0], sums

    cost, way = local.way[0], local.way[1:]
    assert isinstance(cost, Passage)
    start = [int(alive) for alive in cost.local[0] != 0.0]
    total, counts = carried(way, (1, start), passed, merged)
    return total, counts[local.end] if local.last.mantissa != 0.0 else 0


def _passed(counts: Counts, alive: npt.NDArray[np.bool_]) -> Counts:
    """Σ of the counts above over the entries that are alive, (units above, units below).

    Exact for integers of any size: they are cut into limbs of 32 bits, whose sums over up to
    10,000 units a float64 product holds whole.
    """
    if alive.all():
        return [sum(counts)] * alive.shape[1]
    size = _LIMB_BYTES * max(1, -(-max(counts).bit_length() // _LIMB_BITS))
    digits = b"".join(count.to_bytes(size, "little") for count in counts)
    limbs = np.frombuffer(digits, "<u4").reshape(len(counts), -1).astype(np.float64)
    sums = (alive.T.astype(np.float64) @ limbs).astype(np.int64)
    low = (sums & ((1 << _LIMB_BITS) - 1)).astype("<u4")
    high = (sums >> _LIMB_BITS).astype("<u4")
    return [
        int.from_bytes(rest.tobytes(), "little")
        + (int.from_bytes(carried.tobytes(), "little") << _LIMB_BITS)
        for rest, carried in zip(low, high, strict=True)
    ]


Sides = tuple[ScaledArray, ScaledArray]


def _sides(local: PathLocals) -> tuple[ScaledNumber, ScaledNumber]:
    """What the positive and the negative paths add up to."""

    def passed(sides: Sides, passage: Passage) -> Sides:
        return (_through if passage.mixes else _times_each)(sides, passage.local)

    cost, way = local.way[0], local.way[1:]
    assert isinstance(cost, Passage)
    sides = carried(way, _split(cost.local), passed, _joined)
    ends = [ScaledNumber(float(side[0][local.end]), int(side[1][local.end])) for side in sides]
    up, down = (scaled_product((end, local.last)) for end in ends)
    return (down, up) if local.last.mantissa < 0.0 else (up, down)


def _joined(one: Sides, other: Sides) -> Sides:
    """What two ways into the same units bring, added."""
    up, down = (
        normalized(*scaled_sum(np.stack([a[0], b[0]]), np.stack([a[1], b[1]]), axis=0))
        for a, b in zip(one, other, strict=True)
    )
    return up, down


def _split(pair: ScaledArray) -> tuple[ScaledArray, ScaledArray]:
    """The positive entries and the negative ones; not-a-number stands in both."""
    mantissas, exponents = pair
    positive = np.where(mantissas < 0.0, 0.0, mantissas)
    negative = np.where(mantissas > 0.0, 0.0, mantissas)
    return _with_zeros(positive, exponents), _with_zeros(negative, exponents)


def _with_zeros(
    mantissas: npt.NDArray[np.float64], exponents: npt.NDArray[np.int64]
) -> ScaledArray:
    return mantissas, np.where(mantissas == 0.0, ZERO_EXPONENT, exponents)


def _times_each(sides: Sides, slopes: ScaledArray) -> Sides:
    products = [normalized(side[0] * slopes[0], side[1] + slopes[1]) for side in sides]
    turned = slopes[0] < 0.0
    (up_m, up_e), (down_m, down_e) = products
    return (
        (np.where(turned, down_m, up_m), np.where(turned, down_e, up_e)),
        (np.where(turned, up_m, down_m), np.where(turned, up_e, down_e)),
    )


def _through(sides: Sides, matrix: ScaledArray) -> Sides:
    """Each side through a matrix of local derivatives, (units above, units below)."""
    above, below = matrix[0].shape
    width = max(1, _BLOCK // (4 * above))
    found: list[list[ScaledArray]] = [[], []]
    for low in range(0, below, width):
        part = matrix[0][:, low : low + width], matrix[1][:, low : low + width]
        positive, negative = _split(part)
        for side, (same, other) in enumerate(((positive, negative), (negative, positive))):
            mantissas = np.concatenate(
                [sides[0][0][:, None] * same[0], sides[1][0][:, None] * other[0]]
            )
            exponents = np.concatenate(
                [sides[0][1][:, None] + same[1], sides[1][1][:, None] + other[1]]
            )
            kept = normalized(mantissas, exponents)
            found[side].append(normalized(*scaled_sum(*kept, axis=0)))
    up, down = (
        (np.concatenate([m for m, _ in parts]), np.concatenate([e for _, e in parts]))
        for parts in found
    )
    return up, down
