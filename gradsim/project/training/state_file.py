"""The file from which a run goes on: arrays alone, never pickled, checked before they are used."""

from __future__ import annotations

import io
import os
import zipfile
from typing import Any

import numpy as np
import numpy.typing as npt

from gradsim.engine.problems import QT_TRANSLATE_NOOP, Problem
from gradsim.project.file import check_ordinary, write_bytes
from gradsim.project.training.run import Run

FORMAT = "gradsim-run-1"
MAXIMUM_BYTES = 2 * 2**30


def write_state(run: Run, path: str | os.PathLike[str]) -> None:
    """Save how far `run` came, whole or not at all.

    Raises
    ------
    Problem
        Where it cannot be saved; what stood at `path` is then untouched.
    """
    arrays = {f"memory_{index}": array for index, array in enumerate(run.trainer.memory())}
    stream = io.BytesIO()
    np.savez(
        stream,
        format=np.array(FORMAT),
        fingerprint=np.array(run.fingerprint),
        steps=np.array(run.steps),
        every=np.array(run.history.every),
        history=run.history.table,
        **arrays,  # type: ignore[arg-type]  # NumPy's stub names a further keyword
    )
    write_bytes(stream.getvalue(), path)


def read_state(run: Run, path: str | os.PathLike[str]) -> None:
    """Bring `run` to where the one that wrote `path` stood.

    Raises
    ------
    Problem
        Where the file cannot be read, is none of this kind, or is of another project or plan;
        `run` is then as it was.
    """
    shown = str(path).replace("\0", "\\0")[:200]
    try:
        check_ordinary(path)
        with open(path, "rb") as stream:
            with zipfile.ZipFile(stream) as packed:
                if sum(entry.file_size for entry in packed.infolist()) > MAXIMUM_BYTES:
                    raise _damaged(shown)
            stream.seek(0)
            with np.load(stream, allow_pickle=False) as found:
                arrays = {name: found[name] for name in found.files}
    except Problem:
        raise
    except OSError as error:
        raise Problem(
            QT_TRANSLATE_NOOP("Problem", "“{file}” cannot be read: {reason}."),
            file=shown,
            reason=error.strerror or str(error),
        ) from None
    except (ValueError, EOFError, KeyError, zipfile.BadZipFile, MemoryError):
        raise _damaged(shown) from None
    _take(run, arrays, shown)


def _take(run: Run, arrays: dict[str, npt.NDArray[Any]], shown: str) -> None:
    if str(arrays.get("format")) != FORMAT:
        raise _damaged(shown)
    if str(arrays.get("fingerprint")) != run.fingerprint:
        raise Problem(
            QT_TRANSLATE_NOOP(
                "Problem",
                "“{file}” holds a run of another project or plan. Give the same ones, or another "
                "file.",
            ),
            file=shown,
        )
    try:
        memory = tuple(arrays[f"memory_{index}"] for index in range(len(run.trainer.memory())))
        steps, every = int(arrays["steps"]), int(arrays["every"])
        table = np.asarray(arrays["history"], np.float64)
        if (
            table.shape[1:] != run.history.table.shape[1:]
            or len(table) > run.history.most
            or every < 1
        ):
            raise _damaged(shown)
        run.trainer.resume(steps, memory)
    except (KeyError, TypeError, ValueError):
        raise _damaged(shown) from None
    run.history.restore(table, every)


def _damaged(shown: str) -> Problem:
    return Problem(
        QT_TRANSLATE_NOOP("Problem", "“{file}” holds no run, or is damaged."), file=shown
    )
