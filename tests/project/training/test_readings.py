"""Readings are of the samples trained on, once a step, and bounded."""

from __future__ import annotations

import numpy as np

from gradsim.engine import Choice
from gradsim.engine.forward import forward
from gradsim.engine.instruments import read_layers
from gradsim.engine.training import Plan
from gradsim.project.evaluation import materialize
from gradsim.project.presets import preset
from gradsim.project.training import Readings, Run, readings

PROJECT = preset("first_look")


def test_a_reading_is_of_the_parameters_as_they_are() -> None:
    run = Run(PROJECT, Plan(Choice("adam"), rate=0.1), scored=False)
    kept = Readings(run.trainer)
    run.advance(5)
    kept.read()
    kept.read()
    start, now = kept.kept()
    assert (start.step, now.step) == (0, 5)
    data = materialize(PROJECT)
    same = read_layers(
        forward(PROJECT.network, run.trainer.parameters, data.inputs, data.targets), 5
    )
    np.testing.assert_array_equal(now.weight_norms, same.weight_norms)
    np.testing.assert_array_equal(
        now.spreads["activation"].counts, same.spreads["activation"].counts
    )
    assert not np.array_equal(start.weight_norms, now.weight_norms)


def test_samples_kept_aside_are_not_read() -> None:
    run = Run(PROJECT, Plan(validation=0.5), scored=False)
    assert Readings(run.trainer).kept()[0].samples == run.trainer.trained_samples == 32


def test_a_large_set_is_read_in_part() -> None:
    run = Run(preset("digits_classifier"), Plan(), scored=False)
    assert Readings(run.trainer).kept()[0].samples == readings.MOST_SAMPLES


def test_reading_changes_nothing_of_the_run() -> None:
    one, other = (Run(PROJECT, Plan(batch=8), scored=False) for _ in range(2))
    kept = Readings(one.trainer)
    for _ in range(20):
        one.advance(1)
        kept.read()
    other.advance(20)
    for a, b in zip(one.trainer.memory(), other.trainer.memory(), strict=True):
        np.testing.assert_array_equal(a, b)


def test_a_long_run_keeps_its_ends_and_no_more_than_it_may() -> None:
    run = Run(PROJECT, Plan(), scored=False)
    kept = Readings(run.trainer)
    kept.most = 10
    for _ in range(60):
        run.advance(1)
        kept.read()
    steps = [reading.step for reading in kept.kept()]
    assert len(steps) <= 10
    assert steps[0] == 0
    assert steps[-1] == 60
    assert steps == sorted(set(steps))
