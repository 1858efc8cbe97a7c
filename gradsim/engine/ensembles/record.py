"""What an ensemble leaves: for every seed and layer the statistics of one pass."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
import numpy.typing as npt
from msgspec import Struct

from gradsim.engine.attribution import decades_between
from gradsim.engine.columns import GRADIENTS
from gradsim.engine.measurement import Measurement
from gradsim.engine.scaling import log10_magnitude
from gradsim.engine.statistics import Magnitude, Statistic, side_by_side

Floats = npt.NDArray[np.float64]


class EnsembleMeasurement(Struct, frozen=True, eq=False):
    """S draws of one network with L layers, in the order of their seeds; layer 1 first.

    Attributes
    ----------
    seeds : the S seeds.
    gradients : of ``weight_gradient``, ``bias_gradient``, ``delta`` and ``activation_gradient``
        the magnitudes, (S, L); `entries` is (L,).
    output_gradient : ‖∂C/∂a^(L)‖, from which attribution starts, (S,).
    cost : (S,), the mean over the samples.
    activation_mean, activation_std : of a^(l) over samples and units, (S, L).
    saturated_fraction, dead_fraction : (S, L), nan in layers that have neither.
    parts : in a network with remedies the decades that activations, weights and remedies take
        between δ^(l+1) and δ^(l), (S, L) each; None in a plain one, where they follow from sizes.
    """

    seeds: tuple[int, ...]
    gradients: Mapping[str, Magnitude]
    output_gradient: Magnitude
    cost: Floats
    activation_mean: Floats
    activation_std: Floats
    saturated_fraction: Floats
    dead_fraction: Floats
    parts: tuple[Floats, Floats, Floats] | None = None

    @property
    def depth(self) -> int:
        """L."""
        return int(self.activation_mean.shape[-1])

    def log10(self, quantity: str, statistic: Statistic) -> Floats:
        """log₁₀ of the true size, (S, L): −inf for 0, +inf for inf, nan for nan or lost."""
        return np.asarray(self.gradients[quantity].log10(statistic), np.float64)

    def first_to_last(self, quantity: str, statistic: Statistic) -> Floats:
        """log₁₀ of the first layer's size over the last layer's, (S,).

        −inf where the first is exactly 0 and the last is not, +inf the other way round; nan where
        both are 0 or either is not known.
        """
        sizes = self.log10(quantity, statistic)
        with np.errstate(invalid="ignore"):
            return np.asarray(sizes[:, 0] - sizes[:, -1])

    @property
    def log10_second_moment(self) -> Floats:
        """log₁₀ E a² of every layer, over samples and units, (S, L).

        −inf where every activation is 0, or its square root smaller than a float can hold.
        """
        with np.errstate(over="ignore", invalid="ignore"):
            root = np.hypot(self.activation_mean, self.activation_std)
        return 2.0 * log10_magnitude(root, 0)

    @property
    def activation_decades(self) -> Floats:
        """log₁₀(‖δ^(l)‖ / ‖∂C/∂a^(l)‖), what f′ does, (S, L); nan where an end is zero."""
        if self.parts is not None:
            return self.parts[0]
        return decades_between(self.log10("delta", "l2"), self.log10("activation_gradient", "l2"))

    @property
    def weights_decades(self) -> Floats:
        """log₁₀(‖W^(l+1)ᵀ δ^(l+1)‖ / ‖δ^(l+1)‖), 0 for the last layer, (S, L)."""
        if self.parts is not None:
            return self.parts[1]
        arriving, delta = self.log10("activation_gradient", "l2"), self.log10("delta", "l2")
        found = np.zeros(arriving.shape)
        found[:, :-1] = decades_between(arriving[:, :-1], delta[:, 1:])
        return found

    @property
    def remedies_decades(self) -> Floats | None:
        """What remedies do, (S, L); None in a network without them."""
        return None if self.parts is None else self.parts[2]


def record_of(seeds: Sequence[int], measurement: Measurement) -> EnsembleMeasurement:
    """The record of one pass with one ensemble axis, or none where there is a single seed."""
    members, layers = len(seeds), measurement.layers

    def table(values: Sequence[object], dtype: npt.DTypeLike = np.float64) -> npt.NDArray[Any]:
        # Each entry is one number per member; of a single network one number.
        return np.array(values, dtype).reshape(len(values), members).T.copy()

    def fractions(name: str) -> Floats:
        values = [getattr(each, name) for each in layers]
        # A layer that activates the inputs, before its weights, has one number for all members.
        rows = [np.broadcast_to(np.nan if each is None else each, (members,)) for each in values]
        return np.asarray(table(rows), np.float64)

    output = side_by_side([measurement.output_gradient], table)
    parts = None
    if layers[0].parts is not None:
        found = [each.attribution for each in layers]
        activation, weights, remedies = (
            np.asarray(table([getattr(each, name) for each in found]), np.float64)
            for name in ("activation_log10", "weights_log10", "remedies_log10")
        )
        parts = activation, weights, remedies
    return EnsembleMeasurement(
        tuple(int(seed) for seed in seeds),
        {name: side_by_side([getattr(each, name) for each in layers], table) for name in GRADIENTS},
        Magnitude(
            output.squares[:, 0], output.total[:, 0], output.max_abs[:, 0],
            measurement.output_gradient.entries, output.exponent[:, 0], output.underflow[:, 0],
        ),
        np.array(np.broadcast_to(measurement.cost, (members,)), np.float64),
        np.asarray(table([each.activation_mean for each in layers]), np.float64),
        np.asarray(table([each.activation_std for each in layers]), np.float64),
        fractions("saturated_fraction"),
        fractions("dead_fraction"),
        parts,
    )  # fmt: skip


def joined(parts: Sequence[EnsembleMeasurement]) -> EnsembleMeasurement:
    """Measurements of one network under different seeds as one, in the order given."""
    if len(parts) == 1:
        return parts[0]

    def magnitude(found: Sequence[Magnitude]) -> Magnitude:
        return Magnitude(
            np.concatenate([each.squares for each in found]),
            np.concatenate([each.total for each in found]),
            np.concatenate([each.max_abs for each in found]),
            found[0].entries,
            np.concatenate([each.exponent for each in found]),
            np.concatenate([each.underflow for each in found]),
        )

    def array(name: str) -> Floats:
        return np.concatenate([getattr(each, name) for each in parts])

    every = [each.parts for each in parts if each.parts is not None]
    together: tuple[Floats, Floats, Floats] | None = None
    if every:
        columns = [np.concatenate(column) for column in zip(*every, strict=True)]
        together = columns[0], columns[1], columns[2]
    return EnsembleMeasurement(
        tuple(seed for each in parts for seed in each.seeds),
        {name: magnitude([each.gradients[name] for each in parts]) for name in GRADIENTS},
        magnitude([each.output_gradient for each in parts]),
        array("cost"),
        array("activation_mean"),
        array("activation_std"),
        array("saturated_fraction"),
        array("dead_fraction"),
        together,
    )
