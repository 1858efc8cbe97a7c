"""A band is the five numbers of its members, and says which have no place on the axis."""

from __future__ import annotations

import numpy as np
import pytest

from gradsim.engine.options import Choice
from gradsim.engine.scaling import State
from gradsim.project import edits
from gradsim.project.ensembles import ensemble_seeds, measure_project
from gradsim.project.model import Project
from gradsim.viewmodels.gradients.ensembles.band import SECOND_MOMENT, Band, band_of
from gradsim.viewmodels.gradients.ensembles.signal import signal_profile
from gradsim.viewmodels.gradients.profile import profile_of
from tests.viewmodels.gradients.desk import deep, result_of


def band(
    project: Project, count: int = 9, quantity: str = "delta", take: int | None = None
) -> Band:
    measured = measure_project(project, ensemble_seeds(project, count))
    return band_of(measured, quantity, "l2", take)


def all_typed(project: Project) -> Project:
    """The project with the numbers it draws typed in."""
    numbers = {each: edits.current_numbers(project, each) for each in project.layer_ids}
    return edits.set_numbers(project, numbers)


def test_the_first_member_is_the_project_itself() -> None:
    project = deep(4, 5, "sigmoid")
    single = profile_of(result_of(project).measurement, "delta", "l2")
    found = band(project)
    assert found.seeds[0] == project.seed
    assert found.members[0] == pytest.approx(single.log10, abs=1e-12)
    for layer in range(1, 5):
        exact = float(found.exact_text(0, layer))
        assert exact == pytest.approx(float(single.exact_text(layer)), rel=1e-12)


def test_the_five_numbers_are_those_of_the_members() -> None:
    found = band(deep(3, 5, "tanh"))
    expected = np.quantile(found.members, [0, 0.25, 0.5, 0.75, 1], axis=0)
    five = found.spread
    drawn = (five.lowest, five.lower_quartile, five.median, five.upper_quartile, five.highest)
    for values, wanted in zip(drawn, expected, strict=True):
        assert values == pytest.approx(wanted, abs=1e-12)


def test_fewer_seeds_are_the_first_ones_measured() -> None:
    project = deep(3, 5, "tanh")
    some = band(project, 9, take=4)
    assert some.seeds == ensemble_seeds(project, 4)
    assert some.members == pytest.approx(band(project, 4).members, abs=1e-12)


def test_the_nearest_member_is_found_by_height_among_those_that_have_one() -> None:
    found = band(deep(3, 5, "tanh"))
    for member in range(9):
        assert found.nearest(2, float(found.members[member, 1]) + 1e-9) == member
    zeros = band(deep(3, 5, "tanh", Choice.of("zeros")))
    assert zeros.nearest(1, 0.0) is None


def test_members_that_are_exactly_zero_are_counted() -> None:
    narrow = band(deep(4, 2, "relu", Choice.of("he_normal"), samples=1), 40)
    dead = narrow.counts[State.zero]
    assert 0 < dead[0] < 40
    member = int(np.flatnonzero(narrow.members[:, 0] == -np.inf)[0])
    assert narrow.state(member, 1) is State.zero
    assert narrow.spread.lowest[0] == -np.inf
    assert narrow.counts[State.overflow].sum() == 0


def test_members_beyond_floats_are_counted_as_overflow() -> None:
    found = band(deep(4, 3, "identity", Choice.of("normal", std=1e200)), 8, SECOND_MOMENT)
    lost = found.counts[State.overflow] + found.counts[State.nan]
    assert lost.tolist() == [0, 8, 8, 8]
    for layer in range(1, 5):
        for member in range(8):
            known = bool(np.isfinite(found.members[member, layer - 1]))
            assert (found.state(member, layer) is State.ok) == known


def test_a_thousand_layers_reach_beyond_floats_with_every_digit() -> None:
    found = band(deep(1000, 2, "sigmoid", samples=1), 3)
    text = found.exact_text(1, 1)
    mantissa, _, power = text.partition("e")
    assert int(power) < -400
    shown = np.log10(float(mantissa)) + int(power)
    assert shown == pytest.approx(found.members[1, 0], abs=1e-9)


def test_the_signal_is_the_second_moment_of_every_layer() -> None:
    project = deep(3, 5, "tanh")
    result = result_of(project)
    expected = [float(np.mean(np.square(each.activation))) for each in result.forward.layers]
    assert signal_profile(result.measurement).log10 == pytest.approx(np.log10(expected), abs=1e-10)
    found = band(project, 3, SECOND_MOMENT)
    assert found.members[0] == pytest.approx(np.log10(expected), abs=1e-10)
    assert float(found.exact_text(0, 2)) == pytest.approx(expected[1], rel=1e-10)


def test_a_signal_below_the_smallest_float_keeps_its_digits() -> None:
    project = deep(3, 4, "identity", Choice.of("normal", std=1e-60), samples=2)
    profile = signal_profile(result_of(project).measurement)
    assert profile.state(3) is State.ok
    assert profile.exact_text(3).partition("e")[2].startswith("-3")


def test_typed_weights_give_no_band_to_see() -> None:
    project = deep(4, 5, "sigmoid")
    typed = all_typed(project)
    assert band(typed).flat
    assert not band(project).flat
    assert band(deep(3, 5, "tanh", Choice.of("zeros"))).flat


def test_one_drawn_layer_makes_a_band_in_some_of_the_layers() -> None:
    project = deep(4, 5, "sigmoid")
    typed = all_typed(project)
    assert not band(edits.redraw_layers(typed, typed.layer_ids[:1])).flat
