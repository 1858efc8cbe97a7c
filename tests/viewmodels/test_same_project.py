"""Projects as keys."""

from __future__ import annotations

from gradsim.project.presets import preset
from gradsim.viewmodels.same_project import SameProject


def test_equal_projects_that_are_two_objects_are_two_keys() -> None:
    one, other = preset("mazur"), preset("mazur")
    assert one == other
    assert SameProject(one) == SameProject(one)
    assert not SameProject(one) != SameProject(one)  # noqa: SIM202
    assert hash(SameProject(one)) == hash(SameProject(one))
    assert SameProject(one) != SameProject(other)
    assert SameProject(one) != one
