"""The page of scans: controls, one plot for every configuration, slopes beside it."""

from __future__ import annotations

import math
from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from gradsim.project.scans import ScanAxis
from gradsim.ui.compare.page import ComparePage
from gradsim.ui.compare.scans.controls import ScanControls, ScanProgress
from gradsim.ui.compare.scans.items import band_style
from gradsim.ui.compare.scans.plot import ScanPlot, expected_pen
from gradsim.ui.compare.scans.slopes import SlopesPanel
from gradsim.ui.gradients.scrolled_column import ScrolledColumn
from gradsim.ui.panel import Panel
from gradsim.ui.plots.export.subject import CaptionLine
from gradsim.ui.plots.line_samples import PlainLine
from gradsim.ui.splitter import GAP, RememberedSplitter
from gradsim.ui.workbench import Workbench
from gradsim.viewmodels import words
from gradsim.viewmodels.compare.scans.curves import ScanCurve
from gradsim.viewmodels.compare.scans.made_of import made_of
from gradsim.viewmodels.compare.scans.view import ScansView
from gradsim.viewmodels.compare.scans.wording import gain_text, slope_text
from gradsim.viewmodels.gradients.wording import scope_message


class ScansPage(ComparePage):
    """Lays out the parts; the scan runs while the page is shown."""

    def __init__(self, workbench: Workbench, parent: QWidget | None = None) -> None:
        super().__init__(workbench, parent)
        bench = workbench
        self.view = ScansView(bench.document, bench.runs, bench.scope, bench.settings, self)
        self.controls = ScanControls(self.view)
        self.progress = ScanProgress(self.view)
        self.plot = ScanPlot(bench.theme)
        self.plot.reading.set_reader(self._readout)
        self.plot.table = self.view.table
        self.plot.caption = self._caption
        self.plot.configuration = self._configuration
        self.slopes = SlopesPanel(self.view, bench.theme)
        self.panel = Panel()
        self.panel.body.addWidget(self.controls)
        self.panel.body.addWidget(self.progress)
        self.panel.body.addWidget(self.plot, 1)
        right = ScrolledColumn(GAP)
        right.rows.addWidget(self.slopes)
        right.rows.addStretch(1)
        across = RememberedSplitter("compare-scans", Qt.Orientation.Horizontal, bench.settings)
        across.addWidget(self.panel)
        across.addWidget(right)
        self.panel.keep_readable()
        across.settle([740, 340], [1, 0])
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(across)
        self.view.changed.connect(self._draw)
        self.plot.point_chosen.connect(self._load)
        self._retranslate()

    def take_focus(self) -> None:
        """The arrow keys read the plot."""
        self.plot.setFocus()

    def finish_drawing(self) -> None:
        """Measure everything at once."""
        self.view.finish()

    def shut_down(self) -> None:
        """End the measuring thread."""
        self.view.shut_down()

    def _draw(self) -> None:
        over_depth = self.view.choice.axis is ScanAxis.depth
        curves = self.view.curves()
        slopes = [self._slope(curve) if over_depth else "" for curve in curves]
        critical = self.tr("{runs}: critical {gain}")
        marks = [
            (math.log10(gain), critical.format(runs=letters, gain=gain_text(gain)))
            for gain, letters in self.view.critical_gains()
        ]
        across = self.tr("layers") if over_depth else self.tr("gain of the hidden layers")
        up = self.tr("first / last layer, {symbol}").format(symbol=self.view.symbol())
        self.plot.set_titles(up, across)
        self.plot.show_scan(curves, self.view.stops(), self.view.choice.axis, slopes, marks)
        scope = scope_message(self.workbench.scope.sample, self.workbench.scope.samples)
        self.panel.set_note(words.text(scope))

    def _slope(self, curve: ScanCurve) -> str:
        """The words at the end of a line: its slope, and theory's where there is one."""
        if curve.fit is None:
            return ""
        slope = slope_text(curve.fit.slope)
        if curve.expected is None:
            return self.tr("{slope} per layer").format(slope=slope)
        words_of_both = self.tr("{slope} per layer, theory {expected}")
        return words_of_both.format(slope=slope, expected=slope_text(curve.expected))

    def _load(self, curve: int, stop: int) -> None:
        self.view.load(curve, stop)

    def _readout(self, stop: int) -> Sequence[str]:
        return self.view.readout(stop, self.plot.chosen)

    def _caption(self) -> Sequence[CaptionLine]:
        scope = scope_message(self.workbench.scope.sample, self.workbench.scope.samples)
        heading = self.tr("{symbol}, first over last layer, {seeds} seeds, {scope}").format(
            symbol=self.view.symbol(), seeds=self.view.choice.seeds, scope=words.text(scope)
        )
        lines: list[CaptionLine] = [(None, heading)]
        curves = self.view.curves()
        for curve in curves:
            letter = self.view.letter_text(curve.configuration.letter)
            name = f"{letter}: {curve.configuration.name}"
            lines.append((curve.configuration.style, name))
            if curve.problem is not None:
                lines.append((None, f"{letter}: {words.problem_text(curve.problem)}"))
        if self.view.choice.seeds > 1:
            spread = self.tr("grey: from quartile to quartile of {seeds} seeds, line: median")
            lines.append((band_style, spread.format(seeds=self.view.choice.seeds)))
        if any(curve.begins_at_zero for curve in curves):
            lines.append((None, self.tr("grey down to the edge: the lower quartile is exactly 0")))
        if any(curve.expected is not None and curve.fit is not None for curve in curves):
            dotted = self.tr("dotted: the slope that theory expects")
            lines.append((PlainLine(expected_pen), dotted))
        return lines

    def _configuration(self) -> Sequence[str]:
        return made_of(self.view.configurations(), self.view.choice)

    def _retranslate(self) -> None:
        self.panel.set_title(self.tr("First to last layer"))
        self.plot.setAccessibleName(self.tr("First to last layer over depth or gain"))
        self.plot.setAccessibleDescription(
            self.tr(
                "Left and right read the places, up and down the curves, Enter opens the network"
            )
        )
        self._draw()

    def showEvent(self, event: QShowEvent) -> None:
        """Measure from now on."""
        super().showEvent(event)
        self.view.set_active(True)

    def hideEvent(self, event: QHideEvent) -> None:
        """Rest."""
        super().hideEvent(event)
        self.view.set_active(False)

    def changeEvent(self, event: QEvent) -> None:
        """Another language or notation."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
