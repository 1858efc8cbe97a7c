"""Batches: how small the last one is, and who cannot take one sample."""

from __future__ import annotations

import pytest

from gradsim.engine import Choice, Layer, Network
from gradsim.engine.problems import Problem
from gradsim.engine.training.batches import Batches, refuse_batch_of_one

LAYERS = (
    Layer(3, Choice("tanh"), Choice("glorot_normal"), id=1),
    Layer(3, Choice("tanh"), Choice("glorot_normal"), id=2, normalization=Choice("batch_norm")),
)


@pytest.mark.parametrize(
    ("samples", "size", "smallest"),
    [(64, None, 64), (64, 16, 16), (64, 21, 1), (64, 63, 1), (64, 60, 4), (5, 1, 1), (1, None, 1)],
)
def test_the_smallest_batch_is_the_last_of_an_epoch(
    samples: int, size: int | None, smallest: int
) -> None:
    batches = Batches(samples, size, 1)
    assert batches.smallest == smallest
    steps = range(1, batches.per_epoch + 1)
    chosen = [batches.of_step(step) for step in steps]
    sizes = [samples if isinstance(each, slice) else len(each) for each in chosen]
    assert min(sizes) == smallest


@pytest.mark.parametrize(("size", "told"), [(1, "A batch of one"), (9, "one is left over")])
def test_batch_normalization_cannot_take_a_batch_of_one(size: int, told: str) -> None:
    with pytest.raises(Problem, match=told) as caught:
        refuse_batch_of_one(Network(3, LAYERS), Batches(10, size, 1))
    assert caught.value.place == "training.batch"
    assert caught.value.arguments["layer"] == 2
    refuse_batch_of_one(Network(3, LAYERS), Batches(10, 5, 1))
    refuse_batch_of_one(Network(3, LAYERS[:1]), Batches(10, size, 1))
