"""The button that joins the cost and the activation of a fused pair into one factor, a − y."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSignalBlocker
from PySide6.QtWidgets import QPushButton, QWidget

from gradsim.ui.workbench import Workbench
from gradsim.viewmodels.step.walk.steps import Symbol
from gradsim.viewmodels.words import MINUS


class ShortcutToggle(QPushButton):
    """Stands only where the walk has such a pair in it."""

    def __init__(self, workbench: Workbench, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._stepper = workbench.stepper
        self.setCheckable(True)
        self.setAutoDefault(False)
        self.toggled.connect(self._stepper.options.choose_shortcut)
        self._stepper.options.changed.connect(self._follow)
        self._stepper.steps_changed.connect(self._follow)
        self._stepper.lens_changed.connect(self._follow)
        self._retranslate()
        self._follow()

    def _follow(self) -> None:
        self.setVisible(self._stepper.shortcut_possible)
        with QSignalBlocker(self):
            self.setChecked(self._stepper.options.shortcut)

    def _retranslate(self) -> None:
        self.setText(f"{Symbol('a').text} {MINUS} {Symbol('y').text}")
        told = self.tr("Walk cost and activation of the output as one factor, the shortcut")
        self.setToolTip(told)
        self.setAccessibleName(f"{self.text()}: {told}")

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
