"""Numbers and states of profiles in the reader's words: layer ranges, readouts, sums, scope."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Final

import numpy.typing as npt

from gradsim.engine.layer_ranges import ranges_text
from gradsim.engine.problems import QT_TRANSLATE_NOOP
from gradsim.engine.scaling import State
from gradsim.viewmodels import words
from gradsim.viewmodels.messages import Message
from gradsim.viewmodels.notation import layer_number

if TYPE_CHECKING:
    from gradsim.viewmodels.gradients.profile import Profile

_CONTEXT: Final = "Profile"

OneOrSeveral = tuple[str, str]
"""What is said of one layer and of several, both with ``{layers}``: in layer 1, in layers 1–3."""

STATES: Final[dict[State, Message]] = {
    State.zero: Message(_CONTEXT, QT_TRANSLATE_NOOP("Profile", "exactly 0")),
    State.underflow: Message(_CONTEXT, QT_TRANSLATE_NOOP("Profile", "lost to underflow")),
    State.overflow: Message(_CONTEXT, QT_TRANSLATE_NOOP("Profile", "infinite (overflow)")),
    State.nan: Message(_CONTEXT, QT_TRANSLATE_NOOP("Profile", "not a number")),
}


def layers_text(layers: Sequence[int] | npt.NDArray[Any]) -> str:
    """Ascending layers as ranges of their numbers: 1–3, 7; after a few ranges an ellipsis."""
    return ranges_text(layers, layer_number)


def of_layers(
    context: str,
    templates: OneOrSeveral,
    layers: Sequence[int] | npt.NDArray[Any],
    **arguments: object,
) -> Message:
    """The first of two templates for one layer, the second for several; `layers` fills theirs."""
    template = templates[len(layers) > 1]
    return Message.of(context, template, layers=layers_text(layers), **arguments)


def unbroken(sentence: str) -> str:
    """The sentence with no place for a line break within a range, or before its first number."""
    return re.sub(r"(?<!,) (?=\d)", "\u00a0", sentence).replace("–", "\u2060–\u2060")


def value_text(profile: Profile, layer: int) -> str:
    """What a layer holds, with every digit, or its state in words."""
    if layer > profile.depth:
        return "–"
    state = profile.state(layer)
    if state is not State.ok:
        return words.text(STATES[state])
    return profile.exact_text(layer).replace("-", words.MINUS)


def decades_text(decades: float, digits: int = 2) -> str:
    """A signed number of decades: +0.41, −3.10, 0, −∞; a dash where it is undefined."""
    if math.isnan(decades):
        return "–"
    if math.isinf(decades):
        return "+∞" if decades > 0 else f"{words.MINUS}∞"
    text = f"{decades:+.{digits}f}"
    if float(text) == 0.0:
        return "0"
    return text.replace("-", words.MINUS)


def scope_message(sample: int | None, samples: int) -> Message:
    """Which samples the numbers are of."""
    if sample is None:
        return Message.of(
            _CONTEXT, QT_TRANSLATE_NOOP("Profile", "batch of {samples}"), samples=samples
        )
    return Message.of(_CONTEXT, QT_TRANSLATE_NOOP("Profile", "sample {sample}"), sample=sample)
