"""Named choices with options: ``leaky_relu`` with slope 0.01, ``normal`` with std 0.05."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence

from msgspec import Struct

from gradsim.engine.problems import QT_TRANSLATE_NOOP, Problem


class Option(Struct, frozen=True):
    """One number that a rule takes: its name, default and the closed range it may have.

    `step` is what one notch of a spin box or slider is worth; `integer` options take whole
    numbers only; `label` is the English name on screen (translation context "Option").
    """

    name: str
    default: float
    minimum: float = -math.inf
    maximum: float = math.inf
    integer: bool = False
    step: float = 0.1
    label: str = ""


class Choice(Struct, frozen=True):
    """A rule's name and the options that differ from (or restate) its defaults.

    Hashable and comparable by value; the options are kept sorted by name.
    """

    name: str
    options: tuple[tuple[str, float], ...] = ()

    @classmethod
    def of(cls, name: str, /, **options: float) -> Choice:
        """The choice `name` with `options` given by keyword."""
        return cls(name, tuple(sorted(options.items())))

    def as_mapping(self) -> dict[str, float]:
        """The options as keyword arguments."""
        return dict(self.options)

    def with_option(self, name: str, value: float) -> Choice:
        """The same choice with one option set."""
        return Choice.of(self.name, **{**dict(self.options), name: value})


def resolved_options(choice: Choice, allowed: Sequence[Option]) -> dict[str, float]:
    """Every allowed option with its value: as chosen, else the default."""
    given: Mapping[str, float] = dict(choice.options)
    return {option.name: given.get(option.name, option.default) for option in allowed}


def check_options(choice: Choice, allowed: Sequence[Option], place: str) -> None:
    """Refuse an option that the rule does not take, or a value outside its range.

    Raises
    ------
    Problem
        With the place of the offending option below `place`.
    """
    by_name = {option.name: option for option in allowed}
    for name, value in choice.options:
        where = f"{place}.{name}"
        option = by_name.get(name)
        if option is None:
            raise Problem(
                QT_TRANSLATE_NOOP("Problem", '"{choice}" has no option "{option}".'),
                place=where,
                choice=choice.name,
                option=name,
            )
        if isinstance(value, bool) or not isinstance(value, int | float):
            raise Problem(
                QT_TRANSLATE_NOOP("Problem", "“{option}” must be a number."),
                place=where,
                option=name,
            )
        if not math.isfinite(value):
            raise Problem(
                QT_TRANSLATE_NOOP("Problem", "“{option}” must be a finite number."),
                place=where,
                option=name,
            )
        if option.integer and value != int(value):
            raise Problem(
                QT_TRANSLATE_NOOP("Problem", "“{option}” must be a whole number."),
                place=where,
                option=name,
            )
        if not option.minimum <= value <= option.maximum:
            raise Problem(
                QT_TRANSLATE_NOOP(
                    "Problem", "“{option}” is {value}; it must lie between {minimum} and {maximum}."
                ),
                place=where,
                option=name,
                value=value,
                minimum=option.minimum,
                maximum=option.maximum,
            )
