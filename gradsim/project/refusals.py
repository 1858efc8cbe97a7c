"""How msgspec's complaints and JSON's accidents become sentences with a place of ours."""

from __future__ import annotations

import json
import math
import re
from collections.abc import Iterator

import msgspec

from gradsim.engine.problems import QT_TRANSLATE_NOOP, Problem
from gradsim.project.lost_numbers import is_lost
from gradsim.project.validation import not_finite

_EXPECTATIONS = {
    "int": QT_TRANSLATE_NOOP("Problem", "This must be a whole number."),
    "float": QT_TRANSLATE_NOOP("Problem", "This must be a number."),
    "str": QT_TRANSLATE_NOOP("Problem", "This must be text in quotation marks."),
    "array": QT_TRANSLATE_NOOP("Problem", "This must be a list in square brackets."),
    "object": QT_TRANSLATE_NOOP("Problem", "This must be an object in curly brackets."),
}

_PLACE = re.compile(r"^(?P<what>.*?)(?: - at `\$?\.?(?P<place>[^`]*)`)?$", re.DOTALL)
_EXPECTED = re.compile(r"Expected `(?P<expected>[^`]+)`")
_FIELD = re.compile(r"Object (?P<how>contains unknown|missing required) field `(?P<field>.*)`")
_ESCAPE = re.compile(
    rb"\\(?:u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}"
    rb"|(?P<high>u[dD][89abAB][0-9a-fA-F]{2})|(?P<low>u[dD][c-fC-F][0-9a-fA-F]{2})|.)",
    re.DOTALL,
)
"""An escape of JSON: a pair that makes one character, half of one, or any other."""
_ESCAPE_LENGTH = len(r"\uD800")
_TINY = re.compile(rb"[eE]-0*(3[2-9]\d|[4-9]\d\d|\d{4,})|0{300}")
"""In the text of every number that may be too small for float64; seldom elsewhere."""
_BYTE = re.compile(r"\(byte (\d+)\)")


def missing(field: str, place: str) -> Problem:
    """The refusal of an object that lacks a field."""
    return Problem(
        QT_TRANSLATE_NOOP("Problem", "“{field}” is missing here."), place=place, field=field
    )


def sentence_of(error: msgspec.ValidationError, below: str = "") -> Problem:
    """One of msgspec's complaints about a value, as a Problem at the same place below `below`."""
    match = _PLACE.match(str(error))
    assert match is not None  # the pattern ends in an optional group and matches any text
    what = match["what"]
    place = _joined(below, match["place"] or "")
    if field := _FIELD.match(what):
        name = field["field"][:60]
        if field["how"] == "missing required":
            return missing(name, place)
        return Problem(
            QT_TRANSLATE_NOOP("Problem", "“{field}” is not known here."),
            place=_joined(place, name),
            field=name,
        )
    if expected := _EXPECTED.match(what):
        template = _EXPECTATIONS.get(expected["expected"].split(" | ")[0])
        if template is not None:
            return Problem(template, place=place)
    if "out of range" in what:
        return too_large(place)
    return Problem(QT_TRANSLATE_NOOP("Problem", "This cannot stand here."), place=place)


def too_large(place: str) -> Problem:
    """The refusal of a number beyond what float64 or an integer holds."""
    return Problem(
        QT_TRANSLATE_NOOP("Problem", "This number is beyond the range of floating point."),
        place=place,
    )


def first_lost(data: bytes) -> Problem | None:
    """The first number in JSON that is not 0 and so small that it would be read as 0."""
    if not _TINY.search(data):
        return None
    try:
        for place, value in _numbers(json.loads(data, parse_float=_Written), ""):
            if isinstance(value, _Written) and is_lost(value):
                return Problem(
                    QT_TRANSLATE_NOOP(
                        "Problem", "This number is too small for floating point and would be 0."
                    ),
                    place=place,
                )
    except (ValueError, RecursionError):
        return None  # what is wrong with it is told by whoever reads it
    return None


class _Written(str):
    """A number with a fraction or an exponent as it is written."""

    __slots__ = ()


def malformed(data: bytes, error: msgspec.DecodeError) -> Problem:
    """What is wrong with bytes that are not JSON: cut off, NaN or infinity, or a slip somewhere."""
    told = str(error)
    if ("truncated" in told or "surrogate" in told) and (half := _half_character(data)) is not None:
        line, column = _line_and_column(data, half)
        return Problem(
            QT_TRANSLATE_NOOP(
                "Problem",
                "The file holds half a character, which is no text: line {line}, column {column}.",
            ),
            line=line,
            column=column,
        )
    if "truncated" in told:
        return Problem(
            QT_TRANSLATE_NOOP("Problem", "The file ends in the middle: part of it is missing.")
        )
    if (found := first_non_finite(data)) is not None:
        return found
    match = _BYTE.search(told)
    line, column = _line_and_column(data, int(match[1]) if match else 0)
    return Problem(
        QT_TRANSLATE_NOOP("Problem", "This is not JSON: line {line}, column {column} is wrong."),
        line=line,
        column=column,
    )


def _half_character(data: bytes) -> int | None:
    """Where the first escape stands that is one of two which make a character, without the other.

    An end of the file in which the other one may have stood is none.
    """
    for escape in _ESCAPE.finditer(data):
        after = data[escape.end() : escape.end() + _ESCAPE_LENGTH]
        cut_off = len(after) < _ESCAPE_LENGTH and b"\\u".startswith(after[:2])
        if escape["low"] or (escape["high"] and not cut_off):
            return escape.start()
    return None


def _line_and_column(data: bytes, position: int) -> tuple[int, int]:
    """Both counted from 1, the column in characters."""
    start = data.rfind(b"\n", 0, position) + 1
    column = len(data[start:position].decode("utf-8", "replace")) + 1
    return data.count(b"\n", 0, position) + 1, column


def first_non_finite(data: bytes) -> Problem | None:
    """The first NaN, infinity or number beyond float64 in text that is JSON but for those.

    The standard library reads them where msgspec rightly stops, and so tells their place.
    """
    try:
        for place, value in _numbers(json.loads(data), ""):
            if isinstance(value, float) and not math.isfinite(value):
                raw = re.search(rb"NaN|Infinity", data)
                return not_finite(place) if raw else too_large(place)
            if isinstance(value, int) and value.bit_length() > 1023:
                return too_large(place)
    except (ValueError, RecursionError):
        return None
    return None


def _numbers(value: object, place: str) -> Iterator[tuple[str, object]]:
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from _numbers(inner, _joined(place, key))
    elif isinstance(value, list):
        for index, inner in enumerate(value):
            yield from _numbers(inner, f"{place}[{index}]")
    else:
        yield place, value


def _joined(place: str, rest: str) -> str:
    if not place or not rest:
        return place or rest
    return f"{place}{rest}" if rest.startswith("[") else f"{place}.{rest}"
