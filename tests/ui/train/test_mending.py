"""Fifty sigmoid layers that do not learn are mended in the builder, in both languages."""

from __future__ import annotations

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from gradsim.ui.main_window import MainWindow
from gradsim.ui.train.workspace import TrainWorkspace
from gradsim.ui.translation import Translation
from gradsim.ui.workbench import Workbench
from tests.benchmarks.mending import GUESSING, sigmoid_layers

LEFT = Qt.MouseButton.LeftButton
STEPS = 40


def trained(train: TrainWorkspace) -> tuple[float, float]:
    """log₁₀‖∂C/∂W‖ of the first layer in the first step, and the cost after STEPS."""
    train.session.step(STEPS)
    train.session.finish()
    moment = train.session.moment
    assert moment is not None
    assert moment.steps == STEPS
    return float(moment.gradients(STEPS)[0][0, 0]), moment.scores.cost


def test_fifty_layers_are_mended_in_the_builder_and_then_learn(
    window: MainWindow, train: TrainWorkspace, workbench: Workbench, qtbot: QtBot
) -> None:
    workbench.document.load(sigmoid_layers(units=24))
    before, stuck = trained(train)
    assert before < -28.0
    assert abs(stuck - GUESSING) < 0.01
    assert "layers 1–" in train.movement.sentence.text()
    translation = Translation(workbench.settings)
    workbench.settings.set_language("ko")
    qtbot.waitUntil(lambda: "층" in train.movement.sentence.text(), timeout=3000)
    assert "layer" not in train.movement.sentence.text()
    inspector = window.builder.inspector
    workbench.selection.select([workbench.document.project.layer_ids[1]])
    residual = inspector.remedies.residual.field
    residual.setFocus()
    qtbot.keyClick(residual, Qt.Key.Key_Down)
    scale = inspector.remedies.residual.options.row("scale").field
    scale.setFocus()
    scale.selectAll()
    qtbot.keyClicks(scale, "0.25")
    qtbot.keyClick(scale, Qt.Key.Key_Return)
    qtbot.mouseClick(inspector.apply, LEFT)
    layers = workbench.document.project.layers[:-1]
    assert all(layer.residual is not None and layer.residual.scale == 0.25 for layer in layers)
    assert train.session.edited, "the edit waits for a word on the run"
    train.session.discard()
    after, cost = trained(train)
    assert after > before + 24.0
    assert cost < stuck - 0.1
    assert "천분의 일" in train.movement.sentence.text()
    translation.remove()
