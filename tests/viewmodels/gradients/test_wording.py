"""Numbers and states in words: ranges of layers, signed decades, exact values, scope."""

from __future__ import annotations

import math

import numpy as np
import pytest

from gradsim.engine.options import Choice
from gradsim.viewmodels import words
from gradsim.viewmodels.gradients.profile import profile_of
from gradsim.viewmodels.gradients.wording import (
    decades_text,
    layers_text,
    of_layers,
    scope_message,
    unbroken,
    value_text,
)
from tests.viewmodels.gradients.desk import deep, result_of


def test_layers_are_joined_into_ranges() -> None:
    assert layers_text([1, 2, 3, 7, 9, 10]) == "1–3, 7, 9–10"
    assert layers_text([4]) == "4"


def test_many_ranges_are_cut_in_the_middle() -> None:
    assert layers_text([1, 3, 5, 7, 9, 11]) == "1, 3, 5, …, 11"


def test_decades_carry_a_sign_and_zero_does_not() -> None:
    assert decades_text(-3.104) == "−3.10"
    assert decades_text(0.414) == "+0.41"
    assert decades_text(-0.001) == "0"
    assert decades_text(math.nan) == "–"
    assert decades_text(-math.inf) == "−∞"
    assert decades_text(math.inf) == "+∞"


def test_a_value_is_read_with_every_digit_or_as_its_state() -> None:
    measurement = result_of(deep(3, weights=Choice.of("zeros"))).measurement
    profile = profile_of(measurement, "delta", "l2")
    assert value_text(profile, 1) == "exactly 0"
    assert value_text(profile, 3) == repr(float(measurement.layers[2].delta.value("l2")))
    assert value_text(profile, 4) == "–"


def test_the_scope_is_named() -> None:
    assert words.text(scope_message(3, 64)) == "sample 3"
    assert words.text(scope_message(None, 64)) == "batch of 64"


def test_a_note_is_not_broken_within_its_ranges() -> None:
    note = unbroken("float16: subnormal in layers 1–4, 7")
    assert note == "float16: subnormal in layers\u00a01\u2060–\u20604, 7"


@pytest.mark.parametrize(
    ("layers", "said"),
    [([3], "ReLU in layer 3"), ([1, 2], "ReLU in layers 1–2"), ([1, 4], "ReLU in layers 1, 4")],
)
def test_one_layer_is_a_layer_and_several_are_layers(layers: list[int], said: str) -> None:
    templates = ("{choice} in layer {layers}", "{choice} in layers {layers}")
    assert words.text(of_layers("Coach", templates, layers, choice="ReLU")) == said
    assert words.text(of_layers("Coach", templates, np.array(layers), choice="ReLU")) == said
