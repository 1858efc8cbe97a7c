"""What was measured is said with its number, its logarithm and its name where it is none."""

from __future__ import annotations

import math

import pytest

from gradsim.project.challenges import CHALLENGES, Reading
from gradsim.project.challenges.readings import weight_gradient
from gradsim.viewmodels.challenges.wording import reading_text, value_text, wanted_text
from gradsim.viewmodels.notation import Notation, using
from tests.project.challenges.solutions import evidence_of


@pytest.mark.parametrize(
    ("reading", "value", "wanted"),
    [
        (Reading("", -8.5, "below", -8.0), "3.2·10⁻⁹ (log₁₀ = −8.50)", "below 10⁻⁸"),
        (Reading("", -400.5, "below", -8.0), "3.2·10⁻⁴⁰¹ (log₁₀ = −400.50)", "below 10⁻⁸"),
        (Reading("", 4.3, "above", 4.0), "19953 (log₁₀ = 4.30)", "above 10⁴"),
        (Reading("", -math.inf, "zero"), "exactly 0", "exactly 0"),
        (Reading("", math.nan, "below", -8.0), "not known yet", "below 10⁻⁸"),
        (Reading("", math.inf, "infinite", form="number"), "beyond all numbers",
         "beyond all numbers"),
        (Reading("", 0.456, "at_most", 0.5, "decades"), "0.46 decades", "at most 0.50 decades"),
        (Reading("", 0.0481, "below", 0.05, "number"), "0.0481", "below 0.05"),
        (Reading("", 2.0, "at_most", 2.0, "count"), "2", "at most 2"),
        (Reading("", 0.0, "zero", form="count"), "0", "exactly 0"),
    ],
)  # fmt: skip
def test_numbers_are_said_in_their_unit(reading: Reading, value: str, wanted: str) -> None:
    assert value_text(reading) == value
    assert wanted_text(reading) == wanted


def test_a_line_says_whether_it_is_reached() -> None:
    reading = Reading("steps taken", 7.0, "at_least", 10.0, "count")
    assert reading_text(reading) == "steps taken: 7; wanted: at least 10"
    reading = Reading("steps taken", 10.0, "at_least", 10.0, "count")
    assert reading_text(reading) == "steps taken: 10; wanted: at least 10, reached"


def test_layers_and_the_cost_follow_the_notation() -> None:
    reading = weight_gradient(evidence_of(CHALLENGES["vanish"], 0, None), 1, "below", -8.0)
    assert reading_text(reading).startswith("‖∂C/∂W‖ of layer 1: ")
    with using(Notation(cost_letter="L", first_index=0)):
        assert reading_text(reading).startswith("‖∂L/∂W‖ of layer 0: ")
