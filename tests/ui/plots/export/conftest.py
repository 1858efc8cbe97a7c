"""The bundled fonts, for as long as a test lasts."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

from gradsim.ui.fonts import install_fonts


@pytest.fixture
def bundled_fonts(qapp: QApplication) -> Iterator[None]:
    """The program's own fonts on the application, which alone know Hangul everywhere."""
    before = qapp.font()
    install_fonts(qapp)
    yield
    qapp.setFont(before)
