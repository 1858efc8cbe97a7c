"""The page "Zero and symmetric weights": what holds now, and what gradient steps make of it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from gradsim.ui.panel import Panel
from gradsim.ui.segmented import Segmented
from gradsim.ui.step.study.page import StudyPage, StudyTools
from gradsim.ui.step.study.symmetry.descent_view import DescentView
from gradsim.ui.step.study.symmetry.now_view import NowView
from gradsim.viewmodels.step.symmetry.descent import DescentModel
from gradsim.viewmodels.step.symmetry.tries import Tries

_NOW, _STEPS = "now", "steps"


class SymmetryPage(StudyPage):
    """Two views of which one is shown."""

    def __init__(self, tools: StudyTools, parent: QWidget | None = None) -> None:
        super().__init__(tools, parent)
        bench = tools.workbench
        self.tries = Tries(bench.document, bench.stepper, self)
        self.model = DescentModel(bench.stepper, self.tries, self)
        self.now = NowView(bench, self.tries)
        self.steps = DescentView(bench, self.model)
        self.switch = Segmented((_NOW, _STEPS))
        self._stack = QStackedWidget()
        self._build()
        self.switch.chosen.connect(self._turn)
        self.now.table.layer_chosen.connect(self.steps.show_layer)

    def _build(self) -> None:
        panel = Panel()
        own = panel.layout()
        assert own is not None
        own.setContentsMargins(10, 8, 8, 8)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(panel)
        row = QHBoxLayout()
        row.addWidget(self.switch)
        row.addStretch(1)
        panel.body.addLayout(row)
        for view in (self.now, self.steps):
            self._stack.addWidget(_scrolled(view))
        panel.body.addWidget(self._stack, 1)
        self.switch.show_value(_NOW)

    def refresh(self) -> None:
        """Show the present result in both views."""
        self.switch.set_text(_NOW, self.tr("Zeros and copies"))
        self.switch.set_text(_STEPS, self.tr("Gradient steps"))
        self.now.refresh()
        self.steps.show_layer(self.now.layer)
        self.steps.refresh()

    def finish_drawing(self) -> None:
        """Take the pending steps at once, for a picture."""
        self.model.finish()
        self.refresh()

    def shut_down(self) -> None:
        """End the thread."""
        self.model.shut_down()

    def _turn(self, value: str) -> None:
        self._stack.setCurrentIndex((_NOW, _STEPS).index(value))


def _scrolled(view: QWidget) -> QScrollArea:
    inner = QWidget()
    inner.setObjectName("scrolled")
    layout = QVBoxLayout(inner)
    layout.setContentsMargins(0, 0, 4, 0)
    layout.addWidget(view)
    layout.addStretch(1)
    area = QScrollArea()
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setWidgetResizable(True)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidget(inner)
    return area
