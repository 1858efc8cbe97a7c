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
    from gradsim.ui.challenges.workspace import ChallengesWorkspace
    from gradsim.ui.compare.workspace import CompareWorkspace
    from gradsim.ui.gradients.workspace import GradientsWorkspace
    from gradsim.ui.train.workspace import TrainWorkspace

    Workspace = (
        StepWorkspace | GradientsWorkspace | CompareWorkspace | TrainWorkspace | ChallengesWorkspace
    )

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
    """Step, there from the start; Gradients, made part by part after it; the others when opened."""

    step_wanted = Signal()
    """A workspace wants something looked at in Step."""
    train_made = Signal()
    """The Train workspace, and with it the one run of the window, is there."""
    challenges_made = Signal()
    """The workspace of the challenges is there."""
    compare_wanted = Signal()
    """Something wants to be looked at in Compare, on the page that it has turned to."""

    def __init__(self, workbench: Workbench, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workbench = workbench
        self.step = StepWorkspace(workbench)
        self.gradients: GradientsWorkspace | None = None
        self.compare: CompareWorkspace | None = None
        self.train: TrainWorkspace | None = None
        self.challenges: ChallengesWorkspace | None = None
        self.addWidget(self.step)
        self._parts = self._all_parts()
        self._quiet = QTimer(self)
        self._quiet.setInterval(_QUIET_MS)
        self._quiet.timeout.connect(self._prepare)
        workbench.simulation.published.connect(self._wait_for_quiet)
        workbench.race.wanted.connect(self._show_race)

    def show_workspace(self, name: str, *, take_focus: bool) -> None:
        """Turn to the workspace `name`; with `take_focus` its keys act."""
        workspace = self._made(name)
        # Unseen, the walk rests: in a deep network it takes longer than all that is seen.
        self._workbench.stepper.set_followed(name in _WALKED)
        self.setCurrentWidget(workspace)
        if take_focus:
            workspace.take_focus()

    def open_compare(self, page: str) -> None:
        """Turn to a page of Compare, without making the one that was last seen there."""
        from gradsim.ui.compare.workspace import PAGE_SETTING

        if self.compare is None:
            self._workbench.settings.set_text(PAGE_SETTING, page)
        self._made("compare")
        if self.compare is not None:
            self.compare.open_page(page)

    def _show_race(self) -> None:
        self.open_compare("race")
        self.compare_wanted.emit()

    def finish_drawing(self) -> None:
        """Compute and draw at once what is otherwise shown when it is ready, for a picture."""
        shown = self.currentWidget()
        for workspace in self._all():
            if workspace is not None and workspace is shown:
                workspace.finish_drawing()

    def shut_down(self) -> None:
        """End the threads, and make nothing more."""
        self._quiet.stop()
        self._workbench.simulation.published.disconnect(self._wait_for_quiet)
        for workspace in self._all():
            if workspace is not None:
                workspace.shut_down()

    def training(self) -> TrainWorkspace:
        """The Train workspace, made where it is not there yet."""
        if self.train is None:
            from gradsim.ui.train.workspace import TrainWorkspace

            self.train = TrainWorkspace(self._workbench, self)
            self.train.step_wanted.connect(self.step_wanted)
            self.addWidget(self.train)
            self.train_made.emit()
        return self.train

    def _all(self) -> tuple[Workspace | None, ...]:
        return self.step, self.gradients, self.compare, self.train, self.challenges

    def _made(self, name: str) -> Workspace:
        if name == "gradients":
            gradients = self._begun()
            gradients.build()
            return gradients
        if name == "compare":
            if self.compare is None:
                from gradsim.ui.compare.workspace import CompareWorkspace

                self.compare = CompareWorkspace(self._workbench, self)
                self.addWidget(self.compare)
            return self.compare
        if name == "train":
            return self.training()
        if name == "challenges":
            if self.challenges is None:
                from gradsim.ui.challenges.workspace import ChallengesWorkspace

                self.challenges = ChallengesWorkspace(self._workbench, self)
                self.addWidget(self.challenges)
                self.challenges_made.emit()
            return self.challenges
        return self.step

    def _begun(self) -> GradientsWorkspace:
        if self.gradients is None:
            from gradsim.ui.gradients.workspace import GradientsWorkspace

            self.gradients = GradientsWorkspace(self._workbench, self, at_once=False)
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
