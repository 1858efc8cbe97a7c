"""A splitter that remembers where its handles were, and returns to its design on Reset layout."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter, QWidget

from gradsim.viewmodels.settings import Settings

GAP = 7


class RememberedSplitter(QSplitter):
    """Add the widgets, then call :meth:`settle` with the designed sizes.

    Parameters
    ----------
    name : str
        Under which the settings keep the state; unique in the program.
    """

    def __init__(
        self,
        name: str,
        orientation: Qt.Orientation,
        settings: Settings,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(orientation, parent)
        self._name = name
        self._settings = settings
        self._designed: list[int] = []
        self.setHandleWidth(GAP)
        self.setChildrenCollapsible(False)
        self.splitterMoved.connect(self._remember)
        settings.layout_reset.connect(self._reset)

    def settle(self, designed: Sequence[int], stretch: Sequence[int]) -> None:
        """Take the remembered sizes, else `designed`; `stretch` says which parts grow.

        Call it after the widgets were added; sizes are in pixels.
        """
        self._designed = list(designed)
        for index, factor in enumerate(stretch):
            self.setStretchFactor(index, factor)
        state = self._settings.layout(self._name)
        if state is None or not self.restoreState(state):
            self.setSizes(self._designed)

    def _remember(self) -> None:
        self._settings.set_layout(self._name, self.saveState())

    def _reset(self) -> None:
        self.setSizes(self._designed)
