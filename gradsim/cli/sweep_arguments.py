"""The arguments of ``gradsim sweep``: what varies, what is measured, who computes."""

from __future__ import annotations

import argparse
import math
from collections.abc import Callable
from typing import NamedTuple, TypeVar

from gradsim.cli.typed_numbers import finite_number, sample_number, whole_between

QUANTITIES = ("weight_gradient", "bias_gradient", "delta", "activation_gradient")
STATISTICS = ("l2", "rms", "mean_abs", "max_abs")
"""The engine's, written here because reading arguments must not import NumPy."""
_T = TypeVar("_T")
_MOST_WORKERS = 1_000
_MOST_ON_AN_AXIS = 10_000
_EXAMPLE = """examples:
  gradsim sweep preset:fifty_layers --activations tanh,leaky_relu:slope=0.1 --out leaky
  gradsim sweep preset:fifty_layers --initializers he_normal,normal:std=0.01 --out drawn
  gradsim sweep preset:fifty_layers --activations all --initializers all --depths 10,30 --out all
  gradsim sweep preset:fifty_layers --gains 0.5:2.5:21 --depths 10,100,1000 --out scan

An axis that is left out stays as it is in the project. A sweep that was stopped goes on when the
same command is given again."""


class TypedChoice(NamedTuple):
    """A name and its options as they were typed; whether there is such a thing is asked later."""

    name: str
    options: tuple[tuple[str, float], ...]


def add_sweep_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.formatter_class = argparse.RawDescriptionHelpFormatter
    parser.epilog = _EXAMPLE
    parser.add_argument(
        "file", metavar="FILE", help="a project file, or preset:NAME (see gradsim presets)"
    )
    axes = parser.add_argument_group("what varies in every hidden layer")
    for name, example in (
        ("activations", "tanh,leaky_relu:slope=0.1"),
        ("initializers", "he_normal,normal:std=0.01"),
    ):
        axes.add_argument(
            f"--{name}", type=_choices, metavar="A,B,…", help=f"such as {example}, or all"
        )
    axes.add_argument(
        "--gains", type=_numbers(finite_number), metavar="G,…", help="or FIRST:LAST:COUNT"
    )
    axes.add_argument(
        "--depths",
        type=_numbers(whole_between(1, 10**9)),
        metavar="L,…",
        help="numbers of layers, the output included; or FIRST:LAST:COUNT",
    )
    axes.add_argument(
        "--widths",
        type=_numbers(whole_between(1, 10**9)),
        metavar="N,…",
        help="units; or FIRST:LAST:COUNT",
    )
    measured = parser.add_argument_group("what is measured")
    measured.add_argument(
        "--seeds",
        type=whole_between(1, 1_000),
        default=20,
        metavar="N",
        help="seeds of each cell (20)",
    )
    measured.add_argument(
        "--quantity", choices=QUANTITIES, default="delta", help="of verdicts and pictures (delta)"
    )
    measured.add_argument(
        "--statistic", choices=("l2", "rms"), default="l2", help="of verdicts and pictures (l2)"
    )
    scope = measured.add_mutually_exclusive_group()
    scope.add_argument("--sample", type=sample_number, metavar="K", help="sample K alone")
    scope.add_argument("--batch", action="store_true", help="the mean over the batch (the default)")
    work = parser.add_argument_group("where to, and who computes")
    work.add_argument("--out", metavar="DIR", required=True, help="the folder of the results")
    crew = work.add_mutually_exclusive_group()
    crew.add_argument(
        "--workers",
        type=whole_between(1, _MOST_WORKERS),
        default=1,
        metavar="N",
        help="processes (1)",
    )
    crew.add_argument(
        "--scheduler", metavar="ADDRESS", help="of a Dask cluster, such as tcp://10.0.0.5:8786"
    )
    work.add_argument("--theme", choices=("light", "dark"), default="light", help="of the pictures")
    work.add_argument("--language", choices=("en", "ko"), default="en", help="of the pictures")


def _choices(text: str) -> tuple[TypedChoice, ...]:
    """``a,b:option=1`` as names with options; ``all`` is a name like any other here."""
    return _without_repeats(tuple(map(_choice, text.split(","))))


def _choice(text: str) -> TypedChoice:
    name, *options = text.strip().split(":")
    if not name:
        raise argparse.ArgumentTypeError("a name is missing between two commas")
    pairs = []
    for option in options:
        key, equals, value = option.partition("=")
        if not (key and equals):
            raise argparse.ArgumentTypeError(f"{option!r} is not OPTION=NUMBER")
        pairs.append((key, finite_number(value)))
    return TypedChoice(name, tuple(sorted(pairs)))


def _numbers(parse: Callable[[str], float]) -> Callable[[str], tuple[float, ...]]:
    """Numbers apart by commas, each of them perhaps a range FIRST:LAST:COUNT."""

    def parsed(text: str) -> tuple[float, ...]:
        found: list[float] = []
        for part in text.split(","):
            if ":" not in part:
                found.append(parse(part))
                continue
            ends = part.split(":")
            if len(ends) != 3:
                raise argparse.ArgumentTypeError(f"{part!r} is not FIRST:LAST:COUNT")
            count = whole_between(1, _MOST_ON_AN_AXIS)(ends[2])
            first, last, steps = finite_number(ends[0]), finite_number(ends[1]), max(1, count - 1)
            if not math.isfinite(last - first):
                raise argparse.ArgumentTypeError(f"{part!r} reaches beyond what a number can hold")
            values = [first + (last - first) * step / steps for step in range(count)]
            found += values if parse is finite_number else [round(value) for value in values]
        return _without_repeats(tuple(found))

    return parsed


def _without_repeats(values: tuple[_T, ...]) -> tuple[_T, ...]:
    return tuple(dict.fromkeys(values))
