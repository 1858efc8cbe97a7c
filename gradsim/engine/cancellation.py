"""How a computation that runs off the window's thread is asked to stop."""

from __future__ import annotations

from collections.abc import Callable


class Cancelled(Exception):
    """The computation was asked to stop; raised between two layers. Nobody's mistake."""


def check_cancelled(cancelled: Callable[[], bool] | None) -> None:
    """Raise Cancelled if `cancelled` says so."""
    if cancelled is not None and cancelled():
        raise Cancelled
