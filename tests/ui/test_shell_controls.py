"""The small controls of the shell: scope, segments, notices, badge, splitter, error dialog."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QKeyEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QHBoxLayout, QLabel, QWidget
from pytestqt.qtbot import QtBot

from gradsim.engine.problems import Problem
from gradsim.project import edits
from gradsim.project.model import DataSource
from gradsim.project.presets import preset
from gradsim.ui.count_field import CountField
from gradsim.ui.error_hook import ErrorHook
from gradsim.ui.icons import Icons
from gradsim.ui.main_window import MainWindow
from gradsim.ui.refusal_bubble import RefusalBubble
from gradsim.ui.resources import resource
from gradsim.ui.scope_control import ScopeControl
from gradsim.ui.segmented import Segmented
from gradsim.ui.splitter import RememberedSplitter
from gradsim.viewmodels import words
from gradsim.viewmodels.gradient_checking import CheckState
from gradsim.viewmodels.messages import Message
from gradsim.viewmodels.scope import Scope
from gradsim.viewmodels.settings import Settings


def show(widget: QWidget, qtbot: QtBot) -> None:
    """Show a widget and give its window the focus."""
    with qtbot.waitActive(widget):
        widget.show()
        widget.activateWindow()


def test_the_scope_is_chosen_by_number_and_by_batch(qtbot: QtBot) -> None:
    scope = Scope()
    control = ScopeControl(scope)
    qtbot.addWidget(control)
    show(control, qtbot)
    scope.set_samples(64)
    number = control.findChild(CountField)
    switch = control.findChild(Segmented)
    assert number is not None
    assert switch is not None
    number.setFocus()
    number.selectAll()
    qtbot.keyClicks(number, "12")
    qtbot.keyClick(number, Qt.Key.Key_Return)
    assert scope.sample == 12
    qtbot.mouseClick(switch.button("batch"), Qt.MouseButton.LeftButton)
    assert scope.sample is None
    assert not number.isEnabled()
    qtbot.mouseClick(switch.button("sample"), Qt.MouseButton.LeftButton)
    assert scope.sample == 12


def test_typing_a_number_reports_it_once(qtbot: QtBot) -> None:
    scope = Scope()
    scope.set_samples(500)
    control = ScopeControl(scope)
    qtbot.addWidget(control)
    show(control, qtbot)
    seen: list[int | None] = []
    scope.changed.connect(lambda: seen.append(scope.sample))
    number = control.findChild(CountField)
    assert number is not None
    number.setFocus()
    number.selectAll()
    qtbot.keyClicks(number, "345")
    qtbot.keyClick(number, Qt.Key.Key_Return)
    assert seen == [345]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("65", "“65” cannot be entered here: the numbers go from 1 to 64."),
        ("0", "“0” cannot be entered here: the numbers go from 1 to 64."),
        ("abc", "“abc” is not a number."),
        ("2.5", "is not a whole number"),
        ("1,5", "has a comma; write a decimal point"),
        ("1,000", "write 1000 for thousands, 1.000 for a decimal point"),
        ("", "a number is needed"),
        ("9" * 300, "cannot be entered here"),
    ],
)
def test_a_number_that_is_not_taken_gives_way_and_it_is_said_why(
    qtbot: QtBot, text: str, told: str
) -> None:
    scope = Scope()
    scope.set_samples(64)
    scope.choose(7)
    control = ScopeControl(scope)
    qtbot.addWidget(control)
    show(control, qtbot)
    number = control.findChild(CountField)
    assert number is not None
    number.setFocus()
    number.selectAll()
    qtbot.keyClick(number, Qt.Key.Key_Delete)
    qtbot.keyClicks(number, text)
    qtbot.keyClick(number, Qt.Key.Key_Return)
    assert told in number.refusal_shown()
    assert number.text() == "7"
    assert scope.sample == 7
    number.selectAll()
    qtbot.keyClicks(number, "1e1")
    assert number.refusal_shown() == "", "it goes when another number is typed"
    qtbot.keyClick(number, Qt.Key.Key_Return)
    assert scope.sample == 10, "as every other field reads it"
    assert number.refusal_shown() == ""


def test_leaving_a_field_says_why_its_text_was_not_taken(qtbot: QtBot) -> None:
    host = QWidget()
    qtbot.addWidget(host)
    row = QHBoxLayout(host)
    field, other = CountField(1, 1), CountField(1, 10)
    row.addWidget(field)
    row.addWidget(other)
    field.setPrefix("j ")
    field.setSuffix(" / 1")
    show(host, qtbot)
    field.setFocus()
    field.selectAll()
    qtbot.keyClicks(field, "3")
    other.setFocus()
    assert field.refusal_shown() == "“3” cannot be entered here: there is only 1."
    assert field.text() == "j 1 / 1"
    bubble = host.findChild(RefusalBubble)
    assert bubble is not None
    assert bubble.isVisible()
    qtbot.mouseClick(bubble, Qt.MouseButton.LeftButton)
    assert field.refusal_shown() == ""


def test_escape_brings_the_number_back_and_is_left_to_others_else(qtbot: QtBot) -> None:
    host = QWidget()
    qtbot.addWidget(host)
    field = CountField(1, 10, host)
    field.setPrefix("j ")
    show(host, qtbot)
    field.setFocus()
    field.selectAll()
    qtbot.keyClicks(field, "4x")
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert field.text() == "j 1"
    assert field.refusal_shown() == ""
    escape = QKeyEvent(QKeyEvent.Type.KeyPress, Qt.Key.Key_Escape, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(field, escape)
    assert not escape.isAccepted()


def wheel(widget: QWidget) -> QWheelEvent:
    """One notch upwards over the middle of `widget`, delivered to it."""
    middle = QPointF(widget.rect().center())
    event = QWheelEvent(
        middle,
        widget.mapToGlobal(middle),
        QPoint(0, 0),
        QPoint(0, 120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(widget, event)
    return event


def test_the_wheel_leaves_a_field_without_focus_alone(qtbot: QtBot) -> None:
    host = QWidget()
    qtbot.addWidget(host)
    field = CountField(1, 10, host)
    other = CountField(1, 10, host)
    show(host, qtbot)
    other.setFocus()
    assert not wheel(field).isAccepted()
    assert field.value() == 1
    field.setFocus()
    wheel(field)
    assert field.value() == 2


def test_segments_move_with_the_arrow_keys(qtbot: QtBot) -> None:
    switch = Segmented(("one", "two", "three"))
    qtbot.addWidget(switch)
    for value in ("one", "two", "three"):
        switch.set_text(value, value)
    show(switch, qtbot)
    switch.show_value("one")
    chosen: list[str] = []
    switch.chosen.connect(chosen.append)
    switch.button("one").setFocus()
    qtbot.keyClick(switch.button("one"), Qt.Key.Key_Right)
    assert chosen == ["two"]
    assert switch.button("two").isChecked()


def test_showing_a_value_is_no_choice(qtbot: QtBot) -> None:
    switch = Segmented(("one", "two"))
    qtbot.addWidget(switch)
    chosen: list[str] = []
    switch.chosen.connect(chosen.append)
    switch.show_value("two")
    assert chosen == []
    assert switch.button("two").isChecked()


def test_a_splitter_returns_to_its_design(settings: Settings, qtbot: QtBot) -> None:
    def made() -> RememberedSplitter:
        splitter = RememberedSplitter("test", Qt.Orientation.Horizontal, settings)
        qtbot.addWidget(splitter)
        splitter.resize(607, 100)
        for _ in range(2):
            splitter.addWidget(QLabel())
        splitter.settle([200, 400], [0, 1])
        splitter.show()
        return splitter

    splitter = made()
    assert splitter.sizes() == [200, 400]
    splitter.moveSplitter(300, 1)
    assert made().sizes() == [300, 300]
    settings.forget_layout()
    assert splitter.sizes() == [200, 400]
    assert made().sizes() == [200, 400]


@pytest.mark.parametrize("name", sorted(path.stem for path in resource("icons").glob("*.svg")))
def test_every_icon_draws_something(name: str, qtbot: QtBot) -> None:
    icons = Icons()
    image = icons.icon(name).pixmap(32, 32).toImage()
    drawn = sum(
        image.pixelColor(x, y).alpha() > 0
        for x in range(image.width())
        for y in range(image.height())
    )
    assert drawn > 20


def test_icons_outlive_their_temporary_folder(qtbot: QtBot) -> None:
    icons = Icons()
    first = Path(icons.path("check"))
    shutil.rmtree(first.parent)
    again = Path(icons.path("check", QColor("#123456")))
    assert "#123456" in again.read_text(encoding="utf-8")
    assert Path(icons.path("check")).exists()


def test_the_badge_runs_the_check_and_an_edit_makes_it_void(
    window: MainWindow, qtbot: QtBot
) -> None:
    badge = window.status.badge
    assert "not checked" in badge.text()
    with qtbot.waitSignal(window.checking.changed, check_params_cb=lambda: True, timeout=10000):
        qtbot.mouseClick(badge, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: window.checking.state is CheckState.DONE, timeout=10000)
    assert "49 of 49" in badge.text()
    outcome = window.checking.outcome
    assert outcome is not None
    assert outcome.agreement.worst_relative_error < 1e-6
    document = window.workbench.document
    document.edit(Message("Undo", "Change"), replace(document.project, seed=8))
    assert "not checked" in badge.text()


def test_the_details_of_a_check_list_every_layer(window: MainWindow, qtbot: QtBot) -> None:
    from PySide6.QtWidgets import QTableWidget

    from gradsim.ui.check_dialog import CheckDialog

    window.actions_.check.trigger()
    qtbot.waitUntil(lambda: window.checking.state is CheckState.DONE, timeout=10000)
    qtbot.mouseClick(window.status.badge, Qt.MouseButton.LeftButton)
    dialog = window.findChild(CheckDialog)
    assert dialog is not None
    table = dialog.findChild(QTableWidget)
    assert table is not None
    assert table.rowCount() == 6  # the cost and five layers
    dialog.reject()


def test_the_details_of_a_check_that_could_not_be_say_why(window: MainWindow, qtbot: QtBot) -> None:
    from gradsim.ui.check_dialog import CheckDialog

    bench = window.workbench
    far = edits.set_data(bench.document.project, DataSource.inline([[1.0]], [[1e200]]))
    bench.document.load(far)
    qtbot.waitUntil(lambda: bench.simulation.current, timeout=10000)
    window.actions_.check.trigger()
    qtbot.waitUntil(lambda: window.checking.state is CheckState.FAILED, timeout=10000)
    qtbot.mouseClick(window.status.badge, Qt.MouseButton.LeftButton)
    dialog = window.findChild(CheckDialog)
    assert dialog is not None
    problem = window.checking.problem
    assert isinstance(problem, Problem)
    assert problem.reason.startswith("The cost left the range")
    told = [label.text() for label in dialog.findChildren(QLabel)]
    assert words.problem_text(problem) in told
    dialog.reject()


def test_an_unexpected_error_is_told_and_the_project_kept(window: MainWindow, qtbot: QtBot) -> None:
    before = window.workbench.document.project
    with qtbot.captureExceptions():
        hook = ErrorHook(window)
        for _ in range(2):
            error = ZeroDivisionError("by nothing")
            hook.catch(ZeroDivisionError, error, error.__traceback__)
    qtbot.waitUntil(lambda: hook.box is not None)
    box = hook.box
    assert box is not None
    assert "by nothing" in box.informativeText()
    assert "ZeroDivisionError" in box.detailedText()
    qtbot.keyClick(box, Qt.Key.Key_Escape)
    assert hook.box is None
    assert window.workbench.document.project is before


def test_the_hook_can_be_removed(window: MainWindow) -> None:
    before = sys.excepthook
    hook = ErrorHook(window)
    hook.install()
    assert sys.excepthook != before
    hook.remove()
    assert sys.excepthook == before


def test_a_failed_computation_is_said_once_and_taken_back(window: MainWindow, qtbot: QtBot) -> None:
    from gradsim.project.model import DataSource

    document = window.workbench.document
    broken = replace(document.project, data=DataSource.inline([[1.0]], [[1.0]]))
    document.edit(Message("Undo", "Break"), broken)
    qtbot.waitUntil(lambda: "cannot be computed" in window.notice.text)
    document.undo_stack.undo()
    qtbot.waitUntil(lambda: window.notice.text == "")


def test_help_opens_on_its_page_and_follows_the_theme(window: MainWindow, qtbot: QtBot) -> None:
    from PySide6.QtWidgets import QTextBrowser

    from gradsim.ui.help.dialog import HelpDialog

    window.actions_.conventions.trigger()
    dialog = window.findChild(HelpDialog)
    assert dialog is not None
    page = dialog.findChild(QTextBrowser)
    assert page is not None
    assert "PyTorch" in page.toPlainText()
    window.workbench.settings.set_theme("dark")
    assert "PyTorch" in page.toPlainText()
    button = dialog.findChild(QAbstractButton)
    assert button is not None
    dialog.reject()


@pytest.mark.parametrize("width", [1220, 1249, 1250, 1280])
def test_every_tab_is_seen_in_the_narrowest_window(
    window: MainWindow, qtbot: QtBot, either_language: str, width: int
) -> None:
    window.workbench.document.load(preset("digits_classifier"))
    window.workbench.simulation.compute_now()
    window.resize(width, 720)
    qtbot.waitUntil(lambda: window.width() == width)
    bar = window.top_bar
    last = bar.tabs.count() - 1
    bar.tabs.setCurrentIndex(last)
    wanted = bar.tabs.fontMetrics().horizontalAdvance(bar.tabs.tabText(last))

    def is_whole() -> bool:
        # The chosen tab is bolder than its hint: its words must be seen, not all air beside them.
        tab = bar.tabs.tabRect(last)
        return tab.width() > wanted and tab.center().x() + wanted / 2 < bar.tabs.width()

    qtbot.waitUntil(is_whole)
    assert bar.theme_button.geometry().right() < bar.width()
    for button in (bar.undo_button, bar.redo_button):
        assert bool(button.text()) == button.icon().isNull()
        assert button.accessibleName()
