"""What is imposed on a pin, and what two runs do not share, in words."""

from __future__ import annotations

from typing import Final

from gradsim.engine.problems import QT_TRANSLATE_NOOP
from gradsim.project.model import is_drawn
from gradsim.viewmodels import words
from gradsim.viewmodels.compare.runs.conditions import Measured
from gradsim.viewmodels.messages import Message
from gradsim.viewmodels.step.walk.steps import StepKind

CONTEXT: Final = "CompareRuns"
NOW: Final = QT_TRANSLATE_NOOP("CompareRuns", "now")
AT_WALK: Final = QT_TRANSLATE_NOOP("CompareRuns", "Walk at {symbol}, decades:  {decades}")
_BOTH: Final = QT_TRANSLATE_NOOP("CompareRuns", "{letter}: seed and data put in")
_SEED: Final = QT_TRANSLATE_NOOP("CompareRuns", "{letter}: seed put in")
_DATA: Final = QT_TRANSLATE_NOOP("CompareRuns", "{letter}: data put in")
_NOTHING: Final = QT_TRANSLATE_NOOP("CompareRuns", "{letter}: seed and data are the same anyway")
_REFUSED: Final = QT_TRANSLATE_NOOP("CompareRuns", "{letter} keeps its own seed and data: {reason}")
_INPUTS: Final = QT_TRANSLATE_NOOP(
    "CompareRuns", "{said}; its input goes from {before} to {after} units"
)
_OUTPUTS: Final = QT_TRANSLATE_NOOP(
    "CompareRuns", "{said}; its output goes from {before} to {after} units"
)
_TYPED: Final = QT_TRANSLATE_NOOP("CompareRuns", "{said}; typed weights follow no seed")

KINDS: Final = {
    StepKind.COST: QT_TRANSLATE_NOOP("CompareRuns", "the cost"),
    StepKind.ACTIVATION: QT_TRANSLATE_NOOP("CompareRuns", "activation f′(z)"),
    StepKind.WEIGHTS: QT_TRANSLATE_NOOP("CompareRuns", "inputs (∂C/∂W)"),
    StepKind.BIAS: QT_TRANSLATE_NOOP("CompareRuns", "1 (∂C/∂b)"),
    StepKind.PREVIOUS_ACTIVATION: QT_TRANSLATE_NOOP("CompareRuns", "weights Wᵀ"),
    StepKind.NORMALIZATION: QT_TRANSLATE_NOOP("CompareRuns", "remedies of the layer"),
}
"""What each kind of factor is, translation context "CompareRuns"."""


def imposed_message(letter: str, measured: Measured) -> Message | None:
    """What was imposed on the pin `letter`, or why nothing could be; None before it is known."""
    if measured.refused is not None:
        reason = words.problem_text(measured.refused)
        return _message(_REFUSED, letter=letter, reason=reason)
    done = measured.imposed
    if done is None:
        return None
    template = {
        (True, True): _BOTH,
        (True, False): _SEED,
        (False, True): _DATA,
        (False, False): _NOTHING,
    }[done.seed, done.data]
    said = _message(template, letter=letter)
    for change, pattern in ((done.inputs, _INPUTS), (done.outputs, _OUTPUTS)):
        if change is not None:
            said = _message(pattern, said=said, before=change[0], after=change[1])
    if done.seed and not all(map(is_drawn, done.project.parameters)):
        said = _message(_TYPED, said=said)
    return said


def _message(template: str, **arguments: object) -> Message:
    return Message.of(CONTEXT, template, **arguments)
