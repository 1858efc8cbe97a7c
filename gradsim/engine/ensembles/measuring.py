"""One network under many seeds: drawn, run and measured in groups along the ensemble axis."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from itertools import pairwise
from typing import Any

import numpy as np
import numpy.typing as npt

from gradsim.engine.cancellation import check_cancelled
from gradsim.engine.ensembles.record import EnsembleMeasurement, joined, record_of
from gradsim.engine.forward import forward
from gradsim.engine.initialization import TypedLayer, initialize
from gradsim.engine.measurement import measure
from gradsim.engine.network import Network
from gradsim.engine.problems import QT_TRANSLATE_NOOP, Problem

Array = npt.NDArray[Any]

MAXIMUM_SEEDS = 1000
GROUP_ENTRIES = 96_000
"""Entries of one activation array of a group from which more members bring nothing."""
GROUP_BYTES = 96 * 2**20
"""Bytes of all arrays that one pass over a group may hold."""


def measure_ensemble(
    network: Network,
    seeds: Sequence[int],
    inputs: Array,
    targets: Array,
    *,
    typed: Sequence[TypedLayer | None] = (),
    drawn_on: Array | None = None,
    probe_seed: int = 0,
    first_sample: int = 1,
    batch_mean: bool = True,
    threads: int = 1,
    progress: Callable[[int], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> EnsembleMeasurement:
    """The statistics of `network` for every one of `seeds`, in their order; float64.

    Member k is the network of seed k; data and the directions r of the cost `probe` are the same
    for all. How the seeds are grouped, and the threads, change no result beyond rounding; the
    same seeds are grouped alike, so that equal calls agree to the bit on one machine.

    Parameters
    ----------
    inputs : (samples, inputs); targets : (samples, outputs)
    typed : exact numbers that take the place of draws, the same in every member.
    drawn_on : the inputs that ``lsuv`` reads, where they are not those of the pass.
    threads : so many groups are computed at a time; BLAS should be held to one thread each.
    progress : called with the number of seeds done, from any thread.

    Raises
    ------
    Problem
        If there is no seed or too many, or the data do not fit the network.
    Cancelled
        Where `cancelled` says so, checked per layer.
    """
    if not 1 <= len(seeds) <= MAXIMUM_SEEDS:
        raise Problem(
            QT_TRANSLATE_NOOP("Problem", "An ensemble has from 1 to {maximum} seeds, not {seeds}."),
            place="seeds",
            seeds=len(seeds),
            maximum=MAXIMUM_SEEDS,
        )
    inputs = np.asarray(inputs, np.float64)
    size = group_size(network, inputs.shape[-2], len(seeds))
    groups = [tuple(seeds[at : at + size]) for at in range(0, len(seeds), size)]
    done: list[int] = []

    def measured(group: tuple[int, ...]) -> EnsembleMeasurement:
        check_cancelled(cancelled)
        drawn = initialize(
            network,
            group if len(group) > 1 else group[0],
            typed=typed,
            inputs=inputs if drawn_on is None else drawn_on,
            cancelled=cancelled,
        )
        passed = forward(
            network,
            drawn,
            inputs,
            targets,
            probe_seed=probe_seed,
            first_sample=first_sample,
            cancelled=cancelled,
        )
        found = record_of(group, measure(passed, batch_mean=batch_mean, cancelled=cancelled))
        done.append(len(group))
        if progress is not None:
            progress(sum(done))
        return found

    if threads == 1 or len(groups) == 1:
        return joined([measured(group) for group in groups])
    with ThreadPoolExecutor(threads, thread_name_prefix="ensemble") as pool:
        return joined(list(pool.map(measured, groups)))


def group_size(network: Network, samples: int, seeds: int) -> int:
    """How many seeds are computed at once: enough to be fast, few enough to be held."""
    widths = network.widths
    by_cache = GROUP_ENTRIES // (samples * max(widths))
    weights = sum(before * after for before, after in pairwise(widths))
    member_bytes = 8 * (3 * samples * sum(widths) + 2 * weights)
    most = max(1, min(by_cache, GROUP_BYTES // member_bytes, seeds))
    # An even number of groups of like size, so that two threads have equally much to do.
    groups = -(-seeds // most)
    groups += groups % 2 if groups > 1 else 0
    return -(-seeds // groups)
