"""The worst layer and part: along the sign of the whole, and in words."""

from __future__ import annotations

import math

import numpy as np
import pytest
from msgspec.structs import replace

from gradsim.engine.options import Choice
from gradsim.engine.remedies import Residual
from gradsim.project.edits.layers import set_weights
from gradsim.viewmodels import words
from gradsim.viewmodels.gradients.attribution import Attribution, Cause, attribution_of
from gradsim.viewmodels.gradients.breakdown.worst import worst_messages, worst_of
from tests.viewmodels.gradients.desk import deep, past_zeros, result_of


def attribution(**causes: list[float]) -> Attribution:
    layers = np.arange(1.0, len(next(iter(causes.values()))) + 1.0)
    made = tuple(Cause(name, np.array(values)) for name, values in causes.items())
    return Attribution("delta", "l2", len(layers), layers, layers, made)


def said(shown: Attribution) -> list[str]:
    return [words.text(each) for each in worst_messages(shown)]


def test_where_the_gradient_vanishes_the_worst_takes_most() -> None:
    shown = attribution(activation=[-0.6, -0.9, -0.6], weights=[-0.1, 0.8, -0.5])
    worst = worst_of(shown)
    assert worst is not None
    assert (worst.layer, worst.layer_part, worst.part) == (3, "activation", "activation")
    assert worst.layer_decades == pytest.approx(-1.1)
    assert worst.part_decades == pytest.approx(-2.1)
    assert said(shown) == [
        "Layer 3 takes most: −1.10 (activations f′(z) −0.60).",
        "Of the parts most: activations f′(z), −2.10.",
    ]


def test_where_it_explodes_the_worst_adds_most() -> None:
    shown = attribution(activation=[-0.3, -0.3], weights=[0.9, 1.4])
    assert said(shown)[0] == "Layer 2 adds most: +1.10 (weights W +1.40)."
    assert said(shown)[1] == "Of the parts most: weights W, +2.30."


def test_where_nothing_happens_nobody_is_blamed() -> None:
    measurement = result_of(deep(6, 8, "identity", Choice.of("orthogonal"))).measurement
    shown = attribution_of(measurement, "delta")
    assert worst_of(shown) is None
    assert said(shown) == ["No layer takes or adds anything worth a hundredth of a decade."]


def test_sigmoid_layers_are_the_activations_fault() -> None:
    shown = attribution_of(result_of(deep(12, 8, "sigmoid")).measurement, "delta")
    worst = worst_of(shown)
    assert worst is not None
    assert worst.part == worst.layer_part == "activation"
    assert worst.layer_decades == shown.net.min()


def test_a_layer_of_zeros_is_named_before_all_others() -> None:
    project = deep(5, 3, "tanh")
    silent = set_weights(project, (project.layer_ids[2],), Choice("zeros"))
    told = said(attribution_of(result_of(silent).measurement, "delta"))
    assert told[0].startswith("At layer 2 the gradient is 0 or no number")
    assert len(told) == 3


def test_a_gradient_that_comes_past_weights_of_zeros_is_not_called_0() -> None:
    shown = attribution_of(result_of(past_zeros()).measurement, "weight_gradient")
    told = said(shown)
    assert told[0].startswith("At layer 1 the gradient is known, but not what each part did to it")
    assert "0 or no number" not in " ".join(told)
    assert "where they can be told apart" in told[-1]
    worst = worst_of(shown)
    assert worst is not None
    assert not math.isnan(worst.part_decades)


def test_the_layer_that_cannot_be_divided_may_be_the_worst_and_names_no_part() -> None:
    shown = attribution(activation=[-0.1, -0.2], weights=[math.nan, 0.1])
    shown = replace(shown, changes=np.array([-0.9, -0.1]))
    worst = worst_of(shown)
    assert worst is not None
    assert (worst.layer, worst.layer_part) == (1, None)
    assert said(shown)[1] == "Layer 1 takes most: −0.90."


def test_a_gradient_that_is_really_0_is_still_called_so() -> None:
    project = deep(4, 4, "tanh", outputs=1)
    layers = list(project.layers)
    bias = Choice.of("constant", value=-50.0)
    layers[1] = replace(layers[1], activation=Choice("relu"), bias=bias, residual=Residual())
    dead = replace(project, network=replace(project.network, layers=tuple(layers)))
    measurement = result_of(dead).measurement
    told = said(attribution_of(measurement, "weight_gradient"))
    assert told[0].startswith("At layer 2 the gradient is 0 or no number")
    # ∂C/∂a goes past the dead layer and is nowhere 0.
    told = said(attribution_of(measurement, "activation_gradient"))
    assert told[0].startswith("At layer 1 the gradient is known")
