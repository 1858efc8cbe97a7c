"""Which networks get singular values, and at how many layers."""

from __future__ import annotations

import pytest

from gradsim.viewmodels import words
from gradsim.viewmodels.gradients.spectra.sizes import told_layers, too_wide
from tests.viewmodels.gradients.desk import deep


def test_the_first_layer_that_is_too_wide_is_named() -> None:
    assert too_wide(deep(3, 256).network) is None
    assert too_wide(deep(3, 8, inputs=784).network) is None
    reason = too_wide(deep(3, 257, inputs=2).network)
    assert reason is not None
    assert words.text(reason) == (
        "Singular values are computed for layers of up to 256 units; layer 1 has 257."
    )


@pytest.mark.parametrize(
    ("depth", "units", "told"), [(1, 1, 1), (1000, 8, 1000), (30, 256, 30), (300, 256, 48)]
)
def test_deep_wide_networks_are_told_at_some_layers_with_both_ends(
    depth: int, units: int, told: int
) -> None:
    layers = told_layers(deep(depth, units).network)
    assert len(layers) == told
    assert (layers[0], layers[-1]) == (1, depth)
    assert list(layers) == sorted(set(layers))
