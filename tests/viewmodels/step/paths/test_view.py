"""Claims about what the paths page says: open paths, cancellation, and what each way costs."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication

from gradsim.engine.parameter_address import ParameterAddress
from gradsim.engine.paths.multiplications import multiplications
from gradsim.engine.paths.survey import PathSurvey
from gradsim.engine.scaled_numbers import ScaledNumber
from gradsim.project.model import Project
from gradsim.project.presets import preset
from gradsim.viewmodels import words
from gradsim.viewmodels.step.paths.view import PathsView
from gradsim.viewmodels.step.paths.wording import cancellation, costs, openness
from gradsim.viewmodels.step.scaled import Scaled
from tests.viewmodels.step.conftest import OpenDesk
from tests.viewmodels.step.diagram.diagram_desk import project_of
from tests.viewmodels.step.step_desk import StepDesk


class Shown:
    """A desk and the view upon it."""

    def __init__(self, desk: StepDesk) -> None:
        self.desk = desk
        self.view = PathsView(desk.stepper)
        self.desk.stepper.last()
        self.follow()

    def follow(self) -> None:
        self.view.follow()
        while self.view.survey is None and self.desk.stepper.paths is not None:
            QCoreApplication.processEvents()

    @property
    def cancelled(self) -> str:
        survey, listing = self.view.survey, self.view.listing
        assert survey is not None
        assert listing is not None
        told = cancellation(survey, listing.recursion)
        return "" if told is None else words.text(told)

    @property
    def opened(self) -> str:
        assert self.view.survey is not None
        return words.text(openness(self.view.survey))


@pytest.fixture
def show(open_desk: OpenDesk) -> Iterator[object]:
    made: list[Shown] = []

    def shown(project: Project) -> Shown:
        made.append(Shown(open_desk(project)))
        return made[-1]

    yield shown
    for each in made:
        each.view.shut_down()


def test_opposite_paths_are_told_with_what_they_leave(show) -> None:
    mazur = show(preset("mazur"))
    mazur.desk.stepper.choose_parameter(ParameterAddress("w", 1, 1, 1))
    mazur.follow()
    assert mazur.opened == "Both paths are open: no factor is 0."
    text = mazur.cancelled
    for number in ("0.0006684", "−0.0002298", "0.0008982", "0.0004386", "51.2 %"):
        assert number in text


def test_a_sum_that_nearly_vanishes_is_the_gradient_and_not_rounding(show) -> None:
    deep = show(preset("fifty_layers"))
    listing, survey = deep.view.listing, deep.view.survey
    # The two sides are 10¹⁹ times as large as what they leave: their difference has no digit.
    assert survey.magnitude.value > 1e18 * abs(listing.recursion.value)
    assert "leave 0.004192: all but 1.2·10⁻¹⁸ % cancels" in deep.cancelled


def test_paths_of_one_sign_cancel_nothing(show) -> None:
    shown = show(preset("first_look"))
    assert "nothing cancels" in shown.cancelled
    assert shown.opened == "All 3 paths are open: no factor is 0."


def test_relu_closes_paths_and_zero_weights_close_all(show) -> None:
    digits = show(preset("digits_classifier"))
    survey = digits.view.survey
    assert 0 < survey.open < survey.total
    assert digits.opened.startswith(f"{survey.open} of {survey.total} paths are open")
    zero = show(preset("zero_initialization"))
    assert zero.opened == "None of the 4 paths is open: each has a factor that is 0."
    assert zero.cancelled == ""


def test_one_path_is_a_product_and_no_sum(show) -> None:
    chain = show(preset("scalar_chain"))
    assert chain.opened == "Only one path leads to the cost: the gradient is one product."
    assert chain.cancelled == ""


def test_a_share_left_of_almost_nothing_is_not_rounded_to_all() -> None:
    def side(value: float) -> ScaledNumber:
        return ScaledNumber(value, 0)

    survey = PathSurvey(4, 4, side(1.0), side(-0.99999))
    told = cancellation(survey, Scaled.of(1e-5))
    assert told is not None
    assert "all but 0.00050 % cancels" in words.text(told)


@pytest.mark.parametrize(
    ("sizes", "paths", "each"), [((2, 3, 2), 2, 4), ((2, 3, 4, 2), 8, 6), ((1, 1, 1), 1, 4)]
)
def test_the_multiplications_are_those_counted_by_hand(
    show, sizes: tuple[int, ...], paths: int, each: int
) -> None:
    shown = show(project_of(*sizes))
    address = ParameterAddress("w", 1, 1, 1)
    shown.desk.stepper.choose_parameter(address)
    shown.follow()
    told = shown.view.costs
    assert told.by_paths == paths * each
    by_hand = sizes[-1]
    for above, below in zip(sizes[:1:-1], sizes[-2:0:-1], strict=True):
        by_hand += above * below + below
    assert told.by_backpropagation == by_hand + 1
    assert told == multiplications(shown.desk.project.network, address)


def test_backpropagation_wins_where_paths_are_many(show) -> None:
    deep = show(preset("fifty_layers"))
    deep.desk.stepper.choose_parameter(ParameterAddress("w", 1, 1, 1))
    deep.desk.settle()
    deep.follow()
    told = deep.view.costs
    assert told.by_paths == 64**49 * 100
    assert told.by_backpropagation == 64 + 49 * (64 * 64 + 64) + 1
    text = " ".join(words.text(each) for each in costs(told, deep.view.listing.paths_total))
    assert "(≈ 3.2·10⁸⁸ paths × 100)" in text
    assert "By backpropagation: 203,905;" in text
    assert "an algorithm and not just the chain rule" in text


def test_the_listing_is_made_once_for_all_positions_of_a_walk(show) -> None:
    shown = show(preset("first_look"))
    listing = shown.view.listing
    shown.desk.stepper.back()
    assert shown.view.listing is listing
    shown.desk.stepper.first()
    assert shown.view.listing is not listing
    assert not shown.view.listing.revealed
