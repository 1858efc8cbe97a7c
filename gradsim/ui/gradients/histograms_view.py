"""How a, f′(z) and δ of the chosen layer are spread, one small plot each."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from gradsim.ui.plots.export.subject import CaptionLine
from gradsim.ui.plots.histogram_plot import HistogramPlot
from gradsim.ui.theme import ThemeController
from gradsim.viewmodels import words
from gradsim.viewmodels.digits import superscript
from gradsim.viewmodels.gradients.histograms import KINDS, Histogram, layer_histogram
from gradsim.viewmodels.gradients.tables import Cell, Table
from gradsim.viewmodels.gradients.view import GradientsView
from gradsim.viewmodels.notation import layer_number, written


class HistogramsView(QWidget):
    """Three plots, the layer's number between arrows to the next layers, and the log switch."""

    def __init__(self, view: GradientsView, theme: ThemeController) -> None:
        super().__init__()
        self._view = view
        self._theme = theme
        self._layer: int | None = None
        self.plots = {kind: HistogramPlot(theme, factor=kind == "slope") for kind in KINDS}
        self._titles = {kind: QLabel() for kind in KINDS}
        self.log_box = QCheckBox()
        self.log_box.setChecked(True)
        self.log_box.toggled.connect(self.refresh)
        self.back_button, self.next_button = QToolButton(), QToolButton()
        self.layer_label = QLabel()
        self._message = QLabel()
        self._message.setWordWrap(True)
        self._message.setProperty("muted", True)
        self._build()
        view.layer_changed.connect(self.refresh)
        theme.changed.connect(self._recolor)
        self._recolor()
        self._retranslate()

    def refresh(self) -> None:
        """Bin the newest numbers of the chosen layer."""
        result, self._layer = self._view.result, self._view.chosen_layer()
        shown = result is not None and self._layer is not None
        self._message.setVisible(not shown)
        self._plots.setVisible(shown)
        depth = len(result.project.layers) if result is not None else 0
        self.back_button.setEnabled(shown and self._layer != 1)
        self.next_button.setEnabled(shown and self._layer != depth)
        if result is None or self._layer is None:
            self.layer_label.setText("")
            empty = self.tr("Computing…") if result is None else self.tr("Select a layer.")
            self._message.setText(empty)
            return
        self.layer_label.setText(
            self.tr("layer {layer} of {depth}").format(
                layer=layer_number(self._layer), depth=layer_number(depth)
            )
        )
        for kind, plot in self.plots.items():
            log = kind == "delta" and self.log_box.isChecked()
            histogram = layer_histogram(result, self._layer, kind, log=log)
            plot.setVisible(histogram is not None)
            plot.show_histogram(histogram)
            self._titles[kind].setText(self._title(kind, histogram))

    def _build(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(4)
        for button, offset in ((self.back_button, -1), (self.next_button, 1)):
            button.setProperty("flat", True)
            button.clicked.connect(partial(self._step, offset))
        top.addWidget(self.back_button)
        top.addWidget(self.layer_label)
        top.addWidget(self.next_button)
        top.addStretch(1)
        top.addWidget(self.log_box)
        self._plots = QWidget()
        stack = QVBoxLayout(self._plots)
        stack.setContentsMargins(0, 0, 0, 0)
        stack.setSpacing(1)
        for kind, plot in self.plots.items():
            plot.setMinimumHeight(64)
            plot.reading.set_reader(partial(self._readout, kind))
            plot.table = partial(self._table, kind)
            plot.caption = partial(self._caption, kind)
            plot.configuration = self._view.configuration
            plot.file_stem = f"histogram-{kind}"
            self._titles[kind].setProperty("muted", True)
            stack.addWidget(self._titles[kind])
            stack.addWidget(plot, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addLayout(top)
        layout.addWidget(self._message, 1, Qt.AlignmentFlag.AlignTop)
        layout.addWidget(self._plots, 1)

    def _step(self, offset: int, _checked: bool = False) -> None:
        if self._layer is not None:
            self._view.choose_layer(self._layer + offset)

    def _title(self, kind: str, shown: Histogram | None) -> str:
        symbol = {"activation": "a", "slope": "f′(z)", "delta": "δ"}[kind]
        if shown is None:
            return self.tr("{symbol}: softmax has no elementwise f′").format(symbol=symbol)
        notes = [f"|{symbol}|" if shown.log else symbol]
        if shown.power:
            notes[0] += f" · 10{superscript(-shown.power)}"
        if shown.zeros:
            zeros = self.tr("{zeros} of {total} exactly 0")
            notes.append(
                zeros.format(zeros=words.count(shown.zeros), total=words.count(shown.total))
            )
        if shown.vanished:
            vanished = self.tr("{count} of {total} lost to underflow")
            notes.append(
                vanished.format(count=words.count(shown.vanished), total=words.count(shown.total))
            )
        if shown.lost:
            lost = self.tr("{lost} infinite or not a number")
            notes.append(lost.format(lost=words.count(shown.lost)))
        return ", ".join(notes)

    def _readout(self, kind: str, stop: int) -> Sequence[str]:
        shown = self.plots[kind].shown
        if shown is None:
            return ()
        if shown.apart:
            if stop == 0 or not len(shown.counts):
                return self._apart(shown)
            stop -= 1
        low, high = float(shown.edges[stop]), float(shown.edges[stop + 1])
        if shown.log:
            ends = words.power_of_ten(low, 3), words.power_of_ten(high, 3)
        else:
            factor = f"·10{superscript(shown.power)}" if shown.power else ""
            ends = f"{words.number(low)}{factor}", f"{words.number(high)}{factor}"
        between = self.tr("{low} to {high}").format(low=ends[0], high=ends[1])
        return (between, self._count(int(shown.counts[stop]), shown.total))

    def _apart(self, shown: Histogram) -> Sequence[str]:
        """The slot beside the decades in words: exact zeros, and those that may be none."""
        lines: list[str] = []
        if shown.zeros:
            lines += (self.tr("exactly 0"), self._count(shown.zeros, shown.total))
        if shown.vanished:
            lines += (self.tr("lost to underflow"), self._count(shown.vanished, shown.total))
        return lines

    def _count(self, count: int, total: int) -> str:
        text = self.tr("{count} of {total}")
        return text.format(count=words.count(count), total=words.count(total))

    def _table(self, kind: str) -> Table:
        shown = self.plots[kind].shown
        if shown is None:
            return Table((), ())
        scale = "log10" if shown.log else f"1e{shown.power}" if shown.power else "1"
        edges = shown.edges.tolist()
        rows: list[tuple[Cell, ...]] = list(
            zip(edges[:-1], edges[1:], shown.counts.tolist(), strict=True)
        )
        if shown.apart:
            rows.insert(0, (None, None, shown.apart))
        return Table((f"from [{scale}]", f"to [{scale}]", "count"), tuple(rows))

    def _caption(self, kind: str) -> Sequence[CaptionLine]:
        return ((None, f"{self.layer_label.text()}: {self._titles[kind].text()}"),)

    def _recolor(self) -> None:
        self.back_button.setIcon(self._theme.icons.icon("chevron-left"))
        self.next_button.setIcon(self._theme.icons.icon("chevron-right"))

    def _retranslate(self) -> None:
        self.back_button.setAccessibleName(self.tr("Previous layer"))
        self.next_button.setAccessibleName(self.tr("Next layer"))
        self.back_button.setToolTip(self.back_button.accessibleName())
        self.next_button.setToolTip(self.next_button.accessibleName())
        self.log_box.setText(self.tr("δ by decades"))
        self.log_box.setToolTip(self.tr("Bin log₁₀|δ|; exact zeros stand apart"))
        for kind, name in (
            ("activation", self.tr("Histogram of the activations")),
            ("slope", self.tr("Histogram of the slopes f′(z)")),
            ("delta", written(self.tr("Histogram of ∂C/∂z"))),
        ):
            self.plots[kind].setAccessibleName(name)
        self.refresh()

    def changeEvent(self, event: QEvent) -> None:
        """Another language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
