"""Whose fault a cell is: the decades of each layer as bars that add up, and the worst in words."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from gradsim.ui.gradients.attribution_view import AttributionLegend
from gradsim.ui.plots.attribution_plot import AttributionPlot
from gradsim.ui.theme import ThemeController
from gradsim.viewmodels import words
from gradsim.viewmodels.compare.grid.cause import GridCause
from gradsim.viewmodels.compare.grid.view import GridView
from gradsim.viewmodels.compare.grid.wording import worst_text
from gradsim.viewmodels.gradients.attribution import CAUSES, Attribution
from gradsim.viewmodels.gradients.wording import decades_text
from gradsim.viewmodels.notation import layer_number


class WhyView(QWidget):
    """Measures the draw in the middle of the present cell while it is shown."""

    def __init__(self, view: GridView, theme: ThemeController) -> None:
        super().__init__()
        self._view = view
        self.cause = GridCause(self)
        self.plot = AttributionPlot(theme)
        self.plot.setMinimumHeight(110)
        self.plot.reading.set_reader(self._readout)
        self.legend = AttributionLegend(theme)
        self.sentence, self.about = QLabel(), QLabel()
        self.about.setProperty("muted", True)
        for label in (self.sentence, self.about):
            label.setWordWrap(True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self.sentence)
        layout.addWidget(self.plot, 1)
        layout.addWidget(self.legend)
        layout.addWidget(self.about)
        self.cause.changed.connect(self._render)
        self._retranslate()

    @property
    def attribution(self) -> Attribution | None:
        """The bars that are drawn."""
        return self.cause.attribution(self.plot.most_bars)

    def refresh(self) -> None:
        """Explain the present cell, if anyone can see it."""
        current = self._view.current
        result = None if current is None else self._view.result(current)
        if self.isHidden() or result is None:
            self.cause.ask(None)
            return
        choice = self._view.choice
        self.cause.ask((result, self._view.sample, choice.quantity, choice.statistic))

    def _render(self) -> None:
        shown, draw = self.attribution, self.cause.draw
        self.plot.set_titles(self.tr("decades"), self.tr("layer"))
        self.plot.show_attribution(shown)
        self.legend.setVisible(shown is not None)
        self.about.setVisible(shown is not None)
        if shown is None or draw is None:
            self.sentence.setText(self.tr("Computing…"))
            return
        self.legend.show_sums(shown)
        self.sentence.setText(worst_text(shown))
        about = self.tr("log₁₀ {ratio} of the draw in the middle, seed {seed}")
        self.about.setText(about.format(ratio=shown.title, seed=draw.seed))

    def _readout(self, stop: int) -> Sequence[str]:
        shown = self.attribution
        if shown is None:
            return ()
        first, last = int(shown.first[stop]), int(shown.last[stop])
        if first == last:
            lines = [self.tr("layer {layer}").format(layer=layer_number(first))]
        else:
            said = {"first": layer_number(first), "last": layer_number(last)}
            lines = [self.tr("layers {first}–{last} together").format(**said)]
        for cause in shown.causes:
            value = decades_text(float(cause.decades[stop]), 4)
            lines.append(f"{value}  {words.text(CAUSES[cause.name])}")
        together = self.tr("together")
        lines.append(f"{decades_text(float(shown.net[stop]), 4)}  {together}")
        return lines

    def _retranslate(self) -> None:
        self.plot.setAccessibleName(self.tr("Attribution of the cell per layer"))
        self.plot.setAccessibleDescription(self.tr("Arrow keys read each layer's decades"))
        self._render()

    def changeEvent(self, event: QEvent) -> None:
        """Another language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
