"""Which samples stand in which step: shuffled anew in every epoch, by seed."""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt
from msgspec import Struct

from gradsim.engine.network import Network
from gradsim.engine.problems import QT_TRANSLATE_NOOP, Problem
from gradsim.engine.remedies import normalization_of
from gradsim.engine.streams import Role, stream

Array = npt.NDArray[Any]
Indices = npt.NDArray[np.int64]

_HELD_BYTES = 32 * 2**20


class Split(Struct, frozen=True, eq=False):
    """The samples to train on and those kept aside, as indices from 0 in rising order."""

    training: Indices
    validation: Indices


def split_samples(samples: int, share: float, seed: int) -> Split:
    """Keep the share of the samples aside, chosen by seed; at least one stays to train on.

    Raises
    ------
    Problem
        If nothing is left to train on.
    """
    aside = round(samples * share)
    if aside >= samples:
        raise Problem(
            QT_TRANSLATE_NOOP(
                "Problem", "Of {samples} samples {aside} would be kept aside: none is left."
            ),
            place="training.validation",
            samples=samples,
            aside=aside,
        )
    order = stream(seed, 0, Role.SPLIT).permutation(samples)
    return Split(np.sort(order[aside:]), np.sort(order[:aside]))


def refuse_batch_of_one(network: Network, batches: Batches) -> None:
    """Refuse batches of one sample where batch normalization takes its spread from the batch.

    Raises
    ------
    Problem
        At ``training.batch``, with the first layer that normalizes so.
    """
    if batches.smallest > 1:
        return
    layer = next(
        (
            number
            for number, each in enumerate(network.layers, 1)
            if each.normalization is not None
            and normalization_of(each.normalization).couples_samples
        ),
        None,
    )
    if layer is None:
        return
    last = batches.size > 1
    raise Problem(
        QT_TRANSLATE_NOOP(
            "Problem",
            "Of {samples} samples in batches of {batch} one is left over, and batch normalization "
            "in layer {layer} finds no spread in one sample. Choose another batch.",
        )
        if last
        else QT_TRANSLATE_NOOP(
            "Problem",
            "A batch of one sample has no spread, which batch normalization in layer {layer} "
            "needs. Choose a larger batch.",
        ),
        place="training.batch",
        layer=layer,
        **({"samples": batches.samples, "batch": batches.size} if last else {}),
    )


class Batches:
    """The batches of a run: step t has always the same one, so that a run can go on anywhere."""

    def __init__(self, samples: int, size: int | None, seed: int) -> None:
        self.samples = samples
        self.size = samples if size is None else min(size, samples)
        self.per_epoch = -(-samples // self.size)
        self._seed = seed
        self._epoch = 0
        self._order: Indices = np.arange(samples)

    @property
    def smallest(self) -> int:
        """The samples of the smallest batch: the last one of an epoch may be shorter."""
        return self.samples - (self.per_epoch - 1) * self.size

    def epoch_of(self, step: int) -> int:
        """The epoch, from 1, to which step `step`, from 1, belongs."""
        return (step - 1) // self.per_epoch + 1

    def of_step(self, step: int) -> Indices | slice:
        """The samples of step `step` (from 1); the last batch of an epoch may be shorter."""
        if self.size == self.samples:
            return slice(None)
        return np.asarray(self.order_of(self.epoch_of(step))[self.place_of(step)])

    def place_of(self, step: int) -> slice:
        """Where in its epoch's order the samples of step `step` (from 1) stand."""
        place = (step - 1) % self.per_epoch
        return slice(place * self.size, (place + 1) * self.size)

    def order_of(self, epoch: int) -> Indices:
        """All samples in the order of epoch `epoch`, from 1."""
        if epoch != self._epoch:
            self._order = stream(self._seed, 0, Role.SHUFFLE, epoch - 1).permutation(self.samples)
            self._epoch = epoch
        return self._order


Trio = tuple[Array, Array, Array]


class BatchRows:
    """The rows of inputs, targets and what the cost compares with, step by step.

    An epoch's rows are brought into its order at once, so that a batch is a slice; where that
    would hold too many bytes, each batch is gathered by itself.
    """

    def __init__(self, batches: Batches, arrays: Trio) -> None:
        self._batches, self._arrays = batches, arrays
        self._whole = batches.size == batches.samples
        self._held = sum(array.nbytes for array in arrays) <= _HELD_BYTES
        self._epoch = 0
        self._ordered = arrays

    def of_step(self, step: int) -> Trio:
        """The rows of step `step` (from 1)."""
        if self._whole:
            return self._arrays
        if not self._held:
            return self._taken(np.asarray(self._batches.of_step(step)))
        epoch = self._batches.epoch_of(step)
        if epoch != self._epoch:
            self._ordered = self._taken(self._batches.order_of(epoch))
            self._epoch = epoch
        place = self._batches.place_of(step)
        inputs, targets, reference = self._ordered
        rows = targets[place]
        return inputs[place], rows, rows if reference is targets else reference[place]

    def _taken(self, chosen: Indices) -> Trio:
        inputs, targets, reference = self._arrays
        # Twice as fast as targets[chosen].
        rows = targets.take(chosen, axis=0)
        wanted = rows if reference is targets else reference.take(chosen, axis=0)
        return inputs.take(chosen, axis=0), rows, wanted
