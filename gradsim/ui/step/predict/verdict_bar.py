"""What was said of the last answer, above the step that it has revealed; the score; practice."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from gradsim.viewmodels import words
from gradsim.viewmodels.step.predict.session import Predictions


class VerdictBar(QWidget):
    """Shown while predictions are on."""

    def __init__(self, predictions: Predictions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._predictions = predictions
        self.told_label = QLabel()
        self.score_label = QLabel()
        self.practice_button = QPushButton()
        self._build()
        self.practice_button.clicked.connect(predictions.practise)
        predictions.changed.connect(self.refresh)
        self.refresh()

    def _build(self) -> None:
        self.told_label.setWordWrap(True)
        self.score_label.setProperty("muted", True)
        self.practice_button.setProperty("link", True)
        self.practice_button.setAutoDefault(False)
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.score_label)
        row.addStretch(1)
        row.addWidget(self.practice_button, 0, Qt.AlignmentFlag.AlignVCenter)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(3)
        layout.addWidget(self.told_label)
        layout.addLayout(row)

    def refresh(self) -> None:
        """Show it as it stands."""
        predictions = self._predictions
        told = predictions.verdict or predictions.notice
        self.told_label.setText("" if told is None else words.text(told))
        self.told_label.setVisible(told is not None)
        self.score_label.setText(words.text(predictions.score))
        whole = predictions.tally.progress
        self.score_label.setToolTip(
            self.tr("Since the beginning: {right} of {asked} right").format(
                right=words.count(whole.right), asked=words.count(whole.asked)
            )
        )
        due = predictions.due
        text = self.tr("Practice ({count} due)").format(count=due) if due else self.tr("Practice")
        self.practice_button.setText(text)
        self.practice_button.setAccessibleName(text)
        self.practice_button.setToolTip(
            self.tr("A question on fresh numbers, of a kind that was missed or is new")
        )
        self.setVisible(predictions.active)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.refresh()
