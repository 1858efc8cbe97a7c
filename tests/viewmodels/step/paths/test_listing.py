"""Claims about the listed paths, the rest of the sum, and the δ recursion beside it."""

from __future__ import annotations

import math

import pytest
from PySide6.QtCore import Qt

from gradsim.engine.backward import gradients
from gradsim.engine.options import Choice
from gradsim.engine.parameter_address import ParameterAddress
from gradsim.project.presets import preset
from gradsim.viewmodels.step.paths.listing import Listing, listing_of
from gradsim.viewmodels.step.paths.table import (
    CONTRIBUTION,
    ROUTE,
    SHARE_ROLE,
    PathTable,
)
from gradsim.viewmodels.step.stepper import Lens
from gradsim.viewmodels.words import MINUS
from tests.viewmodels.step.conftest import OpenDesk
from tests.viewmodels.step.diagram.diagram_desk import project_of
from tests.viewmodels.step.step_desk import StepDesk

NETWORKS = {
    "sigmoid": project_of(2, 3, 4, 2),
    "relu": project_of(3, 5, 4, 3, activation="relu", last="identity"),
    "softmax": project_of(2, 4, 3, last="softmax", cost="cross_entropy"),
    "softmax and squared error": project_of(2, 4, 3, last="softmax", weights=Choice("he_normal")),
}
FIRST = ParameterAddress("w", 1, 2, 1)


def listed(desk: StepDesk, *, revealed: bool = True) -> Listing:
    found = listing_of(desk.stepper.walk, desk.result, revealed)
    assert found is not None
    return found


@pytest.mark.parametrize("name", NETWORKS)
@pytest.mark.parametrize("count", [1, 5, 100])
def test_listed_paths_and_the_rest_add_up_to_the_gradient_of_the_backward_pass(
    open_desk: OpenDesk, name: str, count: int
) -> None:
    desk = open_desk(NETWORKS[name])
    desk.stepper.options.choose_path_count(count)
    desk.stepper.choose_parameter(FIRST)
    desk.settle()
    shown = listed(desk)
    forward = desk.result.forward
    found = gradients(forward)
    gradient = math.ldexp(float(found.weights[0][1, 0]), int(found.weight_exponents[0]))
    numbers = [each.contribution.value for each in shown.paths]
    assert math.fsum(numbers) == pytest.approx(shown.listed.value, rel=1e-12)
    assert math.fsum([*numbers, shown.rest.value]) == pytest.approx(gradient, rel=1e-11)
    assert shown.total.value == pytest.approx(gradient, rel=1e-11)
    assert shown.recursion.value == pytest.approx(gradient, rel=1e-12)
    assert shown.agrees
    assert shown.others == shown.paths_total - len(shown.paths)


def test_mazur_s_first_weight_is_the_sum_of_its_two_published_paths(open_desk: OpenDesk) -> None:
    desk = open_desk(preset("mazur"))
    desk.stepper.choose_parameter(ParameterAddress("w", 1, 1, 1))
    shown = listed(desk)
    assert shown.paths_total == 2
    first, second = (each.contribution.value for each in shown.paths)
    # Mazur: ∂E_o1/∂out_h1 = 0.055399425, ∂E_o2/∂out_h1 = −0.019049119; · 0.241300709 · 0.05.
    assert first == pytest.approx(0.055399425 * 0.241300709 * 0.05, rel=1e-7)
    assert second == pytest.approx(-0.019049119 * 0.241300709 * 0.05, rel=1e-7)
    assert shown.total.value == pytest.approx(0.000438568, rel=1e-6)
    assert [each.share for each in shown.paths] == pytest.approx([1.0, second / first])


def test_before_the_first_factor_no_number_is_told(open_desk: OpenDesk) -> None:
    desk = open_desk(preset("first_look"))
    table = PathTable()
    table.show_listing(listed(desk, revealed=False))
    assert [table.index(row, CONTRIBUTION).data() for row in range(3)] == ["?"] * 3
    assert [table.index(row, ROUTE).data(SHARE_ROLE) for row in range(3)] == [None] * 3
    table.show_listing(listed(desk))
    assert table.index(0, CONTRIBUTION).data() == "0.0009680"
    assert table.index(0, ROUTE).data(SHARE_ROLE) == 1.0


def test_the_sign_of_a_bar_is_the_sign_of_its_path(open_desk: OpenDesk) -> None:
    desk = open_desk(preset("mazur"))
    desk.stepper.choose_parameter(ParameterAddress("w", 1, 1, 1))
    table = PathTable()
    table.show_listing(listed(desk))
    for row in range(2):
        negative = table.index(row, CONTRIBUTION).data().startswith(MINUS)
        assert (table.index(row, ROUTE).data(SHARE_ROLE) < 0) == negative


def test_the_walked_path_says_so_to_screen_readers(open_desk: OpenDesk) -> None:
    desk = open_desk(preset("first_look"))
    desk.stepper.choose_path(2)
    table = PathTable()
    table.show_listing(listed(desk))
    role = Qt.ItemDataRole.AccessibleTextRole
    told = [str(table.index(row, ROUTE).data(role)) for row in range(3)]
    assert ["walked now" in each for each in told] == [False, False, True]
    assert told[2].startswith("Path 3, walked now: a₁⁽²⁾ → a₂⁽³⁾")


def test_of_a_deep_path_only_the_difference_is_read_out(open_desk: OpenDesk) -> None:
    desk = open_desk(preset("fifty_layers"))
    table = PathTable()
    table.show_listing(listed(desk))
    role = Qt.ItemDataRole.AccessibleTextRole
    told = [str(table.index(row, ROUTE).data(role)) for row in range(10)]
    assert told[0].count("→") == 27
    assert len(set(told)) == 10
    for row in range(1, 10):
        stops = table.listing.stops(row) if table.listing else ()
        differing = [stop.full for stop in stops if stop.differs]
        assert 0 < len(differing) < 27
        assert f"but through {', '.join(differing)}, adds" in told[row]


def test_counts_of_a_deep_network_are_exact_integers(open_desk: OpenDesk) -> None:
    desk = open_desk(preset("fifty_layers"))
    shown = listed(desk)
    assert shown.paths_total == 64**25
    assert shown.others == 64**25 - 10
    assert isinstance(shown.others, int)


@pytest.mark.parametrize("lens", [Lens.LAYER, Lens.FORWARD])
def test_other_lenses_have_no_paths(open_desk: OpenDesk, lens: Lens) -> None:
    desk = open_desk(preset("first_look"))
    desk.stepper.choose_lens(lens)
    assert listing_of(desk.stepper.walk, desk.result, revealed=True) is None


def test_a_batch_has_no_paths_and_says_why(open_desk: OpenDesk) -> None:
    desk = open_desk(preset("first_look"))
    desk.look_at(None)
    assert listing_of(desk.stepper.walk, desk.result, revealed=True) is None
    assert desk.stepper.walk.refusal is not None
