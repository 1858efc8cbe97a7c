"""The table of costs: what one sample costs, and how that changes with the output."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from gradsim.engine.costs.cross_entropy import BINARY_CROSS_ENTROPY, CROSS_ENTROPY
from gradsim.engine.costs.plain import (
    HALF_SQUARED_ERROR,
    MEAN_SQUARED_ERROR,
    PROBE,
    SQUARED_ERROR,
)
from gradsim.engine.costs.rule import Cost, FusedPair, LogOutput
from gradsim.engine.problems import QT_TRANSLATE_NOOP, Problem

COSTS: Mapping[str, Cost] = MappingProxyType(
    {
        cost.name: cost
        for cost in (
            SQUARED_ERROR,
            HALF_SQUARED_ERROR,
            MEAN_SQUARED_ERROR,
            BINARY_CROSS_ENTROPY,
            CROSS_ENTROPY,
            PROBE,
        )
    }
)


def cost_of(name: str) -> Cost:
    """The cost called `name`.

    Raises
    ------
    Problem
        If there is none of that name.
    """
    cost = COSTS.get(name)
    if cost is None:
        raise Problem(
            QT_TRANSLATE_NOOP("Problem", "There is no cost called “{name}”. There are: {names}."),
            place="network.cost",
            name=name,
            names=", ".join(COSTS),
        )
    return cost


__all__ = ["COSTS", "Cost", "FusedPair", "LogOutput", "cost_of"]
