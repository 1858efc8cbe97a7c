"""The ensemble grows in stages while the project rests, follows edits, and wastes nothing."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QSettings

from gradsim.engine.ensembles import EnsembleMeasurement
from gradsim.project import edits
from gradsim.project.ensembles import ensemble_seeds, measure_project
from gradsim.viewmodels.gradients.ensembles import live
from gradsim.viewmodels.gradients.ensembles.seed_count import SeedCount
from gradsim.viewmodels.settings import Settings
from tests.viewmodels.gradients.desk import deep, wait_until
from tests.viewmodels.gradients.ensembles.seed_desk import SeedDesk


class Counted:
    """Stands for `measure_project` and notes what was asked."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.asked: list[tuple[object, tuple[int, ...]]] = []
        monkeypatch.setattr(live, "measure_project", self)

    def __call__(
        self, project: object, seeds: tuple[int, ...], *rest: object, **more: object
    ) -> EnsembleMeasurement:
        self.asked.append((project, seeds))
        return measure_project(project, seeds, *rest, **more)  # type: ignore[arg-type]


def test_eight_seeds_are_the_usual_number_and_another_is_remembered(
    qapp: object, tmp_path: Path
) -> None:
    store = QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat)
    first = SeedCount(Settings(store))
    assert first.count == 8
    first.choose(7)
    assert first.count == 8
    first.choose(100)
    assert SeedCount(Settings(store)).count == 100
    store.setValue("profile_seeds", "nonsense")
    assert SeedCount(Settings(store)).count == 8


def test_stages_are_joined_and_no_seed_is_computed_twice(
    desk: SeedDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    counted = Counted(monkeypatch)
    desk.seeds.choose(50)
    desk.compute()
    desk.settle()
    project = desk.document.project
    assert [len(seeds) for _, seeds in counted.asked] == [8, 12, 30]
    assert sum((seeds for _, seeds in counted.asked), ()) == ensemble_seeds(project, 50)
    kept = desk.ensemble.measurement
    assert kept is not None
    whole = measure_project(project, ensemble_seeds(project, 50), desk.scope.sample)
    np.testing.assert_allclose(kept.log10("delta", "l2"), whole.log10("delta", "l2"), atol=1e-11)
    assert desk.ensemble.done == 50
    assert desk.ensemble.current


def test_one_seed_measures_nothing(desk: SeedDesk, monkeypatch: pytest.MonkeyPatch) -> None:
    counted = Counted(monkeypatch)
    desk.seeds.choose(1)
    desk.compute()
    desk.settle()
    assert counted.asked == []
    assert desk.view.band() is None
    assert desk.view.status() == ""


def test_nothing_is_measured_while_nobody_looks(
    desk: SeedDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    counted = Counted(monkeypatch)
    desk.ensemble.set_active(False)
    desk.compute()
    assert not desk.ensemble.busy
    assert counted.asked == []
    desk.ensemble.set_active(True)
    desk.settle()
    assert len(counted.asked) == 1


def test_a_moving_slider_leaves_no_stale_work_behind(
    desk: SeedDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    counted = Counted(monkeypatch)
    desk.seeds.choose(20)
    for step in range(30):
        ids = desk.document.project.layer_ids
        desk.edit(edits.set_gain(desk.document.project, ids, 0.5 + step / 50))
    desk.settle()
    newest = desk.document.project
    refined = [project for project, seeds in counted.asked if len(seeds) != 8]
    assert refined == [newest]
    assert [project for project, _ in counted.asked].count(newest) == 2
    assert desk.ensemble.current
    # Between two turns of events one job runs and one waits: of thirty positions two are measured.
    assert len(counted.asked) <= 4


def test_an_edit_stops_a_refinement(desk: SeedDesk) -> None:
    desk.seeds.choose(200)
    desk.compute()
    wait_until(lambda: desk.ensemble.measurement is not None)
    desk.ensemble._rest.stop()
    desk.ensemble._refine(now=True)
    assert desk.ensemble.busy
    running = desk.ensemble._jobs._running
    assert running is not None
    desk.edit(edits.new_draw(desk.document.project))
    assert running.stop.is_set()
    desk.seeds.choose(8)
    desk.settle()
    kept = desk.ensemble.measurement
    assert kept is not None
    assert kept.seeds == ensemble_seeds(desk.document.project, 8)


def test_another_depth_takes_the_old_band_away_at_once(desk: SeedDesk) -> None:
    desk.compute()
    desk.settle()
    assert desk.view.band() is not None
    desk.edit(edits.add_layer(desk.document.project))
    assert desk.view.band() is None
    desk.settle()
    band = desk.view.band()
    assert band is not None
    assert band.depth == 5


def test_fewer_seeds_are_shown_without_measuring(
    desk: SeedDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.seeds.choose(20)
    desk.compute()
    desk.settle()
    counted = Counted(monkeypatch)
    desk.seeds.choose(8)
    band = desk.view.band()
    assert band is not None
    assert len(band.seeds) == 8
    desk.seeds.choose(20)
    desk.settle()
    assert counted.asked == []


def test_quantity_and_statistic_reread_the_kept_seeds(
    desk: SeedDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.compute()
    desk.settle()
    counted = Counted(monkeypatch)
    first = desk.view.band()
    assert desk.view.band() is first
    desk.runs.choice.choose_quantity("bias_gradient")
    desk.runs.choice.choose_statistic("max_abs")
    second = desk.view.band()
    assert second is not None
    assert first is not None
    assert not np.allclose(second.members, first.members)
    desk.view.show_signal(True)
    third = desk.view.band()
    assert third is not None
    assert np.all(third.members <= 0)
    assert counted.asked == []


def test_a_stop_keeps_what_is_there_until_a_person_goes_on(desk: SeedDesk) -> None:
    desk.seeds.choose(100)
    desk.compute()
    wait_until(lambda: desk.ensemble.measurement is not None)
    desk.ensemble.stop()
    assert not desk.ensemble.busy
    assert desk.ensemble.stopped
    have = desk.ensemble.done
    assert 8 <= have < 100
    assert desk.view.status() == f"{have} of 100 seeds"
    desk.compute()
    assert not desk.ensemble.busy, "the same project again is no reason to go on"
    desk.ensemble.resume()
    desk.settle()
    assert desk.ensemble.done == 100
    assert desk.view.status() == ""


def test_progress_counts_the_seeds_of_the_stage_in_work(
    desk: SeedDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("gradsim.engine.ensembles.measuring.GROUP_ENTRIES", 6)
    seen: list[int] = []
    desk.seeds.choose(20)
    desk.ensemble.progressed.connect(lambda: seen.append(desk.ensemble.done))
    desk.compute()
    desk.settle()
    assert seen == sorted(seen)
    assert len(set(seen)) > 5


def test_a_network_of_too_many_parameters_says_so(
    desk: SeedDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(live, "MOST_PARAMETERS", 100)
    desk.compute()
    assert not desk.ensemble.busy
    assert "168 parameters" in desk.view.status()
    desk.edit(deep(2, 3, "tanh"))
    desk.settle()
    assert desk.view.status() == ""
    assert desk.view.band() is not None


def test_another_scope_measures_the_other_scope(desk: SeedDesk) -> None:
    desk.compute()
    desk.settle()
    sample = desk.view.band()
    desk.scope.choose(None)
    desk.compute()
    desk.settle()
    batch = desk.view.band()
    assert sample is not None
    assert batch is not None
    assert not np.allclose(sample.members, batch.members)


def test_undo_during_work_shows_the_old_project_again(desk: SeedDesk) -> None:
    desk.compute()
    desk.settle()
    before = desk.view.band()
    desk.edit(edits.new_draw(desk.document.project))
    desk.document.undo_stack.undo()
    desk.compute()
    desk.settle()
    band = desk.view.band()
    assert band is not None
    assert before is not None
    assert band.seeds == before.seeds
    assert band.members == pytest.approx(before.members)


def test_a_picture_waits_for_every_seed(desk: SeedDesk) -> None:
    desk.seeds.choose(50)
    desk.compute()
    desk.ensemble.finish()
    assert desk.ensemble.done == 50
