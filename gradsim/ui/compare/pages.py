"""The table of Compare's pages: one entry each, in the order of their tabs; made when opened."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from gradsim.engine.problems import QT_TRANSLATE_NOOP
from gradsim.ui.compare.page import ComparePage
from gradsim.ui.workbench import Workbench


@dataclass(frozen=True, slots=True)
class PageEntry:
    """A page's name in the settings, its label (context "ComparePage"), and how it is made."""

    name: str
    label: str
    make: Callable[[Workbench], ComparePage]


def _grid(workbench: Workbench) -> ComparePage:
    from gradsim.ui.compare.grid.page import GridPage

    return GridPage(workbench)


def _runs(workbench: Workbench) -> ComparePage:
    from gradsim.ui.compare.runs.page import RunsPage

    return RunsPage(workbench)


def _scans(workbench: Workbench) -> ComparePage:
    from gradsim.ui.compare.scans.page import ScansPage

    return ScansPage(workbench)


def _papers(workbench: Workbench) -> ComparePage:
    from gradsim.ui.compare.papers.page import PapersPage

    return PapersPage(workbench)


def _race(workbench: Workbench) -> ComparePage:
    from gradsim.ui.compare.race.page import RacePage

    return RacePage(workbench)


PAGES: tuple[PageEntry, ...] = (
    PageEntry("grid", QT_TRANSLATE_NOOP("ComparePage", "Grid"), _grid),
    PageEntry("runs", QT_TRANSLATE_NOOP("ComparePage", "Runs"), _runs),
    PageEntry("scans", QT_TRANSLATE_NOOP("ComparePage", "Scans"), _scans),
    PageEntry("papers", QT_TRANSLATE_NOOP("ComparePage", "Papers"), _papers),
    PageEntry("race", QT_TRANSLATE_NOOP("ComparePage", "Race"), _race),
)
"""The pages; the first one is shown at first. An entry imports its page within `make`."""
