"""What a run is doing."""

from __future__ import annotations

from enum import StrEnum


class RunState(StrEnum):
    """idle: no step was taken. broken: the next step cannot be taken."""

    idle = "idle"
    running = "running"
    paused = "paused"
    broken = "broken"
