"""What is symmetric in each layer: rows and columns of W, rows of ∂C/∂W, units that are copies.

Definition of copies. Units i and j of a hidden layer l are *copies* where row i of W^(l) equals
row j, b_i equals b_j, and column i of W^(l+1) equals column j. Then z_i = z_j and a_i = a_j for
every input, δ_i = f′(z_i) Σ_k w_ki δ_k = δ_j, and so ∂C/∂w_i = ∂C/∂w_j, ∂C/∂b_i = ∂C/∂b_j and, for
the columns, ∂C/∂w_ki = δ_k a_i = ∂C/∂w_kj. A step of gradient descent takes equals from equals:
they are copies after it, and for ever. Units of the output have targets of their own and are
never called copies. Remedies add to this what :mod:`gradsim.engine.symmetry.distinctions` says: γ
and β must agree too, a residual connection must not lead other numbers past the units, and
dropout parts them.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterable
from enum import StrEnum
from typing import Any

import numpy as np
import numpy.typing as npt
from msgspec import Struct

from gradsim.engine.chain import ChainFactor, FactorKind, Gradient
from gradsim.engine.initialization import Parameters
from gradsim.engine.network import Network
from gradsim.engine.scaling import State
from gradsim.engine.statistics import magnitude
from gradsim.engine.symmetry.distinctions import UnitNumbers
from gradsim.engine.symmetry.likeness import (
    ROUNDING,
    Likeness,
    groups_of_equal_rows,
    row_likeness,
)

Array = npt.NDArray[Any]
Groups = tuple[tuple[int, ...], ...]


class Parting(StrEnum):
    """Which remedy tells units apart whose weights and biases are equal."""

    dropout = "dropout"
    normalization = "normalization"
    residual = "residual"


class LayerSymmetry(Struct, frozen=True):
    """What is symmetric in one layer (from 1).

    weights_zero, weights_constant : every entry of W^(l) is 0; every entry is one and the same.
    rows, columns : how alike the rows and the columns of W^(l) are.
    gradient_rows : how alike the rows of ∂C/∂W^(l) are.
    weight_gradient, bias_gradient : whether ∂C/∂W^(l) and ∂C/∂b^(l) are 0, or only too small.
    copies : groups of units (from 1) that are copies of each other; empty for the output.
    copies_likeness : `exact`, or `rounding` where a group is equal up to rounding only.
    same_now : groups of units that compute the same number now, whatever becomes of them: their
        rows of W^(l) and biases are equal, and so is what remedies do to them.
    equal_weights, parted_by : groups of units that come in and go out with equal weights and yet
        are no copies, and the remedy that parts them; empty and None where there are copies.
    """

    layer: int
    weights_zero: bool
    weights_constant: bool
    rows: Likeness
    columns: Likeness
    gradient_rows: Likeness
    weight_gradient: State
    bias_gradient: State
    copies: Groups
    copies_likeness: Likeness
    same_now: Groups
    equal_weights: Groups = ()
    parted_by: Parting | None = None


def layer_symmetries(
    network: Network, parameters: Parameters, factors: Iterable[ChainFactor]
) -> tuple[LayerSymmetry, ...]:
    """The symmetries of layers 1..L; `factors` are those of a backward pass of `network`."""
    weights, biases = dict[int, Gradient](), dict[int, Gradient]()
    for factor in factors:
        if factor.kind is FactorKind.weights:
            weights[factor.layer] = factor.left
        elif factor.kind is FactorKind.bias:
            biases[factor.layer] = factor.left
    units = _Units(UnitNumbers(network, parameters))
    return tuple(
        _of_layer(parameters, units, layer, weights[layer], biases[layer])
        for layer in range(1, network.depth + 1)
    )


def _of_layer(
    parameters: Parameters,
    units: _Units,
    layer: int,
    weight_gradient: Gradient,
    bias_gradient: Gradient,
) -> LayerSymmetry:
    matrix = parameters.weights[layer - 1]
    copies, likeness = units.copies(layer)
    equal_weights, parted_by = () if copies else units.equal_weights(layer), None
    if equal_weights:
        parted_by = units.parted_by(layer)
    lost = bool(np.asarray(weight_gradient.underflow).any())
    return LayerSymmetry(
        layer,
        weights_zero=not matrix.any(),
        weights_constant=bool((matrix == matrix.flat[0]).all()),
        rows=row_likeness(matrix),
        columns=row_likeness(matrix.T),
        gradient_rows=row_likeness(weight_gradient.array, lost=lost),
        weight_gradient=_state(weight_gradient),
        bias_gradient=_state(bias_gradient),
        copies=_from_one(copies),
        copies_likeness=likeness,
        same_now=_from_one(units.same_now(layer)),
        equal_weights=_from_one(equal_weights),
        parted_by=parted_by,
    )


class _Partition(Struct, frozen=True, eq=False):
    """Units sorted into classes of equals; `likeness` as of :func:`groups_of_equal_rows`.

    classes : (units,) the number of each unit's class.
    """

    classes: Array
    likeness: Likeness

    @property
    def groups(self) -> Groups:
        """The classes of two units or more."""
        found: dict[int, list[int]] = {}
        for unit, number in enumerate(self.classes.tolist()):
            found.setdefault(number, []).append(unit)
        return tuple(tuple(group) for group in found.values() if len(group) > 1)

    def within(self, other: _Partition) -> _Partition:
        """Equal are those that are equal in both."""
        pairs = np.stack((other.classes, self.classes), axis=1)
        _, classes = np.unique(pairs, axis=0, return_inverse=True)
        worse = Likeness.rounding in (self.likeness, other.likeness)
        return _Partition(classes.ravel(), Likeness.rounding if worse else self.likeness)


def _partition(blocks: Iterable[Array]) -> _Partition:
    rows = np.concatenate(tuple(blocks), axis=1)
    groups, likeness = groups_of_equal_rows(rows, tolerance=ROUNDING)
    classes = np.arange(len(rows))
    for group in groups:
        classes[list(group)] = group[0]
    return _Partition(classes, likeness)


class _Units:
    """The groups of equal units, layer after layer; of layers that are joined found once."""

    def __init__(self, numbers: UnitNumbers) -> None:
        self._numbers = numbers
        self._copies: dict[range, tuple[Groups, Likeness]] = {}
        self._computing: _Partition | None = None

    def copies(self, layer: int) -> tuple[Groups, Likeness]:
        """The copies among the units of `layer` and how equal they are."""
        numbers = self._numbers
        if numbers.network.layers[layer - 1].units < 2:
            return (), Likeness.single
        joined = numbers.joined(layer)
        if joined is None:
            return (), Likeness.different
        if joined not in self._copies:
            self._copies[joined] = self._copies_of(joined)
        return self._copies[joined]

    def _copies_of(self, joined: range) -> tuple[Groups, Likeness]:
        numbers = self._numbers
        if any(map(numbers.masked, joined)):
            return (), Likeness.different
        found: _Partition | None = None
        for layer in joined:
            here = _partition(itertools.chain(numbers.incoming(layer), numbers.outgoing(layer)))
            found = here if found is None else here.within(found)
            if not found.groups:
                break
        assert found is not None
        groups = found.groups
        return groups, found.likeness if groups else Likeness.different

    def equal_weights(self, layer: int) -> Groups:
        """The units of a hidden layer that come in and go out with equal weights."""
        if layer == self._numbers.network.depth:
            return ()
        return _partition(self._numbers.weights(layer)).groups

    def parted_by(self, layer: int) -> Parting:
        """The remedy that tells such units apart: of those at work, what they meet first."""
        numbers = self._numbers
        if any(map(numbers.masked, numbers.joined(layer) or (layer,))):
            return Parting.dropout
        met = itertools.chain(numbers.weights(layer), numbers.normalizations(layer))
        return Parting.residual if _partition(met).groups else Parting.normalization

    def same_now(self, layer: int) -> Groups:
        """The units that compute the same number now; to be asked layer after layer from 1 on."""
        numbers = self._numbers
        here = _partition(numbers.incoming(layer))
        if numbers.adds_itself(layer):
            here = here.within(self._computing or _all_different(len(here.classes)))
        if not numbers.network.evaluating and numbers.masked_inside(layer):
            here = _all_different(len(here.classes))
        self._computing = here
        return here.groups


def _all_different(units: int) -> _Partition:
    return _Partition(np.arange(units), Likeness.different)


def _from_one(groups: Groups) -> Groups:
    return tuple(tuple(index + 1 for index in group) for group in groups)


def _state(gradient: Gradient) -> State:
    return magnitude(gradient.array, gradient.exponent, gradient.underflow).state_of()
