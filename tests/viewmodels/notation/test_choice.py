"""The chosen notation is in use at once and after the next start."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QSettings

from gradsim.viewmodels.notation import USUAL, Notation, current, use
from gradsim.viewmodels.notation.choice import CHOICES, NotationChoice
from gradsim.viewmodels.settings import Settings


@pytest.fixture
def store(tmp_path: Path) -> str:
    """The file of the settings."""
    return str(tmp_path / "settings.ini")


def settings_in(store: str) -> Settings:
    return Settings(QSettings(store, QSettings.Format.IniFormat))


def test_the_first_start_is_usual(store: str) -> None:
    assert NotationChoice(settings_in(store)).notation == USUAL


@pytest.mark.parametrize("field", sorted(CHOICES))
def test_every_choice_is_remembered_by_the_next_start(field: str, store: str) -> None:
    other = next(word for word in CHOICES[field] if CHOICES[field][word] != getattr(USUAL, field))
    NotationChoice(settings_in(store)).choose(field, other)
    use(USUAL)
    again = NotationChoice(settings_in(store))
    assert getattr(again.notation, field) == CHOICES[field][other]
    assert again.value(field) == other
    again.back_to_usual()
    assert current() == USUAL
    assert NotationChoice(settings_in(store)).notation == USUAL


def test_only_a_change_is_told(store: str) -> None:
    choice = NotationChoice(settings_in(store))
    told: list[Notation] = []
    choice.changed.connect(lambda: told.append(current()))
    choice.choose("cost_letter", "C")
    choice.choose("cost_letter", "L")
    choice.choose("cost_letter", "L")
    assert told == [Notation(cost_letter="L")]


def test_damaged_entries_fall_back(store: str) -> None:
    settings = settings_in(store)
    settings.set_text("notation/cost_letter", "Ω")
    settings.set_text("notation/first_index", "-7")
    settings.set_text("notation/layer_style", "brackets")
    assert NotationChoice(settings).notation == Notation(layer_style="brackets")
