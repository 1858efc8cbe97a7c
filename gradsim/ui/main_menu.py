"""The menu behind the button at the left of the top bar: file, edit, view and help."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from gradsim.ui.actions import Actions
from gradsim.ui.translation import LANGUAGES
from gradsim.viewmodels.recent_files import RecentFiles
from gradsim.viewmodels.settings import Settings


class MainMenu(QMenu):
    """Gathers the window's commands; the recent files are listed anew each time it opens."""

    recent_chosen = Signal(Path)

    def __init__(
        self,
        actions: Actions,
        recent: RecentFiles,
        settings: Settings,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._recent_files = recent
        self._settings = settings
        self._recent = QMenu(self)
        self._view = QMenu(self)
        self._theme = QMenu(self)
        self._language = QMenu(self)
        self._help = QMenu(self)
        self._clear_recent = QAction(self)
        self._clear_recent.triggered.connect(recent.clear)

        self.addActions([actions.new, actions.open])
        self.addMenu(self._recent)
        self.addActions([actions.save, actions.save_as, actions.rename])
        self.addActions([actions.import_data, actions.export, actions.export_plot])
        self.addSeparator()
        self.addActions([actions.undo, actions.redo])
        self.addSeparator()
        self.addAction(actions.check)
        self.addMenu(self._view)
        self.addMenu(self._help)
        self.addSeparator()
        self.addAction(actions.quit)

        self._view.addActions(list(actions.workspaces.values()))
        self._view.addSeparator()
        self._view.addMenu(self._theme)
        self._view.addMenu(self._language)
        self._view.addAction(actions.notation)
        self._view.addSeparator()
        self._view.addActions([actions.next_divider, actions.previous_divider])
        self._view.addAction(actions.reset_layout)
        self._help.addActions([actions.keys, actions.key_map])
        self._help.addActions([actions.verdict_rules, actions.conventions])
        self._help.addSeparator()
        self._help.addAction(actions.about)

        self._themes = self._choices(self._theme, ("system", "light", "dark"))
        self._languages = self._choices(self._language, tuple(LANGUAGES))
        self._themes.triggered.connect(self._choose_theme)
        self._languages.triggered.connect(self._choose_language)
        self._recent.triggered.connect(self._open_recent)
        recent.changed.connect(self._list_recent)
        settings.theme_changed.connect(self._render_choices)
        settings.language_changed.connect(self._render_choices)
        self._retranslate()

    @property
    def theme_menu(self) -> QMenu:
        """Follow the system, light, dark."""
        return self._theme

    def _choices(self, menu: QMenu, values: tuple[str, ...]) -> QActionGroup:
        group = QActionGroup(self)
        for value in values:
            action = group.addAction("")
            action.setCheckable(True)
            action.setData(value)
            menu.addAction(action)
        return group

    def _choose_theme(self, action: QAction) -> None:
        self._settings.set_theme(action.data())

    def _choose_language(self, action: QAction) -> None:
        self._settings.set_language(action.data())

    def _open_recent(self, action: QAction) -> None:
        if isinstance(action.data(), str):
            self.recent_chosen.emit(Path(action.data()))

    def _list_recent(self) -> None:
        self._recent.clear()
        for path in self._recent_files.paths:
            action = self._recent.addAction(path.name.replace("&", "&&"))
            action.setData(str(path))
            action.setToolTip(str(path))
        self._recent.setToolTipsVisible(True)
        self._recent.setEnabled(bool(self._recent_files.paths))
        self._recent.addSeparator()
        self._recent.addAction(self._clear_recent)

    def _render_choices(self) -> None:
        for action in self._themes.actions():
            action.setChecked(action.data() == self._settings.theme)
        for action in self._languages.actions():
            action.setChecked(action.data() == self._settings.language)

    def _retranslate(self) -> None:
        self.setTitle(self.tr("Menu"))
        self._recent.setTitle(self.tr("Open recent"))
        self._clear_recent.setText(self.tr("Clear this list"))
        self._view.setTitle(self.tr("View"))
        self._theme.setTitle(self.tr("Theme"))
        self._language.setTitle(self.tr("Language"))
        self._help.setTitle(self.tr("Help"))
        themes = {
            "system": self.tr("Follow the system"),
            "light": self.tr("Light"),
            "dark": self.tr("Dark"),
        }
        for action in self._themes.actions():
            action.setText(themes[action.data()])
        for action in self._languages.actions():
            action.setText(LANGUAGES[action.data()])
        self._list_recent()
        self._render_choices()

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)
