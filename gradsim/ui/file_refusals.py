"""What a person is told of a file that could not be opened or saved."""

from __future__ import annotations

from gradsim.engine.problems import QT_TRANSLATE_NOOP, Problem
from gradsim.viewmodels.messages import Message


def could_not_open(file: str, problem: Problem) -> Message:
    """Why a file was not opened, with the place in it."""
    template = QT_TRANSLATE_NOOP(
        "Files", "Could not open {file}: {reason} The open project stays as it was."
    )
    return _message(template, file, problem)


def could_not_save(file: str, problem: Problem) -> Message:
    """Why a file was not written."""
    template = QT_TRANSLATE_NOOP("Files", "Could not save {file}: {reason}")
    return _message(template, file, problem)


def _message(template: str, file: str, problem: Problem) -> Message:
    reason = Message("Problem", problem.template, problem.arguments)
    if problem.place:
        at_place = QT_TRANSLATE_NOOP("Files", "{place}: {reason}")
        reason = Message.of("Files", at_place, place=problem.place, reason=reason)
    return Message.of("Files", template, file=file, reason=reason)
