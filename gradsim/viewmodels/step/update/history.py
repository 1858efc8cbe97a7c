"""The steps taken one after the other, and the costs that they led to, through undo and redo."""

from __future__ import annotations

from msgspec import Struct

from gradsim.project.model import Project


class Stop(Struct, frozen=True, eq=False):
    """A project on the way, and its cost in the scope of the way."""

    project: Project
    cost: float


class History:
    """A way of steps; any other edit, or another scope, begins a new one."""

    def __init__(self) -> None:
        self._stops: list[Stop] = []
        self._scope: int | None = None

    def taken(self, before: Stop, after: Stop, scope: int | None) -> None:
        """Note a step from one project to the next; `scope` is the sample, None for the batch."""
        at = self._place(before.project)
        if at is None or scope != self._scope:
            self._stops, at = [before], 0
        self._scope = scope
        del self._stops[at + 1 :]
        self._stops.append(after)

    def costs(self, project: Project, scope: int | None) -> tuple[float, ...]:
        """From the start of the way to `project`; empty where it is not on the way."""
        at = self._place(project)
        if at is None or scope != self._scope:
            return ()
        return tuple(stop.cost for stop in self._stops[: at + 1])

    def clear(self) -> None:
        """Forget the way."""
        self._stops.clear()

    def _place(self, project: Project) -> int | None:
        # Undo and redo bring back the very projects, so identity finds them.
        places = (at for at, stop in enumerate(self._stops) if stop.project is project)
        return next(places, None)
