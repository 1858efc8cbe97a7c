"""The help explains every remedy that the builder offers."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication

from gradsim.engine.remedies import NORMALIZATIONS
from gradsim.ui.help.pages import pages, remedies_page


def test_every_normalization_is_explained_with_its_source(qapp: QApplication) -> None:
    rows = dict(row for section in remedies_page().sections for row in section.rows)
    for rule in NORMALIZATIONS.values():
        assert rule.meaning in rows[rule.label]
        assert rule.source in rows[rule.label]


def test_the_page_is_one_of_the_help(qapp: QApplication) -> None:
    assert "remedies" in [page.name for page in pages()]
