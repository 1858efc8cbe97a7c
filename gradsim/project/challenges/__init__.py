"""The challenges, in the order in which they are offered: from one factor to fifty layers."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from gradsim.project.challenges import depth, size, training, units
from gradsim.project.challenges.challenge import (
    CONTEXT,
    Challenge,
    Grade,
    Reading,
    Rule,
    Stage,
)
from gradsim.project.challenges.evidence import (
    Evidence,
    Measured,
    RunSeen,
    cost_over_all,
    measured,
)

__all__ = [
    "CHALLENGES",
    "CONTEXT",
    "Challenge",
    "Evidence",
    "Grade",
    "Measured",
    "Reading",
    "Rule",
    "RunSeen",
    "Stage",
    "cost_over_all",
    "measured",
]

CHALLENGES: Mapping[str, Challenge] = MappingProxyType(
    {
        entry.name: entry
        for entry in (
            *size.CHALLENGES,
            *units.CHALLENGES,
            *depth.CHALLENGES,
            *training.CHALLENGES,
        )
    }
)
"""By name."""
