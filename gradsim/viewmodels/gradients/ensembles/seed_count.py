"""Over how many seeds the profiles are drawn."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QObject, Signal

from gradsim.viewmodels.settings import Settings

COUNTS: Final = (1, 8, 20, 50, 100, 200)
"""What can be chosen; 1 is the project's own seed alone."""
_USUAL: Final = 8
_KEY: Final = "profile_seeds"


class SeedCount(QObject):
    """One of `COUNTS`, remembered between starts."""

    changed = Signal()

    def __init__(self, settings: Settings | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        remembered = settings.text(_KEY) if settings is not None else ""
        self._count = int(remembered) if remembered in map(str, COUNTS) else _USUAL

    @property
    def count(self) -> int:
        """How many seeds."""
        return self._count

    def choose(self, count: int) -> None:
        """Draw over `count` seeds."""
        if count != self._count and count in COUNTS:
            self._count = count
            if self._settings is not None:
                self._settings.set_text(_KEY, str(count))
            self.changed.emit()
