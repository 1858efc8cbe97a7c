"""The builder's view models around one document, without a window."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from gradsim.engine.problems import Problem
from gradsim.project.model import Project
from gradsim.project.presets import preset
from gradsim.viewmodels.builder.data_panel import DataPanelModel
from gradsim.viewmodels.builder.editor import Editor
from gradsim.viewmodels.builder.inspector import Inspector
from gradsim.viewmodels.builder.layer_actions import LayerActions
from gradsim.viewmodels.builder.layer_list import LayerListModel
from gradsim.viewmodels.builder.number_table import NumberTableModel
from gradsim.viewmodels.builder.sample_table import SampleTableModel
from gradsim.viewmodels.document import Document
from gradsim.viewmodels.selection import Selection


@dataclass
class Builder:
    """Everything that the panel holds, except the widgets."""

    document: Document
    selection: Selection
    editor: Editor
    actions: LayerActions
    layers: LayerListModel
    inspector: Inspector
    data: DataPanelModel
    samples: SampleTableModel

    @property
    def project(self) -> Project:
        return self.document.project

    @property
    def ids(self) -> tuple[int, ...]:
        return self.project.layer_ids

    def select(self, *numbers: int) -> None:
        """Select layers by their numbers, from 1."""
        self.selection.select([self.ids[number - 1] for number in numbers])

    def undo_all(self) -> int:
        """Undo everything; returns how many steps there were."""
        steps = self.document.undo_stack.index()
        self.document.undo_stack.setIndex(0)
        return steps


def builder_of(project: Project) -> Builder:
    document = Document(project)
    selection = Selection(document)
    editor = Editor(document)
    actions = LayerActions(editor, selection)
    return Builder(
        document,
        selection,
        editor,
        actions,
        LayerListModel(document, actions),
        Inspector(editor, selection),
        DataPanelModel(editor),
        SampleTableModel(editor),
    )


@pytest.fixture
def builder() -> Builder:
    """The first-look network: 2–3–3–3–3–1, sigmoid, Gaussian data."""
    return builder_of(preset("first_look"))


@pytest.fixture
def mazur() -> Builder:
    """Mazur's 2–2–2 network, with typed numbers and one typed sample."""
    return builder_of(preset("mazur"))


def refusal_of(table: NumberTableModel) -> tuple[tuple[int, int] | None, Problem] | None:
    """The refused block, else the first refused cell with its place."""
    if table.refused_block is not None:
        return None, table.refused_block
    if not table.refused:
        return None
    cell = min(table.refused)
    return cell, table.refused[cell].problem
