"""The verdict on a gradient profile, by rules that are written down here and in the help.

The rules are asked in this order; the first that holds is the verdict. "Size" is the L2 norm of
the chosen quantity per layer, or its RMS where the layers have different numbers of entries. All
logarithms are to base ten; a decade is a factor of ten.

1. **overflow**: a number of the forward pass left the range of a float. The verdict names the
   layer where it happened: nothing after it can be trusted.
2. **nan**: some size is not a number.
3. **zero**: a weight matrix above a hidden layer is all zeros and no residual connection leads
   past it, so every δ below it is exactly zero (∂C/∂a^(l−1) = W^(l)ᵀ δ^(l)); or ∂C/∂a^(L) itself is
   zero, because the cost is at its minimum.
4. **vanishing**, lost: some size is not zero, but was too small for a float on its way (a
   saturated sigmoid far out), so that not even its logarithm is known.
5. **dead**: a hidden layer lets nothing through (its δ is exactly zero although something reached
   it; where a residual connection leads past it, the branch is dead and the way past it open; a
   layer without one is named first), or at least `DEAD_FRACTION` of its units have f′(z) = 0 for
   every sample. Nine in ten, because a healthy ReLU layer is about half off for one sample, and in
   a deep one the samples look alike, so half of its units may be off for all of them: that is no
   fault.
6. **symmetric**: in a hidden layer of two or more units all rows of W and all biases are equal and
   so are all columns of the next W. Then the units compute the same number, receive the same δ
   and hence the same row of ∂C/∂W: no step of gradient descent can ever tell them apart. Nor may a
   remedy do so: γ and β must be equal, a residual connection may add the units only to copies, and
   there may be no dropout, whose masks part the units in training (in evaluation, too, they are
   not called symmetric for that).
7. **zero**, nothing added up: a gradient arrives, but everything that comes into a layer is 0, and
   with it ∂C/∂W = Σ δ aᵀ; or the size is 0 in every layer because what is added up cancels. (∂C/∂b
   in front of batch normalization is 0 by nature, which takes b off again with the mean: no fault.)
8. **exploding everywhere**: in every layer the size is at least `EVERYWHERE` decades above the
   gradient that the cost sent, ∂C/∂a^(L) (both as RMS per sample; for a cost that is fused with
   its output activation δ^(L) stands for it, since ∂C/∂a may be huge there without harm). The
   forward pass did it; layers may agree among themselves and yet be useless.
9. **vanishing**: the first layer's size lies at least `TREND` decades below the last layer's.
   Two, because with one learning rate the first layer then learns at less than 1 % of the last
   one's pace.
10. **exploding**: the first layer's size lies at least `TREND` decades above the last layer's, the
   same reason the other way round.
11. **vanishing everywhere**: in every layer the size is at least `EVERYWHERE` decades below
    ∂C/∂a^(L): ReLU with too small weights, for one, where δ and the activations fade in step.
12. **uneven**: first and last agree, but some layer lies at least `TREND` decades from another.
13. **healthy**: none of these.

`EVERYWHERE` is 4 (a factor of 10,000), looser than the trend, because sizes are compared with the
gradient of an output there and not with their own kind.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from gradsim.engine.percentages import percent_text
from gradsim.engine.profile_parts import fair_statistic, profile_parts, sizes_log10
from gradsim.engine.verdict.case import Case, Finding
from gradsim.engine.verdict.records import Quantity, Remedy, Statistic, Verdict, VerdictKind
from gradsim.engine.verdict.rules import DEAD_FRACTION, EVERYWHERE, RULES, TREND
from gradsim.engine.verdict.words import (
    HEADLINES,
    PARTS,
    PARTS_BETWEEN,
    SENTENCES,
    quantity_symbol,
)
from gradsim.engine.verdict.zeros import without_bias

if TYPE_CHECKING:
    from gradsim.engine.initialization import Parameters
    from gradsim.engine.measurement import Measurement
    from gradsim.engine.network import Network

__all__ = ["DEAD_FRACTION", "EVERYWHERE", "TREND", "Remedy", "Verdict", "VerdictKind", "judge"]


def judge(
    measurement: Measurement,
    network: Network,
    parameters: Parameters,
    quantity: Quantity = "weight_gradient",
    statistic: Statistic | None = None,
) -> Verdict:
    """Judge one profile (no ensemble axes) by the rules above.

    `statistic` None takes L2 where the layers have equally many entries, else RMS.
    """
    chosen = statistic or fair_statistic(network, quantity)
    sizes = sizes_log10(measurement, quantity, chosen)
    case = Case(measurement, network, parameters, quantity, chosen, sizes)
    for rule in RULES:
        finding = rule(case)
        if finding is not None:
            return _verdict(case, finding)
    variant = "biases" if without_bias(case) else "single" if case.depth == 1 else ""
    return _verdict(case, Finding(VerdictKind.HEALTHY, variant))


def _verdict(case: Case, finding: Finding) -> Verdict:
    """The finding with the numbers of its profile and its words."""
    last = case.depth if finding.last is None else finding.last
    decades = case.decades
    split = None
    if decades is not None and case.depth > 1:
        split = profile_parts(case.measurement, case.network, case.quantity, case.statistic)
    if split is None or not math.isfinite(split.total):
        split = None
    finite = [size for size in case.sizes if math.isfinite(size)]
    arguments: dict[str, object] = {
        "quantity": quantity_symbol(case.quantity, case.statistic),
        "first": finding.first,
        "last": last,
        "layers": finding.layers,
        "worst": finding.worst,
        "worst_decades": finding.worst_decades,
        "distance": finding.distance,
        "spread": _below_the_limit(max(finite) - min(finite)) if finite else None,
    }
    if finding.dead_fraction is not None:
        arguments["dead_percent"] = percent_text(finding.dead_fraction)
    if decades is not None:
        arguments["decades"] = abs(decades)
        arguments["times"] = 10.0 ** abs(decades) if abs(decades) < 300 else math.inf
    if split is not None:
        arguments["activation"] = _told(split.activation)
        arguments["weights"] = _told(split.weights)
        arguments["other"] = _told(split.total - split.activation - split.weights)
    trend = finding.kind in (VerdictKind.VANISHING, VerdictKind.EXPLODING)
    parts = PARTS_BETWEEN if finding.variant == "everywhere" else PARTS
    return Verdict(
        kind=finding.kind,
        variant=finding.variant,
        quantity=case.quantity,
        statistic=case.statistic,
        first_layer=finding.first,
        last_layer=last,
        headline=HEADLINES[finding.kind],
        sentence=SENTENCES[finding.kind, finding.variant],
        parts=parts if trend and split is not None else "",
        arguments=arguments,
        decades=decades,
        decades_per_layer=decades / (case.depth - 1) if decades and case.depth > 1 else decades,
        activation_decades=split.activation if split else None,
        weights_decades=split.weights if split else None,
        remedies_decades=split.remedies if split else None,
        inputs_decades=split.inputs if split else None,
        cancellation_decades=split.samples if split else None,
        size_decades=split.sizes if split else None,
        worst_layer=finding.worst,
        worst_decades=finding.worst_decades,
        layers=finding.layers,
        dead_fraction=finding.dead_fraction,
        everywhere=finding.variant == "everywhere",
        remedies=finding.remedies,
    )


def _below_the_limit(spread: float) -> float:
    """`spread`, held below the limit that it lies below: 1.998 is not told as 2.00."""
    smallest_told_as_limit = TREND - 0.005
    return TREND - 0.01 if smallest_told_as_limit <= spread < TREND else spread


def _told(decades: float) -> float:
    """`decades` as a sentence tells them, to a tenth: none is +0.0 and never −0.0."""
    return 0.0 if abs(decades) < 0.05 else decades
