"""The number under the hand across edits, and whether its ripple can be followed at once."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from gradsim.engine.costs import cost_of
from gradsim.engine.forward import ForwardPass
from gradsim.engine.nudge.lever import Lever
from gradsim.viewmodels.jobs import Cancel
from gradsim.viewmodels.simulation import SimulationResult

if TYPE_CHECKING:
    from gradsim.engine.nudge.ripple import Hold

_QUICK = 12_000
"""Below this measure of work a ripple takes a few milliseconds at most."""
_LAYER_WORK = 250


def carried(
    lever: Lever | None, before: SimulationResult | None, now: SimulationResult
) -> Lever | None:
    """The same number in a network whose layers may have moved; None where it is gone."""
    if lever is None or before is None:
        return None
    network = now.project.network
    if lever.kind == "y" and not cost_of(network.cost).uses_targets:
        return None
    if lever.address is None:
        return lever
    own = before.project.layer_ids[lever.layer - 1]
    ids = now.project.layer_ids
    return replace(lever, layer=ids.index(own) + 1) if own in ids else None


def is_quick(result: SimulationResult, lever: Lever) -> bool:
    """Whether the layers and weights that the ripple passes are few."""
    widths = result.project.network.widths[max(lever.layer - 1, 0) :]
    work = sum(_LAYER_WORK + below * above // 16 for below, above in pairwise(widths))
    return work <= _QUICK


def hold_of(forward: ForwardPass, lever: Lever, cancelled: Cancel) -> Hold:
    """A hold on the number; what it takes is loaded when a hand first takes one."""
    from gradsim.engine.nudge.ripple import Hold

    return Hold.of(forward, lever, cancelled)


def can_be_nudged(result: SimulationResult | None) -> bool:
    """Whether a change can be told from noise: of one sample, through plain layers only."""
    if result is None or result.sample is None:
        return False
    return result.project.network.plain
