"""Claims about inputs, cost, data set and seed."""

from __future__ import annotations

import pytest

from gradsim.viewmodels.builder import data_panel
from tests.viewmodels.builder.conftest import Builder


def test_the_summary_counts_in_words(builder: Builder) -> None:
    assert builder.data.summary() == "2 inputs · 5 layers · 49 parameters"
    builder.data.enter_inputs("1")
    builder.actions.delete(builder.ids[1:])
    assert builder.data.summary() == "1 input · 1 layer · 6 parameters"


def test_real_data_set_both_ends_and_lock_them_with_the_reason(builder: Builder) -> None:
    builder.data.choose_data("iris")
    assert builder.project.network.inputs == 4
    assert builder.project.output.units == 3
    lock = builder.data.input_lock()
    assert lock is not None
    assert "4 inputs" in lock.reason
    builder.select(5)
    assert builder.inspector.selected.units_lock() is not None
    builder.inspector.enter_units("2")
    assert builder.editor.problem("units") is not None
    builder.data.enter_inputs("7")
    assert builder.editor.problem("inputs") is not None
    builder.select(2)
    assert builder.inspector.selected.units_lock() is None


def test_options_of_data_show_and_are_set(builder: Builder) -> None:
    builder.data.choose_data("spirals")
    names = [each.option.name for each in builder.data.options()]
    assert "noise" in names
    builder.data.enter_option("samples", "30")
    assert builder.data.samples() == 30
    builder.data.enter_option("samples", "0")
    assert builder.editor.problem("data.samples") is not None


def test_samples_and_seed_stay_when_the_data_set_changes(builder: Builder) -> None:
    builder.data.set_option("samples", 30)
    builder.data.set_option("seed", 5)
    builder.data.choose_data("moons")
    assert dict(builder.project.data.options) == {"samples": 30, "seed": 5}


def test_typed_samples_start_from_the_present_ones(builder: Builder) -> None:
    builder.data.set_option("samples", 3)
    builder.data.choose_data("inline")
    assert builder.samples.active
    assert builder.samples.rowCount() == 3
    assert builder.samples.columnCount() == 3


def test_cross_entropy_without_softmax_is_refused_and_can_be_mended(builder: Builder) -> None:
    builder.data.choose_data("iris")
    before = builder.project
    builder.data.choose_cost("cross_entropy")
    assert builder.project is before
    problem = builder.editor.problem("cost")
    assert problem is not None
    assert "softmax" in problem.reason.lower()
    assert builder.data.cost_to_adapt() == "cross_entropy"
    builder.data.adapt_output_to_cost()
    assert builder.project.network.cost == "cross_entropy"
    assert builder.project.output.activation.name == "softmax"
    assert builder.data.cost_to_adapt() is None


def test_a_data_set_whose_package_is_missing_is_refused_with_the_command(
    builder: Builder, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(data_panel, "find_spec", lambda name: None)
    before = builder.project
    builder.data.choose_data("digits")
    problem = builder.editor.problem("data")
    assert problem is not None
    assert "scikit-learn" in problem.reason
    assert "pip install" in problem.reason
    assert builder.project is before
    builder.data.choose_data("moons")
    assert builder.editor.problem("data") is None


def test_a_new_draw_is_another_seed_and_one_step(builder: Builder) -> None:
    seed = builder.project.seed
    builder.data.new_draw()
    assert builder.project.seed != seed
    builder.data.enter_seed("12.5")
    assert builder.editor.problem("seed") is not None
    builder.data.enter_seed("-1")
    assert builder.editor.problem("seed") is not None
    builder.data.enter_seed("12")
    assert builder.project.seed == 12
    assert builder.undo_all() == 2
