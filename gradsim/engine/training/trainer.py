"""The run: step after step of one network on one data set, the same for the same seed."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any

import numpy as np
import numpy.typing as npt
from msgspec import Struct
from msgspec.structs import replace

from gradsim.engine.arithmetic import arithmetic_of
from gradsim.engine.costs import cost_of
from gradsim.engine.data_shapes import check_data
from gradsim.engine.forward import ForwardPass, forward_prepared
from gradsim.engine.initialization import Parameters
from gradsim.engine.network import Network
from gradsim.engine.options import resolved_options
from gradsim.engine.penalties.pascanu import refuse_omega
from gradsim.engine.streams import probe_directions
from gradsim.engine.training.batch_gradient import BatchGradient
from gradsim.engine.training.batches import Batches, BatchRows, refuse_batch_of_one, split_samples
from gradsim.engine.training.divergence import Divergence, diverged_pass, diverged_update
from gradsim.engine.training.flat import FlatParameters, all_finite
from gradsim.engine.training.last_update import LastUpdate
from gradsim.engine.training.optimizers import OPTIMIZERS
from gradsim.engine.training.plan import Plan, check_plan
from gradsim.engine.training.restraints import add_penalties, clip, hold
from gradsim.engine.training.scores import Scores, scores_of
from gradsim.engine.training.sizes import log10_norm

Array = npt.NDArray[Any]
Floats = npt.NDArray[np.float64]


class StepRecord(Struct, frozen=True, eq=False):
    """One step that was taken: everything is of the parameters before it.

    cost : of the batch, without penalties. penalty : λ₁Σ|w| + ½λ₂Σw² + λΩ. rate : η of the step.
    log10_weight_gradient : (L,), log₁₀‖∂C/∂W^(l)‖ of the batch, penalties left out; −inf for 0.
    clipped : what clipping by norm multiplied the gradient with; 1 where it did nothing.
    """

    step: int
    epoch: int
    rate: float
    cost: float
    penalty: float
    log10_weight_gradient: Floats
    clipped: float


class Trainer:
    """Takes steps until it is left alone, or until one cannot be taken.

    Parameters
    ----------
    parameters : without ensemble axes; copied.
    inputs : (samples, inputs); targets : (samples, outputs).
    seed : of shuffling and of the samples kept aside; probe_seed : of the cost `probe`.

    Raises
    ------
    Problem
        If the plan cannot be carried out or the data do not fit.
    """

    def __init__(
        self,
        network: Network,
        parameters: Parameters,
        inputs: Array,
        targets: Array,
        plan: Plan,
        *,
        seed: int = 0,
        probe_seed: int = 0,
    ) -> None:
        check_plan(plan)
        self.network, self.plan = network, plan
        # To train is the mode of training, whatever the network is looked at in.
        training = network if network.plain else replace(network, mode="train")
        self._arithmetic = arithmetic_of(np.dtype(np.float64), ())
        inputs, targets = np.asarray(inputs, np.float64), np.asarray(targets, np.float64)
        cost = cost_of(network.cost)
        check_data(network, cost, inputs, targets)
        reference = targets
        if not cost.uses_targets:
            reference = probe_directions(probe_seed, 1, len(inputs), network.layers[-1].units)
        self._split = split_samples(len(inputs), plan.validation, seed)
        self._data = (inputs, targets, reference)
        rows = self._split.training
        kept = targets[rows]
        self._training = (inputs[rows], kept, kept if reference is targets else reference[rows])
        self.batches = Batches(len(self._split.training), plan.batch, seed)
        refuse_batch_of_one(network, self.batches)
        self._rows = BatchRows(self.batches, self._training)
        self._flat = FlatParameters.of(training, parameters)
        if plan.omega:
            refuse_omega(training)
        self._batch_gradient = BatchGradient(training, self._flat, self._arithmetic, plan.omega)
        self._gradient = self._batch_gradient.gradient
        self._optimizer = OPTIMIZERS[plan.optimizer.name]
        self._options = resolved_options(plan.optimizer, self._optimizer.options)
        self._memory = self._optimizer.fresh_memory(self._flat.vector)
        self._held: tuple[Floats, ...] = ()
        self._before = [array.copy() for array in (self._flat.vector, *self._memory)]
        self._spare = [array.copy() for array in self._before]
        self._took_one = False
        self._on_weights = self._flat.weight_mask()
        self.steps = 0
        self.divergence: Divergence | None = None

    @property
    def parameters(self) -> Parameters:
        """A copy of the parameters as they now are, read-only."""
        return self._flat.frozen()

    def step(self) -> StepRecord | None:
        """Take the next step; None where it cannot be taken, and `divergence` says why."""
        if self.divergence is not None:
            return None
        number = self.steps + 1
        batch = self._rows.of_step(number)
        with np.errstate(all="ignore"):
            cost, sizes = self._batch_gradient.over(*batch, number)
            if not (math.isfinite(cost) and self._batch_gradient.finite):
                self.divergence = diverged_pass(self._batch_gradient.passed(*batch, number), number)
                return None
            penalty = add_penalties(self.plan, self._on_weights, self._flat.vector, self._gradient)
            penalty += self.plan.omega * self._batch_gradient.omega_value
            clipped = clip(self.plan, self._gradient)
            rate = self.plan.rate_at(number)
            for array, kept in zip((self._flat.vector, *self._memory), self._spare, strict=True):
                np.copyto(kept, array)
            self._optimizer.move(
                self._flat.vector, self._gradient, self._memory, number, rate, **self._options
            )
            if not all_finite(self._flat.vector):
                self.divergence = diverged_update(self._flat.views, number)
                self._put((self._flat.vector, *self._memory), self._spare)
                return None
            self._held = hold(self.plan, self._flat.views.weights)
            if self._flat.running.size and self._batch_gradient.last_pass is not None:
                self._flat.follow(self._batch_gradient.last_pass)
            self._before, self._spare = self._spare, self._before
            self.steps, self._took_one = number, True
        epoch = self.batches.epoch_of(number)
        return StepRecord(number, epoch, rate, cost, penalty, sizes, clipped)

    def update_ratios(self) -> Floats:
        """log₁₀(‖ΔW^(l)‖/‖W^(l)‖) of the step taken last, (L,); nan where W^(l) was 0.

        Around −3 is what a rate that is neither too small nor too large brings, as a rule of
        thumb.
        """
        before = self._before[0]
        change = self._flat.vector - before
        with np.errstate(all="ignore"):
            moved, squares = (
                np.add.reduceat(array * array, self._flat.starts)[::2] for array in (change, before)
            )
            ratios = np.asarray(0.5 * np.log10(moved / squares))
        if not np.isfinite(ratios).all():
            # Squares leave float64 long before the numbers do.
            for index, place in enumerate(self._flat.weights):
                size = log10_norm(before[place])
                ratios[index] = log10_norm(change[place]) - size if size > -math.inf else math.nan
        return ratios

    def last_update(self) -> LastUpdate | None:
        """The step taken last, its gradient worked out anew; None before the first one here."""
        if not self._took_one:
            return None
        before, *memory = (array.copy() for array in self._before)
        flat = FlatParameters(self._flat.network, before, self._flat.views.remedies)
        formed = BatchGradient(self._flat.network, flat, self._arithmetic, self.plan.omega)
        with np.errstate(all="ignore"):
            formed.over(*self._rows.of_step(self.steps), self.steps)
            add_penalties(self.plan, self._on_weights, before, formed.gradient)
            clip(self.plan, formed.gradient)
        after = self._flat.vector.copy()
        return LastUpdate(
            self.network, self.plan, self.steps, before, formed.gradient, tuple(memory), after,
            self._held,
        )  # fmt: skip

    def scores(self) -> Scores:
        """Cost and accuracy of the parameters as they now are, over all samples."""
        return self.scores_at(self._flat.views)

    def scores_at(self, parameters: Parameters) -> Scores:
        """The same of any parameters of this network; the run is not touched."""
        with np.errstate(all="ignore"):
            return scores_of(self.network, parameters, self._data, self._split, self._arithmetic)

    def passed_over(self, most: int) -> ForwardPass:
        """The forward pass of at most `most` of the samples trained on, evenly spaced and always
        the same, with the parameters as they now are; the run is not touched."""
        samples = len(self._training[0])
        chosen = np.linspace(0, samples - 1, min(most, samples)).round().astype(np.int64)
        inputs, targets, reference = (array[chosen] for array in self._training)
        with np.errstate(all="ignore"):
            return forward_prepared(
                self._flat.network, self._flat.views, inputs, targets, reference, self._arithmetic
            )

    @property
    def trained_samples(self) -> int:
        """How many samples are trained on."""
        return len(self._split.training)

    @property
    def share_aside(self) -> float:
        """How many of all samples are kept aside, from 0 to below 1."""
        return len(self._split.validation) / len(self._data[0])

    def memory(self) -> tuple[Floats, ...]:
        """The parameters and what the optimizer remembers, as vectors: all that a run goes on from.

        With `steps`, :meth:`resume` takes them.
        """
        arrays = (self._flat.vector, *self._memory, *self._running)
        return tuple(array.copy() for array in arrays)

    @property
    def _running(self) -> tuple[Floats, ...]:
        """The running statistics, where there are any."""
        return (self._flat.running,) if self._flat.running.size else ()

    def resume(self, steps: int, memory: tuple[Floats, ...]) -> None:
        """Go on as if `steps` steps had been taken and left `memory`.

        Raises
        ------
        ValueError
            If the vectors are not those of such a run.
        """
        vectors = (self._flat.vector, *self._memory, *self._running)
        shapes = [vector.shape for vector in vectors]
        if steps < 0 or [np.shape(array) for array in memory] != shapes:
            raise ValueError("these are the numbers of another run")
        self._put(vectors, memory)
        self.steps, self.divergence, self._took_one = steps, None, False

    @staticmethod
    def _put(arrays: Sequence[Floats], values: Sequence[Floats]) -> None:
        for array, value in zip(arrays, values, strict=True):
            np.copyto(array, value)
