"""Claims about the names of single parameters."""

from __future__ import annotations

import pytest

from gradsim.engine.parameter_address import ParameterAddress
from gradsim.engine.problems import Problem


@pytest.mark.parametrize("text", ["w:2:1:3", "b:2:1"])
def test_an_address_reads_back_what_it_writes(text: str) -> None:
    assert str(ParameterAddress.parse(text)) == text


@pytest.mark.parametrize(
    "text", ["", "w:2:1", "b:2:1:3", "x:1:1:1", "w:-1:1:1", "w:1:1:²", "w:1:1:1.5", "w", "b:1:1:"]
)
def test_anything_else_is_refused_with_the_forms_that_are_right(text: str) -> None:
    with pytest.raises(Problem, match="w:LAYER:J:K"):
        ParameterAddress.parse(text)
