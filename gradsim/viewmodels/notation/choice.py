"""The reader's choice of a notation: remembered between starts, in use at once."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, Final

from msgspec.structs import replace
from PySide6.QtCore import QObject, Signal

from gradsim.viewmodels.notation.current import current, use
from gradsim.viewmodels.notation.value import USUAL, Notation
from gradsim.viewmodels.settings import Settings

CHOICES: Final[Mapping[str, Mapping[str, Any]]] = MappingProxyType(
    {
        "cost_letter": {"C": "C", "L": "L"},
        "layer_style": {"superscript": "superscript", "brackets": "brackets"},
        "first_index": {"1": 1, "0": 0},
        "layout": {"denominator": "denominator", "numerator": "numerator"},
    }
)
"""Of every field of a notation the words in the settings, and what they mean."""


class NotationChoice(QObject):
    """Keeps the notation in use in the settings; damaged entries fall back to the usual one."""

    changed = Signal()
    """Another notation is in use: whatever is written has to be written anew."""

    def __init__(self, settings: Settings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        use(self._remembered())

    @property
    def notation(self) -> Notation:
        """The notation in use."""
        return current()

    def value(self, field: str) -> str:
        """The word of `field` ("cost_letter", …) as the settings have it."""
        return str(getattr(current(), field))

    def choose(self, field: str, word: str) -> None:
        """Choose for one field of the notation."""
        self.take(replace(current(), **{field: CHOICES[field][word]}))

    def take(self, notation: Notation) -> None:
        """Write in `notation` from now on, and after the next start."""
        if notation == current():
            return
        use(notation)
        for name in notation.__struct_fields__:
            self._settings.set_text(_key(name), str(getattr(notation, name)))
        self.changed.emit()

    def back_to_usual(self) -> None:
        """C, raised round brackets, counted from 1, ∂C/∂W of W's shape."""
        self.take(USUAL)

    def _remembered(self) -> Notation:
        found = {
            field: words[word]
            for field, words in CHOICES.items()
            if (word := self._settings.text(_key(field))) in words
        }
        return replace(USUAL, **found)


def _key(field: str) -> str:
    return f"notation/{field}"
