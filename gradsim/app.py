"""Puts the program together: application, settings, look, language, project and window."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QCoreApplication, QEvent, QSettings, QTemporaryDir, QTimer
from PySide6.QtGui import QGuiApplication, QIcon
from PySide6.QtWidgets import QApplication

from gradsim import __version__
from gradsim.engine.problems import QT_TRANSLATE_NOOP, Problem
from gradsim.project.model import Project
from gradsim.project.presets import PREFIX, preset
from gradsim.ui.fonts import install_fonts
from gradsim.ui.main_window import MainWindow
from gradsim.ui.resources import resource
from gradsim.ui.screenshot import save_picture, settled_picture, without_platform_notes
from gradsim.ui.theme import ThemeController
from gradsim.ui.theme.tokens import DARK, LIGHT
from gradsim.ui.translation import Translation
from gradsim.ui.workbench import Workbench
from gradsim.viewmodels.first_look import example, pin_remedy
from gradsim.viewmodels.messages import Message
from gradsim.viewmodels.settings import Language, Settings, ThemeMode

if TYPE_CHECKING:
    from gradsim.project.sweeps.plan import Plan
    from gradsim.project.sweeps.results_file import ResultsFile

COMPUTED_FIRST = 500_000
"""Parameters up to which a network is computed before the window is built: some milliseconds."""


class Program:
    """The application's long-lived parts, kept alive together."""

    def __init__(self, application: QApplication, settings: Settings, project: Project) -> None:
        """Build everything; a network of usual size is computed first, so that no part of the
        window is ever seen empty."""
        self.settings = settings
        install_fonts(application)
        self.translation = Translation(settings)
        self.theme = ThemeController(application, settings, dressed=False)
        self.workbench = Workbench.of(project, settings, self.theme)
        pin_remedy(project, self.workbench.runs)
        if project.network.parameter_count <= COMPUTED_FIRST:
            self.workbench.simulation.compute_now()
        self.window = MainWindow(self.workbench)
        self.theme.dress()

    def close(self) -> None:
        """Close the window without asking, let go of it, of its files and of the translators."""
        self.window.close_for_good()
        self.window.deleteLater()
        QCoreApplication.sendPostedEvents(self.window, QEvent.Type.DeferredDelete)
        self.translation.remove()
        self.theme.undress()


def application(arguments: list[str] | None = None) -> QApplication:
    """The one QApplication, made where there is none yet."""
    running = QApplication.instance()
    if isinstance(running, QApplication):
        return running
    QGuiApplication.setDesktopFileName("gradsim")
    made = QApplication(arguments or ["gradsim"])
    made.setApplicationName("GradSim")
    made.setApplicationVersion(__version__)
    made.setWindowIcon(QIcon(str(resource("icons", "gradsim.svg"))))
    return made


def user_settings() -> Settings:
    """The settings of the person who uses the program."""
    store = QSettings(QSettings.Format.IniFormat, QSettings.Scope.UserScope, "GradSim", "GradSim")
    return Settings(store)


@contextmanager
def settings_of_nobody() -> Iterator[Settings]:
    """Settings for a picture, in a folder that is removed afterwards."""
    folder = QTemporaryDir()
    store = QSettings(folder.filePath("settings.ini"), QSettings.Format.IniFormat)
    try:
        yield Settings(store)
    finally:
        store.sync()  # else it is written when Qt comes to it, and the folder made anew
        folder.remove()


def project_named(name: str) -> tuple[Project, Path | None]:
    """The project of a file name or of ``preset:NAME``, and its file.

    Raises
    ------
    Problem
        Where it cannot be read.
    """
    if name.startswith(PREFIX):
        return preset(name.removeprefix(PREFIX)), None
    from gradsim.project.file import read_project

    path = Path(name)
    return read_project(path), path


def open_window(project: Project | None = None, path: str | Path | None = None) -> int:
    """Open the window on `project`, or on the one of the last session, until it is closed.

    `path` is the file that `project` came from, if it came from one.
    """
    from gradsim.ui.error_hook import ErrorHook
    from gradsim.ui.garbage import GarbageCollector

    running = application()
    settings = user_settings()
    trouble: Message | None = None
    if project is None:
        project, path, trouble = last_project(settings)
    program = Program(running, settings, project)
    window = program.window
    if path is not None:
        window.files.adopt(Path(path))
    hook = ErrorHook(window)
    hook.saving_wanted.connect(window.files.save_copy)
    hook.install()
    garbage = GarbageCollector()
    garbage.start()
    window.show()
    if trouble is None:
        window.first_hint.show()
    else:
        window.notice.show_problem(trouble)
    if program.workbench.simulation.result is None:
        QTimer.singleShot(0, program.workbench.simulation.start)
    try:
        return running.exec()
    finally:
        garbage.stop()
        hook.remove()
        program.theme.icons.remove()


def last_project(settings: Settings) -> tuple[Project, Path | None, Message | None]:
    """What the last session had open; the example, with a sentence why, where it is gone."""
    name = settings.last_project
    if name:
        try:
            project, path = project_named(name)
        except Problem as problem:
            template = QT_TRANSLATE_NOOP(
                "Files", "Could not reopen {file}: {reason} Here is the example instead."
            )
            reason = Message("Problem", problem.template, problem.arguments)
            trouble = Message.of("Files", template, file=Path(name).name, reason=reason)
            return example(), None, trouble
        return project, path, None
    return example(), None, None


def screenshot(
    project: Project,
    workspace: str = "step",
    theme: ThemeMode = "light",
    language: Language = "en",
    size: tuple[int, int] = (1440, 900),
    out: str | Path = "gradsim.png",
) -> None:
    """Draw the window on `project` into the PNG file `out`, without touching anyone's settings.

    Raises
    ------
    Problem
        Where the picture cannot be written.
    """
    running = application()
    with settings_of_nobody() as settings, without_platform_notes():
        settings.set_theme(theme)
        settings.set_language(language)
        program = Program(running, settings, project)
        try:
            save_picture(settled_picture(program.window, workspace, size), Path(out))
        finally:
            program.close()


def sweep_pictures(
    plan: Plan,
    results: ResultsFile,
    folder: Path,
    theme: Literal["light", "dark"] = "light",
    language: Language = "en",
) -> tuple[Path, ...]:
    """Draw the pictures of a sweep into `folder`, without a window, and return their paths.

    Raises
    ------
    Problem
        Where one cannot be written.
    """
    from gradsim.ui.sweep_pictures import draw_sweep

    install_fonts(application())
    with settings_of_nobody() as settings:
        settings.set_language(language)
        translation = Translation(settings)
        try:
            return draw_sweep(plan, results, folder, DARK if theme == "dark" else LIGHT)
        finally:
            translation.remove()
