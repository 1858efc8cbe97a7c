"""Opens the help at the page that a command asks for; the dialog is imported then."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from gradsim.ui.actions import Actions
from gradsim.ui.theme import ThemeController


class HelpOpener(QObject):
    """Carries out the commands of the help menu, over `window`."""

    def __init__(self, actions: Actions, theme: ThemeController, window: QWidget) -> None:
        super().__init__(window)
        self._theme = theme
        self._window = window
        actions.keys.triggered.connect(self._show_keys)
        actions.verdict_rules.triggered.connect(self._show_verdict_rules)
        actions.conventions.triggered.connect(self._show_conventions)
        actions.about.triggered.connect(self._show_about)

    def open_page(self, page: str) -> None:
        """Show the help at `page`."""
        from gradsim.ui.help.dialog import HelpDialog

        dialog = HelpDialog(self._theme, self._window)
        dialog.open_page(page)
        dialog.show()

    def _show_keys(self) -> None:
        self.open_page("keys")

    def _show_verdict_rules(self) -> None:
        self.open_page("verdict")

    def _show_conventions(self) -> None:
        self.open_page("conventions")

    def _show_about(self) -> None:
        self.open_page("about")
