"""The Step workspace: diagram, equation, card, the page beside it, and the side column."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from gradsim.ui.equations import Equations
from gradsim.ui.gradients.side_column import SideColumn
from gradsim.ui.splitter import GAP, RememberedSplitter
from gradsim.ui.step.diagram.diagram import DiagramPanel
from gradsim.ui.step.equation.strip import EquationStrip
from gradsim.ui.step.factor_card import FactorCard
from gradsim.ui.step.keys import StepKeys
from gradsim.ui.step.study.page import StudyTools
from gradsim.ui.step.study.panel import Study
from gradsim.ui.workbench import Workbench
from gradsim.viewmodels.step.predict.session import Predictions
from gradsim.viewmodels.step.walk.comparison import Comparison

_DESIGNED_HEIGHTS = (315, 468)
_DESIGNED_LOWER = (372, 447)
_DESIGNED_SIDE = (826, 310)
_CARD_HEIGHTS = (160, 250)
"""The least height of the card and the page beside it: in a low window, and where the card's
sentence is to be seen whole."""


class StepWorkspace(QWidget):
    """Lays out the walk; every part follows the stepper of the workbench."""

    def __init__(self, workbench: Workbench, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workbench = workbench
        self.equations = Equations(self)
        self.comparison = Comparison(workbench.stepper, self)
        self.keys = StepKeys(workbench.stepper, self)
        self.predictions = Predictions(workbench.stepper, workbench.settings, self)
        self.diagram = DiagramPanel(workbench)
        self.strip = EquationStrip(workbench, self.equations, self.comparison, self.keys)
        self.card = FactorCard(workbench, self.equations, self.keys, self.predictions)
        self.study = Study(StudyTools(workbench, self.equations, self.keys))
        self.side = SideColumn(workbench)
        self._shown_before = False
        self._focus_due = False
        self._build()
        self.keys.watch(self.diagram.canvas)
        self.keys.predict_pressed.connect(self.predictions.toggle)
        self.keys.map_wanted.connect(self.show_key_map)
        workbench.stepper.steps_changed.connect(self._take_due_focus)
        workbench.nudge.grabbed.connect(self._show_nudge)
        self.strip.instead.way_taken.connect(self.card.transport.next_button.setFocus)

    def _build(self) -> None:
        settings = self._workbench.settings
        parts = RememberedSplitter("step_lower", Qt.Orientation.Horizontal, settings)
        parts.addWidget(self.card)
        parts.addWidget(self.study)
        parts.settle(_DESIGNED_LOWER, (6, 7))
        lower = QWidget()
        stacked = QVBoxLayout(lower)
        stacked.setContentsMargins(0, 0, 0, 0)
        stacked.setSpacing(GAP)
        stacked.addWidget(self.strip)
        stacked.addWidget(parts, 1)
        heights = RememberedSplitter("step_heights", Qt.Orientation.Vertical, settings)
        heights.addWidget(self.diagram)
        heights.addWidget(lower)
        heights.settle(_DESIGNED_HEIGHTS, (4, 5))
        across = RememberedSplitter("step_side", Qt.Orientation.Horizontal, settings)
        across.addWidget(heights)
        across.addWidget(self.side)
        across.settle(_DESIGNED_SIDE, (1, 0))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(across)

    def _share_height(self) -> None:
        """Let the card give way before the window cuts it off."""
        others = (self.diagram, self.strip)
        taken = sum(each.minimumSizeHint().height() + GAP for each in others)
        least, most = _CARD_HEIGHTS
        for part in (self.card, self.study):
            part.setMinimumHeight(min(max(self.height() - taken, least), most))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the new height."""
        super().resizeEvent(event)
        self._share_height()

    def event(self, event: QEvent) -> bool:
        """Share the height anew where a part needs more of it or less."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._share_height()
        return super().event(event)

    def _show_nudge(self) -> None:
        self.study.open_page("nudge")

    def finish_drawing(self) -> None:
        """Compute and typeset at once whatever is pending, for a picture."""
        self.comparison.compute_now()
        self.diagram.finish_drawing()
        self.study.finish_drawing()
        self.equations.finish()

    def shut_down(self) -> None:
        """End the threads."""
        self.comparison.shut_down()
        self.study.shut_down()
        self.equations.shut_down()

    def showEvent(self, event: QShowEvent) -> None:
        """The first time, the focus stands on "Next factor"."""
        super().showEvent(event)
        if not self._shown_before:
            self._shown_before = self._focus_due = True
            self._take_due_focus()

    def take_focus(self) -> None:
        """Focus "Next factor", or the diagram where there is no next one: → acts in both."""
        button = self.card.transport.next_button
        if self.card.predict.is_open:
            self.card.predict.view.answer.field.setFocus()
        else:
            (button if button.isEnabled() else self.diagram.canvas).setFocus()

    def show_key_map(self) -> None:
        """The small map of the keys, until the next key or click."""
        from gradsim.ui.step.key_map import KeyMap

        KeyMap(self).open_over(self.window())

    def _take_due_focus(self) -> None:
        """Focus the transport once there are steps to take."""
        button = self.card.transport.next_button
        if self._focus_due and self.isVisible() and button.isEnabled():
            self._focus_due = False
            button.setFocus()
