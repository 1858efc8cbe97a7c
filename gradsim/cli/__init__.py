"""The terminal: every command, one exit code and one clear line for whatever goes wrong.

Nothing here imports NumPy or Qt before a command needs it, so that ``gradsim --version`` and
``gradsim --help`` answer at once.
"""

from __future__ import annotations

import errno
import gc
import os
import sys
from collections.abc import Sequence

from gradsim.cli.arguments import parse
from gradsim.cli.output import use_safe_streams

__all__ = ["main"]

BAD_INPUT = 1
INTERRUPTED = 130
_DRAWN = ("screenshot", "window")
"""The commands that say themselves when garbage is collected."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command.

    Returns
    -------
    int
        0 for success, 1 for bad input (one line on stderr says which), 130 after Ctrl+C. Wrong
        usage leaves through argparse with 2.
    """
    use_safe_streams()
    parsed = parse(sys.argv[1:] if arguments is None else arguments)
    try:
        code = _run(parsed.command, parsed)
        if sys.stdout is not None:
            sys.stdout.flush()
    except BrokenPipeError:
        # The reader left (``gradsim trace … | head``): that is its right, and no error.
        _discard_output()
        return 0
    except KeyboardInterrupt:
        return INTERRUPTED
    except OSError as error:
        _discard_output()
        if _tells_of_a_reader_that_left(error):
            return 0
        return _refuse(f"The output cannot be written: {error.strerror or error}.")
    return code


def _tells_of_a_reader_that_left(error: OSError) -> bool:
    """Windows calls a pipe without a reader an invalid argument; of a file it names the file."""
    return sys.platform == "win32" and error.errno == errno.EINVAL and error.filename is None


def _run(command: str, arguments: object) -> int:
    from importlib import import_module

    # All that is imported stays; to look through it for garbage on the way only delays the start.
    collecting = gc.isenabled()
    gc.disable()
    from gradsim.engine.problems import Problem

    try:
        module = import_module(f"gradsim.cli.{command}_command")
        if collecting and command not in _DRAWN:
            _collect_from_here_on()
        code: int = module.run(arguments)
    except Problem as problem:
        return _refuse(str(problem), getattr(arguments, "file", None), problem.place)
    except MemoryError:
        return _refuse("There is not enough memory for a network of this size.")
    finally:
        if collecting:
            _collect_from_here_on()
    return code


def _collect_from_here_on() -> None:
    """Collect garbage again, but leave out what is there: it stays, or the process ends.

    At the end of a picture that saves going through a dead window, a quarter of its time; so
    nothing may wait for its own end to remove a file.
    """
    gc.freeze()
    gc.enable()


def _refuse(sentence: str, file: str | None = None, place: str = "") -> int:
    """Say on stderr, in one line, what is wrong; with the file where a place in it is meant."""
    where = f"{file}: " if file and place and place != file else ""
    line = " ".join(f"gradsim: {where}{sentence}".split())
    print(line, file=sys.stderr)
    return BAD_INPUT


def _discard_output() -> None:
    """Point stdout at nothing, so that the interpreter's last flush finds no broken pipe."""
    try:
        nothing = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nothing, sys.stdout.fileno())
    except (OSError, ValueError):
        return
