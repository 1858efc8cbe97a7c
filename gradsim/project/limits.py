"""How large a project's data may be; the network's own bounds stand in the engine."""

from __future__ import annotations

from gradsim.engine.network import Network
from gradsim.engine.problems import QT_TRANSLATE_NOOP, Problem

MAXIMUM_SAMPLES = 100_000
MAXIMUM_VALUES = 50_000_000
"""Activations that one forward pass may hold: samples times units, over all layers."""
MAXIMUM_TYPED = 1_000_000
"""Numbers that generated samples may have to become typed ones."""
MAXIMUM_SEED = 2**31 - 1
MAXIMUM_TITLE = 1_000
MAXIMUM_FILE_BYTES = 64 * 2**20


def check_batch(network: Network, samples: int) -> None:
    """Refuse a batch that is too large to hold, before anything is allocated.

    Raises
    ------
    Problem
        Where the samples, or their activations over all layers, are out of bounds.
    """
    check_samples(samples)
    units = sum(network.widths)
    if samples * units > MAXIMUM_VALUES:
        raise Problem(
            QT_TRANSLATE_NOOP(
                "Problem",
                "{samples} samples through {units} units make {values} activations; at most "
                "{maximum} are held. Take fewer samples or smaller layers.",
            ),
            place="data",
            samples=samples,
            units=units,
            values=samples * units,
            maximum=MAXIMUM_VALUES,
        )


def check_samples(samples: int) -> None:
    """Refuse a batch of no samples or of more than are held."""
    if not 1 <= samples <= MAXIMUM_SAMPLES:
        raise Problem(
            QT_TRANSLATE_NOOP(
                "Problem", "The data have {samples} samples; they need from 1 to {maximum}."
            ),
            place="data",
            samples=samples,
            maximum=MAXIMUM_SAMPLES,
        )
