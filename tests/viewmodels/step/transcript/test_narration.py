"""Each step as a sentence: in symbols with numbers put in, in words to be read aloud."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from gradsim.engine.parameter_address import ParameterAddress
from gradsim.project.presets import preset
from gradsim.viewmodels import words
from gradsim.viewmodels.step.scaled import Scaled
from gradsim.viewmodels.step.transcript.narration import Form, caption, narration
from gradsim.viewmodels.step.transcript.spoken import spoken_number, spoken_symbol
from gradsim.viewmodels.step.transcript.transcript import MOST_SHOWN, Transcript
from gradsim.viewmodels.step.walk.steps import Symbol
from tests.viewmodels.step.diagram.diagram_desk import project_of
from tests.viewmodels.step.step_desk import StepDesk


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[StepDesk]:
    made = StepDesk(preset("first_look"), tmp_path)
    yield made
    made.shut_down()


def at(desk: StepDesk, position: int, form: Form) -> str:
    return narration(desk.stepper.walk, desk.result, position, form)


def test_in_symbols_a_factor_has_its_formula_its_numbers_and_the_product(desk: StepDesk) -> None:
    assert at(desk, 4, Form.SYMBOLS) == (
        "Factor 4 of 7, activation: ∂a₃⁽⁴⁾/∂z₃⁽⁴⁾ = σ′(z) = 0.6327(1−0.6327) = 0.2324. "
        "Product so far: 0.01945."
    )


def test_in_words_no_symbol_is_left_for_a_screen_reader_to_stumble_on(desk: StepDesk) -> None:
    assert at(desk, 4, Form.WORDS) == (
        "Factor 4 of 7, activation: the derivative of a of layer 4, unit 3 with respect to "
        "z of layer 4, unit 3 = 0.2324. Product so far: 0.01945."
    )
    for lens in ("parameter", "layer", "forward"):
        desk.stepper.choose_lens(lens)
        for position in range(len(desk.stepper.steps) + 1):
            assert not set(at(desk, position, Form.WORDS)) & set("∂⁽⁾₁₂₃·−′σ‖⊙")


def test_the_end_tells_what_the_walk_came_to_and_what_the_engine_has(desk: StepDesk) -> None:
    told = at(desk, 7, Form.SYMBOLS)
    assert told.endswith(
        "At the end: this path gives 0.0009680, the others add 0.0005976, the sum is 0.001566; "
        "backpropagation gives 0.001566."
    )
    assert caption(desk.stepper.walk, desk.result, 7, Form.SYMBOLS) == told[: told.index(" At the")]


def test_of_whole_layers_a_norm_is_called_a_norm_and_one_number_a_factor(desk: StepDesk) -> None:
    desk.stepper.choose_lens("layer")
    assert "∂a⁽⁵⁾/∂z⁽⁵⁾ = 0.2402. Product so far" in at(desk, 2, Form.SYMBOLS)
    assert at(desk, 3, Form.SYMBOLS) == (
        "Factor 3 of 20, weight: ∂C/∂W⁽⁵⁾ = ∂C/∂z⁽⁵⁾(a⁽⁴⁾)ᵀ. "
        "It multiplies the norm by 0.8953. Norm left: 0.09980."
    )


def test_a_batch_has_no_paths_and_the_transcript_says_what_to_do(desk: StepDesk) -> None:
    desk.look_at(None)
    assert "sample" in at(desk, 0, Form.WORDS)
    lines = Transcript().lines(desk.stepper.walk, desk.result, 0, Form.WORDS)
    assert lines == (at(desk, 0, Form.WORDS),)


@pytest.mark.parametrize(
    ("number", "told"),
    [
        (Scaled.of(-0.5), "minus 0.5000"),
        (Scaled.of(1.0), "1"),
        (Scaled.of(1.5, -2000), "1.306 times 10 to the power of minus 602"),
        (Scaled.of(float("-inf")), "minus infinity"),
        (Scaled.of(float("nan")), "not a number"),
        (Scaled.of(0.0), "0"),
    ],
)
def test_numbers_are_spoken_whole(number: Scaled, told: str) -> None:
    assert words.text(spoken_number(number)) == told


@pytest.mark.parametrize(
    ("symbol", "told"),
    [
        (Symbol("a", 4, (3,)), "a of layer 4, unit 3"),
        (Symbol("w", 3, (2, 1)), "w of layer 3, to unit 2 from unit 1"),
        (Symbol("W", 3), "W of layer 3"),
        (Symbol("x", None, (2,)), "x, number 2"),
        (Symbol("x"), "x"),
    ],
)
def test_quantities_are_spoken_by_layer_and_unit(symbol: Symbol, told: str) -> None:
    assert words.text(spoken_symbol(symbol)) == told


def test_the_transcript_has_one_line_for_each_position_so_far(desk: StepDesk) -> None:
    transcript = Transcript()
    for position in (0, 3, 7, 2):
        lines = transcript.lines(desk.stepper.walk, desk.result, position, Form.WORDS)
        assert lines == tuple(at(desk, each, Form.WORDS) for each in range(position + 1))


def test_another_path_has_lines_of_its_own(desk: StepDesk) -> None:
    transcript = Transcript()
    first = transcript.lines(desk.stepper.walk, desk.result, 7, Form.WORDS)
    desk.stepper.choose_path(1)
    second = transcript.lines(desk.stepper.walk, desk.result, 7, Form.WORDS)
    assert first[3] != second[3]


def test_of_a_very_long_walk_the_last_lines_are_shown_and_all_are_copied(
    desk: StepDesk,
) -> None:
    desk.load(project_of(1, *([1] * 150), activation="tanh"))
    desk.stepper.choose_parameter(ParameterAddress("b", 1, 1))
    desk.settle()
    desk.stepper.last()
    given = desk.stepper.walk, desk.result, desk.stepper.position, Form.WORDS
    transcript = Transcript()
    shown, every = transcript.shown(*given), transcript.lines(*given)
    assert len(every) == desk.stepper.position + 1
    assert shown[1:] == every[-MOST_SHOWN:]
    assert shown[0].startswith(f"{len(every) - MOST_SHOWN} earlier lines")
