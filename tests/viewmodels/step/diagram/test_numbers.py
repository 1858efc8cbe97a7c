"""The diagram's numbers: texts, tiles, values and the ribbon."""

from __future__ import annotations

import math

import numpy as np
import pytest

from gradsim.engine.options import Choice
from gradsim.project.edits import set_weight
from gradsim.project.presets import preset
from gradsim.viewmodels.simulation import simulate
from gradsim.viewmodels.step.diagram.ribbon import Ribbon, ribbon_of
from gradsim.viewmodels.step.diagram.text import short_number
from gradsim.viewmodels.step.diagram.tiles import TILE_CELLS, tile_shades
from gradsim.viewmodels.step.diagram.values import DiagramValues, Standing, decade_range
from tests.viewmodels.step.diagram.diagram_desk import project_of


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (0.53912, "0.539"), (-0.1174, "−0.117"), (0.0, "0"), (12.34, "12.3"), (1234.0, "1234"),
        (0.01234, "0.0123"), (0.001234, "0.00123"), (0.0001234, "1.23e−4"),
        (-3.6e9, "−3.60e9"), (0.9999, "1.00"),
        (math.nan, "NaN"), (-math.inf, "−∞"),
    ],
)  # fmt: skip
def test_a_unit_shows_three_figures_in_few_characters(value: float, text: str) -> None:
    assert short_number(value) == text


@pytest.mark.parametrize(("figures", "text"), [(3, "−0.00807"), (2, "−0.0081"), (1, "−0.008")])
def test_fewer_figures_take_less_room(figures: int, text: str) -> None:
    assert short_number(-0.008066, figures) == text
    assert short_number(123.4, figures) == "123"


def test_a_tile_is_mid_grey_at_zero_and_full_at_the_largest() -> None:
    shades = tile_shades(np.array([[0.0, 2.0], [-2.0, 1.0]]))
    assert shades.tolist() == [[128, 255], [1, 192]]


def test_a_tile_of_zeros_is_mid_grey() -> None:
    assert (tile_shades(np.zeros((3, 3))) == 128).all()


def test_a_large_tile_keeps_the_strongest_weight_of_each_block_with_its_sign() -> None:
    weights = np.full((1000, 500), 0.25)
    weights[999, 499] = -1.0
    shades = tile_shades(weights)
    assert shades.shape == (TILE_CELLS, TILE_CELLS)
    assert shades[-1, -1] == 1
    assert shades[0, 0] == 128 + 32


def test_a_weight_that_is_no_number_has_a_shade_of_its_own() -> None:
    shades = tile_shades(np.array([[np.nan, 1.0]]))
    assert shades.tolist() == [[0, 255]]


def test_values_of_a_sample_are_the_engines() -> None:
    result = simulate(project_of(2, 3, 1), 2)
    values = DiagramValues(result)
    column = values.units(1)
    layer = result.forward.layers[0]
    np.testing.assert_array_equal(column.activation, layer.activation[0])
    np.testing.assert_array_equal(column.pre_activation, layer.pre_activation[0])
    np.testing.assert_allclose(
        column.derivative, layer.activation[0] * (1 - layer.activation[0]), rtol=1e-14
    )
    # δ of the first layer by hand: Wᵀδ of the second, times f′.
    above = values.units(2).delta_of(1)
    assert above is not None
    by_hand = values.weights(2)[0] * above.value * column.derivative
    found = [delta.value for delta in map(column.delta_of, (1, 2, 3)) if delta is not None]
    np.testing.assert_allclose(found, by_hand, rtol=1e-13)


def test_a_weights_gradient_is_delta_times_the_activation_before() -> None:
    values = DiagramValues(simulate(project_of(2, 3, 1), 1))
    delta, gradient = values.units(2).delta_of(1), values.weight_gradient(2, 1, 3)
    assert delta is not None
    assert gradient is not None
    assert gradient.value == pytest.approx(delta.value * values.units(1).activation[2], rel=1e-13)


def test_a_batch_shows_means_over_its_samples() -> None:
    project = project_of(2, 3, 1, samples=5)
    batch = DiagramValues(simulate(project, None))
    singles = [DiagramValues(simulate(project, sample)) for sample in range(1, 6)]
    np.testing.assert_allclose(
        batch.units(1).activation,
        np.mean([one.units(1).activation for one in singles], axis=0),
        rtol=1e-13,
    )
    of_unit = [delta.value for one in singles if (delta := one.units(1).delta_of(2)) is not None]
    mean = batch.units(1).delta_of(2)
    assert mean is not None
    assert mean.value == pytest.approx(np.mean(np.abs(of_unit)), rel=1e-12)


def test_a_dead_unit_stands_at_zero() -> None:
    project = project_of(3, 12, 1, activation="relu")
    column = DiagramValues(simulate(project, 1)).units(1)
    dead = [unit for unit in range(1, 13) if column.activation[unit - 1] == 0.0]
    assert dead
    assert {column.standing(unit) for unit in dead} == {Standing.ZERO}


def test_a_gradient_far_below_float_range_keeps_its_place() -> None:
    project = project_of(2, *([2] * 400), weights=Choice.of("normal", std=0.01))
    values = DiagramValues(simulate(project, 1))
    column = values.units(1)
    assert column.standing(1) is Standing.OK
    delta = column.delta_of(1)
    assert delta is not None
    assert delta.value == 0.0
    assert delta.log10_abs < -700


def test_a_softmax_unit_has_no_single_derivative() -> None:
    project = project_of(2, 3, 3, last="softmax", cost="probe")
    assert DiagramValues(simulate(project, 1)).units(2).derivative is None


def test_the_ribbon_holds_every_layer_between_whole_decades() -> None:
    result = simulate(project_of(4, *([4] * 40)), 1)
    ribbon = ribbon_of(result.measurement)
    assert ribbon.layers == 40
    assert ribbon.heights.shape == (40,)
    assert ribbon.heights.min() >= 0.0
    assert ribbon.heights.max() <= 1.0
    assert ribbon.finite_runs() == ((1, 40),)
    assert ribbon.marked() == ()


def test_the_ribbon_marks_runs_of_layers_without_a_value() -> None:
    project = project_of(4, *([4] * 20), weights=Choice("zeros"))
    ribbon = ribbon_of(simulate(project, 1).measurement)
    assert ribbon.marked() == ((1, 19, Standing.ZERO),)
    assert ribbon.finite_runs() == ((20, ribbon.layers),)


@pytest.mark.parametrize(
    ("log10", "corner"),
    [
        ([-8.0, -5.0, -3.0, 0.0], "top left"),
        ([0.0, -3.0, -5.0, -8.0], "top right"),
        ([0.0, -0.1, -0.2, -0.8], "bottom left"),
        ([-0.8, -0.1, -0.2, 0.0], "bottom right"),
    ],
)
def test_the_caption_keeps_off_the_curve(log10: list[float], corner: str) -> None:
    values = np.array(log10)
    ribbon = Ribbon(values, (Standing.OK,) * 4, *decade_range(values))
    assert ribbon.free_corner == corner


def test_a_range_spans_two_whole_decades_at_least() -> None:
    assert decade_range(np.array([-0.5, -0.4])) == (-2, 0)
    assert decade_range(np.array([-4.2, 0.3, -np.inf, np.nan])) == (-5, 1)
    assert decade_range(np.array([np.nan])) == (-2, 0)


def test_a_unit_beyond_every_float_is_infinite_without_a_warning() -> None:
    large = Choice.of("normal", std=1e6)
    values = DiagramValues(
        simulate(project_of(2, *([4] * 60), activation="identity", weights=large), 1)
    )
    assert np.isinf(values.units(60).activation).all()


def test_a_unit_whose_slope_is_too_small_for_a_float_is_no_zero() -> None:
    """σ′(10⁴) is 10^−4343: that unit alone is marked so, its neighbour is as it is."""
    project = preset("mazur")
    project = set_weight(project, project.layer_ids[0], 1, 1, 2e5)
    column = DiagramValues(simulate(project, 1)).units(1)
    assert column.standing(1) is Standing.UNDERFLOW
    assert column.standing(2) is Standing.OK
