"""What the pictures of a sweep say, in the reader's language."""

from __future__ import annotations

import math

from gradsim.engine.options import Choice
from gradsim.engine.problems import QT_TRANSLATE_NOOP
from gradsim.engine.verdict.records import VerdictKind
from gradsim.engine.verdict.words import HEADLINES, quantity_symbol
from gradsim.project.choices import Kind, options_of
from gradsim.project.sweeps.plan import Plan
from gradsim.project.sweeps.summaries import Place, Summary
from gradsim.viewmodels import words
from gradsim.viewmodels.messages import Message

CONTEXT = "SweepPicture"
AXES = (
    QT_TRANSLATE_NOOP("SweepPicture", "activation"),
    QT_TRANSLATE_NOOP("SweepPicture", "initializer"),
    QT_TRANSLATE_NOOP("SweepPicture", "gain"),
    QT_TRANSLATE_NOOP("SweepPicture", "depth"),
    QT_TRANSLATE_NOOP("SweepPicture", "width"),
)
"""The axes of a sweep, in the order of its places."""
_MEASURED = QT_TRANSLATE_NOOP(
    "SweepPicture", "log₁₀ of {quantity}, first layer over last; median of {seeds} seeds"
)
_SPREAD = QT_TRANSLATE_NOOP(
    "SweepPicture",
    "log₁₀ of {quantity}, first layer over last; median of {seeds} seeds, bands from the lower to "
    "the upper quartile",
)
_BATCH = QT_TRANSLATE_NOOP("SweepPicture", "seeds {first} to {last} · mean over the batch")
_SAMPLE = QT_TRANSLATE_NOOP("SweepPicture", "seeds {first} to {last} · sample {sample}")
_PART = QT_TRANSLATE_NOOP("SweepPicture", "{shown} of {all} cells are shown.")
_OWN = QT_TRANSLATE_NOOP("SweepPicture", "as in the project")
_IMPOSSIBLE = QT_TRANSLATE_NOOP("SweepPicture", "impossible")
_PER_LAYER = QT_TRANSLATE_NOOP("SweepPicture", "{decades} per layer")
_SLOPES = QT_TRANSLATE_NOOP("SweepPicture", "per layer: slope over the deeper half")
_NO_SLOPE = QT_TRANSLATE_NOOP("SweepPicture", "no slope: it needs three points in the deeper half")
_SEVERAL = QT_TRANSLATE_NOOP("SweepPicture", "{axis} {value}")


def said(template: str, **arguments: object) -> str:
    """A sentence of the pictures with its values."""
    return words.text(Message.of(CONTEXT, template, **arguments))


def measured(plan: Plan, *, bands: bool = False) -> str:
    """What the numbers of a picture are."""
    quantity = quantity_symbol(plan.quantity, "rms" if plan.statistic == "rms" else "l2")
    return said(_SPREAD if bands else _MEASURED, quantity=quantity, seeds=plan.seeds)


def configuration(plan: Plan) -> str:
    """The seeds and the samples."""
    seeds = plan.seed_numbers
    ends = {"first": str(seeds[0]), "last": str(seeds[-1])}
    if plan.sample is None:
        return said(_BATCH, **ends)
    return said(_SAMPLE, **ends, sample=plan.sample)


def part_shown(shown: int, total: int) -> str:
    """How much of the sweep fits into a picture; empty where all does."""
    return said(_PART, shown=words.count(shown), all=words.count(total)) if shown < total else ""


def axis_name(axis: int) -> str:
    """What an axis varies."""
    return words.translated(CONTEXT, AXES[axis])


def value_of(plan: Plan, axis: int, place: int) -> str:
    """A value on an axis."""
    axes = plan.axes
    if axis == 0:
        return _choice("activation", axes.activations[place])
    if axis == 1:
        return _choice("weights", axes.initializers[place])
    value = (axes.gains, axes.depths, axes.widths)[axis - 2][place]
    if value is None:
        return words.translated(CONTEXT, _OWN)
    return str(value) if isinstance(value, int) else f"{value:g}"


def setting(plan: Plan, axis: int, place: int) -> str:
    """The same where it stands alone: numbers with the name of their axis."""
    value = value_of(plan, axis, place)
    return value if axis < 2 else said(_SEVERAL, axis=axis_name(axis), value=value)


def settings(plan: Plan, place: Place, axes: tuple[int, ...]) -> str:
    """The settings at `place` on those of `axes` that vary."""
    sizes = (
        plan.axes.activations, plan.axes.initializers, plan.axes.gains, plan.axes.depths,
        plan.axes.widths,
    )  # fmt: skip
    return " · ".join(setting(plan, axis, place[axis]) for axis in axes if len(sizes[axis]) > 1)


def verdict_of(summary: Summary) -> str:
    """The verdict's headline, or that the cell cannot be."""
    if summary.kind:
        return words.translated("Verdict", HEADLINES[VerdictKind(summary.kind)])
    return words.translated(CONTEXT, _IMPOSSIBLE) if summary.problem else ""


def per_layer(decades: float) -> str:
    """The slope of a line over depth."""
    return said(_PER_LAYER, decades=signed(decades, 2))


def about_slopes(*, any_fitted: bool) -> str:
    """Through which points the lines over depth go, or why there is none."""
    return said(_SLOPES if any_fitted else _NO_SLOPE)


def signed(value: float, digits: int = 3) -> str:
    """A number of decades with its sign."""
    written = words.number(value, digits)
    return f"+{written}" if value > 0 else written


def cell_text(decades: float) -> str:
    """A number of decades where there is little room: two decimals, fewer where it is large."""
    if not math.isfinite(decades):
        return signed(decades)
    decimals = max(0, 2 - max(0, len(str(int(abs(decades)))) - 1))
    return f"{decades:+.{decimals}f}".replace("-", words.MINUS)


def _choice(kind: Kind, choice: Choice | None) -> str:
    if choice is None:
        return words.translated(CONTEXT, _OWN)
    label = words.activation_label if kind == "activation" else words.initializer_label
    labels = {option.name: option.label for option in options_of(kind, choice.name) or ()}
    options = [
        f"{words.translated('Option', labels.get(name, name))} {value:g}"
        for name, value in choice.options
    ]
    name = label(choice.name)
    return f"{name}, {', '.join(options)}" if options else name
