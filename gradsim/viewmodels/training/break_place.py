"""Takes the walk of Step to where a run broke, once the numbers before the break are there."""

from __future__ import annotations

from PySide6.QtCore import QObject

from gradsim.engine.training.divergence import Divergence
from gradsim.viewmodels.scope import Scope
from gradsim.viewmodels.simulation import Simulation, SimulationResult
from gradsim.viewmodels.step.stepper import Stepper
from gradsim.viewmodels.step.walk.steps import Step, StepKind
from gradsim.viewmodels.step.walk.walk import Lens


class BreakPlace(QObject):
    """Waits for the batch that broke to be computed, then stands at the number that left it."""

    def __init__(
        self, stepper: Stepper, simulation: Simulation, scope: Scope, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._stepper, self._simulation, self._scope = stepper, simulation, scope
        self._wanted: Divergence | None = None
        simulation.published.connect(self._go)
        stepper.steps_changed.connect(self._go)

    def show(self, divergence: Divergence) -> None:
        """Go there as soon as can be; the newest call counts."""
        self._wanted = divergence
        self._scope.choose(None)
        self._go()

    def _go(self) -> None:
        wanted, stepper, result = self._wanted, self._stepper, self._simulation.result
        if wanted is None or result is None or not self._simulation.current:
            return
        lens = Lens.FORWARD if wanted.kind in ("forward", "cost") else Lens.LAYER
        if stepper.lens is not lens:
            self._wanted = None  # choosing a lens changes the steps, which comes back here
            stepper.choose_lens(lens)
            self._wanted = wanted
        if stepper.lens is lens and stepper.result is result:
            self._wanted = None
            stepper.jump(position_of(wanted, stepper.steps, result))


def position_of(divergence: Divergence, steps: tuple[Step, ...], result: SimulationResult) -> int:
    """How many of `steps` are revealed where the number that broke is the newest one."""
    layer = divergence.layer
    kinds: set[StepKind] = set()
    if divergence.kind == "forward" and divergence.factor == "z":
        kinds = {StepKind.PRE_ACTIVATION}
    elif divergence.kind == "cost":
        kinds = {StepKind.COST_VALUE}
    elif divergence.kind == "factor":
        kinds = {
            StepKind(factor.kind)
            for factor in result.factors
            if factor.layer == layer and factor.symbol == divergence.factor
        }
    elif divergence.kind == "update":
        kinds = {StepKind.WEIGHTS}
    of_layer = [index for index, step in enumerate(steps, 1) if step.layer == layer]
    named = [index for index in of_layer if steps[index - 1].kind in kinds]
    return (named or of_layer or [0])[-1]
