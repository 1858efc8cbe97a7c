"""The page of the output's two ways: it has a walk of its own, factor by factor."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSignalBlocker, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from gradsim.engine.problems import Problem
from gradsim.ui.count_field import CountField
from gradsim.ui.panel import Panel
from gradsim.ui.segmented import Segmented
from gradsim.ui.step.grids_view import GridsView
from gradsim.ui.step.study.page import StudyPage, StudyTools
from gradsim.ui.step.study.two_ways.ways_canvas import WaysCanvas
from gradsim.viewmodels import words
from gradsim.viewmodels.notation import current, unit_number
from gradsim.viewmodels.step.card.plain_formula import plain_formula
from gradsim.viewmodels.step.numerals import numeral
from gradsim.viewmodels.step.two_ways.lines import LAST, Line
from gradsim.viewmodels.step.two_ways.pairs import PAIRS
from gradsim.viewmodels.step.two_ways.view import TwoWaysView

_LOW = 200


class TwoWaysPage(StudyPage):
    """A pair above, the ways in the middle; below Back, Next and which output."""

    def __init__(self, tools: StudyTools, parent: QWidget | None = None) -> None:
        super().__init__(tools, parent)
        bench = tools.workbench
        self._scope = bench.scope
        self._view = TwoWaysView(bench.stepper, bench.document, self)
        self.panel = Panel()
        self.pair_switch = Segmented(tuple(PAIRS))
        self.unit_box = CountField(1, 1)
        self.canvas = WaysCanvas(tools.equations, bench.theme)
        self.grids = GridsView(bench.theme)
        self.sentence_label = _sentence()
        self.offer_label = _sentence()
        self.use_button = QPushButton()
        self.sample_button = QPushButton()
        self.back_button = QPushButton()
        self.next_button = QPushButton()
        self.stage_label = QLabel()
        self.scroll_area = QScrollArea()
        self._build()
        self._connect()
        self._retranslate()

    def _build(self) -> None:
        self.put_in_corner(self.pair_switch)
        scrolled = QWidget()
        scrolled.setObjectName("scrolled")
        self._inner = inner = QVBoxLayout(scrolled)
        inner.setContentsMargins(0, 0, 4, 0)
        inner.setSpacing(6)
        for each in (self.sentence_label, self.canvas, self.grids, self.offer_label):
            inner.addWidget(each)
        for button in (self.use_button, self.sample_button):
            button.setAutoDefault(False)
            inner.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        inner.addStretch(1)
        self.scroll_area.setFrameShape(QFrame.Shape.NoFrame)
        self.scroll_area.setWidgetResizable(True)
        self.scroll_area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.scroll_area.setWidget(scrolled)
        self.panel.body.addWidget(self.scroll_area, 1)
        self.stage_label.setProperty("muted", True)
        row = QHBoxLayout()
        row.setSpacing(8)
        for button in (self.back_button, self.next_button):
            button.setAutoDefault(False)
            row.addWidget(button)
        row.addWidget(self.stage_label)
        row.addStretch(1)
        row.addWidget(self.unit_box)
        self.panel.body.addLayout(row)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.panel)

    def _connect(self) -> None:
        self._view.changed.connect(self._follow_view)
        self.pair_switch.chosen.connect(self._view.choose_pair)
        self.unit_box.valueChanged.connect(self._choose_unit)
        self.canvas.stepped.connect(self._step)
        self.next_button.clicked.connect(self._next)
        self.back_button.clicked.connect(self._back)
        self.use_button.clicked.connect(self._view.use_pair)
        self.sample_button.clicked.connect(self._look_at_a_sample)

    def _choose_unit(self, number: int) -> None:
        self._view.choose_unit(number + 1 - current().first_index)

    def refresh(self) -> None:
        """Show the ways as far as they are revealed, or why there are none."""
        view = self._view
        view.follow()
        there = view.ways is not None
        self.pair_switch.show_value(view.pair.activation)
        with QSignalBlocker(self.unit_box):
            first = current().first_index
            self.unit_box.setRange(first, view.units - 1 + first)
            self.unit_box.setValue(unit_number(view.unit))
        self.unit_box.setPrefix("i " if view.pair.is_softmax else "j ")
        widest = self.unit_box.fontMetrics().horizontalAdvance(f"j {view.units}")
        self.unit_box.setFixedWidth(widest + 46)
        self.unit_box.setVisible(view.units > 1)
        self.canvas.setVisible(there)
        lines = view.lines
        self.canvas.show_lines(lines, view.line, self._told() if there else "")
        self.grids.show_grids(view.grids)
        self.sentence_label.setVisible(not there)
        self.sentence_label.setText("" if there else self._told())
        self._show_offer()
        self._show_stage(there)
        self._speak(lines)

    def finish_drawing(self) -> None:
        """Nothing is pending but the equations, which the workspace finishes."""

    def _told(self) -> str:
        view = self._view
        if isinstance(view.refusal, Problem):
            return words.problem_text(view.refusal)
        if view.refusal is not None:
            return words.text(view.refusal)
        return "" if view.sentence is None else words.text(view.sentence)

    def _show_offer(self) -> None:
        """Where the network has another output: say so, and offer the pair or say why not."""
        view = self._view
        in_batch = self._scope.sample is None
        self.sample_button.setVisible(in_batch)
        sample = words.count(self._scope.last_sample)
        self.sample_button.setText(self.tr("Look at sample {sample}").format(sample=sample))
        imagined = view.imagined and view.ways is not None
        problem = view.offer if imagined else None
        self.offer_label.setVisible(imagined)
        self.use_button.setVisible(imagined and problem is None)
        self.use_button.setText(words.translated("TwoWays", view.pair.use))
        if not imagined:
            return
        upon = self.tr(
            "The network has another output; the numbers are of this pair on its {letter}."
        )
        told = upon.format(letter=view.letter)
        target = view.brings_targets
        if problem is not None:
            told = f"{told} {words.problem_text(problem)}"
        elif target is not None:
            brought = self.tr("Chosen, it comes with a target of its own: y = {target}.")
            told = f"{told} {brought.format(target=numeral(target))}"
        self.offer_label.setText(told)

    def _show_stage(self, there: bool) -> None:
        stage = self._view.stage
        on_button = next(
            (each for each in (self.back_button, self.next_button) if each.hasFocus()), None
        )
        self.back_button.setEnabled(there and stage > 0)
        self.next_button.setEnabled(there and stage < LAST)
        self.stage_label.setText(f"{stage} / {LAST}" if there else "")
        self.stage_label.setAccessibleName(
            self.tr("Stage {stage} of {count}").format(stage=stage, count=LAST)
        )
        if on_button is not None and not on_button.isEnabled():
            (self.back_button if stage else self.next_button).setFocus()

    def _speak(self, lines: tuple[Line, ...]) -> None:
        """Give screen readers the ways in words."""
        told = [_spoken(line) for line in lines if line.terms[0].revealed]
        self.canvas.setAccessibleDescription(" ".join([*told, self._told()]))

    def _step(self, stages: int) -> None:
        self._view.go_to(self._view.stage + stages)

    def _follow_view(self) -> None:
        self.refresh()
        self._reveal()

    def _reveal(self) -> None:
        """Scroll the line at hand into sight, its end before its beginning."""
        self._inner.activate()
        box = self.canvas.current_box.translated(0.0, float(self.canvas.y()))
        if not self.grids.isHidden():
            box.setBottom(float(self.grids.geometry().bottom()))
        bar, room = self.scroll_area.verticalScrollBar(), self.scroll_area.viewport().height()
        bar.setMaximum(max(bar.maximum(), self._inner.sizeHint().height() - room))
        if box.bottom() + 4 > bar.value() + room:
            bar.setValue(round(box.bottom() + 4 - room))
        if box.top() < bar.value():
            bar.setValue(round(box.top()))

    def _next(self) -> None:
        self._step(1)

    def _back(self) -> None:
        self._step(-1)

    def _look_at_a_sample(self) -> None:
        self._scope.choose(self._scope.last_sample)

    def _retranslate(self) -> None:
        self.panel.setAccessibleName(self.tr("Output layer"))
        self.canvas.setAccessibleName(self.panel.accessibleName())
        for name in PAIRS:
            self.pair_switch.set_text(name, words.activation_label(name).split("(")[0].strip())
        self.pair_switch.setAccessibleName(self.tr("Output activation with its cross-entropy"))
        self.unit_box.setAccessibleName(self.tr("Output unit"))
        self.unit_box.setToolTip(self.unit_box.accessibleName())
        self.back_button.setText(self.tr("Back"))
        self.next_button.setText(self.tr("Next stage"))
        self.back_button.setToolTip(self.tr("One stage back (← in the formulas)"))
        self.next_button.setToolTip(self.tr("One stage on (→ in the formulas)"))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A low page leaves the shapes of small arrays unsaid."""
        super().resizeEvent(event)
        self.grids.set_brief(self.scroll_area.height() < _LOW)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)


def _spoken(line: Line) -> str:
    """One line as text: its name, the sign of its sum, its factors with their numbers."""
    parts = [plain_formula(line.lead)] if line.lead else []
    for term in line.terms:
        if not term.revealed:
            break
        text = plain_formula(rf"\frac{{{term.over}}}{{{term.under}}}" if term.under else term.over)
        value = f" ({term.number})" if term.number else ""
        parts.append(f"{term.join} {text}{value}".strip())
    return f"{words.text(line.name)}: {' '.join(parts)}."


def _sentence() -> QLabel:
    label = QLabel()
    label.setWordWrap(True)
    label.setProperty("muted", True)
    label.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
    return label
