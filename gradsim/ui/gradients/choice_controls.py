"""The two boxes that choose which gradient is shown and as which statistic."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSignalBlocker, Qt
from PySide6.QtWidgets import QComboBox

from gradsim.viewmodels import words
from gradsim.viewmodels.gradients.choice import ProfileChoice
from gradsim.viewmodels.gradients.quantities import QUANTITIES, STATISTICS


class QuantityBox(QComboBox):
    """∂C/∂W, ∂C/∂b, δ or ∂C/∂a."""

    def __init__(self, choice: ProfileChoice) -> None:
        super().__init__()
        self._choice = choice
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        for quantity in QUANTITIES.values():
            self.addItem("", quantity.name)
        self.activated.connect(self._choose)
        choice.changed.connect(self._follow)
        self._follow()
        self._retranslate()

    def _choose(self, index: int) -> None:
        self._choice.choose_quantity(self.itemData(index))

    def _follow(self) -> None:
        with QSignalBlocker(self):
            self.setCurrentIndex(self.findData(self._choice.quantity))

    def _retranslate(self) -> None:
        self.setAccessibleName(self.tr("Gradient shown"))
        for index, quantity in enumerate(QUANTITIES.values()):
            self.setItemText(index, quantity.definition)
            self.setItemData(index, words.text(quantity.meaning), Qt.ItemDataRole.ToolTipRole)
        self.setToolTip(self.tr("Which gradient is shown per layer"))

    def changeEvent(self, event: QEvent) -> None:
        """Another language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()


class StatisticBox(QComboBox):
    """L2 norm, RMS, mean or max of the magnitudes."""

    def __init__(self, choice: ProfileChoice) -> None:
        super().__init__()
        self._choice = choice
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        for statistic in STATISTICS.values():
            self.addItem("", statistic.name)
        self.activated.connect(self._choose)
        choice.changed.connect(self._follow)
        self._follow()
        self._retranslate()

    def _choose(self, index: int) -> None:
        self._choice.choose_statistic(self.itemData(index))

    def _follow(self) -> None:
        with QSignalBlocker(self):
            self.setCurrentIndex(self.findData(self._choice.statistic))

    def _retranslate(self) -> None:
        self.setAccessibleName(self.tr("Statistic"))
        self.setToolTip(self.tr("How the numbers of a layer become one magnitude"))
        with QSignalBlocker(self):
            for index, statistic in enumerate(STATISTICS.values()):
                self.setItemText(index, words.text(statistic.label))

    def changeEvent(self, event: QEvent) -> None:
        """Another language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
