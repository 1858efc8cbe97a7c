"""Snapshots of a run: thinned as it grows, bounded whatever its size, the start always kept."""

from __future__ import annotations

import numpy as np

from gradsim.engine.training import Plan
from gradsim.project.presets import preset
from gradsim.project.training import Run
from gradsim.viewmodels.training import snapshots as module
from gradsim.viewmodels.training.snapshots import Snapshots

PROJECT = preset("mazur")


def taken(run: Run, kept: Snapshots, steps: int) -> None:
    for _ in range(steps):
        run.advance(1)
        kept.offer(run.trainer)


def test_a_long_run_keeps_evenly_spaced_moments_and_its_start() -> None:
    run = Run(PROJECT, Plan(rate=0.1), scored=False)
    kept = Snapshots(run.trainer)
    start = run.trainer.parameters
    taken(run, kept, 1000)
    steps = [each.steps for each in kept.kept()]
    assert steps[0] == 0
    assert len(steps) <= kept.most
    assert set(np.diff(steps)) == {kept.every}
    assert 1000 - steps[-1] < kept.every
    np.testing.assert_array_equal(kept.start.weights[0], start.weights[0])


def test_a_snapshot_is_the_run_at_its_step() -> None:
    run = Run(PROJECT, Plan(rate=0.1), scored=False)
    kept = Snapshots(run.trainer)
    taken(run, kept, 300)
    chosen = kept.kept()[7]
    again = Run(PROJECT, Plan(rate=0.1), scored=False)
    again.advance(chosen.steps)
    np.testing.assert_array_equal(chosen.parameters.weights[1], again.trainer.parameters.weights[1])
    assert chosen.update_ratios is not None
    np.testing.assert_array_equal(chosen.update_ratios, again.trainer.update_ratios())


def test_a_large_network_keeps_fewer() -> None:
    run = Run(preset("fifty_layers"), Plan(), scored=False)
    kept = Snapshots(run.trainer)
    size = 8 * run.project.network.parameter_count
    assert kept.most * size <= module.MAXIMUM_BYTES
    assert kept.most >= module.LEAST
