"""What the diagram's words leave unsaid while predictions are on: whatever may still be asked."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from gradsim.viewmodels.step.walk.steps import Step, StepKind
from gradsim.viewmodels.step.walk.walk import Lens


class Veil(Struct, frozen=True):
    """Which numbers are unsaid.

    gradients : f′ and everything that is a derivative of the cost.
    weighted_sums, activations : z and a from this layer on; None where all are said.
    cost : the cost itself.
    """

    gradients: bool = False
    weighted_sums: int | None = None
    activations: int | None = None
    cost: bool = False

    def hides_sum(self, layer: int) -> bool:
        """Whether z of `layer` is unsaid."""
        return self.weighted_sums is not None and layer >= self.weighted_sums

    def hides_activation(self, layer: int) -> bool:
        """Whether a of `layer` is unsaid."""
        return self.activations is not None and layer >= self.activations


OPEN = Veil()


def veil_of(lens: Lens, steps: Sequence[Step], position: int, *, guarded: bool) -> Veil:
    """What is unsaid at `position`: nothing at the end of a walk, or where nothing is asked."""
    if not guarded or position >= len(steps):
        return OPEN
    if lens is not Lens.FORWARD:
        return Veil(gradients=True)
    coming = steps[position:]
    sums = [step.layer for step in coming if step.kind == StepKind.PRE_ACTIVATION]
    values = [step.layer for step in coming if step.kind == StepKind.ACTIVATION_VALUE]
    return Veil(True, min(sums, default=None), min(values, default=None), cost=True)
