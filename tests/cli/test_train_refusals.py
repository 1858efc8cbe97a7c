"""``gradsim train`` refuses in one line, before the first step, what cannot be trained or kept."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import pytest

from gradsim.cli import main
from gradsim.project import edits
from gradsim.project.file import read_project, write_project
from gradsim.project.model import DataSource
from gradsim.project.presets import preset
from gradsim.project.training import Run

OPTIONS = ("--optimizer", "adam:beta1=0.8", "--rate", "0.01", "--batch", "8")
FILE = "preset:first_look"


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (("--optimizer", "adagrad"), "is not known"),
        (("--optimizer", "adam:beta1=2"), "must lie between"),
        (("--optimizer", "sgd:momentum=0.9"), "has no option"),
        (("--rate", "-1"), "cannot stand here"),
        (("--clip-norm", "0"), "above 0"),
        (("--validation", "1.5"), "cannot stand here"),
        (("--omega", "-1"), "cannot stand here"),
        (("--max-norm", "-1"), "cannot stand here"),
        (("--csv", "/nowhere/run.csv"), "There is no folder"),
    ],
)
def test_bad_input_is_one_clear_line(
    options: tuple[str, ...], words: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["train", "preset:mazur", "--steps", "3", *options]) == 1
    error = capsys.readouterr().err
    assert words in error
    assert error.count("\n") == 1


@pytest.mark.parametrize(
    ("preset_name", "options", "words"),
    [
        ("fifty_sigmoid_batch_norm", ("--batch", "1"), "A batch of one sample has no spread"),
        ("fifty_sigmoid_batch_norm", ("--batch", "127"), "in batches of 127 one is left over"),
        ("fifty_sigmoid_batch_norm", ("--omega", "1"), "Layer 1 has a remedy"),
    ],
)
def test_what_a_remedy_cannot_take_is_said_before_the_first_step(
    preset_name: str, options: tuple[str, ...], words: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["train", f"preset:{preset_name}", "--steps", "3", *options]) == 1
    error = capsys.readouterr().err
    assert words in error
    assert error.count("\n") == 1


@pytest.mark.parametrize(
    ("place", "value", "words"),
    [
        (("network", "layers", 0, "dropout"), 1.0, "below 1"),
        (("data", "targets", 1, 0), 2.0, "sample 2 has 2"),
    ],
)
def test_a_file_that_cannot_be_trained_is_refused_with_its_place(
    place: tuple[str | int, ...],
    value: float,
    words: str,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    file = tmp_path / "bad.gradsim"
    project = edits.set_cost(preset("first_look"), "binary_cross_entropy")
    data = DataSource.inline([[0.0, 1.0], [1.0, 0.0]], [[1.0], [0.0]])
    write_project(
        edits.set_dropout(edits.set_data(project, data), project.layer_ids[:1], 0.5), file
    )
    content: Any = json.loads(file.read_text(encoding="utf-8"))
    inner = content
    for key in place[:-1]:
        inner = inner[key]
    assert place[-1] in inner or isinstance(inner, list)
    inner[place[-1]] = value
    file.write_text(json.dumps(content), encoding="utf-8")
    assert main(["train", str(file), "--steps", "3"]) == 1
    error = capsys.readouterr().err
    assert words in error
    assert error.count("\n") == 1


@pytest.mark.parametrize(
    "options",
    [("--steps", "0"), ("--steps", "x"), ("--steps", "3", "--optimizer", "adam:beta1")],
)
def test_wrong_usage_leaves_with_2(options: tuple[str, ...]) -> None:
    with pytest.raises(SystemExit) as left:
        main(["train", "preset:mazur", *options])
    assert left.value.code == 2


def test_a_state_of_another_run_is_refused_and_left_alone(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    state = tmp_path / "s.npz"
    assert main(["train", FILE, "--steps", "5", *OPTIONS, "--state", str(state)]) == 0
    before = state.read_bytes()
    assert main(["train", "preset:mazur", "--steps", "5", "--state", str(state)]) == 1
    assert "another project or plan" in capsys.readouterr().err
    assert state.read_bytes() == before


def test_a_state_beyond_the_last_step_is_refused_with_both_numbers(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    state, table = tmp_path / "s.npz", tmp_path / "c.csv"
    common = ["train", FILE, *OPTIONS, "--state", str(state), "--csv", str(table)]
    assert main([*common, "--steps", "100"]) == 0
    before, rows = state.read_bytes(), table.read_bytes()
    assert main([*common, "--steps", "100"]) == 0
    assert table.read_bytes() == rows
    capsys.readouterr()
    assert main([*common, "--steps", "40"]) == 1
    out, error = capsys.readouterr()
    assert out == ""
    assert error == (
        f"gradsim: “{state}” stands at step 100, beyond the 40 of --steps, which counts the whole "
        "run. Give 100 or more, or another file.\n"
    )
    assert (state.read_bytes(), table.read_bytes()) == (before, rows)


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (("--csv", "x", "--out", "./x"), "--csv and --out are one file, “./x”"),
        (("--csv", "link", "--out", "x"), "--csv and --out are one file, “x”"),
        (("--state", "x", "--csv", "sub/../x"), "--state and --csv are one file, “sub/../x”"),
        (("--state", "x", "--out", "x"), "--state and --out are one file, “x”"),
        (("--out", "p.gradsim"), "FILE and --out are one file, “p.gradsim”"),
        (("--csv", "way.gradsim"), "FILE and --csv are one file, “way.gradsim”"),
        (("--state", "p.gradsim"), "FILE and --state are one file, “p.gradsim”"),
    ],
)
def test_two_that_are_one_file_are_refused_before_the_first_step(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    options: tuple[str, ...],
    words: str,
) -> None:
    monkeypatch.chdir(tmp_path)
    write_project(preset("mazur"), "p.gradsim")
    Path("link").symlink_to("x")
    Path("way.gradsim").symlink_to("p.gradsim")
    Path("sub").mkdir()
    assert main(["train", "p.gradsim", "--steps", "3", *options]) == 1
    out, error = capsys.readouterr()
    assert out == ""
    assert error == f"gradsim: {words}; give each a name of its own.\n"
    assert read_project("p.gradsim") == preset("mazur")
    assert not Path("x").exists()


@pytest.mark.parametrize("option", ["--csv", "--out", "--state"])
def test_where_nothing_can_be_written_is_said_before_the_first_step(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    option: str,
) -> None:
    path = tmp_path / "kept"
    path.write_bytes(b"")
    path.chmod(0o444)
    monkeypatch.setattr(Run, "advance", None)
    assert main(["train", FILE, "--steps", "3", option, str(path)]) == 1
    assert capsys.readouterr().err == (
        f"gradsim: “{path}”: The file is read-only; save under another name.\n"
    )


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs named pipes")
@pytest.mark.parametrize("option", ["--csv", "--out", "--state"])
def test_a_pipe_is_neither_waited_for_nor_replaced(
    tmp_path: Path, option: str, capsys: pytest.CaptureFixture[str]
) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    assert main(["train", FILE, "--steps", "3", option, str(pipe)]) == 1
    assert capsys.readouterr().err == f"gradsim: “{pipe}” is not an ordinary file.\n"
    assert pipe.is_fifo()
