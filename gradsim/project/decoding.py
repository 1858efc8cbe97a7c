"""From bytes to a project: text, then JSON, then version, then shape, then sense.

Whatever is wrong comes out as a :class:`Problem`, with the place where one can be named.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import msgspec

from gradsim.engine.problems import QT_TRANSLATE_NOOP, Problem
from gradsim.project.conversion import project_of
from gradsim.project.format import FORMAT, VERSION, ProjectFile
from gradsim.project.limits import MAXIMUM_FILE_BYTES
from gradsim.project.model import Project
from gradsim.project.refusals import first_lost, first_non_finite, malformed, missing, sentence_of

Migration = Callable[[dict[str, Any]], dict[str, Any]]


def _from_1(content: dict[str, Any]) -> dict[str, Any]:
    """Version 2 adds entries that may be absent, and what version 1 holds means what it meant."""
    return content


MIGRATIONS: Mapping[int, Migration] = {1: _from_1}
"""For each older version, what turns its JSON object into that of the version after it."""

_UTF8_MARK = b"\xef\xbb\xbf"
_UTF16_MARKS = (b"\xff\xfe", b"\xfe\xff")


class _Head(msgspec.Struct):
    """What says whether the rest can be read."""

    format: Any = None
    version: Any = None


def decode_project(data: bytes) -> Project:
    """The project in the bytes of a file.

    Raises
    ------
    Problem
        Where they hold none: each accident has a sentence of its own.
    """
    check_length(len(data))
    text = _checked_text(data)
    try:
        return project_of(_decoded(text, MIGRATIONS))
    except RecursionError:
        raise Problem(
            QT_TRANSLATE_NOOP("Problem", "The brackets in this file are nested too deeply.")
        ) from None


def check_length(length: int) -> None:
    """Refuse more bytes than are read."""
    if length > MAXIMUM_FILE_BYTES:
        raise Problem(
            QT_TRANSLATE_NOOP(
                "Problem", "The file is larger than {maximum} MB, more than is read."
            ),
            maximum=MAXIMUM_FILE_BYTES // 2**20,
        )


def _checked_text(data: bytes) -> bytes:
    """The bytes without a byte-order mark, if they are UTF-8 text."""
    if data.startswith(_UTF16_MARKS):
        raise Problem(
            QT_TRANSLATE_NOOP("Problem", "The file is UTF-16 text; a project is saved as UTF-8.")
        )
    text = data.removeprefix(_UTF8_MARK)
    if not text.strip():
        raise Problem(QT_TRANSLATE_NOOP("Problem", "The file is empty."))
    try:
        decoded = text.decode("utf-8")
    except UnicodeDecodeError:
        raise _binary() from None
    if "\0" in decoded:
        raise _binary()
    return text


def _binary() -> Problem:
    return Problem(
        QT_TRANSLATE_NOOP("Problem", "The file is binary, not a project: a project is UTF-8 text.")
    )


def _decoded(text: bytes, migrations: Mapping[int, Migration]) -> ProjectFile:
    """The file's Structs, after its version is known and older ones are brought up to date."""
    try:
        version = _version_of(msgspec.json.decode(text, type=_Head))
        if (lost := first_lost(text)) is not None:
            raise lost
        if version == VERSION:
            return msgspec.json.decode(text, type=ProjectFile)
        return msgspec.convert(
            migrated(msgspec.json.decode(text), version, migrations), ProjectFile
        )
    except msgspec.ValidationError as error:
        if "out of range" in str(error) and (found := first_non_finite(text)) is not None:
            raise found from None
        raise sentence_of(error) from None
    except msgspec.DecodeError as error:
        raise malformed(text, error) from None
    except UnicodeDecodeError:
        raise _binary() from None


def migrated(
    content: dict[str, Any], version: int, migrations: Mapping[int, Migration]
) -> dict[str, Any]:
    """The content of an older file, brought forward one version at a time."""
    for step in range(version, VERSION):
        content = {**migrations[step](content), "version": step + 1}
    return content


def _version_of(head: _Head) -> int:
    """The file's version, if this program can read it."""
    if head.format is None:
        raise missing("format", "")
    if head.format != FORMAT:
        raise Problem(
            QT_TRANSLATE_NOOP("Problem", "This is not a GradSim project: “format” says otherwise."),
            place="format",
        )
    version = head.version
    if version is None:
        raise missing("version", "")
    if isinstance(version, bool) or not isinstance(version, int) or version < 1:
        raise Problem(
            QT_TRANSLATE_NOOP("Problem", "The version must be a whole number from 1 on."),
            place="version",
        )
    if version > VERSION:
        raise Problem(
            QT_TRANSLATE_NOOP(
                "Problem",
                "The file has version {version}; this GradSim reads up to {known}. A newer "
                "GradSim opens it.",
            ),
            place="version",
            version=version,
            known=VERSION,
        )
    return version
