"""The transcript: one sentence for each step up to the cursor, each written once."""

from __future__ import annotations

from gradsim.engine.problems import QT_TRANSLATE_NOOP
from gradsim.viewmodels import words
from gradsim.viewmodels.messages import Message
from gradsim.viewmodels.simulation import SimulationResult
from gradsim.viewmodels.step.transcript.narration import Form, narration
from gradsim.viewmodels.step.walk.walk import Walk

MOST_SHOWN = 200
"""So many lines are shown; the copy and the file hold them all."""


class Transcript:
    """Keeps the sentences of one walk in one language; `forget` starts anew."""

    def __init__(self) -> None:
        self._walk: Walk | None = None
        self._kept: dict[tuple[Form, int], str] = {}

    def forget(self) -> None:
        """The language is another one: write every sentence again."""
        self._walk = None

    def line(self, walk: Walk, result: SimulationResult, position: int, form: Form) -> str:
        """The sentence of `position`, 0 being the start."""
        if walk is not self._walk:
            self._walk = walk
            self._kept.clear()
        key = form, position
        if key not in self._kept:
            self._kept[key] = narration(walk, result, position, form)
        return self._kept[key]

    def lines(
        self, walk: Walk, result: SimulationResult, position: int, form: Form
    ) -> tuple[str, ...]:
        """Every sentence from the start to `position`."""
        if not walk.steps:
            told = narration(walk, result, 0, form)
            return (told,) if told else ()
        return tuple(self.line(walk, result, each, form) for each in range(position + 1))

    def shown(
        self, walk: Walk, result: SimulationResult, position: int, form: Form
    ) -> tuple[str, ...]:
        """The last lines, headed by how many stand before them."""
        left_out = position + 1 - MOST_SHOWN
        if not walk.steps or left_out <= 0:
            return self.lines(walk, result, position, form)
        head = Message.of("Transcript", _EARLIER, count=words.count(left_out))
        shown = range(left_out, position + 1)
        return (
            words.text(head),
            *(self.line(walk, result, each, form) for each in shown),
        )


_EARLIER = QT_TRANSLATE_NOOP(
    "Transcript", "{count} earlier lines are in the copy and in the saved file."
)
