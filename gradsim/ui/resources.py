"""Where the program's files lie: inside the installed package, or in the repository beside it."""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent.parent


def resource(*parts: str) -> Path:
    """The path of one file below ``resources``.

    A wheel carries them as ``gradsim/resources``; an editable installation reads them from the
    root of the repository.
    """
    installed = _PACKAGE / "resources"
    root = installed if installed.is_dir() else _PACKAGE.parent / "resources"
    return root.joinpath(*parts)
