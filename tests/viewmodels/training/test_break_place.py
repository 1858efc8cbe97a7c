"""The place of a break in the walk: the newest number there is the one that broke."""

from __future__ import annotations

import pytest

from gradsim.engine.chain import FactorKind
from gradsim.engine.training.divergence import Divergence
from gradsim.project.presets import preset
from gradsim.viewmodels.simulation import simulate
from gradsim.viewmodels.step.walk.lenses import forward_steps, layer_steps
from gradsim.viewmodels.step.walk.steps import StepKind
from gradsim.viewmodels.training.break_place import position_of

RESULT = simulate(preset("first_look"), None)
FORWARD = forward_steps(RESULT.project.network)
BACK = layer_steps(RESULT, RESULT.factors, shortcut=False)


@pytest.mark.parametrize("layer", [1, 3])
def test_a_forward_pass_broke_at_the_last_value_of_its_layer(layer: int) -> None:
    here = FORWARD[position_of(Divergence("forward", 2, layer), FORWARD, RESULT) - 1]
    assert (here.layer, here.kind) == (layer, StepKind.ACTIVATION_VALUE)


def test_a_cost_broke_at_the_end() -> None:
    depth = RESULT.project.network.depth
    assert position_of(Divergence("cost", 2, depth), FORWARD, RESULT) == len(FORWARD)


@pytest.mark.parametrize("kind", [FactorKind.activation, FactorKind.weights])
def test_a_gradient_broke_at_the_factor_that_is_named(kind: FactorKind) -> None:
    factor = next(each for each in RESULT.factors if each.kind is kind and each.layer == 2)
    broke = Divergence("factor", 2, 2, factor.symbol)
    here = BACK[position_of(broke, BACK, RESULT) - 1]
    assert (here.layer, here.kind) == (2, StepKind(kind))


def test_an_update_broke_at_the_weights_of_its_layer() -> None:
    here = BACK[position_of(Divergence("update", 2, 1), BACK, RESULT) - 1]
    assert (here.layer, here.kind) == (1, StepKind.WEIGHTS)
