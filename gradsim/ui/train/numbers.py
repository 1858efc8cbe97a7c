"""The few numbers of a moment: costs, right answers, and the rate."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from gradsim.viewmodels import words
from gradsim.viewmodels.training.moment import Moment

_NAMES = ("cost", "aside", "penalty", "accuracy", "accuracy_aside", "rate")


class Numbers(QWidget):
    """A row each; those that a run does not have are left out."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._split = False
        self.names = {name: QLabel() for name in _NAMES}
        self.values = {name: QLabel() for name in _NAMES}
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setVerticalSpacing(3)
        for row, name in enumerate(_NAMES):
            self.names[name].setProperty("muted", True)
            self.values[name].setAlignment(Qt.AlignmentFlag.AlignRight)
            grid.addWidget(self.names[name], row, 0)
            grid.addWidget(self.values[name], row, 1)
        grid.setColumnStretch(0, 1)
        grid.setRowStretch(len(_NAMES), 1)
        self._retranslate()

    def show_moment(self, moment: Moment | None) -> None:
        """Show the numbers of a moment; dashes before the first."""
        scores = None if moment is None else moment.scores
        self._split = scores is not None and scores.validation_cost is not None
        self._name_cost()
        found: dict[str, float | None] = {
            "cost": None if scores is None else scores.cost,
            "aside": None if scores is None else scores.validation_cost,
            "penalty": None if moment is None else moment.penalty,
            "accuracy": None if scores is None else scores.accuracy,
            "accuracy_aside": None if scores is None else scores.validation_accuracy,
            "rate": None if moment is None else moment.rate,
        }
        for name, value in found.items():
            text = "–" if value is None else words.number(value)
            if name.startswith("accuracy") and value is not None:
                text = f"{100 * value:.1f} %"
            self.values[name].setText(text)
            shown = value is not None or name in ("cost", "rate")
            self.names[name].setVisible(shown)
            self.values[name].setVisible(shown)

    def _name_cost(self) -> None:
        self.names["cost"].setText(
            self.tr("Cost, trained on") if self._split else self.tr("Cost, all samples")
        )

    def _retranslate(self) -> None:
        self._name_cost()
        self.names["aside"].setText(self.tr("Cost, kept aside"))
        self.names["penalty"].setText(self.tr("Penalties in the last step"))
        penalty_tip = self.tr("λ₁ Σ|w| + ½ λ₂ Σw² + λ Ω, beside the cost and not part of it")
        self.names["penalty"].setToolTip(penalty_tip)
        self.values["penalty"].setToolTip(penalty_tip)
        self.names["accuracy"].setText(self.tr("Right answers"))
        self.names["accuracy_aside"].setText(self.tr("Right answers, kept aside"))
        self.names["rate"].setText(self.tr("Rate η"))

    def changeEvent(self, event: QEvent) -> None:
        """Another language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
