"""Where FILE comes from: a path, or ``preset:NAME``."""

from __future__ import annotations

from gradsim.engine.problems import Problem
from gradsim.project.model import Project
from gradsim.project.presets import PREFIX, preset


def is_preset(file: str) -> bool:
    """Whether `file` names a preset."""
    return file.startswith(PREFIX)


def open_project(file: str) -> Project:
    """The project that FILE names.

    Raises
    ------
    Problem
        Where there is no such preset or file, or it holds no project. It names the file, if not
        in its sentence, then as its place.
    """
    if is_preset(file):
        return preset(file.removeprefix(PREFIX))
    from gradsim.project.file import read_project

    try:
        return read_project(file)
    except Problem as problem:
        if problem.place or "file" in problem.arguments:
            raise
        raise Problem(problem.template, place=file, **problem.arguments) from None
