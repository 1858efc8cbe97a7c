"""Whatever a project is called, the name that is proposed for its file can be saved everywhere."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest

from gradsim.viewmodels.file_names import file_name, shortened
from gradsim.viewmodels.worksheet.exporting import Format, default_name, key_path

SUFFIX = ".gradsim"


def test_letters_of_any_language_stay_and_signs_become_dashes() -> None:
    assert file_name("기울기: 첫 수업 (1)", SUFFIX, "project") == "기울기- 첫 수업 (1).gradsim"
    assert file_name(" ./.. ", SUFFIX, "project") == "project.gradsim"
    assert file_name("a. . ", SUFFIX, "project") == "a.gradsim"


@pytest.mark.parametrize("letter", ["a", "가", "😀", "𝔸", "ß", "ΐ"])
def test_a_long_title_is_cut_to_what_the_disk_takes(tmp_path: Path, letter: str) -> None:
    names = [
        file_name(letter * 1_000, SUFFIX, "project"),
        *(default_name(letter * 1_000, form) for form in Format),
    ]
    for name in names:
        assert len(name.encode()) <= 255
        path = tmp_path / name
        path.touch()
        key_path(path).touch()


def test_it_is_cut_between_two_syllables_however_they_are_written() -> None:
    syllable = unicodedata.normalize("NFD", "각")
    assert len(syllable) == 3
    for most in range(3, 12):
        kept = shortened(syllable * 4, "", most)
        assert kept == syllable * (most // 3)
    assert shortened("가" * 100, "", 100) == "가" * 85
    assert file_name(syllable, SUFFIX, "project") == "각.gradsim"
    assert shortened("e\u0301e\u0301", "", 3) == "e\u0301"


@pytest.mark.parametrize("title", ["CON", "prn", "Aux", "nul.", " com1 ", "LPT9", "COM¹"])
def test_what_windows_takes_for_a_device_is_no_proposed_name(title: str) -> None:
    devices = {"con", "prn", "aux", "nul", "com1", "lpt9", "com¹"}
    names = [file_name(title, SUFFIX, "project"), *(default_name(title, form) for form in Format)]
    for name in names:
        assert name.partition(".")[0].casefold() not in devices
    assert file_name("CON", SUFFIX, "project") == "CON_.gradsim"
    assert file_name("CONVEX", SUFFIX, "project") == "CONVEX.gradsim"


def test_an_answer_key_beside_the_longest_name_has_room(tmp_path: Path) -> None:
    path = tmp_path / ("x" * 250 + ".html")
    first = key_path(path)
    first.touch()
    second = key_path(path)
    assert first != second
    second.touch()
    assert {len(each.name) for each in (first, second)} == {255}
