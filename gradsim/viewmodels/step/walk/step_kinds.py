"""The kinds of step, and which family of factors, with its colour, each belongs to."""

from __future__ import annotations

from enum import StrEnum


class StepKind(StrEnum):
    """The kinds of step: the engine's factors, and the forward lens's values.

    The shortcut is cost and activation of a fused pair in one, ∂C/∂z^(L) = a − y. `PAST` is the way
    past a layer as one factor of a path, where in whole layers `SKIP` is a term that is added.
    """

    COST = "cost"
    ACTIVATION = "activation"
    WEIGHTS = "weights"
    BIAS = "bias"
    SHORTCUT = "shortcut"
    PREVIOUS_ACTIVATION = "previous_activation"
    PRE_ACTIVATION = "pre_activation"
    ACTIVATION_VALUE = "activation_value"
    COST_VALUE = "cost_value"
    RESIDUAL = "residual"
    DROPOUT = "dropout"
    NORMALIZATION_SCALE = "normalization_scale"
    NORMALIZATION_SHIFT = "normalization_shift"
    NORMALIZATION = "normalization"
    SKIP = "skip"
    PAST = "past"
    PENALTY = "penalty"
    NORMALIZED_VALUE = "normalized_value"
    DROPPED_VALUE = "dropped_value"
    RESIDUAL_VALUE = "residual_value"


class Family(StrEnum):
    """The kinds of factor that wear the colours: the three of every network, and remedies."""

    COST = "cost"
    ACTIVATION = "activation"
    LINEAR = "linear"
    REMEDY = "remedy"


FAMILY_OF = {
    StepKind.COST: Family.COST,
    StepKind.COST_VALUE: Family.COST,
    StepKind.SHORTCUT: Family.COST,
    StepKind.ACTIVATION: Family.ACTIVATION,
    StepKind.ACTIVATION_VALUE: Family.ACTIVATION,
    StepKind.WEIGHTS: Family.LINEAR,
    StepKind.BIAS: Family.LINEAR,
    StepKind.PREVIOUS_ACTIVATION: Family.LINEAR,
    StepKind.PRE_ACTIVATION: Family.LINEAR,
    StepKind.RESIDUAL: Family.REMEDY,
    StepKind.DROPOUT: Family.REMEDY,
    StepKind.NORMALIZATION_SCALE: Family.REMEDY,
    StepKind.NORMALIZATION_SHIFT: Family.REMEDY,
    StepKind.NORMALIZATION: Family.REMEDY,
    StepKind.SKIP: Family.REMEDY,
    StepKind.PAST: Family.REMEDY,
    StepKind.PENALTY: Family.REMEDY,
    StepKind.NORMALIZED_VALUE: Family.REMEDY,
    StepKind.DROPPED_VALUE: Family.REMEDY,
    StepKind.RESIDUAL_VALUE: Family.REMEDY,
}
ADDED = frozenset({StepKind.SKIP, StepKind.PENALTY})
"""Terms that are added to what arrives, where the others multiply it."""
