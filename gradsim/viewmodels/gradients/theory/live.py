"""The prediction beside the numbers on screen, kept up to date while somebody looks."""

from __future__ import annotations

import math
from typing import Final

from PySide6.QtCore import QObject, Signal

from gradsim.engine.problems import QT_TRANSLATE_NOOP, Problem
from gradsim.engine.theory.conditions import SENTENCES, Obstacle
from gradsim.project import edits
from gradsim.viewmodels.document import Document
from gradsim.viewmodels.gradients.ensembles.band import SECOND_MOMENT
from gradsim.viewmodels.gradients.theory.predicting import DepthScales, Prediction, predict
from gradsim.viewmodels.jobs import Cancel, Jobs, Outcome
from gradsim.viewmodels.messages import Message
from gradsim.viewmodels.settings import Settings
from gradsim.viewmodels.simulation import Simulation
from gradsim.viewmodels.single_shot import single_shot

_KEY: Final = "profile_theory"
_HURRY_MS: Final = 250
_CONTEXT: Final = "Theory"
_OTHER_QUANTITY: Final = QT_TRANSLATE_NOOP(
    "Theory", "The line is of δ, or of the signal: choose one of them to see what theory says."
)
_WITHOUT_LINE: Final = QT_TRANSLATE_NOOP(
    "Theory", "The line is of δ as L2 norm or RMS: theory gives no other number."
)


class LiveTheory(QObject):
    """Follows the simulation; computes nothing while hidden or switched off."""

    changed = Signal()

    def __init__(
        self,
        document: Document,
        simulation: Simulation,
        settings: Settings | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._document = document
        self._simulation = simulation
        self._settings = settings
        self._shown = settings.flag(_KEY, True) if settings is not None else True
        self._active = False
        self._prediction: Prediction | None = None
        self._jobs = Jobs(self)
        self._jobs.finished.connect(self._receive)
        self._hurry = single_shot(self, _HURRY_MS, self._jobs.hurry)
        simulation.published.connect(self._follow)

    @property
    def shown(self) -> bool:
        """Whether theory is drawn."""
        return self._shown

    @property
    def prediction(self) -> Prediction | None:
        """What theory says of the numbers on screen; None until that is known, or switched off."""
        found = self._prediction
        now = self._simulation.result
        if not self._shown or found is None or now is None:
            return None
        same = found.result.project is now.project and found.result.sample == now.sample
        return found if same else None

    @property
    def awaited(self) -> bool:
        """Whether what theory says of the numbers on screen is yet to come."""
        known = self._simulation.result is None or self.prediction is not None
        return self._active and self._shown and not known

    def show(self, shown: bool) -> None:
        """Draw theory, or leave it out; remembered."""
        if shown != self._shown:
            self._shown = shown
            if self._settings is not None:
                self._settings.set_flag(_KEY, shown)
            self._follow()
            self.changed.emit()

    def set_active(self, active: bool) -> None:
        """Work only while somebody looks."""
        self._active = active
        if active:
            self._follow()
        else:
            self._jobs.cancel()

    def why_not(self, quantity: str, statistic: str) -> Message | None:
        """Why there is no line; None where there is one, or nothing is known yet."""
        found = self.prediction
        if found is None:
            return None
        if quantity not in ("delta", SECOND_MOMENT):
            return Message(_CONTEXT, _OTHER_QUANTITY)
        if found.obstacle is not None:
            template = SENTENCES[found.obstacle.obstacle]
            return Message(_CONTEXT, template, {"layer": found.obstacle.layer or 1})
        if found.log10(quantity, statistic) is None:
            return Message(_CONTEXT, _WITHOUT_LINE)
        return None

    @property
    def cost_is_the_obstacle(self) -> bool:
        """Whether the cost `probe` would take away the first obstacle."""
        found = self.prediction
        return (
            found is not None
            and found.obstacle is not None
            and found.obstacle.obstacle is Obstacle.cost
        )

    def probe_would_draw(self, quantity: str) -> bool:
        """Whether the line of `quantity` waits for that cost alone."""
        return quantity in ("delta", SECOND_MOMENT) and self.cost_is_the_obstacle

    def use_probe(self) -> Problem | None:
        """Set the cost to `probe`, as one undo step; what is returned says why that cannot be."""
        try:
            project = edits.set_cost(self._document.project, "probe")
        except Problem as problem:
            return problem
        name = Message("BuilderEdit", QT_TRANSLATE_NOOP("BuilderEdit", "Set cost"))
        self._document.edit(name, project)
        return None

    def scales(self) -> tuple[Message, ...]:
        """χ at the fixed point and the depths ξ in words; nothing where they are not known."""
        found = self.prediction
        return () if found is None or found.scales is None else scale_messages(found.scales)

    def finish(self) -> None:
        """Wait for the prediction: for a picture."""
        self._jobs.finish()

    def shut_down(self) -> None:
        """End the thread."""
        self._active = False
        self._hurry.stop()
        self._jobs.shut_down()

    def _follow(self) -> None:
        result = self._simulation.result
        if not self._active or not self._shown or result is None or self.prediction is not None:
            return

        def work(cancelled: Cancel) -> Prediction:
            return predict(result, cancelled)

        self._jobs.submit(work)
        self._hurry.start()

    def _receive(self, outcome: Outcome) -> None:
        if outcome.error is not None:
            raise outcome.error
        self._prediction = outcome.value
        self.changed.emit()


def scale_messages(scales: DepthScales) -> tuple[Message, ...]:
    """The scales, one sentence each."""
    chi = scales.susceptibility
    if chi <= 0.0:
        return ()
    decades = 0.5 * math.log10(chi)
    level = abs(decades) < 5e-5
    if level:
        template = QT_TRANSLATE_NOOP("Theory", "χ = 1: deep in the network ‖δ‖ keeps its size.")
    elif decades < 0:
        template = QT_TRANSLATE_NOOP(
            "Theory", "χ = {chi}: deep in the network ‖δ‖ falls by {decades} decades a layer."
        )
    else:
        template = QT_TRANSLATE_NOOP(
            "Theory", "χ = {chi}: deep in the network ‖δ‖ grows by {decades} decades a layer."
        )
    found = [Message.of(_CONTEXT, template, chi=chi, decades=abs(decades))]
    if scales.length is not None and scales.length_depth is not None and scales.length > 0.0:
        template = QT_TRANSLATE_NOOP(
            "Theory", "Var z settles at {length} within ξ = {depth} layers."
        )
        found.append(
            Message.of(_CONTEXT, template, length=scales.length, depth=scales.length_depth)
        )
    if scales.correlation_depth is not None:
        template = (
            QT_TRANSLATE_NOOP("Theory", "Two inputs grow alike over ξ = {depth} layers.")
            if chi <= 1.0
            else QT_TRANSLATE_NOOP(
                "Theory", "Two inputs drift to a fixed likeness over ξ = {depth} layers."
            )
        )
        if math.isfinite(scales.correlation_depth):
            found.append(Message.of(_CONTEXT, template, depth=scales.correlation_depth))
    return tuple(found)
