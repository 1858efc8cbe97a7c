"""One format's profile beside the exact one: where it loses the gradient, and how many entries."""

from __future__ import annotations

import math
from typing import Final, get_args

import numpy as np
import numpy.typing as npt
from msgspec import Struct

from gradsim.engine.chain import FactorKind
from gradsim.engine.precision import Precision, PrecisionProfile, precision_profile
from gradsim.engine.scaling import LOG10_2, State
from gradsim.viewmodels.gradients.profile import Profile, profile_of
from gradsim.viewmodels.gradients.watched_job import Progress
from gradsim.viewmodels.jobs import Cancel
from gradsim.viewmodels.simulation import SimulationResult

Floats = npt.NDArray[np.float64]

PRECISIONS: Final[tuple[Precision, ...]] = get_args(Precision)
MEASURED: Final = ("weight_gradient", "bias_gradient", "delta")
"""The gradients whose norms are measured in each format; ∂C/∂a is not formed in a fused pair."""


class FormatsOutcome(Struct, frozen=True, eq=False):
    """What the formats make of one result.

    zeros : (L,) float64
        The share of the entries of δ^(l) that are exactly 0, whatever the format.
    """

    result: SimulationResult
    profiles: tuple[PrecisionProfile, ...]
    zeros: Floats


class FormatLine(Struct, frozen=True, eq=False):
    """One format ready to draw.

    Attributes
    ----------
    profile : Profile
        `underflow` where the format has 0 and the exact gradient is not; `log10` of the rest.
    lost_at : int or None
        The first layer, going back from the output, whose gradient the format has lost.
    entries_lost : (L,) float64
        Of the entries of δ^(l) that are not exactly 0, the share that the format made 0, infinite
        or no number; NaN where all are exactly 0.
    """

    precision: Precision
    profile: Profile
    lost_at: int | None
    entries_lost: Floats

    @property
    def loss(self) -> State:
        """What the gradient has become where it is lost; ``ok`` where it is not."""
        return State.ok if self.lost_at is None else self.profile.state(self.lost_at)


def compute_formats(
    result: SimulationResult, cancelled: Cancel, progress: Progress
) -> FormatsOutcome:
    """Run the passes of a result's scope in every format."""
    forward = result.forward
    profiles = []
    for done, precision in enumerate(PRECISIONS):
        progress(done, len(PRECISIONS))
        profiles.append(
            precision_profile(
                forward.network,
                forward.parameters,
                forward.inputs,
                forward.targets,
                precision,
                probe_seed=result.materials.probe_seed,
                first_sample=result.sample or 1,
                batch_mean=result.sample is None,
                cancelled=cancelled,
            )
        )
    zeros = np.zeros(forward.network.depth)
    for factor in result.factors:
        if factor.kind is FactorKind.weights:
            zeros[factor.layer - 1] = np.mean(factor.arriving.array == 0)
    return FormatsOutcome(result, tuple(profiles), zeros)


def measured_of(quantity: str) -> str:
    """The gradient that is shown for the chosen one: δ stands in for ∂C/∂a."""
    return quantity if quantity in MEASURED else "delta"


def exact_profile(outcome: FormatsOutcome, quantity: str, statistic: str) -> Profile:
    """The profile of unlimited range; `statistic` is l2 or rms."""
    return profile_of(outcome.result.measurement, measured_of(quantity), statistic)


def format_lines(outcome: FormatsOutcome, quantity: str, statistic: str) -> tuple[FormatLine, ...]:
    """Every format's profile of a gradient as l2 or rms, float16 first."""
    name = measured_of(quantity)
    exact = exact_profile(outcome, quantity, statistic)
    entries = outcome.result.measurement.columns.magnitudes(name).entries
    shrink = 0.5 * np.log10(entries) if statistic == "rms" else np.zeros(exact.depth)
    return tuple(_line(each, name, exact, shrink, outcome.zeros) for each in outcome.profiles)


def _line(
    found: PrecisionProfile, name: str, exact: Profile, shrink: Floats, zeros: Floats
) -> FormatLine:
    log10: Floats = getattr(found, f"log10_{name}") - shrink
    states = tuple(map(_state, log10.tolist(), exact.states))
    lost = [
        layer
        for layer, (state, true) in enumerate(zip(states, exact.states, strict=True), start=1)
        if state is not State.ok and true is State.ok
    ]
    with np.errstate(invalid="ignore", divide="ignore"):
        share = (found.vanished + found.broken - zeros) / (1.0 - zeros)
    share = np.where(zeros < 1.0, np.clip(share, 0.0, 1.0), np.nan)
    drawn = np.where(np.isfinite(log10), log10, np.nan)
    exponents = np.floor(np.nan_to_num(drawn) / LOG10_2).astype(np.int64)
    mantissas = 10.0 ** (drawn - exponents * LOG10_2)
    profile = Profile(exact.layers, drawn, states, mantissas, exponents)
    return FormatLine(found.precision, profile, max(lost, default=None), share)


def _state(log10: float, true: State) -> State:
    """What the format holds, given what the exact gradient is."""
    if math.isnan(log10):
        return State.nan
    if log10 == math.inf:
        return State.overflow
    if log10 == -math.inf:
        return State.zero if true is State.zero else State.underflow
    return State.ok
