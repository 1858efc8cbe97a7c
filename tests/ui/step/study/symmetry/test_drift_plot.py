"""The plot of how far rows drift apart has an axis like every other axis of decades."""

from __future__ import annotations

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from gradsim.engine.initialization import Parameters
from gradsim.engine.symmetry.drift import Drift
from gradsim.ui.step.study.symmetry import drift_plot
from gradsim.ui.step.study.symmetry.drift_plot import DriftPlot
from gradsim.ui.theme import ThemeController


@pytest.mark.parametrize(
    ("least", "greatest", "decades"),
    [
        (1e-3, 1.0, (-3.0, -2.0, -1.0, 0.0)),
        (1e-16, 1e-1, (-15.0, -10.0, -5.0)),
        (1e-40, 1e10, (-40.0, -20.0, 0.0)),
    ],
)
def test_ticks_are_whole_decades_one_two_or_five_apart(
    theme: ThemeController,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
    least: float,
    greatest: float,
    decades: tuple[float, ...],
) -> None:
    seen: list[tuple[float, ...]] = []
    paint = drift_plot.paint_left_axis

    def noted(painter: object, frame: object, ticks: tuple[float, ...], *rest: object) -> None:
        seen.append(ticks)
        paint(painter, frame, ticks, *rest)  # type: ignore[arg-type]

    monkeypatch.setattr(drift_plot, "paint_left_axis", noted)
    drift = Drift(np.array([[least], [greatest]]), np.ones(2), Parameters((), ()), None)
    plot = DriftPlot(theme)
    qtbot.addWidget(plot)
    plot.resize(400, plot.sizeHint().height())
    plot.show_drift(drift, None, ((1, "W¹"),), 1, "")
    plot.grab()
    assert set(seen) == {decades}
