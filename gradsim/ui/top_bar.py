"""The top bar: menu, workspaces, scope, presets, undo, language and theme."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSignalBlocker, QSize, Qt
from PySide6.QtGui import QAction, QIcon, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QPushButton, QTabBar, QWidget

from gradsim.ui.actions import Actions
from gradsim.ui.fonts import interface_font
from gradsim.ui.key_names import sequence_name
from gradsim.ui.main_menu import MainMenu
from gradsim.ui.preset_menu import PresetMenu
from gradsim.ui.scope_control import ScopeControl
from gradsim.ui.segmented import Segmented
from gradsim.ui.workbench import Workbench

_THEME_ICONS = {"system": "system", "light": "sun", "dark": "moon"}

_ROOM_FOR_NAMES = 1250
"""Pixels."""


class TopBar(QWidget):
    """Lays out the controls that are the same in every workspace.

    `walking_tabs` holds while the keys of the tabs open a workspace: the focus then stays there.
    """

    def __init__(
        self,
        workbench: Workbench,
        actions: Actions,
        menu: MainMenu,
        presets: PresetMenu,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._settings = workbench.settings
        self._theme = workbench.theme
        self._commands = actions
        self.menu_button = self._menu_button(menu)
        self._narrow = False
        self._title = QLabel("GradSim")
        self._title.setFont(interface_font(1.3, bold=True))
        self.tabs = QTabBar()
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        self.tabs.setElideMode(Qt.TextElideMode.ElideNone)
        self.tabs.setUsesScrollButtons(False)  # the chosen tab is bolder, hence wider than its hint
        self.walking_tabs = False
        self._workspaces = tuple(actions.workspaces.values())
        for action in self._workspaces:
            self.tabs.addTab(action.text())
        self.scope = ScopeControl(workbench.scope)
        self.presets_button = self._menu_button(presets)
        self.undo_button = QPushButton()
        self.redo_button = QPushButton()
        self.language = Segmented(("en", "ko"))
        self.theme_button = self._menu_button(menu.theme_menu)
        self._lay_out()
        self._connect()
        self._retranslate()
        self._recolor()

    def _menu_button(self, menu: QMenu) -> QPushButton:
        button = QPushButton()
        button.setMenu(menu)
        button.setIconSize(QSize(16, 16))
        return button

    def _lay_out(self) -> None:
        self.menu_button.setProperty("iconOnly", True)
        self.menu_button.setProperty("flat", True)
        self.theme_button.setProperty("iconOnly", True)
        self.presets_button.setProperty("menu", True)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(14, 8, 14, 5)
        layout.setSpacing(7)
        layout.addWidget(self.menu_button)
        layout.addWidget(self._title)
        layout.addSpacing(14)
        layout.addWidget(self.tabs)
        layout.addStretch(1)
        layout.addWidget(self.scope)
        layout.addSpacing(8)
        layout.addWidget(self.presets_button)
        layout.addWidget(self.undo_button)
        layout.addWidget(self.redo_button)
        layout.addWidget(self.language)
        layout.addWidget(self.theme_button)
        layout.setAlignment(self.tabs, Qt.AlignmentFlag.AlignBottom)

    def _connect(self) -> None:
        actions = self._commands
        actions.menu.triggered.connect(self.menu_button.showMenu)
        self.tabs.currentChanged.connect(self._open_workspace)
        self.tabs.tabBarClicked.connect(self._click_tab)
        for action in self._workspaces:
            action.triggered.connect(self._follow_workspace)
        for button, action in (
            (self.undo_button, actions.undo),
            (self.redo_button, actions.redo),
        ):
            button.clicked.connect(action.trigger)
            action.changed.connect(self._follow_history)
        self.language.chosen.connect(self._settings.set_language)
        self._settings.language_changed.connect(self._follow_settings)
        self._settings.theme_changed.connect(self._follow_settings)
        self._theme.changed.connect(self._recolor)

    def _open_workspace(self, index: int) -> None:
        self.walking_tabs = self.tabs.hasFocus()
        self._workspaces[index].trigger()
        self.walking_tabs = False

    def _click_tab(self, index: int) -> None:
        """A click leads into the workspace, even into the one that is open."""
        self.tabs.clearFocus()
        if index == self.tabs.currentIndex():
            self._workspaces[index].trigger()

    def _follow_workspace(self) -> None:
        with QSignalBlocker(self.tabs):
            for index, action in enumerate(self._workspaces):
                if action.isChecked():
                    self.tabs.setCurrentIndex(index)

    def _follow_history(self) -> None:
        for button, action in (
            (self.undo_button, self._commands.undo),
            (self.redo_button, self._commands.redo),
        ):
            _copy(action, button)
            if self._narrow:
                button.setText("")

    def _follow_settings(self) -> None:
        self.language.show_value(self._settings.language)
        self._recolor()

    def _recolor(self) -> None:
        icons = self._theme.icons
        self.menu_button.setIcon(icons.icon("menu"))
        self.theme_button.setIcon(icons.icon(_THEME_ICONS[self._settings.theme]))
        for name, button in (("undo", self.undo_button), ("redo", self.redo_button)):
            button.setIcon(icons.icon(name) if self._narrow else QIcon())

    def _retranslate(self) -> None:
        self.menu_button.setAccessibleName(self.tr("Menu"))
        self.menu_button.setToolTip(self.tr("Menu (F10)"))
        self.tabs.setAccessibleName(self.tr("Workspace"))
        for index, action in enumerate(self._workspaces):
            self.tabs.setTabText(index, action.text())
            self.tabs.setAccessibleTabName(index, action.text())
            keys = sequence_name(action.shortcut())
            self.tabs.setTabToolTip(
                index, self.tr("{workspace} ({keys})").format(workspace=action.text(), keys=keys)
            )
        self.presets_button.setText(self.tr("Presets"))
        self.presets_button.setAccessibleName(self.tr("Presets: built-in projects"))
        self.language.setAccessibleName(self.tr("Language"))
        self.language.set_text("en", "EN", "English")
        self.language.set_text("ko", "한국어", "한국어")
        self.theme_button.setAccessibleName(self.tr("Theme"))
        self.theme_button.setToolTip(self.tr("Theme: follow the system, light or dark"))
        self._follow_history()
        self._follow_settings()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where it is narrow, names give way to the tabs: of the program, of undo and redo."""
        narrow = event.size().width() < _ROOM_FOR_NAMES
        if narrow != self._narrow:
            self._narrow = narrow
            self._title.setVisible(not narrow)
            self._follow_history()
            self._recolor()
        super().resizeEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._commands.retranslate()
            self._retranslate()
        super().changeEvent(event)


def _copy(action: QAction, button: QPushButton) -> None:
    """Show the words and the state of an action on a button."""
    button.setText(action.text())
    button.setToolTip(action.toolTip())
    button.setAccessibleName(action.text())
    button.setEnabled(action.isEnabled())
