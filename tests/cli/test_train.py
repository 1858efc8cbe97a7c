"""``gradsim train`` runs, stops, goes on, and says what broke on the way."""

from __future__ import annotations

import csv
import json
import signal
import sys
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from msgspec.structs import replace

from gradsim.cli import main
from gradsim.engine import Choice
from gradsim.engine.training import Plan, StepRecord, Trainer
from gradsim.project.evaluation import materialize
from gradsim.project.file import read_project, write_project
from gradsim.project.presets import preset
from gradsim.project.training import Run
from tests.cli.running import python

OPTIONS = (
    "--optimizer",
    "adam:beta1=0.8",
    "--rate",
    "0.01",
    "--batch",
    "8",
    "--validation",
    "0.25",
)
PLAN = Plan(Choice.of("adam", beta1=0.8), rate=0.01, batch=8, validation=0.25)
FILE = "preset:first_look"


def expected(steps: int, every: int = 1) -> Run:
    run = Run(preset("first_look"), PLAN, every)
    run.advance(steps)
    return run


def test_the_json_is_the_run(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["train", FILE, "--steps", "30", *OPTIONS, "--json"]) == 0
    told: dict[str, Any] = json.loads(capsys.readouterr().out)
    run = expected(30)
    assert told["steps"] == 30
    assert told["scores"]["cost"] == run.trainer.scores().cost
    assert told["divergence"] is None
    found = np.array([[np.nan if x is None else x for x in row] for row in told["history"]])
    np.testing.assert_array_equal(found, run.history.table)


def test_a_run_in_two_parts_writes_what_one_writes(tmp_path: Path) -> None:
    whole, parts = tmp_path / "whole.csv", tmp_path / "parts.csv"
    state, out = str(tmp_path / "s.npz"), tmp_path / "t.gradsim"
    common = ("train", FILE, *OPTIONS, "--every", "5")
    assert main([*common, "--steps", "40", "--csv", str(whole)]) == 0
    assert main([*common, "--steps", "15", "--state", state]) == 0
    assert (
        main([*common, "--steps", "40", "--state", state, "--csv", str(parts), "--out", str(out)])
        == 0
    )
    assert whole.read_bytes() == parts.read_bytes()
    trained = materialize(read_project(out)).parameters
    run = expected(40)
    for array, other in zip(trained.weights, run.trainer.parameters.weights, strict=True):
        np.testing.assert_array_equal(array, other)


def test_the_plan_of_the_file_holds_until_a_flag_says_otherwise(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file, out = str(tmp_path / "p.gradsim"), tmp_path / "t.gradsim"
    project = replace(preset("first_look"), training=replace(PLAN, clip="norm"))
    write_project(project, file)
    assert main(["train", file, "--steps", "5", "--json"]) == 0
    run = Run(project)
    run.advance(5)
    assert json.loads(capsys.readouterr().out)["scores"]["cost"] == run.trainer.scores().cost
    flags = ("--rate", "0.5", "--batch", "0", "--no-clip", "--out", str(out))
    assert main(["train", file, "--steps", "5", *flags]) == 0
    plan = replace(PLAN, rate=0.5, batch=None)
    run = Run(preset("first_look"), plan)
    run.advance(5)
    written = read_project(out)
    assert written.training == plan
    for array, other in zip(
        materialize(written).parameters.weights, run.trainer.parameters.weights, strict=True
    ):
        np.testing.assert_array_equal(array, other)


def test_omega_and_max_norm_are_flags_of_the_plan(tmp_path: Path) -> None:
    out = tmp_path / "t.gradsim"
    flags = ("--omega", "0.5", "--max-norm", "0.75", "--rate", "0.2", "--out", str(out))
    assert main(["train", FILE, "--steps", "3", *flags]) == 0
    written = read_project(out)
    assert written.training == Plan(rate=0.2, omega=0.5, max_norm=0.75)
    norms = [
        np.linalg.norm(weights, axis=1).max() for weights in materialize(written).parameters.weights
    ]
    assert max(norms) <= 0.75 * (1 + 1e-12)


def test_every_digit_survives_the_csv(tmp_path: Path) -> None:
    out = tmp_path / "run.csv"
    assert main(["train", FILE, "--steps", "10", *OPTIONS, "--csv", str(out)]) == 0
    rows = list(csv.DictReader(out.read_text(encoding="utf-8").splitlines()))
    costs = expected(10).history.column("batch_cost")
    assert [float(row["batch_cost"]) for row in rows] == list(costs)
    assert rows[0]["accuracy"] == ""


@pytest.mark.skipif(sys.platform == "win32", reason="needs POSIX signals")
@pytest.mark.parametrize(("number", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_a_run_that_is_stopped_keeps_its_whole_steps_and_goes_on_from_them(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    number: signal.Signals,
    code: int,
) -> None:
    # Whoever starts the tests may have told their processes to ignore Ctrl+C.
    handlers = {each: signal.getsignal(each) for each in (signal.SIGINT, signal.SIGTERM)}
    signal.signal(number, signal.default_int_handler)
    state, table, whole = (tmp_path / name for name in ("s.npz", "c.csv", "whole.csv"))
    common = ["train", FILE, "--steps", "50", *OPTIONS]
    update = Trainer.step

    def stopped_within(trainer: Trainer) -> StepRecord | None:
        if trainer.steps == 6:
            signal.raise_signal(number)
        return update(trainer)

    monkeypatch.setattr(Trainer, "step", stopped_within)
    try:
        assert main([*common, "--state", str(state), "--csv", str(table)]) == code
        assert signal.getsignal(number) == signal.default_int_handler
    finally:
        for each, handler in handlers.items():
            signal.signal(each, handler)
    monkeypatch.undo()
    out, error = capsys.readouterr()
    assert out == ""
    assert error.startswith(f"Stopped. 7 of 50 steps are kept in {state}; ")
    assert error.count("\n") == 1
    assert not table.exists()
    with np.load(state, allow_pickle=False) as saved:
        assert int(saved["steps"]) == 7
    assert main([*common, "--state", str(state), "--csv", str(table)]) == 0
    assert main([*common, "--csv", str(whole)]) == 0
    assert table.read_bytes() == whole.read_bytes()


@pytest.mark.skipif(sys.platform == "win32", reason="needs POSIX signals")
def test_a_second_signal_ends_a_run_at_once(tmp_path: Path) -> None:
    state = tmp_path / "s.npz"
    code = (
        "import os, signal\n"
        "from gradsim.cli import main, train_command\n"
        "end = lambda *arguments: os.kill(os.getpid(), signal.SIGTERM)\n"
        "train_command.Run.advance = end\n"
        "train_command.write_state = end\n"
        f"main(['train', {FILE!r}, '--steps', '9', '--state', {str(state)!r}])\n"
        "print('still there')\n"
    )
    ended = python(code)
    assert (ended.returncode, ended.stdout) == (-signal.SIGTERM, "")
    assert not state.exists()


def test_a_run_that_breaks_names_the_place(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["train", "preset:fifty_layers", "--steps", "60", "--rate", "1e6"]) == 1
    assert "Step " in capsys.readouterr().out.splitlines()[-1]


def test_a_last_step_that_leads_beyond_numbers_is_no_success(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["train", "preset:fifty_layers", "--steps", "1", "--rate", "1e200"]) == 1
    told = capsys.readouterr().out.splitlines()[-1]
    assert told == "The cost over all samples is beyond what a number can hold."
