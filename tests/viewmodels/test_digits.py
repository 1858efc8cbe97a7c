"""Raised and lowered digits."""

from __future__ import annotations

import pytest

from gradsim.viewmodels.digits import plain_subscript, plain_superscript, subscript, superscript


@pytest.mark.parametrize("written", ["0123456789", "(−12+l)", "7000000"])
def test_what_is_raised_can_be_read_plainly_again(written: str) -> None:
    assert superscript(written) != written
    assert plain_superscript(superscript(written)) == written


@pytest.mark.parametrize("written", ["0123456789", "(−12+3)"])
def test_what_is_lowered_can_be_read_plainly_again(written: str) -> None:
    assert subscript(written) != written
    assert plain_subscript(subscript(written)) == written


def test_letters_and_raised_digits_stay_where_lowered_ones_become_plain() -> None:
    assert plain_subscript("δ₁₂⁽³⁾") == "δ12⁽³⁾"
