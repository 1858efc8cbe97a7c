"""The right column of Step: the profile in small, its runs, the verdict, what took the decades."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QLabel, QWidget

from gradsim.ui.gradients.attribution_view import AttributionView
from gradsim.ui.gradients.choice_controls import QuantityBox
from gradsim.ui.gradients.profile_view import ProfileView
from gradsim.ui.gradients.run_list import PinButton, RunList
from gradsim.ui.gradients.scrolled_column import ScrolledColumn
from gradsim.ui.gradients.verdict_box import VerdictBox
from gradsim.ui.panel import Panel
from gradsim.ui.workbench import Workbench
from gradsim.viewmodels import words
from gradsim.viewmodels.gradients.view import GradientsView

_LEAST_WIDTH = 288
_LEAST_PROFILE = 140
_PROFILE_SHARE = 0.32
_OTHERS = 560


class SideColumn(Panel):
    """One card; it works while it is shown."""

    def __init__(self, workbench: Workbench, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        theme = workbench.theme
        self.view = GradientsView(
            workbench.document, workbench.simulation, workbench.selection, workbench.runs, self
        )
        self.quantity_box = QuantityBox(workbench.runs.choice)
        self.profile = ProfileView(self.view, theme, zoomable=False)
        self.runs = RunList(self.view, theme, compact=True)
        self.pin_button = PinButton(self.view, theme)
        self.verdict = VerdictBox(self.view, workbench.document, theme)
        self.attribution_title = QLabel()
        self.attribution_title.setObjectName("panelTitle")
        self.attribution_title.setWordWrap(True)
        self.attribution = AttributionView(self.view, theme, zoomable=False)
        self.pin_button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
        # In the header nothing that changes its height can move it under the mouse.
        self.header.addWidget(self.pin_button)
        self.attribution.plot.setMinimumHeight(90)
        self.scroller = column = ScrolledColumn(8)
        column.rows.addWidget(self.quantity_box)
        column.rows.addWidget(self.profile)
        column.rows.addWidget(self.runs)
        column.rows.addWidget(self.verdict)
        column.rows.addWidget(self.attribution_title)
        column.rows.addWidget(self.attribution, 1)
        self.body.addWidget(column, 1)
        self.view.changed.connect(self._name)
        self.setMinimumWidth(_LEAST_WIDTH)
        self._name()

    def _name(self) -> None:
        scope = self.view.scope()
        self.set_title(self.tr("Gradient per layer"))
        self.set_note("" if scope is None else words.text(scope))
        attribution = self.tr("What took the decades of {symbol}")
        self.attribution_title.setText(attribution.format(symbol=self.view.attribution_symbol()))

    def changeEvent(self, event: QEvent) -> None:
        """Another language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.setMinimumWidth(_LEAST_WIDTH)
        self._name()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The profile's height follows the window's alone, so that the verdict stays in place."""
        super().resizeEvent(event)
        high = min(round(_PROFILE_SHARE * self.height()), self.height() - _OTHERS)
        self.profile.setFixedHeight(max(_LEAST_PROFILE, high))

    def showEvent(self, event: QShowEvent) -> None:
        """Work from now on."""
        super().showEvent(event)
        self.view.set_active(True)

    def hideEvent(self, event: QHideEvent) -> None:
        """Rest."""
        super().hideEvent(event)
        self.view.set_active(False)
