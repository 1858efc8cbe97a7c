"""Which remedies the selected layers have: one value each, or mixed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from msgspec import Struct

from gradsim.engine.initialization import TypedLayer
from gradsim.engine.network import Layer
from gradsim.engine.options import Option, resolved_options
from gradsim.engine.problems import QT_TRANSLATE_NOOP
from gradsim.engine.remedies import NORMALIZATIONS
from gradsim.engine.remedies.residual import LARGEST_SCALE
from gradsim.viewmodels.builder.remedies.said import NONE
from gradsim.viewmodels.builder.shared import OptionValue, Shared

SCALE: Final = Option(
    "scale", 1.0, -LARGEST_SCALE, LARGEST_SCALE, label=QT_TRANSLATE_NOOP("Option", "Scale α")
)
"""α of a residual connection."""
DROPOUT: Final = Option("dropout", 0.0, 0.0, 0.999, step=0.05)
"""The probability of silence; 1 itself is refused in words."""


class SelectedRemedies(Struct, frozen=True, eq=False):
    """The remedies of some layers, `parameters` being what is typed into each."""

    layers: Sequence[Layer]
    parameters: Sequence[TypedLayer | None]

    def normalization(self) -> Shared[str]:
        """The name of the normalization, “none” without one."""
        return Shared.of(
            NONE if layer.normalization is None else layer.normalization.name
            for layer in self.layers
        )

    def options(self) -> tuple[OptionValue, ...]:
        """The options of the normalization, where all selected layers chose the same."""
        name = self.normalization().value
        if name is None or name == NONE:
            return ()
        allowed = NORMALIZATIONS[name].options
        values = [
            resolved_options(layer.normalization, allowed)
            for layer in self.layers
            if layer.normalization is not None
        ]
        return tuple(
            OptionValue(option, Shared.of(value[option.name] for value in values))
            for option in allowed
        )

    def form(self) -> Shared[str]:
        """The form of the residual connection, “none” without one."""
        return Shared.of(
            NONE if layer.residual is None else str(layer.residual.form) for layer in self.layers
        )

    def scale(self) -> Shared[float] | None:
        """α of the selected layers that have a residual connection; None where none has."""
        scales = [layer.residual.scale for layer in self.layers if layer.residual is not None]
        return Shared.of(scales) if scales else None

    def dropout(self) -> Shared[float]:
        """The probability of silence."""
        return Shared.of(layer.dropout for layer in self.layers)

    def any_typed(self) -> bool:
        """Whether numbers of a normalization (γ, β, running ones) are typed into one of them."""
        return any(typed is not None and typed.remedies is not None for typed in self.parameters)
