"""Numbers and comments as Python source: every float in full, and nothing that could end a line."""

from __future__ import annotations

import textwrap
from typing import Any

import numpy as np
import numpy.typing as npt

_WIDTH = 98


def number(value: float) -> str:
    """One float with every digit that it has."""
    return repr(float(value))


def array(values: npt.ArrayLike, indent: int = 4) -> str:
    """Nested lists over as many lines as they need, `indent` spaces in."""
    found = np.asarray(values, dtype=np.float64)
    text = _nested(found)
    if len(text) + indent <= _WIDTH and found.ndim < 3:
        return text
    return _wrapped(found, indent)


def comment(text: str) -> str:
    """`text` as comment lines, whatever characters it holds."""
    safe = "".join(each if each.isprintable() else " " for each in text)
    lines = textwrap.wrap(safe, _WIDTH - 2, break_long_words=False) or [""]
    return "\n".join(f"# {line}".rstrip() for line in lines)


def quoted(text: str) -> str:
    """`text` as a string literal."""
    return repr(text).replace("'", '"') if "'" not in text and '"' not in text else repr(text)


def _nested(values: npt.NDArray[Any]) -> str:
    if values.ndim == 0:
        return number(float(values))
    return f"[{', '.join(_nested(each) for each in values)}]"


def _wrapped(values: npt.NDArray[Any], indent: int) -> str:
    pad = " " * indent
    if values.ndim == 1:
        body = textwrap.wrap(", ".join(number(float(each)) for each in values), _WIDTH - indent - 4)
        return "[\n" + "\n".join(f"{pad}    {line}" for line in body) + f",\n{pad}]"
    rows = ",\n".join(f"{pad}    {array(each, indent + 4)}" for each in values)
    return f"[\n{rows},\n{pad}]"
