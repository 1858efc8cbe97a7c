"""The table of pages: one entry each, in the order of the menu; made when first opened."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from gradsim.engine.problems import QT_TRANSLATE_NOOP
from gradsim.ui.step.study.factor_page import FactorPage
from gradsim.ui.step.study.page import StudyPage, StudyTools


@dataclass(frozen=True, slots=True)
class PageEntry:
    """A page's name in the settings, its label (context "StudyPage"), and how it is made."""

    name: str
    label: str
    make: Callable[[StudyTools], StudyPage]


def _make_transcript(tools: StudyTools) -> StudyPage:
    from gradsim.ui.step.study.transcript_page import TranscriptPage

    return TranscriptPage(tools)


PAGES: tuple[PageEntry, ...] = (
    PageEntry("factor", QT_TRANSLATE_NOOP("StudyPage", "Curve and product"), FactorPage),
    PageEntry("transcript", QT_TRANSLATE_NOOP("StudyPage", "Transcript"), _make_transcript),
)
"""The pages; the first one is shown at first. An entry may import its page within `make`."""
