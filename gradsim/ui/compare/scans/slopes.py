"""The configurations of a scan with their slopes and what theory says of each."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from gradsim.project.scans import ScanAxis
from gradsim.ui.panel import Panel
from gradsim.ui.plots.run_styles import RUN_STYLES, RunSample
from gradsim.ui.theme import ThemeController
from gradsim.viewmodels import words
from gradsim.viewmodels.compare.scans.curves import ScanCurve
from gradsim.viewmodels.compare.scans.view import ScansView
from gradsim.viewmodels.compare.scans.wording import fit_message, theory_messages


class SlopeRow(QWidget):
    """One configuration: its line, its name, its measured slope, theory's."""

    def __init__(self, style: int, theme: ThemeController) -> None:
        super().__init__()
        self.name, self.measured, self.theory = QLabel(), QLabel(), QLabel()
        self.name.setProperty("heading", True)
        self.theory.setProperty("muted", True)
        column = QVBoxLayout()
        column.setSpacing(1)
        for label in (self.name, self.measured, self.theory):
            label.setWordWrap(True)
            column.addWidget(label)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 6)
        row.setSpacing(8)
        row.addWidget(RunSample(style, theme), 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(column, 1)

    def show_curve(self, view: ScansView, curve: ScanCurve) -> None:
        """The words of one curve."""
        letter = view.letter_text(curve.configuration.letter)
        self.name.setText(f"{letter} · {curve.configuration.name}")
        over_depth = view.choice.axis is ScanAxis.depth
        told = over_depth or curve.problem is not None
        self.measured.setText(words.text(fit_message(curve, view.unfinished)) if told else "")
        self.measured.setVisible(told)
        said = theory_messages(curve, view.choice.axis, view.shown.quantity)
        self.theory.setText("\n".join(map(words.text, said)))
        self.theory.setVisible(bool(said))


class SlopesPanel(Panel):
    """A row per configuration."""

    def __init__(self, view: ScansView, theme: ThemeController) -> None:
        super().__init__()
        self._view = view
        self.rows = [SlopeRow(style, theme) for style in range(len(RUN_STYLES))]
        for row in self.rows:
            self.body.addWidget(row)
        self.hint = QLabel()
        self.hint.setWordWrap(True)
        self.hint.setProperty("muted", True)
        self.body.addWidget(self.hint)
        view.changed.connect(self.refresh)
        self._retranslate()

    def refresh(self) -> None:
        """The newest words."""
        shown = {curve.configuration.style: curve for curve in self._view.curves()}
        for style, row in enumerate(self.rows):
            row.setVisible(style in shown)
            if style in shown:
                row.show_curve(self._view, shown[style])

    def _retranslate(self) -> None:
        self.set_title(self.tr("Configurations"))
        self.hint.setText(
            self.tr(
                "The open network and every pinned run, each with its own data and seeds. Layers "
                "are added as copies of the last hidden one. ← → read the places, ↑ ↓ the curves; "
                "Enter or a click opens that network in the builder."
            )
        )
        self.refresh()

    def changeEvent(self, event: QEvent) -> None:
        """Another language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
