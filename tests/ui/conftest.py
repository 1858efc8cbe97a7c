"""Qt for the window's tests: Fusion, settings in a temporary folder, no window left behind."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QSettings, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from gradsim.project.presets import preset
from gradsim.ui.fonts import install_fonts
from gradsim.ui.main_window import MainWindow
from gradsim.ui.theme import ThemeController
from gradsim.ui.translation import Translation
from gradsim.ui.workbench import Workbench
from gradsim.viewmodels.compare.grid import filling
from gradsim.viewmodels.settings import Settings
from tests.ui.dressing import undressed


@pytest.fixture(scope="session")
def qapp_args() -> list[str]:
    """The program's name, so that no setting of the test runner is read."""
    return ["gradsim-tests"]


@pytest.fixture(scope="session", autouse=True)
def fonts_of_the_program(qapp: QApplication) -> None:
    """The bundled fonts from the first test on, whichever test comes first."""
    install_fonts(qapp)


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    """Empty settings in a temporary folder, in English and light."""
    store = QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat)
    settings = Settings(store)
    settings.set_language("en")
    settings.set_theme("light")
    return settings


@pytest.fixture
def theme(qapp: QApplication, settings: Settings) -> Iterator[ThemeController]:
    """The light theme, put on the application."""
    controller = ThemeController(qapp, settings)
    yield controller
    controller.undress()


@pytest.fixture(autouse=True)
def no_window_left_behind(qtbot: object, qapp: QApplication) -> Iterator[None]:
    """A test that leaves a top-level window behind fails."""
    del qtbot
    before = set(map(id, qapp.topLevelWidgets()))
    yield
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    qapp.processEvents()
    left = [
        widget
        for widget in qapp.topLevelWidgets()
        if id(widget) not in before and widget.isVisible()
    ]
    assert not left, f"left behind: {left}"


@pytest.fixture(autouse=True)
def no_button_left_held(no_window_left_behind: None) -> Iterator[None]:
    """Let go of what a test pressed last: Qt's double click ends with the button held.

    What waits for an idle hand (an ensemble that grows) would wait for ever in the tests after it.
    """
    yield
    held = QGuiApplication.mouseButtons()
    if held == Qt.MouseButton.NoButton:
        return
    nowhere = QWidget()
    for button in Qt.MouseButton:
        if button != Qt.MouseButton.NoButton and button in held:
            QTest.mouseRelease(nowhere, button)
    assert QGuiApplication.mouseButtons() == Qt.MouseButton.NoButton
    nowhere.deleteLater()


@pytest.fixture(autouse=True)
def cells_are_measured_here(monkeypatch: pytest.MonkeyPatch) -> None:
    """Measure the grid of Compare on threads: starting its processes takes longer than its cells.

    That processes measure the same, and end, are claims about the view model behind it.
    """
    monkeypatch.setattr(filling, "possible", lambda: False)


@pytest.fixture(params=["en", "ko"])
def either_language(
    request: pytest.FixtureRequest, qapp: QApplication, settings: Settings
) -> Iterator[str]:
    """The window in English and, in another test, in Korean."""
    translation = Translation(settings)
    settings.set_language(request.param)
    qapp.processEvents()
    yield request.param
    translation.remove()


@pytest.fixture
def workbench(settings: Settings, theme: ThemeController) -> Iterator[Workbench]:
    """The view models of the first-look project, its numbers computed."""
    bench = Workbench.of(preset("first_look"), settings, theme)
    bench.simulation.compute_now()
    yield bench
    bench.shut_down()


@pytest.fixture
def window(workbench: Workbench, qtbot: QtBot) -> Iterator[MainWindow]:
    """The whole window, shown, on the first-look project."""
    with undressed():
        made = MainWindow(workbench)
    with qtbot.waitActive(made):
        made.show()
    yield made
    made.close_for_good()
    made.deleteLater()
