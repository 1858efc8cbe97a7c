"""The words for a place that an edit took away: what is gone, and where the walk stands instead."""

from __future__ import annotations

from gradsim.engine.parameter_address import ParameterAddress
from gradsim.engine.problems import QT_TRANSLATE_NOOP
from gradsim.viewmodels.messages import Message
from gradsim.viewmodels.simulation import SimulationResult
from gradsim.viewmodels.step.parameters import symbol_of


def back_at_start() -> Message:
    """Nothing of the place is left."""
    return Message.of("Stepper", _BACK_AT_START)


def layer_gone(layer: int) -> Message:
    """The step's layer was removed; `layer` is its nearest neighbour."""
    return Message.of("Stepper", _LAYER_GONE, layer=layer)


def parameter_gone(now: ParameterAddress, result: SimulationResult) -> Message:
    """The parameter was removed; `now` is unrolled instead."""
    symbol = symbol_of(now, result.project.network).text
    return Message.of("Stepper", _PARAMETER_GONE, parameter=symbol)


def path_gone() -> Message:
    """The path that was walked is not among the strongest any more."""
    return Message.of("Stepper", _PATH_GONE)


def unit_gone(layer: int, unit: int) -> Message:
    """A unit that the path passed was removed."""
    return Message.of("Stepper", _UNIT_GONE, layer=layer, unit=unit)


def sample_gone(before: SimulationResult | None, now: SimulationResult) -> Message | None:
    """The sample that was shown was removed; None where it is still there."""
    if before is None or before.sample is None or now.sample is None:
        return None
    if before.sample <= now.materials.samples:
        return None
    return Message.of("Stepper", _SAMPLE_GONE, gone=before.sample, sample=now.sample)


_BACK_AT_START = QT_TRANSLATE_NOOP("Stepper", "The step is gone with the edit: back at the start.")
_LAYER_GONE = QT_TRANSLATE_NOOP("Stepper", "The layer of this step is gone: now at layer {layer}.")
_PARAMETER_GONE = QT_TRANSLATE_NOOP(
    "Stepper", "The parameter is gone with the edit: now {parameter}."
)
_PATH_GONE = QT_TRANSLATE_NOOP("Stepper", "The path is no longer among the strongest: now path 1.")
_UNIT_GONE = QT_TRANSLATE_NOOP(
    "Stepper", "Unit {unit} of layer {layer} is gone, and its path with it: now path 1."
)
_SAMPLE_GONE = QT_TRANSLATE_NOOP("Stepper", "Sample {gone} is gone: now sample {sample}.")
