"""Units are called copies where gradient descent keeps them equal, and nowhere else."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

import numpy as np
import pytest
from msgspec.structs import replace

from gradsim.engine.backward import chain_factors, gradients
from gradsim.engine.forward import forward
from gradsim.engine.initialization import Parameters, initialize
from gradsim.engine.layer import Layer
from gradsim.engine.measurement import measure
from gradsim.engine.network import Network
from gradsim.engine.options import Choice
from gradsim.engine.remedies.residual import Residual
from gradsim.engine.symmetry.layers import LayerSymmetry, Parting, layer_symmetries
from gradsim.engine.update import learned_step
from gradsim.engine.verdict.judging import VerdictKind, judge

CONSTANT = Choice.of("constant", value=0.4)
POST, PRE = Residual(), Residual(form="pre")
SAMPLES = 6
STEPS = 4


def network_of(*layers: Layer, inputs: int = 2, mode: str = "train") -> Network:
    numbered = [replace(each, id=number) for number, each in enumerate(layers, 1)]
    return Network(inputs, tuple(numbered), "half_squared_error", mode)


def layer_of(
    units: int,
    residual: Residual | None = None,
    normalization: str | None = None,
    dropout: float = 0.0,
) -> Layer:
    return Layer(
        units, Choice("tanh"), CONSTANT, Choice("zeros"), residual=residual, dropout=dropout,
        normalization=None if normalization is None else Choice(normalization),
    )  # fmt: skip


OUTPUT = replace(layer_of(2), activation=Choice("identity"))


def data_of(network: Network) -> tuple[np.ndarray, np.ndarray]:
    random = np.random.default_rng(5)
    outputs = network.widths[-1]
    return random.normal(size=(SAMPLES, network.inputs)), random.normal(size=(SAMPLES, outputs))


def symmetries_of(
    network: Network, parameters: Parameters | None = None
) -> tuple[LayerSymmetry, ...]:
    parameters = initialize(network, 3) if parameters is None else parameters
    passed = forward(network, parameters, *data_of(network))
    return layer_symmetries(network, parameters, chain_factors(passed))


def verdict_of(network: Network, parameters: Parameters | None = None) -> tuple[VerdictKind, tuple]:
    parameters = initialize(network, 3) if parameters is None else parameters
    verdict = judge(
        measure(forward(network, parameters, *data_of(network))), network, parameters, "delta"
    )
    return verdict.kind, verdict.layers


def stay_equal(network: Network, parameters: Parameters | None = None) -> list[bool]:
    """Whether all units of each hidden layer have equal rows of ∂C/∂W and ∂C/∂b, and equal columns
    of the next ∂C/∂W, at every step of descent, each with masks of its own."""
    parameters = initialize(network, 3) if parameters is None else parameters
    equal = [True] * (network.depth - 1)
    for step in range(STEPS):
        found = gradients(forward(network, parameters, *data_of(network), mask_step=step))
        weights = [found.weight(number) for number in range(1, network.depth + 1)]
        biases = [found.bias(number) for number in range(1, network.depth + 1)]
        for index in range(network.depth - 1):
            for rows in (weights[index], biases[index][:, None], weights[index + 1].T):
                spread = np.ptp(rows, axis=0).max()
                equal[index] &= bool(spread <= 1e-12 * max(1e-3, np.abs(rows).max()))
        parameters = Parameters(
            tuple(w - 0.1 * g for w, g in zip(parameters.weights, weights, strict=True)),
            tuple(b - 0.1 * g for b, g in zip(parameters.biases, biases, strict=True)),
            learned_step(parameters.remedies, found, 0.1),
        )
    return equal


def called_copies(layers: Sequence[LayerSymmetry], units: int = 3) -> list[bool]:
    return [each.copies == (tuple(range(1, units + 1)),) for each in layers[:-1]]


@pytest.mark.parametrize(
    "remedies",
    [
        *itertools.product(
            [{}, {"residual": POST}, {"residual": PRE}, {"normalization": "layer_norm"},
             {"normalization": "batch_norm", "residual": PRE}],
            [{}, {"residual": POST}, {"residual": PRE}, {"dropout": 0.4},
             {"residual": PRE, "dropout": 0.4}, {"residual": POST, "normalization": "rms_norm"}],
            [{}, {"residual": POST}, {"dropout": 0.4}],
        ),
    ],
)  # fmt: skip
@pytest.mark.parametrize("inputs", [2, 3])
def test_units_of_constant_weights_are_copies_exactly_where_descent_keeps_them_equal(
    remedies: tuple[dict, ...], inputs: int
) -> None:
    hidden = [layer_of(3, **each) for each in remedies]
    for output in (OUTPUT, layer_of(3, POST)):
        network = network_of(*hidden, output, inputs=inputs)
        expected = stay_equal(network)
        assert called_copies(symmetries_of(network)) == expected
        kind, layers = verdict_of(network)
        assert (kind is VerdictKind.SYMMETRIC) == any(expected)
        if any(expected):
            assert list(layers) == [number for number, one in enumerate(expected, 1) if one]


def test_dropout_parts_copies_and_is_named() -> None:
    network = network_of(layer_of(3, dropout=0.5), layer_of(3), OUTPUT)
    first, second, _ = symmetries_of(network)
    assert (first.copies, first.parted_by) == ((), Parting.dropout)
    assert first.equal_weights == ((1, 2, 3),)
    assert first.same_now == ()
    # All units of layer 2 see the same masked numbers.
    assert second.copies == ((1, 2, 3),)
    assert second.parted_by is None
    rows = gradients(forward(network, initialize(network, 3), *data_of(network))).weight(1)
    assert np.ptp(rows, axis=0).max() > 1e-3 * np.abs(rows).max()


def test_in_evaluation_the_units_of_a_dropout_layer_are_the_same_now_only() -> None:
    network = network_of(layer_of(3, dropout=0.5), layer_of(3), OUTPUT, mode="evaluate")
    first = symmetries_of(network)[0]
    assert first.same_now == ((1, 2, 3),)
    assert (first.copies, first.parted_by) == ((), Parting.dropout)
    assert verdict_of(network)[1] == (2,)


def test_what_a_residual_connection_leads_past_parts_copies() -> None:
    network = network_of(layer_of(3, POST), OUTPUT, inputs=3)
    first, _ = symmetries_of(network)
    assert (first.copies, first.parted_by) == ((), Parting.residual)
    assert first.same_now == ()
    passed = forward(network, initialize(network, 3), *data_of(network))
    assert np.ptp(passed.layers[0].activation, axis=1).max() > 0.1
    columns = gradients(passed).weight(2)
    assert np.ptp(columns, axis=1).max() > 1e-3 * np.abs(columns).max()


def test_layers_joined_by_a_residual_connection_are_copies_together() -> None:
    network = network_of(layer_of(3), layer_of(3, POST), OUTPUT)
    assert called_copies(symmetries_of(network)) == [True, True]
    drawn = initialize(network, 3)
    uneven = drawn.weights[2].copy()
    uneven[:, 0] += 0.1
    parameters = replace(drawn, weights=(*drawn.weights[:2], uneven))
    first, second, _ = symmetries_of(network, parameters)
    assert first.copies == second.copies == ((2, 3),)
    assert first.same_now == second.same_now == ((1, 2, 3),)
    assert stay_equal(network, parameters) == [False, False]


@pytest.mark.parametrize("residual", [None, PRE])
def test_another_gamma_is_no_copy(residual: Residual | None) -> None:
    # In the form `pre` it is the units below that the normalization meets.
    layers = [layer_of(3), layer_of(3, residual, "layer_norm"), layer_of(3), OUTPUT]
    network = network_of(*layers)
    drawn = initialize(network, 3)
    values = replace(drawn.remedies[1], scale=np.array([1.0, 1.0, 1.5]))
    remedies = (drawn.remedies[0], values, *drawn.remedies[2:])
    # Numbers of their own, or the normalization would leave nothing of equal units.
    random = np.random.default_rng(1)
    weights = tuple(
        np.broadcast_to(random.normal(size=(1, matrix.shape[1])), matrix.shape).copy()
        if number == 1
        else matrix
        for number, matrix in enumerate(drawn.weights, 1)
    )
    parameters = replace(drawn, weights=weights, remedies=remedies)
    found = symmetries_of(network, parameters)
    assert found[1].copies == ((1, 2),)
    assert found[0].copies == (((1, 2, 3),) if residual is None else ((1, 2),))
    other = replace(values, scale=np.array([1.0, 1.2, 1.5]))
    told = symmetries_of(network, replace(parameters, remedies=(None, other, None, None)))[1]
    assert told.copies == ()
    assert told.parted_by is (Parting.normalization if residual is None else Parting.residual)
