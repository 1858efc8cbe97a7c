"""The selection: in network order, and never of a layer that is gone."""

from __future__ import annotations

import pytest

from gradsim.project.edits.layers import delete_layers, move_layer
from gradsim.project.presets import preset
from gradsim.viewmodels.document import Document
from gradsim.viewmodels.messages import Message
from gradsim.viewmodels.selection import Selection

NAME = Message("Undo", "Change")


@pytest.fixture
def document() -> Document:
    return Document(preset("first_look"))


def test_it_starts_on_the_first_layer(document: Document) -> None:
    assert Selection(document).layer_ids == document.project.layer_ids[:1]


def test_ids_come_in_network_order_and_unknown_ones_are_left_out(document: Document) -> None:
    selection = Selection(document)
    selection.select([4, 2, 99])
    assert selection.layer_ids == (2, 4)


def test_selecting_the_same_again_reports_nothing(document: Document) -> None:
    selection = Selection(document)
    selection.select([2])
    reports: list[int] = []
    selection.changed.connect(lambda: reports.append(1))
    selection.select([2])
    assert reports == []


def test_a_deleted_layer_hands_over_to_the_one_that_took_its_place(document: Document) -> None:
    selection = Selection(document)
    selection.select([3])
    document.edit(NAME, delete_layers(document.project, [3]))
    assert selection.layer_ids == (4,)
    document.undo_stack.undo()
    assert selection.layer_ids == (4,)


def test_a_moved_layer_stays_selected(document: Document) -> None:
    selection = Selection(document)
    selection.select([2])
    document.edit(NAME, move_layer(document.project, 2, 2))
    assert selection.layer_ids == (2,)


def test_another_project_starts_with_its_first_layer_alone(document: Document) -> None:
    selection = Selection(document)
    selection.select([2, 3])
    document.load(preset("mazur"))
    assert selection.layer_ids == (document.project.layers[0].id,)
