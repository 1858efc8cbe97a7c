"""The bars of each layer's parts, with the worst layer and the worst part in words."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QLabel, QVBoxLayout

from gradsim.ui.gradients.attribution_view import AttributionView
from gradsim.ui.gradients.lenses.lens import Lens, LensTools
from gradsim.ui.plots.plot import LEAST_HEIGHT
from gradsim.viewmodels import words
from gradsim.viewmodels.gradients.breakdown.worst import worst_messages
from gradsim.viewmodels.gradients.wording import unbroken

_EVERY_LAYER = 10**6


class PartsLens(Lens):
    """The attribution as it also stands beside the walk, and the sentences below it."""

    def __init__(self, tools: LensTools) -> None:
        super().__init__(tools)
        self.attribution = AttributionView(tools.view, tools.workbench.theme)
        self.attribution.plot.setMinimumHeight(LEAST_HEIGHT)
        self.said = QLabel()
        self.said.setWordWrap(True)
        self.said.setProperty("muted", True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self.attribution, 1)
        layout.addWidget(self.said)
        tools.view.changed.connect(self.follow)

    @property
    def note(self) -> str:
        """What the sum is the logarithm of."""
        shown = self.attribution.attribution
        return "" if shown is None else f"log₁₀ {shown.title}"

    def take_focus(self) -> None:
        """The plot."""
        self.attribution.plot.setFocus()

    def refresh(self) -> None:
        """Name what stands out."""
        full = self.tools.view.attribution(_EVERY_LAYER)
        told = [] if full is None else [unbroken(words.text(each)) for each in worst_messages(full)]
        self.said.setText(" ".join(told))
        self.said.setVisible(bool(told))
        self.note_changed.emit()

    def changeEvent(self, event: QEvent) -> None:
        """Another language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.follow()
