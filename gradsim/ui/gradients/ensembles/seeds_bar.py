"""Below the plot: over how many seeds it is drawn, and what the greys mean."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSignalBlocker, Qt
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QLabel, QToolButton, QWidget

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
        self._theme = theme
        self._label = QLabel()
        self.count_box = QComboBox()
        self.count_box.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        for count in COUNTS:
            self.count_box.addItem(str(count), count)
        self._label.setBuddy(self.count_box)
        self.theory_box = QCheckBox()
        self.theory_box.setChecked(spread.theory.shown)
        self.help_button = QToolButton()
        self.help_button.setText("?")
        self.help_button.setProperty("flat", True)
        self.help_button.clicked.connect(self._show_help)
        self.flat = QLabel()
        """Why there is no band although seeds are asked for."""
        self.flat.setProperty("muted", True)
        self.median = LegendEntry("median", theme)
        self.quartiles = LegendEntry("quartiles", theme)
        self.extremes = LegendEntry("extremes", theme)
        self.pins = LegendEntry("bar", theme)
        self.arrows = LegendEntry("arrow", theme)
        self.line = LegendEntry("theory", theme)
        self.interval = LegendEntry("interval", theme)
        self._build()
        self.count_box.activated.connect(self._choose)
        self.theory_box.toggled.connect(spread.theory.show)
        spread.changed.connect(self.refresh)
        spread.gradients.changed.connect(self.refresh)
        self._retranslate()

    def refresh(self) -> None:
        """What is drawn now, in words."""
        with QSignalBlocker(self.count_box):
            self.count_box.setCurrentIndex(self.count_box.findData(self._spread.ensemble.wanted))
        band = self._spread.band()
        count = 0 if band is None else len(band.seeds)
        shown = band is not None and not band.flat
        self.flat.setVisible(band is not None and band.flat)
        self.median.show_words(self.tr("median of {count}").format(count=count) if shown else "")
        self.quartiles.show_words(self.tr("half") if shown else "")
        self.extremes.show_words(self.tr("all") if shown else "")
        pinned = not all(each.flat for _, _, each in self._spread.pinned_bands())
        self.pins.show_words(self.tr("half of a pin's") if pinned else "")
        down = any(each.reaches_zero for _, _, each in self._spread.pinned_bands())
        self.arrows.show_words(self.tr("half of a pin's, from 0") if down else "")
        self.line.show_words(self._theory_words() if self._spread.line() is not None else "")
        drift = self.tr("single draws ± 2σ")
        self.interval.show_words(drift if self._spread.interval() is not None else "")

    def _theory_words(self) -> str:
        """What the line is the theory of, and whether with the first order in 1/n."""
        if self._spread.signal_shown:
            plain, corrected = self.tr("theory: mean"), self.tr("theory with 1/n: mean")
        else:
            plain, corrected = self.tr("theory: RMS"), self.tr("theory with 1/n: RMS")
        return corrected if self._spread.line_corrected else plain

    def _build(self) -> None:
        chooser = QWidget()
        inside = QHBoxLayout(chooser)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(6)
        for widget in (self._label, self.count_box):
            inside.addWidget(widget)
        theory = QWidget()
        beside = QHBoxLayout(theory)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.setSpacing(2)
        beside.addWidget(self.theory_box)
        beside.addWidget(self.help_button)
        flow = FlowLayout(self, across=12, down=3)
        for each in (
            chooser,
            theory,
            self.flat,
            self.median,
            self.quartiles,
            self.extremes,
            self.pins,
            self.arrows,
            self.line,
            self.interval,
        ):
            flow.addWidget(each)

    def _show_help(self) -> None:
        from gradsim.ui.help.dialog import HelpDialog

        dialog = HelpDialog(self._theme, self.window())
        dialog.open_page("spread")
        dialog.show()

    def _choose(self, index: int) -> None:
        self._spread.ensemble.seeds.choose(self.count_box.itemData(index))

    def _retranslate(self) -> None:
        self._label.setText(self.tr("Seeds"))
        self.count_box.setAccessibleName(self.tr("Seeds"))
        self.count_box.setToolTip(
            self.tr("Draw the open project under so many seeds: what is luck, and what is not")
        )
        self.theory_box.setText(self.tr("theory"))
        self.theory_box.setAccessibleName(self.tr("Theory line"))
        self.theory_box.setToolTip(
            self.tr("Draw what theory predicts, where it holds, and say why where it does not")
        )
        self.flat.setText(self.tr("No bands: every seed gives the same numbers."))
        self.flat.setToolTip(self.tr("Nothing that counts here is drawn, as with typed weights."))
        self.help_button.setToolTip(self.tr("What seeds and theory tell"))
        self.help_button.setAccessibleName(self.tr("Help on seeds and theory"))
        self.refresh()

    def changeEvent(self, event: QEvent) -> None:
        """Another language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
