"""The two workspaces: where the focus goes when one is opened, and when the second is made."""

from __future__ import annotations

from importlib import import_module
from itertools import pairwise

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from gradsim.project.edits.layers import set_gain
from gradsim.project.presets import preset
from gradsim.ui.compare.grid.page import GridPage
from gradsim.ui.compare.pages import PAGES
from gradsim.ui.main_window import MainWindow
from gradsim.viewmodels.messages import Message


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
    assert gradients.view.live is None
    qtbot.waitUntil(lambda: gradients.view.live is not None, timeout=5000)
    assert gradients.isHidden(), "its numbers are ready before it is opened"
    assert not gradients.ensemble.busy, "what takes long waits until somebody looks"
    window.open_workspace("gradients")
    qtbot.waitUntil(lambda: gradients.ensemble.busy, timeout=5000)


def test_compare_is_made_in_peace_and_measures_only_when_seen(
    window: MainWindow, qtbot: QtBot
) -> None:
    window.workbench.simulation.compute_now()
    qtbot.waitUntil(lambda: window.workspaces.compare is not None, timeout=20_000)
    compare = window.workspaces.compare
    assert compare is not None
    assert compare.isHidden()
    page = compare.page
    assert isinstance(page, GridPage)
    assert not page.view.measuring.busy
    window.open_workspace("compare")
    qtbot.waitUntil(lambda: page.view.measuring.busy or page.view.progress[0] != 0)


def test_every_module_that_is_loaded_in_peace_is_there() -> None:
    for entry in PAGES:
        for module in entry.modules:
            assert import_module(module)


def test_the_walk_rests_unseen_and_catches_up_when_it_is_seen(
    window: MainWindow, qtbot: QtBot
) -> None:
    bench = window.workbench
    bench.simulation.compute_now()
    bench.stepper.choose_lens("layer")
    bench.stepper.next()
    seen = bench.stepper.result
    window.open_workspace("gradients")
    document = bench.document
    project = set_gain(document.project, document.project.layers[0].id, 2.0)
    document.edit(Message.of("Edit", "Gain"), project)
    bench.simulation.compute_now()
    assert bench.stepper.result is seen
    assert bench.simulation.result is not seen
    window.open_workspace("step")
    assert bench.stepper.result is bench.simulation.result
    assert bench.stepper.position == 1
    diagram = window.workspaces.step.diagram
    assert diagram.model.values is not None
    assert diagram.model.values.result is bench.simulation.result


@pytest.mark.parametrize("name", ["first_look", "digits_classifier", "fifty_layers"])
def test_the_smallest_window_has_room_for_every_workspace(
    window: MainWindow, qtbot: QtBot, either_language: str, name: str
) -> None:
    window.workbench.document.load(preset(name))
    window.workbench.simulation.compute_now()
    window.resize(window.minimumSize())
    for workspace in ("gradients", "train", "compare", "challenges", "step"):
        window.open_workspace(workspace)

        def holds() -> bool:
            needed, room = window.minimumSizeHint(), window.size()
            return needed.width() <= room.width() and needed.height() <= room.height()

        qtbot.waitUntil(holds, timeout=3000)
    row = window.workspaces.step.strip.row
    shown = [each for each in row.chooser.children() if isinstance(each, QWidget)]
    boxes = [each.geometry() for each in shown if each.isVisible()]
    assert boxes
    for left, right in pairwise(boxes):
        assert left.right() < right.left()
    assert boxes[-1].right() <= row.chooser.width()


def test_the_card_has_its_height_again_once_a_deep_network_is_walked(
    window: MainWindow, qtbot: QtBot
) -> None:
    """While its paths are looked for, what stands there instead of the factors needs more room."""
    window.resize(1280, 720)
    window.open_workspace("step")
    step, bench = window.workspaces.step, window.workbench
    step.strip.instead.show()
    step._share_height()
    assert step.card.minimumHeight() < 250
    step.strip.instead.hide()
    qtbot.waitUntil(lambda: step.card.minimumHeight() == 250, timeout=3000)
    bench.document.load(preset("fifty_layers"))
    bench.simulation.compute_now()
    qtbot.waitUntil(lambda: not bench.stepper.waiting, timeout=20000)
    qtbot.waitUntil(lambda: step.card.height() >= 250, timeout=3000)
