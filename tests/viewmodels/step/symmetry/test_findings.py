"""What the page says of zeros and copies follows from the states of the engine."""

from __future__ import annotations

import pytest

from gradsim.engine.options import Choice
from gradsim.engine.symmetry.likeness import Likeness
from gradsim.project.edits import (
    add_to_weight,
    set_activation,
    set_bias_value,
    set_weights_matrix,
)
from gradsim.project.presets import preset
from gradsim.viewmodels import words
from gradsim.viewmodels.messages import Message
from gradsim.viewmodels.step.stepper import Lens
from gradsim.viewmodels.step.symmetry.findings import (
    copy_sentences,
    findings,
    gradient_sentences,
    kill_sentences,
    path_sentence,
    spans,
)
from gradsim.viewmodels.step.symmetry.table import row
from tests.viewmodels.step.conftest import OpenDesk
from tests.viewmodels.step.diagram.diagram_desk import project_of


def said(messages: tuple[Message, ...]) -> list[str]:
    return [words.text(each) for each in messages]


def test_zero_weights_are_named_as_what_kills(open_desk: OpenDesk) -> None:
    desk = open_desk(preset("zero_initialization"))
    found = findings(desk.result)
    assert said(kill_sentences(found)) == [
        "W⁽⁴⁾ kills: it is 0 and multiplies everything that goes on to layer 3 and below."
    ]
    assert said(gradient_sentences(found.layers)) == [
        "∂C/∂W: not 0 in layer 4; exactly 0 in layers 1–3.",
        "∂C/∂b: not 0 in layer 4; exactly 0 in layers 1–3.",
    ]


def test_zero_weights_with_tanh_leave_the_last_bias_alone(open_desk: OpenDesk) -> None:
    project = preset("zero_initialization")
    desk = open_desk(set_activation(project, project.layer_ids, Choice.of("tanh")))
    found = findings(desk.result)
    assert said(gradient_sentences(found.layers)) == [
        "∂C/∂W: exactly 0 in layers 1–4.",
        "∂C/∂b: not 0 in layer 4; exactly 0 in layers 1–3.",
    ]
    assert said(kill_sentences(found))[0].startswith("a⁽³⁾ kills the gradient of W⁽⁴⁾")


def test_an_underflow_is_called_one_and_no_zero(open_desk: OpenDesk) -> None:
    project = project_of(1, 1, 1, last="identity")
    desk = open_desk(set_bias_value(project, project.layer_ids[0], 1, -800.0))
    told = " ".join(said(kill_sentences(findings(desk.result))))
    assert "underflow" in told
    assert "kills" not in told


def test_copies_are_named_with_their_units(open_desk: OpenDesk) -> None:
    desk = open_desk(preset("constant_initialization"))
    found = findings(desk.result)
    assert said(kill_sentences(found)) == ["No factor kills: something is left behind every layer."]
    assert said(copy_sentences(found.layers[1]))[0].startswith(
        "Units 1, 2, 3, 4 of layer 2 compute the same number and always will"
    )
    assert "one unit" in said(copy_sentences(found.layers[3]))[0]


def test_noise_takes_its_unit_out_of_the_group(open_desk: OpenDesk) -> None:
    project = preset("constant_initialization")
    desk = open_desk(add_to_weight(project, project.layer_ids[1], 2, 1, 0.01))
    found = findings(desk.result)
    assert found.layers[1].copies == ((1, 3, 4),)
    # Unit 1 of layer 1 goes out with another weight now; layer 3 is untouched.
    assert found.layers[0].copies == ((2, 3, 4),)
    assert found.layers[2].copies == ((1, 2, 3, 4),)


def test_rounding_is_told_apart_from_equality(open_desk: OpenDesk) -> None:
    project = project_of(2, 2, 1)
    close = set_weights_matrix(project, project.layer_ids[0], [[0.3, 0.7], [0.1 + 0.2, 0.7]])
    desk = open_desk(set_weights_matrix(close, project.layer_ids[1], [[1.0, 1.0]]))
    hidden = findings(desk.result).layers[0]
    assert hidden.copies_likeness is Likeness.rounding
    assert "up to rounding" in said(copy_sentences(hidden))[0]
    assert [cell.text for cell in row(hidden, 0.3)][2] == "≈"


def test_the_path_names_its_own_killing_factor(open_desk: OpenDesk) -> None:
    desk = open_desk(preset("zero_initialization"))
    told = path_sentence(desk.stepper.walk, desk.result)
    assert told is not None
    assert words.text(told) == "On the path that is walked ∂z₁⁽⁴⁾/∂a₁⁽³⁾ kills."
    desk.stepper.choose_lens(Lens.LAYER)
    assert path_sentence(desk.stepper.walk, desk.result) is None


@pytest.mark.parametrize(
    ("numbers", "text"),
    [([1], "1"), ([1, 2], "1, 2"), ([1, 2, 3], "1–3"), ([1, 3, 4, 5, 8, 9], "1, 3–5, 8, 9")],
)
def test_runs_are_drawn_together(numbers: list[int], text: str) -> None:
    assert spans(numbers) == text


def test_the_row_of_a_zero_layer_reads_zero(open_desk: OpenDesk) -> None:
    desk = open_desk(preset("zero_initialization"))
    layers = findings(desk.result).layers
    assert [cell.text for cell in row(layers[0], 0.0)] == ["1", "0", "=", "=", "0", "=", "1–4"]
    assert [cell.text for cell in row(layers[3], 0.0)] == ["4", "0", "–", "=", "≠ 0", "–", "–"]


def test_a_network_of_one_layer_has_its_gradients_in_that_layer(open_desk: OpenDesk) -> None:
    found = findings(open_desk(preset("single_neuron")).result)
    assert said(gradient_sentences(found.layers))[0] == "∂C/∂W: not 0 in layer 1."
