"""Lettered layers stand where the notation puts the numbers, at any depth."""

from __future__ import annotations

import pytest

from gradsim.viewmodels.step.ladder.lettered import lettered_step, lettered_tex, lettered_text
from gradsim.viewmodels.step.walk.steps import Step, StepKind


@pytest.mark.parametrize(
    ("layer", "depth", "tex", "text"),
    [
        (5, 5, r"\frac{\partial z^{(L)}}{\partial a^{(L-1)}}", "∂z^(L)/∂a^(L−1)"),
        (3, 5, r"\frac{\partial z^{(L-2)}}{\partial a^{(L-3)}}", "∂z^(L−2)/∂a^(L−3)"),
        (2, 700, r"\frac{\partial z^{(L-698)}}{\partial a^{(L-699)}}", "∂z^(L−698)/∂a^(L−699)"),
    ],
)
def test_layers_count_down_from_the_last(layer: int, depth: int, tex: str, text: str) -> None:
    step = lettered_step(Step(StepKind.PREVIOUS_ACTIVATION, layer, depth, unit=2, source=3))
    assert lettered_tex(step.tex) == tex
    assert lettered_text(step.symbol) == text
