"""Reading and writing a project file: nothing is half written, and no accident is a traceback."""

from __future__ import annotations

import contextlib
import os
import secrets
import stat
import time
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from gradsim.engine.problems import QT_TRANSLATE_NOOP, Problem
from gradsim.project.decoding import check_length, decode_project
from gradsim.project.encoding import encode_project
from gradsim.project.limits import MAXIMUM_FILE_BYTES
from gradsim.project.model import Project

__all__ = [
    "BRIEFLY",
    "SUFFIX",
    "check_ordinary",
    "check_target",
    "decode_project",
    "encode_project",
    "named",
    "no_name",
    "read_project",
    "replacing",
    "write_bytes",
    "write_project",
]

SUFFIX = ".gradsim"
BRIEFLY = 0.25
"""Seconds of patience where a window stands still meanwhile."""
_PATIENCE = 1.0
"""Seconds in which a virus scanner or an indexer has let go of a file, as a rule."""
_FIRST_WAIT = 0.02


def read_project(path: str | os.PathLike[str]) -> Project:
    """The project in the file at `path`.

    Raises
    ------
    Problem
        Where it cannot be read, or holds no project.
    """
    try:
        if not os.fspath(path):
            raise no_name()
        check_ordinary(path)
        with Path(path).open("rb") as stream:
            data = stream.read(MAXIMUM_FILE_BYTES + 1)
    except Problem:
        raise
    except FileNotFoundError:
        raise Problem(
            QT_TRANSLATE_NOOP("Problem", "There is no file “{file}”."), file=str(path)
        ) from None
    except PermissionError:
        raise Problem(
            QT_TRANSLATE_NOOP("Problem", "There is no permission to read “{file}”."),
            file=str(path),
        ) from None
    except (OSError, ValueError) as error:
        raise Problem(
            QT_TRANSLATE_NOOP("Problem", "“{file}” cannot be read: {reason}."),
            file=_shown(path),
            reason=_reason(error),
        ) from None
    check_length(len(data))
    return decode_project(data)


def write_project(
    project: Project, path: str | os.PathLike[str], *, patience: float = _PATIENCE
) -> None:
    """Save the project at `path`, whole or not at all, as :func:`write_bytes` does.

    Raises
    ------
    Problem
        Where it cannot be saved; what stood at `path` is then untouched.
    """
    write_bytes(encode_project(project), path, patience=patience)


def write_bytes(data: bytes, path: str | os.PathLike[str], *, patience: float = _PATIENCE) -> None:
    """Save `data` at `path`, whole or not at all, as :func:`replacing` does.

    Who saves knows the file: what goes wrong is told without its name.

    Raises
    ------
    Problem
        Where it cannot be saved; what stood at `path` is then untouched.
    """
    with _telling(path), replacing(path, patience=patience) as stream:
        stream.write(data)


@contextlib.contextmanager
def replacing(path: str | os.PathLike[str], *, patience: float = _PATIENCE) -> Iterator[BinaryIO]:
    """A stream whose content stands at `path` once the block ends, whole or not at all.

    It is written beside the target, flushed to the disk and put in its place in one step; a link
    is followed, and the permissions of a file that is replaced stay. Where another program holds
    that place, it is tried again for `patience` seconds.

    Raises
    ------
    Problem
        Where nothing may be put at `path`, as :func:`check_target` says, or what stands there may
        not be replaced.
    OSError
        Where the system refuses; what stood at `path` is then untouched, as it is where the block
        raises.
    """
    target = check_target(path)
    mode = stat.S_IMODE(target.stat().st_mode) if target.exists() else None
    # A name of fixed length: one derived from the target's could be too long for the file system.
    temporary = target.with_name(f".gradsim-{secrets.token_hex(8)}.tmp")
    try:
        with temporary.open("xb") as stream:
            yield stream
            stream.flush()
            os.fsync(stream.fileno())
        if mode is not None:
            temporary.chmod(mode)
        _put(temporary, target, patience)
    except BaseException:
        with contextlib.suppress(OSError):
            temporary.unlink()
        raise
    _flush_folder(target.parent)


def _put(temporary: Path, target: Path, patience: float) -> None:
    """Replace `target`, also where that is refused for a moment, as it is on Windows."""
    wait = _FIRST_WAIT
    while True:
        try:
            temporary.replace(target)
        except PermissionError:
            if patience <= 0:
                # The folder takes files, as the temporary one shows: this one is what is held.
                raise Problem(
                    QT_TRANSLATE_NOOP(
                        "Problem",
                        "The file is in use by another program, or write-protected. Close it "
                        "there, or choose another name.",
                    )
                ) from None
            time.sleep(min(wait, patience))
            patience -= wait
            wait *= 2
        else:
            return


def check_target(path: str | os.PathLike[str]) -> Path:
    """The file that `path` names, links followed, where one may be saved as far as can be seen.

    A file that is marked read-only is refused too: replacing it would pass over the mark.

    Raises
    ------
    Problem
        Where there is no folder for it, or something stands there that is not to be replaced.
    """
    with _telling(path):
        if not os.fspath(path):
            raise no_name()
        target = Path(os.path.realpath(path))
        if not check_ordinary(path):
            if not target.parent.is_dir():
                raise FileNotFoundError
            return target
        mode = os.stat(path).st_mode
        marked = not mode & (stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH)
        if marked or not os.access(path, os.W_OK):
            raise Problem(
                QT_TRANSLATE_NOOP("Problem", "The file is read-only; save under another name.")
            )
        return target


def check_ordinary(path: str | os.PathLike[str]) -> bool:
    """Whether anything is at `path`, which must then be a file or a link to one.

    A pipe would be waited for, and a device replaced by a file.

    Raises
    ------
    Problem
        Where it is a folder, a pipe, a device or a socket.
    OSError
        Where the system does not tell.
    """
    try:
        mode = os.stat(path).st_mode
    except FileNotFoundError:
        return False
    if stat.S_ISDIR(mode):
        raise Problem(QT_TRANSLATE_NOOP("Problem", "“{file}” is a folder."), file=str(path))
    if not stat.S_ISREG(mode):
        raise Problem(
            QT_TRANSLATE_NOOP("Problem", "“{file}” is not an ordinary file."), file=str(path)
        )
    return True


@contextlib.contextmanager
def named(path: str | os.PathLike[str]) -> Iterator[None]:
    """A block whose problems name the file, as they must where several are written.

    Raises
    ------
    Problem
        What the block raises, behind `path` where it names no file or folder by itself.
    """
    try:
        yield
    except Problem as problem:
        if {"file", "folder"} & problem.arguments.keys():
            raise
        raise Problem(
            QT_TRANSLATE_NOOP("Problem", "“{file}”: {reason}"),
            file=str(path),
            reason=problem.reason,
        ) from None


@contextlib.contextmanager
def _telling(path: str | os.PathLike[str]) -> Iterator[None]:
    """A block that writes `path`; what the system says against it becomes a sentence."""
    try:
        yield
    except Problem:
        raise
    except FileNotFoundError as error:
        raise _no_folder(path, error) from None
    except PermissionError:
        raise Problem(
            QT_TRANSLATE_NOOP("Problem", "There is no permission to write in “{folder}”."),
            folder=str(Path(path).parent),
        ) from None
    except (OSError, ValueError) as error:
        raise _not_written(error) from None


def no_name() -> Problem:
    """The refusal of a file without a name, which the system would take for a folder."""
    return Problem(QT_TRANSLATE_NOOP("Problem", "No file is named."), file="")


def _no_folder(path: str | os.PathLike[str], error: OSError) -> Problem:
    """What is missing: the folder, that of the file which a link names, or none of them."""
    for folder in (Path(path).parent, Path(os.path.realpath(path)).parent):
        if not folder.is_dir():
            return Problem(
                QT_TRANSLATE_NOOP("Problem", "There is no folder “{folder}”."), folder=str(folder)
            )
    return _not_written(error)


def _not_written(error: OSError | ValueError) -> Problem:
    return Problem(
        QT_TRANSLATE_NOOP("Problem", "The file cannot be written: {reason}."),
        reason=_reason(error),
    )


def _flush_folder(folder: Path) -> None:
    """Make the new name itself durable, where the system can open a folder."""
    with contextlib.suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def _reason(error: OSError | ValueError) -> str:
    return (error.strerror if isinstance(error, OSError) else None) or str(error)


def _shown(path: str | os.PathLike[str]) -> str:
    """The path where it may hold what cannot be printed."""
    return str(path).replace("\0", "\\0")[:200]
