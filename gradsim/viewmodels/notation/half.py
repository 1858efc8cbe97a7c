"""Whether the squared error carries a ½: the one choice that changes numbers, and so is an edit."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QObject, Signal

from gradsim.engine.problems import QT_TRANSLATE_NOOP
from gradsim.project.edits import set_cost
from gradsim.viewmodels.document import Document
from gradsim.viewmodels.messages import Message
from gradsim.viewmodels.settings import Settings

WITHOUT: Final = "squared_error"
WITH: Final = "half_squared_error"
_SETTING: Final = "notation/half"


class HalfChoice(QObject):
    """Follows the project's cost and switches it between Σ(a − y)² and ½ Σ(a − y)².

    What was chosen last is the cost of a blank new project too.
    """

    changed = Signal()

    def __init__(
        self, document: Document, settings: Settings, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._document = document
        self._settings = settings
        self._shown = self._cost
        document.project_changed.connect(self._follow)

    @property
    def _cost(self) -> str:
        return self._document.project.network.cost

    @property
    def applies(self) -> bool:
        """Whether the project's cost is a squared error that may carry a ½."""
        return self._cost in (WITH, WITHOUT)

    @property
    def half(self) -> bool:
        """Whether the project's cost carries the ½."""
        return self._cost == WITH

    @property
    def meaning(self) -> Message:
        """What the choice does, or why there is none."""
        if self.applies:
            return Message("Notation", _MEANING)
        return Message.of("Notation", _NONE, cost=Message("Cost", cost_label_of(self._cost)))

    def choose(self, half: bool) -> None:
        """Give the project's cost the ½ or take it away: one undoable edit."""
        if not self.applies or half == self.half:
            return
        self._settings.set_flag(_SETTING, half)
        name = Message("Notation", _WITH_HALF if half else _WITHOUT_HALF)
        cost = WITH if half else WITHOUT
        self._document.edit(name, set_cost(self._document.project, cost))

    def _follow(self) -> None:
        if self._cost != self._shown:
            self._shown = self._cost
            self.changed.emit()


def cost_of_new_project(settings: Settings) -> str:
    """The cost of a blank project: squared error, with ½ where that was chosen last."""
    return WITH if settings.flag(_SETTING) else WITHOUT


def cost_label_of(name: str) -> str:
    """The cost's English name, the key of its translation."""
    from gradsim.engine.costs import COSTS

    return COSTS[name].label


_MEANING = QT_TRANSLATE_NOOP(
    "Notation",
    "The ½ takes the 2 out of the derivative: the cost and every gradient become half as large. "
    "This is an edit of the project, which Undo takes back.",
)
_NONE = QT_TRANSLATE_NOOP(
    "Notation", "Only a squared error can carry a ½; the cost of this project is “{cost}”."
)
_WITH_HALF = QT_TRANSLATE_NOOP("Notation", "Cost with ½")
_WITHOUT_HALF = QT_TRANSLATE_NOOP("Notation", "Cost without ½")
