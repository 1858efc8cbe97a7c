"""Where the banner of the run stands, which is made with the Train workspace and not before."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QVBoxLayout

from gradsim.ui.workbench import Workbench
from gradsim.ui.workspaces import Workspaces

if TYPE_CHECKING:
    from gradsim.ui.run_banner import RunBanner


class RunPlace(QObject):
    """Puts the banner into `column`, at the place where it now ends."""

    def __init__(
        self, workbench: Workbench, workspaces: Workspaces, column: QVBoxLayout, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._workbench, self._workspaces = workbench, workspaces
        self._column, self._index = column, column.count()
        self.banner: RunBanner | None = None
        workspaces.train_made.connect(self._make)
        workspaces.currentChanged.connect(self._follow)

    def _make(self) -> None:
        from gradsim.ui.run_banner import RunBanner

        train, bench = self._workspaces.train, self._workbench
        if train is not None:
            self.banner = RunBanner(train.session, bench.document, bench.theme)
            self._column.insertWidget(self._index, self.banner)

    def _follow(self) -> None:
        if self.banner is not None:
            train = self._workspaces.train
            self.banner.stand_beside_run(self._workspaces.currentWidget() is train)
