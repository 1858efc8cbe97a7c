"""What every lens is: a widget that follows the numbers while it is seen."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct
from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QLabel, QStackedLayout, QVBoxLayout, QWidget

from gradsim.engine.problems import Problem
from gradsim.ui.gradients.attribution_view import LOW
from gradsim.ui.plots.plot import LEAST_HEIGHT, Plot
from gradsim.ui.workbench import Workbench
from gradsim.viewmodels import words
from gradsim.viewmodels.gradients.view import GradientsView
from gradsim.viewmodels.gradients.watched_job import WatchedJob
from gradsim.viewmodels.gradients.wording import unbroken
from gradsim.viewmodels.messages import Message


class LensTools(Struct, frozen=True, eq=False):
    """What a lens is given: the shared view models, and what the workspace shows."""

    workbench: Workbench
    view: GradientsView


class Lens(QWidget):
    """A lens that was never opened was never made; one that is hidden rests."""

    note_changed = Signal()

    def __init__(self, tools: LensTools) -> None:
        super().__init__()
        self.tools = tools
        self._stale = True

    @property
    def note(self) -> str:
        """What stands at the right of the card's title."""
        return ""

    def take_focus(self) -> None:
        """The arrow keys read the picture."""

    def refresh(self) -> None:
        """Show the newest numbers, in the present language."""

    def finish_drawing(self) -> None:
        """Compute at once whatever is pending, for a picture."""

    def shut_down(self) -> None:
        """End what runs in the background."""

    def follow(self) -> None:
        """Refresh if seen, else later."""
        self._stale = not self.isVisible()
        if not self._stale:
            self.refresh()

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what happened unseen."""
        super().showEvent(event)
        if self._stale:
            self.follow()


class PlotLens(Lens):
    """A plot with words below it; other words in its place while there is nothing to draw.

    A subclass adds rows to `column` between plot and words, calls :meth:`lay_out` at its end of
    the constructor, and shows itself in :meth:`refresh`.
    """

    def __init__(self, tools: LensTools, plot: Plot) -> None:
        super().__init__(tools)
        self.base_plot = plot
        plot.configuration = tools.view.configuration
        self.said = QLabel()
        self.message = QLabel()
        self.content = QWidget()
        self.column = QVBoxLayout(self.content)
        self._stack = QStackedLayout(self)

    def lay_out(self) -> None:
        """Put plot, rows and words together."""
        for label in (self.said, self.message):
            label.setWordWrap(True)
            label.setProperty("muted", True)
        self.message.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.base_plot.setMinimumHeight(LEAST_HEIGHT)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(4)
        self.column.insertWidget(0, self.base_plot, 1)
        self.column.addWidget(self.said)
        self._stack.setContentsMargins(0, 0, 0, 0)
        self._stack.addWidget(self.content)
        self._stack.addWidget(self.message)
        view = self.tools.view
        view.layer_changed.connect(self.mark_layers)
        self.retranslate()

    def take_focus(self) -> None:
        """The plot, where it is shown."""
        self.base_plot.setFocus()

    def show_instead(self, text: str) -> None:
        """Words in place of the plot; empty for the plot."""
        self.message.setText(text)
        self._stack.setCurrentWidget(self.message if text else self.content)

    @property
    def drawn(self) -> bool:
        """Whether the plot is shown."""
        return self._stack.currentWidget() is self.content

    def say(self, messages: Sequence[Message], before: str = "") -> None:
        """Write sentences below the plot."""
        told = " ".join(unbroken(words.text(message)) for message in messages)
        told = told.replace(" %", "\u00a0%").replace(f" {words.MINUS}", f"\u00a0{words.MINUS}")
        self.said.setText(f"{before} {told}".strip())
        self.said.setVisible(bool(self.said.text()))

    def mark_layers(self) -> None:
        """Show which layers are chosen; for subclasses."""

    def retranslate(self) -> None:
        """Write everything in the present language; for subclasses, which refresh at the end."""

    def across(self) -> str:
        """The name of the layers' axis, where there is room for it."""
        return self.tr("layer") if self.base_plot.height() >= LOW else ""

    def missing(self, job: WatchedJob | None = None) -> str:
        """Why there is nothing to draw, for :meth:`show_instead`."""
        if self.tools.view.result is None:
            return self.tools.view.problem or self.tr("Computing…")
        if job is None:
            return ""
        if job.problem is not None:
            return problem_text(job.problem)
        return self.computing(job)

    def computing(self, job: WatchedJob) -> str:
        """How far the work has come."""
        if not job.fraction:
            return self.tr("Computing…")
        return self.tr("Computing… {percent} %").format(percent=f"{100 * job.fraction:.0f}")

    def changeEvent(self, event: QEvent) -> None:
        """Another language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another size may hold more steps, or the name of an axis."""
        super().resizeEvent(event)
        self.follow()


class JobLens(PlotLens):
    """A lens whose numbers are computed only while it is seen."""

    def watch(self, watched: bool) -> None:
        """Compute from now on, or rest; for subclasses."""

    def showEvent(self, event: QShowEvent) -> None:
        """Compute."""
        super().showEvent(event)
        self.watch(True)

    def hideEvent(self, event: QHideEvent) -> None:
        """Rest, except where the whole window is only put away."""
        super().hideEvent(event)
        if not event.spontaneous():
            self.watch(False)


def problem_text(problem: Exception) -> str:
    """A problem as a sentence."""
    return words.problem_text(problem) if isinstance(problem, Problem) else str(problem)
