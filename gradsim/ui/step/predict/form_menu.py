"""The choice of what is asked of a number, as a menu."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from gradsim.viewmodels.step.predict.session import Predictions
from gradsim.viewmodels.step.predict.topics import Form


class FormMenu(QMenu):
    """Number, sign or power of ten."""

    def __init__(self, predictions: Predictions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._predictions = predictions
        self._group = QActionGroup(self)
        self._actions: dict[Form, QAction] = {}
        for form in Form:
            action = self.addAction("")
            action.setCheckable(True)
            action.setData(str(form))
            self._group.addAction(action)
            self._actions[form] = action
        self._group.triggered.connect(self._choose)
        predictions.changed.connect(self._follow)
        self._retranslate()
        self._follow()

    def action(self, form: Form) -> QAction:
        """The entry of `form`."""
        return self._actions[form]

    def label(self, form: Form) -> str:
        """The word for `form`."""
        return {
            Form.VALUE: self.tr("Number"),
            Form.SIGN: self.tr("Sign"),
            Form.MAGNITUDE: self.tr("Power of ten"),
        }[form]

    def _choose(self, action: QAction) -> None:
        self._predictions.choose_form(action.data())

    def _follow(self) -> None:
        self._actions[self._predictions.form].setChecked(True)

    def _retranslate(self) -> None:
        for form, action in self._actions.items():
            action.setText(self.label(form))

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
