"""The commands' arguments, read with argparse."""

from __future__ import annotations

import argparse
import re
from collections.abc import Callable, Sequence
from typing import NamedTuple

from gradsim import __version__
from gradsim.cli.sweep_arguments import add_sweep_arguments
from gradsim.cli.train_arguments import add_train_arguments
from gradsim.cli.typed_numbers import sample_number, whole_between

MOST_PATHS = 1_000
"""The engine's limit, written here because reading arguments must not import NumPy."""
_FILE_HELP = "a project file, or preset:NAME (see gradsim presets)"


class Command(NamedTuple):
    """A command's line in the help and what adds its arguments."""

    summary: str
    add_arguments: Callable[[argparse.ArgumentParser], None]


def parse(arguments: Sequence[str]) -> argparse.Namespace:
    """The chosen command and its arguments; `gradsim [FILE]` is the command ``window``.

    A project file with a command's name is opened as ``./NAME``.
    """
    if arguments and arguments[0] in COMMANDS:
        name = arguments[0]
        parser = argparse.ArgumentParser(
            prog=f"gradsim {name}", description=COMMANDS[name].summary, allow_abbrev=False
        )
        COMMANDS[name].add_arguments(parser)
        parsed = parser.parse_args(list(arguments[1:]))
        if name == "trace":
            _check_trace(parser, parsed)
        parsed.command = name
        return parsed
    parser = _window_parser()
    if len(arguments) > 1 and (meant := nearest_command(arguments[0])):
        parser.error(f"there is no command {arguments[0]!r}; did you mean {meant!r}?")
    parsed = parser.parse_args(list(arguments))
    parsed.command = "window"
    return parsed


def nearest_command(word: str) -> str | None:
    """The command that `word` misspells, if it looks like one."""
    from difflib import get_close_matches

    return next(iter(get_close_matches(word, COMMANDS, n=1, cutoff=0.7)), None)


def _window_parser() -> argparse.ArgumentParser:
    listed = "\n".join(f"  {name:<11} {command.summary}" for name, command in COMMANDS.items())
    parser = argparse.ArgumentParser(
        prog="gradsim",
        usage="gradsim [-h] [--version] [FILE]\n       gradsim COMMAND [-h] ...",
        description="A microscope for gradients. Without a command it opens the window.",
        epilog=f"commands:\n{listed}\n\nWherever a FILE is asked, preset:NAME serves too.",
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    parser.add_argument("--version", action="version", version=f"gradsim {__version__}")
    parser.add_argument("file", nargs="?", metavar="FILE", help=_FILE_HELP)
    return parser


def _presets(parser: argparse.ArgumentParser) -> None:
    _json(parser)


def _measure(parser: argparse.ArgumentParser) -> None:
    _file(parser)
    scope = parser.add_mutually_exclusive_group()
    scope.add_argument(
        "--sample",
        type=sample_number,
        metavar="K",
        help="measure sample K alone (default: the batch)",
    )
    scope.add_argument(
        "--batch", action="store_true", help="measure the mean over the batch (the default)"
    )
    _json(parser)


def _trace(parser: argparse.ArgumentParser) -> None:
    _file(parser)
    scope = parser.add_mutually_exclusive_group()
    scope.add_argument("--sample", type=sample_number, metavar="K", help="sample K (default: 1)")
    scope.add_argument(
        "--batch", action="store_true", help="the whole batch, with the factor 1/N of its mean"
    )
    parser.add_argument(
        "--parameter",
        metavar="ADDRESS",
        help="unroll one parameter: w:LAYER:J:K or b:LAYER:J, or of a normalization "
        "gamma:LAYER:J or beta:LAYER:J, counted from 1",
    )
    parser.add_argument(
        "--paths",
        type=whole_between(1, MOST_PATHS),
        metavar="K",
        help=f"list the K strongest paths with --parameter, up to {MOST_PATHS} (default: 10)",
    )
    _json(parser)


def _check_trace(parser: argparse.ArgumentParser, parsed: argparse.Namespace) -> None:
    """What argparse cannot say by itself: which of the options go together."""
    if parsed.parameter is None:
        if parsed.paths is not None:
            parser.error("--paths goes with --parameter")
        return
    if parsed.batch:
        parser.error("--parameter follows one sample; choose it with --sample, not --batch")
    if not re.fullmatch(r"w(:[0-9]+){3}|(b|γ|β|gamma|beta)(:[0-9]+){2}", parsed.parameter):
        parser.error(
            "--parameter takes w:LAYER:J:K for a weight, b:LAYER:J for a bias, and gamma:LAYER:J "
            "or beta:LAYER:J for the γ or β of a normalization"
        )


def _check(parser: argparse.ArgumentParser) -> None:
    _file(parser)
    _json(parser)


def _screenshot(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", nargs="?", metavar="FILE", help=_FILE_HELP)
    parser.add_argument(
        "--workspace",
        choices=("step", "gradients", "compare", "train", "challenges"),
        default="step",
    )
    parser.add_argument("--theme", choices=("light", "dark"), default="light")
    parser.add_argument("--language", choices=("en", "ko"), default="en")
    parser.add_argument(
        "--size", type=_size, metavar="WIDTHxHEIGHT", default=(1440, 900), help="default: 1440x900"
    )
    parser.add_argument("--out", metavar="PNG", required=True, help="the picture to write, a .png")


def _schema(parser: argparse.ArgumentParser) -> None:
    del parser


COMMANDS: dict[str, Command] = {
    "presets": Command("list the built-in projects", _presets),
    "measure": Command("every layer's gradient, what made it, and a verdict", _measure),
    "trace": Command("backpropagation factor by factor, or one parameter's paths", _trace),
    "check": Command("compare every layer's gradient with finite differences", _check),
    "sweep": Command(
        "measure a grid of networks, or a scan over depth or gain", add_sweep_arguments
    ),
    "train": Command("gradient descent, step after step", add_train_arguments),
    "screenshot": Command("draw a workspace into a PNG file", _screenshot),
    "schema": Command("print the JSON schema of project files", _schema),
}


def _file(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", metavar="FILE", help=_FILE_HELP)


def _json(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--json", action="store_true", help="print JSON instead of a table")


def _size(text: str) -> tuple[int, int]:
    width, cross, height = text.lower().partition("x")
    side = whole_between(200, 8000)
    if not cross:
        raise argparse.ArgumentTypeError(f"{text!r} is not WIDTHxHEIGHT, such as 1440x900")
    return side(width), side(height)
