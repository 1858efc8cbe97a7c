"""From typed names to the choices of a sweep's axes, refused before anything is computed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from gradsim.cli.sweep_arguments import TypedChoice
from gradsim.engine.activations import ACTIVATIONS
from gradsim.engine.options import Choice, check_options
from gradsim.engine.problems import QT_TRANSLATE_NOOP, Problem
from gradsim.project.choices import names_of, options_of

_ALL = "all"


def axis_of(
    kind: Literal["activation", "weights"], typed: Sequence[TypedChoice] | None
) -> tuple[Choice | None, ...]:
    """The choices of one axis; ``all`` stands for every one that a hidden layer can have.

    Raises
    ------
    Problem
        Where there is none of that name, or it has no such option, or not with that value.
    """
    if typed is None:
        return (None,)
    found: dict[Choice, None] = {}
    for each in typed:
        if each.name == _ALL and not each.options:
            found.update(dict.fromkeys(map(Choice, _all(kind))))
        else:
            found[_choice(kind, each)] = None
    return tuple(found)


def _all(kind: Literal["activation", "weights"]) -> tuple[str, ...]:
    names = names_of(kind)
    if kind == "activation":
        return tuple(name for name in names if ACTIVATIONS[name].elementwise)
    return names


def _choice(kind: Literal["activation", "weights"], typed: TypedChoice) -> Choice:
    allowed = options_of(kind, typed.name)
    if allowed is None:
        raise Problem(
            QT_TRANSLATE_NOOP("Problem", "There is no “{name}” here. There are: {names}."),
            name=typed.name[:60],
            names=", ".join(names_of(kind)),
        )
    choice = Choice(typed.name, typed.options)
    check_options(choice, allowed, typed.name)
    return choice
