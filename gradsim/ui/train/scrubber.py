"""The slider over the moments of a run that were kept, and how far back the plots reach."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSignalBlocker
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from gradsim.ui.segmented import Segmented
from gradsim.ui.train.moment_slider import MomentSlider
from gradsim.viewmodels import words
from gradsim.viewmodels.training.session import TrainingSession

_PAGE = 10


class Scrubber(QWidget):
    """Arrows, Page Up and Down, Home and End move through the kept moments; End is the newest.
    A click goes to the moment there.

    `extent` chooses between the recent steps and all of them, for every plot over steps.
    """

    def __init__(self, session: TrainingSession, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.slider = MomentSlider()
        self.told = QLabel()
        self.extent = Segmented(("recent", "whole"))
        self._build()
        session.changed.connect(self.refresh)
        session.progressed.connect(self.refresh)
        self.slider.valueChanged.connect(session.look_back)
        self._retranslate()

    def _build(self) -> None:
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        self.slider.setPageStep(_PAGE)
        self.slider.setMinimumWidth(60)
        self.told.setProperty("muted", True)
        self.extent.show_value("recent")
        layout.addWidget(self.slider, 1)
        layout.addWidget(self.told)
        layout.addWidget(self.extent)

    def refresh(self) -> None:
        """Show which moment is shown, and which there are."""
        session = self._session
        newest, shown = session.moment, session.shown
        with QSignalBlocker(self.slider):
            self.slider.setRange(0, 0 if newest is None else len(newest.snapshots))
            self.slider.setValue(session.position)
        self.slider.setEnabled(newest is not None)
        text = ""
        if shown is not None and newest is not None:
            text = self.tr("step {step} of {last}").format(
                step=words.count(shown.steps), last=words.count(newest.steps)
            )
        self.told.setText(text)
        self.slider.setAccessibleDescription(text)

    def _retranslate(self) -> None:
        self.slider.setAccessibleName(self.tr("Moment of the run"))
        self.slider.setToolTip(
            self.tr(
                "Look back: numbers, layers and function are shown as they were. Nothing is edited."
            )
        )
        self.extent.set_text("recent", self.tr("Recent"), self.tr("The recent steps"))
        self.extent.set_text("whole", self.tr("Whole"), self.tr("The whole run"))
        self.refresh()

    def changeEvent(self, event: QEvent) -> None:
        """Another language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
