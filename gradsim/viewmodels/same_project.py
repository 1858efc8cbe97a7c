"""A project as a key: compared by being the same object."""

from __future__ import annotations

from msgspec import Struct

from gradsim.project.model import Project


class SameProject(Struct, frozen=True, eq=False):
    """Equal to another exactly where both hold the same object, which costs nothing however deep
    the network is."""

    project: Project

    def __eq__(self, other: object) -> bool:
        return isinstance(other, SameProject) and self.project is other.project

    def __ne__(self, other: object) -> bool:
        return not self == other

    def __hash__(self) -> int:
        return id(self.project)
