"""The built-in projects, in the order in which they are offered."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from gradsim.engine.problems import QT_TRANSLATE_NOOP, Problem
from gradsim.project.model import Project
from gradsim.project.presets.by_hand import BY_HAND
from gradsim.project.presets.depth import DEPTH, FIRST_LOOK
from gradsim.project.presets.preset import Preset
from gradsim.project.presets.remedies import REMEDIES

__all__ = ["FIRST_LOOK", "PREFIX", "PRESETS", "Preset", "preset"]

PREFIX = "preset:"
"""What stands before the name of a preset where the name of a file might stand."""

PRESETS: Mapping[str, Preset] = MappingProxyType(
    {entry.name: entry for entry in (FIRST_LOOK, *BY_HAND, *DEPTH, *REMEDIES)}
)


def preset(name: str) -> Project:
    """A fresh copy of the built-in project `name`.

    Raises
    ------
    Problem
        Where there is none of this name; it lists those there are.
    """
    entry = PRESETS.get(name)
    if entry is None:
        raise Problem(
            QT_TRANSLATE_NOOP("Problem", "There is no preset “{name}”. The presets are: {names}."),
            name=name,
            names=", ".join(PRESETS),
        )
    return entry.build()
