"""From a network and a seed to its numbers: weights and biases, drawn, rescaled or typed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
import numpy.typing as npt
from msgspec import Struct

from gradsim.engine.activations import bind
from gradsim.engine.arithmetic import arithmetic_of
from gradsim.engine.cancellation import check_cancelled
from gradsim.engine.ensemble_initialization import draw_members
from gradsim.engine.initializers import initializer_of
from gradsim.engine.initializers.families import Source
from gradsim.engine.network import Layer, Network
from gradsim.engine.options import Choice, resolved_options
from gradsim.engine.problems import QT_TRANSLATE_NOOP, Problem
from gradsim.engine.remedies.drawing import draw_remedies
from gradsim.engine.remedies.learned import RemedyValues, stacked
from gradsim.engine.remedies.passing import Circumstances, pass_layer
from gradsim.engine.streams import Role
from gradsim.engine.unit_draws import UnitDraws

Array = npt.NDArray[Any]

LSUV_TOLERANCE = 0.02
LSUV_ATTEMPTS = 20


class Parameters(Struct, frozen=True, eq=False):
    """Weights (…, fan_out, fan_in) and biases (…, fan_out) of layers 1..L, read-only.

    The leading axes, possibly none, are those of an ensemble (seeds, configurations).
    `remedies` holds one entry per layer, None where it has no remedy; empty where none has one.
    """

    weights: tuple[Array, ...]
    biases: tuple[Array, ...]
    remedies: tuple[RemedyValues | None, ...] = ()

    @property
    def dtype(self) -> np.dtype[Any]:
        """float32 or float64."""
        return np.dtype(self.weights[0].dtype)

    @property
    def ensemble_shape(self) -> tuple[int, ...]:
        """Shape of the leading axes."""
        return tuple(self.weights[0].shape[:-2])


class TypedLayer(Struct, frozen=True, eq=False):
    """Exact weights and biases typed for one layer, and numbers of its remedies; None where they
    are drawn."""

    weights: Array | None = None
    biases: Array | None = None
    remedies: RemedyValues | None = None

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, TypedLayer):
            return NotImplemented
        return (
            _same(self.weights, other.weights)
            and _same(self.biases, other.biases)
            and self.remedies == other.remedies
        )

    def __ne__(self, other: object) -> bool:
        # A Struct that compares by itself still differs by identity.
        return not self == other

    def __hash__(self) -> int:
        return hash(tuple(None if a is None else a.tobytes() for a in (self.weights, self.biases)))


def _same(left: Array | None, right: Array | None) -> bool:
    if left is None or right is None:
        return left is right
    return bool(np.array_equal(left, right))


_UNIT_DRAWS = UnitDraws()


def initialize(
    network: Network,
    seed: int | Sequence[int],
    *,
    typed: Sequence[TypedLayer | None] = (),
    inputs: Array | None = None,
    dtype: npt.DTypeLike = np.float64,
    cancelled: Callable[[], bool] | None = None,
) -> Parameters:
    """The weights and biases of `network` under `seed`.

    Parameters
    ----------
    network : Network
        Valid by :func:`validate_network`.
    seed : int or sequence of int
        One seed gives one network; a sequence gives an ensemble along a leading axis.
    typed : sequence of TypedLayer or None
        Exact values, one entry per layer, which take the place of draws.
    inputs : (samples, inputs), optional
        The data, which ``lsuv`` reads.
    dtype : float32 or float64

    Raises
    ------
    Problem
        If a typed matrix has the wrong shape or a number that is not finite, or ``lsuv`` has no
        data.
    ValueError
        If a seed is negative.
    Cancelled
        Where `cancelled` says so, checked per layer.
    """
    if not isinstance(seed, int | np.integer):
        if not any(typed) and not any(
            initializer_of(layer.weights).data_dependent for layer in network.layers
        ):
            seeds = [int(one) for one in seed]
            drawn = draw_members(network, seeds, _UNIT_DRAWS, dtype, cancelled)
            return Parameters(*drawn, draw_remedies(network, seeds, dtype=dtype))
        members = [
            initialize(
                network, int(one), typed=typed, inputs=inputs, dtype=dtype, cancelled=cancelled
            )
            for one in seed
        ]
        return Parameters(
            tuple(_stacked([m.weights[i] for m in members]) for i in range(network.depth)),
            tuple(_stacked([m.biases[i] for m in members]) for i in range(network.depth)),
            tuple(
                stacked(of_layer) for of_layer in zip(*(m.remedies for m in members), strict=True)
            ),
        )
    reads_data = any(initializer_of(layer.weights).data_dependent for layer in network.layers)
    activations = None if inputs is None or not reads_data else np.asarray(inputs, np.float64)
    remedies = draw_remedies(
        network, int(seed), [None if each is None else each.remedies for each in typed]
    )
    weights: list[Array] = []
    biases: list[Array] = []
    for index, layer in enumerate(network.layers):
        check_cancelled(cancelled)
        fan_in = network.fan_in(index + 1)
        given = (typed[index] if index < len(typed) else None) or TypedLayer()
        bias = _values(
            given.biases, layer.bias, Source(int(seed), layer.id, Role.BIAS), (layer.units, 1),
            fan_in, f"parameters[{index}].biases", index + 1,
        ).reshape(layer.units)  # fmt: skip
        matrix = _values(
            given.weights, layer.weights, Source(int(seed), layer.id, Role.WEIGHTS),
            (layer.units, fan_in), fan_in, f"parameters[{index}].weights", index + 1,
        )  # fmt: skip
        if given.weights is None and initializer_of(layer.weights).data_dependent:
            if activations is None:
                raise Problem(
                    QT_TRANSLATE_NOOP("Problem", "LSUV in layer {layer} needs data to read."),
                    place=f"network.layers[{index}].weights",
                    layer=index + 1,
                )
            values = remedies[index] if remedies else None
            fed = _fed(layer, index + 1, (matrix, bias, values), activations, network.evaluating)
            matrix = _with_unit_variance(matrix, bias, fed, layer.weights)
        if activations is not None:
            values = remedies[index] if remedies else None
            with np.errstate(all="ignore"):
                _, activations, _ = pass_layer(
                    layer, index + 1, (matrix, bias, values), activations, bind(layer.activation),
                    arithmetic_of(np.dtype(np.float64), ()), Circumstances(network.evaluating),
                )  # fmt: skip
        weights.append(_read_only(matrix, dtype))
        biases.append(_read_only(bias, dtype))
    typed_as = tuple(None if each is None else each.as_type(dtype) for each in remedies)
    return Parameters(tuple(weights), tuple(biases), typed_as)


def _fed(
    layer: Layer,
    number: int,
    numbers: tuple[Array, Array, RemedyValues | None],
    activations: Array,
    evaluating: bool,
) -> Array:
    """What W is multiplied with: a^(l−1), unless f comes first."""
    if layer.plain:
        return activations
    arithmetic, rule = arithmetic_of(np.dtype(np.float64), ()), bind(layer.activation)
    _, _, inner = pass_layer(
        layer, number, numbers, activations, rule, arithmetic, Circumstances(evaluating)
    )
    return inner.fed


def _values(
    typed: Array | None,
    choice: Choice,
    source: Source,
    shape: tuple[int, int],
    fan_in: int,
    place: str,
    layer: int,
) -> Array:
    """Typed values after a check, else scale × unit draw, of `shape` (biases as one column)."""
    if typed is not None:
        return _checked(np.asarray(typed, np.float64), shape, source.role, place, layer)
    initializer = initializer_of(choice)
    options = resolved_options(choice, initializer.options)
    scale = initializer.scale(fan_in, shape[0], **options)
    return np.asarray(scale * _UNIT_DRAWS.unit(initializer, source, *shape, options))


def _checked(typed: Array, shape: tuple[int, int], role: Role, place: str, layer: int) -> Array:
    if role is Role.BIAS and typed.shape != shape[:1]:
        raise Problem(
            QT_TRANSLATE_NOOP(
                "Problem", "The biases of layer {layer} must be a list of {rows} numbers."
            ),
            place=place,
            layer=layer,
            rows=shape[0],
        )
    if role is Role.WEIGHTS and typed.shape != shape:
        raise Problem(
            QT_TRANSLATE_NOOP(
                "Problem",
                "The weights of layer {layer} must be {rows} rows of {columns} numbers.",
            ),
            place=place,
            layer=layer,
            rows=shape[0],
            columns=shape[1],
        )
    if not np.isfinite(typed).all():
        index = "".join(f"[{i}]" for i in np.argwhere(~np.isfinite(typed))[0])
        raise Problem(
            QT_TRANSLATE_NOOP("Problem", "Layer {layer} has a number that is not finite."),
            place=f"{place}{index}",
            layer=layer,
        )
    return typed.copy()


def _with_unit_variance(matrix: Array, bias: Array, inputs: Array, choice: Choice) -> Array:
    """LSUV: W ← W/√Var(z) until |Var z − 1| ≤ 0.02, then times the gain.

    Var is over all entries of z = A Wᵀ + b. Data on which z is constant leave W as it is.
    Source: Mishkin & Matas 2015, algorithm 1.
    """
    gain = dict(choice.options).get("gain", 1.0)
    if gain == 0:
        return matrix
    matrix = matrix / gain
    for _ in range(LSUV_ATTEMPTS):
        with np.errstate(all="ignore"):
            variance = float(np.var(inputs @ matrix.T + bias))
        if not np.isfinite(variance) or variance == 0 or abs(variance - 1) <= LSUV_TOLERANCE:
            break
        matrix = matrix / np.sqrt(variance)
    return np.asarray(matrix * gain)


def _stacked(arrays: list[Array]) -> Array:
    stack = np.stack(arrays)
    stack.setflags(write=False)
    return stack


def _read_only(array: Array, dtype: npt.DTypeLike) -> Array:
    """`array`, which is nobody else's, as read-only numbers of `dtype`."""
    result = np.ascontiguousarray(array, dtype)
    result.setflags(write=False)
    return result
