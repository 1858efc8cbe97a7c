"""The smallest parts of a typed expression: numbers, names and signs, with their places."""

from __future__ import annotations

import math
import re
from enum import Enum, auto

from msgspec import Struct

from gradsim.viewmodels.digits import plain_subscript
from gradsim.viewmodels.step.predict.problems import (
    BAD_NUMBER,
    EMPTY,
    NOT_FINITE_NAME,
    TOO_LARGE,
    TOO_LONG,
    UNKNOWN_SIGN,
    ExpressionProblem,
)

LONGEST = 200
"""So many characters may be typed."""

_FULL_WIDTH = 0xFEE0
"""How far above ASCII the wide forms of a Korean keyboard lie."""
_ALIKE = str.maketrans(
    {"−": "-", "–": "-", "—": "-", "×": "*", "·": "*", "⋅": "*", "∗": "*", "÷": "/", "∕": "/",
     "[": "(", "]": ")", "{": "(", "}": ")"}
    | {chr(ord(sign) + _FULL_WIDTH): sign for sign in "()+,"}
)  # fmt: skip
_RAISED = dict(zip("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789", strict=True))
_NUMBER = re.compile(r"(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?", re.ASCII)
_NAME = re.compile(r"[^\W\d_][0-9A-Za-z_₀-₉]*(?:,[₀-₉]+)*")
_ENDLESS = ("inf", "infinity", "nan", "∞")


class Kind(Enum):
    """What a token is."""

    NUMBER = auto()
    NAME = auto()
    SIGN = auto()
    END = auto()


class Token(Struct, frozen=True):
    """One part: its text (a sign as ``+ - * / ^ ( )``), its number if it is one, its place."""

    kind: Kind
    text: str
    place: int
    number: float = 0.0


def tokens_of(text: str) -> tuple[Token, ...]:
    """The parts of `text`, an END last.

    Raises
    ------
    ExpressionProblem
        Where it is empty, too long, or holds a sign or number without meaning.
    """
    if not text.strip():
        raise ExpressionProblem(EMPTY, 0)
    if len(text) > LONGEST:
        raise ExpressionProblem(TOO_LONG, LONGEST, most=LONGEST)
    read = text.translate(_ALIKE)
    found: list[Token] = []
    place = 0
    while place < len(read):
        if read[place].isspace():
            place += 1
            continue
        token, place = _next(read, place)
        found.append(token)
    found.append(Token(Kind.END, "", len(text)))
    return tuple(found)


def _next(text: str, place: int) -> tuple[Token, int]:
    sign = text[place]
    if text.startswith("**", place):
        return Token(Kind.SIGN, "^", place), place + 2
    if sign in "+-*/^()":
        return Token(Kind.SIGN, sign, place), place + 1
    if sign in _RAISED:
        # x² is one sign that stands for two: only the digits of one whole number may follow.
        end = place
        while end < len(text) and text[end] in _RAISED:
            end += 1
        digits = "".join(_RAISED[each] for each in text[place:end])
        return Token(Kind.SIGN, f"^{digits}", place, float(digits)), end
    number = _NUMBER.match(text, place)
    if number:
        return _number(text, number)
    if sign == "∞":
        raise ExpressionProblem(NOT_FINITE_NAME, place, name=sign)
    name = _NAME.match(text, place)
    if name:
        written = plain_subscript(name[0]).replace(",", "_")
        if written.lower() in _ENDLESS:
            raise ExpressionProblem(NOT_FINITE_NAME, place, name=name[0])
        return Token(Kind.NAME, written, place), name.end()
    raise ExpressionProblem(UNKNOWN_SIGN, place, sign=sign)


def _number(text: str, found: re.Match[str]) -> tuple[Token, int]:
    end = found.end()
    if end < len(text) and text[end] in ".,":
        rest = re.compile(r"[0-9.,]*").match(text, end)
        raise ExpressionProblem(
            BAD_NUMBER, found.start(), name=found[0] + (rest[0] if rest else "")
        )
    number = float(found[0])
    if not math.isfinite(number):
        raise ExpressionProblem(TOO_LARGE, found.start())
    return Token(Kind.NUMBER, found[0], found.start(), number), end
