"""Predictions in the window: by keyboard alone, by mouse alone, in both languages."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from pytestqt.qtbot import QtBot

from gradsim.project.presets import preset
from gradsim.ui.main_window import MainWindow
from gradsim.ui.step.predict.question_view import QuestionView
from gradsim.ui.translation import Translation
from gradsim.viewmodels.settings import Settings
from gradsim.viewmodels.step.predict.topics import Form
from gradsim.viewmodels.step.walk.walk import Lens

KEY = Qt.Key
LANGUAGES = pytest.mark.parametrize("language", ["en", "ko"])


@pytest.fixture
def settings_in_use(window: MainWindow) -> Iterator[Settings]:
    """The language follows the settings, as in the program."""
    translation = Translation(window.workbench.settings)
    yield window.workbench.settings
    translation.remove()


def load(window: MainWindow, name: str) -> None:
    bench = window.workbench
    bench.document.load(preset(name))
    bench.simulation.compute_now()
    while bench.stepper.waiting:
        QApplication.processEvents()


def view_of(window: MainWindow) -> QuestionView:
    return window.workspaces.step.card.predict.view


def focused() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def press(qtbot: QtBot, *keys: Qt.Key) -> None:
    for key in keys:
        qtbot.keyClick(focused(), key)


def click(qtbot: QtBot, button: QWidget) -> None:
    assert button.isVisible()
    assert button.isEnabled()
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def type_answer(qtbot: QtBot, text: str) -> None:
    qtbot.keyClicks(focused(), text)
    press(qtbot, KEY.Key_Return)


@LANGUAGES
def test_a_chain_is_predicted_by_keyboard_alone(
    window: MainWindow, settings_in_use: Settings, qtbot: QtBot, language: str
) -> None:
    settings_in_use.set_language(language)
    load(window, "scalar_chain")
    stepper, card = window.workbench.stepper, window.workspaces.step.card
    card.transport.next_button.setFocus()
    press(qtbot, KEY.Key_P, KEY.Key_Right)
    assert stepper.position == 0
    assert focused() is view_of(window).answer.field
    type_answer(qtbot, "a-y")
    told = view_of(window).told_label
    assert told.isVisible()
    assert ("forgot the 2" in told.text()) == (language == "en")
    assert stepper.position == 0
    qtbot.keyClick(focused(), KEY.Key_H, Qt.KeyboardModifier.ControlModifier)
    assert card.predict.predictions.hints == 1
    focused().clear()  # type: ignore[attr-defined]
    type_answer(qtbot, "2*(a-y)")
    assert stepper.position == 1
    assert focused() is card.transport.next_button
    assert card.predict.verdict_bar.told_label.isVisible()
    press(qtbot, KEY.Key_Right)
    type_answer(qtbot, "a(1-a)")
    assert stepper.position == 2
    press(qtbot, KEY.Key_Right)
    qtbot.keyClick(focused(), KEY.Key_Return, Qt.KeyboardModifier.ControlModifier)
    press(qtbot, KEY.Key_Escape)
    assert not card.predict.is_open
    press(qtbot, KEY.Key_P, KEY.Key_Right)
    assert stepper.position == 3


@LANGUAGES
def test_a_chain_is_predicted_by_mouse_alone(
    window: MainWindow, settings_in_use: Settings, qtbot: QtBot, language: str
) -> None:
    settings_in_use.set_language(language)
    load(window, "scalar_chain")
    stepper, card = window.workbench.stepper, window.workspaces.step.card
    click(qtbot, card.predict.switch)
    click(qtbot, card.transport.next_button)
    view, buttons = view_of(window), card.predict.buttons
    click(qtbot, view.answer.keypad_button)
    keypad = view.answer.keypad
    for key in ("2", "×", "("):
        click(qtbot, keypad.button(key))
    a, y = view.quantities.buttons
    click(qtbot, a)
    click(qtbot, keypad.button("−"))
    click(qtbot, y)
    click(qtbot, keypad.button("."))
    click(qtbot, keypad.button("⌫"))
    click(qtbot, keypad.button(")"))
    assert view.answer.field.text() == "2×(a−y)"
    click(qtbot, view.answer.check_button)
    assert stepper.position == 1
    click(qtbot, card.transport.next_button)
    click(qtbot, buttons.hint_button)
    click(qtbot, buttons.hint_button)
    assert not buttons.hint_button.isEnabled()
    click(qtbot, buttons.skip_button)
    assert stepper.position == 2
    click(qtbot, card.transport.next_button)
    click(qtbot, buttons.close_button)
    assert stepper.position == 2
    click(qtbot, card.predict.switch)
    click(qtbot, card.transport.next_button)
    assert stepper.position == 3


def test_signs_are_answered_with_a_click(window: MainWindow, qtbot: QtBot) -> None:
    load(window, "scalar_chain")
    card = window.workspaces.step.card
    card.predict.predictions.set_on(True)
    click(qtbot, card.transport.next_button)
    card.predict.buttons.form_menu.action(Form.SIGN).trigger()
    negative, zero, positive = view_of(window).answer.sign_buttons
    click(qtbot, positive)
    assert window.workbench.stepper.position == 0
    assert view_of(window).told_label.isVisible()
    click(qtbot, negative)
    assert window.workbench.stepper.position == 1
    assert not zero.isVisible()


def test_unreadable_answers_are_marked_at_their_place(window: MainWindow, qtbot: QtBot) -> None:
    load(window, "scalar_chain")
    window.workspaces.step.predictions.set_on(True)
    window.workbench.stepper.next()
    field = view_of(window).answer.field
    for text, place in (("", 0), ("2*what", 2), ("inf", 0), ("1/0", 1), ("(" * 40, 30)):
        field.setText(text)
        press(qtbot, KEY.Key_Return)
        assert field.property("invalid")
        assert field.cursorPosition() == place
        assert view_of(window).told_label.text()
    field.setText("5")
    press(qtbot, KEY.Key_Return)
    assert not field.property("invalid")


def test_practice_goes_on_by_enter_and_ends_by_escape(window: MainWindow, qtbot: QtBot) -> None:
    card = window.workspaces.step.card
    project = window.workbench.document.project
    window.workspaces.step.predictions.set_on(True)
    click(qtbot, card.predict.verdict_bar.practice_button)
    predictions = card.predict.predictions
    for _ in range(3):
        question = predictions.question
        assert question is not None
        type_answer(qtbot, f"{question.right.value!r}")
        assert predictions.over
        press(qtbot, KEY.Key_Return)
        assert not predictions.over
        assert predictions.question is not question
    press(qtbot, KEY.Key_Escape)
    assert not card.predict.is_open
    assert window.workbench.document.project is project
    assert card.transport.next_button.hasFocus()


def every_text(window: MainWindow) -> str:
    """What the Step workspace says at present, in labels, buttons and descriptions."""
    step = window.workspaces.step
    texts = [step.strip.canvas.accessibleDescription(), step.diagram.canvas.accessibleDescription()]
    shown = step.strip.shown
    assert shown is not None
    texts += [str(line.arguments) for line in shown.head.lines]
    texts += [item.number for item in shown.items]
    page = step.study.page
    for panel in (page.curve, page.waterfall):
        texts += [panel.title, panel.canvas.accessibleDescription()]
    outline = step.diagram.outline.model()
    for row in range(outline.rowCount()):
        parent = outline.index(row, 0)
        for child in range(outline.rowCount(parent)):
            for column in (1, 2):
                texts.append(str(outline.index(child, column, parent).data()))
    return " | ".join(texts)


@pytest.mark.parametrize("name", ["scalar_chain", "first_look"])
@pytest.mark.parametrize("lens", list(Lens))
def test_what_is_asked_stands_nowhere_else(window: MainWindow, name: str, lens: Lens) -> None:
    load(window, name)
    stepper, predictions = window.workbench.stepper, window.workspaces.step.predictions
    stepper.choose_lens(lens)
    while stepper.waiting:
        QApplication.processEvents()
    predictions.set_on(True)
    from gradsim.viewmodels.step.numerals import numeral

    checked = 0
    while not stepper.at_end:
        stepper.next()
        while predictions.question is not None:
            question = predictions.question
            answer = numeral(question.right)
            given = {numeral(each.number) for each in question.visible}
            if answer not in given and len(answer) > 3:
                assert answer not in every_text(window), question.text
                checked += 1
            predictions.give_up()
    assert checked >= 5


def test_a_screen_reader_hears_what_was_said(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    load(window, "scalar_chain")
    window.workspaces.step.predictions.set_on(True)
    window.workbench.stepper.next()
    heard: list[str] = []

    def hear(event: object) -> None:
        if isinstance(event, QAccessibleAnnouncementEvent):
            heard.append(event.message())

    monkeypatch.setattr(QAccessible, "isActive", lambda: True)
    monkeypatch.setattr(QAccessible, "updateAccessibility", hear)
    type_answer(qtbot, "a-y")
    assert heard == [view_of(window).told_label.text()]


@LANGUAGES
@pytest.mark.parametrize("form", list(Form))
def test_every_control_of_a_question_has_a_name(
    window: MainWindow, settings_in_use: Settings, language: str, form: Form
) -> None:
    settings_in_use.set_language(language)
    window.workspaces.step.predictions.set_on(True)
    window.workspaces.step.predictions.choose_form(form)
    window.workbench.stepper.next()
    part = window.workspaces.step.card.predict
    for root in (part.view, part.buttons):
        for button in root.findChildren(QAbstractButton):
            if button.isVisible():
                assert button.accessibleName(), button
    assert part.view.answer.field.accessibleName()
    assert part.switch.accessibleName()


def test_words_follow_the_language_while_a_question_is_open(
    window: MainWindow, settings_in_use: Settings, qtbot: QtBot
) -> None:
    load(window, "scalar_chain")
    window.workspaces.step.predictions.set_on(True)
    window.workbench.stepper.next()
    type_answer(qtbot, "a-y")
    part = window.workspaces.step.card.predict
    parts = (
        part.view.about_label.text,
        part.view.told_label.text,
        part.buttons.hint_button.text,
        part.view.answer.check_button.text,
        part.switch.text,
        part.buttons.form_button.text,
    )
    english = [each() for each in parts]
    settings_in_use.set_language("ko")
    QApplication.processEvents()
    assert all(one != other() for one, other in zip(english, parts, strict=True))
    assert part.view.answer.field.text() == "a-y"


@LANGUAGES
@pytest.mark.parametrize("lens", list(Lens))
def test_a_question_fits_the_smallest_window(
    window: MainWindow, settings_in_use: Settings, language: str, lens: Lens
) -> None:
    settings_in_use.set_language(language)
    window.resize(1280, 720)
    stepper, predictions = window.workbench.stepper, window.workspaces.step.predictions
    stepper.choose_lens(lens)
    predictions.set_on(True)
    stepper.next()
    QApplication.processEvents()
    part, card = window.workspaces.step.card.predict, window.workspaces.step.card
    assert window.width() == 1280
    assert window.height() == 720
    for widget in (part.view.answer.field, part.view.answer.check_button,
                   part.buttons.hint_button, part.buttons.skip_button,
                   part.buttons.form_button, part.buttons.close_button):  # fmt: skip
        corner = widget.mapTo(card, widget.rect().bottomRight())
        assert card.rect().contains(corner)
        if isinstance(widget, QAbstractButton):
            assert widget.width() >= min(widget.sizeHint().width(), widget.maximumWidth())
    part.view.answer.keypad_button.setChecked(True)
    type_wrong = "7" if predictions.form is Form.VALUE else "+"
    predictions.check(type_wrong)
    QApplication.processEvents()
    for widget in part.view.answer.keypad.findChildren(QAbstractButton):
        assert widget.height() >= widget.minimumHeight()
        assert widget.visibleRegion().boundingRect().height() == widget.height()
    area = part.view.scroll_area
    assert area.horizontalScrollBar().maximum() == 0


def test_an_edit_in_the_builder_keeps_its_focus(window: MainWindow, qtbot: QtBot) -> None:
    bench = window.workbench
    window.workspaces.step.predictions.set_on(True)
    bench.stepper.next()
    table = window.builder.inspector
    first = next(each for each in table.findChildren(QAbstractButton) if each.isVisible())
    first.setFocus()
    bench.document.load(preset("mazur"))
    bench.simulation.compute_now()
    QApplication.processEvents()
    assert not view_of(window).answer.field.hasFocus()
    assert not window.workspaces.step.card.transport.next_button.hasFocus()


@pytest.mark.parametrize("page", ["paths", "nudge", "update"])
def test_no_page_gives_away_what_is_still_asked(window: MainWindow, page: str) -> None:
    load(window, "mazur")
    step, stepper = window.workspaces.step, window.workbench.stepper
    study = step.study
    study.open_page(page)
    step.predictions.set_on(True)
    assert study._stack.currentWidget() is study._refusal
    assert "Predict" in study._refusal.text()
    step.predictions.set_on(False)
    assert study._stack.currentWidget() is study.page
    stepper.last()
    step.predictions.set_on(True)
    assert study._stack.currentWidget() is study.page, "at the end nothing is left to ask"
