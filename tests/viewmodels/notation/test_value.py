"""A notation writes symbols, layers, units and sentences as it says."""

from __future__ import annotations

import pytest

from gradsim.viewmodels.messages import Message
from gradsim.viewmodels.notation import USUAL, Notation, use, using
from gradsim.viewmodels.step.card.plain_formula import plain_formula
from gradsim.viewmodels.step.walk.steps import Step, StepKind, Symbol, gradient_text
from gradsim.viewmodels.words import text

WEIGHT = Symbol("w", 3, (2, 1))


@pytest.mark.parametrize(
    ("notation", "written", "tex"),
    [
        (USUAL, "∂C/∂w₂₁⁽³⁾", "w_{21}^{(3)}"),
        (Notation(cost_letter="L"), "∂L/∂w₂₁⁽³⁾", "w_{21}^{(3)}"),
        (Notation(layer_style="brackets"), "∂C/∂w₂₁[3]", "w_{21}^{[3]}"),
        (Notation(first_index=0), "∂C/∂w₁₀⁽²⁾", "w_{10}^{(2)}"),
        (Notation("L", "brackets", 0, "numerator"), "∂L/∂w₁₀[2]", "w_{10}^{[2]}"),
    ],
)
def test_a_symbol_follows_every_switch(notation: Notation, written: str, tex: str) -> None:
    assert WEIGHT.tex_in(notation) == tex
    with using(notation):
        assert gradient_text(WEIGHT) == written
        assert WEIGHT.tex == tex
    assert WEIGHT.text == "w₂₁⁽³⁾"


def test_the_input_is_x_and_never_a_layer_below_the_first() -> None:
    first = Step(StepKind.PREVIOUS_ACTIVATION, 1, 5, unit=1, source=2)
    for number, written in ((1, "x₂"), (0, "x₁")):
        below = first.denominator
        assert below is not None
        assert below.text_in(Notation(first_index=number)) == written  # type: ignore[arg-type]


def test_counted_from_0_long_numbers_still_part() -> None:
    counted = Notation(first_index=0)
    assert Symbol("w", 12, (10, 1)).text_in(counted) == "w₉₀⁽¹¹⁾"
    assert Symbol("w", 12, (11, 1)).text_in(counted) == "w₁₀,₀⁽¹¹⁾"


def test_labels_of_bars_follow() -> None:
    step = Step(StepKind.WEIGHTS, 5, 5, unit=1, source=1)
    assert step.short == "a₄"
    use(Notation(cost_letter="L", first_index=0))
    assert step.short == "a₃"
    assert Step(StepKind.COST, 5, 5).short == "∂L"
    assert Step(StepKind.WEIGHTS, 1, 5, unit=1, source=1).short == "x"


def test_sentences_take_the_letter_and_the_brackets_but_not_every_c() -> None:
    notation = Notation(cost_letter="L", layer_style="brackets")
    assert notation.written("‖∂C/∂z‖ of every layer") == "‖∂L/∂z‖ of every layer"
    assert notation.written("from the parameter to C: 3") == "from the parameter to L: 3"
    assert notation.written("C는 손실") == "L는 손실"
    assert notation.written("inputs a⁽ˡ⁻¹⁾") == "inputs a[l−1]"
    for untouched in ("the example of CS231n", "Copy (Ctrl+C)", "Count", "10⁻³"):
        assert notation.written(untouched) == untouched


def test_layers_and_units_named_in_messages_are_numbered() -> None:
    message = Message.of("Problem", "Layer {layer} has no unit {unit}.", layer=3, unit=2)
    assert text(message) == "Layer 3 has no unit 2."
    with using(Notation(first_index=0)):
        assert text(message) == "Layer 2 has no unit 1."


def test_a_symbol_kept_in_a_message_is_written_when_it_is_shown() -> None:
    message = Message.of("Stepper", "now {parameter}", parameter=WEIGHT)
    assert text(message) == "now w₂₁⁽³⁾"
    with using(Notation(layer_style="brackets", first_index=0)):
        assert text(message) == "now w₁₀[2]"


def test_plain_formulas_keep_brackets_on_the_line() -> None:
    assert plain_formula(r"w_{10}^{[2]}\,a_{0}^{[1]}") == "w₁₀[2]a₀[1]"
