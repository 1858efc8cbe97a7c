"""Layers are named in spans."""

from __future__ import annotations

import pytest

from gradsim.viewmodels.training.wording import span_of_layers


@pytest.mark.parametrize(
    ("layers", "told"),
    [
        ((), ""),
        ((3,), "3"),
        ((1, 2, 3, 7), "1–3, 7"),
        ((1, 3, 5, 7, 9), "1, 3, 5, 7, …"),
        (tuple(range(1, 51)), "1–50"),
    ],
)
def test_layers_are_told_in_spans(layers: tuple[int, ...], told: str) -> None:
    assert span_of_layers(layers) == told
