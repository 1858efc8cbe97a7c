"""Typed expressions of visible quantities: read by a small parser, never run as code.

::

    sum     = product (("+" | "-") product)*
    product = signed (("*" | "/") signed | power)*        2(a−y) and 2a multiply, too
    signed  = ("+" | "-") signed | power
    power   = atom ("^" signed)?                          to the right: 2^3^2 = 2^9
    atom    = number | name | function "(" sum ")" | "(" sum ")"
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping

from msgspec import Struct

from gradsim.viewmodels.step.numerals import numeral
from gradsim.viewmodels.step.predict.problems import (
    DIVISION,
    LOGARITHM,
    MISSING_END,
    MISSING_OPERATOR,
    MISSING_VALUE,
    NEEDS_BRACKET,
    NOT_CLOSED,
    NOT_OPENED,
    POWER,
    ROOT,
    TOO_DEEP,
    TOO_LARGE,
    UNKNOWN_NAME,
    ExpressionProblem,
)
from gradsim.viewmodels.step.predict.tokens import Kind, Token, tokens_of

DEEPEST = 30
"""So many brackets, signs and powers may lie in one another."""


def _sigmoid(x: float) -> float:
    tail = math.exp(-abs(x))
    return 1.0 / (1.0 + tail) if x >= 0 else tail / (1.0 + tail)


FUNCTIONS: Mapping[str, Callable[[float], float]] = {
    "exp": math.exp,
    "ln": math.log,
    "log": math.log,
    "sqrt": math.sqrt,
    "tanh": math.tanh,
    "sin": math.sin,
    "cos": math.cos,
    "abs": abs,
    "sigmoid": _sigmoid,
    "σ": _sigmoid,
}
"""What can be called by name; log is the natural one."""


class Expression(Struct, frozen=True):
    """A computed expression; `plain` says that it is one number, a sign at most before it."""

    value: float
    plain: bool


def evaluate(text: str, quantities: Mapping[str, float]) -> Expression:
    """The number that `text` stands for.

    Parameters
    ----------
    quantities : the names that may stand in it, with their numbers.

    Raises
    ------
    ExpressionProblem
        Whatever is wrong, as a sentence and a place; nothing else is ever raised.
    """
    tokens = tokens_of(text)
    value = _Reader(tokens, quantities).whole()
    signs = tuple(token for token in tokens[:-2] if token.kind is not Kind.SIGN)
    plain = not signs and len(tokens) <= 3 and tokens[-2].kind is Kind.NUMBER
    return Expression(value, plain)


class _Reader:
    """Reads tokens from left to right and computes as it goes."""

    def __init__(self, tokens: tuple[Token, ...], quantities: Mapping[str, float]) -> None:
        self._tokens = tokens
        self._quantities = quantities
        self._index = 0
        self._depth = 0

    def whole(self) -> float:
        value = self._sum()
        token = self._token
        if token.kind is Kind.END:
            return value
        raise ExpressionProblem(NOT_OPENED if token.text == ")" else MISSING_OPERATOR, token.place)

    @property
    def _token(self) -> Token:
        return self._tokens[self._index]

    def _take(self, *signs: str) -> Token | None:
        token = self._token
        if token.kind is Kind.SIGN and token.text in signs:
            self._index += 1
            return token
        return None

    def _sum(self) -> float:
        value = self._product()
        while (sign := self._take("+", "-")) is not None:
            other = self._product()
            value = _finite(value + other if sign.text == "+" else value - other, sign)
        return value

    def _product(self) -> float:
        value = self._signed()
        while True:
            sign = self._take("*", "/")
            if sign is None:
                if not self._multiplies_without_sign():
                    return value
                place = self._token
                value = _finite(value * self._power(), place)
                continue
            other = self._signed()
            if sign.text == "/" and other == 0.0:
                raise ExpressionProblem(DIVISION, sign.place)
            value = _finite(value * other if sign.text == "*" else value / other, sign)

    def _multiplies_without_sign(self) -> bool:
        """Whether a bracket or a name follows directly, as in 2(a−y) or 2a; never a number."""
        token, before = self._token, self._tokens[self._index - 1]
        if token.kind is Kind.NAME:
            return before.kind is not Kind.NAME
        return token.kind is Kind.SIGN and token.text == "("

    def _signed(self) -> float:
        sign = self._take("+", "-")
        if sign is None:
            return self._power()
        self._go_deeper(sign)
        value = self._signed()
        self._depth -= 1
        return -value if sign.text == "-" else value

    def _power(self) -> float:
        base = self._atom()
        token = self._token
        if token.kind is Kind.SIGN and token.text.startswith("^"):
            self._index += 1
            if len(token.text) > 1:
                return _raised(base, token.number, token)
            self._go_deeper(token)
            exponent = self._signed()
            self._depth -= 1
            return _raised(base, exponent, token)
        return base

    def _atom(self) -> float:
        token = self._token
        if token.kind is Kind.NUMBER:
            self._index += 1
            return token.number
        if token.kind is Kind.NAME:
            self._index += 1
            return self._named(token)
        opening = self._take("(")
        if opening is not None:
            return self._bracket(opening)
        if token.kind is Kind.END:
            raise ExpressionProblem(MISSING_END, token.place)
        # A closing bracket with none open, but something before it, is told as such.
        raise ExpressionProblem(MISSING_VALUE, token.place)

    def _bracket(self, opening: Token) -> float:
        self._go_deeper(opening)
        value = self._sum()
        self._depth -= 1
        if self._take(")") is None:
            unclosed = self._token.kind is Kind.END
            place = opening.place if unclosed else self._token.place
            raise ExpressionProblem(NOT_CLOSED if unclosed else MISSING_OPERATOR, place)
        return value

    def _named(self, token: Token) -> float:
        for written in (token.text, token.text.replace("_", ""), token.text.lower()):
            if written in self._quantities:
                return _finite(self._quantities[written], token)
        name = token.text.lower()
        if name not in FUNCTIONS:
            raise ExpressionProblem(UNKNOWN_NAME, token.place, name=token.text)
        opening = self._take("(")
        if opening is None:
            raise ExpressionProblem(NEEDS_BRACKET, token.place, name=token.text)
        return _called(name, self._bracket(opening), token)

    def _go_deeper(self, token: Token) -> None:
        self._depth += 1
        if self._depth > DEEPEST:
            raise ExpressionProblem(TOO_DEEP, token.place, most=DEEPEST)


def _finite(value: float, token: Token) -> float:
    if not math.isfinite(value):
        raise ExpressionProblem(TOO_LARGE, token.place)
    return value


def _called(name: str, argument: float, token: Token) -> float:
    if name in ("ln", "log") and argument <= 0.0:
        raise ExpressionProblem(LOGARITHM, token.place, value=numeral(argument))
    if name == "sqrt" and argument < 0.0:
        raise ExpressionProblem(ROOT, token.place, value=numeral(argument))
    try:
        return _finite(FUNCTIONS[name](argument), token)
    except OverflowError:
        raise ExpressionProblem(TOO_LARGE, token.place) from None


def _raised(base: float, exponent: float, token: Token) -> float:
    if base == 0.0 and exponent < 0.0:
        raise ExpressionProblem(DIVISION, token.place)
    if base < 0.0 and not exponent.is_integer():
        raise ExpressionProblem(POWER, token.place)
    try:
        return _finite(base**exponent, token)
    except OverflowError:
        raise ExpressionProblem(TOO_LARGE, token.place) from None
