"""What predictions add to the factor card: the switch, the verdict, the question in its place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from gradsim.ui.equations import Equations
from gradsim.ui.step.predict.verdict_bar import VerdictBar
from gradsim.ui.workbench import Workbench
from gradsim.viewmodels.step.predict.session import Predictions

if TYPE_CHECKING:  # both are imported when the first question is asked
    from gradsim.ui.step.predict.question_buttons import QuestionButtons
    from gradsim.ui.step.predict.question_view import QuestionView


class CardPart(QObject):
    """Turns `pages` and `foot` of the card to the question while one is asked."""

    turned = Signal()
    """The question has come or gone."""
    focus_freed = Signal()
    """What had the focus is gone with the question."""

    def __init__(
        self,
        predictions: Predictions,
        workbench: Workbench,
        equations: Equations,
        pages: QStackedWidget,
        foot: QVBoxLayout,
        card: QWidget,
    ) -> None:
        super().__init__(card)
        self.predictions = predictions
        self._workbench = workbench
        self._equations = equations
        self._pages = pages
        self._foot = foot
        self._view: QuestionView | None = None
        self._buttons: QuestionButtons | None = None
        self.switch = QPushButton()
        self.verdict_bar = VerdictBar(predictions)
        self.switch.setCheckable(True)
        self.switch.setProperty("compact", True)
        self.switch.setAutoDefault(False)
        self.switch.clicked.connect(predictions.set_on)
        predictions.changed.connect(self._follow)
        self.retranslate()
        self._follow()

    @property
    def view(self) -> QuestionView:
        """The question, made when first asked for."""
        if self._view is None:
            self._make()
        assert self._view is not None
        return self._view

    @property
    def buttons(self) -> QuestionButtons:
        """The row below it."""
        if self._buttons is None:
            self._make()
        assert self._buttons is not None
        return self._buttons

    @property
    def is_open(self) -> bool:
        """Whether the card shows a question."""
        return self.predictions.question is not None

    def retranslate(self) -> None:
        """Put the switch in the present language."""
        self.switch.setText(self.tr("Predict"))
        self.switch.setAccessibleName(self.tr("Predict"))
        self.switch.setToolTip(self.tr("Ask for each number before it is shown (P)"))

    def _make(self) -> None:
        from gradsim.ui.step.predict.question_buttons import QuestionButtons
        from gradsim.ui.step.predict.question_view import QuestionView

        self._view = QuestionView(self.predictions, self._workbench, self._equations)
        self._buttons = QuestionButtons(self.predictions, self._workbench.theme)
        self._buttons.add_keys(self._view, self._buttons)
        self._buttons.hide()
        self._pages.addWidget(self._view)
        self._foot.addWidget(self._buttons)

    def _follow(self) -> None:
        self.switch.setChecked(self.predictions.active)
        if not self.is_open and self._view is None:
            return
        was_open = self._pages.currentWidget() is self.view
        if was_open == self.is_open:
            return
        focused = QApplication.focusWidget()
        parts = (self.view, self.buttons)
        held = focused is not None and any(part.isAncestorOf(focused) for part in parts)
        self._pages.setCurrentIndex(0 if was_open else 1)
        self.buttons.setVisible(not was_open)
        self.turned.emit()
        if was_open and held:
            self.focus_freed.emit()
