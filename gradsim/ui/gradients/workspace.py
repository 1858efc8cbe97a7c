"""The Gradients workspace: profile over attribution left; verdict, runs, histograms right."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from gradsim.ui.gradients.attribution_view import AttributionView
from gradsim.ui.gradients.histograms_view import HistogramsView
from gradsim.ui.gradients.profile_panel import ProfilePanel
from gradsim.ui.gradients.run_list import PinButton, RunList
from gradsim.ui.gradients.scrolled_column import ScrolledColumn
from gradsim.ui.gradients.verdict_box import VerdictBox
from gradsim.ui.panel import Panel
from gradsim.ui.splitter import GAP, RememberedSplitter
from gradsim.ui.workbench import Workbench
from gradsim.viewmodels.gradients.view import GradientsView


class GradientsWorkspace(QWidget):
    """Lays out the parts. They all follow one view model, which works while this is shown."""

    def __init__(self, workbench: Workbench, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theme = workbench.theme
        self.view = GradientsView(
            workbench.document, workbench.simulation, workbench.selection, workbench.runs, self
        )
        self.profile_panel = ProfilePanel(self.view, theme)
        self.attribution = AttributionView(self.view, theme)
        self.attribution_panel = Panel()
        self.attribution_panel.body.addWidget(self.attribution, 1)
        self.verdict = VerdictBox(self.view, workbench.document, theme)
        self.runs = RunList(self.view, theme)
        self.pin_button = PinButton(self.view, theme)
        self.runs_panel = Panel()
        self.runs_panel.header.addWidget(self.pin_button)
        self.runs_panel.body.addWidget(self.runs)
        self.histograms = HistogramsView(self.view, theme)
        self.histograms_panel = Panel()
        self.histograms_panel.body.addWidget(self.histograms, 1)
        self._build(workbench)
        self.view.changed.connect(self._name_attribution)
        self._retranslate()

    def _build(self, workbench: Workbench) -> None:
        settings = workbench.settings
        left = RememberedSplitter("gradients-left", Qt.Orientation.Vertical, settings)
        left.addWidget(self.profile_panel)
        left.addWidget(self.attribution_panel)
        left.settle([450, 300], [3, 2])
        right = ScrolledColumn(GAP)
        right.rows.addWidget(self.verdict)
        right.rows.addWidget(self.runs_panel)
        right.rows.addWidget(self.histograms_panel, 1)
        across = RememberedSplitter("gradients", Qt.Orientation.Horizontal, settings)
        across.addWidget(left)
        across.addWidget(right)
        across.settle([740, 340], [1, 0])
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(across)

    def _name_attribution(self) -> None:
        shown = self.attribution.attribution
        self.attribution_panel.set_note("" if shown is None else f"log₁₀ {shown.title}")

    def _retranslate(self) -> None:
        self.attribution_panel.set_title(self.tr("What took the decades"))
        self.runs_panel.set_title(self.tr("Runs"))
        self.histograms_panel.set_title(self.tr("One layer"))

    def changeEvent(self, event: QEvent) -> None:
        """Another language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def showEvent(self, event: QShowEvent) -> None:
        """Work from now on."""
        super().showEvent(event)
        self.view.set_active(True)

    def hideEvent(self, event: QHideEvent) -> None:
        """Rest."""
        super().hideEvent(event)
        self.view.set_active(False)
