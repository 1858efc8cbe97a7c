"""Headings that fit: the whole name, its short form, in one line or two, shortened last of all."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from msgspec import Struct

from gradsim.engine.problems import QT_TRANSLATE_NOOP
from gradsim.viewmodels import words
from gradsim.viewmodels.builder.number_text import short_number
from gradsim.viewmodels.compare.grid.wording import (
    activation_text,
    gain_text,
    initializer_text,
)

_SHORT: Final = {
    "constant": QT_TRANSLATE_NOOP("GridShort", "Const."),
    "truncated_normal": QT_TRANSLATE_NOOP("GridShort", "Trunc. normal"),
    "lecun_normal": QT_TRANSLATE_NOOP("GridShort", "LeCun normal"),
    "lecun_uniform": QT_TRANSLATE_NOOP("GridShort", "LeCun unif."),
    "glorot_normal": QT_TRANSLATE_NOOP("GridShort", "Glorot normal"),
    "glorot_uniform": QT_TRANSLATE_NOOP("GridShort", "Glorot unif."),
    "he_normal": QT_TRANSLATE_NOOP("GridShort", "He normal"),
    "he_uniform": QT_TRANSLATE_NOOP("GridShort", "He unif."),
    "orthogonal": QT_TRANSLATE_NOOP("GridShort", "Ortho- gonal"),
    "pytorch_default": QT_TRANSLATE_NOOP("GridShort", "Py- Torch"),
    "lsuv": QT_TRANSLATE_NOOP("GridShort", "LSUV"),
    "gelu_tanh": QT_TRANSLATE_NOOP("GridShort", "GELU tanh"),
    "silu": QT_TRANSLATE_NOOP("GridShort", "SiLU"),
    "hardsigmoid": QT_TRANSLATE_NOOP("GridShort", "Hard sigm."),
}

_RECOMMENDED: Final = QT_TRANSLATE_NOOP("GridShort", "rec.")


class Heading(Struct, frozen=True):
    """A name, the forms to try where it does not fit, and a line below it."""

    name: str
    forms: tuple[str, ...]
    note: str = ""
    short_note: str = ""


def row_heading(activation: str) -> Heading:
    """The heading of an activation."""
    label = activation_text(activation)
    return Heading(label, (label, _short(activation, label)))


def column_heading(initializer: str, gain: float | None) -> Heading:
    """The heading of an initializer with its gain; a gain of 1 goes without saying."""
    bare = initializer_text(initializer, short=True)
    note = "" if gain == 1.0 else gain_text(initializer, gain)
    forms = (bare, _short(initializer, bare))
    return Heading(initializer_text(initializer), forms, note, _short_note(gain) if note else "")


def lines_for(
    heading: Heading, room: float, width: Callable[[str], float], most: int
) -> tuple[str, ...]:
    """The first form that fits into at most `most` lines of `room`; else the last, however wide."""
    for form in heading.forms:
        lines = _wrapped(form, room, width)
        if len(lines) <= most and all(width(line) <= room for line in lines):
            return lines
    return _wrapped(heading.forms[-1], room, width)[:most]


def _wrapped(text: str, room: float, width: Callable[[str], float]) -> tuple[str, ...]:
    """Words into lines; a part that ends in a hyphen joins the next one where that fits."""
    lines: list[str] = []
    for part in text.split(" "):
        if lines:
            joint = lines[-1][:-1] + part if lines[-1].endswith("-") else f"{lines[-1]} {part}"
            if width(joint) <= room:
                lines[-1] = joint
                continue
        lines.append(part)
    return tuple(lines)


def _short_note(gain: float | None) -> str:
    if gain is None:
        return words.translated("GridShort", _RECOMMENDED)
    return f"g {short_number(gain).rstrip('0')}"


def _short(name: str, label: str) -> str:
    return words.translated("GridShort", _SHORT[name]) if name in _SHORT else label
