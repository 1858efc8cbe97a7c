"""Numbers leave the program under the same names in every language."""

from __future__ import annotations

import re
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from gradsim.ui.gradients.statistics_view import StatisticsView
from gradsim.ui.main_window import MainWindow
from gradsim.ui.plots.export.writing import file_bytes

HANGUL = re.compile("[\uac00-\ud7a3]")


def subjects(window: MainWindow) -> list[Any]:
    """All of the window that can be saved as numbers."""
    widgets = window.findChildren(QWidget)
    found = [*widgets, *(getattr(each, "exported", None) for each in widgets)]
    return [each for each in found if hasattr(each, "file_stem") and each.table is not None]


@pytest.mark.parametrize(
    "place",
    ["step", "gradients", "train", "compare-grid", "compare-runs", "compare-scans"],
)
def test_no_table_of_the_window_is_saved_in_korean(
    window: MainWindow, place: str, either_language: str
) -> None:
    workspace, _, page = place.partition("-")
    window.workbench.runs.pin_now()
    window.open_workspace(workspace)
    if page:
        window.workspaces.open_compare(page)
    window.finish_drawing()
    texts = [file_bytes(each, "csv").decode("utf-8-sig") for each in subjects(window)]
    assert any(len(text.splitlines()) > 1 for text in texts) or place == "train"
    assert [text for text in texts if HANGUL.search(text)] == []
    del either_language


@pytest.mark.parametrize("lens", ["parts", "cumulative", "singular", "precision"])
def test_what_took_the_decades_has_the_same_headings_in_korean(
    window: MainWindow, lens: str, either_language: str
) -> None:
    window.open_workspace("gradients")
    panel = window.workspaces.gradients.attribution_panel
    panel.open_lens(lens)
    window.finish_drawing()
    plot = panel.parts.attribution.plot if lens == "parts" else panel.lens.base_plot
    saved = file_bytes(plot, "csv").decode("utf-8-sig")
    assert saved.startswith("layer,")
    assert not HANGUL.search(saved)
    if lens in ("parts", "cumulative"):
        assert saved.startswith("layer,activations f′(z),weights W,")
    assert QCoreApplication.translate("Attribution", "weights W") == (
        "가중치 W" if either_language == "ko" else "weights W"
    )


def test_the_statistics_are_shown_in_korean_and_copied_in_english(
    window: MainWindow, qtbot: QtBot, either_language: str
) -> None:
    window.open_workspace("gradients")
    panel = window.workspaces.gradients.profile_panel
    panel.views.button("table").click()
    window.finish_drawing()
    QApplication.processEvents()
    statistics: StatisticsView = panel.statistics
    shown = statistics._model.table.headings[0]
    assert shown == ("층" if either_language == "ko" else "layer")
    statistics.copy_selection()
    copied = QGuiApplication.clipboard().text()
    assert copied.startswith("layer\tunits\tactivation\t")
    assert not HANGUL.search(copied)
    del qtbot
