"""Claims about the form of data, cost and seed, and the table of typed samples."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from gradsim.ui.builder.data_section import DataSection
from gradsim.ui.builder.panel import BuilderPanel
from gradsim.ui.workbench import Workbench
from tests.ui.builder.test_inspector import enter, pick, select


@pytest.fixture
def form(panel: BuilderPanel) -> DataSection:
    return panel.data


def test_real_data_lock_inputs_and_output_with_the_reason_beside_them(
    panel: BuilderPanel, workbench: Workbench
) -> None:
    pick(panel.data.data.field, "iris")
    assert not panel.data.inputs.field.isEnabled()
    assert "4 inputs" in panel.data.inputs.hint_shown()
    select(workbench, 5)
    assert "3" in panel.inspector.units.hint_shown()
    pick(panel.data.data.field, "gaussian")
    assert panel.data.inputs.field.isEnabled()
    assert not panel.data.inputs.hint_shown()


def test_a_refused_cost_goes_back_in_the_list_and_offers_what_mends_it(
    form: DataSection, workbench: Workbench
) -> None:
    pick(form.data.field, "iris")
    shown = form.cost.field.currentData()
    pick(form.cost.field, "cross_entropy")
    assert form.cost.field.currentData() == shown
    assert "softmax" in form.cost.row.problem_shown().lower()
    assert form.adapt.isVisible()
    form.adapt.click()
    assert workbench.document.project.network.cost == "cross_entropy"
    assert not form.adapt.isVisible()


def test_options_of_data_are_edited(qtbot: QtBot, form: DataSection, workbench: Workbench) -> None:
    enter(qtbot, form.data.options.row("samples").field, "10")
    assert dict(workbench.document.project.data.options)["samples"] == 10
    enter(qtbot, form.data.options.row("samples").field, "0")
    assert form.data.options.row("samples").problem_shown()


def test_inputs_seed_and_new_draw(qtbot: QtBot, form: DataSection, workbench: Workbench) -> None:
    enter(qtbot, form.inputs.field, "5")
    assert workbench.document.project.network.inputs == 5
    enter(qtbot, form.seed.field, "41")
    form.new_draw.click()
    assert workbench.document.project.seed == 42
    assert form.seed.field.lineEdit().text() == "42"


def test_typed_samples_show_in_a_table_that_takes_a_spreadsheet(
    qtbot: QtBot, form: DataSection, workbench: Workbench
) -> None:
    assert not form.samples.isVisible()
    enter(qtbot, form.data.options.row("samples").field, "2")
    pick(form.data.field, "inline")
    assert form.samples.isVisible()
    QGuiApplication.clipboard().setText("1\t2\t0\n3\t4\t1\n5\t6\t0\n")
    form.samples.grid.setCurrentIndex(form.samples.grid.model().index(0, 0))
    form.samples.paste.click()
    data = workbench.document.project.data
    assert data.inputs == ((1.0, 2.0), (3.0, 4.0), (5.0, 6.0))
    assert data.targets == ((0.0,), (1.0,), (0.0,))
    form.samples.add.click()
    assert form.samples.grid.model().rowCount() == 4
    form.samples.grid.selectRow(0)
    form.samples.delete.click()
    assert workbench.document.project.data.inputs == ((3.0, 4.0), (5.0, 6.0), (5.0, 6.0))


def test_a_wrong_sample_says_so_below_the_table(
    qtbot: QtBot, form: DataSection, workbench: Workbench
) -> None:
    pick(form.data.field, "inline")
    model = form.samples.grid.model()
    model.setData(model.index(1, 0), "abc")
    assert form.samples.refusal.isVisible()
    assert "Row 2, column 1" in form.samples.refusal.text()
    model.setData(model.index(1, 0), "1")
    assert not form.samples.refusal.isVisible()
