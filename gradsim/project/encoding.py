"""From a project to bytes: JSON that a person can read and a diff can follow."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import msgspec

from gradsim.project.conversion import file_of
from gradsim.project.decoding import check_length
from gradsim.project.model import Project

_WIDTH = 100


def encode_project(project: Project) -> bytes:
    """The project as a file: UTF-8, indented by two, a row of numbers never broken.

    The same project always gives the same bytes, and reading them gives the same project.

    Raises
    ------
    Problem
        Where the file would be larger than what is read back.
    """
    content = msgspec.to_builtins(file_of(project))
    for part in ("parameters", "training", "penalty"):
        if content[part] is None:
            del content[part]
    data = _text(content, 0).encode() + b"\n"
    check_length(len(data))
    return data


def _text(value: Any, indent: int) -> str:
    """JSON of `value`, on one line where it fits or is a row of numbers, else spread out."""
    spread = isinstance(value, dict | list | tuple) and not _is_row(value)
    if not spread or (indent > 0 and _is_flat(value)):
        line = _line(value)
        if not spread or len(line) + indent <= _WIDTH:
            return line
    inner = " " * (indent + 2)
    if isinstance(value, dict):
        parts = [f"{_line(key)}: {_text(entry, indent + 2)}" for key, entry in value.items()]
        brackets = "{}"
    else:
        parts = [_text(entry, indent + 2) for entry in value]
        brackets = "[]"
    body = f",\n{inner}".join(parts)
    return f"{brackets[0]}\n{inner}{body}\n{' ' * indent}{brackets[1]}"


def _line(value: Any) -> str:
    return msgspec.json.format(msgspec.json.encode(value), indent=0).decode()


def _is_row(value: Mapping[str, Any] | Sequence[Any]) -> bool:
    """Whether it is a list of plain values; rows are long, so the first speaks for all."""
    return not isinstance(value, Mapping) and (
        not value or not isinstance(value[0], dict | list | tuple | type(None))
    )


def _is_flat(value: Mapping[str, Any] | Sequence[Any]) -> bool:
    """Whether it is an object of plain values, or of objects of plain values."""
    return isinstance(value, Mapping) and not any(
        isinstance(entry, list | tuple) and entry and isinstance(entry[0], dict | list | tuple)
        for entry in value.values()
    )
