"""Streams that are seeded side by side are the very streams that NumPy seeds one by one."""

from __future__ import annotations

import numpy as np
import pytest

from gradsim.engine import Choice, initialize
from gradsim.engine.initialization import TypedLayer
from gradsim.engine.initializers import INITIALIZERS
from gradsim.engine.seeding import pcg64_states
from gradsim.engine.streams import ManyStreams, Role, normals, stream
from tests.engine.networks import network_of

SEEDS = (5, 0, 2**31 - 1)


def test_states_are_those_of_numpy() -> None:
    generator = np.random.default_rng(1)
    keys = [
        (0, 0, 0, 0),
        (2**32 - 1,) * 4,
        *(tuple(row) for row in generator.integers(0, 2**32, (200, 4)).tolist()),
    ]
    for key, state in zip(keys, pcg64_states(keys), strict=True):
        sequence = np.random.SeedSequence(entropy=key[0], spawn_key=key[1:])
        own = np.random.PCG64(sequence).state["state"]
        assert state == (own["state"], own["inc"])


def test_many_streams_draw_what_each_draws_by_itself() -> None:
    many = ManyStreams(SEEDS, [(1, 70), (9, 3)])
    for seed in SEEDS:
        for layer_id, columns in ((9, 3), (1, 70)):
            drawn = normals(seed, layer_id, Role.WEIGHTS, 6, columns, many)
            np.testing.assert_array_equal(drawn, normals(seed, layer_id, Role.WEIGHTS, 6, columns))


def test_a_stream_that_was_not_foreseen_is_made_when_asked_for() -> None:
    many = ManyStreams(SEEDS, [(1, 4)])
    for role, part in ((Role.BIAS, 0), (Role.WEIGHTS, 7), (Role.SPARSITY, 0)):
        assert many.of(3, 1, role, part).random() == stream(3, 1, role, part).random()


@pytest.mark.parametrize("name", sorted(INITIALIZERS))
def test_members_are_the_networks_of_their_seeds_to_the_bit(name: str) -> None:
    network = network_of(4, (40, 40, 3), ("tanh", "relu", "identity"), weights=Choice(name))
    inputs = np.random.default_rng(1).normal(size=(5, 4))
    together = initialize(network, SEEDS, inputs=inputs)
    for member, seed in enumerate(SEEDS):
        alone = initialize(network, seed, inputs=inputs)
        for many, one in zip(together.weights, alone.weights, strict=True):
            np.testing.assert_array_equal(many[member], one)
            assert not many.flags.writeable
        for many, one in zip(together.biases, alone.biases, strict=True):
            np.testing.assert_array_equal(many[member], one)


def test_typed_numbers_stand_in_every_member() -> None:
    network = network_of(4, (3, 2))
    typed = TypedLayer(weights=np.arange(12.0).reshape(3, 4))
    together = initialize(network, SEEDS, typed=(typed, None))
    for member in range(len(SEEDS)):
        np.testing.assert_array_equal(together.weights[0][member], typed.weights)
