"""``check`` says of every layer how much was compared and how well it agrees, and fails loudly."""

from __future__ import annotations

import json

import pytest
from msgspec.structs import replace

import gradsim.cli.check_command as command
from gradsim.cli import main
from gradsim.engine.agreement import Agreement


@pytest.mark.parametrize("name", ["mazur", "first_look", "scalar_chain", "zero_initialization"])
def test_the_presets_pass(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", f"preset:{name}"]) == 0
    assert "all agree" in capsys.readouterr().out


def test_the_record_holds_every_layer(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "preset:mazur", "--json"]) == 0
    record = json.loads(capsys.readouterr().out)
    assert record["passed"] is True
    assert (record["checked"], record["total"]) == (12, 12)
    assert record["worst_relative_error"] < 1e-6
    assert [layer["layer"] for layer in record["layers"]] == [1, 2]
    assert record["end_to_end"]["checked"] > 0


def test_an_error_that_rounding_explains_is_not_told_as_zero(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["check", "preset:exploding_tanh", "--json"]) == 0
    ends = json.loads(capsys.readouterr().out)["end_to_end"]
    assert 0 < ends["worst_relative_error"] < ends["known_to"] < 1e-2
    assert ends["unexplained_error"] < 1e-5
    assert main(["check", "preset:exploding_tanh"]) == 0
    line = next(x for x in capsys.readouterr().out.splitlines() if x.startswith("end to end"))
    assert line.startswith("end to end: worst error ")
    assert "worst error 0;" not in line
    assert "known to" in line


def test_a_gradient_that_disagrees_leaves_with_1(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    honest = command.check

    def broken(*arguments: object, **options: object) -> object:
        found = honest(*arguments, **options)
        wrong = replace(found.layers[0], agreement=Agreement(0.5, 1e-9, 0.5))
        return replace(found, layers=(wrong, *found.layers[1:]))

    monkeypatch.setattr(command, "check", broken)
    assert main(["check", "preset:mazur"]) == 1
    assert "NOT all agree: 0.5 more" in capsys.readouterr().out
