"""Reading, measuring, cancelling and opening the entries of the gallery."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication

from gradsim.project.gallery import GALLERY, Entry, Finding, Number
from gradsim.project.model import Project
from gradsim.viewmodels import words
from gradsim.viewmodels.compare.papers.view import PapersView
from gradsim.viewmodels.compare.papers.wording import finding_text, value_text
from gradsim.viewmodels.document import Document
from gradsim.viewmodels.settings import Settings
from tests.viewmodels.gradients.desk import deep, wait_until


def small(entry: Entry, width: int = 8) -> Entry:
    """An entry whose set-ups are narrow and drawn twice."""
    setups = tuple(replace(setup, width=width, seeds=2) for setup in entry.setups)
    return replace(entry, setups=setups)


ENTRIES = {name: small(GALLERY[name]) for name in ("saxe_2013", "he_2015")}


@pytest.fixture
def store(tmp_path: Path) -> Settings:
    return Settings(QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat))


@pytest.fixture
def view(qapp: QApplication, store: Settings) -> Iterator[PapersView]:
    made = PapersView(Document(deep(3)), store, entries=ENTRIES)
    yield made
    made.shut_down()


def test_measuring_ends_in_a_finding_that_is_kept(view: PapersView) -> None:
    assert view.finding is None
    view.measure()
    assert view.running
    wait_until(lambda: view.finding is not None)
    assert not view.running
    finding = view.finding
    assert finding is not None
    assert finding.holds
    assert finding_text(finding).startswith("Holds here: orthogonal weights keep the norm")
    view.choose("he_2015")
    assert view.finding is None
    view.choose("saxe_2013")
    assert view.finding is finding


def test_progress_reaches_the_last_draw(view: PapersView) -> None:
    seen: list[tuple[int, int]] = []
    view.progress_changed.connect(lambda: seen.append((view.done, view.total)))
    view.measure()
    wait_until(lambda: view.finding is not None)
    assert (4, 4) in seen


def test_cancelling_leaves_no_finding(view: PapersView) -> None:
    view.measure()
    view.cancel()
    assert not view.running
    view.finish()
    assert view.finding is None


def test_another_entry_may_be_read_meanwhile(view: PapersView) -> None:
    view.measure()
    view.choose("he_2015")
    assert not view.running
    assert view.busy_elsewhere
    wait_until(lambda: view.finding_of("saxe_2013") is not None)
    assert not view.busy_elsewhere


def test_an_entry_that_cannot_be_measured_says_why(qapp: QApplication, store: Settings) -> None:
    entry = ENTRIES["saxe_2013"]
    made = deep(3, 4)

    def odd(width: int) -> Project:
        return replace(made, data=replace(made.data, name="digits"))

    setups = (replace(entry.setups[0], make=odd),)
    view = PapersView(Document(made), store, entries={"odd": replace(entry, setups=setups)})
    view.measure()
    wait_until(lambda: view.problem is not None)
    assert view.finding is None
    assert not view.running
    view.shut_down()


def test_a_setup_opens_as_one_undo_step_and_leaves_the_file_alone(
    qapp: QApplication, store: Settings, tmp_path: Path
) -> None:
    document = Document(deep(3))
    document.mark_saved(tmp_path / "mine.gradsim")
    before = document.project
    view = PapersView(document, store, entries=ENTRIES)
    view.open("gaussian")
    assert document.project == view.entry.setups[1].project()
    assert document.undo_stack.count() == 1
    assert document.path is None
    name = document.undo_name()
    assert name is not None
    assert words.text(name) == "Open “Saxe et al. 2013”"
    document.undo_stack.undo()
    assert document.project is before
    assert document.path == tmp_path / "mine.gradsim"
    view.shut_down()


def test_the_entry_read_is_remembered(view: PapersView, store: Settings) -> None:
    view.choose("he_2015")
    again = PapersView(Document(deep(3)), store, entries=ENTRIES)
    assert again.entry.name == "he_2015"
    again.shut_down()


def test_what_does_not_hold_says_why() -> None:
    finding = Finding(False, "orthogonal weights change the norm", ())
    assert finding_text(finding) == (
        "Does not hold here, because orthogonal weights change the norm."
    )


def test_numbers_are_written_with_their_sign_where_they_are_decades() -> None:
    assert value_text(Number("x", -0.2345, decades=True)) == "−0.2345"
    assert value_text(Number("x", 0.2345)) == "0.234"
    assert value_text(Number("x", 2.2e-16)) == "2.2·10⁻¹⁶"
