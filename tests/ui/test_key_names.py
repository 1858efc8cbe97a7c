"""Keys are written as the platform writes them, everywhere in the window."""

from __future__ import annotations

import itertools
import re
from types import SimpleNamespace

import pytest
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QWidget

from gradsim.ui import key_names
from gradsim.ui.compare.pages import PAGES
from gradsim.ui.help.pages import pages
from gradsim.ui.main_window import MainWindow

_SIGNS = {
    "Ctrl+": "⌘", "Alt+": "⌥", "Shift+": "⇧", "Return": "↩", "Backspace": "⌫", "Del": "⌦",
}  # fmt: skip
_NAMES = re.compile(r"\b(Ctrl|Alt|Option|Shift\+)")


@pytest.fixture
def mac(monkeypatch: pytest.MonkeyPatch) -> None:
    """Qt writes sequences as it does on a Mac, which it cannot be told elsewhere."""

    def native(sequence: QKeySequence) -> str:
        text = sequence.toString(QKeySequence.SequenceFormat.PortableText)
        for name, sign in _SIGNS.items():
            text = text.replace(name, sign)
        return text

    monkeypatch.setattr(key_names, "_native", native)
    monkeypatch.setattr(key_names, "sys", SimpleNamespace(platform="darwin"))


def test_on_windows_and_linux_keys_have_their_names() -> None:
    assert key_names.key_name("Ctrl+Return") == key_names.key_name("Ctrl+Enter") == "Ctrl+Enter"
    assert key_names.key_names("Alt+↑", "Shift+←") == "Alt+↑, Shift+←"
    assert key_names.alt_name() == "Alt"
    assert key_names.sequence_name(QKeySequence()) == ""


@pytest.mark.usefixtures("mac")
def test_on_a_mac_keys_have_their_signs() -> None:
    assert key_names.key_name("Ctrl+Return") == key_names.key_name("Ctrl+Enter") == "⌘↩"
    assert key_names.key_names("Alt+↑", "Shift+←", "Ctrl+,") == "⌥↑, ⇧←, ⌘,"
    assert key_names.alt_name() == "⌥"


@pytest.mark.usefixtures("mac", "either_language")
def test_on_a_mac_no_tip_in_the_window_names_a_key_that_it_lacks(window: MainWindow) -> None:
    actions = window.actions_
    for action in (actions.gradients, actions.compare, actions.train, actions.step):
        action.trigger()
    for page in PAGES:
        window.workspaces.open_compare(page.name)
    tips = [
        text
        for widget in window.findChildren(QWidget)
        for text in (widget.toolTip(), widget.accessibleDescription())
    ]
    tips += [window.top_bar.tabs.tabToolTip(index) for index in range(5)]
    named = {text for text in tips if _NAMES.search(text)}
    assert not named
    assert sum("⌘" in text or "⌥" in text for text in tips) > 25


@pytest.mark.usefixtures("mac", "either_language")
def test_on_a_mac_no_page_of_the_help_names_a_key_that_it_lacks() -> None:
    texts = [
        text
        for page in pages()
        for section in page.sections
        for text in (section.where, *itertools.chain(*section.rows))
    ]
    assert not [text for text in texts if _NAMES.search(text)]
    assert sum("⌘" in text or "⌥" in text for text in texts) > 25
