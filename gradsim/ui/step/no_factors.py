"""What stands in the strip where a walk has no factors: why, and the way to where it has some."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from gradsim.ui.workbench import Workbench
from gradsim.viewmodels import words
from gradsim.viewmodels.step.walk.walk import Lens


class NoFactors(QWidget):
    """A sentence with a button: one sample in a batch, whole layers where samples are tied."""

    way_taken = Signal()
    """The button was pressed."""

    def __init__(self, workbench: Workbench, height: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._stepper = workbench.stepper
        self._scope = workbench.scope
        self.label = QLabel()
        self.label.setProperty("muted", True)
        self.label.setWordWrap(True)
        self.way_button = QPushButton()
        self.way_button.setAutoDefault(False)
        self.way_button.clicked.connect(self._go_there)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(4, 0, 0, 0)
        layout.setSpacing(14)
        layout.addWidget(self.label)
        layout.addWidget(self.way_button, 0, Qt.AlignmentFlag.AlignVCenter)
        layout.addStretch(1)
        self.setFixedHeight(height)
        self.hide()

    def hasHeightForWidth(self) -> bool:
        """No: the panels below would move by what is rounded."""
        return False

    def refresh(self) -> None:
        """Say it as it stands."""
        refusal, result = self._stepper.walk.refusal, self._stepper.result
        self.label.setText("" if refusal is None else words.text(refusal))
        in_batch = refusal is not None and result is not None and result.sample is None
        self.way_button.setVisible(in_batch)
        if self._coupled:
            text = self.tr("Look at whole layers")
        else:
            sample = words.count(self._scope.last_sample)
            text = self.tr("Look at sample {sample}").format(sample=sample)
        self.way_button.setText(text)
        self.way_button.setAccessibleName(text)

    def _go_there(self) -> None:
        if self._coupled:
            self._stepper.choose_lens(Lens.LAYER)
        else:
            self._scope.choose(self._scope.last_sample)
        self.way_taken.emit()

    @property
    def _coupled(self) -> bool:
        """Whether samples depend on each other, so that no single one can be chosen."""
        result = self._stepper.result
        return result is not None and result.project.network.couples_samples
