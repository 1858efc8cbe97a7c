"""Which theme is on: the system's or the reader's choice, put on the application and announced."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from gradsim.ui.icons import Icons
from gradsim.ui.theme.palette import palette_of
from gradsim.ui.theme.stylesheet import stylesheet_of
from gradsim.ui.theme.tokens import DARK, LIGHT, Theme
from gradsim.viewmodels.settings import Settings


class ThemeController(QObject):
    """Holds the present theme, follows the system where asked, and repaints the application.

    Parameters
    ----------
    dressed : bool
        Whether to put the stylesheet on at once. Whoever builds a whole window waits with it and
        calls :meth:`dress` at the end: else Qt styles each part anew whenever it is laid out.
    """

    changed = Signal()

    def __init__(
        self,
        application: QApplication,
        settings: Settings,
        parent: QObject | None = None,
        *,
        dressed: bool = True,
    ) -> None:
        super().__init__(parent)
        self._dressed = dressed
        self._application = application
        self._settings = settings
        self._icons = Icons(parent=self)
        self._theme = self._wanted()
        application.setStyle("Fusion")
        self._put_on()
        QGuiApplication.styleHints().colorSchemeChanged.connect(self.follow_system)
        settings.theme_changed.connect(self.follow_system)

    @property
    def theme(self) -> Theme:
        """The colours to paint with now."""
        return self._theme

    @property
    def icons(self) -> Icons:
        """The program's icons; ask again after `changed`, they are recoloured."""
        return self._icons

    @contextmanager
    def worn(self, theme: Theme) -> Iterator[None]:
        """Within this block what is painted is painted in `theme`, without the window's changing.

        For pictures; nothing is announced, and the event loop must not run meanwhile.
        """
        own, self._theme = self._theme, theme
        try:
            yield
        finally:
            self._theme = own

    def dress(self) -> None:
        """Put the stylesheet on, if it is not on already."""
        if not self._dressed:
            self._dressed = True
            self._application.setStyleSheet(stylesheet_of(self._theme, self._icons))

    def undress(self) -> None:
        """Take the stylesheet off for good, and remove the files of the icons that it names."""
        self._dressed = False
        self._application.setStyleSheet("")
        self._icons.remove()

    def _wanted(self) -> Theme:
        mode = self._settings.theme
        if mode == "system":
            scheme = QGuiApplication.styleHints().colorScheme()
            return DARK if scheme == Qt.ColorScheme.Dark else LIGHT
        return DARK if mode == "dark" else LIGHT

    def follow_system(self) -> None:
        """Look again at the system and the settings."""
        wanted = self._wanted()
        if wanted is not self._theme:
            self._theme = wanted
            self._put_on()
            self.changed.emit()

    def _put_on(self) -> None:
        self._icons.recolor(self._theme.text)
        if self._dressed:
            # Taking the old sheet off first is four times as fast as changing it.
            self._application.setStyleSheet("")
        self._application.setPalette(palette_of(self._theme))
        if self._dressed:
            self._application.setStyleSheet(stylesheet_of(self._theme, self._icons))
