"""The outline mirrors the network as a tree without building it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QModelIndex, QSettings, Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from gradsim.engine.options import Choice
from gradsim.engine.parameter_address import ParameterAddress
from gradsim.project import edits
from gradsim.viewmodels.settings import Settings
from gradsim.viewmodels.step.diagram.hits import Target, TargetKind
from gradsim.viewmodels.step.diagram.outline import OutlineModel
from tests.viewmodels.step.diagram.diagram_desk import DiagramDesk, project_of
from tests.viewmodels.step.remedied_projects import every_remedy


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: object) -> Iterator[DiagramDesk]:
    store = QSettings(f"{tmp_path}/settings.ini", QSettings.Format.IniFormat)
    made = DiagramDesk(project_of(2, 3, 1), Settings(store))
    yield made
    made.shut_down()


def text(outline: OutlineModel, index: QModelIndex, column: int = 0) -> str:
    found = outline.data(index.siblingAtColumn(column), Qt.ItemDataRole.DisplayRole)
    assert isinstance(found, str)
    return found


def test_the_tree_keeps_qts_rules(desk: DiagramDesk) -> None:
    outline = OutlineModel(desk.model)
    tester = QAbstractItemModelTester(
        outline, QAbstractItemModelTester.FailureReportingMode.Warning
    )
    desk.show(project_of(1, 1, 1))
    assert tester.model() is outline


def test_rows_are_inputs_layers_and_cost(desk: DiagramDesk) -> None:
    outline = OutlineModel(desk.model)
    rows = [text(outline, outline.index(row, 0)) for row in range(outline.rowCount())]
    assert rows == ["Inputs", "Layer 1", "Layer 2", "C"]


def test_below_a_unit_stand_its_bias_and_its_weights(desk: DiagramDesk) -> None:
    outline = OutlineModel(desk.model)
    unit = outline.index(1, 0, outline.index(1, 0))
    names = [text(outline, outline.index(row, 0, unit)) for row in range(outline.rowCount(unit))]
    assert names == ["b₂⁽¹⁾", "w₂₁⁽¹⁾", "w₂₂⁽¹⁾"]


def test_after_the_weights_stand_the_gamma_and_beta_that_act_on_a_unit(
    desk: DiagramDesk,
) -> None:
    outline = OutlineModel(desk.model)
    tester = QAbstractItemModelTester(
        outline, QAbstractItemModelTester.FailureReportingMode.Warning
    )
    desk.show(every_remedy())
    assert tester.model() is outline

    def names(layer: int, unit: int) -> list[str]:
        parent = outline.index(unit - 1, 0, outline.index(layer, 0))
        return [text(outline, outline.index(row, 0, parent))
                for row in range(outline.rowCount(parent))]  # fmt: skip

    # Layer 2 normalizes the units of layer 1 in front of its W, layer 3 its own, without a β.
    assert names(1, 2) == ["b₂⁽¹⁾", "w₂₁⁽¹⁾", "w₂₂⁽¹⁾", "γ₂⁽²⁾", "β₂⁽²⁾"]
    assert names(2, 1) == ["b₁⁽²⁾", "w₁₁⁽²⁾", "w₁₂⁽²⁾", "w₁₃⁽²⁾"]
    assert names(3, 3)[-1] == "γ₃⁽³⁾"
    row = outline.index(3, 0, outline.index(1, 0, outline.index(1, 0)))
    assert outline.learned_at(row) == ParameterAddress("γ", 2, 2)
    assert outline.target_of(row) == Target(TargetKind.UNIT, 1, 2)
    gradients = desk.simulation.result.factors
    scale = next(each for each in gradients if each.kind == "normalization_scale"
                 and each.layer == 2)  # fmt: skip
    told = float(text(outline, row, 2).replace("−", "-").replace("·10", "e").translate(_FLAT))
    assert told == pytest.approx(float(scale.product[1]), rel=1e-3)
    desk.show(project_of(2, 3, 1))
    assert names(1, 2) == ["b₂⁽¹⁾", "w₂₁⁽¹⁾", "w₂₂⁽¹⁾"]


_FLAT = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻", "0123456789-")


def test_a_normalization_alone_that_comes_or_goes_changes_the_rows(desk: DiagramDesk) -> None:
    outline = OutlineModel(desk.model)
    project = project_of(2, 3, 1)
    desk.show(edits.set_normalization(project, project.layer_ids[:1], Choice("layer_norm")))
    parent = outline.index(0, 0, outline.index(1, 0))
    assert outline.rowCount(parent) == 5


def test_every_target_leads_to_a_row_and_back(desk: DiagramDesk) -> None:
    outline = OutlineModel(desk.model)
    targets = [
        Target(TargetKind.LAYER, 2), Target(TargetKind.COST, 2),
        Target(TargetKind.UNIT, 0, 2), Target(TargetKind.UNIT, 1, 3),
        Target(TargetKind.EDGE, 1, 3, 2), Target(TargetKind.EDGE, 2, 1, 3),
    ]  # fmt: skip
    for target in targets:
        index = outline.index_of(target)
        assert outline.target_of(index) == target
        assert outline.index(index.row(), 0, outline.parent(index)) == index


def test_numbers_are_those_of_the_diagram(desk: DiagramDesk) -> None:
    outline = OutlineModel(desk.model)
    values = desk.model.values
    assert values is not None
    index = outline.index_of(Target(TargetKind.EDGE, 1, 3, 2))
    assert float(text(outline, index, 1).replace("−", "-")) == pytest.approx(
        values.weight(1, 3, 2), rel=1e-3
    )
    layer = outline.data(outline.index(1, 0), Qt.ItemDataRole.AccessibleTextRole)
    assert layer.startswith("Layer 1: 3 × Sigmoid")
    sentence = outline.data(index, Qt.ItemDataRole.AccessibleTextRole)
    assert "from unit 2 to unit 3" in sentence
    assert "∂C/∂w₃₂⁽¹⁾" in sentence


def test_other_numbers_of_the_same_network_keep_the_rows(desk: DiagramDesk, qtbot: QtBot) -> None:
    outline = OutlineModel(desk.model)
    with qtbot.assertNotEmitted(outline.modelReset), qtbot.waitSignal(outline.refreshed):
        desk.scope.choose(2)
        desk.simulation.compute_now()


def test_another_network_resets_the_rows(desk: DiagramDesk, qtbot: QtBot) -> None:
    outline = OutlineModel(desk.model)
    with qtbot.waitSignal(outline.modelReset):
        desk.show(project_of(2, 4, 4, 1))
    assert outline.rowCount() == 5


def test_a_million_edges_cost_nothing_until_seen(desk: DiagramDesk) -> None:
    desk.show(project_of(1000, 1000, 2))
    outline = OutlineModel(desk.model)
    layer = outline.index(1, 0)
    unit = outline.index(999, 0, layer)
    assert outline.rowCount(layer) == 1000
    assert outline.rowCount(unit) == 1001
    assert text(outline, outline.index(1000, 0, unit)) == "w₁₀₀₀,₁₀₀₀⁽¹⁾"
