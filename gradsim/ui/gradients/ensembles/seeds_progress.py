"""How many of the seeds are done while they are being measured, and the button that stops that."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from gradsim.ui.builder.field_row import LinkButton
from gradsim.ui.elided_label import ElidedLabel
from gradsim.viewmodels.gradients.ensembles.view import SpreadView
from gradsim.viewmodels.single_shot import single_shot

_PATIENCE_MS = 250
"""Work that is done sooner is not worth a word that comes and goes."""


class SeedsProgress(QWidget):
    """Takes the room that a row has left, so that nothing moves when it speaks."""

    def __init__(self, spread: SpreadView) -> None:
        super().__init__()
        self._spread = spread
        self.status = ElidedLabel()
        self.status.setProperty("muted", True)
        self.status.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.stop_button = LinkButton(self._stop_or_go_on)
        self._patience = single_shot(self, _PATIENCE_MS, self._show)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addWidget(self.status, 1)
        layout.addWidget(self.stop_button)
        self.stop_button.hide()
        spread.status_changed.connect(self.refresh)
        self._retranslate()

    def refresh(self) -> None:
        """Fall silent at once; speak after a moment."""
        text = self._spread.status()
        if not text or not self._spread.ensemble.busy or self.status.text():
            self._patience.stop()
            self._show()
        elif not self._patience.isActive():
            self._patience.start()

    def _show(self) -> None:
        ensemble = self._spread.ensemble
        text = self._spread.status()
        self.status.setText(text)
        self.status.setToolTip(text)
        self.stop_button.setText(self.tr("go on") if ensemble.stopped else self.tr("stop"))
        self.stop_button.setAccessibleName(
            self.tr("Measure the other seeds")
            if ensemble.stopped
            else self.tr("Measure no more seeds")
        )
        self.stop_button.setVisible(bool(text) and (ensemble.stopped or ensemble.busy))

    def _stop_or_go_on(self) -> None:
        if self._spread.ensemble.stopped:
            self._spread.ensemble.resume()
        else:
            self._spread.ensemble.stop()

    def _retranslate(self) -> None:
        self._show()

    def changeEvent(self, event: QEvent) -> None:
        """Another language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
