"""Where a walk stood in a network, and where it stands when the network has become another."""

from __future__ import annotations

from msgspec import Struct

from gradsim.engine.paths.parameter_paths import ParameterPaths
from gradsim.project.model import Project
from gradsim.viewmodels.messages import Message
from gradsim.viewmodels.simulation import SimulationResult
from gradsim.viewmodels.step import notices
from gradsim.viewmodels.step.parameters import removed_unit
from gradsim.viewmodels.step.walk.lenses import walk_of
from gradsim.viewmodels.step.walk.path_jobs import PathRequest
from gradsim.viewmodels.step.walk.walk import Cursor, Lens, Walk, find_place, same_way, way_of


class Foothold(Struct, frozen=True, eq=False):
    """The cursor of a walk and the project that it walked over."""

    cursor: Cursor
    project: Project | None = None

    @property
    def layer_ids(self) -> tuple[int, ...]:
        """The persistent ids of the layers it walked over."""
        return () if self.project is None else self.project.layer_ids


class Regained(Struct, frozen=True, eq=False):
    """The walk over the new result and the position in it; the notice says what was not found."""

    walk: Walk
    position: int
    notice: Message | None = None


def regain(
    stood: Foothold, request: PathRequest, paths: ParameterPaths | None, shortcut: bool
) -> Regained:
    """Walk over the result of `request` and find the place of `stood` in it.

    `shortcut` says whether cost and activation were one step where it stood.
    """
    cursor, before, now = stood.cursor, stood.layer_ids, request.result.project.layer_ids
    units = [way_of(path) for path in paths.paths] if paths is not None else []
    wanted = cursor.path
    if request.shortcut != shortcut and wanted is not None:
        wanted = next((each for each in units if same_way(each, wanted)), wanted)
    known = wanted in units
    index = units.index(wanted) if wanted is not None and known else 0
    walk = walk_of(request.lens, request.result, paths, index, request.shortcut)
    place = find_place(cursor, walk, before, now)
    notice: Message | None
    if not request.kept and request.lens == Lens.PARAMETER:
        notice = notices.parameter_gone(request.address, request.result)
    elif place.lost:
        notice = notices.back_at_start()
    elif place.moved_to is not None:
        notice = notices.layer_gone(place.moved_to)
    else:
        notice = None if known or wanted is None else _path_gone(stood, request.result, len(units))
    return Regained(walk, place.position, notice)


def _path_gone(stood: Foothold, result: SimulationResult, paths: int) -> Message | None:
    """Why the path of `stood` is not among the `paths` that were found."""
    gone = removed_unit(
        stood.cursor.passed, result.project.network, stood.layer_ids, result.project.layer_ids
    )
    if paths and gone is not None:
        return notices.unit_gone(*gone)
    return notices.path_gone() if paths > 1 else None
