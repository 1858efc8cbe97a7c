"""The table of Compare's pages: one entry each, in the order of their tabs; made when opened."""

from __future__ import annotations

from collections.abc import Callable

from msgspec import Struct

from gradsim.engine.problems import QT_TRANSLATE_NOOP
from gradsim.ui.compare.page import ComparePage
from gradsim.ui.workbench import Workbench


class PageEntry(Struct, frozen=True):
    """A page's name in the settings, its label (context "ComparePage"), and how it is made.

    `modules` is what it is made of, in slices that each load in a frame or two, in their order.
    """

    name: str
    label: str
    make: Callable[[Workbench], ComparePage]
    modules: tuple[str, ...] = ()


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


_GRID = (
    "msgspec",
    "gradsim.project.ensembles",
    "gradsim.project.sweeps.plan",
    "gradsim.project.sweeps",
    "gradsim.viewmodels.compare.grid.faces",
    "gradsim.viewmodels.compare.grid.filling",
    "gradsim.viewmodels.compare.grid.measuring",
    "gradsim.viewmodels.compare.grid.view",
    "gradsim.ui.compare.grid.painter",
    "gradsim.ui.compare.grid.canvas",
    "gradsim.ui.compare.grid.controls",
    "gradsim.ui.compare.grid.side",
    "gradsim.ui.compare.grid.page",
)
_RUNS = ("gradsim.viewmodels.compare.runs.view", "gradsim.ui.compare.runs.page")
_SCANS = (
    "gradsim.viewmodels.compare.scans.view",
    "gradsim.ui.compare.scans.plot",
    "gradsim.ui.compare.scans.page",
)
_RACE = ("gradsim.viewmodels.race.session", "gradsim.ui.compare.race.page")
_PAPERS = ("gradsim.viewmodels.compare.papers.view", "gradsim.ui.compare.papers.page")

PAGES: tuple[PageEntry, ...] = (
    PageEntry("grid", QT_TRANSLATE_NOOP("ComparePage", "Grid"), _grid, _GRID),
    PageEntry("runs", QT_TRANSLATE_NOOP("ComparePage", "Runs"), _runs, _RUNS),
    PageEntry("scans", QT_TRANSLATE_NOOP("ComparePage", "Scans"), _scans, _SCANS),
    PageEntry("papers", QT_TRANSLATE_NOOP("ComparePage", "Papers"), _papers, _PAPERS),
    PageEntry("race", QT_TRANSLATE_NOOP("ComparePage", "Race"), _race, _RACE),
)
"""The pages; the first one is shown at first. An entry imports its page within `make`."""
