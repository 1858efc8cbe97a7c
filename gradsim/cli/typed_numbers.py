"""Numbers as they are typed on the command line, refused in words of their own."""

from __future__ import annotations

import argparse
import math
from collections.abc import Callable


def finite_number(text: str) -> float:
    """A number that is neither infinite nor nan."""
    try:
        value = float(text)
    except ValueError:
        value = math.nan
    if not math.isfinite(value):
        raise argparse.ArgumentTypeError(f"{text!r} is not a number")
    return value


def whole_between(least: int, most: int) -> Callable[[str], int]:
    """What reads a whole number from `least`, which is 0 or more, to `most`."""

    def parsed(text: str) -> int:
        digits = text.strip()
        number = int(digits) if digits.isascii() and digits.isdecimal() and len(digits) < 12 else -1
        if not least <= number <= most:
            raise argparse.ArgumentTypeError(
                f"{text!r} is not a whole number from {least} to {most}"
            )
        return number

    return parsed


def sample_number(text: str) -> int:
    """A whole number; whether there is a sample of that number is asked later."""
    stripped = text.strip()
    digits = stripped.removeprefix("-")
    if not (digits.isascii() and digits.isdecimal() and len(digits) < 10):
        raise argparse.ArgumentTypeError(f"{text!r} is not a whole number")
    return int(stripped)
