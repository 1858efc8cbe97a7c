"""The attribution bars with their legend, which is also the sum: cause by cause and in all."""

from __future__ import annotations

import math
from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from gradsim.ui.gradients.flow import FlowLayout
from gradsim.ui.plots.attribution_plot import AttributionPlot, cause_style
from gradsim.ui.theme import ThemeController
from gradsim.viewmodels import words
from gradsim.viewmodels.gradients.attribution import CAUSES, Attribution
from gradsim.viewmodels.gradients.tables import Table
from gradsim.viewmodels.gradients.view import GradientsView
from gradsim.viewmodels.gradients.wording import decades_text
from gradsim.viewmodels.notation import layer_number

if TYPE_CHECKING:
    from gradsim.ui.plots.export.subject import CaptionLine

LOW = 170
"""Below this height a plot does without the name of its layers."""


class Swatch(QWidget):
    """A small square in the look of a cause's bars."""

    def __init__(self, cause: str, theme: ThemeController) -> None:
        super().__init__()
        self._cause, self._theme = cause, theme
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.update)

    def sizeHint(self) -> QSize:
        """Small."""
        return QSize(11, 11)

    def paintEvent(self, event: QPaintEvent) -> None:
        """As the bars are painted."""
        del event
        painter = QPainter(self)
        cause_style(self._cause, self._theme.theme).paint(painter, [QRectF(self.rect())])
        painter.end()


class _Entry(QWidget):
    """A swatch with its words."""

    def __init__(self, cause: str, theme: ThemeController) -> None:
        super().__init__()
        self.label = QLabel()
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(5)
        layout.addWidget(Swatch(cause, theme))
        layout.addWidget(self.label)


class AttributionLegend(QWidget):
    """Each cause's decades over all layers, and their sum."""

    def __init__(self, theme: ThemeController) -> None:
        super().__init__()
        self._entries = {cause: _Entry(cause, theme) for cause in CAUSES}
        self._sum = ""
        self.sum_label = QLabel()
        self.sum_label.setTextFormat(Qt.TextFormat.RichText)
        flow = FlowLayout(self)
        for entry in self._entries.values():
            flow.addWidget(entry)
        flow.addWidget(self.sum_label)

    def show_sums(self, attribution: Attribution) -> None:
        """Write the decades of these causes and their sum."""
        totals = {cause.name: cause.total for cause in attribution.causes}
        for name, entry in self._entries.items():
            entry.setHidden(name not in totals)
            if name in totals:
                label = words.text(CAUSES[name])
                entry.label.setText(f"{label} {decades_text(totals[name])}")
        self._sum = self._sum_text(attribution)
        total = decades_text(attribution.total)
        self.sum_label.setText(self._sum.replace(total, f"<b>{total}</b>", 1))
        self.sum_label.setToolTip(f"log₁₀ {attribution.title} = {total}")

    @property
    def sum_text(self) -> str:
        """The sum in words."""
        return self._sum

    def text(self) -> str:
        """What the legend says, in one line."""
        shown = [each.label.text() for each in self._entries.values() if not each.isHidden()]
        return ", ".join([*shown, self._sum])

    def _sum_text(self, attribution: Attribution) -> str:
        if math.isnan(attribution.total):
            return self.tr("no sum: some gradient is 0 or no number")
        if attribution.undivided.any():
            total = decades_text(attribution.total)
            return self.tr("together {total}, not all of it told apart").format(total=total)
        return self.tr("together {total}").format(total=decades_text(attribution.total))


class AttributionView(QWidget):
    """Bars and sums of the quantity chosen."""

    def __init__(
        self,
        view: GradientsView,
        theme: ThemeController,
        *,
        zoomable: bool = True,
    ) -> None:
        super().__init__()
        self._view = view
        self._attribution: Attribution | None = None
        self.plot = AttributionPlot(theme, zoomable=zoomable)
        self.plot.reading.set_reader(self._readout)
        self.plot.table = self._table
        self.plot.caption = self._caption
        self.plot.configuration = view.configuration
        self.legend = AttributionLegend(theme)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self.plot, 1)
        layout.addWidget(self.legend)
        view.changed.connect(self.refresh)
        view.layer_changed.connect(self._mark_layers)
        self.plot.stop_chosen.connect(self._choose_stop)
        self._retranslate()

    @property
    def attribution(self) -> Attribution | None:
        """What is shown."""
        return self._attribution

    def refresh(self) -> None:
        """Draw the newest numbers."""
        self._attribution = self._view.attribution(self.plot.most_bars)
        self.legend.setVisible(self._attribution is not None)
        self.plot.set_titles(self.tr("decades"), self._across())
        self.plot.show_attribution(self._attribution)
        if self._attribution is not None:
            self.legend.show_sums(self._attribution)
        self._mark_layers()

    def _across(self) -> str:
        """The name of the layers' axis, where there is room for it."""
        return self.tr("layer") if self.plot.height() >= LOW else ""

    def _mark_layers(self) -> None:
        self.plot.mark_layers(self._view.chosen_layers())

    def _choose_stop(self, stop: int) -> None:
        if self._attribution is not None:
            self._view.choose_layer(int(self._attribution.first[stop]))

    def _readout(self, stop: int) -> Sequence[str]:
        shown = self._attribution
        if shown is None:
            return ()
        first, last = int(shown.first[stop]), int(shown.last[stop])
        if first == last:
            lines = [self.tr("layer {layer}, in decades").format(layer=layer_number(first))]
        else:
            heading = self.tr("layers {first}–{last} together, in decades")
            lines = [heading.format(first=layer_number(first), last=layer_number(last))]
        for cause in shown.causes:
            value = decades_text(float(cause.decades[stop]), 4)
            lines.append(f"{value}  {words.text(CAUSES[cause.name])}")
        together = self.tr("together")
        lines.append(f"{decades_text(float(shown.net[stop]), 4)}  {together}")
        return lines

    def _table(self) -> Table:
        full = self._view.attribution(10**6)
        if full is None:
            return Table((), ())
        headings = ("layer", *(words.text(CAUSES[cause.name]) for cause in full.causes), "sum")
        columns = [[layer_number(int(layer)) for layer in full.first]]
        columns += [cause.decades.tolist() for cause in full.causes] + [full.net.tolist()]
        return Table(headings, tuple(zip(*columns, strict=True)))

    def _caption(self) -> Sequence[CaptionLine]:
        scope, shown = self._view.scope(), self._attribution
        if scope is None or shown is None:
            return ()
        runs = self._view.shown_runs()
        heading = f"{self._view.name_of(runs[0])}, {words.text(scope)}, log₁₀ {shown.title}"
        causes: list[CaptionLine] = [
            (
                partial(cause_style, cause.name),
                f"{words.text(CAUSES[cause.name])} {decades_text(cause.total)}",
            )
            for cause in shown.causes
        ]
        return ((None, heading), *causes, (None, self.legend.sum_text))

    def _retranslate(self) -> None:
        self.plot.setAccessibleName(self.tr("Attribution of the decades per layer"))
        self.plot.setAccessibleDescription(
            self.tr("Arrow keys read each layer's decades, Enter selects the layer")
        )
        self.refresh()

    def changeEvent(self, event: QEvent) -> None:
        """Another language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width may hold more bars."""
        super().resizeEvent(event)
        shown = self._attribution
        if shown is not None and shown.depth > len(shown.first):
            self.refresh()
        else:
            self.plot.set_titles(self.tr("decades"), self._across())
