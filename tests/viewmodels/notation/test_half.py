"""The ½ is an edit of the project: it halves every number, and Undo takes it back."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtWidgets import QApplication

from gradsim.project.presets import preset
from gradsim.viewmodels import words
from gradsim.viewmodels.first_look import blank_project
from gradsim.viewmodels.notation.half import HalfChoice, cost_of_new_project
from tests.viewmodels.step.step_desk import StepDesk


@pytest.fixture
def desk(qapp: QApplication, tmp_path: Path) -> Iterator[StepDesk]:
    """The first-look project."""
    del qapp
    made = StepDesk(preset("first_look"), tmp_path)
    yield made
    made.shut_down()


def gradients(desk: StepDesk) -> list[np.ndarray]:
    return [np.asarray(factor.product) for factor in desk.result.factors]


def test_it_halves_the_cost_and_every_gradient_exactly(desk: StepDesk) -> None:
    half = HalfChoice(desk.document, desk.settings)
    cost, before = float(desk.result.forward.cost), gradients(desk)
    half.choose(True)
    desk.compute()
    assert half.half
    assert float(desk.result.forward.cost) == 0.5 * cost
    for now, then in zip(gradients(desk), before, strict=True):
        np.testing.assert_array_equal(now, 0.5 * then)


def test_it_is_one_undo_step(desk: StepDesk) -> None:
    half = HalfChoice(desk.document, desk.settings)
    told: list[bool] = []
    half.changed.connect(lambda: told.append(half.half))
    project = desk.project
    half.choose(True)
    half.choose(True)
    assert desk.document.undo_stack.count() == 1
    desk.document.undo_stack.undo()
    assert desk.project == project
    assert told == [True, False]


def test_it_is_the_cost_of_the_next_blank_project(desk: StepDesk) -> None:
    assert blank_project(cost_of_new_project(desk.settings)).network.cost == "squared_error"
    HalfChoice(desk.document, desk.settings).choose(True)
    assert blank_project(cost_of_new_project(desk.settings)).network.cost == "half_squared_error"


def test_a_cost_without_squares_has_no_half_and_says_why(desk: StepDesk) -> None:
    desk.load(preset("digits_classifier"))
    half = HalfChoice(desk.document, desk.settings)
    project = desk.project
    half.choose(True)
    assert not half.applies
    assert desk.project is project
    assert words.cost_label(project.network.cost) in words.text(half.meaning)
