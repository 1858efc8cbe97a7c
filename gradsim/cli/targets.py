"""Where a command writes, looked at before it computes: each file is one of its own."""

from __future__ import annotations

import os
from collections.abc import Mapping
from itertools import combinations

from gradsim.cli.projects import is_preset
from gradsim.engine.problems import QT_TRANSLATE_NOOP, Problem
from gradsim.project.file import check_target, named


def check_targets(file: str | None, targets: Mapping[str, str | None]) -> None:
    """Refuse what could not be written, and what would be written over.

    Raises
    ------
    Problem
        As :func:`check_apart` says, or where one of the targets cannot stand where it should.
    """
    check_apart(file, targets)
    for path in targets.values():
        if path is not None:
            with named(path):
                check_target(path)


def check_apart(file: str | None, targets: Mapping[str, str | None]) -> None:
    """Refuse two names of one file, which would be written over.

    file : what the command reads; targets : what it writes, by the option that names it; None for
    what was not given.

    Raises
    ------
    Problem
        Where two of them are one file.
    """
    given = {option: path for option, path in targets.items() if path is not None}
    read = {} if file is None or is_preset(file) else {"FILE": file}
    for (first, one), (second, other) in combinations((read | given).items(), 2):
        if _same(one, other):
            raise Problem(
                QT_TRANSLATE_NOOP(
                    "Problem",
                    "{first} and {second} are one file, “{file}”; give each a name of its own.",
                ),
                first=first,
                second=second,
                file=other,
            )


def _same(one: str, other: str) -> bool:
    """Whether two paths lead to one file, which need not be there yet."""
    try:
        if os.path.realpath(one) == os.path.realpath(other):
            return True
        # A disk may take large and small letters for the same.
        return os.path.samefile(one, other)
    except (OSError, ValueError):
        return False
