"""The pins' seeds come after the open project's, stay while it changes, and go with their pin."""

from __future__ import annotations

import numpy as np
import pytest

from gradsim.project import edits
from gradsim.project.ensembles import ensemble_seeds, measure_project
from gradsim.viewmodels.gradients.ensembles import pinned
from tests.viewmodels.gradients.desk import deep, wait_until
from tests.viewmodels.gradients.ensembles.seed_desk import SeedDesk


def settle_pins(desk: SeedDesk, count: int) -> None:
    """Wait until every pin has `count` seeds."""
    wait_until(
        lambda: (
            len(desk.view.pinned_bands()) == len(desk.runs.pins)
            and all(len(band.seeds) == count for _, _, band in desk.view.pinned_bands())
        )
    )


def test_every_pin_has_as_many_seeds_as_the_open_project(desk: SeedDesk) -> None:
    desk.seeds.choose(20)
    desk.compute()
    desk.runs.pin_now()
    other = deep(6, 5, "sigmoid")
    desk.runs.pin_project(other)
    settle_pins(desk, 20)
    (style, letter, first), (_, _, second) = desk.view.pinned_bands()
    assert (style, letter) == (1, "A")
    live = desk.view.band()
    assert live is not None
    assert first.members == pytest.approx(live.members)
    expected = measure_project(other, ensemble_seeds(other, 20), 1)
    found = second.members
    np.testing.assert_allclose(found, expected.log10("weight_gradient", "rms"), atol=1e-11)


def test_an_edit_of_the_open_project_measures_no_pin_again(
    desk: SeedDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.compute()
    desk.runs.pin_now()
    settle_pins(desk, 8)
    calls: list[object] = []
    monkeypatch.setattr(pinned, "measure_project", lambda *some, **_: calls.append(some))
    desk.edit(edits.new_draw(desk.document.project))
    desk.settle()
    assert calls == []
    assert len(desk.view.pinned_bands()) == 1


def test_one_seed_draws_no_bar_and_a_removed_pin_is_forgotten(desk: SeedDesk) -> None:
    desk.compute()
    desk.runs.pin_now()
    settle_pins(desk, 8)
    desk.seeds.choose(1)
    assert desk.view.pinned_bands() == ()
    desk.seeds.choose(8)
    assert len(desk.view.pinned_bands()) == 1
    desk.runs.remove("A")
    wait_until(lambda: not desk.pinned.busy)
    assert desk.pinned._kept == {}


def test_another_scope_is_measured_in_that_scope(desk: SeedDesk) -> None:
    desk.compute()
    desk.runs.pin_now()
    settle_pins(desk, 8)
    sample = desk.view.pinned_bands()[0][2]
    desk.scope.choose(None)
    desk.compute()
    wait_until(lambda: desk.runs.pins[0].sample is None)
    settle_pins(desk, 8)
    assert not np.allclose(desk.view.pinned_bands()[0][2].members, sample.members)


def test_readout_and_table_name_the_pin_by_its_letter(desk: SeedDesk) -> None:
    desk.compute()
    desk.runs.pin_now()
    settle_pins(desk, 8)
    assert any(line.startswith("A  median of 8  ") for line in desk.view.readout(1))
    keys = {row[0] for row in desk.view.profile_table().rows}
    assert {"now", "A", "median", "A median", "A seed 7"} <= keys


def test_a_picture_waits_for_the_pins_too(desk: SeedDesk) -> None:
    desk.seeds.choose(50)
    desk.compute()
    desk.runs.pin_now()
    desk.runs.finish()
    desk.ensemble.finish()
    desk.pinned.finish()
    assert len(desk.view.pinned_bands()[0][2].seeds) == 50


def test_a_picture_of_one_seed_waits_for_nothing(desk: SeedDesk) -> None:
    desk.seeds.choose(1)
    desk.compute()
    desk.runs.pin_now()
    desk.pinned.finish()
    assert desk.view.pinned_bands() == ()
