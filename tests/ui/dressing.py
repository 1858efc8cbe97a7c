"""Building without the stylesheet, as the program builds its window."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtWidgets import QApplication


@contextmanager
def undressed() -> Iterator[None]:
    """Within, no stylesheet is on; it is put on again at the end.

    Else Qt styles every part anew whenever it is laid out in a larger one, which takes four times
    as long as all the rest of building a window.
    """
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    sheet = application.styleSheet()
    application.setStyleSheet("")
    try:
        yield
    finally:
        application.setStyleSheet(sheet)
