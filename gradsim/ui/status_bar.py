"""The line at the foot of the window: what is computed with, and the gradient check's badge."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from gradsim.ui.elided_label import ElidedLabel
from gradsim.ui.key_names import key_name
from gradsim.ui.restyle import restyle
from gradsim.ui.workbench import Workbench
from gradsim.viewmodels import words
from gradsim.viewmodels.gradient_checking import CheckState, GradientChecking


class StatusBar(QWidget):
    """Shows precision, seed, size, whether work goes on, and how far the numbers were checked;
    besides what a workspace had no room for."""

    details_wanted = Signal()

    def __init__(
        self, workbench: Workbench, checking: GradientChecking, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._document = workbench.document
        self._simulation = workbench.simulation
        self._checking = checking
        self._facts = QLabel()
        self._busy = QLabel()
        self.notice = ElidedLabel()
        self.badge = QPushButton()
        self._facts.setProperty("muted", True)
        self._busy.setProperty("muted", True)
        self.badge.setProperty("badge", True)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(14, 3, 14, 5)
        layout.setSpacing(16)
        layout.addWidget(self._facts)
        layout.addWidget(self._busy)
        layout.addWidget(self.notice, 1)
        layout.addWidget(self.badge)
        self.badge.clicked.connect(self._press)
        checking.changed.connect(self._render_check)
        self._document.project_changed.connect(self._render_facts)
        self._simulation.busy_changed.connect(self._render_busy)
        self._retranslate()

    def show_notice(self, told: str) -> None:
        """Show what had no room where it belongs; nothing for an empty text."""
        self.notice.setText(told)
        self.notice.setToolTip(told)

    def _press(self) -> None:
        if self._checking.state is CheckState.RUNNING:
            self._checking.reset()
        elif self._checking.state in (CheckState.DONE, CheckState.FAILED):
            self.details_wanted.emit()
        else:
            self._checking.run()

    def _render_facts(self) -> None:
        project = self._document.project
        self._facts.setText(
            self.tr("float64 · seed {seed} · {parameters} parameters").format(
                seed=project.seed, parameters=words.count(project.network.parameter_count)
            )
        )

    def _render_busy(self) -> None:
        self._busy.setText(self.tr("computing…") if self._simulation.busy else "")

    def _render_check(self) -> None:
        tone, sentence = self._check_words()
        self.badge.setText(sentence)
        self.badge.setAccessibleName(sentence)
        if self.badge.property("tone") != tone:
            self.badge.setProperty("tone", tone)
            restyle(self.badge)

    def _check_words(self) -> tuple[str, str]:
        checking = self._checking
        if checking.state is CheckState.RUNNING:
            percent = f"{100 * checking.fraction:.0f}"
            running = self.tr("gradient check: {percent} % · cancel")
            return "", running.format(percent=percent)
        if checking.state is CheckState.FAILED:
            return "danger", self.tr("gradient check: failed")
        outcome = checking.outcome
        if outcome is None:
            return "", self.tr("gradient check: not checked")
        if outcome.passed:
            worst = outcome.agreement.worst_relative_error
            done = self.tr("gradient check: checked {checked} of {total} · worst {worst}")
        else:
            worst = outcome.unexplained_error
            done = self.tr("gradient check: wrong · checked {checked} of {total} · worst {worst}")
        sentence = done.format(
            checked=words.count(outcome.checked),
            total=words.count(outcome.total),
            worst=words.number(worst, 2),
        )
        if outcome.kinks:
            sentence += self.tr(" · at kinks: {kinks}").format(kinks=words.count(outcome.kinks))
        return "" if outcome.passed else "danger", sentence

    def _retranslate(self) -> None:
        told = self.tr(
            "Compare every gradient with finite differences ({key}); click for the layers"
        )
        self.badge.setToolTip(told.format(key=key_name("Ctrl+K")))
        self._render_facts()
        self._render_busy()
        self._render_check()

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)
