"""Claims about the builder's entry controls."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QKeySequence, QShortcut, QWheelEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from gradsim.ui.builder.fields import ChoiceField, NumberField
from gradsim.ui.builder.gesture_slider import GestureSlider
from gradsim.viewmodels.builder.number_text import Stepping

KEY = Qt.Key


class Form(QWidget):
    """One of each control, and a line that can take the focus away."""

    def __init__(self) -> None:
        super().__init__()
        self.number = NumberField(Stepping(0, 100, 1, integer=True))
        self.choice = ChoiceField()
        self.slider = GestureSlider()
        self.other = QLineEdit()
        layout = QVBoxLayout(self)
        for widget in (self.number, self.choice, self.slider, self.other):
            layout.addWidget(widget)
        self.number.show_number(5)
        self.choice.offer([("a", "First"), ("b", "Second (long)"), ("c", "Third")])
        self.choice.show_choice("b")
        self.slider.setValue(50)


@pytest.fixture
def form(qtbot: QtBot) -> Form:
    form = Form()
    qtbot.addWidget(form)
    form.show()
    qtbot.waitExposed(form)
    form.activateWindow()
    form.other.setFocus()
    return form


def turn_wheel(widget: QWidget) -> QWheelEvent:
    middle = QPointF(widget.rect().center())
    event = QWheelEvent(
        middle,
        QPointF(widget.mapToGlobal(middle.toPoint())),
        QPoint(),
        QPoint(0, 120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(widget, event)
    return event


def test_the_wheel_edits_only_with_focus(qtbot: QtBot, form: Form) -> None:
    for widget in (form.number, form.choice, form.slider):
        event = turn_wheel(widget)
        assert not event.isAccepted()
    assert form.number.number() == 5
    assert form.choice.currentData() == "b"
    assert form.slider.value() == 50
    form.number.setFocus()
    turn_wheel(form.number)
    assert form.number.number() == 6


def test_the_wheel_takes_no_focus(form: Form) -> None:
    for widget in (form.number, form.choice, form.slider):
        assert widget.focusPolicy() == Qt.FocusPolicy.StrongFocus


def test_typed_text_is_handed_over_on_enter_and_stays_until_it_is_mended(
    qtbot: QtBot, form: Form
) -> None:
    form.number.setFocus()
    form.number.selectAll()
    with qtbot.waitSignal(form.number.text_entered) as entered:
        qtbot.keyClicks(form.number, "abc")
        qtbot.keyClick(form.number, KEY.Key_Return)
    assert entered.args == ["abc"]
    assert form.number.lineEdit().text() == "5", "nobody refused it"
    form.number.text_entered.connect(lambda _: form.number.show_refused(True))
    form.number.selectAll()
    qtbot.keyClicks(form.number, "abc")
    qtbot.keyClick(form.number, KEY.Key_Return)
    assert form.number.lineEdit().text() == "abc"
    form.number.show_number(5)
    assert form.number.lineEdit().text() == "abc"
    qtbot.keyClick(form.number, KEY.Key_Escape)
    assert form.number.lineEdit().text() == "5"


@pytest.mark.parametrize("key", [KEY.Key_Return, KEY.Key_Escape])
def test_a_mark_never_outlives_the_text_that_was_refused(
    qtbot: QtBot, form: Form, key: Qt.Key
) -> None:
    form.number.text_entered.connect(lambda _: form.number.show_refused(True))
    form.number.text_dropped.connect(lambda: form.number.show_refused(False))
    form.number.setFocus()
    for text in ("0", "5"):
        form.number.selectAll()
        qtbot.keyClicks(form.number, text)
        qtbot.keyClick(form.number, KEY.Key_Return if text == "0" else key)
    assert not form.number.refused
    assert form.number.lineEdit().text() == "5"


def test_text_that_was_not_changed_is_not_handed_over(qtbot: QtBot, form: Form) -> None:
    form.number.setFocus()
    with qtbot.assertNotEmitted(form.number.text_entered):
        qtbot.keyClick(form.number, KEY.Key_Return)
        form.other.setFocus()


def test_leaving_the_line_hands_the_text_over_once(qtbot: QtBot, form: Form) -> None:
    texts: list[str] = []
    form.number.text_entered.connect(texts.append)
    form.number.setFocus()
    form.number.selectAll()
    qtbot.keyClicks(form.number, "12")
    form.other.setFocus()
    assert texts == ["12"]


def test_arrow_steps_follow_each_other_as_one_gesture_until_the_focus_leaves(
    qtbot: QtBot, form: Form
) -> None:
    steps: list[tuple[float, object]] = []
    form.number.stepped.connect(lambda value, gesture: steps.append((value, gesture)))
    form.number.setFocus()
    qtbot.keyClick(form.number, KEY.Key_Up)
    qtbot.keyClick(form.number, KEY.Key_Up)
    form.other.setFocus()
    form.number.setFocus()
    qtbot.keyClick(form.number, KEY.Key_Down)
    assert [value for value, _ in steps] == [6, 7, 6]
    assert steps[0][1] is steps[1][1]
    assert steps[1][1] is not steps[2][1]


def test_mixed_is_shown_and_the_first_step_gives_a_number(qtbot: QtBot, form: Form) -> None:
    form.number.show_number(None, "mixed")
    assert form.number.lineEdit().text() == "mixed"
    form.number.setFocus()
    qtbot.keyClick(form.number, KEY.Key_Up)
    assert form.number.number() == 1


def test_undo_belongs_to_the_document_unless_a_text_is_being_typed(
    qtbot: QtBot, form: Form
) -> None:
    undone: list[bool] = []
    shortcut = QShortcut(QKeySequence("Ctrl+Z"), form)
    shortcut.activated.connect(lambda: undone.append(True))
    form.number.setFocus()
    qtbot.keyClick(form.number, KEY.Key_Up)
    qtbot.keyClick(form.number, KEY.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert undone == [True]
    form.number.selectAll()
    qtbot.keyClicks(form.number, "12")
    qtbot.keyClick(form.number, KEY.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert undone == [True]
    assert form.number.lineEdit().text() != "12"


def test_two_drags_of_a_slider_are_two_gestures(qtbot: QtBot, form: Form) -> None:
    gestures: list[object] = []
    form.slider.moved.connect(lambda _, gesture: gestures.append(gesture))
    for _ in range(2):
        form.slider.setSliderDown(True)
        form.slider.setValue(form.slider.value() + 1)
        form.slider.setValue(form.slider.value() + 1)
        form.slider.setSliderDown(False)
    assert gestures[0] is gestures[1]
    assert gestures[1] is not gestures[2]
    assert gestures[2] is gestures[3]


def test_showing_a_state_emits_nothing(qtbot: QtBot, form: Form) -> None:
    with (
        qtbot.assertNotEmitted(form.slider.moved),
        qtbot.assertNotEmitted(form.choice.chosen),
        qtbot.assertNotEmitted(form.number.text_entered),
        qtbot.assertNotEmitted(form.number.stepped),
    ):
        form.slider.show_position(10)
        form.choice.show_choice("c")
        form.choice.offer([("a", "Erste"), ("c", "Dritte")])
        form.number.show_number(9)
    assert form.choice.currentText() == "Dritte"


def test_a_handle_that_is_held_is_not_moved_away(form: Form) -> None:
    form.slider.setSliderDown(True)
    form.slider.show_position(10)
    assert form.slider.value() == 50
    form.slider.setSliderDown(False)


def test_a_choice_that_is_not_allowed_says_why_and_cannot_be_picked(form: Form) -> None:
    form.choice.allow("c", False, "because")
    item = form.choice.model().index(2, 0)
    assert not item.flags() & Qt.ItemFlag.ItemIsEnabled
    assert item.data(Qt.ItemDataRole.ToolTipRole) == "because"


def test_what_a_held_handle_could_not_show_it_shows_once_it_is_let_go(form: Form) -> None:
    form.slider.setSliderDown(True)
    form.slider.setSliderPosition(90)
    form.slider.show_position(20)
    assert form.slider.value() == 90
    form.slider.setSliderDown(False)
    assert form.slider.value() == 20


def test_a_handle_moved_on_stays_where_it_was_let_go(form: Form) -> None:
    form.slider.setSliderDown(True)
    form.slider.show_position(20)
    form.slider.setSliderPosition(90)
    form.slider.setSliderDown(False)
    assert form.slider.value() == 90
