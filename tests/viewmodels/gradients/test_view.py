"""The view model of plots and legend: it follows, rests when hidden, and words what it shows."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication

from gradsim.engine.options import Choice
from gradsim.project import edits
from gradsim.viewmodels import words
from gradsim.viewmodels.document import Document
from gradsim.viewmodels.gradients.choice import ProfileChoice
from gradsim.viewmodels.gradients.profile_table import profile_table
from gradsim.viewmodels.gradients.runs import Runs
from gradsim.viewmodels.gradients.view import GradientsView
from gradsim.viewmodels.messages import Message
from gradsim.viewmodels.scope import Scope
from gradsim.viewmodels.selection import Selection
from gradsim.viewmodels.settings import Settings
from gradsim.viewmodels.simulation import Simulation
from tests.viewmodels.gradients.desk import deep

CHANGE = Message("Undo", "Change")


class Desk:
    """All that the view model follows."""

    def __init__(self) -> None:
        self.document = Document(deep(4, 4, "sigmoid"))
        self.scope = Scope()
        self.selection = Selection(self.document)
        self.simulation = Simulation(self.document, self.scope)
        self.runs = Runs(self.document, self.simulation, self.scope)
        self.view = GradientsView(self.document, self.simulation, self.selection, self.runs)
        self.changes = self.layers = 0
        self.view.changed.connect(self.count_change)
        self.view.layer_changed.connect(self.count_layer)

    def count_change(self) -> None:
        self.changes += 1

    def count_layer(self) -> None:
        self.layers += 1


@pytest.fixture
def desk(qapp: QApplication) -> Iterator[Desk]:
    made = Desk()
    made.view.set_active(True)
    yield made
    made.runs.shut_down()
    made.simulation.shut_down()


def test_before_the_first_numbers_everything_is_empty(desk: Desk) -> None:
    view = desk.view
    assert view.result is None
    assert view.live is None
    assert view.attribution() is None
    assert view.diagnosis() is None
    assert view.scope() is None
    assert view.chosen_layer() is None
    assert view.problem == ""
    assert [run.profile for run in view.shown_runs()] == [None]


def test_it_rests_while_hidden_and_catches_up_when_shown(desk: Desk) -> None:
    desk.view.set_active(False)
    before = desk.changes
    desk.simulation.compute_now()
    assert desk.changes == before
    assert desk.view.live is None
    desk.view.set_active(True)
    assert desk.changes == before + 1
    assert desk.view.live is not None


def test_another_quantity_is_another_profile_and_another_verdict(desk: Desk) -> None:
    desk.simulation.compute_now()
    first, verdict = desk.view.live, desk.view.diagnosis()
    desk.runs.choice.choose_quantity("delta")
    assert desk.view.live is not first
    assert desk.view.diagnosis() is not verdict
    assert desk.view.symbol() == "‖δ‖"
    desk.runs.choice.choose_statistic("max_abs")
    assert desk.view.symbol() == "max |δ|"


def test_the_readout_has_every_run_with_all_its_digits(desk: Desk) -> None:
    desk.simulation.compute_now()
    desk.runs.pin_now()
    lines = desk.view.readout(2)
    assert lines[0] == "layer 2: ‖∂C/∂W‖"
    assert desk.view.live is not None
    exact = desk.view.live.exact_text(2).replace("-", "−")
    assert lines[1:] == [f"now  {exact}", f"A  {exact}"]


def test_a_layer_that_vanished_is_no_longer_chosen(desk: Desk) -> None:
    desk.simulation.compute_now()
    desk.view.choose_layer(3)
    assert desk.view.chosen_layer() == 3
    project = desk.document.project
    desk.document.edit(CHANGE, edits.delete_layers(project, project.layer_ids[2]))
    assert desk.view.chosen_layer() == 4, "the numbers are still those of the old network"
    desk.simulation.compute_now()
    assert desk.view.chosen_layer() == 3
    desk.view.choose_layer(99)
    assert desk.view.chosen_layer() == 3


def test_unequal_widths_are_noticed_for_norms_only(desk: Desk) -> None:
    desk.simulation.compute_now()
    desk.runs.choice.choose_statistic("l2")
    assert not desk.view.unequal_widths()
    project = desk.document.project
    desk.document.edit(CHANGE, edits.set_units(project, project.layer_ids[1], 9))
    desk.simulation.compute_now()
    assert desk.view.unequal_widths()
    desk.runs.choice.choose_statistic("rms")
    assert not desk.view.unequal_widths()


def test_a_wider_pin_is_noticed_too(desk: Desk) -> None:
    desk.simulation.compute_now()
    desk.runs.choice.choose_statistic("l2")
    desk.runs.pin_project(deep(4, 8, "sigmoid"))
    assert desk.view.unequal_widths()


def widen(desk: Desk) -> None:
    project = desk.document.project
    desk.document.edit(CHANGE, edits.set_units(project, project.layer_ids[1], 9))
    desk.simulation.compute_now()


def test_plot_verdict_and_attribution_speak_of_the_same_where_widths_differ(desk: Desk) -> None:
    desk.simulation.compute_now()
    assert desk.view.symbol() == "‖∂C/∂W‖"
    widen(desk)
    assert desk.view.symbol() == "RMS ∂C/∂W"
    view, diagnosis, attribution = desk.view, desk.view.diagnosis(), desk.view.attribution()
    assert view.live is not None
    assert diagnosis is not None
    assert attribution is not None
    assert diagnosis.verdict.statistic == "rms"
    drawn = view.live.log10[0] - view.live.log10[-1]
    assert diagnosis.verdict.decades == pytest.approx(drawn, abs=1e-9)
    assert attribution.total == pytest.approx(drawn, abs=1e-9)
    assert attribution.title == "RMS ∂C/∂W⁽¹⁾ / RMS ∂C/∂W⁽⁴⁾"
    assert view.attribution_symbol() == "RMS ∂C/∂W"


def test_a_wider_pin_is_compared_by_rms_in_the_verdict_too(desk: Desk) -> None:
    desk.simulation.compute_now()
    desk.runs.pin_project(deep(4, 8, "sigmoid"))
    assert desk.view.symbol() == "RMS ∂C/∂W"
    assert not desk.view.unequal_widths()
    diagnosis = desk.view.diagnosis()
    assert diagnosis is not None
    assert diagnosis.verdict.statistic == "rms"
    desk.runs.remove("A")
    assert desk.view.symbol() == "‖∂C/∂W‖"


@pytest.mark.parametrize("name", ["l2", "max_abs"])
def test_a_chosen_statistic_stays_whatever_the_widths(desk: Desk, name: str) -> None:
    desk.simulation.compute_now()
    desk.runs.choice.choose_statistic(name)
    widen(desk)
    assert desk.runs.choice.statistic == name


def test_an_edit_renames_the_pins_and_redraws_only_once_the_numbers_are_there(desk: Desk) -> None:
    desk.simulation.compute_now()
    desk.runs.pin_now()
    before, names = desk.changes, []
    desk.view.names_changed.connect(
        lambda: names.append(desk.view.name_of(desk.view.shown_runs()[1]))
    )
    project = desk.document.project
    desk.document.edit(CHANGE, edits.set_activation(project, project.layer_ids, Choice.of("relu")))
    assert names == ["Sigmoid · output Sigmoid"]
    assert desk.changes == before
    desk.simulation.compute_now()
    assert desk.changes == before + 1


def test_what_many_views_ask_for_is_derived_once(desk: Desk) -> None:
    desk.simulation.compute_now()
    bars, verdict = desk.view.attribution(), desk.view.diagnosis()
    desk.runs.pin_now()
    assert desk.view.attribution() is bars
    assert desk.view.diagnosis() is verdict
    assert desk.view.attribution(2) is not bars
    desk.simulation.compute_now()
    assert desk.view.diagnosis() is not verdict


def test_a_given_name_goes_before_the_differences(desk: Desk) -> None:
    desk.simulation.compute_now()
    desk.runs.pin_now()
    project = desk.document.project
    desk.document.edit(CHANGE, edits.set_activation(project, project.layer_ids, Choice.of("relu")))
    live, pin = desk.view.shown_runs()
    assert desk.view.name_of(live) == "ReLU · output ReLU"
    assert desk.view.name_of(pin) == "Sigmoid · output Sigmoid"
    desk.runs.rename("A", "before")
    assert desk.view.name_of(desk.view.shown_runs()[1]) == "before"


def test_the_quantity_is_remembered_nonsense_is_not(qapp: QApplication, tmp_path: object) -> None:
    store = QSettings(f"{tmp_path}/settings.ini", QSettings.Format.IniFormat)
    first = ProfileChoice(Settings(store))
    first.choose_quantity("delta")
    first.choose_quantity("nonsense")
    first.choose_statistic("nonsense")
    assert first.statistic == "l2"
    first.choose_statistic("rms")
    again = ProfileChoice(Settings(store))
    assert (again.quantity, again.statistic) == ("delta", "l2")
    store.setValue("profile_quantity", "nonsense")
    assert ProfileChoice(Settings(store)).quantity == "weight_gradient"


def test_the_table_of_the_runs_has_the_same_keys_in_every_language_and_no_empty_name(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.simulation.compute_now()
    desk.runs.pin_now()
    translated = words.translated

    def foreign(context: str, text: str) -> str:
        return "jetzt" if text == "now" else translated(context, text)

    monkeypatch.setattr(words, "translated", foreign)
    rows = profile_table(desk.view).rows
    assert {row[0] for row in rows} == {"now", "A"}
    assert {row[1] for row in rows} == {"Sigmoid · Glorot normal (Xavier)"}


def test_equal_layers_are_not_called_unequal_for_a_pin(desk: Desk) -> None:
    desk.simulation.compute_now()
    desk.runs.choice.choose_statistic("l2")
    desk.runs.pin_project(deep(4, 8, "sigmoid"))
    assert desk.view.unequal_widths()
    assert not desk.view.unequal_layers()
    widen(desk)
    assert desk.view.unequal_layers()


def test_a_picture_says_what_made_every_run_whatever_the_runs_are_called(desk: Desk) -> None:
    assert desk.view.configuration_of_runs() == ()
    desk.simulation.compute_now()
    now = desk.view.configuration_of_runs()
    assert now == desk.view.configuration()
    assert "Sigmoid" in now
    desk.runs.pin_project(deep(4, 4, "relu", Choice.of("he_normal")), "mine")
    desk.runs.pin_now()
    assert desk.view.configuration_of_runs() == (*now, "A: ReLU, He normal (Kaiming), gain 1")


def test_all_selected_layers_that_the_numbers_have_are_chosen(desk: Desk) -> None:
    assert desk.view.chosen_layers() == ()
    desk.simulation.compute_now()
    ids = desk.document.project.layer_ids
    desk.selection.select([ids[3], ids[1]])
    assert desk.view.chosen_layers() == (2, 4)
    assert desk.view.chosen_layer() == 2
    desk.selection.select([])
    assert desk.view.chosen_layers() == ()
