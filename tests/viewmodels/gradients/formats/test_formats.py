"""Formats beside the exact profile: where each loses the gradient, how many entries, in words."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pytest
from PySide6.QtWidgets import QApplication

from gradsim.engine.options import Choice
from gradsim.engine.scaling import State
from gradsim.project.model import Project
from gradsim.viewmodels import words
from gradsim.viewmodels.document import Document
from gradsim.viewmodels.gradients.choice import ProfileChoice
from gradsim.viewmodels.gradients.formats import told
from gradsim.viewmodels.gradients.formats.lines import (
    FormatLine,
    FormatsOutcome,
    compute_formats,
    exact_profile,
    format_lines,
)
from gradsim.viewmodels.gradients.formats.model import FormatsModel
from gradsim.viewmodels.scope import Scope
from gradsim.viewmodels.simulation import Simulation
from tests.viewmodels.gradients.desk import deep, result_of


def outcome_of(project: Project, sample: int | None = None) -> FormatsOutcome:
    return compute_formats(result_of(project, sample), lambda: False, lambda _done, _of: None)


def lines_of(project: Project, quantity: str = "delta", statistic: str = "l2") -> list[FormatLine]:
    return list(format_lines(outcome_of(project), quantity, statistic))


@pytest.mark.parametrize("sample", [2, None])
@pytest.mark.parametrize("statistic", ["l2", "rms"])
@pytest.mark.parametrize("quantity", ["delta", "weight_gradient", "bias_gradient"])
def test_float64_is_the_exact_profile_where_all_fits(
    quantity: str, statistic: str, sample: int | None
) -> None:
    outcome = outcome_of(deep(5, 6, "tanh"), sample)
    exact = exact_profile(outcome, quantity, statistic)
    *_, double = format_lines(outcome, quantity, statistic)
    assert double.precision == "float64"
    assert double.profile.log10 == pytest.approx(exact.log10, abs=1e-12)
    assert (double.lost_at, double.loss) == (None, State.ok)
    assert not double.entries_lost.any()


def test_the_formats_lose_a_vanishing_gradient_one_after_the_other() -> None:
    half, single, double = lines_of(deep(260, 4, "sigmoid"))
    assert half.lost_at is not None
    assert single.lost_at is not None
    assert half.lost_at > single.lost_at
    assert half.loss is State.underflow
    assert half.profile.state(half.lost_at + 1) is State.ok
    assert half.entries_lost[half.lost_at - 1] == 1.0
    assert double.lost_at is None


def test_exact_zeros_are_no_loss_of_the_format() -> None:
    half, *_ = lines_of(deep(4, 24, "relu", Choice.of("he_normal")))
    assert half.lost_at is None
    assert np.nan_to_num(half.entries_lost).max() < 0.01
    silent, *_ = lines_of(deep(4, 6, "tanh", Choice.of("zeros")), "weight_gradient")
    assert silent.lost_at is None
    assert silent.profile.state(1) is State.zero


def test_a_gradient_too_large_is_infinite_or_no_number() -> None:
    half, single, _ = lines_of(deep(6, 8, "relu", Choice.of("normal", std=30.0)))
    assert half.loss in (State.overflow, State.nan)
    assert single.lost_at is None


@pytest.fixture
def model(qapp: QApplication) -> Iterator[FormatsModel]:
    document, scope = Document(deep(30, 4, "sigmoid")), Scope()
    simulation = Simulation(document, scope)
    made = FormatsModel(simulation, ProfileChoice())
    made.set_watched(True)
    simulation.compute_now()
    made.finish()
    yield made
    made.shut_down()
    simulation.shut_down()


def test_the_legend_names_the_layer_at_which_it_is_lost(model: FormatsModel) -> None:
    half, single, _ = model.lines()
    assert told.legend_text(half) == f"float16: lost at layer {half.lost_at}"
    assert told.legend_text(single) == "float32: kept"
    assert told.symbol_of(model) == "‖∂C/∂W‖"


def test_it_is_said_where_entries_are_lost_and_what_is_computed(model: FormatsModel) -> None:
    said = [words.text(each) for each in told.messages(model)]
    assert said[0].startswith("float16 first loses entries of δ at layer ")
    assert said[-1].endswith("no loss scaling.")


def test_delta_stands_in_for_what_a_fused_pair_does_not_form(model: FormatsModel) -> None:
    choice = model._choice
    choice.choose_quantity("activation_gradient")
    assert model.stands_in
    assert told.symbol_of(model) == "‖δ‖"
    assert any("Shown for ∂C/∂a" in words.text(each) for each in told.messages(model))


def test_the_readout_reads_every_format(model: FormatsModel) -> None:
    half = model.lines()[0]
    assert half.lost_at is not None
    lines = told.readout(model, half.lost_at)
    assert len(lines) == 5
    assert lines[2].startswith("float16  0, ")
    assert lines[2].endswith("% of δ lost")
    assert told.readout(model, 31) == ()


def test_the_table_has_log_state_and_share_of_each_format(model: FormatsModel) -> None:
    table = told.table_of(model)
    assert len(table.headings) == 12
    assert len(table.rows) == 30
    column = table.headings.index("float16 log10")
    half = model.lines()[0]
    kept = [row[column] for row in table.rows if row[column] is not None]
    assert kept == half.profile.log10[np.isfinite(half.profile.log10)].tolist()
    assert {row[column + 1] for row in table.rows} == {"underflow", "ok"}
