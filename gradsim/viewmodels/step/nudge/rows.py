"""The ripple as lines to read: ΔC first, then Δz to Δa of each layer from the moved one up."""

from __future__ import annotations

from msgspec import Struct

from gradsim.engine.chain import FactorKind
from gradsim.engine.nudge.ripple import Changes, Ripple
from gradsim.engine.remedies.letters import letters_of
from gradsim.viewmodels.step.nudge.told import Told, told, told_of
from gradsim.viewmodels.step.walk.lenses import is_scalar_chain
from gradsim.viewmodels.step.walk.steps import COST_SYMBOL, StepKind, Symbol

_SINGLE_UNITS = 4
"""Layers of up to this many units are told unit by unit, wider ones by their norms."""

_KINDS = {
    FactorKind.weights: StepKind.PRE_ACTIVATION,
    FactorKind.normalization: StepKind.NORMALIZED_VALUE,
    FactorKind.activation: StepKind.ACTIVATION_VALUE,
    FactorKind.dropout: StepKind.DROPPED_VALUE,
    FactorKind.residual: StepKind.RESIDUAL_VALUE,
}


class Row(Struct, frozen=True):
    """One line: what changes, of which kind it is, and its change in three texts."""

    symbol: str
    kind: StepKind
    told: Told


def ripple_rows(ripple: Ripple) -> tuple[Row, ...]:
    """ΔC, then layer by layer; units that do not move and are not said to are left out."""
    bare = is_scalar_chain(ripple.base.network)
    rows = [Row(f"Δ{COST_SYMBOL.text}", StepKind.COST, told(ripple.cost))]
    for layer in ripple.layers:
        letters = letters_of(ripple.base.network, layer.layer)
        for stage, changes in layer.stages.items():
            rows += _rows_of(letters[stage][0].letter, _KINDS[stage], layer.layer, changes, bare)
    return tuple(rows)


def _rows_of(letter: str, kind: StepKind, layer: int, changes: Changes, bare: bool) -> list[Row]:
    units = changes.actual.array.size
    if units > _SINGLE_UNITS:
        norm = f"‖Δ{Symbol(letter, layer).text}‖"
        return [Row(norm, kind, told_of(*changes.norms))]
    rows = []
    for unit in range(1, units + 1):
        change = changes.unit(unit)
        still = change.actual.mantissa == 0.0 and change.predicted.mantissa == 0.0
        if not still or units == 1:
            symbol = Symbol(letter, layer, () if bare else (unit,))
            rows.append(Row(f"Δ{symbol.text}", kind, told(change)))
    return rows
