"""A results file loses nothing, computes nothing twice and never touches another sweep's."""

from __future__ import annotations

import csv
import json
import math
import os
import signal
import sys
from pathlib import Path

import numpy as np
import pytest

from gradsim.engine.options import Choice
from gradsim.engine.problems import Problem
from gradsim.project.presets import preset
from gradsim.project.sweeps import measure_cell
from gradsim.project.sweeps.computing import compute, order_of
from gradsim.project.sweeps.plan import Axes, Plan
from gradsim.project.sweeps.records import floats
from gradsim.project.sweeps.results_file import ResultsFile
from gradsim.project.sweeps.tables import KEYS, write_tables

BASE = preset("ten_sigmoid_layers")
PLAN = Plan(
    BASE,
    Axes((Choice("tanh"), Choice("relu")), (Choice("he_normal"), Choice("zeros")), depths=(3,)),
    seeds=3,
)


def fill(path: Path, plan: Plan = PLAN, cells: int | None = None) -> None:
    with ResultsFile(path, plan) as results:
        for index in range(len(plan) if cells is None else cells):
            if index not in results:
                done = compute(order_of(plan, index))
                results.append(done.record, done.machine)


def test_cells_are_numbered_with_the_last_axis_fastest() -> None:
    axes = Axes((Choice("tanh"), Choice("relu")), (None,), (0.5, 1.0), (2, 3, 4))
    assert len(axes) == 12
    assert axes.cell(0).depth == 2
    assert axes.cell(1).depth == 3
    assert axes.cell(3).gain == 1.0
    assert axes.cell(11).activation == Choice("relu")
    assert [axes.index((index // 6, 0, index // 3 % 2, index % 3, 0)) for index in range(12)] == [
        *range(12)
    ]


def test_a_record_keeps_every_digit_and_names_what_is_no_number(tmp_path: Path) -> None:
    fill(tmp_path / "r.jsonl")
    with ResultsFile(tmp_path / "r.jsonl", PLAN) as results:
        records = list(results.records())
    for index, record in enumerate(records):
        found = measure_cell(BASE, PLAN.axes.cell(index), 3)
        assert found.ratios is not None
        assert found.profiles is not None
        for key, values in found.ratios.items():
            np.testing.assert_array_equal(floats(record.ratios[".".join(key)]), values)
        for key, spread in found.profiles.items():
            kept = record.profiles[".".join(key)]
            np.testing.assert_array_equal(floats(kept.median), spread.median)
            np.testing.assert_array_equal(floats(kept.lowest), spread.lowest)
    zeros = records[1]
    assert zeros.initializer == "zeros"
    assert zeros.ratios["delta.l2"] == ["-inf"] * 3


def test_a_line_cut_off_by_a_kill_is_computed_again_and_nothing_else(tmp_path: Path) -> None:
    path = tmp_path / "r.jsonl"
    fill(path)
    whole = path.read_bytes()
    for cut in (1, 200, len(whole.splitlines()[-1])):
        path.write_bytes(whole[:-cut])
        with ResultsFile(path, PLAN) as results:
            assert [cell in results for cell in range(4)] == [True, True, True, False]
        fill(path)
        assert path.read_bytes() == whole


def test_a_last_line_of_rubbish_is_cut_off(tmp_path: Path) -> None:
    path = tmp_path / "r.jsonl"
    fill(path, cells=2)
    whole = path.read_bytes()
    path.write_bytes(whole + b"\0\0\0\n")
    with ResultsFile(path, PLAN) as results:
        assert len(results) == 2
    assert path.read_bytes() == whole


def test_a_kill_within_the_first_line_starts_anew(tmp_path: Path) -> None:
    path = tmp_path / "r.jsonl"
    fill(path)
    whole = path.read_bytes()
    path.write_bytes(whole[:40])
    fill(path)
    assert path.read_bytes() == whole


@pytest.mark.parametrize(
    "other",
    [
        Plan(BASE, PLAN.axes, seeds=4),
        Plan(BASE, Axes((Choice("tanh"),)), seeds=3),
        Plan(preset("first_look"), PLAN.axes, seeds=3),
        Plan(BASE, PLAN.axes, seeds=3, sample=2),
        Plan(BASE, PLAN.axes, seeds=3, quantity="weight_gradient"),
    ],
)
def test_the_file_of_another_sweep_is_refused_and_left_as_it_is(
    tmp_path: Path, other: Plan
) -> None:
    path = tmp_path / "r.jsonl"
    fill(path, cells=1)
    whole = path.read_bytes()
    with pytest.raises(Problem, match="holds another sweep"):
        ResultsFile(path, other)
    assert path.read_bytes() == whole


@pytest.mark.parametrize("content", [b"hello", b"hello\n", b"\x00\xff\n", b'{"format": 3}\n'])
def test_a_file_of_another_kind_is_refused_and_left_as_it_is(
    tmp_path: Path, content: bytes
) -> None:
    path = tmp_path / "r.jsonl"
    path.write_bytes(content)
    with pytest.raises(Problem, match="no results file"):
        ResultsFile(path, PLAN)
    assert path.read_bytes() == content


def test_damage_in_the_middle_is_told_by_its_line(tmp_path: Path) -> None:
    path = tmp_path / "r.jsonl"
    fill(path)
    lines = path.read_bytes().splitlines(keepends=True)
    damaged = b"".join([*lines[:2], b"rubbish\n", *lines[3:]])
    path.write_bytes(damaged)
    with pytest.raises(Problem, match="damaged in line 3"):
        ResultsFile(path, PLAN)
    assert path.read_bytes() == damaged


def test_a_whole_line_that_is_no_record_is_told_by_its_number_when_it_is_read(
    tmp_path: Path,
) -> None:
    path = tmp_path / "r.jsonl"
    fill(path)
    lines = path.read_bytes().splitlines(keepends=True)
    path.write_bytes(b"".join([*lines[:3], b'{"cell":1,"ratios":"x"}\n', *lines[4:]]))
    with (
        ResultsFile(path, PLAN) as results,
        pytest.raises(Problem, match="damaged in line 4"),
    ):
        write_tables(PLAN, results, tmp_path)
    assert not list(tmp_path.glob(".gradsim-*"))


@pytest.mark.skipif(sys.platform == "win32", reason="locks a file as POSIX can")
def test_two_sweeps_do_not_write_into_one_file_at_a_time(tmp_path: Path) -> None:
    path = tmp_path / "r.jsonl"
    with (
        ResultsFile(path, PLAN),
        pytest.raises(Problem, match="is being written by another sweep"),
    ):
        ResultsFile(path, PLAN)
    with ResultsFile(path, PLAN) as results:
        assert len(results) == 0


@pytest.mark.skipif(sys.platform == "win32", reason="limits a file's size as POSIX can")
def test_a_full_disk_is_one_sentence_and_keeps_the_cells_before(tmp_path: Path) -> None:
    import resource

    path = tmp_path / "r.jsonl"
    fill(path, cells=2)
    whole = path.read_bytes()
    done = compute(order_of(PLAN, 2))
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    ignored = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    with ResultsFile(path, PLAN) as results:
        resource.setrlimit(resource.RLIMIT_FSIZE, (len(whole) + 100, before[1]))
        try:
            with pytest.raises(Problem, match=r"r\.jsonl” cannot be written: File too large"):
                results.append(done.record, done.machine)
        finally:
            resource.setrlimit(resource.RLIMIT_FSIZE, before)
            signal.signal(signal.SIGXFSZ, ignored)
        assert 2 not in results
    assert path.read_bytes() == whole


@pytest.mark.skipif(sys.platform == "win32", reason="limits a file's size as POSIX can")
def test_a_disk_too_full_for_a_table_names_the_table_and_leaves_no_half(tmp_path: Path) -> None:
    import resource

    fill(tmp_path / "r.jsonl")
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    ignored = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    with ResultsFile(tmp_path / "r.jsonl", PLAN) as results:
        resource.setrlimit(resource.RLIMIT_FSIZE, (500, before[1]))
        try:
            with pytest.raises(Problem, match=r"ratios\.csv” cannot be written: File too large"):
                write_tables(PLAN, results, tmp_path)
        finally:
            resource.setrlimit(resource.RLIMIT_FSIZE, before)
            signal.signal(signal.SIGXFSZ, ignored)
    assert [path.name for path in tmp_path.iterdir()] == ["r.jsonl"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs named pipes")
def test_pipes_in_the_place_of_results_and_tables_are_left_as_they_are(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.jsonl")
    with pytest.raises(Problem, match=r"pipe\.jsonl” is not an ordinary file"):
        ResultsFile(tmp_path / "pipe.jsonl", PLAN)
    os.mkfifo(tmp_path / "profiles.csv")
    with (
        ResultsFile(tmp_path / "r.jsonl", PLAN) as results,
        pytest.raises(Problem, match=r"profiles\.csv” is not an ordinary file"),
    ):
        write_tables(PLAN, results, tmp_path)
    assert (tmp_path / "profiles.csv").is_fifo()


def test_a_table_behind_a_link_is_written_where_the_link_leads(tmp_path: Path) -> None:
    (tmp_path / "ratios.csv").symlink_to(tmp_path / "elsewhere.csv")
    with ResultsFile(tmp_path / "r.jsonl", PLAN) as results:
        write_tables(PLAN, results, tmp_path)
    assert (tmp_path / "ratios.csv").is_symlink()
    assert (tmp_path / "elsewhere.csv").read_bytes().startswith(b"cell,")


def test_the_tables_hold_every_ratio_and_profile_in_the_order_of_the_cells(tmp_path: Path) -> None:
    with ResultsFile(tmp_path / "r.jsonl", PLAN) as results:
        for index in (3, 0, 2, 1):
            done = compute(order_of(PLAN, index))
            results.append(done.record, done.machine)
        paths = {path.name: path for path in write_tables(PLAN, results, tmp_path)}
        records = list(results.records())
    with paths["ratios.csv"].open(newline="") as stream:
        rows = list(csv.DictReader(stream))
    assert [(row["cell"], row["seed"]) for row in rows] == [
        (str(cell), str(seed)) for cell in range(4) for seed in PLAN.seed_numbers
    ]
    for row in rows:
        member = PLAN.seed_numbers.index(int(row["seed"]))
        for key in KEYS:
            kept = float(records[int(row["cell"])].ratios[key][member])
            np.testing.assert_array_equal(float(row[key]), kept)
    assert {float(row["delta.l2"]) for row in rows if row["initializer"] == "zeros"} == {-math.inf}
    with paths["profiles.csv"].open(newline="") as stream:
        profiles = list(csv.DictReader(stream))
    assert len(profiles) == 4 * 3 * (len(KEYS) + 2)
    written_json = json.loads(paths["sweep.json"].read_text())
    assert [cell["cell"] for cell in written_json["cells"]] == [0, 1, 2, 3]
    assert written_json["project"]["title"] == BASE.title
    assert written_json["machines"][0]["numpy"] == np.__version__
    assert written_json["cells"][0]["group"] == 3
    assert not list(tmp_path.glob(".gradsim-*"))
