"""Claims about the names of single parameters."""

from __future__ import annotations

import pytest

from gradsim.engine import Choice, Layer, Network
from gradsim.engine.parameter_address import ParameterAddress
from gradsim.engine.problems import Problem


@pytest.mark.parametrize("text", ["w:2:1:3", "b:2:1", "γ:2:1", "β:3:2"])
def test_an_address_reads_back_what_it_writes(text: str) -> None:
    assert str(ParameterAddress.parse(text)) == text


@pytest.mark.parametrize(("text", "kind"), [("gamma:2:1", "γ"), ("beta:2:1", "β")])
def test_greek_letters_may_be_spelled_out(text: str, kind: str) -> None:
    address = ParameterAddress.parse(text)
    assert (address.kind, address.layer, address.unit, address.source) == (kind, 2, 1, 0)


_MALFORMED = [
    "", "w:2:1", "b:2:1:3", "x:1:1:1", "w:-1:1:1", "w:1:1:²", "w:1:1:1.5", "w", "b:1:1:",
    "gamma:1", "γ:1:2:3", "delta:1:1",
]  # fmt: skip


@pytest.mark.parametrize("text", _MALFORMED)
def test_anything_else_is_refused_with_the_forms_that_are_right(text: str) -> None:
    with pytest.raises(Problem, match=r"w:LAYER:J:K.*b:LAYER:J.*gamma:LAYER:J.*beta:LAYER:J"):
        ParameterAddress.parse(text)


@pytest.mark.parametrize(
    ("address", "words"),
    [
        (ParameterAddress("γ", 1, 1), "Layer 1 has no γ"),
        (ParameterAddress("β", 2, 1), "Layer 2 has no β"),
        (ParameterAddress("γ", 2, 4), "no unit 4; it has units 1 to 3"),
    ],
)
def test_a_parameter_of_a_normalization_that_is_not_there_is_refused(
    address: ParameterAddress, words: str
) -> None:
    tanh = Choice("tanh")
    layers = (Layer(2, tanh, id=1), Layer(3, tanh, id=2, normalization=Choice("rms_norm")))
    network = Network(2, layers, "probe")
    ParameterAddress("γ", 2, 3).check(network)
    with pytest.raises(Problem, match=words):
        address.check(network)
