"""What theory says in words: why there is no line, what would give one, and the depth scales."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from gradsim.viewmodels import words
from gradsim.viewmodels.gradients.ensembles.view import SpreadView


class TheoryNote(QWidget):
    """One paragraph; with the cost in the way a button sets `probe`."""

    def __init__(self, spread: SpreadView) -> None:
        super().__init__()
        self._spread = spread
        self.sentence = QLabel()
        self.sentence.setWordWrap(True)
        self.sentence.setProperty("muted", True)
        self.sentence.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.probe_button = QPushButton()
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self.sentence, 1)
        layout.addWidget(self.probe_button)
        self.probe_button.clicked.connect(self._use_probe)
        spread.changed.connect(self.refresh)
        spread.gradients.changed.connect(self.refresh)
        self._retranslate()

    def refresh(self) -> None:
        """Why not, or the scales; while they are computed the place is kept, lest the plot jump."""
        spread = self._spread
        awaited = spread.theory.awaited and self.isVisible()
        self.setMinimumHeight(self.height() if awaited else 0)
        statistic = spread.gradients.choice.statistic
        why_not = spread.theory.why_not(spread.quantity, statistic)
        if why_not is not None:
            said = [why_not]
        else:
            said = list(spread.theory.scales()) if spread.line() is not None else []
        self.sentence.setText(" ".join(map(words.text, said)))
        self.probe_button.setVisible(spread.theory.probe_would_draw(spread.quantity))
        self.setVisible(bool(said) or awaited)

    def _use_probe(self) -> None:
        problem = self._spread.theory.use_probe()
        if problem is not None:
            self.sentence.setText(words.problem_text(problem))

    def _retranslate(self) -> None:
        self.probe_button.setText(self.tr("Use this cost"))
        self.probe_button.setAccessibleName(self.tr("Set the cost to probe"))
        self.probe_button.setToolTip(self.tr("One undo step takes it back"))
        self.refresh()

    def changeEvent(self, event: QEvent) -> None:
        """Another language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
