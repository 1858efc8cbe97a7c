"""Raised and lowered digits, and the plain ones again."""

from __future__ import annotations

_RAISED = str.maketrans("0123456789+-−()l", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁽⁾ˡ")
_RAISED_TO_PLAIN = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁽⁾ˡ", "0123456789+−()l")
_LOWERED = str.maketrans("0123456789+-−()", "₀₁₂₃₄₅₆₇₈₉₊₋₋₍₎")
_LOWERED_TO_PLAIN = str.maketrans("₀₁₂₃₄₅₆₇₈₉₊₋₍₎", "0123456789+−()")


def superscript(value: object) -> str:
    """`value` in raised digits: ``(3)`` becomes ``⁽³⁾``."""
    return str(value).translate(_RAISED)


def subscript(value: object) -> str:
    """`value` in lowered digits."""
    return str(value).translate(_LOWERED)


def plain_superscript(text: str) -> str:
    """`text` with plain digits instead of raised ones: ``⁽⁻³⁾`` becomes ``(−3)``."""
    return text.translate(_RAISED_TO_PLAIN)


def plain_subscript(text: str) -> str:
    """`text` with plain digits instead of lowered ones: ``w₁₃`` becomes ``w13``."""
    return text.translate(_LOWERED_TO_PLAIN)
