"""The equation strip: what stands in it, what folds, what is known."""

from __future__ import annotations

import numpy as np
import pytest

from gradsim.engine.parameter_address import ParameterAddress
from gradsim.project.presets import preset
from gradsim.viewmodels import words
from gradsim.viewmodels.step.equation import (
    EquationStrip,
    FactorItem,
    FoldItem,
    count,
    equation_strip,
    factor_text,
    others_of,
)
from gradsim.viewmodels.step.numerals import numeral
from gradsim.viewmodels.step.scaled import ONE
from gradsim.viewmodels.step.sequence import Fold, folded, line_of, next_layer_of
from gradsim.viewmodels.step.walk.running import number_of
from tests.viewmodels.step.conftest import OpenDesk
from tests.viewmodels.step.diagram.diagram_desk import project_of
from tests.viewmodels.step.step_desk import StepDesk


def strip_of(
    desk: StepDesk, capacity: int = 9, opened: frozenset[int] = frozenset()
) -> EquationStrip:
    stepper = desk.stepper
    return equation_strip(stepper.walk, desk.result, stepper.position, capacity, opened)


def deep_desk(open_desk: OpenDesk) -> StepDesk:
    """A scalar chain of 50 layers, its first weight unrolled: 101 factors."""
    desk = open_desk(project_of(1, *([1] * 50)))
    desk.stepper.choose_parameter(ParameterAddress("w", 1, 1, 1))
    desk.settle()
    return desk


def test_position_zero_reveals_nothing(open_desk: OpenDesk) -> None:
    strip = strip_of(open_desk(preset("first_look")))
    assert [item.number for item in strip.items] == ["?"] * 7
    assert {item.state for item in strip.items} == {"future"}
    shown = " ".join(words.text(line) for line in strip.head.lines)
    assert "?" in shown
    assert not any(digit in shown.replace("path 1 of 3", "") for digit in "0123456789")


def test_the_current_factor_is_the_one_revealed_last(open_desk: OpenDesk) -> None:
    desk = open_desk(preset("first_look"))
    desk.stepper.jump(4)
    states = [item.state for item in strip_of(desk).items]
    assert states == ["done", "done", "done", "current", "future", "future", "future"]


def test_several_paths_are_headed_without_a_bare_equals_sign(open_desk: OpenDesk) -> None:
    desk = open_desk(preset("first_look"))
    desk.stepper.jump(1)
    head = strip_of(desk).head
    assert not head.equals
    told = [words.text(line) for line in head.lines]
    assert told[0] == "path 1 of 3"
    assert told[1].startswith("the others add ")
    assert desk.stepper.paths is not None
    assert told[2] == f"sum = {numeral(desk.stepper.paths.value)}"


def test_a_single_path_is_an_equation(open_desk: OpenDesk) -> None:
    head = strip_of(open_desk(preset("scalar_chain"))).head
    assert head.equals
    assert head.lines == ()


def test_a_long_chain_shows_the_cost_and_three_factors_either_side(open_desk: OpenDesk) -> None:
    desk = deep_desk(open_desk)
    desk.stepper.jump(50)
    items = strip_of(desk).items
    shown = [item.index for item in items if isinstance(item, FactorItem)]
    assert shown == [0, 46, 47, 48, 49, 50, 51, 52]
    folds = [item for item in items if isinstance(item, FoldItem)]
    assert [fold.fold.count for fold in folds] == [45, 48]
    assert [fold.state for fold in folds] == ["done", "future"]
    assert folds[1].number == "?"


def test_a_fold_carries_the_product_of_what_it_hides(open_desk: OpenDesk) -> None:
    desk = deep_desk(open_desk)
    desk.stepper.jump(50)
    fold = next(item for item in strip_of(desk).items if isinstance(item, FoldItem))
    product = ONE
    for index in fold.fold.indices:
        value = desk.stepper.steps[index].value
        assert value is not None
        product = product * value
    assert fold.number == numeral(product, 2)


@pytest.mark.parametrize("position", [0, 1, 2, 5, 50, 98, 100, 101])
def test_every_factor_stands_there_or_is_folded_exactly_once(
    open_desk: OpenDesk, position: int
) -> None:
    desk = deep_desk(open_desk)
    desk.stepper.jump(position)
    stood: list[int] = []
    for item in strip_of(desk).items:
        stood.extend(item.fold.indices if isinstance(item, FoldItem) else (item.index,))
    assert stood == list(range(len(desk.stepper.steps)))


def test_a_fold_opens_the_layer_nearest_to_the_cursor(open_desk: OpenDesk) -> None:
    desk = deep_desk(open_desk)
    desk.stepper.jump(50)
    walk = desk.stepper.walk
    before, after = (item.fold for item in strip_of(desk).items if isinstance(item, FoldItem))
    opened = next_layer_of(before, walk, 50) | next_layer_of(after, walk, 50)
    assert {walk.steps[i].layer for i in opened} == {
        walk.steps[before.last].layer,
        walk.steps[after.first].layer,
    }
    folds = [i.fold for i in strip_of(desk, opened=opened).items if isinstance(i, FoldItem)]
    assert folds[0].count + folds[1].count == before.count + after.count - len(opened)


def test_what_fits_does_not_fold() -> None:
    assert folded(range(9), 5, 9) == tuple(range(9))
    assert Fold((1, 2)) in folded(range(10), 7, 9)


def test_the_layer_lens_shows_side_branches_of_the_cursors_layer_only(open_desk: OpenDesk) -> None:
    desk = open_desk(preset("first_look"))
    desk.stepper.choose_lens("layer")
    desk.stepper.jump(6)
    steps = desk.stepper.steps
    assert steps[5].layer == 4
    sides = [i for i in line_of(desk.stepper.walk, 6) if steps[i].side_branch]
    assert [steps[i].layer for i in sides] == [4, 4]
    joins = {item.join for item in strip_of(desk, 20).items if isinstance(item, FactorItem)
             and item.step.side_branch}  # fmt: skip
    assert joins == {"↳"}


def test_the_layer_lens_is_headed_by_what_the_step_leaves(open_desk: OpenDesk) -> None:
    desk = open_desk(preset("mazur"))
    desk.stepper.choose_lens("layer")
    heads = []
    while not desk.stepper.at_end:
        desk.stepper.next()
        heads.append(strip_of(desk).head.text)
    assert heads == [
        "∂C/∂a⁽²⁾", "∂C/∂z⁽²⁾", "∂C/∂W⁽²⁾", "∂C/∂b⁽²⁾",
        "∂C/∂a⁽¹⁾", "∂C/∂z⁽¹⁾", "∂C/∂W⁽¹⁾", "∂C/∂b⁽¹⁾",
    ]  # fmt: skip


def test_forward_values_follow_each_other(open_desk: OpenDesk) -> None:
    desk = open_desk(preset("scalar_chain"))
    desk.stepper.choose_lens("forward")
    desk.stepper.last()
    strip = strip_of(desk, 20)
    assert {item.join for item in strip.items[1:]} == {"→"}
    assert strip.items[-1].number == numeral(float(desk.result.forward.cost))


@pytest.mark.parametrize(
    ("number", "text"),
    [
        (3, "3"),
        (65536, "65,536"),
        (10**87, "≈ 1.0·10⁸⁷"),
        (64**25, "≈ 1.4·10⁴⁵"),
        (64**49, "≈ 3.2·10⁸⁸"),
        (996 * 10**9, "≈ 1.0·10¹²"),
        (10**4000 - 1, "≈ 1.0·10⁴⁰⁰⁰"),
    ],
)
def test_path_counts_of_any_size_can_be_read(number: int, text: str) -> None:
    assert count(number) == text


def test_a_change_of_norm_has_no_sign(open_desk: OpenDesk) -> None:
    desk = open_desk(preset("ten_sigmoid_layers"))
    desk.stepper.choose_lens("layer")
    desk.stepper.last()
    for index, step in enumerate(desk.stepper.steps):
        text = factor_text(desk.stepper.walk, desk.result, index)
        if text.startswith("norm"):
            assert "−" not in text.split("·")[0], step.symbol


def test_the_factors_of_a_scalar_chain_keep_their_sign_in_the_layer_lens(
    open_desk: OpenDesk,
) -> None:
    desk = open_desk(preset("scalar_chain"))
    desk.stepper.choose_lens("layer")
    desk.stepper.last()
    texts = [factor_text(desk.stepper.walk, desk.result, i) for i in range(16)]
    assert texts[0] == "−0.6674"
    assert "−1.200" in texts
    assert not any(text.startswith("norm") for text in texts)


@pytest.mark.parametrize("name", ["first_look", "ten_sigmoid_layers", "mazur", "digits_classifier"])
@pytest.mark.parametrize("sample", [1, None])
def test_what_stands_under_a_factor_of_whole_layers_is_what_it_does(
    open_desk: OpenDesk, name: str, sample: int | None
) -> None:
    """A number where one number meets one number, else ‖product‖ / ‖upstream‖ ≥ 0."""
    desk = open_desk(preset(name))
    desk.look_at(sample)
    desk.stepper.choose_lens("layer")
    desk.stepper.last()
    for index, factor in enumerate(desk.result.factors):
        text = factor_text(desk.stepper.walk, desk.result, index)
        shown = number_of(desk.stepper.walk, desk.result, index)
        if index == 0:
            assert text.startswith("norm") == (factor.product.size > 1)
            continue
        left, met = factor.product, factor.upstream
        shift = int(factor.product_exponent) - int(factor.upstream_exponent)
        if text.startswith("norm"):
            ratio = np.linalg.norm(left) / np.linalg.norm(met) * 2.0**shift
            assert shown.mantissa >= 0.0
            assert "−" not in text.split("·")[0]
            assert shown.value == pytest.approx(ratio, rel=1e-12)
        else:
            assert left.size == met.size == 1
            ratio = float(left.reshape(-1)[0] / met.reshape(-1)[0]) * 2.0**shift
            assert shown.value == pytest.approx(ratio, rel=1e-12)


def test_a_fold_of_whole_layers_is_marked_as_a_norm(open_desk: OpenDesk) -> None:
    desk = open_desk(preset("ten_sigmoid_layers"))
    desk.stepper.choose_lens("layer")
    desk.stepper.last()
    fold = next(item for item in strip_of(desk).items if isinstance(item, FoldItem))
    assert fold.number.startswith("norm × ")


def test_the_others_are_told_as_exactly_as_the_sum(open_desk: OpenDesk) -> None:
    desk = open_desk(preset("first_look"))
    desk.stepper.last()
    told = words.text(strip_of(desk).head.lines[1])
    assert told == f"the others add {numeral(others_of(desk.stepper.walk))}"
