"""The grid measures real ensembles, only what is new, and does with a cell what is asked."""

from __future__ import annotations

import sys
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QCoreApplication
from pytestqt.qtbot import QtBot

from gradsim.engine.options import Choice
from gradsim.project.aside import Call
from gradsim.project.edits.layers import set_activation, set_gain
from gradsim.project.ensembles import ensemble_seeds, measure_project
from gradsim.project.model import Project
from gradsim.project.sweeps import Cell, cell_project
from gradsim.viewmodels.compare.grid import measuring, plan
from gradsim.viewmodels.compare.grid.axes import Place
from gradsim.viewmodels.compare.grid.cell_words import cell_lines, verdict_text
from gradsim.viewmodels.compare.grid.store import CellKey
from gradsim.viewmodels.messages import Message
from tests.project.aside.test_process import leave
from tests.viewmodels.compare.grid.grid_desk import COLUMNS, ROWS, Desk, desk

TANH = Place("tanh", "glorot_normal")


def counted(monkeypatch: pytest.MonkeyPatch) -> list[object]:
    """The keys of the cells that are measured from now on."""
    seen: list[object] = []
    measure = plan.measuring_of

    def count(base: object, key: object, *rest: object) -> object:
        seen.append(key)
        return measure(base, key, *rest)  # type: ignore[arg-type]

    monkeypatch.setattr(measuring, "measuring_of", count)
    return seen


@pytest.mark.usefixtures("qapp")
def test_every_cell_shows_what_its_project_measures() -> None:
    with desk() as at:
        at.measure()
        for row in ROWS:
            for column in COLUMNS:
                cell = Cell(Choice.of(row), Choice.of(column), depth=5, width=6)
                project = cell_project(at.document.project, cell)
                found = measure_project(project, ensemble_seeds(project, 4))
                ratios = found.first_to_last("delta", "l2")
                face = at.view.face(Place(row, column))
                assert face.decades == np.median(ratios)
                assert face.state == "known"
                assert face.word
                spread = at.view.spread(Place(row, column))
                assert spread is not None
                assert spread.lowest[0] == ratios.min()


@pytest.mark.usefixtures("qapp")
def test_only_what_changed_is_measured_again(monkeypatch: pytest.MonkeyPatch) -> None:
    with desk() as at:
        at.measure()
        seen = counted(monkeypatch)
        at.view.setup.choose_activations((*ROWS, "selu"))
        at.view.finish()
        assert {key.activation.name for key in seen} == {"selu"}  # type: ignore[attr-defined]
        assert len(seen) == len(COLUMNS)
        at.view.setup.set_gain("he_normal", 1.5)
        at.view.finish()
        assert len(seen) == len(COLUMNS) + 4
        at.view.setup.set_gain("he_normal", 1.0)
        at.view.finish()
        assert len(seen) == len(COLUMNS) + 4, "what was measured before is remembered"


@pytest.mark.usefixtures("qapp")
def test_what_every_cell_sets_itself_can_be_edited_without_measuring(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    with desk() as at:
        at.measure()
        seen = counted(monkeypatch)
        at.view.load(TANH)
        at.view.finish()
        project, hidden = at.document.project, at.document.project.layer_ids[:-1]
        for edited in (
            set_gain(project, hidden, 1.7),
            set_activation(project, hidden, Choice.of("gelu")),
        ):
            at.document.edit(Message.of("Edit", "Gain"), edited)
            at.view.finish()
        assert seen == []
        output = set_gain(project, project.layer_ids[-1:], 1.7)
        at.document.edit(Message.of("Edit", "Gain"), output)
        at.view.finish()
        assert len(seen) == len(ROWS) * len(COLUMNS)


@pytest.mark.usefixtures("qapp")
def test_another_statistic_is_judged_without_measuring(monkeypatch: pytest.MonkeyPatch) -> None:
    with desk() as at:
        at.measure()
        seen = counted(monkeypatch)
        before = at.view.face(TANH).decades
        at.runs.choice.choose_statistic("max_abs")
        at.view.finish()
        face, result = at.view.face(TANH), at.view.result(TANH)
        assert seen == []
        assert face.decades != before
        assert result is not None
        assert result.ratios is not None
        assert face.decades == np.median(result.ratios["delta", "max_abs"])
        assert face.word, "judged anew"
        assert verdict_text(at.view, TANH)


@pytest.mark.usefixtures("qapp")
def test_cells_of_before_are_shown_as_such_until_new_ones_come() -> None:
    with desk() as at:
        at.measure()
        known = at.view.face(TANH)
        at.view.setup.set_number("depth", 7)
        at.view._catch_up()
        face = at.view.face(TANH)
        assert not face.fresh
        assert face.decades == known.decades
        assert at.view.progress == (0, 6)
        at.view.finish()
        assert at.view.face(TANH).fresh
        assert at.view.progress == (6, 6)


@pytest.mark.usefixtures("qapp")
def test_loading_a_cell_is_one_undo_step() -> None:
    with desk() as at:
        before = at.document.project
        at.view.load(TANH)
        loaded = at.document.project
        assert len(loaded.layers) == 5
        assert {layer.activation.name for layer in loaded.layers[:-1]} == {"tanh"}
        assert {layer.units for layer in loaded.layers[:-1]} == {6}
        assert at.document.undo_stack.count() == 1
        at.document.undo_stack.undo()
        assert at.document.project == before


@pytest.mark.usefixtures("qapp")
def test_a_fifth_pin_replaces_the_one_that_is_named() -> None:
    with desk() as at:
        for _ in range(4):
            assert at.view.pin(TANH) is not None
        assert at.view.pin(Place("relu", "he_normal")) is None
        run = at.view.pin(Place("relu", "he_normal"), replacing="C")
        assert run is not None
        assert run.letter == "C"
        assert run.project.layers[0].activation == Choice.of("relu")


@pytest.mark.usefixtures("qapp")
def test_a_gain_is_typed_or_the_recommended_one() -> None:
    with desk() as at:
        at.view.setup.set_gain("glorot_normal", None)
        at.measure()
        key = at.view.key(TANH)
        assert key is not None
        assert key.weights == Choice.of("glorot_normal", gain=5 / 3)
        at.view.load(TANH)
        assert at.document.project.layers[0].weights == Choice.of("glorot_normal", gain=5 / 3)


@pytest.mark.usefixtures("qapp")
def test_a_grid_that_cannot_be_says_why_in_every_cell_and_recovers() -> None:
    with desk() as at:
        at.view.setup.set_number("depth", 1000)
        at.view.setup.set_number("width", 1000)
        at.measure()
        face = at.view.face(TANH)
        assert face.state == "refused"
        assert face.word
        assert at.view.reason(TANH)
        assert at.view.reason(TANH) in cell_lines(at.view, TANH)
        assert not at.view.measuring.busy
        at.view.setup.set_number("depth", 3)
        at.view.setup.set_number("width", 4)
        at.view.finish()
        assert at.view.face(TANH).state == "known"


@pytest.mark.usefixtures("qapp")
def test_zero_dead_lost_and_overflowing_cells_have_their_word_and_the_rest_goes_on() -> None:
    with desk() as at:
        at.view.setup.choose_activations((*ROWS, "elu"))
        at.view.setup.choose_initializers(("zeros", "normal", "glorot_normal"))
        at.view.setup.set_gain("normal", 1000.0)
        at.view.setup.set_number("depth", 250)
        at.measure()
        faces = {place: at.view.face(place) for place in map(Place._make, _places(at))}
        assert faces[Place("relu", "zeros")].word == "Exactly zero"
        assert faces[Place("relu", "zeros")].number == "−∞"
        assert faces[Place("elu", "normal")].word == "Overflow"
        assert {face.state for face in faces.values()} == {"known"}
        assert all(face.word and face.number for face in faces.values())
        assert faces[Place("sigmoid", "glorot_normal")].decades < -50


@pytest.mark.usefixtures("qapp")
def test_a_ratio_of_two_zeros_is_not_called_lost_to_floating_point() -> None:
    with desk() as at:
        at.runs.choice.choose_quantity("weight_gradient")
        at.view.setup.choose_initializers(("zeros", "glorot_normal"))
        at.measure()
        place = Place("tanh", "zeros")
        assert at.view.face(place).number == "0/0"
        said = " ".join(cell_lines(at.view, place))
        assert "4 of 4 draws without a ratio: first and last gradient are exactly 0" in said
        assert "floating point" not in said
        assert "NaN" not in said
        assert at.view.both_zero(TANH) == 0


def _places(at: Desk) -> list[tuple[str, str]]:
    return [(row, column) for row in at.view.rows for column in at.view.columns]


@pytest.mark.usefixtures("qapp")
def test_an_empty_selection_is_no_error() -> None:
    with desk() as at:
        at.view.setup.choose_activations(())
        at.measure()
        at.view.move(1, 1)
        assert at.view.current is None
        assert at.view.progress == (0, 0)


@pytest.mark.usefixtures("qapp")
def test_the_cursor_stays_within_the_grid_and_leaves_a_row_that_goes() -> None:
    with desk() as at:
        at.measure()
        at.view.move(0, 0)
        assert at.view.current == Place("sigmoid", "glorot_normal")
        at.view.move(-1, 5)
        assert at.view.current == Place("sigmoid", "he_normal")
        at.view.setup.choose_activations(("tanh",))
        at.view.finish()
        assert at.view.current is None


def test_a_stopped_grid_keeps_what_is_finished_and_goes_on(qtbot: QtBot) -> None:
    with desk() as at:
        view = at.view
        view.setup.set_number("seeds", 100)
        view.setup.set_number("depth", 60)
        view.set_active(True)
        qtbot.waitUntil(lambda: view.progress[0] >= 1, timeout=20000)
        view.stop()
        assert view.measuring.stopped
        done = view.progress[0]
        assert "stopped" in view.progress_text()
        view.resume()
        view.finish()
        assert view.progress == (6, 6)
        assert done >= 1


def test_processes_measure_the_same_and_stop_with_the_grid(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    with desk() as here, desk() as aside:
        here.measure()
        monkeypatch.setattr(measuring, "LEAST_ASIDE", 1)
        aside.measure()
        for row in ROWS:
            place = Place(row, "he_normal")
            assert aside.view.face(place).decades == here.view.face(place).decades
            assert aside.view.face(place).word == here.view.face(place).word
        sides = aside.view.measuring._filling._sides
        assert any(side.alive for side in sides)
        aside.view.setup.set_number("depth", 1000)
        aside.view._catch_up()
        aside.view._ask()
        qtbot.waitUntil(lambda: bool(aside.view.measuring.running))
    assert not any(side.alive for side in sides)


def test_a_process_that_cannot_start_is_done_without(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(measuring, "LEAST_ASIDE", 1)
    monkeypatch.setattr(sys, "executable", str(tmp_path / "gone"))
    with desk() as at:
        at.measure()
        assert at.view.progress == (6, 6)
        assert at.view.face(TANH).state == "known"


def test_a_process_that_dies_costs_its_cell_alone(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(measuring, "LEAST_ASIDE", 1)
    monkeypatch.setattr(measuring, "measuring_of", _deadly)
    with desk() as at:
        at.measure()
        assert at.view.face(TANH).state == "refused"
        assert "ended before" in at.view.reason(TANH)
        assert at.view.face(Place("relu", "he_normal")).state == "known"


def _deadly(base: Project, key: CellKey, *asked: str) -> Call:
    tanh = (key.activation.name, key.weights.name) == TANH
    return Call(leave) if tanh else plan.measuring_of(base, key, *asked)


@pytest.mark.usefixtures("qapp")
def test_nothing_is_measured_while_nobody_looks(monkeypatch: pytest.MonkeyPatch) -> None:
    with desk() as at:
        at.measure()
        seen = counted(monkeypatch)
        at.view.setup.set_number("depth", 8)
        at.view.set_active(False)
        at.view.setup.set_number("depth", 9)
        QCoreApplication.processEvents()
        at.view.finish()  # what is on its way is done now
        assert seen == []
        assert not at.view.measuring.busy
        at.view.set_active(True)
        assert at.view.measuring.busy
        at.view.finish()
        assert len(seen) == at.view.progress[0] == 6
