"""Loads the catalogues of the chosen language and changes them while the program runs."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QObject, QTranslator, Signal

from gradsim.engine.problems import QT_TRANSLATE_NOOP
from gradsim.ui.resources import resource
from gradsim.viewmodels.settings import Language, Settings

LANGUAGES: Final[Mapping[Language, str]] = {"en": "English", "ko": "한국어"}
"""What each language calls itself."""

LEFT_OUT_BY_QT = (
    QT_TRANSLATE_NOOP("QFileDialog", "&Look in:"),
    QT_TRANSLATE_NOOP("QFileDialog", "Files of &type:"),
    QT_TRANSLATE_NOOP("QAbstractFileIconProvider", "Folder"),
    QT_TRANSLATE_NOOP("QAbstractFileIconProvider", "File Folder"),
    QT_TRANSLATE_NOOP("QAbstractFileIconProvider", "File"),
    QT_TRANSLATE_NOOP("QAbstractFileIconProvider", "%1 File"),
    QT_TRANSLATE_NOOP("QAbstractFileIconProvider", "Drive"),
    QT_TRANSLATE_NOOP("QAbstractFileIconProvider", "Alias"),
    QT_TRANSLATE_NOOP("QAbstractFileIconProvider", "Shortcut"),
    QT_TRANSLATE_NOOP("QAbstractFileIconProvider", "Unknown"),
)
"""What Qt's file dialog says and its own catalogues lack; found in the program's, by context."""


class Translation(QObject):
    """Keeps the application's translators in step with the language of the settings.

    Qt sends a LanguageChange event to every window when translators come and go; widgets
    answer it in ``changeEvent``. `changed` is for what is no widget.
    """

    changed = Signal()

    def __init__(self, settings: Settings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        self._installed: list[QTranslator] = []
        self._install()
        settings.language_changed.connect(self._follow)

    def remove(self) -> None:
        """Take the translators off the application again."""
        for translator in self._installed:
            QCoreApplication.removeTranslator(translator)
        self._installed = []

    def _follow(self) -> None:
        self.remove()
        self._install()
        self.changed.emit()

    def _install(self) -> None:
        language = self._settings.language
        QLocale.setDefault(QLocale.c())
        if language == "en":
            return
        of_qt = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        for name, folder in (
            (f"qtbase_{language}", of_qt),
            (f"gradsim_{language}", str(resource("translations"))),
        ):
            translator = QTranslator(self)
            if translator.load(name, folder):
                QCoreApplication.installTranslator(translator)
                self._installed.append(translator)
