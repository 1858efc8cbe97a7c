"""The workspaces, one shown at a time; each is made when it is first shown, or before in peace."""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from gradsim.ui.step.workspace import StepWorkspace
from gradsim.ui.workbench import Workbench

if TYPE_CHECKING:
    from gradsim.ui.compare.workspace import CompareWorkspace
    from gradsim.ui.gradients.workspace import GradientsWorkspace
    from gradsim.ui.train.workspace import TrainWorkspace

_DONE = object()
_GRADIENTS = (
    "gradsim.viewmodels.gradients.coach.coach",
    "gradsim.viewmodels.gradients.ensembles.live",
    "gradsim.viewmodels.gradients.ensembles.view",
    "gradsim.ui.gradients.profile_panel",
    "gradsim.ui.gradients.lenses.panel",
    "gradsim.ui.gradients.histograms_view",
)
"""What Gradients is made of, in slices that each load in a frame or two."""
_WALKED = ("step", "compare")
"""The workspaces that show where the walk stands."""
_QUIET_MS = 400
"""How long after the last numbers the next part is made ready."""
_NEXT_MS = 60
"""How long after one part the next one follows, where nothing came between."""


class Workspaces(QStackedWidget):
    """Step, there from the start; Gradients, made part by part after it; Compare; Train."""

    step_wanted = Signal()
    """A workspace wants something looked at in Step."""

    def __init__(self, workbench: Workbench, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workbench = workbench
        self.step = StepWorkspace(workbench)
        self.gradients: GradientsWorkspace | None = None
        self.compare: CompareWorkspace | None = None
        self.train: TrainWorkspace | None = None
        self.addWidget(self.step)
        self._parts = self._all_parts()
        self._quiet = QTimer(self)
        self._quiet.setInterval(_QUIET_MS)
        self._quiet.timeout.connect(self._prepare)
        workbench.simulation.published.connect(self._wait_for_quiet)

    def show_workspace(self, name: str, *, take_focus: bool) -> None:
        """Turn to the workspace `name`; with `take_focus` its keys act."""
        workspace = self._made(name)
        # Unseen, the walk rests: in a deep network it takes longer than all that is seen.
        self._workbench.stepper.set_followed(name in _WALKED)
        self.setCurrentWidget(workspace)
        if take_focus:
            workspace.take_focus()

    def finish_drawing(self) -> None:
        """Compute and draw at once what is otherwise shown when it is ready, for a picture."""
        shown = self.currentWidget()
        for workspace in (self.step, self.gradients, self.compare, self.train):
            if workspace is not None and workspace is shown:
                workspace.finish_drawing()

    def shut_down(self) -> None:
        """End the threads, and make nothing more."""
        self._quiet.stop()
        self._workbench.simulation.published.disconnect(self._wait_for_quiet)
        for workspace in (self.step, self.gradients, self.compare, self.train):
            if workspace is not None:
                workspace.shut_down()

    def _made(
        self, name: str
    ) -> StepWorkspace | GradientsWorkspace | CompareWorkspace | TrainWorkspace:
        if name == "gradients":
            gradients = self._begun()
            gradients.build()
            return gradients
        if name == "compare":
            if self.compare is None:
                from gradsim.ui.compare.workspace import CompareWorkspace

                self.compare = CompareWorkspace(self._workbench)
                self.addWidget(self.compare)
            return self.compare
        if name == "train":
            if self.train is None:
                from gradsim.ui.train.workspace import TrainWorkspace

                self.train = TrainWorkspace(self._workbench)
                self.train.step_wanted.connect(self.step_wanted)
                self.addWidget(self.train)
            return self.train
        return self.step

    def _begun(self) -> GradientsWorkspace:
        if self.gradients is None:
            from gradsim.ui.gradients.workspace import GradientsWorkspace

            self.gradients = GradientsWorkspace(self._workbench, at_once=False)
            self.addWidget(self.gradients)
        return self.gradients

    def _wait_for_quiet(self) -> None:
        """Wait, once more where numbers follow each other as in a drag."""
        if self.isVisible():
            self._quiet.start(_QUIET_MS)

    def _prepare(self) -> None:
        """Make the next part ready; once all are, have Gradients up to date."""
        self._quiet.setInterval(_NEXT_MS)
        if next(self._parts, _DONE) is not _DONE:
            return
        self._quiet.stop()
        if self.gradients is not None:
            self.gradients.view.prepare()

    def _all_parts(self) -> Iterator[None]:
        """What can be made before it is asked for, in steps of less than a frame or two."""
        for module in _GRADIENTS if self.gradients is None else ():
            import_module(module)
            yield
        gradients = self._begun()
        yield
        while not gradients.built:
            gradients.build_next()
            yield
        yield from gradients.rehearsal()
        if self.compare is None:
            from gradsim.ui.compare.workspace import CompareWorkspace

            yield from CompareWorkspace.preparing(self._workbench.settings)
            self._made("compare")
            yield
