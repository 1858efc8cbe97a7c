"""The dividers of the window: whatever they are moved to, what is beside them can be read."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget

from gradsim.ui.main_window import MainWindow
from gradsim.ui.panel import LEAST_COLUMN
from gradsim.ui.splitter import RememberedSplitter

NEVER = Qt.ScrollBarPolicy.ScrollBarAlwaysOff
ROOMY = [
    "challenges",
    "compare-grid",
    "compare-runs",
    "compare-scans",
    "compare-papers",
    "compare-race",
]
PLACES = ["step", "gradients", "train", *ROOMY]


def open_place(window: MainWindow, place: str) -> None:
    """Open a workspace, or a page of Compare."""
    workspace, _, page = place.partition("-")
    window.open_workspace(workspace)
    if page:
        window.workspaces.open_compare(page)
    QApplication.processEvents()


def cut_off(root: QWidget) -> list[str]:
    """The shown columns that do not scroll sideways and are narrower than what they hold."""
    areas = [
        each
        for each in root.findChildren(QScrollArea)
        if each.isVisible() and each.horizontalScrollBarPolicy() == NEVER
    ]
    return [
        f"{type(each).__name__} of {each.parentWidget().accessibleName()}"
        for each in areas
        if each.widget().minimumSizeHint().width() > each.viewport().width()
    ]


@pytest.mark.parametrize("place", PLACES)
def test_no_divider_cuts_a_column_off(window: MainWindow, place: str, either_language: str) -> None:
    del either_language
    window.resize(1440, 900)
    open_place(window, place)
    across = [
        each
        for each in window.findChildren(RememberedSplitter)
        if each.isVisible() and each.orientation() == Qt.Orientation.Horizontal
    ]
    assert across
    for splitter in across:
        for squeezed in range(splitter.count()):
            splitter.setSizes([1 if n == squeezed else 4000 for n in range(splitter.count())])
            QApplication.processEvents()
            assert cut_off(window) == []
            if place in ROOMY and window.workspaces.isAncestorOf(splitter):
                assert splitter.widget(squeezed).width() >= LEAST_COLUMN
