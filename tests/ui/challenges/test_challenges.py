"""Challenges in the window: by mouse alone, by keyboard alone, in both languages."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QMessageBox
from pytestqt.qtbot import QtBot

from gradsim.project import edits
from gradsim.project.challenges import CHALLENGES
from gradsim.project.presets import preset
from gradsim.ui.challenges.strip import ChallengeStrip
from gradsim.ui.main_window import MainWindow
from gradsim.viewmodels import words
from gradsim.viewmodels.challenges.progress import State
from gradsim.viewmodels.challenges.wording import sentence
from gradsim.viewmodels.messages import Message
from tests.ui.challenges.hand import KEY, LEFT, Hand
from tests.ui.test_accessibility import nameless

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
EDIT = Message.of("Edit", "an edit")


@pytest.fixture
def hand(window: MainWindow, qtbot: QtBot) -> Iterator[Hand]:
    made = Hand(window, qtbot)
    yield made
    train = window.workspaces.train
    if train is not None:
        train.session.pause()
        train.session.finish()


def _fade(hand: Hand) -> None:
    hand.click_layer(0)
    hand.pick(hand.form.activation.field, "sigmoid")
    hand.enter(hand.form.gain.field, "0.05")
    hand.apply_to_hidden()


def _explode(hand: Hand) -> None:
    hand.click_layer(0)
    hand.enter(hand.form.gain.field, "10")
    hand.apply_to_hidden()


def _cut(hand: Hand) -> None:
    hand.click_layer(3)
    hand.pick(hand.form.weights.field, "zeros")


def _tell_apart(hand: Hand) -> None:
    hand.click_layer(1)
    hand.type_weight(0, 0, "0.1")
    hand.type_weight(1, 1, "0.9")


def _kill(hand: Hand) -> None:
    hand.click_layer(0)
    hand.pick(hand.form.bias.field, "constant")
    hand.enter(hand.form.bias.options.row("value").field, "-3")
    hand.apply_to_hidden()


def _save(hand: Hand) -> None:
    hand.enter(hand.form.gain.field, "2")
    hand.apply_to_hidden()


def _orthogonal(hand: Hand) -> None:
    hand.click_layer(0)
    hand.pick(hand.form.weights.field, "orthogonal")
    hand.enter(hand.form.gain.field, "1.15")
    hand.apply_to_hidden()


def _selu(hand: Hand) -> None:
    hand.click_layer(0)
    hand.pick(hand.form.activation.field, "selu")
    hand.apply_to_hidden()


def _momentum(hand: Hand) -> None:
    form = hand.train.form
    hand.pick(form.choices["optimizer"].field, "momentum")
    hand.enter(form.numbers["rate"].field, "1")
    hand.run()


def _break(hand: Hand) -> None:
    hand.enter(hand.train.form.numbers["rate"].field, "2")
    hand.run()


def _clip(hand: Hand) -> None:
    assert hand.strip.train_button.text() == "Forget the run"
    hand.run()
    form = hand.train.form
    hand.pick(form.choices["clip"].field, "norm")
    hand.enter(form.numbers["clip_at"].field, "0.05")
    hand.run()


def _learn(hand: Hand) -> None:
    hand.click_layer(0)
    hand.pick(hand.form.activation.field, "relu")
    hand.pick(hand.form.weights.field, "he_normal")
    hand.apply_to_hidden()
    form = hand.train.form
    hand.pick(form.choices["optimizer"].field, "adam")
    hand.enter(form.numbers["rate"].field, "0.001")
    hand.run()


BY_HAND: dict[str, tuple[Callable[[Hand], None], ...]] = {
    "vanish": (_fade,), "explode": (_explode,), "cut_off": (_cut,), "symmetry": (_tell_apart,),
    "relu": (_kill, _save), "level_by_initialization": (_orthogonal,),
    "level_by_activation": (_selu,), "xor": (_momentum,), "clipping": (_break, _clip),
    "fifty_learn": (_learn,),
}  # fmt: skip


@pytest.mark.parametrize("name", CHALLENGES)
def test_each_challenge_is_solved_by_the_controls_of_the_window(hand: Hand, name: str) -> None:
    hand.begin(name)
    session, window = hand.workspace.session, hand.window
    assert session.active is CHALLENGES[name]
    assert window.workbench.document.project == CHALLENGES[name].start()
    shown = window.workspaces.currentWidget()
    assert shown is getattr(window.workspaces, CHALLENGES[name].workspace)
    assert not session.solved
    for part, act in enumerate(BY_HAND[name]):
        assert session.part == part
        act(hand)
        hand.measure()
    assert session.solved
    window.open_workspace("gradients")
    hand.qtbot.waitUntil(lambda: hand.strip.told.isVisible())
    assert hand.strip.told.text() == f"Solved. {sentence(CHALLENGES[name].reason)}"
    assert not hand.strip.hint_button.isVisible()


def test_by_mouse_alone(hand: Hand, qtbot: QtBot) -> None:
    window, session = hand.window, hand.workspace.session
    before = window.workbench.document.project
    hand.begin("vanish")
    strip = hand.strip
    assert strip.isVisible()
    assert strip.title.text() == "Let it fade"
    assert "‖∂C/∂W‖ of layer 1: 0.43 (log₁₀ = −0.37); wanted: below 10⁻⁸" in strip.readings.text()
    assert "‖∂C/∂W‖ of layer 6: 1.2 (log₁₀ = 0.07); wanted: above 10⁻², reached" in (
        strip.readings.text()
    )
    assert not strip.train_button.isVisible()
    hints = CHALLENGES["vanish"].stages[0].hints
    for number, hint in enumerate(hints, start=1):
        qtbot.mouseClick(strip.hint_button, LEFT)
        assert strip.told.text() == f"Hint {number}: {hint}"
    assert not strip.hint_button.isEnabled()
    qtbot.mouseClick(strip.leave_button, LEFT)
    assert not strip.isVisible()
    assert session.active is None
    assert window.workspaces.currentWidget() is hand.workspace
    assert hand.workspace.list.item(0).text() == "1. Let it fade – begun"
    assert window.workbench.document.project == CHALLENGES["vanish"].start(), "nothing is restored"
    qtbot.mouseClick(window.top_bar.undo_button, LEFT)
    assert window.workbench.document.project is before


def test_by_keyboard_alone(window: MainWindow, qtbot: QtBot) -> None:
    qtbot.keyClick(window, KEY.Key_5, CTRL)
    workspace = window.workspaces.challenges
    assert workspace is not None
    assert QApplication.focusWidget() is workspace.list
    for _ in range(7):
        qtbot.keyClick(workspace.list, KEY.Key_Down)
    assert workspace.detail.title_label.text() == "XOR in a hundred steps"
    qtbot.keyClick(workspace.list, KEY.Key_Return)
    session, train = workspace.session, window.workspaces.train
    assert session.active is CHALLENGES["xor"]
    assert train is not None
    qtbot.keyClick(window, KEY.Key_H, CTRL | SHIFT)
    assert len(session.hints) == 1
    qtbot.keyClick(window, KEY.Key_T, CTRL | SHIFT)
    train.session.finish()
    assert train.session.steps == 100
    assert not session.solved
    qtbot.keyClick(window, KEY.Key_T, CTRL | SHIFT)
    assert train.session.moment is None
    qtbot.keyClick(window, KEY.Key_L, CTRL | SHIFT)
    assert session.active is None
    assert QApplication.focusWidget() is workspace.list
    assert workspace.list.name == "xor"
    qtbot.keyClick(window, KEY.Key_H, CTRL | SHIFT)
    assert session.hints == (), "the keys of a challenge rest without one"


def test_a_broken_rule_is_named_in_the_strip(hand: Hand) -> None:
    hand.begin("vanish")
    hand.window.builder.add.click()
    hand.measure()
    assert hand.strip.broken.isVisible()
    assert hand.strip.broken.text() == (
        "Against the rules: No layer is added, deleted, replaced or moved, and the units stay."
    )
    hand.window.actions_.undo.trigger()
    hand.measure()
    assert not hand.strip.broken.isVisible()


def test_unsaved_changes_are_asked_about_before_a_start(hand: Hand, qtbot: QtBot) -> None:
    window = hand.window
    document = window.workbench.document
    document.edit(EDIT, preset("mazur"))
    qtbot.mouseClick(hand.workspace.detail.start_button, LEFT)
    question = window.files.question
    assert question is not None
    assert document.project == preset("mazur")
    question.button(QMessageBox.StandardButton.Cancel).click()
    assert hand.workspace.session.active is None
    qtbot.mouseClick(hand.workspace.detail.start_button, LEFT)
    assert window.files.question is not None
    window.files.question.button(QMessageBox.StandardButton.Discard).click()
    assert hand.workspace.session.active is CHALLENGES["vanish"]
    document.undo_stack.undo()
    assert document.project == preset("mazur"), "even then nothing is lost"


def test_the_next_challenge_begins_without_a_question(hand: Hand) -> None:
    hand.begin("vanish")
    _fade(hand)
    hand.measure()
    hand.strip.leave_button.click()
    hand.begin("explode")
    assert hand.window.files.question is None
    assert hand.workspace.session.active is CHALLENGES["explode"]


def test_an_edit_after_leaving_is_asked_about_before_the_next_challenge(hand: Hand) -> None:
    hand.begin("vanish")
    hand.strip.leave_button.click()
    document = hand.window.workbench.document
    document.edit(EDIT, edits.new_draw(document.project))
    own = document.project
    hand.begin("explode")
    assert hand.window.files.question is not None
    assert document.project is own
    hand.window.files.question.button(QMessageBox.StandardButton.Cancel).click()


def test_undo_beyond_the_start_is_told(hand: Hand) -> None:
    hand.begin("vanish")
    hand.window.actions_.undo.trigger()
    hand.measure()
    assert hand.strip.readings.text().startswith("Another network than the challenge's is open")
    assert not hand.strip.broken.isVisible()
    hand.window.actions_.redo.trigger()
    hand.measure()
    assert hand.strip.readings.text().startswith("Over all samples")


def test_the_reason_is_told_only_once_it_is_solved(hand: Hand) -> None:
    reason = sentence(CHALLENGES["cut_off"].reason)
    hand.begin("cut_off")
    hand.window.open_workspace("challenges")
    assert reason not in hand.workspace.detail.paragraphs
    _cut(hand)
    hand.measure()
    assert reason in hand.workspace.detail.paragraphs
    assert hand.workspace.list_panel.note_label.text() == "1 of 10 solved"
    assert hand.workspace.session.state("cut_off") is State.solved


def test_parts_are_counted_and_hints_are_those_of_the_part(hand: Hand) -> None:
    hand.begin("relu")
    assert hand.strip.title.text() == "Kill ReLU, then save it, part 1 of 2"
    _kill(hand)
    hand.measure()
    assert hand.strip.title.text() == "Kill ReLU, then save it, part 2 of 2"
    assert hand.strip.task.text().startswith("Now save it")
    assert "exactly 0; wanted: above 10⁻²" in hand.strip.readings.text()
    assert hand.strip.hint_button.text() == "Hint (2 left)"


@pytest.mark.parametrize("name", ["symmetry", "level_by_activation"])
@pytest.mark.parametrize("language", ["en", "ko"])
def test_step_is_not_cut_off_in_a_low_window(
    hand: Hand, qtbot: QtBot, name: str, language: str
) -> None:
    window = hand.window
    window.workbench.settings.set_language(language)  # type: ignore[arg-type]
    window.resize(1280, 720)
    hand.begin(name)
    qtbot.mouseClick(hand.strip.hint_button, LEFT)
    window.open_workspace("step")
    window.finish_drawing()
    step, strip = window.workspaces.step, hand.strip

    def inside() -> bool:
        button = step.card.transport.next_button
        return step.height() >= button.mapTo(step, QPoint(0, button.height())).y()

    qtbot.waitUntil(lambda: step.height() >= step.minimumSizeHint().height())
    assert inside()
    assert strip.isVisible() == (name == "symmetry"), "fifty layers leave no room for it"
    if strip.isVisible():
        assert strip.brief.text() == strip.told.text()
    window.open_workspace("gradients")
    qtbot.waitUntil(strip.readings.isVisible)
    window.resize(1280, 820)
    qtbot.waitUntil(strip.task.isVisible)


def shown_words(strip: ChallengeStrip) -> list[str]:
    labels = (strip.title, strip.task, strip.readings, strip.told)
    buttons = (strip.hint_button, strip.leave_button)
    return [each.text() for each in (*labels, *buttons) if each.isVisible()]


def test_both_languages(hand: Hand, either_language: str) -> None:
    hand.begin("clipping")
    hand.strip.hint_button.click()
    assert nameless(hand.strip) == []
    said = shown_words(hand.strip)
    assert len(said) == 6
    korean = [any("가" <= letter <= "힣" for letter in each) for each in said]
    assert korean == [either_language == "ko"] * len(said)
    hand.window.open_workspace("challenges")
    assert nameless(hand.workspace) == []
    titles = {hand.workspace.list.item(row).text() for row in range(10)}
    assert len(titles) == 10
    assert ("도전" in hand.window.top_bar.tabs.tabText(4)) == (either_language == "ko")


def test_another_language_reaches_what_is_shown(hand: Hand, qtbot: QtBot) -> None:
    from gradsim.ui.translation import Translation

    hand.begin("vanish")
    translation = Translation(hand.window.workbench.settings)
    try:
        hand.window.workbench.settings.set_language("ko")
        wanted = words.translated("Challenge", "Let it fade")
        assert wanted != "Let it fade"
        qtbot.waitUntil(lambda: hand.strip.title.text() == wanted)
        qtbot.waitUntil(lambda: hand.workspace.detail.title_label.text() == wanted)
        assert hand.workspace.list.item(0).text().startswith(f"1. {wanted}")
        qtbot.waitUntil(lambda: hand.window.windowTitle().startswith(wanted))
    finally:
        hand.window.workbench.settings.set_language("en")
        translation.remove()


def test_nothing_of_a_challenge_is_made_before_the_workspace_is_opened(window: MainWindow) -> None:
    assert window.workspaces.challenges is None
    assert window.challenge.strip is None
    assert window.findChild(ChallengeStrip) is None
