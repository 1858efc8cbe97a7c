"""Pictures of a sweep show what was measured, in both themes, whatever is missing."""

from __future__ import annotations

import math
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from gradsim.engine.options import Choice
from gradsim.project.presets import preset
from gradsim.project.scans import ScanAxis, measure_point
from gradsim.project.sweeps import Axes, Cell, Plan, sweep
from gradsim.project.sweeps.results_file import ResultsFile
from gradsim.project.sweeps.summaries import summaries
from gradsim.ui.sweep_pictures import draw_sweep
from gradsim.ui.sweep_pictures.scan import scanned_axes
from gradsim.ui.sweep_pictures.words import cell_text, signed
from gradsim.ui.theme.tokens import DARK, LIGHT, Theme
from gradsim.viewmodels.compare.scans.curves import Configuration, curve_of

PLAN = Plan(
    preset("ten_sigmoid_layers"),
    Axes(
        (Choice("tanh"), Choice("softmax")), (Choice("he_normal"), Choice("zeros")), depths=(3, 6)
    ),
    seeds=3,
)


@pytest.mark.parametrize("theme", [LIGHT, DARK])
def test_grid_and_scan_are_drawn_and_say_the_numbers(
    qtbot: QtBot, tmp_path: Path, theme: Theme
) -> None:
    list(sweep(PLAN, tmp_path / "r.jsonl"))
    with ResultsFile(tmp_path / "r.jsonl", PLAN) as results:
        paths = draw_sweep(PLAN, results, tmp_path, theme)
        cells = summaries(PLAN, results, (9, 9, 9, 9, 9))
    assert {path.name for path in paths} == {
        "grid.png", "grid.svg", "scan_depth.png", "scan_depth.svg",
    }  # fmt: skip
    svg = (tmp_path / "grid.svg").read_text(encoding="utf-8")
    assert svg.count(cell_text(cells[0, 0, 0, 1, 0].median)) == 1
    assert svg.count("impossible") == 4
    assert svg.count("Exactly zero") == 2
    image = QImage(str(tmp_path / "grid.png"))
    assert image.pixelColor(1, 1) == theme.panel
    scan = (tmp_path / "scan_depth.svg").read_text(encoding="utf-8")
    assert "no slope: it needs three points in the deeper half" in scan
    assert "per layer" not in scan


def test_the_slope_over_depth_is_that_of_the_window(qtbot: QtBot, tmp_path: Path) -> None:
    depths = (2, 5, 10, 20, 25, 32, 40)
    plan = Plan(
        preset("ten_sigmoid_layers"),
        Axes((Choice("tanh"), Choice("relu")), (Choice("glorot_normal"),), depths=depths),
        seeds=2,
    )
    list(sweep(plan, tmp_path / "r.jsonl"))
    with ResultsFile(tmp_path / "r.jsonl", plan) as results:
        draw_sweep(plan, results, tmp_path, LIGHT)
        cells = summaries(plan, results, (9, 9, 9, 9, 9))
    svg = (tmp_path / "scan_depth.svg").read_text(encoding="utf-8")
    assert "per layer: slope over the deeper half" in svg
    for row, (name, activation) in enumerate((("Tanh", "tanh"), ("ReLU", "relu"))):
        points = []
        for depth in depths:
            cell = Cell(Choice(activation), Choice("glorot_normal"), depth=depth)
            points.append((float(depth), measure_point(plan.base, cell, plan.seeds)))
        configuration = Configuration("", 0, name, plan.base)
        shown = curve_of(configuration, ScanAxis.depth, points, plan.quantity, plan.statistic, None)
        assert shown.fit is not None
        medians = [cells[row, 0, 0, place, 0].median for place in range(len(depths))]
        upper = np.polyfit(depths[4:], medians[4:], 1)[0]
        assert shown.fit.slope == pytest.approx(upper)
        assert signed(upper, 2) != signed(np.polyfit(depths, medians, 1)[0], 2)
        assert f">{name}: {signed(upper, 2)} per layer<" in svg


def test_a_sweep_that_has_only_begun_is_drawn_with_holes(qtbot: QtBot, tmp_path: Path) -> None:
    with ResultsFile(tmp_path / "r.jsonl", PLAN) as results:
        assert draw_sweep(PLAN, results, tmp_path, LIGHT)
    assert not QImage(str(tmp_path / "scan_depth.png")).isNull()


def test_only_axes_of_several_numbers_are_scanned() -> None:
    assert scanned_axes(PLAN) == (3,)
    assert scanned_axes(Plan(PLAN.base, Axes(gains=(1.0, 2.0), widths=(3, 4)), seeds=1)) == (2, 4)
    assert scanned_axes(Plan(PLAN.base, Axes(), seeds=1)) == ()


@pytest.mark.parametrize(
    ("decades", "text"),
    [(0.713, "+0.71"), (-39.51, "−39.5"), (-123.4, "−123"), (-math.inf, "−∞"), (0.0, "+0.00")],
)
def test_numbers_in_cells_are_short(decades: float, text: str) -> None:
    assert cell_text(decades) == text
