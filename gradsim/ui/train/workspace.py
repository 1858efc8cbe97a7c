"""The Train workspace: plan left, cost over gradients in the middle, numbers and layers right."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QVBoxLayout,
    QWidget,
)

from gradsim.ui.gradients.scrolled_column import ScrolledColumn
from gradsim.ui.panel import Panel
from gradsim.ui.splitter import GAP, RememberedSplitter
from gradsim.ui.train.controls import RunControls
from gradsim.ui.train.cost_panel import CostPanel
from gradsim.ui.train.instruments.panel import InstrumentPanel
from gradsim.ui.train.movement_view import MovementView
from gradsim.ui.train.notice import RunNotice
from gradsim.ui.train.numbers import Numbers
from gradsim.ui.train.pictures.panel import PicturePanel
from gradsim.ui.train.plan_form import PlanForm
from gradsim.ui.train.scrubber import Scrubber
from gradsim.ui.workbench import Workbench
from gradsim.viewmodels import words
from gradsim.viewmodels.configuration import configuration
from gradsim.viewmodels.training.break_place import BreakPlace
from gradsim.viewmodels.training.moment import Moment
from gradsim.viewmodels.training.run_state import RunState
from gradsim.viewmodels.training.session import TrainingSession


class TrainWorkspace(QWidget):
    """Lays out the parts and shows them the newest moment of the run while it is seen."""

    step_wanted = Signal()
    """The place where the run broke is to be looked at factor by factor."""

    def __init__(self, workbench: Workbench, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workbench = workbench
        self.session = TrainingSession(workbench.document, self)
        self._break = BreakPlace(workbench.stepper, workbench.simulation, workbench.scope, self)
        self.controls = RunControls(self.session, workbench.theme)
        self.form = PlanForm(self.session.plan)
        self.cost_panel = CostPanel(self.session, workbench.theme)
        self.costs = self.cost_panel.plot
        self.instruments = InstrumentPanel(workbench.theme)
        self.gradients, self.lines = self.instruments.map, self.instruments.lines
        self.way = self.instruments.way
        for plot in (self.lines, self.instruments.shares):
            plot.configuration = self._configuration
        self.scrubber = Scrubber(self.session)
        self._extent = "recent"
        self._first = 0
        self.movement = MovementView(workbench.theme)
        self.pictures = PicturePanel(self.session, workbench.theme)
        self.function, self.update_view = self.pictures.function, self.pictures.update_view
        self.notice = RunNotice(self.session, workbench.theme)
        self.numbers = Numbers()
        self.plan_panel, self.number_panel = Panel(), Panel()
        self.movement_panel = Panel()
        self._build()
        self._connect()
        self._retranslate()

    def _configuration(self) -> Sequence[str]:
        return configuration(self.session.project)

    # building --------------------------------------------------------------------------------

    def _build(self) -> None:
        column = ScrolledColumn(GAP)
        column.rows.addWidget(self.form)
        self.plan_panel.body.addWidget(column, 1)
        self.cost_panel.body.addWidget(self.scrubber)
        self.number_panel.body.addWidget(self.numbers)
        self.number_panel.body.addStretch(1)
        self.movement_panel.body.addWidget(self.movement, 1)
        settings = self._workbench.settings
        middle = RememberedSplitter("train-middle", Qt.Orientation.Vertical, settings)
        middle.addWidget(self.cost_panel)
        middle.addWidget(self.instruments)
        middle.settle([330, 330], [1, 1])
        right = RememberedSplitter("train-right", Qt.Orientation.Vertical, settings)
        for panel in (self.number_panel, self.movement_panel, self.pictures):
            right.addWidget(panel)
        right.settle([150, 190, 320], [0, 1, 1])
        across = RememberedSplitter("train", Qt.Orientation.Horizontal, settings)
        for widget in (self.plan_panel, middle, right):
            across.addWidget(widget)
        across.settle([230, 560, 290], [0, 1, 0])
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GAP)
        bar = Panel()
        bar.body.addWidget(self.controls)
        layout.addWidget(bar)
        layout.addWidget(self.notice)
        layout.addWidget(across, 1)

    def _connect(self) -> None:
        session = self.session
        session.changed.connect(self.refresh)
        session.plan.changed.connect(self.refresh)
        session.progressed.connect(self._show_moment)
        self.controls.race_button.clicked.connect(self._race)
        self.notice.show_button.clicked.connect(self._show_break)
        self.instruments.layer_chosen.connect(self._choose_layer)
        self.costs.stop_chosen.connect(self._choose_stop)
        self.instruments.step_chosen.connect(session.look_back_to)
        self.pictures.layer_chosen.connect(self._choose_layer)
        self._workbench.selection.changed.connect(self._show_layer)
        self.scrubber.extent.chosen.connect(self._choose_extent)

    # showing ---------------------------------------------------------------------------------

    def take_focus(self) -> None:
        """Space and Enter start and pause at once."""
        self.controls.setFocus()

    def finish_drawing(self) -> None:
        """Compute and show the steps that were asked for, for a picture."""
        if self.session.state is not RunState.running:
            self.session.finish()
        self._show_moment()
        self.pictures.finish_drawing()

    def shut_down(self) -> None:
        """End the run's thread."""
        self.session.shut_down()
        self.pictures.shut_down()

    def refresh(self) -> None:
        """Show what the run is at: the notice, and which panels there are."""
        self.pictures.refresh()
        self.cost_panel.refresh()
        self.notice.refresh()
        self._show_moment()

    def _show_moment(self) -> None:
        if not self.isVisible():
            return
        moment = self.session.shown
        self._title_numbers(moment)
        self.numbers.show_moment(moment)
        self.movement.show_moment(moment)
        self._draw_rows(moment)
        back = None if moment is None or not self.session.looking_back else float(moment.steps)
        self.costs.mark(back)
        self._show_layer()
        self.pictures.show_moment()
        whole = self._extent == "whole"
        self.instruments.show_moment(moment, self._first, whole=whole, back=back)
        self.notice.refresh()

    def _draw_rows(self, moment: Moment | None) -> None:
        self._first = 0 if moment is None else self._first_row(moment)
        self.cost_panel.show_moment(moment, self._first)

    def _first_row(self, moment: Moment) -> int:
        """The first row to draw; the recent ones give way where an earlier moment is shown."""
        if self._extent == "whole":
            return 0
        first = moment.recent()
        seen = bool(moment.rows) and moment.steps >= moment.rows[first][0]
        return first if seen else 0

    def _choose_stop(self, stop: int) -> None:
        moment = self.session.shown
        if moment is not None and self._first + stop < len(moment.rows):
            self.session.look_back_to(int(moment.rows[self._first + stop][0]))

    def _choose_extent(self, extent: str) -> None:
        self._extent = extent
        self._show_moment()

    def _show_layer(self) -> None:
        """Show the layer that is selected where one layer is shown."""
        network = self.session.project.network
        selected = self._workbench.selection.layer_ids
        ids = [layer.id for layer in network.layers]
        layer = ids.index(selected[0]) + 1 if selected and selected[0] in ids else 1
        self.instruments.show_layer(layer, network.depth)
        self.pictures.show_layer(layer, network)

    def _title_numbers(self, moment: Moment | None) -> None:
        back = self.session.looking_back and moment is not None
        title = self.tr("At step {step}") if back else self.tr("Now")
        steps = 0 if moment is None else moment.steps
        self.number_panel.set_title(title.format(step=words.count(steps)))

    def _show_break(self) -> None:
        """Show the numbers before the break, with the layer selected that broke."""
        moment = self.session.moment
        if moment is None or moment.divergence is None:
            return
        divergence = moment.divergence
        self.session.look_at_newest()
        self._choose_layer(divergence.layer)
        self.step_wanted.emit()
        self._break.show(divergence)

    def _race(self) -> None:
        race = self._workbench.race
        race.enter((self.session.project,))
        race.ask()

    def _choose_layer(self, layer: int) -> None:
        layers = self._workbench.document.project.layers
        if 1 <= layer <= len(layers):
            self._workbench.selection.select([layers[layer - 1].id])

    # words -----------------------------------------------------------------------------------

    def _retranslate(self) -> None:
        self.plan_panel.set_title(self.tr("Plan"))
        self.movement_panel.set_title(self.tr("How far the last step moved each layer"))
        self.refresh()

    def changeEvent(self, event: QEvent) -> None:
        """Another language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what happened unseen."""
        super().showEvent(event)
        self.refresh()
