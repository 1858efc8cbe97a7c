"""The engine's verdict in the reader's words, and its remedies as single undoable edits."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final, Literal, cast

from msgspec import Struct

from gradsim.engine.problems import QT_TRANSLATE_NOOP
from gradsim.engine.verdict.judging import Remedy, Verdict, VerdictKind
from gradsim.engine.verdict.records import Quantity, Statistic
from gradsim.project.edits import set_activation, set_bias, set_weights
from gradsim.viewmodels import words
from gradsim.viewmodels.document import Document
from gradsim.viewmodels.gradients.differences import choice_message
from gradsim.viewmodels.gradients.wording import layers_text
from gradsim.viewmodels.messages import Message
from gradsim.viewmodels.notation import layer_number, written
from gradsim.viewmodels.simulation import SimulationResult

Tone = Literal["danger", "warning", "ok"]

_TONES: Final[dict[VerdictKind, Tone]] = {
    VerdictKind.HEALTHY: "ok",
    VerdictKind.UNEVEN: "warning",
    VerdictKind.SYMMETRIC: "warning",
}
_LAYERS: Final = ("first", "last", "worst")
_EDITS: Final = {"activation": set_activation, "weights": set_weights, "bias": set_bias}


class Action(Struct, frozen=True):
    """A button: what it says, and the remedy that it applies."""

    label: Message
    remedy: Remedy


class Diagnosis(Struct, frozen=True, eq=False):
    """A verdict ready to show."""

    verdict: Verdict
    actions: tuple[Action, ...]

    @property
    def tone(self) -> Tone:
        """How alarming it is."""
        return _TONES.get(self.verdict.kind, "danger")

    @property
    def headline(self) -> str:
        """One or two words."""
        return words.translated("Verdict", self.verdict.headline)

    @property
    def text(self) -> str:
        """The finding with its numbers and, where a trend was split, what took the decades."""
        sentences = [self.verdict.sentence, self.verdict.parts]
        return " ".join(_filled(each, self.verdict.arguments) for each in sentences if each)


def diagnose(result: SimulationResult, quantity: str, statistic: str) -> Diagnosis:
    """Judge the profile on screen; mean and max |·|, which no rule knows, are judged as the norm.

    Layers of unequal width are judged by RMS whatever is drawn.
    """
    asked: Statistic | None = "rms" if statistic == "rms" else None
    verdict = result.verdict(cast(Quantity, quantity), asked)
    return Diagnosis(verdict, tuple(_action(remedy) for remedy in verdict.remedies))


def apply_remedy(document: Document, action: Action) -> None:
    """Set what the remedy says in its layers, as one undo step.

    Raises
    ------
    Problem
        Where the layers cannot take it, for example because their numbers are typed.
    """
    remedy, project = action.remedy, document.project
    ids = [project.layers[layer - 1].id for layer in remedy.layers if layer <= len(project.layers)]
    document.edit(action.label, _EDITS[remedy.setting](project, ids, remedy.choice))


def _action(remedy: Remedy) -> Action:
    kind = "Activation" if remedy.setting == "activation" else "Initializer"
    template = QT_TRANSLATE_NOOP("Verdict", "Use {name}")
    if remedy.setting == "bias":
        template = QT_TRANSLATE_NOOP("Verdict", "Use bias {name}")
    name = choice_message(kind, remedy.choice)
    return Action(Message.of("Verdict", template, name=name), remedy)


def _filled(template: str, arguments: Mapping[str, object]) -> str:
    """The sentence; its template says how each number is written, with a true minus."""
    sentence = written(words.translated("Verdict", template)).format(
        **{name: _written(name, value) for name, value in arguments.items()}
    )
    return re.sub(r"-(?=\d)", words.MINUS, sentence)


def _written(name: str, value: object) -> object:
    """Layers by their numbers and the quantity by its symbol, in the notation in use."""
    if name in _LAYERS and isinstance(value, int):
        return layer_number(value)
    if isinstance(value, tuple):
        return layers_text(value)
    return written(value) if isinstance(value, str) else value
