"""Claims about typing, pasting and dragging exact weights and biases."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import pytest
from PySide6.QtCore import QAbstractItemModel, Qt

from gradsim.project.model import Project
from gradsim.project.presets import preset
from gradsim.viewmodels.builder.layer_numbers import LayerNumbers
from gradsim.viewmodels.builder.number_table import CellRole
from gradsim.viewmodels.builder.parameter_table import (
    BiasTableModel,
    WeightTableModel,
)
from gradsim.viewmodels.document import Document
from gradsim.viewmodels.scope import Scope
from gradsim.viewmodels.selection import Selection
from gradsim.viewmodels.simulation import Simulation
from gradsim.viewmodels.step.walk.steps import Symbol
from tests.viewmodels.builder.conftest import refusal_of

Array = np.ndarray


@dataclass
class Tables:
    """Both tables of the layer that is selected."""

    document: Document
    selection: Selection
    simulation: Simulation
    numbers: LayerNumbers
    weights: WeightTableModel
    biases: BiasTableModel

    def typed(self, layer: int) -> tuple[Array, Array]:
        """The numbers typed into the layer (from 1)."""
        typed = self.document.project.parameters[layer - 1]
        assert typed is not None
        assert typed.weights is not None
        assert typed.biases is not None
        return typed.weights, typed.biases

    def enter(self, row: int, column: int, text: str) -> bool:
        return self.weights.setData(self.weights.index(row, column), text)


def tables_of(project: Project) -> Tables:
    document = Document(project)
    selection = Selection(document)
    simulation = Simulation(document, Scope())
    simulation.compute_now()
    numbers = LayerNumbers(document, selection, simulation)
    return Tables(
        document,
        selection,
        simulation,
        numbers,
        WeightTableModel(document, numbers),
        BiasTableModel(document, numbers),
    )


@pytest.fixture
def tables(qapp: object) -> Iterator[Tables]:
    """Layer 2 (3 × 3, drawn) of the first-look network."""
    tables = tables_of(preset("first_look"))
    tables.selection.select(tables.document.project.layer_ids[1:2])
    yield tables
    tables.simulation.shut_down()


def texts(model: QAbstractItemModel) -> list[list[str]]:
    return [
        [model.index(row, column).data() for column in range(model.columnCount())]
        for row in range(model.rowCount())
    ]


def test_the_tables_show_what_was_drawn(tables: Tables) -> None:
    result = tables.simulation.result
    assert result is not None
    drawn = result.materials.parameters.weights[1]
    assert texts(tables.weights) == [[f"{value:.4g}" for value in row] for row in drawn]
    assert (tables.biases.rowCount(), tables.biases.columnCount()) == (3, 1)


def test_typing_one_weight_freezes_the_layer_as_it_was_drawn(tables: Tables) -> None:
    drawn = tables.numbers.weights
    assert drawn is not None
    assert not tables.numbers.typed
    assert tables.enter(1, 2, "0.5")
    weights, biases = tables.typed(2)
    expected = np.array(drawn)
    expected[1, 2] = 0.5
    assert (weights == expected).all()
    assert not biases.any()
    assert tables.numbers.typed
    assert tables.document.project.parameters[0] is None
    assert tables.document.undo_stack.count() == 1


def test_typing_the_number_that_stands_there_changes_nothing(tables: Tables) -> None:
    index = tables.weights.index(0, 0)
    exact = tables.weights.data(index, Qt.ItemDataRole.EditRole)
    assert tables.weights.setData(index, exact)
    assert tables.document.undo_stack.count() == 0


@pytest.mark.parametrize("text", ["abc", "nan", "-inf", "", "1e400"])
def test_a_refused_text_stays_in_its_cell_with_the_reason(tables: Tables, text: str) -> None:
    before = tables.document.project
    index = tables.weights.index(0, 1)
    assert not tables.enter(0, 1, text)
    assert tables.document.project is before
    assert index.data() == text
    assert index.data(CellRole.REFUSED) is True
    assert index.data(Qt.ItemDataRole.ToolTipRole)
    refusal = refusal_of(tables.weights)
    assert refusal is not None
    assert refusal[0] == (0, 1)


def test_a_mended_cell_is_no_longer_refused_and_others_still_are(tables: Tables) -> None:
    tables.enter(0, 0, "x")
    tables.enter(2, 2, "y")
    assert tables.enter(0, 0, "0.25")
    assert tables.weights.index(2, 2).data() == "y"
    refusal = refusal_of(tables.weights)
    assert refusal is not None
    assert refusal[0] == (2, 2)
    assert tables.enter(2, 2, "1")
    assert refusal_of(tables.weights) is None


def test_a_pasted_block_lies_from_the_cell_on_and_is_one_step(tables: Tables) -> None:
    assert tables.weights.paste(1, 1, "1\t2\n3\t4\n")
    weights, _ = tables.typed(2)
    assert weights[1:, 1:].tolist() == [[1.0, 2.0], [3.0, 4.0]]
    assert tables.document.undo_stack.count() == 1


def test_a_block_with_one_wrong_cell_changes_nothing_and_marks_that_cell(tables: Tables) -> None:
    before = tables.document.project
    assert not tables.weights.paste(0, 0, "1\tzwei\n3\tNaN")
    assert tables.document.project is before
    assert set(tables.weights.refused) == {(0, 1), (1, 1)}
    refusal = refusal_of(tables.weights)
    assert refusal is not None
    assert "2 pasted cells" in refusal[1].reason


def test_a_new_paste_takes_back_what_a_refused_one_left(tables: Tables) -> None:
    whole = texts(tables.weights)
    assert not tables.enter(2, 2, "typed")
    assert not tables.weights.paste(0, 0, "1\t\n\t2")
    assert set(tables.weights.refused) == {(0, 1), (1, 0), (2, 2)}
    assert not tables.weights.paste(1, 1, "x")
    assert set(tables.weights.refused) == {(1, 1), (2, 2)}
    refusal = refusal_of(tables.weights)
    assert refusal is not None
    assert "One pasted cell" in refusal[1].reason
    assert tables.weights.paste(0, 0, "7\t8")
    assert set(tables.weights.refused) == {(2, 2)}, "what was typed is no matter of a paste"
    assert texts(tables.weights)[0] == ["7", "8", whole[0][2]]
    assert texts(tables.weights)[1] == whole[1]


@pytest.mark.parametrize("text", ["", "1,5", "1\t2\t3\t4"])
def test_a_block_that_is_refused_whole_takes_back_the_one_before(tables: Tables, text: str) -> None:
    whole = texts(tables.weights)
    assert not tables.weights.paste(0, 0, "x\ty")
    assert not tables.weights.paste(0, 0, text)
    assert not tables.weights.refused
    assert texts(tables.weights) == whole


@pytest.mark.parametrize("text", ["1\t2\t3\t4", "1\n2\n3\n4", "", "1\t2\n3"])
def test_a_block_that_does_not_fit_is_refused_in_words(tables: Tables, text: str) -> None:
    before = tables.document.project
    assert not tables.weights.paste(0, 0, text)
    assert refusal_of(tables.weights) is not None
    assert tables.document.project is before


def test_biases_take_a_column_or_a_row(tables: Tables) -> None:
    assert tables.biases.paste(0, 0, "1\n2\n3")
    assert tables.typed(2)[1].tolist() == [1.0, 2.0, 3.0]
    assert tables.biases.paste(1, 0, "5\t6")
    assert tables.typed(2)[1].tolist() == [1.0, 5.0, 6.0]
    assert tables.biases.setData(tables.biases.index(0, 0), "-1")
    assert tables.typed(2)[1].tolist() == [-1.0, 5.0, 6.0]


def test_copied_cells_paste_back_to_the_last_bit(tables: Tables) -> None:
    drawn = tables.numbers.weights
    assert drawn is not None
    text = tables.weights.copy(0, 0, 2, 2)
    assert tables.weights.paste(0, 0, text)
    assert (tables.typed(2)[0] == drawn).all()


def test_a_drag_is_one_undo_step(tables: Tables) -> None:
    start = tables.document.project
    gesture = object()
    for value in (0.1, 0.2, 0.3):
        assert tables.weights.drag(0, 0, value, gesture)
    assert tables.document.undo_stack.count() == 1
    tables.document.undo_stack.undo()
    assert tables.document.project == start


def test_the_tables_follow_selection_resizing_and_undo(tables: Tables) -> None:
    tables.selection.select(tables.document.project.layer_ids[:1])
    assert (tables.weights.rowCount(), tables.weights.columnCount()) == (3, 2)
    tables.enter(0, 0, "9")
    assert tables.weights.index(0, 0).data() == "9"
    tables.document.undo_stack.undo()
    assert tables.weights.index(0, 0).data() != "9"


def test_another_layer_forgets_what_was_refused_in_this_one(tables: Tables) -> None:
    tables.enter(0, 0, "x")
    tables.selection.select(tables.document.project.layer_ids[:1])
    assert not tables.weights.refused
    assert refusal_of(tables.weights) is None


def test_numbers_that_are_not_drawn_yet_cannot_be_typed_over(qapp: object) -> None:
    document = Document(preset("first_look"))
    simulation = Simulation(document, Scope())
    numbers = LayerNumbers(document, Selection(document), simulation)
    weights = WeightTableModel(document, numbers)
    index = weights.index(0, 0)
    assert index.data() == "…"
    assert not weights.flags(index) & Qt.ItemFlag.ItemIsEditable
    simulation.compute_now()
    assert weights.flags(index) & Qt.ItemFlag.ItemIsEditable
    simulation.shut_down()


def test_headers_say_which_units_a_weight_joins(tables: Tables) -> None:
    tip = Qt.ItemDataRole.ToolTipRole
    across, down = Qt.Orientation.Horizontal, Qt.Orientation.Vertical
    assert tables.weights.headerData(2, across, tip) == "from unit 3 of layer 1"
    assert tables.weights.headerData(0, down, tip) == "into unit 1 of layer 2"
    tables.selection.select(tables.document.project.layer_ids[:1])
    assert tables.weights.headerData(1, across, tip) == "from input 2"


def test_symbols_put_a_comma_between_long_numbers() -> None:
    assert Symbol("w", 3, (2, 1)).text == "w₂₁⁽³⁾"
    assert Symbol("w", 12, (10, 1)).text == "w₁₀,₁⁽¹²⁾"
    assert Symbol("b", 1, (4,)).text == "b₄⁽¹⁾"
