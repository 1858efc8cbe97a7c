"""Reading and writing a project file: nothing is half written, and no accident is a traceback."""

from __future__ import annotations

import contextlib
import os
import secrets
import stat
from pathlib import Path

from gradsim.engine.problems import QT_TRANSLATE_NOOP, Problem
from gradsim.project.decoding import check_length, decode_project
from gradsim.project.encoding import encode_project
from gradsim.project.limits import MAXIMUM_FILE_BYTES
from gradsim.project.model import Project

__all__ = [
    "SUFFIX",
    "decode_project",
    "encode_project",
    "read_project",
    "write_bytes",
    "write_project",
]

SUFFIX = ".gradsim"


def read_project(path: str | os.PathLike[str]) -> Project:
    """The project in the file at `path`.

    Raises
    ------
    Problem
        Where it cannot be read, or holds no project.
    """
    target = Path(path)
    try:
        mode = target.stat().st_mode
        if stat.S_ISDIR(mode):
            raise IsADirectoryError
        if not stat.S_ISREG(mode):
            raise Problem(
                QT_TRANSLATE_NOOP("Problem", "“{file}” is not an ordinary file."), file=target.name
            )
        with target.open("rb") as stream:
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
    except IsADirectoryError:
        raise _directory(path) from None
    except (OSError, ValueError) as error:
        raise Problem(
            QT_TRANSLATE_NOOP("Problem", "“{file}” cannot be read: {reason}."),
            file=_shown(path),
            reason=_reason(error),
        ) from None
    check_length(len(data))
    return decode_project(data)


def write_project(project: Project, path: str | os.PathLike[str]) -> None:
    """Save the project at `path`, whole or not at all, as :func:`write_bytes` does.

    Raises
    ------
    Problem
        Where it cannot be saved; what stood at `path` is then untouched.
    """
    write_bytes(encode_project(project), path)


def write_bytes(data: bytes, path: str | os.PathLike[str]) -> None:
    """Save `data` at `path`, whole or not at all.

    Who saves knows the file: what goes wrong is told without its name.

    It is written beside the target, flushed to the disk and put in its place in one step; a link
    is followed, and the permissions of a file that is replaced stay.

    Raises
    ------
    Problem
        Where it cannot be saved; what stood at `path` is then untouched.
    """
    try:
        target = Path(os.path.realpath(path))
        _check_writable(target, path)
        _replace(target, data)
    except Problem:
        raise
    except FileNotFoundError:
        raise Problem(
            QT_TRANSLATE_NOOP("Problem", "There is no folder “{folder}”."),
            folder=str(Path(path).parent),
        ) from None
    except PermissionError:
        raise Problem(
            QT_TRANSLATE_NOOP("Problem", "There is no permission to write in “{folder}”."),
            folder=str(Path(path).parent),
        ) from None
    except (OSError, ValueError) as error:
        raise Problem(
            QT_TRANSLATE_NOOP("Problem", "The file cannot be written: {reason}."),
            reason=_reason(error),
        ) from None


def _check_writable(target: Path, path: str | os.PathLike[str]) -> None:
    """Refuse a folder, and a file that is marked read-only: replacing would pass over the mark."""
    if not target.exists():
        return
    mode = target.stat().st_mode
    if stat.S_ISDIR(mode):
        raise _directory(path)
    if not mode & (stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH) or not os.access(target, os.W_OK):
        raise Problem(
            QT_TRANSLATE_NOOP("Problem", "The file is read-only; save under another name.")
        )


def _replace(target: Path, data: bytes) -> None:
    mode = stat.S_IMODE(target.stat().st_mode) if target.exists() else None
    # A name of fixed length: one derived from the target's could be too long for the file system.
    temporary = target.with_name(f".gradsim-{secrets.token_hex(8)}.tmp")
    try:
        with temporary.open("xb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        if mode is not None:
            temporary.chmod(mode)
        temporary.replace(target)
    except BaseException:
        with contextlib.suppress(OSError):
            temporary.unlink()
        raise
    _flush_folder(target.parent)


def _flush_folder(folder: Path) -> None:
    """Make the new name itself durable, where the system can open a folder."""
    with contextlib.suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def _directory(path: str | os.PathLike[str]) -> Problem:
    return Problem(QT_TRANSLATE_NOOP("Problem", "“{file}” is a folder."), file=str(path))


def _reason(error: OSError | ValueError) -> str:
    return (error.strerror if isinstance(error, OSError) else None) or str(error)


def _shown(path: str | os.PathLike[str]) -> str:
    """The path where it may hold what cannot be printed."""
    return str(path).replace("\0", "\\0")[:200]
