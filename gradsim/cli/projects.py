"""Where FILE comes from: a path, or ``preset:NAME``."""

from __future__ import annotations

from gradsim.project.model import Project
from gradsim.project.presets import preset

_PREFIX = "preset:"


def is_preset(file: str) -> bool:
    """Whether `file` names a preset."""
    return file.startswith(_PREFIX)


def open_project(file: str) -> Project:
    """The project that FILE names.

    Raises
    ------
    Problem
        Where there is no such preset or file, or it holds no project.
    """
    if is_preset(file):
        return preset(file.removeprefix(_PREFIX))
    from gradsim.project.file import read_project

    return read_project(file)
