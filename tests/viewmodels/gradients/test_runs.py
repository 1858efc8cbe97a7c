"""Pins: four whole projects that follow the scope, say what sets them apart, and swap."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from msgspec.structs import replace
from PySide6.QtWidgets import QApplication

from gradsim.engine.options import Choice
from gradsim.project import edits
from gradsim.project.model import DataSource, Project
from gradsim.viewmodels import words
from gradsim.viewmodels.document import Document
from gradsim.viewmodels.gradients.runs import Runs
from gradsim.viewmodels.messages import Message
from gradsim.viewmodels.scope import Scope
from gradsim.viewmodels.simulation import Simulation
from tests.viewmodels.gradients.desk import deep, wait_until


class Desk:
    """A document, its numbers and its pins."""

    def __init__(self) -> None:
        self.document = Document(deep(4, 4, "sigmoid"))
        self.scope = Scope()
        self.simulation = Simulation(self.document, self.scope)
        self.simulation.compute_now()
        self.runs = Runs(self.document, self.simulation, self.scope)
        self.changes = 0
        self.runs.changed.connect(self.count)

    def count(self) -> None:
        self.changes += 1

    def edit(self, project: Project) -> None:
        self.document.edit(Message("Undo", "Change"), project)
        self.simulation.compute_now()

    def activate(self, name: str) -> None:
        project = self.document.project
        self.edit(edits.set_activation(project, project.layer_ids, Choice.of(name)))

    def label(self, letter: str) -> str:
        return " · ".join(map(words.text, self.runs.label(self.runs.pin(letter))))


@pytest.fixture
def desk(qapp: QApplication) -> Iterator[Desk]:
    made = Desk()
    yield made
    made.runs.shut_down()
    made.simulation.shut_down()


def test_pinning_keeps_the_numbers_that_are_on_screen(desk: Desk) -> None:
    run = desk.runs.pin_now()
    assert run is not None
    assert desk.simulation.result is not None
    assert run.measurement is desk.simulation.result.measurement
    assert (run.letter, run.sample, run.samples) == ("A", 1, 6)


def test_a_pin_names_what_has_changed_since(desk: Desk) -> None:
    desk.runs.pin_now()
    assert desk.label("A") == ""
    desk.activate("relu")
    assert desk.label("A") == "Sigmoid · output Sigmoid"
    assert " · ".join(map(words.text, desk.runs.live_label())) == "ReLU · output ReLU"
    desk.runs.pin_now()
    desk.edit(edits.set_seed(desk.document.project, 8))
    assert desk.label("B") == "seed 7"


def test_a_fifth_pin_asks_for_one_to_replace(desk: Desk) -> None:
    for _ in range(4):
        assert desk.runs.pin_now() is not None
    assert desk.runs.full
    assert desk.runs.pin_now() is None
    desk.activate("relu")
    assert desk.runs.pin_now(replacing="C") is not None
    assert [run.letter for run in desk.runs.pins] == ["A", "B", "C", "D"]
    assert desk.runs.pin("C").project is desk.document.project


def test_a_removed_letter_is_given_again(desk: Desk) -> None:
    for _ in range(3):
        desk.runs.pin_now()
    desk.runs.remove("B")
    run = desk.runs.pin_now()
    assert run is not None
    assert run.letter == "B"


def test_a_pasted_name_is_one_line(desk: Desk) -> None:
    desk.runs.pin_now()
    desk.runs.rename("A", "my\r\n\nstart\u2028here\n")
    assert desk.runs.pin("A").given_name == "my start here"


def test_a_name_can_be_given_and_taken_back(desk: Desk) -> None:
    desk.runs.pin_now()
    desk.runs.rename("A", "  my start ")
    assert desk.runs.pin("A").given_name == "my start"
    changes = desk.changes
    desk.runs.rename("A", "my start")
    assert desk.changes == changes
    desk.runs.rename("A", "")
    assert desk.runs.pin("A").given_name == ""


def test_swapping_is_one_undo_step_and_loses_nothing(desk: Desk) -> None:
    start = desk.document.project
    desk.runs.pin_now()
    desk.activate("relu")
    changed, steps = desk.document.project, desk.document.undo_stack.count()
    desk.runs.swap("A")
    assert desk.document.project is start
    assert desk.runs.pin("A").project is changed
    assert desk.document.undo_stack.count() == steps + 1
    desk.document.undo_stack.undo()
    assert desk.document.project is changed


def test_a_pin_of_another_file_is_not_saved_over_the_open_one(desk: Desk, tmp_path: Path) -> None:
    mine, other = tmp_path / "mine.gradsim", tmp_path / "other.gradsim"
    desk.document.mark_saved(mine)
    desk.runs.pin_now()
    desk.activate("relu")
    desk.runs.swap("A")
    assert desk.document.path == mine, "both are of this file"
    desk.document.load(deep(3), other)
    desk.runs.swap("A")
    assert desk.document.path is None
    desk.document.undo_stack.undo()
    assert desk.document.path == other


def test_any_project_can_be_pinned_and_is_measured_off_this_thread(desk: Desk) -> None:
    desk.runs.pin_project(deep(9, 3, "tanh"), "deep")
    assert desk.runs.pin("A").measurement is None
    wait_until(lambda: desk.runs.pin("A").measurement is not None)
    measurement = desk.runs.pin("A").measurement
    assert measurement is not None
    assert len(measurement.layers) == 9


def test_pins_follow_the_scope(desk: Desk) -> None:
    desk.runs.pin_now()
    desk.scope.choose(None)
    wait_until(lambda: desk.runs.pin("A").sample is None)
    assert desk.runs.pin("A").samples == 6
    desk.scope.choose(5)
    wait_until(lambda: desk.runs.pin("A").sample == 5)


def test_a_sample_that_a_pin_does_not_have_is_its_last_one(desk: Desk) -> None:
    few = edits.set_data(desk.document.project, DataSource.of("gaussian", samples=2))
    desk.runs.pin_project(few)
    desk.scope.choose(6)
    wait_until(lambda: desk.runs.pin("A").sample == 2)
    assert desk.label("A").endswith("sample 2")
    desk.scope.choose(2)
    assert not desk.label("A").endswith("sample 2")


def test_batches_of_different_size_say_so(desk: Desk) -> None:
    desk.scope.choose(None)
    desk.simulation.compute_now()
    desk.runs.pin_now()
    assert not desk.runs.mixed_samples
    project = desk.document.project
    desk.edit(edits.set_data(project, DataSource.of("gaussian", samples=9)))
    assert desk.runs.mixed_samples
    assert desk.label("A").endswith("N = 6")


def test_a_pin_that_cannot_be_measured_keeps_the_reason(desk: Desk) -> None:
    impossible = deep(4, 4, "sigmoid", Choice.of("orthogonal"), outputs=4)
    broken = Project(
        "",
        7,
        impossible.network,
        (),
        DataSource("inline", (), ((1.0, 2.0),), ((0.0,),)),
    )
    desk.runs.pin_project(broken)
    wait_until(lambda: desk.runs.pin("A").problem is not None)
    assert desk.runs.pin("A").measurement is None


def test_a_pin_that_one_sample_does_not_suit_is_measured_again_in_the_batch(desk: Desk) -> None:
    project = deep(4, 4, "sigmoid")
    layers = tuple(
        replace(layer, normalization=Choice("batch_norm")) for layer in project.layers[:-1]
    )
    network = replace(project.network, layers=(*layers, project.output))
    desk.runs.pin_project(replace(project, network=network))
    wait_until(lambda: desk.runs.pin("A").problem is not None)
    desk.scope.choose(None)
    wait_until(lambda: desk.runs.pin("A").measurement is not None)
    assert desk.runs.pin("A").problem is None
    desk.scope.choose(3)
    wait_until(lambda: desk.runs.pin("A").problem is not None)
