"""A step whose numbers floats cannot hold has a curve that says so, without a warning."""

from __future__ import annotations

import numpy as np
import pytest

from gradsim.engine.network import Layer, Network
from gradsim.engine.options import Choice
from gradsim.project.model import DataSource, Project, with_ids
from gradsim.project.presets import preset
from gradsim.project.presets.preset import project, stack, typed
from gradsim.viewmodels import words
from gradsim.viewmodels.messages import Message
from gradsim.viewmodels.step.curve.cost_curves import shortcut_curve
from gradsim.viewmodels.step.curve.curve import curve
from gradsim.viewmodels.step.curve.shape import NOTHING, Curve
from gradsim.viewmodels.step.walk.steps import Family, StepKind
from gradsim.viewmodels.step.walk.walk import Lens
from tests.viewmodels.step.conftest import OpenDesk


def overflowing(samples: int = 1) -> Project:
    """Three layers of the identity, whose z leave the range of floats."""
    huge = typed([[1e308, 1e308], [1e308, 1e308]], [0.0, 0.0])
    return project(
        2,
        stack([2, 2, 1], "identity", Choice.of("glorot_normal")),
        "squared_error",
        DataSource.inline([[0.8, -1.7]] * samples, [[1.0]] * samples),
        parameters=[huge, huge, None],
    )


@pytest.mark.parametrize("lens", list(Lens))
def test_numbers_beyond_floats_make_a_curve_that_is_not_drawable(
    lens: Lens, open_desk: OpenDesk
) -> None:
    desk = open_desk(overflowing())
    desk.stepper.choose_lens(lens)
    desk.settle()
    found = []
    for position in range(1, len(desk.stepper.steps) + 1):
        shown = curve(desk.stepper.walk, desk.result, position)
        assert shown is not None
        if shown.drawable:
            assert shown.heights is not None
            assert np.isfinite([*shown.heights, shown.x[0], shown.x[-1]]).all()
        found.append(shown.drawable)
    assert not all(found)


@pytest.mark.parametrize("name", ["first_look", "mazur", "digits_classifier"])
def test_ordinary_numbers_are_drawable_at_every_step(name: str, open_desk: OpenDesk) -> None:
    desk = open_desk(preset(name))
    for position in range(len(desk.stepper.steps) + 1):
        shown = curve(desk.stepper.walk, desk.result, position)
        assert shown is not None
        assert shown.drawable


@pytest.mark.parametrize(
    ("x", "y", "drawable"),
    [
        ([-1.0, 1.0], [2.0, 3.0], True),
        ([-1.0, 1.0], [np.inf, 3.0], True),
        ([-1.0, 1.0], [np.nan, -np.inf], False),
        ([-1.0, 1.0], [-1e308, 1e308], False),
        ([-1e308, 1e308], [0.0, 0.0], False),
        ([np.nan, np.nan], [0.0, 0.0], False),
    ],
)
def test_a_plot_needs_two_ranges_that_a_float_holds(
    x: list[float], y: list[float], drawable: bool
) -> None:
    title = Message("Curve", "")
    shown = Curve(title, "", "x", Family.LINEAR, np.array(x), np.array(y), NOTHING)
    assert shown.drawable == drawable


def test_after_a_normalization_the_curves_of_the_output_lie_over_u(open_desk: OpenDesk) -> None:
    layers = with_ids((Layer(3), Layer(3, Choice("softmax"), normalization=Choice("layer_norm"))))
    network = Network(2, layers, "cross_entropy")
    data = DataSource.of("gaussian", samples=4)
    desk = open_desk(Project("normalized", 7, network, (), data))
    desk.stepper.choose_lens(Lens.LAYER)
    desk.settle()
    kinds = [step.kind for step in desk.stepper.steps]
    at = kinds.index(StepKind.ACTIVATION)
    shown = curve(desk.stepper.walk, desk.result, at + 1)
    assert shown is not None
    assert (shown.x_label, words.text(shown.title)) == ("u", "softmax: a₁ over u₁")
    straight = shortcut_curve(desk.result, desk.stepper.steps[at], 2)
    inner = desk.result.forward.layers[-1].inner
    assert inner is not None
    assert straight.x_label == "u₂⁽²⁾"
    assert straight.point is not None
    assert straight.point[0] == inner.argument[0, 1]
