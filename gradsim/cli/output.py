"""What the commands print: tables for people, JSON for programs, on consoles of any encoding."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterator, Sequence
from typing import Any, TextIO

_WIDTH = 100
_ENTRIES = 20


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

    It is written piece by piece, for a trace of wide layers is far longer than its numbers.

    Raises
    ------
    ValueError
        For NaN or infinity, which JSON has not: records carry null there.
    """
    # A count of paths may have more digits than Python converts unasked.
    sys.set_int_max_str_digits(0)
    escapes = "utf" not in (sys.stdout.encoding or "").lower()
    encoder = json.JSONEncoder(ensure_ascii=escapes, allow_nan=False)
    sys.stdout.writelines(_pieces(value, 0, encoder))
    sys.stdout.write("\n")


def _pieces(value: Any, indent: int, encoder: json.JSONEncoder) -> Iterator[str]:
    """The JSON of `value` in pieces, none longer than a row or a line."""
    if not isinstance(value, dict | list | tuple) or _is_row(value):
        yield encoder.encode(value)
        return
    if _is_short(value):
        line = encoder.encode(value)
        if indent + len(line) <= _WIDTH:
            yield line
            return
    opening, closing = "{}" if isinstance(value, dict) else "[]"
    entries = value.items() if isinstance(value, dict) else ((None, entry) for entry in value)
    separator = opening
    for key, entry in entries:
        yield f"{separator}\n{' ' * (indent + 2)}"
        if key is not None:
            yield f"{encoder.encode(key)}: "
        yield from _pieces(entry, indent + 2, encoder)
        separator = ","
    yield f"\n{' ' * indent}{closing}"


def _is_row(value: Any) -> bool:
    """Whether it is an empty list, or a list of plain values: the first speaks for all."""
    return isinstance(value, list | tuple) and not (
        value and isinstance(value[0], dict | list | tuple)
    )


def _is_short(value: Any) -> bool:
    """Whether one line may hold it: few entries, and no list of lists or objects among them."""
    entries = value.values() if isinstance(value, dict) else value
    return len(entries) <= _ENTRIES and all(
        not isinstance(entry, list | tuple) or (_is_row(entry) and len(entry) <= _ENTRIES)
        for entry in entries
    )


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
