"""Saving is whole or not at all; every accident of the disk has its own sentence."""

from __future__ import annotations

import errno
import math
import os
import stat
import time
from pathlib import Path

import pytest

from gradsim.engine.problems import Problem
from gradsim.project import edits
from gradsim.project.file import (
    BRIEFLY,
    check_ordinary,
    check_target,
    encode_project,
    read_project,
    write_project,
)
from gradsim.project.limits import MAXIMUM_FILE_BYTES
from gradsim.project.presets import preset


def test_what_is_saved_is_read_back(tmp_path: Path) -> None:
    path = tmp_path / "기울기 lesson.gradsim"
    write_project(preset("mazur"), path)
    assert read_project(path) == preset("mazur")
    assert read_project(str(path)) == preset("mazur")
    assert [entry.name for entry in tmp_path.iterdir()] == [path.name]


def test_saving_again_replaces_the_file_and_keeps_its_permissions(tmp_path: Path) -> None:
    path = tmp_path / "p.gradsim"
    write_project(preset("mazur"), path)
    path.chmod(0o640)
    write_project(preset("first_look"), path)
    assert read_project(path) == preset("first_look")
    assert stat.S_IMODE(path.stat().st_mode) == 0o640


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    target, link = tmp_path / "real.gradsim", tmp_path / "link.gradsim"
    write_project(preset("mazur"), target)
    link.symlink_to(target)
    write_project(preset("first_look"), link)
    assert link.is_symlink()
    assert read_project(target) == preset("first_look")


@pytest.mark.parametrize("step", ["fsync", "replace", "write"])
def test_a_failure_while_saving_leaves_the_old_file_and_no_debris(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    path = tmp_path / "p.gradsim"
    write_project(preset("mazur"), path)

    def full(*arguments: object, **options: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    if step == "fsync":
        monkeypatch.setattr(os, "fsync", full)
    elif step == "replace":
        monkeypatch.setattr(Path, "replace", full)
    else:
        monkeypatch.setattr(Path, "open", full)
    with pytest.raises(Problem, match="No space left"):
        write_project(preset("first_look"), path)
    monkeypatch.undo()
    assert read_project(path) == preset("mazur")
    assert [entry.name for entry in tmp_path.iterdir()] == ["p.gradsim"]


def test_a_file_marked_read_only_is_not_replaced(tmp_path: Path) -> None:
    path = tmp_path / "p.gradsim"
    write_project(preset("mazur"), path)
    path.chmod(0o444)
    with pytest.raises(Problem, match="read-only"):
        write_project(preset("first_look"), path)
    assert read_project(path) == preset("mazur")


def test_a_folder_is_neither_read_nor_replaced(tmp_path: Path) -> None:
    for act in (read_project, lambda path: write_project(preset("mazur"), path)):
        with pytest.raises(Problem, match="is a folder"):
            act(tmp_path)


def test_a_missing_file_and_a_missing_folder_are_named(tmp_path: Path) -> None:
    with pytest.raises(Problem, match=r"no file “.*lost\.gradsim”"):
        read_project(tmp_path / "lost.gradsim")
    with pytest.raises(Problem, match=r"no folder “.*nowhere”"):
        write_project(preset("mazur"), tmp_path / "nowhere" / "p.gradsim")
    (tmp_path / "plain").write_text("x")
    for act in (read_project, lambda path: write_project(preset("mazur"), path)):
        with pytest.raises(Problem):
            act(tmp_path / "plain" / "p.gradsim")


@pytest.mark.parametrize("name", ["a\0b", "x" * 5000])
def test_an_impossible_name_is_refused(tmp_path: Path, name: str) -> None:
    with pytest.raises(Problem, match="cannot be"):
        read_project(tmp_path / name)
    with pytest.raises(Problem, match="cannot be"):
        write_project(preset("mazur"), tmp_path / name)


def test_the_longest_name_that_the_disk_takes_can_be_saved(tmp_path: Path) -> None:
    path = tmp_path / ("x" * 247 + ".gradsim")
    write_project(preset("mazur"), path)
    assert read_project(path) == preset("mazur")


@pytest.mark.parametrize(
    ("error", "reading", "saving"),
    [
        (PermissionError(errno.EACCES, "Permission denied"), "sion to read", "sion to write"),
        (OSError(errno.EROFS, "Read-only file system"), "Read-only file", "Read-only file"),
        (OSError(errno.EIO, "Input/output error"), "Input/output", "Input/output"),
    ],
)
def test_what_the_system_forbids_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: OSError, reading: str, saving: str
) -> None:
    path = tmp_path / "p.gradsim"
    write_project(preset("mazur"), path)

    def refuse(*arguments: object, **options: object) -> None:
        raise error

    monkeypatch.setattr(Path, "open", refuse)
    with pytest.raises(Problem, match=reading):
        read_project(path)
    with pytest.raises(Problem, match=saving):
        write_project(preset("first_look"), path)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs named pipes")
def test_a_pipe_is_neither_read_nor_replaced_nor_waited_for(tmp_path: Path) -> None:
    pipe, link = tmp_path / "pipe", tmp_path / "link.gradsim"
    os.mkfifo(pipe)
    link.symlink_to(pipe)
    for path in (pipe, link):
        for act in (read_project, lambda path: write_project(preset("mazur"), path)):
            with pytest.raises(Problem, match=f"“.*{path.name}” is not an ordinary file"):
                act(path)
    assert stat.S_ISFIFO(pipe.stat().st_mode)
    assert link.is_symlink()
    assert {entry.name for entry in tmp_path.iterdir()} == {"pipe", "link.gradsim"}


@pytest.mark.skipif(not Path("/dev/null").is_char_device(), reason="needs a device")
def test_a_device_is_no_place_for_a_file() -> None:
    for check in (check_ordinary, check_target):
        with pytest.raises(Problem, match="“/dev/null” is not an ordinary file"):
            check("/dev/null")


def test_a_link_to_a_file_that_is_not_there_yet_makes_it(tmp_path: Path) -> None:
    (tmp_path / "link.gradsim").symlink_to(tmp_path / "new.gradsim")
    write_project(preset("mazur"), tmp_path / "link.gradsim")
    assert (tmp_path / "link.gradsim").is_symlink()
    assert read_project(tmp_path / "new.gradsim") == preset("mazur")


def test_of_a_link_into_a_missing_folder_that_folder_is_named(tmp_path: Path) -> None:
    (tmp_path / "link.gradsim").symlink_to(tmp_path / "gone" / "p.gradsim")
    with pytest.raises(Problem, match=r"no folder “.*gone”"):
        write_project(preset("mazur"), tmp_path / "link.gradsim")


def test_a_folder_that_is_there_is_not_said_to_be_missing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*arguments: object, **options: object) -> None:
        raise FileNotFoundError(errno.ENOENT, "No such file or directory")

    monkeypatch.setattr(Path, "open", refuse)
    with pytest.raises(Problem, match=r"cannot be written: No such file or directory\.$"):
        write_project(preset("mazur"), tmp_path / "p.gradsim")


def test_a_huge_file_is_refused_after_the_limit(tmp_path: Path) -> None:
    path = tmp_path / "huge.gradsim"
    with path.open("wb") as stream:
        stream.truncate(MAXIMUM_FILE_BYTES + 1)
    with pytest.raises(Problem, match="64 MB"):
        read_project(path)


def test_a_project_too_large_to_read_back_is_not_saved(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("gradsim.project.decoding.MAXIMUM_FILE_BYTES", 1000)
    path = tmp_path / "p.gradsim"
    with pytest.raises(Problem, match="larger"):
        write_project(preset("first_look"), path)
    assert not path.exists()


def test_a_damaged_file_says_where(tmp_path: Path) -> None:
    path = tmp_path / "p.gradsim"
    text = encode_project(edits.set_title(preset("mazur"), "T")).decode()
    path.write_text(text.replace('"units": 2', '"units": 0', 1))
    with pytest.raises(Problem) as caught:
        read_project(path)
    assert caught.value.place == "network.layers[0].units"


def refusing(monkeypatch: pytest.MonkeyPatch, times: float) -> list[Path]:
    """Let the system refuse so many replacings, as Windows does while a file is open elsewhere."""
    replace, refused = Path.replace, list[Path]()

    def refuse(self: Path, target: Path) -> Path:
        if len(refused) < times:
            refused.append(target)
            raise PermissionError(errno.EACCES, "Permission denied")
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", refuse)
    return refused


def test_a_file_that_is_held_for_a_moment_is_replaced_all_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "p.gradsim"
    write_project(preset("mazur"), path)
    refused = refusing(monkeypatch, 3)
    write_project(preset("first_look"), path, patience=BRIEFLY)
    assert len(refused) == 3
    assert read_project(path) == preset("first_look")


def test_of_a_file_that_is_open_elsewhere_the_folder_is_not_blamed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "p.gradsim"
    write_project(preset("mazur"), path)
    refusing(monkeypatch, math.inf)
    start = time.monotonic()
    with pytest.raises(Problem, match="in use by another program, or write-protected"):
        write_project(preset("first_look"), path, patience=BRIEFLY)
    assert time.monotonic() - start >= BRIEFLY
    assert read_project(path) == preset("mazur")
    assert [entry.name for entry in tmp_path.iterdir()] == ["p.gradsim"]
