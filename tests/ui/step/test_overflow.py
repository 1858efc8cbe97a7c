"""Steps whose numbers floats cannot hold say so where their plot would stand."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from gradsim.ui.main_window import MainWindow
from gradsim.viewmodels.step.walk.walk import Lens
from tests.viewmodels.step.curve.test_curve import overflowing


@pytest.mark.parametrize("lens", list(Lens))
def test_a_step_too_large_for_a_plot_says_so_in_place_of_it(
    window: MainWindow, lens: Lens, qtbot: QtBot
) -> None:
    bench = window.workbench
    bench.document.load(overflowing())
    bench.simulation.compute_now()
    bench.stepper.choose_lens(lens)
    bench.stepper.finish()
    canvas = window.workspaces.step.study.page.curve.canvas
    told = set()
    for position in range(1, len(bench.stepper.steps) + 1):
        bench.stepper.jump(position)
        assert canvas.curve is not None
        if not canvas.curve.drawable:
            told.add((canvas.instead, canvas.accessibleDescription()))
        assert not canvas.grab().isNull()
    sentence = "The numbers here are too large for a plot."
    assert told == {(sentence, sentence)}
    window.finish_drawing()
