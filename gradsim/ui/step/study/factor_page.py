"""The first page: the activation's curve at z, and the running product as a waterfall."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from gradsim.ui.splitter import RememberedSplitter
from gradsim.ui.step.activation_curve import ActivationCurve
from gradsim.ui.step.study.page import StudyPage, StudyTools
from gradsim.ui.step.waterfall import WaterfallPanel

_DESIGNED = (196, 244)


class FactorPage(StudyPage):
    """Curve and waterfall side by side; both follow the stepper by themselves."""

    def __init__(self, tools: StudyTools, parent: QWidget | None = None) -> None:
        super().__init__(tools, parent)
        self.curve = ActivationCurve(tools.workbench)
        self.waterfall = WaterfallPanel(tools.workbench)
        split = RememberedSplitter(
            "step_factor", Qt.Orientation.Horizontal, tools.workbench.settings
        )
        split.addWidget(self.curve)
        split.addWidget(self.waterfall)
        split.settle(_DESIGNED, (3, 4))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(split)
        tools.keys.watch(self.curve.canvas, self.waterfall.canvas)
