"""The page beside the card on which a parameter, an input or a target is nudged."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QHideEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from gradsim.engine.costs import cost_of
from gradsim.engine.problems import Problem
from gradsim.ui.builder.fields import mend_first
from gradsim.ui.step.study.nudge.fields import NudgeField, NudgeSlider
from gradsim.ui.step.study.nudge.lever_chooser import LeverChooser
from gradsim.ui.step.study.nudge.ripple_table import RippleTable
from gradsim.ui.step.study.nudge.sample_field import SampleField
from gradsim.ui.step.study.page import StudyPage, StudyTools
from gradsim.ui.step.titled_panel import TitledPanel
from gradsim.viewmodels import words
from gradsim.viewmodels.builder.cells import read_number
from gradsim.viewmodels.step.nudge.notes import formula_text, notes, warnings
from gradsim.viewmodels.step.nudge.rows import ripple_rows


class NudgePage(StudyPage):
    """Chooser, slider and fields above; below them ΔC and the ripple that leads to it."""

    def __init__(self, tools: StudyTools, parent: QWidget | None = None) -> None:
        super().__init__(tools, parent)
        self._nudge = tools.workbench.nudge
        self._scope = tools.workbench.scope
        self.panel = TitledPanel()
        self.chooser = LeverChooser()
        self.sample_field = SampleField()
        self.slider = NudgeSlider()
        self.value_label = QLabel()
        self.value_field = NudgeField()
        self.amount_label = QLabel()
        self.amount_field = NudgeField()
        self.back_button = QPushButton()
        self.keep_button = QPushButton()
        self.formula = QLabel()
        self.table = RippleTable(tools.workbench.theme)
        self.warnings = QLabel()
        self.notes = QLabel()
        self.problem = QLabel()
        self.refusal = QLabel()
        self.sample_button = QPushButton()
        self._controls = QWidget()
        self._instead = QWidget()
        self._build()
        self._connect()
        self._retranslate()

    def _build(self) -> None:
        for label in (self.formula, self.warnings, self.notes, self.problem, self.refusal):
            label.setWordWrap(True)
        self.notes.setProperty("muted", True)
        self.problem.setProperty("problem", True)
        for button in (self.back_button, self.keep_button, self.sample_button):
            button.setAutoDefault(False)
        hand = QHBoxLayout()
        fields = QHBoxLayout()
        for row in (hand, fields):
            row.setSpacing(6)
        hand.addWidget(self.slider, 1)
        hand.addWidget(self.back_button)
        hand.addWidget(self.keep_button)
        fields.addWidget(self.value_label)
        fields.addWidget(self.value_field, 1)
        fields.addWidget(self.amount_label)
        fields.addWidget(self.amount_field, 1)
        rows = QVBoxLayout(self._controls)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(6)
        rows.addLayout(hand)
        rows.addLayout(fields)
        rows.addWidget(self.problem)
        rows.addWidget(self._scrolled(), 1)
        asked = QVBoxLayout(self._instead)
        asked.setContentsMargins(0, 0, 0, 0)
        asked.addWidget(self.refusal)
        asked.addWidget(self.sample_button, 0, Qt.AlignmentFlag.AlignLeft)
        asked.addStretch(1)
        self.panel.header.addWidget(self.chooser)
        self.put_in_corner(self.sample_field)
        self.panel.body.addWidget(self._controls, 1)
        self.panel.body.addWidget(self._instead, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.panel)

    def _scrolled(self) -> QScrollArea:
        scrolled = QWidget()
        scrolled.setObjectName("scrolled")
        inner = QVBoxLayout(scrolled)
        inner.setContentsMargins(0, 0, 4, 0)
        inner.setSpacing(5)
        for part in (self.formula, self.warnings, self.table, self.notes):
            inner.addWidget(part)
        inner.addStretch(1)
        self.scroll_area = QScrollArea()
        self.scroll_area.setFrameShape(QFrame.Shape.NoFrame)
        self.scroll_area.setWidgetResizable(True)
        self.scroll_area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.scroll_area.setWidget(scrolled)
        return self.scroll_area

    def _connect(self) -> None:
        nudge = self._nudge
        nudge.changed.connect(self._follow)
        self.chooser.chosen.connect(nudge.choose)
        self.sample_field.chosen.connect(nudge.look_at)
        self.slider.moved.connect(self._slide)
        self.slider.stepped.connect(nudge.step)
        self.slider.confirmed.connect(nudge.keep)
        for field in (self.value_field, self.amount_field):
            field.fine_stepped.connect(nudge.step)
            field.confirmed.connect(nudge.keep)
            field.text_dropped.connect(nudge.accept)
        self.value_field.text_entered.connect(self._enter_value)
        self.amount_field.text_entered.connect(self._enter_amount)
        self.back_button.clicked.connect(nudge.put_back)
        self.keep_button.clicked.connect(nudge.keep)
        self.sample_button.clicked.connect(self._look_at_a_sample)

    def refresh(self) -> None:
        """Show the number, its value and its ripple."""
        nudge = self._nudge
        lever, result = nudge.lever, nudge.result
        self._controls.setVisible(lever is not None)
        self.chooser.setVisible(lever is not None)
        self.sample_field.show_sample(nudge.sample if nudge.samples > 1 else 1, nudge.samples)
        self._instead.setVisible(lever is None and nudge.needs_sample)
        if lever is None or result is None:
            self.panel.set_title(self.tr("Nudge"))
            self.panel.title_label.show()
            return
        network = result.project.network
        symbol = nudge.symbol.text
        self.panel.set_title(self.tr("Nudge {symbol}").format(symbol=symbol), symbol)
        # The list of pages names the page, and the symbol stands below: the chooser has the room.
        self.panel.title_label.hide()
        self.chooser.show_lever(lever, network, cost_of(network.cost).uses_targets)
        self._show_value(symbol)
        ripple = nudge.ripple
        self.table.show_rows(() if ripple is None else ripple_rows(ripple))
        self.formula.setText(formula_text(nudge))
        warned = " ".join(words.text(each) for each in warnings(nudge))
        self.warnings.setText(warned)
        self.warnings.setVisible(bool(warned))
        self.notes.setText(" ".join(words.text(each) for each in notes(nudge)))
        self.problem.setVisible(nudge.problem is not None)
        self.problem.setText("" if nudge.problem is None else words.problem_text(nudge.problem))

    def _show_value(self, symbol: str) -> None:
        nudge = self._nudge
        self.value_label.setText(symbol)
        self.amount_label.setText(f"Δ{symbol}")
        for field, number in ((self.value_field, nudge.value), (self.amount_field, nudge.amount)):
            field.show_number(number)
            field.setToolTip(repr(number))
        if nudge.problem is None:
            self.value_field.show_refused(False)
            self.amount_field.show_refused(False)
        self.slider.show_position(nudge.range.position(nudge.value))
        self.back_button.setEnabled(nudge.live or nudge.problem is not None)
        self.keep_button.setEnabled(nudge.can_keep)
        self.keep_button.setToolTip(self._words_of_keeping())
        names = (
            (self.slider, self.tr("Value of {symbol}")),
            (self.value_field, self.tr("New value of {symbol}")),
            (self.amount_field, self.tr("Change of {symbol}")),
        )
        for control, name in names:
            control.setAccessibleName(name.format(symbol=symbol))

    def _slide(self, position: int) -> None:
        self._nudge.move_to(self._nudge.range.value(position))

    def _enter_value(self, text: str) -> None:
        number = self._read(self.value_field, text)
        if number is not None:
            self._nudge.move_to(number)
            self.refresh()

    def _enter_amount(self, text: str) -> None:
        number = self._read(self.amount_field, text)
        if number is not None:
            self._nudge.move_by(number)
            self.refresh()

    def _read(self, field: NudgeField, text: str) -> float | None:
        try:
            number = read_number(text)
        except Problem as problem:
            field.show_refused(True)
            self._nudge.refuse(problem)
            return None
        field.show_refused(False)
        return number

    def _words_of_keeping(self) -> str:
        if self._nudge.problem is not None:
            return mend_first()
        return self.tr("Make it an edit, which can be undone (Enter)")

    def _look_at_a_sample(self) -> None:
        self._scope.choose(self._scope.last_sample)

    def _retranslate(self) -> None:
        self.back_button.setText(self.tr("Put back"))
        self.back_button.setToolTip(self.tr("Put the number back (Esc)"))
        self.keep_button.setText(self.tr("Keep"))
        self.keep_button.setToolTip(self._words_of_keeping())
        for button in (self.back_button, self.keep_button):
            button.setAccessibleName(button.text())
        self.refusal.setText(self.tr("A nudge belongs to one sample. Choose a sample to nudge."))
        text = self.tr("Look at sample {sample}").format(
            sample=words.count(self._scope.last_sample)
        )
        self.sample_button.setText(text)
        self.sample_button.setAccessibleName(text)
        self.scroll_area.setAccessibleName(self.table.accessibleName())

    def finish_drawing(self) -> None:
        """Have the ripple at once."""
        self._nudge.finish()
        self.refresh()

    # Qt overrides

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape puts the number back."""
        if event.key() == Qt.Key.Key_Escape and (self._nudge.live or self._nudge.problem):
            self._nudge.put_back()
            return
        super().keyPressEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        """A drag in the diagram nudges while the page is open."""
        self._nudge.set_watched(True)
        super().showEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        """What was moved goes back, unless only the window is out of sight."""
        super().hideEvent(event)
        if not event.spontaneous():
            self._nudge.set_watched(False)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
