"""What a person reads of rules and refusals: labels on screen, the file's names in the terminal."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from gradsim.engine.network import validate_network
from gradsim.engine.problems import Problem
from gradsim.project.presets import preset
from gradsim.viewmodels import words
from gradsim.viewmodels.messages import Message


def refused(cost: str) -> Problem:
    network = replace(preset("mazur").network, cost=cost)
    with pytest.raises(Problem) as caught:
        validate_network(network)
    return caught.value


def test_a_refusal_on_screen_quotes_labels_and_the_terminal_names() -> None:
    problem = refused("cross_entropy")
    assert "“cross_entropy” needs “softmax”" in str(problem)
    shown = words.problem_text(problem)
    assert f"“{words.cost_label('cross_entropy')}”" in shown
    assert f"“{words.activation_label('softmax')}”" in shown
    assert "cross_entropy" not in shown


def test_a_reason_within_a_message_quotes_labels_too() -> None:
    problem = refused("cross_entropy")
    reason = Message("Problem", problem.template, problem.arguments)
    assert words.text(Message.of("Files", "{reason}", reason=reason)) == (
        words.problem_text(problem)
    )


def test_initializers_data_and_options_are_quoted_by_label() -> None:
    initializer = Problem("The initializer “{initializer}” has no gain.", initializer="zeros")
    assert f"“{words.initializer_label('zeros')}”" in words.problem_text(initializer)
    data = Problem("The data “{data}” have {inputs} inputs.", data="digits", inputs=64)
    assert "“digits”" not in words.problem_text(data)
    assert "64" in words.problem_text(data)
    option = Problem("“{option}” must be a number.", option="nonzero")
    assert "nonzero" not in words.problem_text(option)


def test_a_name_that_is_no_rule_stays_as_it_is() -> None:
    problem = Problem(
        "There is no cost called “{name}”. There are: {names}.", name="mse2", names="a"
    )
    assert words.problem_text(problem) == problem.reason


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (9.9996, "10.00"),
        (99.996, "100.0"),
        (0.00099996, "0.001000"),
        (99999.6, "1.000·10⁵"),
        (9.9999e-5, "0.0001000"),
        (-9.9996, "−10.00"),
        (12345.0, "12345"),
    ],
)
def test_a_number_that_is_rounded_up_to_a_power_of_ten_keeps_four_figures(
    value: float, text: str
) -> None:
    assert words.number(value) == text


@pytest.mark.parametrize(
    ("share", "text"),
    [
        (0.0, "0"),
        (1.0, "100"),
        (0.1, "10"),
        (0.001, "0.1"),
        (0.125, "12.5"),
        (0.0005, "0.050"),
        (3e-9, "3.0·10⁻⁷"),
        (0.9996, "99.96"),
        (1.0 - 1e-7, "99.99999"),
    ],
)
def test_neither_nothing_nor_all_is_said_of_a_share_that_is_between(
    share: float, text: str
) -> None:
    assert words.percent(share) == text


@pytest.mark.parametrize(
    ("share", "text"), [(0.0, "0"), (0.003, "0.30"), (0.4, "40"), (0.996, "99.6"), (1.0, "100")]
)
def test_whole_percents_get_decimals_only_beside_nothing_and_all(share: float, text: str) -> None:
    assert words.percent(share, 0) == text
