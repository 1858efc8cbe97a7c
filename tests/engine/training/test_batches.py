"""Batches: how small the last one is, which rows they have, and who cannot take one sample."""

from __future__ import annotations

import numpy as np
import pytest

from gradsim.engine import Choice, Layer, Network
from gradsim.engine.problems import Problem
from gradsim.engine.training import batches as module
from gradsim.engine.training.batches import Batches, BatchRows, refuse_batch_of_one

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


@pytest.mark.parametrize("held", [0, 1 << 20], ids=["gathered", "held"])
@pytest.mark.parametrize("size", [None, 1, 3, 7])
def test_a_step_has_the_rows_of_its_samples(
    size: int | None, held: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "_HELD_BYTES", held)
    inputs, targets = np.arange(14.0).reshape(7, 2), np.arange(7.0)[:, None]
    batches = Batches(7, size, 4)
    rows = BatchRows(batches, (inputs, targets, -targets))
    # Forwards over two epochs, and back as a run that goes on elsewhere does.
    for step in (*range(1, 2 * batches.per_epoch + 1), 1, batches.per_epoch):
        chosen = batches.of_step(step)
        found = rows.of_step(step)
        for got, whole in zip(found, (inputs, targets, -targets), strict=True):
            assert np.array_equal(got, whole[chosen])


@pytest.mark.parametrize("size", [None, 3])
def test_targets_that_are_compared_with_are_gathered_once(size: int | None) -> None:
    targets = np.arange(7.0)[:, None]
    _, found, wanted = BatchRows(Batches(7, size, 4), (targets, targets, targets)).of_step(1)
    assert found is wanted
