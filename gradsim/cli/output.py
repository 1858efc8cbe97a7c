"""What the commands print: tables for people, JSON for programs, on consoles of any encoding."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Sequence
from typing import Any, TextIO

_WIDTH = 100


def use_safe_streams() -> None:
    """Let ∂ and σ through everywhere.

    Pipes and files get UTF-8, unless PYTHONIOENCODING says otherwise; a console keeps its own
    encoding, and shows what it lacks as an escape instead of ending in an error.
    """
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is None:
            continue
        if _is_console(stream) or os.environ.get("PYTHONIOENCODING"):
            reconfigure(errors="backslashreplace")
        else:
            reconfigure(encoding="utf-8", errors="backslashreplace")


def _is_console(stream: TextIO) -> bool:
    try:
        return stream.isatty()
    except ValueError:
        return False


def print_json(value: Any) -> None:
    """Print `value` as JSON: objects spread out, a row of numbers on one line.

    Raises
    ------
    ValueError
        For NaN or infinity, which JSON has not: records carry null there.
    """
    # A count of paths may have more digits than Python converts unasked.
    sys.set_int_max_str_digits(0)
    print(_json_text(value, 0, _escapes()))


def _escapes() -> bool:
    return "utf" not in (sys.stdout.encoding or "").lower()


def _json_text(value: Any, indent: int, escapes: bool) -> str:
    if not isinstance(value, dict | list | tuple) or _is_row(value):
        return json.dumps(value, ensure_ascii=escapes, allow_nan=False)
    if not _holds_rows(value):
        line = json.dumps(value, ensure_ascii=escapes, allow_nan=False)
        if indent + len(line) <= _WIDTH:
            return line
    inner = " " * (indent + 2)
    if isinstance(value, dict):
        parts = [
            f"{json.dumps(key, ensure_ascii=escapes)}: {_json_text(entry, indent + 2, escapes)}"
            for key, entry in value.items()
        ]
        opening, closing = "{", "}"
    else:
        parts = [_json_text(entry, indent + 2, escapes) for entry in value]
        opening, closing = "[", "]"
    body = f",\n{inner}".join(parts)
    return f"{opening}\n{inner}{body}\n{' ' * indent}{closing}"


def _is_row(value: Any) -> bool:
    """Whether it is an empty list, or a list of plain values: the first speaks for all."""
    return isinstance(value, list | tuple) and not (
        value and isinstance(value[0], dict | list | tuple)
    )


def _holds_rows(value: Any) -> bool:
    """Whether lists of lists or objects stand inside, which always spread out."""
    entries = value.values() if isinstance(value, dict) else value
    return any(isinstance(entry, list | tuple) and not _is_row(entry) for entry in entries)


def print_table(
    head: Sequence[str], rows: Sequence[Sequence[str]], *, left: Sequence[int] = ()
) -> None:
    """Print columns as wide as their widest cell, right-aligned but for those in `left`."""
    widths = [max(map(len, column)) for column in zip(head, *rows, strict=True)]
    for cells in (head, *rows):
        aligned = [
            cell.ljust(width) if index in left else cell.rjust(width)
            for index, (cell, width) in enumerate(zip(cells, widths, strict=True))
        ]
        print("  ".join(aligned).rstrip())


def number(value: float | None, digits: int = 6) -> str:
    """A float to `digits` significant digits; – where there is none."""
    return "–" if value is None else f"{value:.{digits}g}"


def decades(value: float | None) -> str:
    """A change in decades with its sign; – where there is none."""
    return "–" if value is None else f"{value:+.3f}"
