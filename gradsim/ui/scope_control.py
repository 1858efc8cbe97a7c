"""The one control that says what the numbers are of: sample k of N, or the batch."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSignalBlocker
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from gradsim.ui.count_field import CountField
from gradsim.ui.segmented import Segmented
from gradsim.viewmodels import words
from gradsim.viewmodels.scope import Scope

_SAMPLE = "sample"
_BATCH = "batch"


class ScopeControl(QWidget):
    """Shows and chooses the scope."""

    def __init__(self, scope: Scope, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._scope = scope
        self._switch = Segmented((_SAMPLE, _BATCH))
        self._number = CountField(1, 1)
        self._number.setFixedWidth(78)
        self._total = QLabel()
        self._total.setProperty("muted", True)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addWidget(self._switch)
        layout.addWidget(self._number)
        layout.addWidget(self._total)
        self._switch.chosen.connect(self._choose)
        self._number.valueChanged.connect(self._choose_sample)
        scope.changed.connect(self._render)
        scope.samples_changed.connect(self._render)
        self._retranslate()

    def _choose(self, value: str) -> None:
        self._scope.choose(None if value == _BATCH else self._scope.last_sample)

    def _choose_sample(self, sample: int) -> None:
        self._scope.choose(sample)

    def _render(self) -> None:
        scope = self._scope
        self._switch.show_value(_BATCH if scope.sample is None else _SAMPLE)
        with QSignalBlocker(self._number):
            self._number.setMaximum(scope.samples)
            self._number.setValue(scope.last_sample)
        self._number.setEnabled(scope.sample is not None)
        self._switch.button(_SAMPLE).setEnabled(not scope.coupled)
        self._switch.setToolTip(self._coupled_tip() if scope.coupled else self._tip())
        total = self.tr("of {samples}").format(samples=words.count(scope.samples))
        self._total.setText(total)

    def _retranslate(self) -> None:
        self._switch.set_text(_SAMPLE, self.tr("Sample"), self.tr("Show one sample"))
        self._switch.set_text(_BATCH, self.tr("Batch"), self.tr("Show the mean over the batch"))
        self._number.setToolTip(self._tip())
        self._number.setAccessibleName(self.tr("Number of the sample"))
        self._render()

    def _tip(self) -> str:
        return self.tr("Every number in the window is of this sample, or the mean over the batch.")

    def _coupled_tip(self) -> str:
        return self.tr(
            "Batch normalization ties the samples of the batch together, so no sample has a "
            "gradient of its own. In evaluation each has one."
        )

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)
