"""The window: workspaces by key and click, languages, closing, dropping, and what it remembers."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QMimeData, QPointF, QSize, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QMessageBox, QSplitter, QWidget
from pytestqt.qtbot import QtBot

from gradsim.project.file import write_project
from gradsim.project.presets import preset
from gradsim.ui.main_window import MainWindow, size_within
from gradsim.ui.title_dialog import TitleDialog
from gradsim.ui.workbench import Workbench
from gradsim.viewmodels import words
from gradsim.viewmodels.messages import Message
from tests.ui.dressing import undressed

NAME = Message("Undo", "Change the seed")


def edit_seed(workbench: Workbench, seed: int = 99) -> None:
    """One undoable edit."""
    project = workbench.document.project
    workbench.document.edit(NAME, replace(project, seed=seed))


def press(question: QMessageBox, which: QMessageBox.StandardButton, qtbot: QtBot) -> None:
    """Click a button of a message box."""
    qtbot.mouseClick(question.button(which), Qt.MouseButton.LeftButton)


def test_the_workspaces_open_by_key_tab_and_command(window: MainWindow, qtbot: QtBot) -> None:
    tabs = window.top_bar.tabs
    assert window.actions_.step.isChecked()
    qtbot.keyClick(window, Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    assert tabs.currentIndex() == 1
    assert window.actions_.gradients.isChecked()
    tabs.setFocus()
    qtbot.keyClick(tabs, Qt.Key.Key_Left)
    assert window.actions_.step.isChecked()
    qtbot.mouseClick(tabs, Qt.MouseButton.LeftButton, pos=tabs.tabRect(1).center())
    assert window.actions_.gradients.isChecked()
    window.open_workspace("step")
    assert tabs.currentIndex() == 0


def test_undo_says_what_it_takes_back(window: MainWindow, qtbot: QtBot) -> None:
    bench, button = window.workbench, window.top_bar.undo_button
    assert not button.isEnabled()
    edit_seed(bench)
    assert "Change the seed" in button.toolTip()
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert bench.document.project.seed == 50
    qtbot.keyClick(window, Qt.Key.Key_Y, Qt.KeyboardModifier.ControlModifier)
    assert bench.document.project.seed == 99


def test_the_title_marks_unsaved_changes(window: MainWindow) -> None:
    assert window.windowTitle().startswith("First look")
    assert not window.isWindowModified()
    edit_seed(window.workbench)
    assert window.isWindowModified()
    window.workbench.document.undo_stack.undo()
    assert not window.isWindowModified()


def test_closing_asks_about_unsaved_changes_and_can_be_called_off(
    window: MainWindow, qtbot: QtBot
) -> None:
    edit_seed(window.workbench)
    assert not window.close()
    question = window.files.question
    assert question is not None
    press(question, QMessageBox.StandardButton.Cancel, qtbot)
    assert window.isVisible()
    assert window.workbench.document.modified


def test_discarding_closes(window: MainWindow, qtbot: QtBot) -> None:
    edit_seed(window.workbench)
    window.close()
    question = window.files.question
    assert question is not None
    press(question, QMessageBox.StandardButton.Discard, qtbot)
    assert not window.isVisible()


def test_the_escape_key_keeps_the_window_open(window: MainWindow, qtbot: QtBot) -> None:
    edit_seed(window.workbench)
    window.close()
    question = window.files.question
    assert question is not None
    qtbot.keyClick(question, Qt.Key.Key_Escape)
    assert window.isVisible()


def drop(window: MainWindow, path: Path) -> None:
    """Drop a file on the window."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    action = Qt.DropAction.CopyAction
    enter = QDragEnterEvent(window.rect().center(), action, data, buttons, keys)
    window.dragEnterEvent(enter)
    assert enter.isAccepted()
    window.dropEvent(QDropEvent(QPointF(window.rect().center()), action, data, buttons, keys))


def test_a_dropped_project_is_opened(window: MainWindow, tmp_path: Path) -> None:
    path = tmp_path / "mazur.gradsim"
    write_project(preset("mazur"), path)
    drop(window, path)
    assert window.workbench.document.project == preset("mazur")
    assert window.workbench.document.path == path
    assert "mazur.gradsim" in window.windowTitle()


@pytest.mark.parametrize("part", ["layers", "inspector", "data", "canvas", "bar"])
def test_a_project_may_be_dropped_on_any_part(
    window: MainWindow, tmp_path: Path, part: str
) -> None:
    path = tmp_path / "mazur.gradsim"
    write_project(preset("mazur"), path)
    builder = window.builder
    target: QWidget = {
        "layers": builder.layers.viewport(),
        "inspector": builder.inspector.units.field,
        "data": builder.data.data.field,
        "canvas": window.workspaces.step.diagram.canvas,
        "bar": window.top_bar,
    }[part]
    place = target.mapTo(window, target.rect().center())
    handle = window.windowHandle()
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    action = Qt.DropAction.CopyAction
    QApplication.sendEvent(handle, QDragEnterEvent(place, action, data, buttons, keys))
    QApplication.sendEvent(handle, QDragMoveEvent(place, action, data, buttons, keys))
    QApplication.sendEvent(handle, QDropEvent(QPointF(place), action, data, buttons, keys))
    assert window.workbench.document.project == preset("mazur")


def test_a_dropped_picture_is_refused_in_words_and_changes_nothing(
    window: MainWindow, tmp_path: Path
) -> None:
    path = tmp_path / "picture.png"
    path.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)))
    before = window.workbench.document.project
    drop(window, path)
    assert window.workbench.document.project is before
    assert "picture.png" in window.notice.text
    assert window.notice.isVisible()


def test_a_change_of_language_reaches_every_word_of_the_shell(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, qapp: QApplication
) -> None:
    from PySide6.QtCore import QCoreApplication, QEvent, QTranslator

    class Shout(QTranslator):
        """A language in which every text is in angle brackets."""

        def translate(
            self, context: str, source: str, disambiguation: str | None = None, n: int = -1
        ) -> str:
            return f"⟨{source}⟩"

        def isEmpty(self) -> bool:
            return False

    shout = Shout()
    QCoreApplication.installTranslator(shout)
    try:
        qapp.sendEvent(window, QEvent(QEvent.Type.LanguageChange))
        shell = (window.top_bar, window.status)
        missed = [
            button.text()
            for part in shell
            for button in part.findChildren(QAbstractButton)
            if button.text() and "⟨" not in button.text()
        ]
        assert missed == ["EN", "한국어"]
        assert "⟨" in window.windowTitle()
        assert all("⟨" in window.top_bar.tabs.tabText(index) for index in (0, 1))
    finally:
        QCoreApplication.removeTranslator(shout)


def test_every_control_of_the_shell_has_a_name(window: MainWindow) -> None:
    nameless = [
        widget
        for part in (window.top_bar, window.notice, window.status)
        for widget in part.findChildren(QWidget)
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and not widget.accessibleName()
        and not widget.parentWidget().accessibleName()
    ]
    assert nameless == []


def test_tab_reaches_every_control_of_the_top_bar(window: MainWindow, qtbot: QtBot) -> None:
    edit_seed(window.workbench)
    window.workbench.document.undo_stack.undo()
    edit_seed(window.workbench)
    bar = window.top_bar
    wanted = {bar.menu_button, bar.tabs, bar.presets_button, bar.undo_button, bar.theme_button}
    reached: set[QWidget] = set()
    bar.menu_button.setFocus()
    for _ in range(20):
        focused = QApplication.focusWidget()
        reached.add(focused)
        qtbot.keyClick(focused, Qt.Key.Key_Tab)
    assert wanted <= reached


def test_the_size_is_remembered_and_reset(
    window: MainWindow, workbench: Workbench, qtbot: QtBot
) -> None:
    window.resize(1300, 760)
    window.close()
    with undressed():
        again = MainWindow(workbench)
    qtbot.addWidget(again)
    assert again.height() == 760  # Qt holds the width within this narrow screen
    again.actions_.reset_layout.trigger()
    assert again.size() == size_within(again.screen().availableGeometry().size())


def test_reset_layout_gives_every_splitter_its_first_sizes(window: MainWindow) -> None:

    def reset() -> None:
        window.actions_.reset_layout.trigger()
        window.resize(1440, 900)  # the screen of the tests is a small one
        QApplication.processEvents()

    reset()
    splitters = [each for each in window.findChildren(QSplitter) if each.count() > 1]
    first = [each.sizes() for each in splitters]
    for each in splitters:
        each.moveSplitter(each.sizes()[0] + 60, 1)
    assert all(each.sizes() != before for each, before in zip(splitters, first, strict=True))
    reset()
    for each, before in zip(splitters, first, strict=True):
        assert each.sizes() == pytest.approx(before, abs=3)


def test_it_fits_a_small_screen_and_the_bars_do_not_overlap(window: MainWindow) -> None:
    window.resize(1280, 720)
    assert (window.width(), window.height()) == (1280, 720)
    children = [child for child in window.top_bar.children() if isinstance(child, QWidget)]
    for left, right in pairwise(children):
        assert not left.geometry().intersects(right.geometry()), (left, right)


def test_undo_redo_and_save_work_from_the_window_of_weights(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    document = window.workbench.document
    window.files.adopt(tmp_path / "a.gradsim")
    window.builder.show_parameters()
    dialog = window.builder.parameters
    assert dialog is not None
    with qtbot.waitActive(dialog):
        dialog.activateWindow()
    before = document.project
    dialog.weights_model.paste(0, 0, "0.25")
    pasted = document.project
    assert pasted != before
    control = Qt.KeyboardModifier.ControlModifier
    qtbot.keyClick(dialog.weights, Qt.Key.Key_Z, control)
    assert document.project == before
    qtbot.keyClick(dialog.weights, Qt.Key.Key_Y, control)
    assert document.project == pasted
    qtbot.keyClick(dialog.weights, Qt.Key.Key_S, control)
    assert not document.modified
    assert (tmp_path / "a.gradsim").exists()
    dialog.close()


@pytest.mark.parametrize(
    ("screen", "size"),
    [
        ((2560, 1440), (1440, 900)),
        ((1440, 900), (1436, 860)),
        ((1366, 728), (1362, 688)),
        ((800, 600), (1220, 640)),
    ],
)
def test_the_first_size_leaves_room_for_the_frame_on_the_screen(
    screen: tuple[int, int], size: tuple[int, int]
) -> None:
    assert size_within(QSize(*screen)) == QSize(*size)


def test_a_new_window_opens_within_its_screen(workbench: Workbench) -> None:
    with undressed():
        opened = MainWindow(workbench)
    assert opened.size() == size_within(opened.screen().availableGeometry().size())
    opened.close_for_good()
    opened.deleteLater()


def rename(window: MainWindow, qtbot: QtBot, title: str) -> TitleDialog:
    """Type another title into the dialog, by key."""
    window.actions_.rename.trigger()
    dialog = window.findChild(TitleDialog)
    assert isinstance(dialog, TitleDialog)
    qtbot.waitUntil(dialog.isVisible)
    dialog.field.selectAll()
    qtbot.keyClicks(dialog.field, title)
    qtbot.keyClick(dialog.field, Qt.Key.Key_Return)
    return dialog


def test_the_title_is_changed_in_one_undo_step(window: MainWindow, qtbot: QtBot) -> None:
    document = window.workbench.document
    rename(window, qtbot, "My network")
    assert document.project.title == "My network"
    assert window.windowTitle().startswith("My network")
    assert document.undo_stack.count() == 1
    document.undo_stack.undo()
    assert document.project.title == "First look"


def test_a_title_left_as_it_is_changes_nothing_in_any_language(
    window: MainWindow, qtbot: QtBot
) -> None:
    window.workbench.settings.set_language("ko")
    window.actions_.rename.trigger()
    dialog = window.findChild(TitleDialog)
    assert isinstance(dialog, TitleDialog)
    assert dialog.field.text() == words.project_title("First look")
    qtbot.keyClick(dialog.field, Qt.Key.Key_Return)
    assert window.workbench.document.project.title == "First look"
    assert not window.workbench.document.modified


def test_a_saved_project_shows_its_title_beside_its_file(
    window: MainWindow, tmp_path: Path
) -> None:
    window.files.adopt(tmp_path / "a.gradsim")
    assert window.windowTitle().startswith("a.gradsim (First look)")
    window.files.adopt(tmp_path / "First look.gradsim")
    assert window.windowTitle().startswith("First look.gradsim[*]")
