"""The page of runs A to D: profiles over the factor table, runs and differences beside them."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from gradsim.ui.compare.page import ComparePage
from gradsim.ui.compare.runs.factor_view import FactorPanel
from gradsim.ui.compare.runs.overlay_panel import OverlayPanel
from gradsim.ui.compare.runs.side import DifferencesPanel, RunsPanel
from gradsim.ui.gradients.scrolled_column import ScrolledColumn
from gradsim.ui.splitter import GAP, RememberedSplitter
from gradsim.ui.workbench import Workbench
from gradsim.viewmodels.compare.runs.view import RunsView
from gradsim.viewmodels.race.entrants import MOST


class RunsPage(ComparePage):
    """Lays out the parts, which all follow one view model."""

    def __init__(self, workbench: Workbench, parent: QWidget | None = None) -> None:
        super().__init__(workbench, parent)
        bench = workbench
        self.view = RunsView(
            bench.document,
            bench.simulation,
            bench.selection,
            bench.runs,
            bench.stepper,
            bench.scope,
            bench.settings,
            self,
        )
        self.profile_panel = OverlayPanel(self.view, bench.theme)
        self.factors = FactorPanel(self.view, bench.theme)
        self.runs = RunsPanel(self.view, bench.theme)
        self.runs.race_asked.connect(self.race)
        self.differences = DifferencesPanel(self.view)
        left = RememberedSplitter("compare-runs-left", Qt.Orientation.Vertical, bench.settings)
        left.addWidget(self.profile_panel)
        left.addWidget(self.factors)
        left.settle([380, 380], [1, 1])
        right = ScrolledColumn(GAP)
        right.rows.addWidget(self.runs)
        right.rows.addWidget(self.differences)
        right.rows.addStretch(1)
        across = RememberedSplitter("compare-runs", Qt.Orientation.Horizontal, bench.settings)
        across.addWidget(left)
        across.addWidget(right)
        across.settle([740, 340], [1, 0])
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(across)

    def race(self) -> None:
        """Let the pins race, and with them, where there is room, the open network."""
        bench = self.workbench
        pinned = [run.project for run in bench.runs.pins]
        bench.race.enter([bench.document.project, *pinned] if len(pinned) < MOST else pinned)
        bench.race.ask()

    def refresh(self) -> None:
        """The parts follow by themselves; the table is written anew."""
        self.factors.list.refresh()

    def take_focus(self) -> None:
        """The arrow keys read the plot."""
        self.profile_panel.take_focus()

    def finish_drawing(self) -> None:
        """Measure every pin at once."""
        self.workbench.runs.finish()
        self.view.conditions.finish()

    def shut_down(self) -> None:
        """End the measuring thread."""
        self.view.shut_down()

    def showEvent(self, event: QShowEvent) -> None:
        """Work from now on."""
        super().showEvent(event)
        self.view.set_active(True)

    def hideEvent(self, event: QHideEvent) -> None:
        """Rest."""
        super().hideEvent(event)
        self.view.set_active(False)
