"""The table of pages: one entry each, in the order of the menu; made when first opened."""

from __future__ import annotations

from collections.abc import Callable

from msgspec import Struct

from gradsim.engine.problems import QT_TRANSLATE_NOOP
from gradsim.ui.step.study.factor_page import FactorPage
from gradsim.ui.step.study.page import StudyPage, StudyTools


class PageEntry(Struct, frozen=True):
    """A page's name in the settings, its label (context "StudyPage"), and how it is made.

    `plain_only` says, where layers with remedies are beyond the page, why; the same context.
    `tells_ahead` : whether it shows numbers that Predict has yet to ask for.
    """

    name: str
    label: str
    make: Callable[[StudyTools], StudyPage]
    plain_only: str = ""
    tells_ahead: bool = False


def _make_paths(tools: StudyTools) -> StudyPage:
    from gradsim.ui.step.study.paths.paths_page import PathsPage

    return PathsPage(tools)


def _make_ladder(tools: StudyTools) -> StudyPage:
    from gradsim.ui.step.study.ladder.page import LadderPage

    return LadderPage(tools)


def _make_two_ways(tools: StudyTools) -> StudyPage:
    from gradsim.ui.step.study.two_ways.two_ways_page import TwoWaysPage

    return TwoWaysPage(tools)


def _make_symmetry(tools: StudyTools) -> StudyPage:
    from gradsim.ui.step.study.symmetry.page import SymmetryPage

    return SymmetryPage(tools)


def _make_nudge(tools: StudyTools) -> StudyPage:
    from gradsim.ui.step.study.nudge.page import NudgePage

    return NudgePage(tools)


def _make_update(tools: StudyTools) -> StudyPage:
    from gradsim.ui.step.study.update.page import UpdatePage

    return UpdatePage(tools)


def _make_transcript(tools: StudyTools) -> StudyPage:
    from gradsim.ui.step.study.transcript_page import TranscriptPage

    return TranscriptPage(tools)


ASKED_FIRST = QT_TRANSLATE_NOOP(
    "StudyPage",
    "Predict asks for numbers that this page shows. It opens at the end of the walk, or when "
    "Predict is off.",
)
_NO_LADDER = QT_TRANSLATE_NOOP(
    "StudyPage",
    "A layer has a remedy. This page grows one product of f′ and weights into whole layers; a "
    "normalization and a residual connection have other factors. The parameter lens and the page "
    "of all paths show each of them.",
)

PAGES: tuple[PageEntry, ...] = (
    PageEntry("factor", QT_TRANSLATE_NOOP("StudyPage", "Curve and product"), FactorPage),
    PageEntry("paths", QT_TRANSLATE_NOOP("StudyPage", "All paths"), _make_paths, tells_ahead=True),
    PageEntry(
        "ladder", QT_TRANSLATE_NOOP("StudyPage", "From scalar to full"), _make_ladder, _NO_LADDER
    ),
    PageEntry("two_ways", QT_TRANSLATE_NOOP("StudyPage", "Shortcut a − y"), _make_two_ways),
    PageEntry(
        "symmetry", QT_TRANSLATE_NOOP("StudyPage", "Zero and symmetric weights"), _make_symmetry
    ),
    PageEntry("nudge", QT_TRANSLATE_NOOP("StudyPage", "Nudge"), _make_nudge, tells_ahead=True),
    PageEntry("update", QT_TRANSLATE_NOOP("StudyPage", "Update"), _make_update, tells_ahead=True),
    PageEntry("transcript", QT_TRANSLATE_NOOP("StudyPage", "Transcript"), _make_transcript),
)
"""The pages; the first one is shown at first. An entry may import its page within `make`."""
