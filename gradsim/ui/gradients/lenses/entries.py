"""The table of lenses: one entry each, in the order of the chooser; made when first opened."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from msgspec import Struct

from gradsim.engine.problems import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from gradsim.ui.gradients.lenses.lens import Lens, LensTools


class LensEntry(Struct, frozen=True):
    """A lens' name in the settings, its label and tooltip (context "Lens"), and how it is made."""

    name: str
    label: str
    tip: str
    make: Callable[[LensTools], Lens]


def _make_parts(tools: LensTools) -> Lens:
    from gradsim.ui.gradients.lenses.parts import PartsLens

    return PartsLens(tools)


def _make_cumulative(tools: LensTools) -> Lens:
    from gradsim.ui.gradients.lenses.cumulative import CumulativeLens

    return CumulativeLens(tools)


def _make_singular(tools: LensTools) -> Lens:
    from gradsim.ui.gradients.lenses.singular import SingularLens

    return SingularLens(tools)


def _make_precision(tools: LensTools) -> Lens:
    from gradsim.ui.gradients.lenses.precision import PrecisionLens

    return PrecisionLens(tools)


LENSES: tuple[LensEntry, ...] = (
    LensEntry(
        "parts",
        QT_TRANSLATE_NOOP("Lens", "Parts"),
        QT_TRANSLATE_NOOP("Lens", "What each part takes or adds in each layer"),
        _make_parts,
    ),
    LensEntry(
        "cumulative",
        QT_TRANSLATE_NOOP("Lens", "Cumulative"),
        QT_TRANSLATE_NOOP("Lens", "What the parts have come to, from the cost down to each layer"),
        _make_cumulative,
    ),
    LensEntry(
        "singular",
        QT_TRANSLATE_NOOP("Lens", "Singular values"),
        QT_TRANSLATE_NOOP("Lens", "How evenly a layer, and the whole network, passes gradients on"),
        _make_singular,
    ),
    LensEntry(
        "precision",
        QT_TRANSLATE_NOOP("Lens", "Precision"),
        QT_TRANSLATE_NOOP("Lens", "What is left of the gradient in float16, float32 and float64"),
        _make_precision,
    ),
)
"""The lenses; the first one is shown at first."""
