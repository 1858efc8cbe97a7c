"""The timeline: every step of a walk as a mark on one line, grouped by layer, and where one stands.

The line has one slot for position 0 and one for each step, all equally wide; shares of its length
go from 0 to 1.
"""

from __future__ import annotations

from msgspec import Struct

from gradsim.engine.problems import QT_TRANSLATE_NOOP
from gradsim.viewmodels import words
from gradsim.viewmodels.messages import Message
from gradsim.viewmodels.step.card.card import KIND_LABELS
from gradsim.viewmodels.step.walk.steps import Family
from gradsim.viewmodels.step.walk.walk import Lens, Walk

MOST_MARKS = 200
"""With more steps than this a mark stands for a whole layer."""


class Mark(Struct, frozen=True):
    """One step, or where there are many a whole layer: the positions `first` .. `last`.

    `family` is None where several steps share the mark.
    """

    first: int
    last: int
    layer: int
    family: Family | None
    side_branch: bool = False


class LayerRun(Struct, frozen=True):
    """The positions `first` .. `last` whose steps belong to one layer."""

    layer: int
    first: int
    last: int


class Timeline(Struct, frozen=True):
    """The marks in order, and the runs of steps in one layer."""

    count: int
    marks: tuple[Mark, ...] = ()
    runs: tuple[LayerRun, ...] = ()

    @property
    def compressed(self) -> bool:
        """Whether a mark stands for a whole layer."""
        return self.count > MOST_MARKS

    def share_of(self, position: float) -> float:
        """The middle of the slot of `position`."""
        return (position + 0.5) / (self.count + 1)

    def position_at(self, share: float) -> int:
        """The position whose slot lies at `share`, held within the line."""
        return min(max(int(share * (self.count + 1)), 0), self.count)


def timeline(walk: Walk) -> Timeline:
    """The timeline of `walk`; empty where there are no steps."""
    layers = [step.layer for step in walk.steps]
    count = len(layers)
    firsts = [i for i in range(count) if i == 0 or layers[i] != layers[i - 1]]
    runs = [
        LayerRun(layers[first], first + 1, after)
        for first, after in zip(firsts, [*firsts[1:], count], strict=False)
    ]
    if count > MOST_MARKS:
        marks = tuple(Mark(run.first, run.last, run.layer, None) for run in runs)
    else:
        marks = tuple(
            Mark(index, index, step.layer, step.family, step.side_branch)
            for index, step in enumerate(walk.steps, start=1)
        )
    return Timeline(count, marks, tuple(runs))


def place_text(walk: Walk, position: int) -> Message:
    """``Step 4 of 7: ∂a₃⁽⁴⁾/∂z₃⁽⁴⁾, activation, layer 4``: its name, never its number."""
    count = words.count(len(walk.steps))
    if not 0 < position <= len(walk.steps):
        return Message.of("Timeline", _START, count=count)
    step = walk.steps[position - 1]
    template = _VALUE if walk.lens == Lens.FORWARD else _FACTOR
    return Message.of(
        "Timeline",
        template,
        number=words.count(position),
        count=count,
        symbol=step.symbol,
        kind=Message.of("StepKind", KIND_LABELS[step.kind]),
        layer=step.layer,
    )


_START = QT_TRANSLATE_NOOP("Timeline", "Start, before the {count} steps")
_FACTOR = QT_TRANSLATE_NOOP(
    "Timeline", "Factor {number} of {count}: {symbol}, {kind}, layer {layer}"
)
_VALUE = QT_TRANSLATE_NOOP("Timeline", "Value {number} of {count}: {symbol}, {kind}, layer {layer}")
