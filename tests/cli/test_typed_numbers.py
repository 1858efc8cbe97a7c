"""Claims about numbers as they are typed: which are read, and that all others are refused."""

from __future__ import annotations

import argparse

import pytest

from gradsim.cli import main
from gradsim.cli.typed_numbers import finite_number, sample_number, whole_between


@pytest.mark.parametrize("text", ["inf", "-inf", "nan", "1e999", "", "one", "1,5", "0x10"])
def test_what_is_no_finite_number_is_refused_by_its_own_text(text: str) -> None:
    with pytest.raises(argparse.ArgumentTypeError, match="is not a number") as refusal:
        finite_number(text)
    assert repr(text) in str(refusal.value)


@pytest.mark.parametrize("text", ["0", "11", "-3", "1.0", "1e1", "³", "99999999999999999999", ""])
def test_what_is_no_whole_number_between_is_refused(text: str) -> None:
    with pytest.raises(argparse.ArgumentTypeError, match="is not a whole number from 1 to 10"):
        whole_between(1, 10)(text)


def test_numbers_may_stand_apart_from_their_commas() -> None:
    assert whole_between(1, 10)(" 10 ") == 10
    assert finite_number(" -2.5e-3 ") == -0.0025
    assert sample_number(" -4 ") == -4


def test_a_range_wider_than_any_number_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as left:
        main(["sweep", "preset:fifty_layers", "--gains=-1e308:1e308:3", "--out", "nowhere"])
    assert left.value.code == 2
    assert "'-1e308:1e308:3' reaches beyond" in capsys.readouterr().err
