"""Claims about the rows of the layer list and about dropping layers on it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QMimeData, QModelIndex, Qt

from gradsim.project import edits
from gradsim.viewmodels.builder.layer_list import LAYERS_MIME_TYPE, LayerRole
from gradsim.viewmodels.messages import Message
from tests.viewmodels.builder.conftest import Builder

MOVE = Qt.DropAction.MoveAction
NOWHERE = QModelIndex()


def row_ids(builder: Builder) -> tuple[int, ...]:
    model = builder.layers
    return tuple(model.index(row).data(LayerRole.ID) for row in range(model.rowCount()))


def test_a_card_says_number_units_activation_and_how_it_is_drawn(builder: Builder) -> None:
    index = builder.layers.index(1)
    assert index.data(LayerRole.NUMBER) == 2
    assert index.data(LayerRole.UNITS) == 3
    assert index.data(LayerRole.ACTIVATION) == "Sigmoid"
    assert index.data(LayerRole.DETAIL) == "Glorot normal · gain 1.00"
    assert index.data() == "Layer 2: 3 × Sigmoid, Glorot normal · gain 1.00"


def test_a_card_shows_the_gain_as_it_is_set(builder: Builder) -> None:
    builder.select(2)
    builder.inspector.set_gain(0.125)
    assert builder.layers.index(1).data(LayerRole.DETAIL) == "Glorot normal · gain 0.125"


def test_a_typed_layer_says_so_in_place_of_its_initializer(mazur: Builder) -> None:
    index = mazur.layers.index(0)
    assert index.data(LayerRole.TYPED) is True
    assert index.data(LayerRole.DETAIL) == "weights and biases"  # beside a chip: typed
    assert "weights and biases typed in" in index.data(Qt.ItemDataRole.AccessibleTextRole)


def test_rows_follow_every_edit_and_its_undo(builder: Builder) -> None:
    builder.actions.add()
    assert row_ids(builder) == builder.ids
    builder.actions.move_before(builder.ids[3:5], 1)
    assert row_ids(builder) == builder.ids
    builder.actions.delete(builder.ids[1:4])
    assert row_ids(builder) == builder.ids
    builder.undo_all()
    assert row_ids(builder) == builder.ids
    numbers = [builder.layers.index(row).data(LayerRole.NUMBER) for row in range(5)]
    assert numbers == [1, 2, 3, 4, 5]


def test_an_edit_of_one_layer_announces_its_row_alone(builder: Builder) -> None:
    announced: list[tuple[int, int]] = []
    builder.layers.dataChanged.connect(
        lambda first, last: announced.append((first.row(), last.row()))
    )
    builder.select(3)
    builder.inspector.set_gain(2.0)
    assert announced == [(2, 2)]


def test_an_inserted_layer_leaves_the_rows_before_it_in_place(builder: Builder) -> None:
    inserted: list[tuple[int, int]] = []
    reset: list[bool] = []
    builder.layers.rowsInserted.connect(lambda _, first, last: inserted.append((first, last)))
    builder.layers.modelReset.connect(lambda: reset.append(True))
    builder.actions.insert_after(builder.ids[1])
    assert inserted == [(2, 2)]
    assert not reset


@pytest.mark.parametrize(("row", "order"), [(0, [2, 0, 1, 3, 4]), (4, [0, 1, 3, 2, 4])])
def test_a_dropped_layer_stands_before_the_row(
    builder: Builder, row: int, order: list[int]
) -> None:
    before = builder.ids
    data = builder.layers.mimeData([builder.layers.index(2)])
    assert builder.layers.dropMimeData(data, MOVE, row, 0, NOWHERE)
    assert builder.ids == tuple(before[each] for each in order)


def test_layers_dropped_below_the_last_row_come_last(builder: Builder) -> None:
    before = builder.ids
    data = builder.layers.mimeData([builder.layers.index(0), builder.layers.index(1)])
    assert builder.layers.dropMimeData(data, MOVE, -1, -1, NOWHERE)
    assert builder.ids == (*before[2:], *before[:2])


def test_what_is_no_layer_is_not_dropped(builder: Builder) -> None:
    start = builder.project
    other = QMimeData()
    other.setText("[1]")
    assert not builder.layers.dropMimeData(other, MOVE, 0, 0, NOWHERE)
    foreign = QMimeData()
    foreign.setData(LAYERS_MIME_TYPE, b"999")
    assert not builder.layers.dropMimeData(foreign, MOVE, 0, 0, NOWHERE)
    for damaged in (b"", b"one two", b"\xff\xfe", b"-1"):
        foreign.setData(LAYERS_MIME_TYPE, damaged)
        assert not builder.layers.dropMimeData(foreign, MOVE, 0, 0, NOWHERE)
    assert builder.project is start


def test_the_rows_do_not_agree_while_they_follow(builder: Builder) -> None:
    seen: list[bool] = []
    builder.layers.rowsAboutToBeRemoved.connect(lambda *_: seen.append(builder.layers.agrees()))
    project = edits.delete_layers(builder.project, builder.ids[1])
    builder.document.edit(Message("Test", "delete"), project)
    assert seen == [False]
    assert builder.layers.agrees()
