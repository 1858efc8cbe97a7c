"""How far a person came with each challenge, kept between starts."""

from __future__ import annotations

from enum import StrEnum

from gradsim.viewmodels.settings import Settings

_KEY = "challenge/"


class State(StrEnum):
    """open: never begun."""

    open = "open"
    begun = "begun"
    solved = "solved"


class Progress:
    """Reads and writes the state of each challenge; what is damaged counts as open."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings

    def state(self, name: str) -> State:
        """How far the challenge `name` came."""
        found = self._settings.text(_KEY + name)
        return State(found) if found in list(State) else State.open

    def begin(self, name: str) -> None:
        """Note that it was begun; once solved it stays so."""
        if self.state(name) is State.open:
            self._settings.set_text(_KEY + name, State.begun)

    def solve(self, name: str) -> None:
        """Note that it was solved."""
        self._settings.set_text(_KEY + name, State.solved)
