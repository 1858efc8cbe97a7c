"""What a person chose about every walk: how many paths are listed, and a − y as one factor."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from gradsim.viewmodels.settings import Settings
from gradsim.viewmodels.step.walk.path_jobs import PATHS

PATH_COUNTS = (5, 10, 25, 50, 100)
"""How many of the strongest paths can be asked for."""

_SHORTCUT_SETTING = "step_shortcut"
_COUNT_SETTING = "step_paths"


class WalkOptions(QObject):
    """Remembers both choices between starts."""

    changed = Signal()

    def __init__(self, settings: Settings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        self._shortcut = settings.text(_SHORTCUT_SETTING) == "on"
        count = settings.text(_COUNT_SETTING)
        self._path_count = int(count) if count in map(str, PATH_COUNTS) else PATHS

    @property
    def path_count(self) -> int:
        """How many of the strongest paths are listed, where there are so many."""
        return self._path_count

    @property
    def shortcut(self) -> bool:
        """Whether the cost and the activation of a fused pair are walked as one factor, a − y."""
        return self._shortcut

    def choose_path_count(self, count: int) -> None:
        """List so many of the strongest paths; other numbers than `PATH_COUNTS` are ignored."""
        if count in PATH_COUNTS and count != self._path_count:
            self._path_count = count
            self._settings.set_text(_COUNT_SETTING, str(count))
            self.changed.emit()

    def choose_shortcut(self, on: bool) -> None:
        """Walk a fused pair as one factor, or as cost and activation."""
        if on != self._shortcut:
            self._shortcut = on
            self._settings.set_text(_SHORTCUT_SETTING, "on" if on else "off")
            self.changed.emit()
