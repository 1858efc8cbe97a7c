"""Predict with “a − y” on, in the window: the first question is answered by keyboard."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from gradsim.engine.network import Layer
from gradsim.engine.options import Choice
from gradsim.ui.main_window import MainWindow
from gradsim.ui.step.shortcut_toggle import ShortcutToggle
from gradsim.viewmodels.step.walk.walk import Lens
from tests.viewmodels.step.predict.shortcut_networks import fused

KEY = Qt.Key


def focused() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


@pytest.mark.parametrize("cost", ["binary_cross_entropy", "cross_entropy"])
@pytest.mark.parametrize("lens", [Lens.LAYER, Lens.PARAMETER])
def test_the_shortcut_is_predicted_by_keyboard(
    window: MainWindow, qtbot: QtBot, lens: Lens, cost: str
) -> None:
    bench, step = window.workbench, window.workspaces.step
    units = 1 if cost == "binary_cross_entropy" else 3
    bench.document.load(fused(cost, 2, (Layer(3, Choice("tanh")),), Layer(units)))
    bench.scope.choose(1)
    bench.simulation.compute_now()
    bench.stepper.choose_lens(lens)
    bench.stepper.finish()
    toggle = next(each for each in step.strip.findChildren(ShortcutToggle) if each.isVisible())
    qtbot.mouseClick(toggle, Qt.MouseButton.LeftButton)
    bench.stepper.finish()
    step.card.transport.next_button.setFocus()
    qtbot.keyClick(focused(), KEY.Key_P)
    qtbot.keyClick(focused(), KEY.Key_Right)
    view = step.card.predict.view
    assert focused() is view.answer.field
    assert [button.text().split(" ")[0] for button in view.quantities.buttons] == ["a", "y"]
    qtbot.keyClick(focused(), KEY.Key_H, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClicks(focused(), "a-y")
    qtbot.keyClick(focused(), KEY.Key_Return)
    assert bench.stepper.position == 1
    while bench.stepper.position < len(bench.stepper.steps):
        step.card.transport.next_button.setFocus()
        qtbot.keyClick(focused(), KEY.Key_Right)
        while (question := step.card.predict.predictions.question) is not None:
            focused().clear()  # type: ignore[attr-defined]
            qtbot.keyClicks(focused(), repr(question.right.value))
            qtbot.keyClick(focused(), KEY.Key_Return)
