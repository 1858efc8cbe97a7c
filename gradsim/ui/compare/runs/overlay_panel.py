"""The profiles of the runs laid over each other, and which gradient they are of."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QHBoxLayout

from gradsim.ui.gradients.choice_controls import QuantityBox, StatisticBox
from gradsim.ui.gradients.profile_view import ProfileView
from gradsim.ui.panel import Panel
from gradsim.ui.plots.plot import LEAST_HEIGHT
from gradsim.ui.theme import ThemeController
from gradsim.viewmodels import words
from gradsim.viewmodels.gradients.view import GradientsView


class OverlayPanel(Panel):
    """Two choices above, the plot below."""

    def __init__(self, view: GradientsView, theme: ThemeController) -> None:
        super().__init__()
        self._view = view
        self.quantity_box = QuantityBox(view.choice)
        self.statistic_box = StatisticBox(view.choice)
        self.profile = ProfileView(view, theme)
        self.profile.plot.setMinimumHeight(LEAST_HEIGHT)
        controls = QHBoxLayout()
        controls.setSpacing(8)
        controls.addWidget(self.quantity_box)
        controls.addWidget(self.statistic_box)
        controls.addStretch(1)
        self.body.addLayout(controls)
        self.body.addWidget(self.profile, 1)
        view.changed.connect(self._name_scope)
        self._retranslate()

    def take_focus(self) -> None:
        """The arrow keys read the plot."""
        self.profile.plot.setFocus()

    def _name_scope(self) -> None:
        scope = self._view.scope()
        self.set_note("" if scope is None else words.text(scope))

    def _retranslate(self) -> None:
        self.set_title(self.tr("Gradient per layer"))
        self._name_scope()

    def changeEvent(self, event: QEvent) -> None:
        """Another language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
