"""The update of one weight, term by term, is the one that the trainer made."""

from __future__ import annotations

import numpy as np
import pytest

from gradsim.engine import Choice, Layer, Network, initialize
from gradsim.engine.training import OPTIMIZERS, Plan, Trainer

NETWORK = Network(
    3,
    (Layer(4, Choice("tanh"), id=1), Layer(2, Choice("identity"), id=2)),
    "half_squared_error",
)
CHANCE = np.random.default_rng(4)
INPUTS, TARGETS = CHANCE.standard_normal((12, 3)), CHANCE.standard_normal((12, 2))


def trainer_of(**entries: object) -> Trainer:
    plan = Plan(**{"rate": 0.05, "batch": 5, **entries})  # type: ignore[arg-type]
    return Trainer(NETWORK, initialize(NETWORK, 3), INPUTS, TARGETS, plan, seed=9)


@pytest.mark.parametrize("name", OPTIMIZERS)
@pytest.mark.parametrize("clip", ["none", "norm", "value"])
def test_the_terms_lead_from_before_to_after(name: str, clip: str) -> None:
    trainer = trainer_of(optimizer=Choice(name), l1=0.01, l2=0.1, clip=clip, clip_at=0.2)
    assert trainer.last_update() is None
    for _ in range(7):
        before = trainer.parameters
        trainer.step()
        update = trainer.last_update()
        assert update is not None
        remembered = trainer.memory()[1:]
        for layer, unit, source in ((1, 1, 1), (1, 4, 3), (2, 2, 4)):
            told = update.of_weight(layer, unit, source)
            place = layer - 1
            assert told.before == before.weights[place][unit - 1, source - 1]
            assert told.after == trainer.parameters.weights[place][unit - 1, source - 1]
            assert told.terms[-1].symbol == "Δw"
            np.testing.assert_allclose(
                told.before + told.terms[-1].value, told.after, rtol=1e-13, atol=1e-16
            )
            start = 0 if layer == 1 else 4 * 3 + 4
            index = start + (unit - 1) * (3 if layer == 1 else 4) + source - 1
            kept = [term.value for term in told.terms if term.symbol in ("m", "v")]
            np.testing.assert_allclose(kept, [array[index] for array in remembered], rtol=1e-12)


def test_asking_leaves_the_run_as_it_was() -> None:
    asked, silent = trainer_of(optimizer=Choice("adam")), trainer_of(optimizer=Choice("adam"))
    for _ in range(9):
        asked.step()
        asked.last_update()
        silent.step()
    for one, other in zip(asked.memory(), silent.memory(), strict=True):
        np.testing.assert_array_equal(one, other)


def test_every_number_of_a_term_has_its_place() -> None:
    for rule in OPTIMIZERS.values():
        values = {option.name: option.default for option in rule.options}
        for term in rule.terms(0.5, -0.25, [0.1] * rule.memory, 3, 0.01, **values):
            places = {str(index) for index in range(len(term.numbers))}
            assert all(f"{{{place}}}" in term.pattern for place in places)
            assert term.pattern.count("{") == len(places)


def test_the_size_of_an_update_is_known_beyond_the_squares() -> None:
    trainer = trainer_of(rate=1e200)
    start = trainer.parameters.weights[0]
    trainer.step()
    moved = (trainer.parameters.weights[0] - start) * 1e-200
    wanted = 200 + np.log10(np.linalg.norm(moved) / np.linalg.norm(start))
    np.testing.assert_allclose(trainer.update_ratios()[0], wanted, rtol=1e-12)


def test_an_update_that_breaks_leaves_the_one_before_to_be_seen() -> None:
    trainer = trainer_of(optimizer=Choice("adamw", (("decay", 10.0),)), rate=1e100)
    before, ratios = trainer.parameters, trainer.update_ratios()
    while True:
        if trainer.step() is None:
            break
        before, ratios = trainer.parameters, trainer.update_ratios()
    assert trainer.divergence is not None
    np.testing.assert_array_equal(trainer.update_ratios(), ratios)
    np.testing.assert_array_equal(trainer.parameters.weights[0], before.weights[0])


def test_a_weight_that_is_not_there_is_refused() -> None:
    trainer = trainer_of()
    trainer.step()
    update = trainer.last_update()
    assert update is not None
    for place in ((0, 1, 1), (3, 1, 1), (1, 5, 1), (1, 1, 4), (2, 0, 1)):
        with pytest.raises(IndexError):
            update.of_weight(*place)
