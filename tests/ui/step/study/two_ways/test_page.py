"""The page "Shortcut a − y" by mouse alone and by keyboard alone, in both languages."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from gradsim.project.presets import preset
from gradsim.ui.main_window import MainWindow
from gradsim.ui.step.study.two_ways.two_ways_page import TwoWaysPage
from gradsim.ui.translation import Translation
from gradsim.viewmodels.step.numerals import numeral
from gradsim.viewmodels.step.two_ways.lines import LAST, PRODUCT
from tests.ui.test_accessibility import nameless

LEFT = Qt.MouseButton.LeftButton
KEY = Qt.Key


@pytest.fixture
def page(window: MainWindow) -> TwoWaysPage:
    """The page, opened in the window on Mazur's network."""
    window.resize(1440, 900)
    study = window.workspaces.step.study
    study.open_page("two_ways")
    shown = study.page
    assert isinstance(shown, TwoWaysPage)
    load(shown, "mazur")
    return shown


@pytest.fixture
def korean(window: MainWindow) -> Iterator[None]:
    """The window in Korean."""
    translation = Translation(window.workbench.settings)
    window.workbench.settings.set_language("ko")
    QApplication.processEvents()
    yield
    translation.remove()


def load(page: TwoWaysPage, name: str) -> None:
    bench = page.tools.workbench
    bench.document.load(preset(name))
    bench.simulation.compute_now()
    bench.stepper.finish()
    page.refresh()


def numbers(page: TwoWaysPage, line: int) -> list[str]:
    return [term.number for term in page.canvas.lines[line].terms]


def struck(page: TwoWaysPage) -> list[tuple[int, int]]:
    """(line, term) of whatever is crossed out."""
    return [
        (row, at)
        for row, line in enumerate(page.canvas.lines)
        for at, term in enumerate(line.terms)
        if term.struck_over or term.struck_under
    ]


@pytest.mark.usefixtures("either_language")
def test_by_mouse_alone_the_slope_cancels_and_stays_in_the_squared_error(
    page: TwoWaysPage, qtbot: QtBot
) -> None:
    assert numbers(page, 0) == ["?", "?", "?"]
    for stage in range(1, LAST + 1):
        assert struck(page) == ([(0, 0), (0, 1)] if stage > PRODUCT else [])
        qtbot.mouseClick(page.next_button, LEFT)
        assert page.stage_label.text() == f"{stage} / {LAST}"
    assert not page.next_button.isEnabled()
    result = page.tools.workbench.stepper.result
    assert result is not None
    a = float(result.forward.layers[-1].activation[0, 0])
    y = float(result.forward.targets[0, 0])
    slope = a * (1 - a)
    assert numbers(page, 0) == [numeral((a - y) / slope), numeral(slope), numeral(a - y)]
    assert numbers(page, 1) == [numeral(a - y)]
    assert numbers(page, 2) == [numeral(a - y), numeral(slope), numeral((a - y) * slope)]
    assert struck(page) == [(0, 0), (0, 1)]
    qtbot.mouseClick(page.back_button, LEFT)
    assert numbers(page, 2)[-1] == "?"


@pytest.mark.usefixtures("either_language")
def test_by_keyboard_alone_the_stages_are_walked(page: TwoWaysPage, qtbot: QtBot) -> None:
    stepper = page.tools.workbench.stepper
    position = stepper.position
    page.canvas.setFocus()
    for stage in range(1, LAST + 1):
        qtbot.keyClick(page.canvas, KEY.Key_Right)
        assert page.stage_label.text() == f"{stage} / {LAST}"
    qtbot.keyClick(page.canvas, KEY.Key_Left)
    assert page.stage_label.text() == f"{LAST - 1} / {LAST}"
    qtbot.keyClick(page.canvas, KEY.Key_Home)
    assert page.stage_label.text() == f"0 / {LAST}"
    qtbot.keyClick(page.canvas, KEY.Key_End)
    assert page.stage_label.text() == f"{LAST} / {LAST}"
    # The walk of the network is another one.
    assert stepper.position == position


def test_the_buttons_by_keyboard_hand_the_focus_on_at_either_end(
    page: TwoWaysPage, qtbot: QtBot
) -> None:
    page.next_button.setFocus()
    for _ in range(LAST):
        qtbot.keyClick(page.next_button, KEY.Key_Space)
    assert page.back_button.hasFocus()
    for _ in range(LAST):
        qtbot.keyClick(page.back_button, KEY.Key_Space)
    assert page.next_button.hasFocus()
    assert page.stage_label.text() == f"0 / {LAST}"


def test_another_output_by_keyboard(page: TwoWaysPage, qtbot: QtBot) -> None:
    page.canvas.setFocus()
    qtbot.keyClick(page.canvas, KEY.Key_End)
    first = numbers(page, 0)
    page.unit_box.setFocus()
    qtbot.keyClick(page.unit_box, KEY.Key_Up)
    assert page.unit_box.value() == 2
    assert numbers(page, 0) != first
    result = page.tools.workbench.stepper.result
    assert result is not None
    delta = result.forward.layers[-1].activation[0, 1] - result.forward.targets[0, 1]
    assert numbers(page, 1) == [numeral(float(delta))]
    assert page.stage_label.text() == f"{LAST} / {LAST}"


def test_softmax_shows_its_jacobian_and_one_way_after_the_other(
    page: TwoWaysPage, qtbot: QtBot
) -> None:
    load(page, "digits_classifier")
    assert page.pair_switch.button("softmax").isChecked()
    assert not page.offer_label.isVisible()
    shown = []
    for _ in range(LAST):
        qtbot.mouseClick(page.next_button, LEFT)
        shown.append((len(page.canvas.lines), not page.grids.isHidden()))
    assert shown == [
        (1, False), (1, True), (1, True), (2, False), (3, False), (3, True), (3, True),
    ]  # fmt: skip
    assert not page.grids.grab().isNull()


def test_a_pair_is_chosen_used_and_undone(page: TwoWaysPage, qtbot: QtBot) -> None:
    bench = page.tools.workbench
    before = bench.document.project
    assert page.offer_label.isVisible()
    assert page.use_button.text() == "Use sigmoid with binary cross-entropy"
    sigmoid = page.pair_switch.button("sigmoid")
    sigmoid.setFocus()
    qtbot.keyClick(sigmoid, KEY.Key_Right)
    assert page.use_button.text() == "Use softmax with cross-entropy"
    qtbot.mouseClick(page.pair_switch.button("sigmoid"), LEFT)
    page.use_button.setFocus()
    qtbot.keyClick(page.use_button, KEY.Key_Space)
    bench.simulation.compute_now()
    assert bench.document.project.network.cost == "binary_cross_entropy"
    assert not page.offer_label.isVisible()
    assert bench.stepper.shortcut_possible
    bench.document.undo_stack.undo()
    bench.simulation.compute_now()
    assert bench.document.project == before
    assert page.offer_label.isVisible()


def test_a_target_that_comes_with_the_pair_is_told(page: TwoWaysPage, qtbot: QtBot) -> None:
    assert "target of its own" not in page.offer_label.text()
    load(page, "first_look")
    assert "it comes with a target of its own: y = 1." in page.offer_label.text()
    qtbot.mouseClick(page.use_button, LEFT)
    page.tools.workbench.simulation.compute_now()
    qtbot.mouseClick(page.next_button, LEFT)
    assert page.canvas.lines[0].detail.startswith("∂C/∂a = −1/")


def test_a_batch_is_refused_with_a_sentence_and_a_way_out(page: TwoWaysPage, qtbot: QtBot) -> None:
    bench = page.tools.workbench
    load(page, "digits_classifier")
    qtbot.mouseClick(page.next_button, LEFT)
    bench.scope.choose(None)
    bench.simulation.compute_now()
    assert not page.canvas.isVisible()
    assert "Choose a sample" in page.sentence_label.text()
    assert not page.next_button.isEnabled()
    assert page.sample_button.text() == "Look at sample 1"
    page.sample_button.setFocus()
    qtbot.keyClick(page.sample_button, KEY.Key_Space)
    bench.simulation.compute_now()
    assert bench.scope.sample == 1
    assert page.canvas.isVisible()
    assert page.next_button.isEnabled()


@pytest.mark.parametrize("name", ["mazur", "digits_classifier"])
def test_the_line_at_hand_is_in_sight_in_the_lowest_window(
    window: MainWindow, page: TwoWaysPage, qtbot: QtBot, name: str
) -> None:
    load(page, name)
    window.resize(1280, 720)
    qtbot.waitUntil(lambda: window.height() == 720)
    window.finish_drawing()
    inner, viewport = page.scroll_area.widget(), page.scroll_area.viewport()
    for _ in range(LAST):
        qtbot.mouseClick(page.next_button, LEFT)
        window.finish_drawing()
        bar, room = page.scroll_area.verticalScrollBar(), page.scroll_area.viewport().height()
        top = page.canvas.current_box.translated(0, page.canvas.y()).top()
        assert bar.value() <= top + 4 <= bar.value() + room
        qtbot.waitUntil(lambda: inner.width() <= viewport.width())


def test_screen_readers_hear_what_is_revealed_and_no_more(page: TwoWaysPage, qtbot: QtBot) -> None:
    qtbot.mouseClick(page.next_button, LEFT)
    told = page.canvas.accessibleDescription()
    assert told.startswith("Two factors:")
    assert numbers(page, 0)[0] in told
    assert "Shortcut:" not in told
    for _ in range(3):
        qtbot.mouseClick(page.next_button, LEFT)
    assert "Shortcut:" in page.canvas.accessibleDescription()


def test_screen_readers_hear_fractions_as_one_over_the_other(
    page: TwoWaysPage, qtbot: QtBot
) -> None:
    load(page, "digits_classifier")
    for _ in range(LAST):
        qtbot.mouseClick(page.next_button, LEFT)
    told = page.canvas.accessibleDescription()
    assert "Two factors: Σj (−yj)/aj × aj ([j=i]−ai) = ai−yi" in told
    assert "= ∂C/∂zi" in told
    assert "frac" not in told


def test_it_follows_the_notation(page: TwoWaysPage, qtbot: QtBot) -> None:
    bench = page.tools.workbench
    bench.notation.choose("cost_letter", "L")
    bench.notation.choose("first_index", "0")
    qtbot.mouseClick(page.next_button, LEFT)
    assert page.canvas.lines[0].detail.startswith("∂L/∂a₀ =")
    assert (page.unit_box.minimum(), page.unit_box.maximum()) == (0, 1)


@pytest.mark.usefixtures("korean")
def test_the_words_are_korean(page: TwoWaysPage, qtbot: QtBot) -> None:
    for _ in range(PRODUCT):
        qtbot.mouseClick(page.next_button, LEFT)
    told = page.canvas.accessibleDescription()
    assert told.startswith("두 인수:")
    assert page.next_button.text() == "다음 단계"
    page.canvas.setFocus()
    qtbot.keyClick(page.canvas, KEY.Key_End)
    assert page.stage_label.text() == f"{LAST} / {LAST}"
    assert numbers(page, 2)[-1] not in ("", "?")


@pytest.mark.parametrize("language", ["en", "ko"])
def test_every_control_has_a_name(
    window: MainWindow, page: TwoWaysPage, qtbot: QtBot, language: str
) -> None:
    translation = Translation(window.workbench.settings)
    window.workbench.settings.set_language(language)
    wanted = "Next stage" if language == "en" else "다음 단계"
    qtbot.waitUntil(lambda: page.next_button.text() == wanted)
    assert nameless(window.workspaces.step.study) == []
    translation.remove()
