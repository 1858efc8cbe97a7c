"""Which sample of a batch that passes as one is looked at."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSignalBlocker, Signal
from PySide6.QtWidgets import QWidget

from gradsim.ui.count_field import CountField


class SampleField(CountField):
    """“sample 3 / 64”; out of sight where every sample passes alone."""

    chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(1, 1, parent)
        self.valueChanged.connect(self.chosen)
        self._retranslate()

    def show_sample(self, sample: int, samples: int) -> None:
        """Show which of how many, reporting nothing."""
        with QSignalBlocker(self):
            self.setRange(1, samples)
            self.setValue(sample)
        self.setSuffix(f" / {samples}")
        widest = f"{self.prefix()}{samples}{self.suffix()}"
        self.setFixedWidth(self.fontMetrics().horizontalAdvance(widest) + 42)
        self.setVisible(samples > 1)

    def _retranslate(self) -> None:
        self.setPrefix(self.tr("sample") + " ")
        name = self.tr("Sample of the batch whose numbers are shown")
        self.setAccessibleName(name)
        self.setToolTip(name)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
            self.show_sample(self.value(), self.maximum())
