"""Claims about seeds: one seed, one network, and every layer with streams of its own."""

from __future__ import annotations

import numpy as np
import pytest

from gradsim.engine.cancellation import Cancelled
from gradsim.engine.initialization import Parameters, TypedLayer, initialize
from gradsim.engine.initializers import INITIALIZERS
from gradsim.engine.initializers.families import Source
from gradsim.engine.network import Layer, Network
from gradsim.engine.options import Choice
from gradsim.engine.problems import Problem
from gradsim.engine.remedies import RemedyValues
from gradsim.engine.streams import Role, normals, probe_directions
from gradsim.engine.unit_draws import UnitDraws

HE = Choice("he_normal")
NORMAL = Choice("normal")


def layer(units: int, identity: int, weights: Choice = HE) -> Layer:
    return Layer(units, Choice("relu"), weights, NORMAL, id=identity)


def drawn(*layers: Layer, inputs: int = 5, seed: int = 4) -> dict[int, tuple[bytes, bytes]]:
    """Weights and biases of each layer by its id."""
    parameters = initialize(Network(inputs, layers), seed)
    return {
        one.id: (weights.tobytes(), biases.tobytes())
        for one, weights, biases in zip(layers, parameters.weights, parameters.biases, strict=True)
    }


def test_one_seed_gives_one_network_and_another_another() -> None:
    layers = (layer(6, 1), layer(6, 2))
    assert drawn(*layers) == drawn(*layers)
    assert drawn(*layers)[1] != drawn(*layers, seed=5)[1]
    assert drawn(*layers)[1] != drawn(*layers)[2]


def test_weights_and_biases_come_from_streams_of_their_own() -> None:
    before = drawn(layer(6, 1), layer(6, 2))
    after = drawn(Layer(6, Choice("relu"), HE, Choice("zeros"), id=1), layer(6, 2))
    assert after[1][0] == before[1][0]
    assert after[1][1] != before[1][1]


@pytest.mark.parametrize("name", [n for n in INITIALIZERS if n != "lsuv"])
def test_inserting_moving_and_editing_leave_the_other_layers(name: str) -> None:
    weights = Choice(name)
    a, b, c = (layer(6, identity, weights) for identity in (1, 2, 3))
    before = drawn(a, b, c, inputs=6)
    moved = drawn(c, a, b, inputs=6)
    assert moved == before
    inserted = drawn(a, layer(6, 9, weights), b, c, inputs=6)
    assert {key: inserted[key] for key in (1, 2, 3)} == before
    edited = drawn(a, layer(6, 2, Choice.of("normal", std=9.0)), c, inputs=6)
    assert edited[1] == before[1]
    assert edited[3] == before[3]
    removed = drawn(a, c, inputs=6)
    assert removed[3] == before[3]


def test_resizing_a_layer_leaves_layers_whose_shape_stays() -> None:
    before = drawn(layer(6, 1), layer(6, 2), layer(6, 3), layer(6, 4))
    after = drawn(layer(6, 1), layer(9, 2), layer(6, 3), layer(6, 4))
    assert after[1] == before[1]
    assert after[4] == before[4]


@pytest.mark.parametrize(("rows", "columns"), [(3, 2), (40, 70), (33, 31), (100, 33), (5, 200)])
def test_a_larger_matrix_keeps_the_overlap(rows: int, columns: int) -> None:
    large = normals(1, 2, Role.WEIGHTS, 120, 210)
    np.testing.assert_array_equal(
        normals(1, 2, Role.WEIGHTS, rows, columns), large[:rows, :columns]
    )


def test_roles_layers_and_seeds_do_not_share_draws() -> None:
    matrices = [
        normals(seed, identity, role, 4, 4).tobytes()
        for seed in (0, 1)
        for identity in (0, 1)
        for role in (Role.WEIGHTS, Role.BIAS, Role.PROBE)
    ]
    assert len(set(matrices)) == len(matrices)


def test_normals_of_many_layers_are_not_correlated() -> None:
    draws = np.stack([normals(7, i, Role.WEIGHTS, 30, 64).ravel() for i in range(40)])
    correlation = np.corrcoef(draws) - np.eye(40)
    assert np.abs(correlation).max() < 6 / np.sqrt(draws.shape[1])


def test_the_probe_of_a_sample_is_the_same_alone_and_in_the_batch() -> None:
    batch = probe_directions(3, 1, 10, 4)
    np.testing.assert_array_equal(probe_directions(3, 7, 1, 4), batch[6:7])


def test_a_sequence_of_seeds_is_an_ensemble_of_the_single_networks() -> None:
    network = Network(4, (layer(3, 1), layer(2, 2)))
    together = initialize(network, [5, 6, 7])
    assert together.ensemble_shape == (3,)
    for member, seed in enumerate((5, 6, 7)):
        alone = initialize(network, seed)
        for stacked, single in zip(together.weights, alone.weights, strict=True):
            np.testing.assert_array_equal(stacked[member], single)
        for stacked, single in zip(together.biases, alone.biases, strict=True):
            np.testing.assert_array_equal(stacked[member], single)


def test_float32_parameters_are_the_rounded_float64_ones() -> None:
    network = Network(4, (layer(3, 1),))
    single = initialize(network, 1, dtype=np.float32)
    assert single.dtype == np.float32
    np.testing.assert_array_equal(
        single.weights[0], initialize(network, 1).weights[0].astype(np.float32)
    )


def test_parameters_are_read_only() -> None:
    parameters = initialize(Network(2, (layer(2, 1),)), 1)
    with pytest.raises(ValueError, match="read-only"):
        parameters.weights[0][0, 0] = 1.0
    with pytest.raises(ValueError, match="read-only"):
        parameters.biases[0][0] = 1.0


def test_typed_numbers_take_the_place_of_draws_one_by_one() -> None:
    network = Network(2, (layer(2, 1), layer(1, 2)))
    weights = np.array([[1.0, 2.0], [3.0, 4.0]])
    parameters = initialize(network, 1, typed=[TypedLayer(weights=weights), None])
    np.testing.assert_array_equal(parameters.weights[0], weights)
    plain = initialize(network, 1)
    np.testing.assert_array_equal(parameters.biases[0], plain.biases[0])
    np.testing.assert_array_equal(parameters.weights[1], plain.weights[1])
    weights[0, 0] = 99
    assert parameters.weights[0][0, 0] == 1.0


@pytest.mark.parametrize(
    ("typed", "place"),
    [
        (TypedLayer(weights=np.zeros((2, 3))), "parameters[0].weights"),
        (TypedLayer(weights=np.zeros(4)), "parameters[0].weights"),
        (TypedLayer(biases=np.zeros(3)), "parameters[0].biases"),
        (TypedLayer(weights=np.array([[0, 1], [np.nan, 0]])), "parameters[0].weights[1][0]"),
        (TypedLayer(biases=np.array([0, np.inf])), "parameters[0].biases[1]"),
    ],
)
def test_typed_numbers_that_cannot_be_are_refused_at_their_place(
    typed: TypedLayer, place: str
) -> None:
    with pytest.raises(Problem) as caught:
        initialize(Network(2, (layer(2, 1),)), 1, typed=[typed])
    assert caught.value.place == place


def test_typed_layers_compare_by_value() -> None:
    one = TypedLayer(np.eye(2), None)
    assert one == TypedLayer(np.eye(2), None)
    assert hash(one) == hash(TypedLayer(np.eye(2), None))
    assert one != TypedLayer(np.eye(2), np.zeros(2))
    assert one != TypedLayer(2 * np.eye(2), None)


def test_pytorch_s_default_draws_biases_by_the_fan_in_too() -> None:
    default = Choice("pytorch_default")
    network = Network(100, (Layer(4000, Choice("relu"), default, default, id=1),))
    biases = initialize(network, 0).biases[0]
    assert np.abs(biases).max() <= 0.1
    assert biases.std() == pytest.approx(0.1 / np.sqrt(3), rel=0.05)


def test_cancelling_stops_between_layers() -> None:
    asked = iter([False, False, True])
    network = Network(2, tuple(layer(2, i) for i in range(5)))
    with pytest.raises(Cancelled):
        initialize(network, 0, cancelled=lambda: next(asked))


def test_unit_draws_are_kept_within_their_limit_the_oldest_dropped() -> None:
    draws = UnitDraws(limit=3 * 800)
    entry = INITIALIZERS["he_normal"]

    def unit(identity: int) -> np.ndarray:
        return draws.unit(entry, Source(0, identity, Role.WEIGHTS), 10, 10, {"gain": 1.0})

    first, second = unit(1), unit(2)
    assert unit(1) is first
    unit(3)
    unit(4)
    assert draws.held_bytes <= 3 * 800
    assert unit(1) is first
    assert unit(2) is not second
    np.testing.assert_array_equal(unit(2), second)


def test_unit_draws_of_many_seeds_are_those_of_each_and_kept_as_one() -> None:
    draws = UnitDraws()
    entry, options = INITIALIZERS["orthogonal"], {"gain": 1.0}

    def source(seed: int) -> Source:
        return Source(seed, 3, Role.WEIGHTS)

    found = draws.units(entry, (4, 9), source, 5, 7, options)
    assert not found.flags.writeable
    for member, seed in zip(found, (4, 9), strict=True):
        np.testing.assert_array_equal(member, draws.unit(entry, source(seed), 5, 7, options))
    assert draws.units(entry, (4, 9), source, 5, 7, options) is found
    assert draws.units(entry, (9, 4), source, 5, 7, options) is not found


def test_parameters_know_their_ensemble_and_dtype() -> None:
    parameters = Parameters((np.zeros((3, 2, 4, 5)),), (np.zeros((3, 2, 4)),))
    assert parameters.ensemble_shape == (3, 2)
    assert parameters.dtype == np.float64


def test_typed_layers_are_equal_where_their_remedies_are_too() -> None:
    one = TypedLayer(remedies=RemedyValues(scale=np.array([2.0, 3.0])))
    same = TypedLayer(remedies=RemedyValues(scale=np.array([2.0, 3.0])))
    assert one == same
    assert hash(one) == hash(same)
    assert one != TypedLayer(remedies=RemedyValues(scale=np.array([2.0, 4.0])))
    assert one != TypedLayer()
