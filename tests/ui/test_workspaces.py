"""The two workspaces: where the focus goes when one is opened, and when the second is made."""

from __future__ import annotations

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from gradsim.ui.main_window import MainWindow


def test_turning_to_a_workspace_makes_its_keys_ready(window: MainWindow, qtbot: QtBot) -> None:
    """→ multiplies right after Ctrl+1 or a click on the tab, and reads the plot after Ctrl+2."""
    bench, tabs = window.workbench, window.top_bar.tabs
    control = Qt.KeyboardModifier.ControlModifier
    window.top_bar.presets_button.setFocus()
    qtbot.keyClick(window, Qt.Key.Key_2, control)
    gradients = window.workspaces.gradients
    assert gradients is not None
    plot = gradients.profile_panel.profile.plot
    assert window.focusWidget() is plot
    qtbot.keyClick(plot, Qt.Key.Key_Right)
    assert plot.reading.stop == 0
    qtbot.keyClick(window, Qt.Key.Key_1, control)
    before = bench.stepper.position
    qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Right)
    assert bench.stepper.position == before + 1
    for index in (1, 0, 0):
        qtbot.mouseClick(tabs, Qt.MouseButton.LeftButton, pos=tabs.tabRect(index).center())
    qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Right)
    assert bench.stepper.position == before + 2
    bench.stepper.last()
    qtbot.keyClick(window, Qt.Key.Key_1, control)
    qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Left)
    assert bench.stepper.position == len(bench.stepper.steps) - 1


def test_the_keys_of_the_tabs_keep_the_focus_there(window: MainWindow, qtbot: QtBot) -> None:
    tabs = window.top_bar.tabs
    tabs.setFocus()
    for key, index in ((Qt.Key.Key_Right, 1), (Qt.Key.Key_Left, 0)):
        qtbot.keyClick(tabs, key)
        assert tabs.currentIndex() == index
        assert window.focusWidget() is tabs
    assert [tabs.accessibleTabName(index) for index in (0, 1)] == ["Step", "Gradients"]


def test_the_second_workspace_is_made_while_nothing_goes_on(
    window: MainWindow, qtbot: QtBot
) -> None:
    assert window.workspaces.gradients is None
    window.workbench.simulation.compute_now()
    qtbot.waitUntil(lambda: window.workspaces.gradients is not None, timeout=5000)
    gradients = window.workspaces.gradients
    assert gradients is not None
    assert not gradients.built
    qtbot.waitUntil(lambda: gradients.built, timeout=5000)
    assert gradients.isHidden()
    assert gradients.view.live is None, "what nobody sees computes nothing"
    window.open_workspace("gradients")
    assert gradients.view.live is not None
