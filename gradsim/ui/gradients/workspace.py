"""The Gradients workspace: profile over attribution left; verdict, runs, histograms right."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from gradsim.ui.gradients.attribution_view import AttributionView
from gradsim.ui.gradients.coach_box import CoachBox
from gradsim.ui.gradients.histograms_view import HistogramsView
from gradsim.ui.gradients.lenses.panel import LensPanel
from gradsim.ui.gradients.profile_panel import ProfilePanel
from gradsim.ui.gradients.run_list import PinButton, RunList
from gradsim.ui.gradients.scrolled_column import ScrolledColumn
from gradsim.ui.gradients.verdict_box import VerdictBox
from gradsim.ui.panel import Panel
from gradsim.ui.splitter import GAP, RememberedSplitter
from gradsim.ui.workbench import Workbench
from gradsim.viewmodels.gradients.coach.coach import Coach
from gradsim.viewmodels.gradients.ensembles.live import LiveEnsemble
from gradsim.viewmodels.gradients.ensembles.pinned import PinnedEnsembles
from gradsim.viewmodels.gradients.ensembles.seed_count import SeedCount
from gradsim.viewmodels.gradients.ensembles.view import SpreadView
from gradsim.viewmodels.gradients.theory.live import LiveTheory
from gradsim.viewmodels.gradients.view import GradientsView
from gradsim.viewmodels.single_shot import single_shot


class GradientsWorkspace(QWidget):
    """Lays out the parts. They all follow one view model, which works while this is shown.

    With `at_once` false it is empty until :meth:`build_next` has made part after part, each in
    less than a frame or two, so that it can be made while the window is used.
    """

    profile_panel: ProfilePanel
    attribution: AttributionView
    attribution_panel: LensPanel
    verdict: VerdictBox
    coach: Coach
    coach_box: CoachBox
    runs: RunList
    pin_button: PinButton
    runs_panel: Panel
    histograms: HistogramsView
    histograms_panel: Panel

    def __init__(
        self, workbench: Workbench, parent: QWidget | None = None, *, at_once: bool = True
    ) -> None:
        super().__init__(parent)
        self._workbench = workbench
        self.view = GradientsView(
            workbench.document, workbench.simulation, workbench.selection, workbench.runs, self
        )
        self.ensemble = LiveEnsemble(
            workbench.simulation, SeedCount(workbench.settings, self), self
        )
        self.theory = LiveTheory(workbench.document, workbench.simulation, workbench.settings, self)
        self.pinned = PinnedEnsembles(workbench.runs, self.ensemble, self)
        self.spread = SpreadView(self.view, self.ensemble, self.theory, self.pinned, self)
        self._left_to_build: list[Callable[[], None]] = [
            self._lay_out,
            self._build_profile,
            self._build_attribution,
            self._build_runs,
            self._build_coach,
            self._build_histograms,
            self._settle,
            self._style,
        ]
        self._soon = single_shot(self, 0, self._ask_coach)
        if at_once:
            self.build()

    @property
    def built(self) -> bool:
        """Whether every part is there."""
        return not self._left_to_build

    def build_next(self) -> None:
        """Make the next part."""
        if self._left_to_build:
            self._left_to_build.pop(0)()

    def build(self) -> None:
        """Make every part that is not there."""
        while self._left_to_build:
            self.build_next()

    def rehearsal(self) -> Iterator[None]:
        """Lay out and paint the parts unseen, one at each step, once everything is built.

        The first time takes several times as long as the next one.
        """
        parent = self.parentWidget()
        if parent is not None:
            self.resize(parent.size())
        self.view.prepare()
        yield
        parts = (self.profile_panel, self.attribution_panel, self._right)
        for part in parts:
            if not self.isVisible():
                part.grab()
            yield

    def take_focus(self) -> None:
        """The arrow keys read the plot, or walk the table where that is shown."""
        self.profile_panel.take_focus()

    def finish_drawing(self) -> None:
        """Wait for every number that is pending: for a picture."""
        self._ask_coach()
        self.ensemble.finish()
        self.pinned.finish()
        self.theory.finish()
        self.coach.finish()
        self.attribution_panel.finish_drawing()

    def shut_down(self) -> None:
        """End the threads."""
        self._soon.stop()
        self.pinned.shut_down()
        self.ensemble.shut_down()
        self.theory.shut_down()
        if self.built:
            self.coach.shut_down()
            self.attribution_panel.shut_down()

    def _lay_out(self) -> None:
        """The empty places first: a part that changes its parent is styled anew, all of it."""
        settings = self._workbench.settings
        self._left = RememberedSplitter("gradients-left", Qt.Orientation.Vertical, settings)
        self._right = ScrolledColumn(GAP)
        self._across = RememberedSplitter("gradients", Qt.Orientation.Horizontal, settings)
        self._across.addWidget(self._left)
        self._across.addWidget(self._right)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._across)

    def _build_profile(self) -> None:
        self.profile_panel = ProfilePanel(self.spread, self._workbench.theme)
        # It goes with the view models that it asks, even if it is never laid out.
        self.profile_panel.setParent(self)
        # Above everything that changes its height, so that it stays under the mouse.
        self.pin_button = PinButton(self.view, self._workbench.theme)
        self.profile_panel.header.addWidget(self.pin_button)
        self._left.addWidget(self.profile_panel)

    def _build_attribution(self) -> None:
        self.attribution_panel = LensPanel(self.view, self._workbench)
        self.attribution = self.attribution_panel.parts.attribution
        self._left.addWidget(self.attribution_panel)

    def _build_runs(self) -> None:
        self.verdict = VerdictBox(self.view, self._workbench.document, self._workbench.theme)
        self._right.rows.addWidget(self.verdict)
        self.runs_panel = Panel()
        self._right.rows.addWidget(self.runs_panel)
        self.runs = RunList(self.view, self._workbench.theme)
        self.runs_panel.body.addWidget(self.runs)

    def _build_coach(self) -> None:
        bench = self._workbench
        self.coach = Coach(bench.document, bench.simulation, self.view, self)
        self.coach_box = CoachBox(self.coach)
        self._right.rows.insertWidget(1, self.coach_box)

    def _build_histograms(self) -> None:
        self.histograms_panel = Panel()
        self._right.rows.addWidget(self.histograms_panel, 1)
        self.histograms = HistogramsView(self.view, self._workbench.theme)
        self.histograms_panel.body.addWidget(self.histograms, 1)

    def _settle(self) -> None:
        self._left.settle([450, 300], [3, 2])
        self._across.settle([740, 340], [1, 0])
        self._retranslate()

    def _style(self) -> None:
        for widget in self.findChildren(QWidget):
            widget.ensurePolished()

    def _retranslate(self) -> None:
        self.runs_panel.set_title(self.tr("Runs"))
        self.histograms_panel.set_title(self.tr("One layer"))

    def changeEvent(self, event: QEvent) -> None:
        """Another language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange and self.built:
            self._retranslate()

    def showEvent(self, event: QShowEvent) -> None:
        """Work from now on."""
        self.build()
        super().showEvent(event)
        self.view.set_active(True)
        self.ensemble.set_active(True)
        self.pinned.set_active(True)
        self.theory.set_active(True)
        self._soon.start()

    def _ask_coach(self) -> None:
        """In a turn of its own, once the first picture stands: its box changes the layout."""
        if self.isVisible():
            self._soon.stop()
            self.coach.set_active(True)

    def hideEvent(self, event: QHideEvent) -> None:
        """Rest."""
        super().hideEvent(event)
        self._soon.stop()
        self.view.set_active(False)
        self.ensemble.set_active(False)
        self.pinned.set_active(False)
        self.theory.set_active(False)
        if self.built:
            self.coach.set_active(False)
