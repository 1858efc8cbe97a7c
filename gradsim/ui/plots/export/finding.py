"""Finds what of a window can be exported, and which of it has the keyboard's focus."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication, QWidget

from gradsim.ui.plots.export.canvas_subject import CanvasSubject
from gradsim.ui.plots.export.subject import Subject
from gradsim.ui.plots.plot import Plot


def subjects_of(window: QWidget) -> list[Subject]:
    """Everything within `window` that is on screen and can be exported, from top to bottom."""
    found: list[Subject] = [plot for plot in window.findChildren(Plot) if _seen(plot)]
    found += [each for each in window.findChildren(CanvasSubject) if _seen(each.widget)]

    def place(subject: Subject) -> tuple[int, int]:
        corner = subject.widget.mapTo(window, QPoint(0, 0))
        return corner.y(), corner.x()

    return sorted(found, key=place)


def focused_subject(subjects: Sequence[Subject]) -> Subject | None:
    """The one that has the keyboard's focus."""
    focus = QApplication.focusWidget()
    for subject in subjects:
        widget = subject.widget
        if focus is not None and (widget is focus or widget.isAncestorOf(focus)):
            return subject
    return None


def _seen(widget: QWidget) -> bool:
    return widget.isVisible() and widget.width() > 1 and widget.height() > 1
