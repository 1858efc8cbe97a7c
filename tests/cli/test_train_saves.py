"""A save on the way that fails is told and tried again; the last one decides."""

from __future__ import annotations

from pathlib import Path

import pytest

from gradsim.cli import main
from gradsim.engine.problems import Problem
from gradsim.project.training import Run, write_state

_TRAIN = ["train", "preset:mazur", "--steps", "400"]


@pytest.fixture
def refusals(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """Saves after every portion; of those, so many fail as the list says next."""
    left = [0]

    def save(run: Run, path: str) -> None:
        if left[0] > 0:
            left[0] -= 1
            raise Problem("The file is in use.")
        write_state(run, path)

    monkeypatch.setattr("gradsim.cli.train_command.write_state", save)
    monkeypatch.setattr("gradsim.cli.train_command._SAVED_EVERY", -1.0)
    return left


def test_a_save_that_fails_on_the_way_ends_no_run(
    tmp_path: Path, refusals: list[int], capsys: pytest.CaptureFixture[str]
) -> None:
    state = tmp_path / "s.npz"
    refusals[0] = 3
    assert main([*_TRAIN, "--state", str(state)]) == 0
    out, error = capsys.readouterr()
    assert "after 400 steps" in out
    assert error == (
        f"gradsim: “{state}”: The file is in use. The run goes on, and it will be tried again.\n"
    )
    assert state.exists()


def test_a_last_save_that_fails_is_no_success(
    tmp_path: Path, refusals: list[int], capsys: pytest.CaptureFixture[str]
) -> None:
    state = tmp_path / "s.npz"
    refusals[0] = 1_000
    assert main([*_TRAIN, "--state", str(state)]) == 1
    assert capsys.readouterr().err.splitlines()[-1] == f"gradsim: “{state}”: The file is in use."
    assert not state.exists()
