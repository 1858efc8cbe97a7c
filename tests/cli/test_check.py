"""``check`` says of every layer how much was compared and how well it agrees, and fails loudly."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

import gradsim.cli.check_command as command
from gradsim.cli import main


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


def test_a_gradient_that_disagrees_leaves_with_1(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    honest = command.check

    def broken(*arguments: object, **options: object) -> object:
        found = honest(*arguments, **options)
        wrong = replace(found.layers[0], worst_relative_error=0.5)
        return replace(found, layers=(wrong, *found.layers[1:]))

    monkeypatch.setattr(command, "check", broken)
    assert main(["check", "preset:mazur"]) == 1
    assert "NOT all agree" in capsys.readouterr().out
