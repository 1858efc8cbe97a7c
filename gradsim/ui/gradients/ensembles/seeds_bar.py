"""Below the plot: over how many seeds it is drawn, how far that is, and what the greys mean."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSignalBlocker, Qt
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QLabel, QWidget

from gradsim.ui.builder.field_row import LinkButton
from gradsim.ui.gradients.ensembles.swatch import LegendEntry
from gradsim.ui.gradients.flow import FlowLayout
from gradsim.ui.theme import ThemeController
from gradsim.viewmodels.gradients.ensembles.seed_count import COUNTS
from gradsim.viewmodels.gradients.ensembles.view import SpreadView


class SeedsBar(QWidget):
    """Chooses the seeds and theory; breaks into lines where it is narrow."""

    def __init__(self, spread: SpreadView, theme: ThemeController) -> None:
        super().__init__()
        self._spread = spread
        self._label = QLabel()
        self.count_box = QComboBox()
        self.count_box.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        for count in COUNTS:
            self.count_box.addItem("", count)
        self._label.setBuddy(self.count_box)
        self.status = QLabel()
        self.status.setProperty("muted", True)
        self.stop_button = LinkButton(self._stop_or_go_on)
        self.theory_box = QCheckBox()
        self.theory_box.setChecked(spread.theory.shown)
        self.median = LegendEntry("median", theme)
        self.quartiles = LegendEntry("quartiles", theme)
        self.extremes = LegendEntry("extremes", theme)
        self.line = LegendEntry("theory", theme)
        self.interval = LegendEntry("interval", theme)
        self._build()
        self.count_box.activated.connect(self._choose)
        self.theory_box.toggled.connect(spread.theory.show)
        spread.status_changed.connect(self._show_status)
        spread.changed.connect(self.refresh)
        spread.gradients.changed.connect(self.refresh)
        self._retranslate()

    def refresh(self) -> None:
        """What is drawn now, in words."""
        with QSignalBlocker(self.count_box):
            self.count_box.setCurrentIndex(self.count_box.findData(self._spread.ensemble.wanted))
        band = self._spread.band()
        count = 0 if band is None else len(band.seeds)
        shown = band is not None
        self.median.show_words(self.tr("median of {count}").format(count=count) if shown else "")
        self.quartiles.show_words(self.tr("half of them") if shown else "")
        self.extremes.show_words(self.tr("all of them") if shown else "")
        line = self._spread.line()
        theory = self.tr("theory") if not self._spread.line_corrected else self.tr("theory, 1/n")
        self.line.show_words(theory if line is not None else "")
        drift = self.tr("drift ± 2σ of single draws")
        self.interval.show_words(drift if self._spread.interval() is not None else "")
        self._show_status()

    def _build(self) -> None:
        chooser = QWidget()
        inside = QHBoxLayout(chooser)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(6)
        for widget in (self._label, self.count_box, self.status, self.stop_button):
            inside.addWidget(widget)
        flow = FlowLayout(self, across=14, down=3)
        for each in (
            chooser,
            self.theory_box,
            self.median,
            self.quartiles,
            self.extremes,
            self.line,
            self.interval,
        ):
            flow.addWidget(each)

    def _show_status(self) -> None:
        ensemble = self._spread.ensemble
        text = self._spread.status()
        self.status.setText(text)
        self.status.setVisible(bool(text))
        self.stop_button.setText(self.tr("go on") if ensemble.stopped else self.tr("stop"))
        self.stop_button.setAccessibleName(
            self.tr("Measure the other seeds")
            if ensemble.stopped
            else self.tr("Measure no more seeds")
        )
        self.stop_button.setVisible(ensemble.stopped or (ensemble.busy and bool(text)))

    def _choose(self, index: int) -> None:
        self._spread.ensemble.seeds.choose(self.count_box.itemData(index))

    def _stop_or_go_on(self) -> None:
        if self._spread.ensemble.stopped:
            self._spread.ensemble.resume()
        else:
            self._spread.ensemble.stop()

    def _retranslate(self) -> None:
        self._label.setText(self.tr("Seeds"))
        self.count_box.setAccessibleName(self.tr("Seeds"))
        self.count_box.setToolTip(
            self.tr("Draw the open project under so many seeds: what is luck, and what is not")
        )
        for index, count in enumerate(COUNTS):
            text = self.tr("only its own") if count == 1 else str(count)
            self.count_box.setItemText(index, text)
        self.theory_box.setText(self.tr("theory"))
        self.theory_box.setAccessibleName(self.tr("Theory line"))
        self.theory_box.setToolTip(
            self.tr("Draw what theory predicts, where it holds, and say why where it does not")
        )
        self.refresh()

    def changeEvent(self, event: QEvent) -> None:
        """Another language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
