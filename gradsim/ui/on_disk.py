"""Whether a file is still what it was when it was read or written."""

from __future__ import annotations

from pathlib import Path


class OnDisk:
    """Remembers of files how long they are and when they were changed."""

    def __init__(self) -> None:
        self._known: dict[Path, tuple[int, int] | None] = {}

    def remember(self, path: Path) -> None:
        """Note what `path` is now."""
        self._known[path] = _stamp(path)

    def differs(self, path: Path) -> bool:
        """Whether there is another file now than was noted; where none is, nothing is lost."""
        now = _stamp(path)
        return now is not None and path in self._known and now != self._known[path]


def _stamp(path: Path) -> tuple[int, int] | None:
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_size, found.st_mtime_ns
