"""The number under the hand across edits, and whether its ripple can be followed at once."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from msgspec.structs import replace

from gradsim.engine.costs import cost_of
from gradsim.engine.forward import ForwardPass
from gradsim.engine.nudge.lever import Lever
from gradsim.engine.parameter_address import ParameterAddress
from gradsim.viewmodels.jobs import Cancel
from gradsim.viewmodels.simulation import SimulationResult

if TYPE_CHECKING:
    from gradsim.engine.nudge.ripple import Hold

_QUICK = 12_000
"""Below this measure of work a ripple takes a few milliseconds at most."""
_LAYER_WORK = 250
_DRAWN = 6
"""So many times the work, where rounding is drawn at random and followed."""


def carried(
    lever: Lever | None, before: SimulationResult | None, now: SimulationResult
) -> Lever | None:
    """The same number in a network whose layers may have moved; None where it is gone."""
    if lever is None or before is None:
        return None
    network = now.project.network
    if lever.kind == "y" and not cost_of(network.cost).uses_targets:
        return None
    if lever.kind in ("x", "y"):
        return lever
    own = before.project.layer_ids[lever.layer - 1]
    ids = now.project.layer_ids
    return replace(lever, layer=ids.index(own) + 1) if own in ids else None


def lever_after(
    lever: Lever | None,
    walk: tuple[ParameterAddress | None, ParameterAddress | None],
    before: SimulationResult | None,
    now: SimulationResult,
) -> Lever | None:
    """The number under the hand after an edit or a choice in the walk.

    Parameters
    ----------
    walk : the parameter of the walk before and now.
    """
    edited, (old, parameter) = now is not before, walk
    followed = lever is not None and lever.address == old
    if edited:
        lever = carried(lever, before, now)
    # An edit that moves the walk's parameter does not turn to it a hand that is elsewhere.
    chosen = parameter != old and (followed or not edited)
    if parameter is not None and (chosen or lever is None):
        return Lever.of(parameter)
    return lever


def is_quick(result: SimulationResult, lever: Lever) -> bool:
    """Whether the layers and weights that the ripple passes are few."""
    widths = result.project.network.widths[max(lever.layer - 1, 0) :]
    work = sum(_LAYER_WORK + below * above // 16 for below, above in pairwise(widths))
    if not result.project.network.plain:
        work = _DRAWN * work + 2 * result.forward.samples * sum(widths)
    return work <= _QUICK


def hold_of(forward: ForwardPass, lever: Lever, cancelled: Cancel) -> Hold:
    """A hold on the number; what it takes is loaded when a hand first takes one."""
    from gradsim.engine.nudge.ripple import Hold

    return Hold.of(forward, lever, cancelled)


def can_be_nudged(result: SimulationResult | None) -> bool:
    """Whether a change has one pass to be followed in: of a sample, or of a batch that is one
    pass because its samples depend on each other."""
    return result is not None and (result.sample is not None or samples_together(result) > 1)


def samples_together(result: SimulationResult | None) -> int:
    """How many samples pass as one, because they depend on each other; 1 where they do not."""
    if result is None or not result.project.network.couples_samples:
        return 1
    return result.forward.samples
