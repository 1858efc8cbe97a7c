"""Which gradient the profiles show and as which statistic; shared by both workspaces."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from gradsim.viewmodels.gradients.quantities import QUANTITIES, STATISTICS
from gradsim.viewmodels.settings import Settings


class ProfileChoice(QObject):
    """The quantity and statistic of every profile on screen.

    The quantity is remembered between starts. The statistic is the one that compares what is on
    screen fairly, until a person chooses one: that holds as long as the program runs.
    """

    changed = Signal()

    def __init__(self, settings: Settings | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        self._quantity = self._remembered("profile_quantity", tuple(QUANTITIES))
        self._suggested = next(iter(STATISTICS))
        self._chosen: str | None = None

    @property
    def quantity(self) -> str:
        """A name of ``QUANTITIES``."""
        return self._quantity

    @property
    def statistic(self) -> str:
        """A name of ``STATISTICS``."""
        return self._chosen or self._suggested

    def choose_quantity(self, name: str) -> None:
        """Show the gradient `name`."""
        if name != self._quantity and name in QUANTITIES:
            self._quantity = name
            self._remember("profile_quantity", name)
            self.changed.emit()

    def choose_statistic(self, name: str) -> None:
        """Show the statistic `name`, whatever is suggested from now on."""
        if name in STATISTICS:
            before, self._chosen = self.statistic, name
            self._report(before)

    def suggest_statistic(self, name: str) -> None:
        """Show the statistic `name` as long as nobody chooses one."""
        before, self._suggested = self.statistic, name
        self._report(before)

    def _report(self, before: str) -> None:
        if self.statistic != before:
            self.changed.emit()

    def _remembered(self, key: str, names: tuple[str, ...]) -> str:
        value = self._settings.text(key) if self._settings is not None else ""
        return value if value in names else names[0]

    def _remember(self, key: str, value: str) -> None:
        if self._settings is not None:
            self._settings.set_text(key, value)
