"""The arguments of ``gradsim train``: the plan of the run, and where its numbers go."""

from __future__ import annotations

import argparse

from gradsim.cli.typed_numbers import finite_number, whole_between

_MOST_STEPS = 1_000_000_000
_EXAMPLE = """examples:
  gradsim train preset:digits_classifier --steps 2000 --optimizer adam --rate 0.001 --batch 32
  gradsim train net.gradsim --steps 5000 --optimizer momentum:momentum=0.95 --state run.npz
  gradsim train net.gradsim --steps 500 --schedule cosine:length=500 --csv run.csv --out new.gradsim

With --state a run that was stopped goes on when the same command is given again."""


def add_train_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.formatter_class = argparse.RawDescriptionHelpFormatter
    parser.epilog = _EXAMPLE
    parser.add_argument(
        "file", metavar="FILE", help="a project file, or preset:NAME (see gradsim presets)"
    )
    whole = whole_between(1, _MOST_STEPS)
    parser.add_argument(
        "--steps", type=whole, required=True, metavar="N", help="steps of the whole run"
    )
    plan = parser.add_argument_group("the plan", "what is not given is as in FILE")
    plan.add_argument(
        "--optimizer", type=_choice, metavar="NAME",
        help="sgd, momentum, nesterov, rmsprop, adam or adamw, options behind a colon",
    )  # fmt: skip
    plan.add_argument("--rate", type=finite_number, metavar="η", help="the learning rate")
    plan.add_argument(
        "--schedule", type=_choice, metavar="NAME",
        help="constant, step:every=T,times=γ or cosine:length=T",
    )  # fmt: skip
    plan.add_argument(
        "--warm-up",
        type=whole_between(0, _MOST_STEPS),
        metavar="N",
        help="steps in which the rate rises",
    )
    plan.add_argument(
        "--batch",
        type=whole_between(0, _MOST_STEPS),
        metavar="N",
        help="samples in a step; 0 for all",
    )
    plan.add_argument("--l1", type=finite_number, metavar="λ", help="penalty λΣ|w| on weights")
    plan.add_argument("--l2", type=finite_number, metavar="λ", help="penalty ½λΣw² on weights")
    plan.add_argument(
        "--omega", type=finite_number, metavar="λ",
        help="penalty λΩ on layers that let the gradient shrink or grow",
    )  # fmt: skip
    plan.add_argument(
        "--max-norm", type=finite_number, metavar="c",
        help="hold the norm of the weights into each unit; 0 for no bound",
    )  # fmt: skip
    clip = plan.add_mutually_exclusive_group()
    clip.add_argument(
        "--clip-norm", type=finite_number, metavar="θ", help="hold the gradient's norm"
    )
    clip.add_argument("--clip-value", type=finite_number, metavar="θ", help="hold each entry")
    clip.add_argument("--no-clip", action="store_true", help="leave the gradient as it is")
    plan.add_argument(
        "--validation", type=finite_number, metavar="SHARE",
        help="share of the samples that is kept aside",
    )  # fmt: skip
    numbers = parser.add_argument_group("its numbers")
    numbers.add_argument(
        "--every", type=whole, metavar="K", help="remember every K-th step (a thousandth of N)"
    )
    numbers.add_argument("--csv", metavar="OUT", help="write the remembered steps, all digits")
    numbers.add_argument("--state", metavar="FILE.npz", help="go on from this file, and save there")
    numbers.add_argument("--out", metavar="FILE", help="save the trained network as a project")
    numbers.add_argument("--json", action="store_true", help="print JSON instead of a table")


def _choice(text: str) -> tuple[str, tuple[tuple[str, float], ...]]:
    """``name`` or ``name:option=1,other=2``; whether there is such a thing is asked later."""
    name, _, rest = text.partition(":")
    options = []
    for part in filter(None, rest.split(",")):
        option, sign, value = part.partition("=")
        if not sign or not option:
            raise argparse.ArgumentTypeError(f"{part!r} is not OPTION=NUMBER")
        options.append((option, finite_number(value)))
    return name, tuple(sorted(options))
