"""``gradsim sweep`` fills a folder, goes on after a kill, and says in one line what stopped it."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
import time
from pathlib import Path
from types import SimpleNamespace
from typing import get_args

import pytest

from gradsim.cli import main
from gradsim.project.file import read_project, write_project
from gradsim.project.presets import preset
from tests.cli.running import environment_with, run

GRID = (
    "sweep", "preset:ten_sigmoid_layers", "--activations", "tanh,leaky_relu:slope=0.1",
    "--initializers", "he_normal,normal:std=0.01", "--depths", "3,6", "--seeds", "3",
)  # fmt: skip
LONG = ("sweep", "preset:fifty_layers", "--gains", "0.5:2:40", "--seeds", "20")


def test_a_folder_holds_results_tables_and_pictures(tmp_path: Path) -> None:
    done = run(*GRID, "--out", str(tmp_path / "new" / "grid"))
    assert done.returncode == 0
    assert done.stderr == ""
    names = {path.name for path in (tmp_path / "new" / "grid").iterdir()}
    assert names == {
        "results.jsonl", "ratios.csv", "profiles.csv", "sweep.json", "grid.png", "grid.svg",
        "scan_depth.png", "scan_depth.svg",
    }  # fmt: skip
    assert {Path(line).name for line in done.stdout.splitlines()} == names
    written = json.loads((tmp_path / "new" / "grid" / "sweep.json").read_text(encoding="utf-8"))
    assert written["cells_finished"] == written["cells_total"] == 8
    assert written["activations"] == ["tanh", "leaky_relu:slope=0.1"]
    svg = (tmp_path / "new" / "grid" / "grid.svg").read_text(encoding="utf-8")
    assert "Leaky ReLU" in svg
    assert "Vanishing" in svg


def test_pictures_speak_korean(tmp_path: Path) -> None:
    done = run(*GRID, "--out", str(tmp_path), "--language", "ko", "--theme", "dark")
    assert done.returncode == 0
    assert "소실" in (tmp_path / "grid.svg").read_text(encoding="utf-8")
    assert "깊이" in (tmp_path / "scan_depth.svg").read_text(encoding="utf-8")


def test_the_same_command_again_computes_nothing_and_another_one_is_refused(
    tmp_path: Path,
) -> None:
    run(*GRID, "--out", str(tmp_path))
    results = (tmp_path / "results.jsonl").read_bytes()
    again = run(*GRID, "--out", str(tmp_path))
    assert again.returncode == 0
    assert (tmp_path / "results.jsonl").read_bytes() == results
    other = run(*GRID, "--quantity", "weight_gradient", "--out", str(tmp_path))
    assert other.returncode == 1
    assert "holds another sweep" in other.stderr
    assert len(other.stderr.splitlines()) == 1
    assert (tmp_path / "results.jsonl").read_bytes() == results


def test_an_impossible_cell_has_its_word_and_the_rest_goes_on(tmp_path: Path) -> None:
    done = run(
        "sweep", "preset:mazur", "--activations", "softmax,tanh", "--seeds", "2", "--out",
        str(tmp_path),
    )  # fmt: skip
    assert done.returncode == 0
    assert done.stderr.splitlines() == [
        "gradsim: cell 1 (softmax): Softmax can only be the last layer, not layer 1."
    ]
    cells = json.loads((tmp_path / "sweep.json").read_text(encoding="utf-8"))["cells"]
    assert "problem" in cells[0]
    assert cells[1]["verdict"]["kind"]


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["--depths", "10001"], "(depth 10001): 10001 layers are too many"),
        (["--widths", "10000000"], "(width 10000000): Layer 1 has 10000000 units"),
        (["--gains=-1"], "(gain -1): "),
    ],
)
def test_a_sweep_without_any_numbers_draws_nothing_and_leaves_with_1(
    tmp_path: Path, arguments: list[str], words: str
) -> None:
    command = ("sweep", "preset:mazur", *arguments, "--seeds", "1", "--out", str(tmp_path))
    done = run(*command)
    assert done.returncode == 1
    cell, last = done.stderr.splitlines()
    assert cell.startswith("gradsim: cell 1 ")
    assert words in cell
    told = f"gradsim: No cell has numbers to draw; {tmp_path / 'results.jsonl'} says why."
    assert last == told
    assert not list(tmp_path.glob("*.png")) + list(tmp_path.glob("*.svg"))
    again = run(*command)
    assert again.returncode == 1
    assert again.stderr.splitlines() == [told]


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["--activations", "tahn"], "There is no “tahn” here."),
        (["--activations", "tanh:slope=1"], "has no option"),
        (["--initializers", "normal:std=-1"], "it must lie between"),
        (["--sample", "99"], "no sample 99"),
        (["--scheduler", "127.0.0.1:9"], "luster needs Dask|No Dask scheduler answers"),
    ],
)
def test_what_cannot_be_is_one_line(tmp_path: Path, arguments: list[str], words: str) -> None:
    done = run("sweep", "preset:mazur", *arguments, "--seeds", "2", "--out", str(tmp_path))
    assert done.returncode == 1
    assert any(each in done.stderr for each in words.split("|"))
    assert len(done.stderr.splitlines()) == 1


@pytest.mark.parametrize("name", ["sweep.json", "results.jsonl"])
def test_a_project_is_not_written_over_by_its_own_sweep(tmp_path: Path, name: str) -> None:
    file = tmp_path / name
    write_project(preset("mazur"), file)
    done = run("sweep", str(file), "--seeds", "2", "--out", str(tmp_path))
    assert done.returncode == 1
    assert str(file) in done.stderr
    assert len(done.stderr.splitlines()) == 1
    assert read_project(file) == preset("mazur")


def test_more_workers_than_windows_allows_are_fewer_and_one_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("gradsim.project.sweeps.running.sys", SimpleNamespace(platform="win32"))
    monkeypatch.setattr("gradsim.cli.sweep_command._pictures", lambda *_: [])
    command = ["sweep", "preset:mazur", "--seeds", "1", "--workers", "62", "--out", str(tmp_path)]
    assert main(command) == 0
    assert capsys.readouterr().err == ("gradsim: 61 processes compute; Windows allows no more.\n")


def test_a_folder_that_cannot_be_made_is_one_line(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    done = run("sweep", "preset:mazur", "--seeds", "2", "--out", str(tmp_path / "file" / "below"))
    assert done.returncode == 1
    assert "cannot be made" in done.stderr
    assert len(done.stderr.splitlines()) == 1


@pytest.mark.parametrize("name", ["profiles.csv", "grid.svg"])
def test_a_table_or_picture_that_cannot_be_written_is_one_line_and_says_what_is_kept(
    tmp_path: Path, name: str
) -> None:
    (tmp_path / name).mkdir()
    done = run(*GRID, "--out", str(tmp_path))
    assert done.returncode == 1
    (line,) = done.stderr.splitlines()
    assert name in line
    assert "8 of 8 cells are kept" in line


def started(folder: Path, *more: str, lines: int = 3) -> subprocess.Popen[str]:
    """A long sweep in a process group of its own, once its results have so many lines."""
    process = subprocess.Popen(
        [sys.executable, "-m", "gradsim", *LONG, *more, "--out", str(folder)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        env=environment_with(),
        start_new_session=True,
    )
    results = folder / "results.jsonl"
    until = time.monotonic() + 50
    while not results.exists() or results.read_bytes().count(b"\n") < lines:
        assert time.monotonic() < until
        assert process.poll() is None
        with pytest.raises(subprocess.TimeoutExpired):
            process.wait(0.05)
    return process


@pytest.mark.skipif(sys.platform == "win32", reason="sends a signal to a group of processes")
@pytest.mark.parametrize("more", [(), ("--workers", "2")])
def test_ctrl_c_stops_with_a_word_on_how_to_go_on(tmp_path: Path, more: tuple[str, ...]) -> None:
    import os

    process = started(tmp_path, *more)
    os.killpg(process.pid, signal.SIGINT)
    _, said = process.communicate(timeout=50)
    assert process.returncode == 130
    assert len(said.splitlines()) == 1
    assert "of 40 cells are kept" in said
    assert "the same command goes on from there" in said
    kept = int(said.split("Stopped. ")[1].split(" of")[0])
    lines = (tmp_path / "results.jsonl").read_bytes().splitlines()
    assert len(lines) == kept + 2


@pytest.mark.skipif(sys.platform == "win32", reason="kills a group of processes")
def test_after_a_kill_nothing_is_computed_twice(tmp_path: Path) -> None:
    import os

    process = started(tmp_path)
    os.killpg(process.pid, signal.SIGKILL)
    process.communicate(timeout=50)
    before = (tmp_path / "results.jsonl").read_bytes()
    whole = before[: before.rindex(b"\n") + 1]
    again = started(tmp_path, lines=whole.count(b"\n") + 2)
    assert (tmp_path / "results.jsonl").read_bytes().startswith(whole)
    os.killpg(again.pid, signal.SIGKILL)
    again.communicate(timeout=50)
    lines = (tmp_path / "results.jsonl").read_bytes().splitlines()
    cells = [line.split(b",")[0] for line in lines[2:]]
    assert len(cells) == len(set(cells))


@pytest.mark.skipif(sys.platform == "win32", reason="kills a process by a signal")
def test_workers_end_with_the_sweep_that_is_killed(tmp_path: Path) -> None:
    process = started(tmp_path, "--workers", "2")
    process.kill()
    # Its output ends when the last process that could write to it is gone.
    process.communicate(timeout=50)
    assert process.returncode == -signal.SIGKILL


def test_the_quantities_that_can_be_asked_for_are_those_of_the_engine() -> None:
    from gradsim.cli.sweep_arguments import QUANTITIES, STATISTICS
    from gradsim.engine.columns import GRADIENTS
    from gradsim.engine.statistics import Statistic
    from gradsim.engine.verdict.records import Quantity

    assert QUANTITIES == GRADIENTS == get_args(Quantity)
    assert get_args(Statistic) == STATISTICS
