"""One step of gradient descent, w ← w − η ∂C/∂w, and what the gradient says it does to the cost."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from enum import StrEnum
from typing import Any

import numpy as np
import numpy.typing as npt
from msgspec import Struct
from msgspec.structs import replace

from gradsim.engine.backward import Gradients
from gradsim.engine.cancellation import check_cancelled
from gradsim.engine.forward import ForwardPass, forward_again
from gradsim.engine.initialization import Parameters
from gradsim.engine.parameter_address import ParameterAddress
from gradsim.engine.remedies.following import followed_statistics
from gradsim.engine.remedies.learned import RemedyValues
from gradsim.engine.scaled_arrays import ScaledArray, number_sum, squared
from gradsim.engine.scaled_numbers import ScaledNumber, scaled_product

Array = npt.NDArray[Any]


class Moved(StrEnum):
    """Which parameters a step moves."""

    PARAMETER = "parameter"
    WEIGHTS = "weights"
    ALL = "all"


class Step(Struct, frozen=True):
    """A step to take: its size η, and which parameters move.

    `address` names the one parameter of `Moved.PARAMETER`; `Moved.WEIGHTS` holds the biases fixed.
    """

    rate: float
    moved: Moved = Moved.ALL
    address: ParameterAddress | None = None

    @property
    def lowest(self) -> int:
        """The first layer (from 1) in which a parameter moves."""
        if self.moved is Moved.PARAMETER and self.address is not None:
            return self.address.layer
        return 1


def updated(parameters: Parameters, gradients: Gradients, step: Step) -> Parameters:
    """W^(l) − η ∂C/∂W^(l) and b^(l) − η ∂C/∂b^(l), shapes and dtype as they were.

    The product with η is formed before the exponent of the gradient is put back, so that a
    gradient beyond float range moves what a float can hold of it.

    Raises
    ------
    ValueError
        If the step moves one parameter and names none.
    """
    weights, biases = list(parameters.weights), list(parameters.biases)
    with np.errstate(over="ignore", under="ignore", invalid="ignore"):
        if step.moved is Moved.PARAMETER:
            address = _named(step)
            slope = gradient_of(gradients, address)
            moved = scaled_product((slope, ScaledNumber(step.rate))).value
            return _one_moved(parameters, address, moved)
        for index in range(len(weights)):
            weights[index] = _moved(
                weights[index], gradients.weights[index], gradients.weight_exponents[index], step
            )
            if step.moved is Moved.ALL:
                biases[index] = _moved(
                    biases[index], gradients.biases[index], gradients.bias_exponents[index], step
                )
        remedies = parameters.remedies
        if step.moved is Moved.ALL:
            remedies = learned_step(remedies, gradients, step.rate)
    return Parameters(tuple(weights), tuple(biases), remedies)


def learned_step(
    remedies: tuple[RemedyValues | None, ...], gradients: Gradients, rate: float
) -> tuple[RemedyValues | None, ...]:
    """γ − η ∂C/∂γ and β − η ∂C/∂β of every layer that normalizes."""
    moved = []
    for number, values in enumerate(remedies, 1):
        changes = {}
        for name, found in (("scale", gradients.scales), ("shift", gradients.shifts)):
            if values is not None and number in found:
                gradient = found[number]
                change = ScaledArray(gradient.array * rate, int(gradient.exponent)).plain
                changes[name] = np.asarray(getattr(values, name) - change)
        moved.append(values if values is None else replace(values, **changes))
    return tuple(moved)


def squared_norm(gradients: Gradients, step: Step) -> ScaledNumber:
    """‖∇C‖² = Σ g² over the parameters that the step moves, at any magnitude."""
    if step.moved is Moved.PARAMETER:
        slope = gradient_of(gradients, _named(step))
        return scaled_product((slope, slope))
    total = ScaledNumber(0.0)
    arrays = list(zip(gradients.weights, gradients.weight_exponents, strict=True))
    if step.moved is Moved.ALL:
        arrays += list(zip(gradients.biases, gradients.bias_exponents, strict=True))
        learned = (*gradients.scales.values(), *gradients.shifts.values())
        arrays += [(gradient.array, gradient.exponent) for gradient in learned]
    for array, exponent in arrays:
        squares = squared(ScaledArray(array, int(exponent)))
        total = number_sum(total, ScaledNumber(float(squares.array.sum()), squares.exponent))
    return total


def predicted_change(gradients: Gradients, step: Step) -> ScaledNumber:
    """−η ‖∇C‖², the first-order change of the cost."""
    return scaled_product((squared_norm(gradients, step), ScaledNumber(-step.rate)))


def gradient_of(gradients: Gradients, address: ParameterAddress) -> ScaledNumber:
    """∂C/∂w, ∂C/∂b, ∂C/∂γ or ∂C/∂β of one parameter."""
    index = address.layer - 1
    match address.kind:
        case "w":
            array, exponent = gradients.weights[index], gradients.weight_exponents[index]
        case "b":
            array, exponent = gradients.biases[index], gradients.bias_exponents[index]
        case kind:
            found = (gradients.scales if kind == "γ" else gradients.shifts)[address.layer]
            array, exponent = found.array, found.exponent
    return ScaledNumber(float(array[_place(address)]), int(exponent))


def after(
    base: ForwardPass,
    gradients: Gradients,
    step: Step,
    cancelled: Callable[[], bool] | None = None,
) -> ForwardPass:
    """The pass over the same samples once the step is taken.

    A step of all parameters is one of training: where the pass took the statistics of its batch,
    the running ones follow these. They are not learned, so a step of some leaves them.
    """
    parameters = updated(base.parameters, gradients, step)
    if step.moved is Moved.ALL and base.network.couples_samples:
        parameters = replace(parameters, remedies=followed_statistics(base, parameters.remedies))
    return forward_again(base, step.lowest - 1, parameters=parameters, cancelled=cancelled)


def costs_along(
    base: ForwardPass,
    gradients: Gradients,
    step: Step,
    rates: Sequence[float],
    cancelled: Callable[[], bool] | None = None,
) -> npt.NDArray[np.float64]:
    """C(w − t ∇C) for each t of `rates`, (rates,); inf or nan where the pass overflows.

    Raises
    ------
    Cancelled
        Where `cancelled` says so.
    """
    costs = []
    for rate in rates:
        check_cancelled(cancelled)
        there = after(base, gradients, Step(rate, step.moved, step.address), cancelled)
        costs.append(float(there.cost) if there.overflow_layer is None else math.inf)
    return np.array(costs)


def _one_moved(parameters: Parameters, address: ParameterAddress, change: float) -> Parameters:
    """The parameters with `change` taken from the one at `address`, all others as they are."""
    index, place = address.layer - 1, _place(address)
    weights, biases = list(parameters.weights), list(parameters.biases)
    remedies = list(parameters.remedies)
    match address.kind:
        case "w":
            weights[index] = _less(weights[index], place, change)
        case "b":
            biases[index] = _less(biases[index], place, change)
        case kind:
            name = "scale" if kind == "γ" else "shift"
            values = remedies[index]
            assert values is not None
            column = _less(getattr(values, name), place, change)
            remedies[index] = replace(values, **{name: column})
    return Parameters(tuple(weights), tuple(biases), tuple(remedies))


def _less(array: Array, place: tuple[int, ...], change: float) -> Array:
    """The array with `change` taken from one entry."""
    found = array.copy()
    found[place] -= change
    return found


def _moved(array: Array, gradient: Array, exponent: npt.NDArray[np.int64], step: Step) -> Array:
    change = ScaledArray(gradient * step.rate, int(exponent)).plain
    return np.asarray(array - change)


def _named(step: Step) -> ParameterAddress:
    if step.address is None:
        raise ValueError("the step moves one parameter, and none is named")
    return step.address


def _place(address: ParameterAddress) -> tuple[int, ...]:
    if address.kind == "w":
        return address.unit - 1, address.source - 1
    return (address.unit - 1,)
