"""The keys that walk act in the canvases and the transport; every other control keeps its own."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QAbstractButton, QComboBox, QWidget
from pytestqt.qtbot import QtBot

from gradsim.ui.main_window import MainWindow
from gradsim.ui.step.keys import StepKeys
from tests.ui.test_accessibility import controls, spoken

KEY = Qt.Key
WALKING = (
    KEY.Key_Right,
    KEY.Key_Left,
    KEY.Key_Home,
    KEY.Key_End,
    KEY.Key_PageDown,
    KEY.Key_PageUp,
)


def walkers(window: MainWindow) -> set[QWidget]:
    """The canvases, the timeline and the buttons of the transport."""
    step = window.workspaces.step
    page = step.study.page
    canvases = {part.canvas for part in (step.strip, step.diagram, page.curve, page.waterfall)}
    return (
        canvases
        | {step.strip.timeline}
        | {
            button
            for button in step.card.transport.findChildren(QAbstractButton)
            if button is not step.card.transport.speed_button  # it opens a menu
        }
    )


def others(window: MainWindow) -> Iterator[QWidget]:
    """Every control besides; the outline is a picture of the walk itself."""
    walking = walkers(window)
    for control in controls(window):
        if control not in walking and control.isEnabled():
            yield control


@pytest.fixture
def pressed(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """The keys that reached the walk."""
    seen: list[int] = []
    press = StepKeys.press

    def note(self: StepKeys, key: int) -> bool:
        taken = press(self, key)
        if taken:
            seen.append(key)
        return taken

    monkeypatch.setattr(StepKeys, "press", note)
    return seen


@pytest.mark.parametrize("workspace", ["step", "gradients", "compare", "challenges"])
def test_no_other_control_walks(
    window: MainWindow, qtbot: QtBot, pressed: list[int], workspace: str
) -> None:
    window.open_workspace(workspace)
    stepper = window.workbench.stepper
    stepper.jump(2)
    tried = 0
    for control in list(others(window)):
        for key in (*WALKING, KEY.Key_Space):
            # Space on a button or a list of choices does what that says, and may open a popup.
            if key == KEY.Key_Space and isinstance(control, QAbstractButton | QComboBox):
                continue
            control.setFocus()
            qtbot.keyClick(control, key)
            tried += 1
            assert pressed == [], f"{type(control).__name__} “{spoken(control)}”: {key}"
            assert not stepper.playing
        QCoreApplication.processEvents()
    assert tried > 60


def test_each_canvas_and_button_of_the_transport_walks(
    window: MainWindow, qtbot: QtBot, pressed: list[int]
) -> None:
    stepper = window.workbench.stepper
    for control in walkers(window):
        stepper.jump(2)
        for key in WALKING:
            if not (control.isEnabled() and control.isVisible()):
                continue
            control.setFocus()
            before = len(pressed)
            qtbot.keyClick(control, key)
            assert len(pressed) == before + 1, f"{type(control).__name__}: {key}"
