"""What one layer is: its size, its choices and its remedies, as an immutable value."""

from __future__ import annotations

from msgspec import Struct

from gradsim.engine.options import Choice
from gradsim.engine.remedies.residual import Residual

_SIGMOID, _GLOROT, _ZEROS = Choice("sigmoid"), Choice("glorot_normal"), Choice("zeros")


class Layer(Struct, frozen=True):
    """One layer: z = W a + b, a = f(z).

    `units` is its fan_out, `activation` is f, `weights` and `bias` say how W and b are drawn, and
    `id` is what its random streams are keyed by: it stays with the layer wherever it is moved.
    Remedies: a `normalization` stands between z and f, `dropout` (the probability of silence) after
    f, and a `residual` connection leads past all of it.
    """

    units: int
    activation: Choice = _SIGMOID
    weights: Choice = _GLOROT
    bias: Choice = _ZEROS
    id: int = 0
    normalization: Choice | None = None
    residual: Residual | None = None
    dropout: float = 0.0

    @property
    def plain(self) -> bool:
        """Whether it has no remedy."""
        return self.normalization is None and self.residual is None and not self.dropout

    @property
    def activates_first(self) -> bool:
        """Whether f comes before W: a residual connection of the form `pre`."""
        return self.residual is not None and self.residual.activates_first
