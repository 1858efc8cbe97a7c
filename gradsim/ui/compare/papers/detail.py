"""One entry: what was published, what is different here, measuring it, and what was found."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from gradsim.ui.compare.papers.numbers_table import NumbersTable
from gradsim.ui.gradients.scrolled_column import ScrolledColumn
from gradsim.ui.panel import Panel
from gradsim.ui.restyle import restyle
from gradsim.viewmodels import words
from gradsim.viewmodels.compare.papers.view import PapersView
from gradsim.viewmodels.compare.papers.wording import finding_text, sentence, setup_text

_MOST_SETUPS = 4
_ABOVE_HEADING = 6
_BESIDE_BAR = 8


class FindingBox(QFrame):
    """Whether the statement holds; words carry the meaning, the tint only helps."""

    def __init__(self) -> None:
        super().__init__()
        self.text = _paragraph()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 8, 12, 8)
        layout.addWidget(self.text)

    def show_words(self, text: str, tone: str) -> None:
        """Words in a tone: ``ok``, ``warning`` or ``danger``."""
        self.text.setText(text)
        self.setProperty("box", tone)
        restyle(self, self.text)


class PaperDetail(Panel):
    """The entry that the view reads."""

    def __init__(self, view: PapersView) -> None:
        super().__init__()
        self._view = view
        self.column = ScrolledColumn(7)
        self._headings = [QLabel() for _ in range(5)]
        self.statement, self.source, self.differs, self.rule = (_paragraph() for _ in range(4))
        self.measure_button, self.cancel_button = QPushButton(), QPushButton()
        self.measure_button.setProperty("primary", True)
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.progress = QLabel()
        self.progress.setProperty("muted", True)
        self.finding = FindingBox()
        self.numbers = NumbersTable(view)
        self.setups = [_SetupRow() for _ in range(_MOST_SETUPS)]
        self._build()
        view.changed.connect(self.refresh)
        view.progress_changed.connect(self._follow_progress)
        self._retranslate()

    def refresh(self) -> None:
        """Show the entry as it stands."""
        entry = self._view.entry
        self.set_title(sentence(entry.title))
        self.set_note(entry.short)
        self.statement.setText(sentence(entry.statement))
        self.source.setText(f"{entry.source}\n{entry.link}")
        self.differs.setText(sentence(entry.differs))
        self.rule.setText(sentence(entry.rule))
        for index, row in enumerate(self.setups):
            row.setVisible(index < len(entry.setups))
            if index < len(entry.setups):
                label = setup_text(entry.setups[index])
                row.label.setText(label)
                row.button.setText(self.tr("Open in builder"))
                row.button.setAccessibleName(self.tr("Open in builder: {name}").format(name=label))
        self._show_finding()
        self.numbers.refresh()
        self._follow_progress()

    def _show_finding(self) -> None:
        finding, problem = self._view.finding, self._view.problem
        self.finding.setVisible(finding is not None or problem is not None)
        if problem is not None:
            reason = words.problem_text(problem)
            said = self.tr("Could not be measured: {reason}").format(reason=reason)
            self.finding.show_words(said, "danger")
        elif finding is not None:
            self.finding.show_words(finding_text(finding), "ok" if finding.holds else "warning")

    def _follow_progress(self) -> None:
        running = self._view.running
        self.bar.setVisible(running)
        self.cancel_button.setVisible(running)
        self.measure_button.setVisible(not running)
        self.progress.setVisible(running or self._view.busy_elsewhere)
        self.bar.setRange(0, max(self._view.total, 1))
        self.bar.setValue(self._view.done)
        if running:
            said = self.tr("{done} of {total} draws")
            self.progress.setText(said.format(done=self._view.done, total=self._view.total))
        else:
            self.progress.setText(self.tr("Another entry is being measured."))
        again = self._view.finding is not None
        self.measure_button.setText(self.tr("Measure again") if again else self.tr("Measure"))

    def _measure(self) -> None:
        self._view.measure()
        self.cancel_button.setFocus()

    def _cancel(self) -> None:
        self._view.cancel()
        self.measure_button.setFocus()

    def _open(self, index: int) -> None:
        self._view.open(self._view.entry.setups[index].name)

    def _build(self) -> None:
        rows = self.column.rows
        rows.setContentsMargins(0, 0, _BESIDE_BAR, 0)
        action = QHBoxLayout()
        action.setSpacing(10)
        for widget in (self.measure_button, self.cancel_button, self.progress):
            action.addWidget(widget)
        action.addWidget(self.bar, 1)
        action.addStretch(0)
        published, source, differs, rule, setups = self._headings
        for heading in self._headings:
            heading.setProperty("heading", True)
            heading.setContentsMargins(0, _ABOVE_HEADING, 0, 0)
        for widget in (
            published, self.statement, source, self.source, differs, self.differs, rule, self.rule,
        ):  # fmt: skip
            rows.addWidget(widget)
        rows.addLayout(action)
        rows.addWidget(self.finding)
        rows.addWidget(self.numbers)
        rows.addWidget(setups)
        for index, row in enumerate(self.setups):
            row.button.clicked.connect(partial(self._open, index))
            rows.addWidget(row)
        rows.addStretch(1)
        self.body.addWidget(self.column, 1)
        self.measure_button.clicked.connect(self._measure)
        self.cancel_button.clicked.connect(self._cancel)

    def _retranslate(self) -> None:
        texts = (
            self.tr("Published"), self.tr("Source"), self.tr("What is different here"),
            self.tr("When the statement holds here"), self.tr("The set-ups"),
        )  # fmt: skip
        for heading, text in zip(self._headings, texts, strict=True):
            heading.setText(text)
        self.cancel_button.setText(self.tr("Cancel"))
        self.bar.setAccessibleName(self.tr("Progress of the measurement"))
        self.refresh()

    def changeEvent(self, event: QEvent) -> None:
        """Another language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()


class _SetupRow(QWidget):
    """One set-up with its button."""

    def __init__(self) -> None:
        super().__init__()
        self.label, self.button = QLabel(), QPushButton()
        self.button.setProperty("compact", True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        row.addWidget(self.button)
        row.addWidget(self.label, 1)


def _paragraph() -> QLabel:
    label = QLabel()
    label.setWordWrap(True)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label
