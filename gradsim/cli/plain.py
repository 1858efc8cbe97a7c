"""Values of the engine as JSON has them: plain records, and null where a number is none."""

from __future__ import annotations

import math
from typing import Any

import numpy as np
from msgspec import Struct


def finite(value: float) -> float | None:
    """The number itself, or None for NaN and infinity, which JSON has not."""
    return value if math.isfinite(value) else None


def plain(value: Any) -> Any:
    """A value of the engine as JSON has it: records as objects, NaN and infinity as null."""
    if isinstance(value, Struct):
        return {name: plain(getattr(value, name)) for name in value.__struct_fields__}
    if isinstance(value, dict):
        return {str(key): plain(entry) for key, entry in value.items()}
    if isinstance(value, list | tuple):
        return [plain(entry) for entry in value]
    if isinstance(value, np.generic):
        return plain(value.item())
    if isinstance(value, float):
        return finite(value)
    if isinstance(value, str):
        return str(value)
    return value
