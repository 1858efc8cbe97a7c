"""The results file of a sweep: one line for each finished cell, safe the moment it is written.

The first line says which sweep it is; then come, in the order of their coming, a line for each
machine that computes and a line for each cell. Lines are only ever appended, and each is on the
disk before the next cell counts as done. So a sweep that is killed loses at most the cell that it
was writing, and goes on where it stood.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from types import TracebackType
from typing import BinaryIO

import msgspec

from gradsim import __version__
from gradsim.engine.problems import QT_TRANSLATE_NOOP, Problem
from gradsim.project.file import check_ordinary
from gradsim.project.sweeps.machine import Machine
from gradsim.project.sweeps.plan import Plan
from gradsim.project.sweeps.records import CellRecord, decode, encode

FORMAT = "gradsim-sweep"
VERSION = 1
NAME = "results.jsonl"


class _Head(msgspec.Struct):
    format: str
    fingerprint: str


class _MachineLine(msgspec.Struct):
    machine: int
    runs: Machine


class _CellLine(msgspec.Struct):
    cell: int


class ResultsFile:
    """The results of one plan, opened for more; a context manager.

    Raises
    ------
    Problem
        Where the file holds another sweep or is damaged, which leaves it as it is, or cannot be
        read or written.
    """

    def __init__(self, path: str | os.PathLike[str], plan: Plan) -> None:
        self.path = Path(path)
        self._places: dict[int, int] = {}
        self.machines: list[Machine] = []
        head = self._head(plan)
        try:
            check_ordinary(self.path)
            self._writer = self.path.open("ab", buffering=0)
        except OSError as error:
            raise self._failure(error) from None
        try:
            self._lock()
            self._opened(head)
            self._reader = self.path.open("rb")
        except OSError as error:
            self._writer.close()
            raise self._failure(error) from None
        except Problem:
            self._writer.close()
            raise

    def __enter__(self) -> ResultsFile:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close the file; what was appended is on the disk already."""
        self._writer.close()
        self._reader.close()

    def __contains__(self, cell: int) -> bool:
        """Whether cell number `cell` is finished."""
        return cell in self._places

    def __len__(self) -> int:
        """The number of finished cells."""
        return len(self._places)

    def append(self, record: CellRecord, machine: Machine) -> None:
        """Add a finished cell and wait until it is on the disk.

        Raises
        ------
        Problem
            Where it cannot be written; the file then ends with the cell before.
        """
        if record.cell in self._places:
            return
        added = b""
        number = self.machines.index(machine) + 1 if machine in self.machines else 0
        if not number:
            number = len(self.machines) + 1
            added = encode(_MachineLine(number, machine)) + b"\n"
        record.machine = number
        end = self._writer.seek(0, os.SEEK_END)
        try:
            left = memoryview(added + encode(record) + b"\n")
            while left:
                left = left[self._writer.write(left) :]
            os.fsync(self._writer.fileno())
        except OSError as error:
            self._take_back(end)
            raise self._failure(error) from None
        if added:
            self.machines.append(machine)
        self._places[record.cell] = end + len(added)

    def records(self) -> Iterator[CellRecord]:
        """The finished cells in the order of their numbers, read one at a time."""
        for cell in sorted(self._places):
            yield self.record(cell)

    def record(self, cell: int) -> CellRecord:
        """One finished cell.

        Raises
        ------
        Problem
            Where its line is none, whoever changed it.
        """
        try:
            return decode(self.line(cell))
        except (msgspec.DecodeError, UnicodeDecodeError):
            self._reader.seek(0)
            before = self._reader.read(self._places[cell])
            raise self._damaged(before.count(b"\n") + 1) from None

    def lines(self) -> Iterator[bytes]:
        """The same as they stand in the file, without line ends."""
        for cell in sorted(self._places):
            yield self.line(cell)

    def line(self, cell: int) -> bytes:
        """The line of one finished cell, without its end."""
        self._reader.seek(self._places[cell])
        return self._reader.readline().rstrip(b"\n")

    def _head(self, plan: Plan) -> bytes:
        return encode(
            {
                "format": FORMAT,
                "version": VERSION,
                "program": __version__,
                "fingerprint": plan.fingerprint,
                **plan.description,
            }
        )

    def _opened(self, head: bytes) -> None:
        """Bring the file to a complete last line: a new one, or one that is gone on with."""
        with self.path.open("r+b") as stream:
            first = stream.readline()
            if first.endswith(b"\n"):
                if first.rstrip(b"\n") != head:
                    raise self._other(first)
                stream.truncate(self._end_of_lines(stream))
            elif (head + b"\n").startswith(first):
                # Nothing, or the beginning of this line: the sweep was killed right there.
                stream.truncate(0)
                stream.seek(0)
                stream.write(head + b"\n")
                stream.flush()
                os.fsync(stream.fileno())
            else:
                raise self._other(first)

    def _lock(self) -> None:
        """Keep a second sweep from writing into the same file, where the system can."""
        try:
            import fcntl
        except ImportError:  # Windows
            return
        try:
            fcntl.flock(self._writer, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise Problem(
                QT_TRANSLATE_NOOP(
                    "Problem", "“{file}” is being written by another sweep just now."
                ),
                file=str(self.path),
            ) from None
        except OSError:  # a file system without locks
            return

    def _end_of_lines(self, stream: BinaryIO) -> int:
        """Where the last whole line ends; notes the cells and machines of all lines."""
        number = 2
        while line := stream.readline():
            place = stream.tell() - len(line)
            try:
                self._note(line, place)
            except (msgspec.DecodeError, UnicodeDecodeError):
                if stream.readline():
                    raise self._damaged(number) from None
                return place
            number += 1
        return stream.tell()

    def _note(self, line: bytes, place: int) -> None:
        if not line.endswith(b"\n"):
            raise msgspec.DecodeError
        if line.startswith(b'{"machine"'):
            self.machines.append(msgspec.json.decode(line, type=_MachineLine).runs)
        else:
            self._places.setdefault(msgspec.json.decode(line, type=_CellLine).cell, place)

    def _damaged(self, line: int) -> Problem:
        return Problem(
            QT_TRANSLATE_NOOP(
                "Problem",
                "“{file}” is damaged in line {line}; remove it or choose another folder.",
            ),
            file=str(self.path),
            line=line,
        )

    def _other(self, first: bytes) -> Problem:
        try:
            ours = msgspec.json.decode(first, type=_Head).format == FORMAT
        except (msgspec.DecodeError, UnicodeDecodeError):
            ours = False
        template = (
            QT_TRANSLATE_NOOP(
                "Problem",
                "“{file}” holds another sweep and is left as it is; choose another folder.",
            )
            if ours
            else QT_TRANSLATE_NOOP(
                "Problem",
                "“{file}” is no results file of a sweep and is left as it is; choose another "
                "folder.",
            )
        )
        return Problem(template, file=str(self.path))

    def _take_back(self, end: int) -> None:
        """Cut off what was half written; where not even that goes, reading will."""
        try:
            self._writer.truncate(end)
        except OSError:
            return

    def _failure(self, error: OSError) -> Problem:
        return Problem(
            QT_TRANSLATE_NOOP("Problem", "“{file}” cannot be written: {reason}."),
            file=str(self.path),
            reason=error.strerror or str(error),
        )
