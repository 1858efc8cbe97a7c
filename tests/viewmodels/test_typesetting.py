"""TeX set by ziamath, and how what it cannot set is refused."""

from __future__ import annotations

import pytest

from gradsim.viewmodels.typesetting import TypesettingError, typeset


def test_an_equation_is_as_large_as_its_em() -> None:
    small, large = typeset(r"\frac{a}{b}", 16.0), typeset(r"\frac{a}{b}", 32.0)
    assert large.width == pytest.approx(2 * small.width, rel=0.1)
    assert -small.top < small.height
    assert small.svg.startswith("<svg")


@pytest.mark.parametrize(
    "tex", ["", r"\frac", r"\frac{a}{", r"\left( x", r"a & b", r"\begin{matrix} a"]
)
def test_what_cannot_be_set_is_refused_by_one_name(tex: str) -> None:
    with pytest.raises(TypesettingError):
        typeset(tex, 16.0)
