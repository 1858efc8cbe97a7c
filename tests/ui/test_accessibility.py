"""Every control has a name and can be reached by keyboard, in both workspaces."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton, QApplication, QScrollArea, QSplitter, QWidget
from pytestqt.qtbot import QtBot

from gradsim.project.presets import preset
from gradsim.ui.main_window import MainWindow
from gradsim.ui.translation import Translation
from gradsim.viewmodels.messages import Message
from gradsim.viewmodels.settings import Settings

WORKSPACES = pytest.mark.parametrize("workspace", ["step", "gradients", "compare", "challenges"])


LANGUAGES = pytest.mark.parametrize("language", ["en", "ko"])
DIALOGS = ("new", "check", "keys", "verdict_rules", "conventions", "about", "weights", "unsaved")


@pytest.fixture
def translated(window: MainWindow) -> Iterator[Settings]:
    """The language follows the settings, as in the program."""
    translation = Translation(window.workbench.settings)
    yield window.workbench.settings
    translation.remove()


def opened(window: MainWindow, name: str) -> QWidget:
    """One of the windows besides the main one."""
    before = set(QApplication.topLevelWidgets())
    if name == "weights":
        window.builder.inspector.exact.click()
    elif name == "check":
        window.status.details_wanted.emit()
    elif name == "unsaved":
        document = window.workbench.document
        document.edit(Message("Undo", "Change"), preset("mazur"))
        window.files.open_preset("first_look")
    else:
        getattr(window.actions_, name).trigger()
    (shown,) = (
        each
        for each in QApplication.topLevelWidgets()
        if each not in before and each.isVisible() and isinstance(each, QWidget)
    )
    return shown


def controls(window: QWidget) -> Iterator[QWidget]:
    """What takes the focus and is shown, without the inner parts of composed controls."""
    for widget in window.findChildren(QWidget):
        takes_focus = widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        plain = not isinstance(widget, QScrollArea | QSplitter)
        if takes_focus and plain and widget.isVisible() and widget.focusProxy() is None:
            yield widget


def spoken(widget: QWidget) -> str:
    """What a screen reader says of it."""
    interface = QAccessible.queryAccessibleInterface(widget)
    return interface.text(QAccessible.Text.Name) if interface is not None else ""


def nameless(window: QWidget) -> list[str]:
    return [
        f"{type(widget).__name__} in {type(widget.parentWidget()).__name__}"
        for widget in controls(window)
        if not spoken(widget).strip()
    ]


@LANGUAGES
@WORKSPACES
def test_every_control_has_a_name_in_both_languages(
    window: MainWindow, translated: Settings, workspace: str, language: str
) -> None:
    window.open_workspace(workspace)
    translated.set_language(language)
    assert len(list(controls(window))) > 15
    assert nameless(window) == []


@LANGUAGES
@pytest.mark.parametrize("name", DIALOGS)
def test_every_control_of_a_dialog_has_a_name(
    window: MainWindow, translated: Settings, name: str, language: str
) -> None:
    translated.set_language(language)
    dialog = opened(window, name)
    assert list(controls(dialog)) != []
    assert nameless(dialog) == []
    assert dialog.windowTitle()
    dialog.close()


@WORKSPACES
def test_no_two_buttons_of_one_part_share_a_name(window: MainWindow, workspace: str) -> None:
    window.open_workspace(workspace)
    names: dict[tuple[QWidget, str], int] = {}
    for widget in controls(window):
        if isinstance(widget, QAbstractButton):
            key = (widget.parentWidget(), spoken(widget))
            names[key] = names.get(key, 0) + 1
    assert [name for (_, name), count in names.items() if count > 1] == []


@WORKSPACES
def test_tab_reaches_every_control(window: MainWindow, workspace: str, qtbot: QtBot) -> None:
    window.open_workspace(workspace)
    # Of buttons that exclude each other Tab reaches the one that is on; a disabled one is skipped.
    wanted = {
        widget
        for widget in controls(window)
        if widget.isEnabled()
        and not (isinstance(widget, QAbstractButton) and widget.group() and not widget.isChecked())
    }
    reached: set[QWidget] = set()
    window.top_bar.menu_button.setFocus()
    for _ in range(3 * len(wanted)):
        focused = QApplication.focusWidget()
        assert focused is not None
        reached.add(focused)
        window.focusNextPrevChild(True)
    missed = [f"{type(widget).__name__}: {spoken(widget)}" for widget in wanted - reached]
    assert missed == []
