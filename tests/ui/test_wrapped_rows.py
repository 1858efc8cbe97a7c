"""Claims about lists of sentences: whatever the width, no row shows less than its text."""

from __future__ import annotations

import itertools

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QListWidget, QStyleOptionViewItem
from pytestqt.qtbot import QtBot

from gradsim.ui.theme import ThemeController
from gradsim.ui.wrapped_rows import WrappedRows

TITLES = ["6. 50개 층을 고르게: 초기화로", "4. Two numbers against symmetry", "1. Let it fade"]


@pytest.mark.parametrize("width", range(110, 230, 3))
def test_a_row_shows_as_much_as_with_a_line_more(
    theme: ThemeController, qtbot: QtBot, width: int
) -> None:
    rows = QListWidget()
    qtbot.addWidget(rows)
    rows.setProperty("bare", True)
    delegate = WrappedRows(rows)
    rows.addItems(TITLES)
    rows.resize(width, 300)
    rows.show()
    for row in range(rows.count()):
        index = rows.model().index(row, 0)
        size = rows.visualRect(index).size()
        assert _inked(rows, delegate, row, size) == _inked(
            rows, delegate, row, size + QSize(0, rows.fontMetrics().lineSpacing())
        )


def _inked(rows: QListWidget, delegate: WrappedRows, row: int, size: QSize) -> int:
    """How many pixels of text a row of `size` shows."""
    picture = QImage(size, QImage.Format.Format_RGB32)
    picture.fill(Qt.GlobalColor.white)
    option = QStyleOptionViewItem()
    rows.initViewItemOption(option)
    option.rect = picture.rect()
    painter = QPainter(picture)
    delegate.paint(painter, option, rows.model().index(row, 0))
    painter.end()
    points = itertools.product(range(size.width()), range(size.height()))
    return sum(QColor(picture.pixel(*point)).lightness() < 128 for point in points)
