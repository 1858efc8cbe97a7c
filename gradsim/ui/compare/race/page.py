"""The page of the race: the bar above, curves over layers on the left, racers and words right."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from gradsim.ui.compare.page import ComparePage
from gradsim.ui.compare.race.controls import RaceControls
from gradsim.ui.compare.race.curves_panel import CurvesPanel
from gradsim.ui.compare.race.layers_panel import LayersPanel
from gradsim.ui.compare.race.racers_panel import RacersPanel
from gradsim.ui.compare.race.words_panel import MovementPanel, StandingPanel
from gradsim.ui.gradients.scrolled_column import ScrolledColumn
from gradsim.ui.panel import Panel
from gradsim.ui.restyle import restyle
from gradsim.ui.splitter import GAP, RememberedSplitter
from gradsim.ui.workbench import Workbench
from gradsim.viewmodels import words
from gradsim.viewmodels.race.session import RaceSession
from gradsim.viewmodels.training.run_state import RunState


class RacePage(ComparePage):
    """Lays out the parts and shows them the newest moment of the race while it is seen."""

    def __init__(self, workbench: Workbench, parent: QWidget | None = None) -> None:
        super().__init__(workbench, parent)
        bench = workbench
        self.session = RaceSession(bench.document, bench.settings, bench.race, self)
        self.controls = RaceControls(self.session, bench.theme)
        self.notice = Notice()
        self.curves = CurvesPanel(self.session, bench.theme, bench.settings)
        self.layers = LayersPanel(self.session, bench.theme)
        self.racers = RacersPanel(self.session, bench.runs, bench.theme)
        self.standing = StandingPanel(self.session)
        self.movement = MovementPanel(self.session)
        left = RememberedSplitter("compare-race-left", Qt.Orientation.Vertical, bench.settings)
        left.addWidget(self.curves)
        left.addWidget(self.layers)
        left.settle([400, 260], [3, 2])
        right = ScrolledColumn(GAP)
        for panel in (self.racers, self.standing, self.movement):
            right.rows.addWidget(panel)
        right.rows.addStretch(1)
        across = RememberedSplitter("compare-race", Qt.Orientation.Horizontal, bench.settings)
        across.addWidget(left)
        across.addWidget(right)
        self.curves.keep_readable()
        across.settle([740, 340], [1, 0])
        bar = Panel()
        bar.body.addWidget(self.controls)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GAP)
        layout.addWidget(bar)
        layout.addWidget(self.notice)
        layout.addWidget(across, 1)
        self.session.changed.connect(self._show)
        self.session.progressed.connect(self._show)

    def refresh(self) -> None:
        """Show the race in the present language, on the present plan."""
        self.session.look_again()
        self._show()

    def take_focus(self) -> None:
        """Space starts and pauses at once."""
        if self.controls.start_button.isEnabled():
            self.controls.setFocus()
        else:
            self.racers.open_button.setFocus()

    def finish_drawing(self) -> None:
        """Compute and show the steps that were asked for, for a picture."""
        if self.session.state is not RunState.running:
            self.session.finish()
        self._show()

    def shut_down(self) -> None:
        """End the race's thread."""
        self.session.shut_down()

    def _show(self) -> None:
        if not self.isVisible():
            return
        self.curves.refresh()
        self.layers.refresh()
        session, text = self.session, ""
        box = "warning"
        if session.problem is not None:
            text, box = words.problem_text(session.problem), "danger"
        elif session.hopeless:
            text = self.tr(
                "No racer fits the data, which are those of the open network: Reset alone does "
                "not help. Take racers out and add others, or open a racer by its pencil."
            )
        elif session.state is RunState.broken and session.outdated:
            text = self.tr(
                "Nobody can go on. Data, seed or plan have changed since the race began; Reset "
                "begins anew with the new ones."
            )
        elif session.outdated:
            text = self.tr(
                "Data, seed or plan have changed since the race began. It goes on with those it "
                "began with; Reset takes the new ones."
            )
        elif session.state is RunState.broken:
            text = self.tr("Nobody can go on. Reset begins anew.")
        self.notice.say(text, box)

    def showEvent(self, event: QShowEvent) -> None:
        """The plan may have been changed in Train meanwhile."""
        self._stale = True
        super().showEvent(event)


class Notice(QFrame):
    """A sentence about the whole race; hidden while there is nothing to say."""

    def __init__(self) -> None:
        super().__init__()
        self.text = QLabel()
        self.text.setWordWrap(True)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 5, 8, 5)
        row.addWidget(self.text)
        self.hide()

    def say(self, text: str, box: str) -> None:
        """Show `text` in a ``warning`` or ``danger`` box."""
        self.text.setText(text)
        self.setVisible(bool(text))
        if self.property("box") != box:
            self.setProperty("box", box)
            restyle(self)
