"""The model of singular values: its sample, its refusals, and what it says."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication

from gradsim.engine.options import Choice
from gradsim.project.model import Project
from gradsim.viewmodels import words
from gradsim.viewmodels.document import Document
from gradsim.viewmodels.gradients.spectra import told
from gradsim.viewmodels.gradients.spectra.model import SpectraModel
from gradsim.viewmodels.scope import Scope
from gradsim.viewmodels.settings import Settings
from gradsim.viewmodels.simulation import Simulation
from tests.viewmodels.gradients.desk import deep


class Desk:
    """The model of one project, watched."""

    def __init__(self, settings: Settings) -> None:
        self.document = Document(deep(4, 6, "tanh"))
        self.scope = Scope()
        self.simulation = Simulation(self.document, self.scope)
        self.model = SpectraModel(self.simulation, self.scope, settings)
        self.model.set_watched(True)

    def open(self, project: Project) -> None:
        self.document.load(project)
        self.compute()

    def compute(self) -> None:
        self.simulation.compute_now()
        self.model.finish()

    def said(self) -> str:
        spectra = self.model.spectra
        assert spectra is not None
        return " ".join(words.text(each) for each in told.isometry_messages(spectra))


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat))


@pytest.fixture
def desk(qapp: QApplication, settings: Settings) -> Iterator[Desk]:
    made = Desk(settings)
    made.compute()
    yield made
    made.model.shut_down()
    made.simulation.shut_down()


def test_the_sample_of_the_scope_is_shown(desk: Desk) -> None:
    desk.scope.choose(3)
    desk.compute()
    spectra = desk.model.spectra
    assert spectra is not None
    assert (spectra.sample, desk.model.of_batch) == (3, False)
    desk.model.choose_sample(1)
    desk.model.finish()
    assert desk.model.sample == 3


def test_in_the_batch_a_sample_is_chosen_with_the_same_numbers_as_alone(desk: Desk) -> None:
    desk.scope.choose(3)
    desk.compute()
    alone = desk.model.spectra
    desk.scope.choose(None)
    desk.compute()
    assert desk.model.of_batch
    assert desk.model.sample == 3
    desk.model.choose_sample(2)
    desk.model.finish()
    other = desk.model.spectra
    assert alone is not None
    assert other is not None
    assert not np.allclose(other.product.high, alone.product.high)
    desk.model.choose_sample(3)
    desk.model.finish()
    again = desk.model.spectra
    assert again is not None
    assert again.product.high == pytest.approx(alone.product.high, abs=1e-12)
    desk.model.choose_sample(99)
    assert desk.model.sample == 3


def test_too_wide_networks_are_refused_and_narrow_ones_served_again(desk: Desk) -> None:
    desk.open(deep(2, 300, inputs=2, samples=1))
    assert desk.model.refusal is not None
    assert desk.model.spectra is None
    desk.open(deep(2, 3))
    assert desk.model.refusal is None
    assert desk.model.spectra is not None


def test_an_overflowing_pass_is_a_problem_with_its_layer(desk: Desk) -> None:
    desk.open(deep(3, 4, "selu", Choice.of("normal", std=1e200)))
    assert desk.model.spectra is None
    assert "layer" in str(desk.model.problem)


def test_the_chosen_matrices_are_remembered(desk: Desk, settings: Settings) -> None:
    assert desk.model.matrices == "layers"
    desk.model.choose_matrices("product")
    assert settings.text("singular_values_of") == "product"
    again = SpectraModel(desk.simulation, desk.scope, settings)
    assert again.matrices == "product"
    desk.model.choose_matrices("nonsense")
    assert desk.model.matrices == "product"


def test_orthogonal_weights_with_identity_are_told_to_be_an_isometry(desk: Desk) -> None:
    desk.open(deep(20, 6, "identity", Choice.of("orthogonal")))
    spectra = desk.model.spectra
    assert spectra is not None
    for spread in (spectra.layers, spectra.product):
        assert spread.high == pytest.approx(np.zeros(20), abs=1e-12)
        assert spread.low == pytest.approx(np.zeros(20), abs=1e-12)
    assert "It holds: 1.0 to 1.0, condition number 1.0, mean log₁₀ 0." in desk.said()


def test_closed_rectifiers_make_the_condition_number_infinite(desk: Desk) -> None:
    desk.open(deep(6, 16, "relu", Choice.of("he_normal")))
    spectra = desk.model.spectra
    assert spectra is not None
    assert "condition number ∞" in desk.said()
    assert f"{spectra.product.zeros[0]} of 16 are exactly 0" in desk.said()


def test_zero_weights_leave_nothing_and_one_unit_a_single_value(desk: Desk) -> None:
    desk.open(deep(3, 4, weights=Choice.of("zeros")))
    assert desk.said().endswith("Here they are all exactly 0.")
    desk.open(deep(3, 1, "identity", Choice.of("constant", value=0.1)))
    assert "a single one: 0.0010, log₁₀ −3.00." in desk.said()


def test_the_readout_names_the_matrix_of_each_picture(desk: Desk) -> None:
    assert told.readout(desk.model, 1)[0] == "layer 2: singular values of ∂a⁽²⁾/∂a⁽¹⁾"
    desk.model.choose_matrices("product")
    assert told.readout(desk.model, 1)[0] == "layer 2: singular values of ∂a⁽⁴⁾/∂a⁽¹⁾"
    assert told.readout(desk.model, 0)[0] == "layer 1: singular values of ∂a⁽⁴⁾/∂x"
    assert len(told.readout(desk.model, 0)) == 6
    assert told.readout(desk.model, 9) == ()


def test_the_table_holds_both_spreads_with_every_digit(desk: Desk) -> None:
    spectra = desk.model.spectra
    assert spectra is not None
    table = told.table_of(spectra)
    rows = [line.split(",") for line in table.csv_text().splitlines()]
    column = rows[0].index("product log10 smallest")
    assert [float(row[column]) for row in rows[1:]] == spectra.product.low.tolist()
    assert len(rows[0]) == 15


def test_layers_that_are_not_drawn_are_counted(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    spectra = desk.model.spectra
    assert spectra is not None
    assert told.left_out_message(spectra) is None
    monkeypatch.setattr(
        "gradsim.viewmodels.gradients.spectra.model.told_layers", lambda _network: (1, 4)
    )
    desk.open(deep(4, 5))
    spectra = desk.model.spectra
    assert spectra is not None
    message = told.left_out_message(spectra)
    assert message is not None
    assert words.text(message).startswith("2 of 4 layers are drawn")
