"""What was found of the last few projects and questions, so that undo brings its words back."""

from __future__ import annotations

from collections import OrderedDict
from typing import Generic, TypeVar

from gradsim.project.coaching.draws import Question
from gradsim.project.model import Project

Value = TypeVar("Value")
KEPT = 12


class Memory(Generic[Value]):
    """One value for each pair of a project, by identity, and a question; the oldest leave first.

    The projects are kept alive, so that no other can take the identity of one.
    """

    def __init__(self) -> None:
        self._kept: OrderedDict[tuple[int, Question], tuple[Project, Value]] = OrderedDict()

    def get(self, project: Project, asked: Question) -> Value | None:
        """What is known; None where nothing is."""
        kept = self._kept.get((id(project), asked))
        return None if kept is None else kept[1]

    def put(self, project: Project, asked: Question, value: Value) -> None:
        """Remember `value` in place of what was known."""
        key = id(project), asked
        self._kept[key] = project, value
        self._kept.move_to_end(key)
        while len(self._kept) > KEPT:
            self._kept.popitem(last=False)
