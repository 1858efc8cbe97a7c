"""Claims about setting remedies of the selected layers, without a window."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pytest
from PySide6.QtCore import Qt

from gradsim.engine.options import Choice
from gradsim.engine.remedies import Residual
from gradsim.project import edits
from gradsim.project.presets import preset
from gradsim.project.remedy_values import mode_matters
from gradsim.viewmodels.builder.layer_list import LayerRole
from gradsim.viewmodels.builder.layer_numbers import LayerNumbers
from gradsim.viewmodels.builder.number_table import CellRole
from gradsim.viewmodels.builder.remedies.panel import RemedyPanel
from gradsim.viewmodels.builder.remedies.said import badges, mode_sentence
from gradsim.viewmodels.builder.remedies.table import RemedyTableModel
from gradsim.viewmodels.document import Document
from gradsim.viewmodels.scope import Scope
from gradsim.viewmodels.selection import Selection
from gradsim.viewmodels.simulation import Simulation
from tests.viewmodels.builder.conftest import Builder, builder_of, refusal_of

BATCH = Choice.of("batch_norm")


@pytest.fixture
def panel(builder: Builder) -> RemedyPanel:
    builder.select(1)
    return RemedyPanel(builder.editor, builder.selection)


def refusal(builder: Builder, control: str) -> str:
    problem = builder.editor.problem(control)
    assert problem is not None
    return problem.reason


def test_a_normalization_is_set_in_every_selected_layer_as_one_step(
    builder: Builder, panel: RemedyPanel
) -> None:
    before = builder.project
    builder.select(1, 3)
    panel.choose_normalization("batch_norm")
    chosen = [layer.normalization for layer in builder.project.layers]
    assert chosen == [BATCH, None, BATCH, None, None]
    assert builder.undo_all() == 1
    assert builder.project == before


def test_another_normalization_keeps_the_options_that_both_take(
    builder: Builder, panel: RemedyPanel
) -> None:
    panel.choose_normalization("batch_norm")
    panel.enter_option("epsilon", "0.01")
    panel.enter_option("momentum", "0.5")
    panel.choose_normalization("layer_norm")
    assert builder.project.layers[0].normalization == Choice.of("layer_norm", epsilon=0.01)
    panel.choose_normalization("none")
    assert builder.project.layers[0].normalization is None


def test_layers_that_differ_are_mixed_and_one_entry_makes_them_agree(
    builder: Builder, panel: RemedyPanel
) -> None:
    panel.choose_normalization("rms_norm")
    panel.choose_form("pre")
    panel.enter_dropout("0.5")
    builder.select(1, 2)
    selected = panel.selected
    assert selected.normalization().mixed
    assert selected.options() == ()
    assert selected.form().mixed
    assert selected.dropout().mixed
    scale = selected.scale()
    assert scale is not None
    assert scale.value == 1.0
    panel.enter_dropout("0.25")
    assert [layer.dropout for layer in builder.project.layers[:2]] == [0.25, 0.25]
    assert not panel.selected.dropout().mixed


def test_a_form_keeps_each_scale_and_a_scale_each_form(
    builder: Builder, panel: RemedyPanel
) -> None:
    panel.choose_form("pre")
    panel.enter_scale("scale", "0.5")
    builder.select(1, 2)
    panel.choose_form("post")
    assert [layer.residual for layer in builder.project.layers[:2]] == [
        Residual(0.5, "post"),
        Residual(1.0, "post"),
    ]
    panel.set_scale("scale", 2.0)
    assert {layer.residual for layer in builder.project.layers[:2]} == {Residual(2.0, "post")}


def test_a_drag_of_one_gesture_is_one_step(builder: Builder, panel: RemedyPanel) -> None:
    gesture = object()
    for rate in (0.05, 0.1, 0.15):
        panel.set_dropout(rate, gesture)
    assert builder.project.layers[0].dropout == 0.15
    assert builder.undo_all() == 1


@pytest.mark.parametrize("text", ["1", "-0.1", "1.5", "abc", "nan", ""])
def test_a_dropout_that_cannot_be_is_refused_at_its_control(
    builder: Builder, panel: RemedyPanel, text: str
) -> None:
    before = builder.project
    panel.enter_dropout(text)
    assert builder.project is before
    assert refusal(builder, "dropout")


def test_what_the_engine_refuses_is_said_where_it_was_chosen() -> None:
    builder = builder_of(preset("digits_classifier"))
    panel = RemedyPanel(builder.editor, builder.selection)
    builder.select(3)
    panel.choose_form("post")
    assert "softmax" in refusal(builder, "residual")
    panel.enter_dropout("0.5")
    assert "softmax" in refusal(builder, "dropout")
    builder.select(1)
    panel.choose_normalization("batch_norm")
    panel.enter_option("epsilon", "3")
    assert refusal(builder, "normalization.epsilon")


def test_the_mode_matters_only_for_batch_normalization_and_dropout(
    builder: Builder, panel: RemedyPanel
) -> None:
    assert not mode_matters(builder.project.network)
    panel.choose_normalization("layer_norm")
    panel.choose_form("pre")
    assert not mode_matters(builder.project.network)
    panel.enter_dropout("0.5")
    assert mode_matters(builder.project.network)
    trained = mode_sentence(builder.project.network)
    panel.choose_mode("evaluate")
    assert builder.project.network.mode == "evaluate"
    assert mode_sentence(builder.project.network) != trained
    panel.enter_dropout("0")
    panel.choose_normalization("batch_norm")
    assert "running" in mode_sentence(builder.project.network)


def test_a_card_has_a_badge_for_each_remedy_and_says_it_in_full(builder: Builder) -> None:
    project = edits.set_normalization(builder.project, 1, BATCH)
    project = edits.set_residual(project, 1, Residual(0.5, "pre"))
    project = edits.set_dropout(project, 1, 0.25)
    builder.document.load(project)
    card, plain = builder.layers.index(0), builder.layers.index(1)
    assert card.data(LayerRole.BADGES) == ("BN", "Drop", "Res")
    assert card.data(LayerRole.BADGES) == badges(project.layers[0])
    assert plain.data(LayerRole.BADGES) == ()
    tip = card.data(Qt.ItemDataRole.ToolTipRole)
    for part in ("Batch normalization", "dropout 0.25", "residual connection", "α = 0.50"):
        assert part in tip
    assert tip in card.data(Qt.ItemDataRole.AccessibleTextRole)
    assert plain.data(Qt.ItemDataRole.ToolTipRole) is None


def test_applying_to_every_hidden_layer_includes_remedies(
    builder: Builder, panel: RemedyPanel
) -> None:
    panel.choose_normalization("batch_norm")
    panel.enter_dropout("0.25")
    builder.inspector.apply_to_hidden()
    for layer in builder.project.layers[:-1]:
        assert (layer.normalization, layer.dropout) == (BATCH, 0.25)


@pytest.fixture
def table(qapp: object) -> Iterator[tuple[Document, Selection, RemedyTableModel]]:
    """Layer 1 of the first-look network, batch normalization; layer 2 with RMS normalization."""
    project = edits.set_normalization(preset("first_look"), 1, BATCH)
    project = edits.set_normalization(project, 2, Choice.of("rms_norm"))
    document = Document(project)
    selection = Selection(document)
    simulation = Simulation(document, Scope())
    numbers = LayerNumbers(document, selection, simulation)
    selection.select(project.layer_ids[:1])
    yield document, selection, RemedyTableModel(document, numbers)
    simulation.shut_down()


def test_the_table_has_a_column_for_each_number_of_the_normalization(table) -> None:
    document, selection, model = table
    headers = [
        model.headerData(column, Qt.Orientation.Horizontal) for column in range(model.columnCount())
    ]
    assert headers == ["γ", "β", "μ", "v"]
    assert [model.index(0, column).data() for column in range(4)] == ["1", "0", "0", "1"]
    selection.select(document.project.layer_ids[1:2])
    assert model.names == ("scale",)
    selection.select(document.project.layer_ids[2:3])
    assert (model.rowCount(), model.columnCount()) == (0, 0)


def test_a_typed_gamma_is_one_step_and_leaves_the_layer_drawn(table) -> None:
    document, _, model = table
    before = document.project
    assert model.setData(model.index(1, 0), "1.5")
    assert not document.project.is_typed(1)
    typed = document.project.parameters[0]
    assert typed is not None
    assert typed.remedies is not None
    np.testing.assert_array_equal(typed.remedies.scale, [1.0, 1.5, 1.0])
    assert model.index(1, 0).data() == "1.5"
    document.undo_stack.undo()
    assert document.project == before
    assert model.index(1, 0).data() == "1"


def test_a_negative_variance_stays_in_its_cell_refused(table) -> None:
    document, _, model = table
    before = document.project
    assert not model.setData(model.index(0, 3), "-1")
    assert document.project is before
    assert model.index(0, 3).data(CellRole.REFUSED)
    refused = refusal_of(model)
    assert refused is not None
    assert refused[0] == (0, 3)


def test_a_block_is_pasted_over_several_columns_at_once(table) -> None:
    document, _, model = table
    assert model.paste(1, 1, "1\t2\t3\n4\t5\t6")
    typed = document.project.parameters[0]
    assert typed is not None
    assert typed.remedies is not None
    np.testing.assert_array_equal(typed.remedies.shift, [0.0, 1.0, 4.0])
    np.testing.assert_array_equal(typed.remedies.running_mean, [0.0, 2.0, 5.0])
    np.testing.assert_array_equal(typed.remedies.running_variance, [1.0, 3.0, 6.0])
    assert document.undo_stack.index() == 1
    assert model.copy(1, 1, 2, 3) == "1.0\t2.0\t3.0\n4.0\t5.0\t6.0"


def test_another_normalization_of_the_layer_gives_other_columns(table) -> None:
    document, _, model = table
    model.setData(model.index(0, 0), "2")
    document.load(edits.set_normalization(document.project, 1, Choice.of("layer_norm")))
    assert model.names == ("scale", "shift")
    assert model.index(0, 0).data() == "2"
    document.load(edits.set_units(document.project, 1, 5))
    assert model.rowCount() == 5


def test_forgetting_puts_the_numbers_back_where_they_begin(
    builder: Builder, panel: RemedyPanel
) -> None:
    panel.choose_normalization("batch_norm")
    before = builder.project
    builder.document.load(edits.set_remedy_value(before, builder.ids[0], "scale", 1, 2.0))
    builder.select(1)
    assert panel.selected.any_typed()
    panel.forget_values()
    assert not panel.selected.any_typed()
    assert builder.project == before
