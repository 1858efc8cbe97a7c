"""A shown profile plot, and profiles made of given logarithms."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from gradsim.engine.scaling import LOG10_2, State
from gradsim.ui.plots.profile_plot import ProfilePlot
from gradsim.ui.theme import ThemeController
from gradsim.viewmodels.gradients.profile import Profile


def profile(values: Sequence[float | State]) -> Profile:
    """log₁₀ magnitudes, or states where there is none."""
    states = tuple(each if isinstance(each, State) else State.ok for each in values)
    log10 = np.array([np.nan if isinstance(each, State) else each for each in values])
    exponents = np.floor(np.nan_to_num(log10) / LOG10_2).astype(np.int64)
    mantissas = 10.0 ** (np.nan_to_num(log10) - exponents * LOG10_2)
    layers = np.arange(1.0, len(states) + 1)
    return Profile(layers, log10, states, mantissas, exponents)


@pytest.fixture
def plot(theme: ThemeController, qtbot: QtBot) -> Iterator[ProfilePlot]:
    made = ProfilePlot(theme)
    qtbot.addWidget(made)
    made.resize(520, 320)
    with qtbot.waitExposed(made):
        made.show()
    yield made
    made.close()
