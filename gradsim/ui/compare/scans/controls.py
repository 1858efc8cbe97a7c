"""What a scan covers, chosen by mouse or key, and how far the measuring is."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSignalBlocker, Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from gradsim.project.scans import ScanAxis
from gradsim.ui.count_field import CountField
from gradsim.ui.gradients.choice_controls import QuantityBox, StatisticBox
from gradsim.ui.gradients.flow import FlowLayout
from gradsim.ui.segmented import Segmented
from gradsim.viewmodels.compare.scans.choice import GAIN_RANGES, SEEDS, TOPS
from gradsim.viewmodels.compare.scans.view import ScansView
from gradsim.viewmodels.compare.scans.wording import gain_text


class ScanControls(QWidget):
    """Axis, range, seeds, quantity, statistic and cost, in lines that break like words."""

    def __init__(self, view: ScansView) -> None:
        super().__init__()
        self._view = view
        self._choice = view.choice
        self.axis = Segmented(["depth", "gain"])
        self.top_box, self.range_box = QComboBox(), QComboBox()
        for top in TOPS:
            self.top_box.addItem("", top)
        for low, high in GAIN_RANGES:
            self.range_box.addItem(f"{gain_text(low)} – {gain_text(high)}")
        self.seeds = CountField(*SEEDS)
        self._seeds_label = QLabel()
        self.quantity_box = QuantityBox(view.shown)
        self.statistic_box = StatisticBox(view.shown)
        self.probe_box = QCheckBox()
        seeds = QWidget()
        row = QHBoxLayout(seeds)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(self._seeds_label)
        row.addWidget(self.seeds)
        layout = FlowLayout(self, across=10, down=6)
        for widget in (
            self.axis, self.top_box, self.range_box, seeds, self.quantity_box,
            self.statistic_box, self.probe_box,
        ):  # fmt: skip
            layout.addWidget(widget)
        self.axis.chosen.connect(self._choice.choose_axis)
        self.top_box.activated.connect(self._choose_top)
        self.range_box.activated.connect(self._choice.choose_range)
        self.seeds.valueChanged.connect(self._choice.choose_seeds)
        self.probe_box.toggled.connect(self._choice.choose_probe)
        self._choice.changed.connect(self.refresh)
        for box in (self.top_box, self.range_box):
            box.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._retranslate()

    def refresh(self) -> None:
        """Show what is chosen."""
        choice = self._choice
        over_depth = choice.axis is ScanAxis.depth
        self.axis.show_value(str(choice.axis))
        self.top_box.setVisible(over_depth)
        self.range_box.setVisible(not over_depth)
        self.top_box.setCurrentIndex(TOPS.index(choice.top))
        self.range_box.setCurrentIndex(GAIN_RANGES.index(choice.gain_range))
        with QSignalBlocker(self.seeds):
            self.seeds.setValue(choice.seeds)
        self.probe_box.setChecked(choice.probe)

    def _choose_top(self, index: int) -> None:
        self._choice.choose_top(self.top_box.itemData(index))

    def _retranslate(self) -> None:
        self.axis.setAccessibleName(self.tr("What the scan varies"))
        self.axis.set_text("depth", self.tr("Depth"))
        self.axis.set_text("gain", self.tr("Gain"))
        for index, top in enumerate(TOPS):
            self.top_box.setItemText(index, self.tr("1 – {top} layers").format(top=f"{top:,}"))
        self.top_box.setAccessibleName(self.tr("Depths scanned"))
        self.top_box.setToolTip(self.tr("How deep the scan goes; deep ones take their time"))
        self.range_box.setAccessibleName(self.tr("Gains scanned"))
        self.range_box.setToolTip(self.tr("From which to which gain of the hidden layers"))
        self._seeds_label.setText(self.tr("seeds"))
        self.seeds.setAccessibleName(self.tr("Number of seeds"))
        self.seeds.setToolTip(self.tr("How many draws are measured at each place"))
        self.probe_box.setText(self.tr("cost “probe”"))
        self.probe_box.setToolTip(
            self.tr(
                "Measure with a cost whose gradient at the output does not depend on the weights, "
                "as theory assumes"
            )
        )
        self.refresh()

    def changeEvent(self, event: QEvent) -> None:
        """Another language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()


class ScanProgress(QWidget):
    """A bar while places are measured, with Cancel; Measure where it was cancelled."""

    def __init__(self, view: ScansView) -> None:
        super().__init__()
        self._view = view
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self._label = QLabel()
        self._label.setProperty("muted", True)
        self.button = QPushButton()
        self.button.setProperty("compact", True)
        column = QVBoxLayout()
        column.setSpacing(3)
        column.addWidget(self._label)
        column.addWidget(self.bar)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addLayout(column, 1)
        row.addWidget(self.button)
        self.button.clicked.connect(self._press)
        view.progress_changed.connect(self.refresh)
        view.changed.connect(self.refresh)
        self._retranslate()

    def refresh(self) -> None:
        """How far it is."""
        done, total = self._view.progress
        running, stopped = self._view.running, self._view.stopped
        self.setVisible(running or stopped)
        self.bar.setVisible(running)
        self.bar.setRange(0, max(total, 1))
        self.bar.setValue(done)
        if running:
            self._label.setText(
                self.tr("{done} of {total} measured").format(done=done, total=total)
            )
        else:
            self._label.setText(self.tr("Stopped: what was measured is shown."))
        self.button.setText(self.tr("Cancel") if running else self.tr("Go on"))

    def _press(self) -> None:
        if self._view.running:
            self._view.cancel()
        else:
            self._view.measure()

    def _retranslate(self) -> None:
        self.bar.setAccessibleName(self.tr("Progress of the scan"))
        self.button.setToolTip(self.tr("Stop measuring, or go on where it stopped"))
        self.refresh()

    def changeEvent(self, event: QEvent) -> None:
        """Another language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
