"""Bars and their sums: what has no height is left out, and painting never fails."""

from __future__ import annotations

import numpy as np
import pyqtgraph as pg
import pytest
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QStyleOptionGraphicsItem
from pytestqt.qtbot import QtBot

from gradsim.ui.plots.bars import Bars, BarStyle


@pytest.mark.parametrize("lost", [np.inf, -np.inf, np.nan])
def test_a_bar_without_a_finite_height_is_left_out(qtbot: QtBot, lost: float) -> None:
    plot = pg.GraphicsView()
    qtbot.addWidget(plot)
    view = pg.ViewBox()
    plot.setCentralItem(view)
    bars = Bars()
    view.addItem(bars)
    rows = [(np.array([1.0, lost]), BarStyle(QColor("blue"))) for _ in range(2)]
    edges = np.array([0.5, 1.5])
    bars.set_bars(edges, edges + 1.0, rows, np.array([2.0, lost]), QColor("black"))
    image = QImage(60, 40, QImage.Format.Format_ARGB32)
    image.fill(0)
    painter = QPainter(image)
    painter.scale(20.0, 10.0)
    bars.paint(painter, QStyleOptionGraphicsItem())
    painter.end()
    assert image.pixelColor(15, 5).blue() == 255
    assert image.pixelColor(45, 5).alpha() == 0
