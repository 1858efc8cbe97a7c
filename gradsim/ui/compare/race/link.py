"""The way to the race from wherever something can enter it, with how many are in it."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QPushButton

from gradsim.viewmodels.race.entrants import MOST, Entrants


class RaceLink(QPushButton):
    """Hidden while nobody is in the race; a click turns to it."""

    def __init__(self, entrants: Entrants) -> None:
        super().__init__()
        self._entrants = entrants
        self.clicked.connect(entrants.ask)
        entrants.changed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """How many are in the race."""
        count = len(self._entrants.racers)
        self.setVisible(count > 0)
        self.setText(self.tr("To the race ({count})").format(count=count))
        self.setToolTip(
            self.tr("{count} of at most {most} are in the race").format(count=count, most=MOST)
        )

    def changeEvent(self, event: QEvent) -> None:
        """Another language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.refresh()
