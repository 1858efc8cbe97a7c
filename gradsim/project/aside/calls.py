"""A piece of work that can be done here or be sent elsewhere, and the flag that stops it."""

from __future__ import annotations

import threading
from collections.abc import Callable, Mapping
from typing import Any

from msgspec import Struct, field

Cancel = Callable[[], bool]


class Call(Struct, frozen=True, eq=False):
    """``function(*arguments, **options, cancelled=…)``; all of it can be pickled."""

    function: Callable[..., Any]
    arguments: tuple[Any, ...] = ()
    options: Mapping[str, Any] = field(default_factory=dict)

    def __call__(self, cancelled: Cancel) -> Any:
        """Do it here."""
        return self.function(*self.arguments, **self.options, cancelled=cancelled)


class Stop(threading.Event):
    """A flag that also calls whoever `listener` names, once, when it is set."""

    def __init__(self) -> None:
        super().__init__()
        self._gate = threading.Lock()
        self._listener: Callable[[], None] | None = None

    def listen(self, listener: Callable[[], None] | None) -> None:
        """Call `listener` when the flag is set; at once where it is set already."""
        with self._gate:
            self._listener = listener
            late = self.is_set()
        if late and listener is not None:
            listener()

    def set(self) -> None:
        """Set the flag."""
        with self._gate:
            super().set()
            listener = self._listener
        if listener is not None:
            listener()
