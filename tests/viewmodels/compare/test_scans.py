"""Scans of the open network and its pins: places, words, loading, cancelling."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from msgspec.structs import replace
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication

from gradsim.engine.options import Choice
from gradsim.engine.scaling import State
from gradsim.project import edits
from gradsim.project.model import DataSource, Project
from gradsim.project.scans import ScanAxis
from gradsim.viewmodels import words
from gradsim.viewmodels.compare.scans.view import ScansView
from gradsim.viewmodels.compare.scans.wording import fit_message, theory_messages
from gradsim.viewmodels.document import Document
from gradsim.viewmodels.gradients.runs import Runs
from gradsim.viewmodels.scope import Scope
from gradsim.viewmodels.settings import Settings
from gradsim.viewmodels.simulation import Simulation
from tests.viewmodels.gradients.desk import deep, wait_until


class ScanDesk:
    """A project, its pins and their scan over 1 … 20 layers with three seeds."""

    def __init__(self, project: Project, folder: Path) -> None:
        store = QSettings(str(folder / "settings.ini"), QSettings.Format.IniFormat)
        self.settings = Settings(store)
        self.document = Document(project)
        self.scope = Scope()
        self.simulation = Simulation(self.document, self.scope)
        self.simulation.compute_now()
        self.runs = Runs(self.document, self.simulation, self.scope)
        self.view = ScansView(self.document, self.runs, self.scope, self.settings)
        self.view.choice.choose_top(20)
        self.view.choice.choose_seeds(3)
        self.view.set_active(True)

    def close(self) -> None:
        self.view.shut_down()
        self.runs.shut_down()
        self.simulation.shut_down()


@pytest.fixture
def desk(qapp: QApplication, tmp_path: Path) -> Iterator[ScanDesk]:
    made = ScanDesk(deep(5, 16, "sigmoid"), tmp_path)
    yield made
    made.close()


def test_a_scan_measures_every_place_of_every_configuration(desk: ScanDesk) -> None:
    desk.runs.pin_project(deep(5, 16, "relu", Choice.of("he_normal")))
    desk.view.finish()
    curves = desk.view.curves()
    assert [curve.configuration.letter for curve in curves] == ["", "A"]
    for curve in curves:
        np.testing.assert_array_equal(curve.places, desk.view.places())
        assert curve.median[0] == 0.0
        assert np.all(curve.low <= curve.median)
        assert np.all(curve.median <= curve.high)
    assert not desk.view.running
    now, pinned = curves
    assert now.fit is not None
    assert pinned.fit is not None
    assert now.fit.slope < -0.3 < pinned.fit.slope


def test_the_slope_is_said_with_range_points_and_residual(desk: ScanDesk) -> None:
    desk.view.finish()
    (curve,) = desk.view.curves()
    assert curve.fit is not None
    said = words.text(fit_message(curve, unfinished=False))
    assert "decades per layer, by least squares over 12–20 layers (" in said
    assert said.startswith(f"−{abs(curve.fit.slope):.3f}")
    assert f"residual {curve.fit.residual:.2f} decades" in said


def test_theory_is_said_where_it_holds_and_its_reason_where_not(desk: ScanDesk) -> None:
    view = desk.view
    view.finish()
    (curve,) = view.curves()
    (said,) = theory_messages(curve, ScanAxis.depth, "delta")
    assert words.text(said).startswith("With this cost the gradient at the output depends")
    (said,) = theory_messages(curve, ScanAxis.depth, "weight_gradient")
    assert "Theory speaks of ∂C/∂z" in words.text(said)
    desk.document.load(deep(5, 64, "tanh", Choice.of("lecun_normal", gain=0.5)))
    view.choice.choose_probe(True)
    view.finish()
    (curve,) = view.curves()
    (said,) = theory_messages(curve, ScanAxis.depth, "delta")
    assert words.text(said) == (
        "Theory, dotted: −0.301 decades per layer, ½·log₁₀ χ at the fixed point."
    )
    assert curve.expected == pytest.approx(np.log10(0.5), abs=1e-6)


def test_with_gain_zero_theory_expects_zero_and_not_a_signal_that_settles_nowhere(
    desk: ScanDesk,
) -> None:
    network = deep(5, 256, "relu", Choice.of("he_normal", gain=0.0))
    desk.document.load(edits.set_cost(network, "probe"))
    desk.view.finish()
    (curve,) = desk.view.curves()
    (said,) = theory_messages(curve, ScanAxis.depth, "delta")
    assert words.text(said) == (
        "Nothing passes back through these layers: theory expects exactly 0."
    )


def test_a_dead_network_stands_in_the_gutter_of_zeros(desk: ScanDesk) -> None:
    desk.document.load(deep(5, 8, "tanh", Choice.of("zeros")))
    desk.view.finish()
    (curve,) = desk.view.curves()
    assert curve.states[0] is State.ok
    assert set(curve.states[1:]) == {State.zero}
    assert curve.fit is None
    stop = int(np.flatnonzero(curve.places == 20)[0])
    assert desk.view.readout(stop, 0)[1].endswith("the first layer's gradient is exactly 0")


def test_a_network_from_a_pin_of_another_file_does_not_take_over_the_open_one(
    desk: ScanDesk, tmp_path: Path
) -> None:
    mine, other = tmp_path / "mine.gradsim", tmp_path / "other.gradsim"
    desk.document.load(deep(3, 4, "tanh"), other)
    desk.runs.pin_now()
    desk.document.load(deep(3, 4, "relu"), mine)
    assert desk.view.load(0, 1)
    assert desk.document.path == mine
    assert desk.view.load(1, 1)
    assert desk.document.path is None
    desk.document.undo_stack.undo()
    assert desk.document.path == mine


def test_a_scan_over_gains_marks_the_critical_one(desk: ScanDesk) -> None:
    desk.document.load(deep(12, 32, "relu", Choice.of("lecun_normal")))
    desk.runs.pin_project(deep(12, 32, "tanh", Choice.of("lecun_normal")))
    desk.view.choice.choose_axis("gain")
    desk.view.finish()
    now, pinned = desk.view.curves()
    assert now.critical == pytest.approx(2**0.5, rel=1e-6)
    assert desk.view.critical_gains() == ((now.critical, "now"), (pinned.critical, "A"))
    assert np.all(np.diff(now.median) > 0)
    np.testing.assert_allclose(now.x, np.log10(now.places))


def test_data_that_do_not_fit_say_so_and_the_others_go_on(desk: ScanDesk) -> None:
    desk.runs.pin_project(replace(deep(5, 16, "tanh"), data=DataSource.of("digits")))
    desk.view.finish()
    now, pinned = desk.view.curves()
    assert now.problem is None
    assert np.all(np.isfinite(now.median))
    assert pinned.problem is not None
    assert words.text(fit_message(pinned, unfinished=False)) == words.problem_text(pinned.problem)


def test_the_readout_names_place_ratio_and_quartiles_of_each_curve(desk: ScanDesk) -> None:
    desk.runs.pin_project(deep(5, 16, "relu", Choice.of("he_normal")))
    desk.view.finish()
    stop = int(np.flatnonzero(desk.view.places() == 20)[0])
    lines = desk.view.readout(stop, 1)
    assert lines[0] == "20 layers: first to last RMS δ"
    assert lines[1].startswith("   now  ")
    assert lines[2].startswith("▸ A  ")
    assert "quartiles" in lines[1]


def test_a_point_opens_as_one_undo_step(desk: ScanDesk) -> None:
    desk.view.finish()
    stop = int(np.flatnonzero(desk.view.places() == 20)[0])
    before = desk.document.project
    assert desk.view.load(0, stop)
    assert len(desk.document.project.layers) == 20
    assert desk.document.undo_stack.count() == 1
    name = desk.document.undo_name()
    assert name is not None
    assert words.text(name) == "Take 20 layers from a scan"
    desk.document.undo_stack.undo()
    assert desk.document.project is before


def test_cancelling_keeps_what_is_there_and_going_on_measures_the_rest(desk: ScanDesk) -> None:
    view = desk.view
    view.choice.choose_top(200)
    wait_until(lambda: len(view.measuring.points) > 2)
    view.cancel()
    assert not view.running
    assert view.stopped
    known = dict(view.measuring.points)
    assert 0 < len(known) < len(view.places())
    view.finish()
    assert not view.stopped
    assert len(view.measuring.points) == len(view.places())
    assert all(view.measuring.points[each] is point for each, point in known.items())


def test_an_edit_scans_the_new_network_and_forgets_the_old(desk: ScanDesk) -> None:
    desk.view.finish()
    desk.document.load(deep(5, 16, "tanh"))
    wait_until(lambda: not desk.view.running and desk.view.progress[0] == len(desk.view.places()))
    wait_until(lambda: len(desk.view.curves()[0].places) == len(desk.view.places()))
    bases = {place.base.project for place in desk.view.measuring.points}
    assert bases == {desk.document.project}


def test_the_table_keeps_every_digit(desk: ScanDesk) -> None:
    desk.view.finish()
    table = desk.view.table()
    (curve,) = desk.view.curves()
    assert len(table.rows) == len(curve.places)
    assert table.rows[-1][4] == float(curve.median[-1])


def test_choices_are_remembered(desk: ScanDesk, tmp_path: Path) -> None:
    desk.view.choice.choose_axis("gain")
    desk.view.choice.choose_range(2)
    desk.view.choice.choose_probe(True)
    again = ScansView(desk.document, desk.runs, desk.scope, desk.settings)
    choice = again.choice
    assert (choice.axis, choice.gain_range, choice.seeds) == (ScanAxis.gain, (0.1, 10.0), 3)
    assert choice.probe
    again.shut_down()
