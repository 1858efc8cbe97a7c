"""Which gradient the profiles show and as which statistic; shared by both workspaces."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from gradsim.viewmodels.gradients.quantities import QUANTITIES, STATISTICS
from gradsim.viewmodels.settings import Settings


class ProfileChoice(QObject):
    """The quantity and statistic of every profile on screen; remembered between starts."""

    changed = Signal()

    def __init__(self, settings: Settings | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        self._quantity = self._remembered("profile_quantity", tuple(QUANTITIES))
        self._statistic = self._remembered("profile_statistic", tuple(STATISTICS))

    @property
    def quantity(self) -> str:
        """A name of ``QUANTITIES``."""
        return self._quantity

    @property
    def statistic(self) -> str:
        """A name of ``STATISTICS``."""
        return self._statistic

    def choose_quantity(self, name: str) -> None:
        """Show the gradient `name`."""
        if name != self._quantity and name in QUANTITIES:
            self._quantity = name
            self._remember("profile_quantity", name)
            self.changed.emit()

    def choose_statistic(self, name: str) -> None:
        """Show the statistic `name`."""
        if name != self._statistic and name in STATISTICS:
            self._statistic = name
            self._remember("profile_statistic", name)
            self.changed.emit()

    def _remembered(self, key: str, names: tuple[str, ...]) -> str:
        value = self._settings.text(key) if self._settings is not None else ""
        return value if value in names else names[0]

    def _remember(self, key: str, value: str) -> None:
        if self._settings is not None:
            self._settings.set_text(key, value)
