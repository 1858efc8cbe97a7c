"""What the program remembers between starts: theme, language, layout and files, no project."""

from __future__ import annotations

from pathlib import Path
from typing import Literal, get_args

from PySide6.QtCore import QByteArray, QLocale, QObject, QSettings, Signal

ThemeMode = Literal["system", "light", "dark"]
Language = Literal["en", "ko"]

_LAYOUT = "layout"


class Settings(QObject):
    """Typed access to one QSettings store; damaged entries fall back to their defaults."""

    theme_changed = Signal()
    language_changed = Signal()
    recent_changed = Signal()
    layout_reset = Signal()
    """Every remembered layout was dropped; splitters return to their design."""

    def __init__(self, store: QSettings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._store = store

    @property
    def theme(self) -> ThemeMode:
        """Follow the system, or always light or dark."""
        value = self._store.value("theme")
        for mode in get_args(ThemeMode):
            if value == mode:
                return mode  # type: ignore[no-any-return]
        return "system"

    def set_theme(self, mode: ThemeMode) -> None:
        """Choose the theme."""
        if mode != self.theme:
            self._store.setValue("theme", mode)
            self.theme_changed.emit()

    @property
    def language(self) -> Language:
        """The chosen language; at first Korean on a Korean system, else English."""
        value = self._store.value("language")
        for language in get_args(Language):
            if value == language:
                return language  # type: ignore[no-any-return]
        korean = QLocale.system().language() == QLocale.Language.Korean
        return "ko" if korean else "en"

    def set_language(self, language: Language) -> None:
        """Choose the language."""
        changed = language != self.language
        self._store.setValue("language", language)
        if changed:
            self.language_changed.emit()

    @property
    def recent(self) -> tuple[Path, ...]:
        """The projects opened last, newest first."""
        value = self._store.value("recent")
        entries = [value] if isinstance(value, str) else value if isinstance(value, list) else []
        return tuple(Path(entry) for entry in entries if isinstance(entry, str) and entry)

    def set_recent(self, paths: tuple[Path, ...]) -> None:
        """Remember the projects opened last."""
        if paths != self.recent:
            self._store.setValue("recent", [str(path) for path in paths])
            self.recent_changed.emit()

    @property
    def last_project(self) -> str:
        """What the next start opens: a path, ``preset:NAME``, or nothing yet."""
        return self.text("last_project")

    def set_last_project(self, name: str) -> None:
        """Remember what the next start opens."""
        self.set_text("last_project", name)

    def layout(self, name: str) -> QByteArray | None:
        """A remembered window or splitter state; None where there is none."""
        value = self._store.value(f"{_LAYOUT}/{name}")
        return value if isinstance(value, QByteArray) and not value.isEmpty() else None

    def set_layout(self, name: str, state: QByteArray) -> None:
        """Remember a window or splitter state."""
        self._store.setValue(f"{_LAYOUT}/{name}", state)

    def forget_layout(self) -> None:
        """Drop every remembered window and splitter state."""
        self._store.remove(_LAYOUT)
        self.layout_reset.emit()

    def flag(self, name: str, default: bool = False) -> bool:
        """A remembered yes or no, for example whether a hint was dismissed."""
        value = self._store.value(name)
        return default if value is None else str(value).lower() == "true"

    def set_flag(self, name: str, value: bool) -> None:
        """Remember a yes or no."""
        self._store.setValue(name, "true" if value else "false")

    def text(self, name: str, default: str = "") -> str:
        """A remembered word, for example the quantity plotted last."""
        value = self._store.value(name)
        return value if isinstance(value, str) else default

    def set_text(self, name: str, value: str) -> None:
        """Remember a word."""
        self._store.setValue(name, value)
