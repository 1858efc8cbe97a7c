"""The two workspaces, one shown at a time; the second is made while nothing goes on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QStackedWidget, QWidget

from gradsim.ui.step.workspace import StepWorkspace
from gradsim.ui.workbench import Workbench

if TYPE_CHECKING:
    from gradsim.ui.gradients.workspace import GradientsWorkspace

_QUIET_MS = 250
"""How long after the last numbers, and after each part, the next part is made."""


class Workspaces(QStackedWidget):
    """Step, there from the start, and Gradients, made part by part after the first numbers."""

    def __init__(self, workbench: Workbench, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workbench = workbench
        self.step = StepWorkspace(workbench)
        self.gradients: GradientsWorkspace | None = None
        self.addWidget(self.step)
        self._quiet = QTimer(self)
        self._quiet.setInterval(_QUIET_MS)
        self._quiet.timeout.connect(self._prepare)
        workbench.simulation.published.connect(self._wait_for_quiet)

    def show_step(self, *, take_focus: bool) -> None:
        """Turn to Step; with `take_focus` its → multiplies at once."""
        self.setCurrentWidget(self.step)
        if take_focus:
            self.step.take_focus()

    def show_gradients(self, *, take_focus: bool) -> None:
        """Turn to Gradients; with `take_focus` its arrow keys read the profile at once."""
        gradients = self._begun()
        gradients.build()
        self.setCurrentWidget(gradients)
        if take_focus:
            gradients.take_focus()

    def shut_down(self) -> None:
        """End the threads, and make nothing more."""
        self._quiet.stop()
        self._workbench.simulation.published.disconnect(self._wait_for_quiet)
        self.step.shut_down()

    def _begun(self) -> GradientsWorkspace:
        if self.gradients is None:
            from gradsim.ui.gradients.workspace import GradientsWorkspace

            self.gradients = GradientsWorkspace(self._workbench, at_once=False)
            self.addWidget(self.gradients)
        return self.gradients

    def _wait_for_quiet(self) -> None:
        """Wait, once more where numbers follow each other as in a drag."""
        if self.isVisible() and (self.gradients is None or not self.gradients.built):
            self._quiet.start()

    def _prepare(self) -> None:
        if self.gradients is None:
            self._begun()
            return
        gradients = self.gradients
        gradients.build_next()
        if gradients.built:
            self._quiet.stop()
