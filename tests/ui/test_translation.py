"""The catalogues: complete, up to date, with the placeholders of the English sentences."""

from __future__ import annotations

import re
import string
import sys
import xml.etree.ElementTree as ElementTree
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication, QDialogButtonBox, QFileDialog, QLabel, QTreeView
from pytestqt.qtbot import QtBot

from gradsim.ui.resources import resource
from gradsim.ui.translation import Translation
from gradsim.viewmodels.settings import Settings

Entry = tuple[str, str, str]
KOREAN = resource("translations", "gradsim_ko.ts")
# A particle after a placeholder depends on what fills it: 을/를, 이/가, 은/는, 와/과, (으)로.
PARTICLE = re.compile(r"\}(을|를|이|가|은|는|와|과|로|으로)(?![가-힣])")


def entries(catalogue: Path) -> Iterator[tuple[Entry, str, bool]]:
    """(context, source, comment), translation, and whether it is finished."""
    for context in ElementTree.parse(catalogue).getroot().iter("context"):
        for message in context.iter("message"):
            translation = message.find("translation")
            assert translation is not None
            forms = [form.text or "" for form in translation.iter("numerusform")]
            text = " ".join(forms) if forms else translation.text or ""
            key = (
                context.findtext("name") or "",
                message.findtext("source") or "",
                message.findtext("comment") or "",
            )
            yield key, text, translation.get("type") is None


def placeholders(template: str) -> set[str]:
    """Names in braces, and %n."""
    named = {name for _, name, _, _ in string.Formatter().parse(template) if name}
    return named | ({"%n"} if "%n" in template else set())


@pytest.fixture(scope="module")
def fresh(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A catalogue just extracted from the code."""
    sys.path.insert(0, str(resource("translations")))
    try:
        import update
    finally:
        sys.path.pop(0)
    catalogue = tmp_path_factory.mktemp("catalogue") / "gradsim_ko.ts"
    update.extract(catalogue)
    return catalogue


def test_the_catalogue_holds_exactly_the_strings_of_the_code(fresh: Path) -> None:
    wanted = {key for key, _, _ in entries(fresh)}
    held = {key for key, _, _ in entries(KOREAN)}
    assert wanted - held == set(), "run python resources/translations/update.py"
    assert held - wanted == set(), "run python resources/translations/update.py"


def test_every_string_has_a_context(fresh: Path) -> None:
    assert [key for key, _, _ in entries(fresh) if not key[0]] == []


def test_every_string_is_translated() -> None:
    unfinished = [key for key, text, finished in entries(KOREAN) if not (finished and text)]
    assert unfinished == []


def test_translations_have_the_placeholders_of_their_source() -> None:
    different = [
        (key[1], text)
        for key, text, _ in entries(KOREAN)
        if text and placeholders(key[1]) != placeholders(text)
    ]
    assert different == []


def test_no_particle_follows_a_placeholder() -> None:
    assert [text for _, text, _ in entries(KOREAN) if PARTICLE.search(text)] == []


def test_the_compiled_catalogue_is_as_new_as_its_source(
    qapp: QApplication, settings: Settings
) -> None:
    settings.set_language("ko")
    translation = Translation(settings)
    try:
        outdated = [
            key
            for key, text, finished in entries(KOREAN)
            if finished and "%n" not in key[1] and QCoreApplication.translate(*key) != text
        ]
    finally:
        translation.remove()
    assert outdated == []


def test_the_language_changes_while_the_program_runs(
    qapp: QApplication, settings: Settings, qtbot: QtBot
) -> None:
    translation = Translation(settings)
    box = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
    qtbot.addWidget(box)
    button = box.button(QDialogButtonBox.StandardButton.Cancel)
    assert "Cancel" in button.text()
    with qtbot.waitSignal(translation.changed):
        settings.set_language("ko")
    qtbot.waitUntil(lambda: "취소" in button.text())
    settings.set_language("en")
    qtbot.waitUntil(lambda: "Cancel" in button.text())
    translation.remove()


@pytest.fixture
def in_korean(qapp: QApplication, settings: Settings) -> Iterator[None]:
    settings.set_language("ko")
    translation = Translation(settings)
    yield
    translation.remove()


def test_a_file_dialog_has_no_english_word_in_korean(
    in_korean: None, qtbot: QtBot, tmp_path: Path
) -> None:
    (tmp_path / "안" / "하나").mkdir(parents=True)
    dialog = QFileDialog(None, "", str(tmp_path / "안"))
    qtbot.addWidget(dialog)
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    dialog.setViewMode(QFileDialog.ViewMode.Detail)
    dialog.show()
    rows = dialog.findChild(QTreeView)
    assert rows is not None
    qtbot.waitUntil(lambda: rows.model().rowCount(rows.rootIndex()) == 1)
    said = [label.text() for label in dialog.findChildren(QLabel)]
    said += [str(rows.model().index(0, column, rows.rootIndex()).data()) for column in range(3)]
    assert len(said) >= 5
    assert not [each for each in said if re.search("[A-Za-z]{2}", each)]


def test_no_formatted_string_is_given_to_the_translator() -> None:
    package = resource("..").resolve() / "gradsim"
    call = re.compile(r"\b(tr|translate|QT_TRANSLATE_NOOP)\(\s*(\"\w+\",\s*)?f[\"']")
    files = package.rglob("*.py")
    wrong = [str(path) for path in files if call.search(path.read_text(encoding="utf-8"))]
    assert wrong == []


def test_no_call_of_the_translator_stands_within_a_formatted_string() -> None:
    """There the extraction does not find it."""
    package = resource("..").resolve() / "gradsim"
    call = re.compile(r"\bf(\"[^\"\n]*|'[^'\n]*)\{[^}\n]*\btr\(")
    files = package.rglob("*.py")
    wrong = [str(path) for path in files if call.search(path.read_text(encoding="utf-8"))]
    assert wrong == []
