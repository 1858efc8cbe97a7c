"""The step that was taken last, for every parameter: its gradient, its memory, and the rule."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
from msgspec import Struct

from gradsim.engine.network import Network
from gradsim.engine.options import resolved_options
from gradsim.engine.training.flat import FlatParameters
from gradsim.engine.training.optimizers import OPTIMIZERS, Term
from gradsim.engine.training.plan import Plan

Floats = npt.NDArray[np.float64]


class WeightUpdate(Struct, frozen=True):
    """What step `step` did to one weight: (before + the last term's value)·held = after.

    gradient : g, which the rule was given: ∂C/∂w of the batch, with penalties, clipped.
    held : what max-norm multiplied the weights of the unit with after the step; 1 where nothing.
    """

    step: int
    rate: float
    gradient: float
    before: float
    after: float
    terms: tuple[Term, ...]
    held: float = 1.0


class LastUpdate(Struct, frozen=True, eq=False):
    """before, gradient, after : of all parameters, as FlatParameters lays them out; memory : what
    the optimizer remembered before the step; held : by layer, what max-norm multiplied the
    weights of each unit with, (fan_out,); empty where it did nothing."""

    network: Network
    plan: Plan
    step: int
    before: Floats
    gradient: Floats
    memory: tuple[Floats, ...]
    after: Floats
    held: tuple[Floats, ...] = ()

    def of_weight(self, layer: int, unit: int, source: int) -> WeightUpdate:
        """The step of w^(layer) from unit `source` below to `unit`; all count from 1.

        Raises
        ------
        IndexError
            If the network has no such weight.
        """
        flat = FlatParameters(self.network, self.before)
        if not 1 <= layer <= len(flat.weights):
            raise IndexError(layer)
        rows, columns = flat.views.weights[layer - 1].shape
        if not (1 <= unit <= rows and 1 <= source <= columns):
            raise IndexError((unit, source))
        place = flat.weights[layer - 1].start + (unit - 1) * columns + source - 1
        held = float(self.held[layer - 1][unit - 1]) if self.held else 1.0
        return self._at(place, held)

    def of_learned(self, letter: str, layer: int, unit: int) -> WeightUpdate:
        """The step of γ or β, by its letter, of `unit` in the normalization of layer `layer`.

        Raises
        ------
        IndexError
            If the network has no such number.
        """
        flat = FlatParameters(self.network, self.before)
        places = flat.scales if letter == "γ" else flat.shifts
        place = places.get(layer - 1)
        if place is None or not 1 <= unit <= place.stop - place.start:
            raise IndexError((letter, layer, unit))
        return self._at(place.start + unit - 1, 1.0)

    def _at(self, place: int, held: float) -> WeightUpdate:
        rule = OPTIMIZERS[self.plan.optimizer.name]
        before, gradient = float(self.before[place]), float(self.gradient[place])
        rate = self.plan.rate_at(self.step)
        terms = rule.terms(
            before,
            gradient,
            [float(array[place]) for array in self.memory],
            self.step,
            rate,
            **resolved_options(self.plan.optimizer, rule.options),
        )
        after = float(self.after[place])
        return WeightUpdate(self.step, rate, gradient, before, after, terms, held)
