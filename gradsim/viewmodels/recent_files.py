"""The list of projects opened or saved last."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Signal

from gradsim.viewmodels.settings import Settings

_MOST = 8


class RecentFiles(QObject):
    """Newest first, each file once, remembered in the settings."""

    changed = Signal()

    def __init__(self, settings: Settings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        settings.recent_changed.connect(self.changed)

    @property
    def paths(self) -> tuple[Path, ...]:
        """The files, newest first."""
        return self._settings.recent

    def add(self, path: Path) -> None:
        """Put `path` first."""
        absolute = path.absolute()
        others = [each for each in self.paths if each != absolute]
        self._settings.set_recent((absolute, *others)[:_MOST])

    def remove(self, path: Path) -> None:
        """Forget a file that is gone."""
        self._settings.set_recent(tuple(each for each in self.paths if each != path.absolute()))

    def clear(self) -> None:
        """Forget all of them."""
        self._settings.set_recent(())
