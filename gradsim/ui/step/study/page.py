"""What every page beside the card is: a widget that follows the walk while it is seen."""

from __future__ import annotations

from msgspec import Struct
from PySide6.QtWidgets import QHBoxLayout, QWidget

from gradsim.ui.equations import Equations
from gradsim.ui.following_page import FollowingPage
from gradsim.ui.step.keys import StepKeys
from gradsim.ui.workbench import Workbench


class StudyTools(Struct, frozen=True, eq=False):
    """What a page is given: the view models, the typesetter, and the keys that walk."""

    workbench: Workbench
    equations: Equations
    keys: StepKeys


class StudyPage(FollowingPage):
    """Follows stepper, theme and language; what happens while it is hidden waits until it shows.

    A page that is never opened is never made, so its constructor may take its time.
    """

    def __init__(self, tools: StudyTools, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.tools = tools
        self.corner: QWidget | None = None
        """What stands beside the chooser while the page is shown; None for nothing."""
        stepper = tools.workbench.stepper
        stepper.position_changed.connect(self._follow)
        stepper.steps_changed.connect(self._follow)
        tools.workbench.theme.changed.connect(self._follow)

    def put_in_corner(self, *parts: QWidget) -> None:
        """Let `parts` stand in the row of the chooser, where they cost the page no height."""
        self.corner = QWidget()
        row = QHBoxLayout(self.corner)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for part in parts:
            row.addWidget(part)
