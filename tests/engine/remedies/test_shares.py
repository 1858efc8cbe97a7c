"""The decades of each kind of remedy add up to the remedies' part of a profile."""

from __future__ import annotations

import math

import numpy as np
import pytest

from gradsim.engine.backward import chain_factors
from gradsim.engine.measurement import measure
from gradsim.engine.profile_parts import profile_parts
from gradsim.engine.remedies.shares import remedy_shares
from gradsim.engine.verdict.records import Quantity
from tests.engine.networks import pass_of
from tests.engine.remedies.remedied_networks import NETWORKS, data, parameters


@pytest.mark.parametrize("quantity", ["weight_gradient", "delta", "activation_gradient"])
@pytest.mark.parametrize("name", NETWORKS)
def test_the_kinds_and_layers_add_up_to_what_remedies_did(name: str, quantity: Quantity) -> None:
    network = NETWORKS[name]
    inputs, targets = data()
    forward = pass_of(network, parameters=parameters(network), inputs=inputs, targets=targets)
    factors = tuple(chain_factors(forward))
    shares = remedy_shares(factors, quantity)
    whole = profile_parts(measure(forward), network, quantity, "l2").remedies
    together = math.fsum(each for layers in shares.values() for each in layers.values())
    np.testing.assert_allclose(together, whole, atol=1e-12)
    for kind, layers in shares.items():
        for number in layers:
            layer = network.layers[number - 1]
            has = {
                "normalization": layer.normalization,
                "residual": layer.residual,
                "dropout": layer.dropout,
            }
            assert has[kind]
