"""The main card of the Gradients workspace: which gradient, its profile or table, and remarks."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QStackedWidget,
)

from gradsim.ui.gradients.choice_controls import QuantityBox, StatisticBox
from gradsim.ui.gradients.ensembles.profile_view import SpreadProfileView
from gradsim.ui.gradients.ensembles.seeds_bar import SeedsBar
from gradsim.ui.gradients.ensembles.seeds_progress import SeedsProgress
from gradsim.ui.gradients.ensembles.theory_note import TheoryNote
from gradsim.ui.gradients.statistics_view import StatisticsView
from gradsim.ui.plots.plot import LEAST_HEIGHT
from gradsim.ui.segmented import Segmented
from gradsim.ui.theme import ThemeController
from gradsim.ui.whole_panel import WholePanel
from gradsim.viewmodels import words
from gradsim.viewmodels.gradients.ensembles.signal import MEANING
from gradsim.viewmodels.gradients.ensembles.view import SpreadView
from gradsim.viewmodels.gradients.precision import losses
from gradsim.viewmodels.gradients.wording import unbroken

_MOST_HELD = 324


class ProfilePanel(WholePanel):
    """Controls above, plot or table in the middle, what should be known about them below."""

    def __init__(self, spread: SpreadView, theme: ThemeController) -> None:
        super().__init__(_MOST_HELD)
        self._spread = spread
        self._view = view = spread.gradients
        self.quantity_box = QuantityBox(view.choice)
        self.statistic_box = StatisticBox(view.choice)
        self.limits_box = QCheckBox()
        self.limits_box.setChecked(True)
        self.views = Segmented(("plot", "signal", "table"))
        self.profile = SpreadProfileView(spread, theme)
        self.statistics = StatisticsView(spread)
        self.seeds = SeedsBar(spread, theme)
        self.progress = SeedsProgress(spread)
        self.theory = TheoryNote(spread)
        self.remark = QLabel()
        self.remark.setWordWrap(True)
        self.remark.setProperty("muted", True)
        self.rms_button = QPushButton()
        self.profile.plot.setMinimumHeight(LEAST_HEIGHT)
        self._build()
        view.changed.connect(self.refresh)
        spread.changed.connect(self.refresh)
        self._retranslate()

    def take_focus(self) -> None:
        """The plot, or the table in its place."""
        shown = self.statistics if self._stack.currentWidget() is self.statistics else None
        (shown or self.profile.plot).setFocus()

    def refresh(self) -> None:
        """Name the scope and say what the plot alone does not."""
        scope = self._view.scope()
        self.set_note("" if scope is None else words.text(scope))
        remarks = []
        unequal = self._view.unequal_widths()
        if self._view.unequal_layers():
            remarks.append(
                self.tr("The layers have different numbers of entries: RMS compares them fairly.")
            )
        elif unequal:
            remarks.append(
                self.tr("The runs have different numbers of entries: RMS compares them fairly.")
            )
        live = self._view.live
        if live is not None and self.limits_box.isChecked():
            remarks.extend(unbroken(words.text(message)) for message in losses(live))
        remarks.extend(unbroken(words.text(message)) for message in self._spread.losses())
        self.remark.setText("\u00a0\u00a0·  ".join(remarks))
        self.remark.setVisible(bool(remarks))
        self.rms_button.setVisible(unequal)

    def _build(self) -> None:
        controls = QHBoxLayout()
        controls.setSpacing(8)
        controls.addWidget(self.quantity_box)
        controls.addWidget(self.statistic_box)
        controls.addWidget(self.limits_box)
        controls.addWidget(self.progress, 1)
        controls.addWidget(self.views)
        self.views.show_value("plot")
        self._stack = QStackedWidget()
        self._stack.addWidget(self.profile)
        self._stack.addWidget(self.statistics)
        self.views.chosen.connect(self._show_view)
        self.limits_box.toggled.connect(self._show_limits)
        self.rms_button.clicked.connect(self._use_rms)
        below = QHBoxLayout()
        below.addWidget(self.remark, 1)
        below.addWidget(self.rms_button)
        self.body.addLayout(controls)
        self.body.addWidget(self._stack, 1)
        self.body.addWidget(self.seeds)
        self.body.addWidget(self.theory)
        self.body.addLayout(below)

    def _show_view(self, name: str) -> None:
        self._spread.show_signal(name == "signal")
        self._stack.setCurrentWidget(self.statistics if name == "table" else self.profile)
        for box in (self.quantity_box, self.statistic_box):
            box.setEnabled(name != "signal")

    def _show_limits(self, shown: bool) -> None:
        self.profile.show_limits(shown)
        self.refresh()

    def _use_rms(self) -> None:
        self._view.choice.choose_statistic("rms")

    def _retranslate(self) -> None:
        self.set_title(self.tr("Gradient per layer"))
        self.limits_box.setText(self.tr("float limits"))
        self.limits_box.setToolTip(
            self.tr("Mark where float16, float32 and float64 would lose these magnitudes")
        )
        self.views.set_text("plot", self.tr("Plot"))
        self.views.set_text("signal", self.tr("Signal"), self.tr("Plot of the signal, E a²"))
        self.views.button("signal").setToolTip(words.text(MEANING))
        self.views.set_text("table", self.tr("Table"), self.tr("Table of every statistic"))
        self.rms_button.setText(self.tr("Use RMS"))
        self.rms_button.setAccessibleName(self.tr("Compare the layers by RMS"))
        self.refresh()

    def changeEvent(self, event: QEvent) -> None:
        """Another language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
