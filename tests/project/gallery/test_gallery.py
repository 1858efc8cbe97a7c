"""Every published set-up, measured: its statement holds here, or the reason is told."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import numpy as np
import pytest
from msgspec.structs import replace

from gradsim.engine.cancellation import Cancelled
from gradsim.engine.ensembles import EnsembleMeasurement
from gradsim.engine.options import Choice
from gradsim.engine.theory.fixed_points import critical_weight_variance
from gradsim.engine.theory.length_map import LengthMap
from gradsim.project import edits
from gradsim.project.ensembles import ensemble_seeds, measure_project
from gradsim.project.file import read_project, write_project
from gradsim.project.gallery import GALLERY, Entry, measure_entry
from gradsim.project.gallery.schoenholz_2017 import BIAS_VARIANCE, CRITICAL

SMALLER: Mapping[str, dict[str, int]] = {
    "glorot_2010": {"seeds": 1},
    "he_2015": {"seeds": 2},
    "schoenholz_2017": {"seeds": 2},
    "klambauer_2017": {"seeds": 2},
}
"""Fewer draws than the page takes, for time; the widths are the published or the page's own."""

ENTRIES = pytest.mark.parametrize("entry", GALLERY.values(), ids=list(GALLERY))


@ENTRIES
def test_the_published_statement_holds_here(entry: Entry) -> None:
    finding = measure_entry(entry, **SMALLER.get(entry.name, {}))
    assert finding.reason
    assert finding.holds, finding.reason
    assert all(np.isfinite(number.value) for number in finding.numbers)


@ENTRIES
def test_an_entry_says_source_statement_differences_and_rule(entry: Entry) -> None:
    assert entry.link.startswith(("https://", "http://"))
    assert any(year in entry.source for year in ("2010", "2013", "2015", "2017"))
    assert entry.statement
    assert entry.differs
    assert entry.rule.startswith("Holds if")
    assert len({setup.name for setup in entry.setups}) == len(entry.setups)


@ENTRIES
def test_every_setup_is_a_project_that_a_file_can_hold(entry: Entry, tmp_path: Path) -> None:
    for setup in entry.setups:
        project = setup.project()
        assert project.title == entry.short
        write_project(project, tmp_path / "setup.gradsim")
        assert read_project(tmp_path / "setup.gradsim") == project


def judged_with(name: str, weights: Mapping[str, Choice]) -> tuple[bool, str]:
    """The finding where some set-ups are drawn from another initializer than the paper's."""
    entry = GALLERY[name]
    measured: dict[str, EnsembleMeasurement] = {}
    for setup in entry.setups:
        project = setup.project(32)
        if setup.name in weights:
            project = edits.set_weights(project, project.layer_ids, weights[setup.name])
        measured[setup.name] = measure_project(project, ensemble_seeds(project, 2))
    finding = entry.judge(measured)
    return finding.holds, finding.reason


def test_the_rules_refuse_networks_that_do_otherwise() -> None:
    he, xavier = Choice.of("he_normal"), Choice.of("glorot_normal")
    holds, reason = judged_with("he_2015", {"xavier_22": he, "xavier_30": he})
    assert not holds
    assert reason == "with Xavier the gradient does not diminish"
    holds, reason = judged_with("saxe_2013", {"orthogonal": xavier})
    assert not holds
    assert reason == "orthogonal weights change the norm"
    small = Choice.of("normal", std=0.01)
    holds, reason = judged_with("glorot_2010", {"normalized": small})
    assert not holds
    assert reason == "the normalized one does not keep its size"
    holds, reason = judged_with("klambauer_2017", {"one": small})
    assert not holds
    equal = Choice.of("normal", std=1.0)
    holds, reason = judged_with("nielsen_2015", {"4": equal})
    assert not holds
    assert reason == "the first of four hidden layers is less than thirty times slower"
    holds, reason = judged_with("schoenholz_2017", {"below": he})
    assert not holds


def test_progress_counts_the_draws_of_all_setups() -> None:
    entry = GALLERY["saxe_2013"]
    seen: list[tuple[int, int]] = []
    measure_entry(entry, width=4, seeds=2, progress=lambda done, all_: seen.append((done, all_)))
    assert seen[-1] == (4, 4)
    assert [done for done, _ in seen] == sorted(done for done, _ in seen)


def test_a_cancelled_measurement_ends() -> None:
    with pytest.raises(Cancelled):
        measure_entry(GALLERY["saxe_2013"], width=4, seeds=2, cancelled=lambda: True)


def test_setups_differ_from_one_another() -> None:
    for entry in GALLERY.values():
        projects = [replace(setup.project(8), title="") for setup in entry.setups]
        assert all(one != other for at, one in enumerate(projects) for other in projects[:at])


def test_the_critical_variance_that_is_written_out_is_the_engines() -> None:
    found = critical_weight_variance(LengthMap(Choice.of("tanh"), 1.0, BIAS_VARIANCE))
    assert pytest.approx(found, abs=1e-6) == CRITICAL
