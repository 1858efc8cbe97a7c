"""The page beside the card on which w ← w − η ∂C/∂w is looked at and taken."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from gradsim.engine.problems import Problem
from gradsim.ui.builder.fields import NumberField, mend_first
from gradsim.ui.builder.gesture_slider import GestureSlider
from gradsim.ui.panel import Panel
from gradsim.ui.segmented import Segmented
from gradsim.ui.step.study.page import StudyPage, StudyTools
from gradsim.ui.step.study.update.exported import ExportedStep
from gradsim.ui.step.study.update.line_plot import LinePlot
from gradsim.viewmodels import words
from gradsim.viewmodels.builder.cells import read_number
from gradsim.viewmodels.builder.number_text import Stepping
from gradsim.viewmodels.step.update.rates import RATE_STEPS, rate_at, rate_position
from gradsim.viewmodels.step.update.told import ETA, equation, lines, notes
from gradsim.viewmodels.step.update.update import Update
from gradsim.viewmodels.step.walk.steps import COST_SYMBOL

_LINES = 5
_NARROW = 380


class UpdatePage(StudyPage):
    """What moves and how far above; below the numbers, and the cost along the step."""

    def __init__(self, tools: StudyTools, parent: QWidget | None = None) -> None:
        super().__init__(tools, parent)
        workbench = tools.workbench
        self.update_model = Update(workbench.stepper, workbench.document, workbench.settings, self)
        self.panel = Panel()
        self.scope_label = QLabel()
        self.choice = Segmented(("parameter", "weights", "all"))
        self.rate_label = QLabel(ETA)
        self.rate_slider = GestureSlider()
        self.rate_field = NumberField(Stepping(1e-12, 1e12, 0.1, integer=False))
        self.take_button = QPushButton()
        self.equation = QLabel()
        self.names = [QLabel() for _ in range(_LINES)]
        self.values = [QLabel() for _ in range(_LINES)]
        self.notes = QLabel()
        self.problem = QLabel()
        self.plot = LinePlot(workbench.theme)
        ExportedStep(self.plot, workbench.theme, self.update_model)
        self._build()
        self._connect()
        self._retranslate()

    def _build(self) -> None:
        for label in (self.equation, self.notes, self.problem):
            label.setWordWrap(True)
        self.notes.setProperty("muted", True)
        self.problem.setProperty("problem", True)
        self.rate_slider.setRange(0, RATE_STEPS)
        self.rate_slider.setPageStep(RATE_STEPS // 6)
        self.rate_field.setFixedWidth(96)
        self.take_button.setProperty("primary", True)
        self.take_button.setAutoDefault(False)
        size = QHBoxLayout()
        size.setSpacing(6)
        size.addWidget(self.rate_label)
        size.addWidget(self.rate_slider, 1)
        size.addWidget(self.rate_field)
        size.addWidget(self.take_button)
        told = QHBoxLayout()
        told.setSpacing(10)
        told.addWidget(self._scrolled(), 6)
        told.addWidget(self.plot, 5)
        body = self.panel.body
        body.setSpacing(6)
        body.addLayout(size)
        body.addWidget(self.problem)
        body.addWidget(self.equation)
        body.addLayout(told, 1)
        self.scope_label.setProperty("muted", True)
        self.put_in_corner(self.scope_label, self.choice)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.panel)

    def _scrolled(self) -> QScrollArea:
        scrolled = QWidget()
        scrolled.setObjectName("scrolled")
        inner = QVBoxLayout(scrolled)
        inner.setContentsMargins(0, 0, 4, 0)
        inner.setSpacing(5)
        grid = QGridLayout()
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setVerticalSpacing(2)
        for row, (name, value) in enumerate(zip(self.names, self.values, strict=True)):
            name.setProperty("muted", True)
            name.setWordWrap(True)
            value.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            value.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Preferred)
            grid.addWidget(name, row, 0)
            grid.addWidget(value, row, 1)
        grid.setColumnStretch(0, 1)
        inner.addLayout(grid)
        inner.addWidget(self.notes)
        inner.addStretch(1)
        self.scroll_area = QScrollArea()
        self.scroll_area.setFrameShape(QFrame.Shape.NoFrame)
        self.scroll_area.setWidgetResizable(True)
        self.scroll_area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.scroll_area.setWidget(scrolled)
        return self.scroll_area

    def _connect(self) -> None:
        model = self.update_model
        model.changed.connect(self._follow)
        self.choice.chosen.connect(model.choose)
        self.rate_slider.moved.connect(self._slide)
        self.rate_field.stepped.connect(self._step_rate)
        self.rate_field.text_entered.connect(self._enter_rate)
        self.rate_field.text_dropped.connect(model.accept)
        self.take_button.clicked.connect(model.take)

    def refresh(self) -> None:
        """Show the step as it stands."""
        model = self.update_model
        self._show_scope()
        self.choice.show_value(model.moved)
        self.choice.set_text("parameter", model.symbol, self._words_of_choice()["parameter"])
        self._name_all()
        self.rate_field.show_number(model.rate)
        self.rate_field.show_refused(model.problem is not None)
        self.rate_slider.show_position(rate_position(model.rate))
        self.take_button.setEnabled(model.can_take)
        self.take_button.setToolTip(self._words_of_taking())
        self.problem.setVisible(model.problem is not None)
        self.problem.setText("" if model.problem is None else words.problem_text(model.problem))
        self._show_outcome()

    def _show_scope(self) -> None:
        """Whose gradient it is; a narrow page leaves that to the tip and the diagram's head."""
        result = self.update_model.result
        self.scope_label.setVisible(result is not None and not self._narrow)
        if result is None:
            return
        if result.sample is None:
            told = self.tr("batch of {samples}")
        else:
            told = self.tr("sample {sample}")
        samples = words.count(result.materials.samples)
        sample = words.count(result.sample or 0)
        self.scope_label.setText(told.format(sample=sample, samples=samples))
        self.choice.setToolTip(self.scope_label.text())
        name = self.tr("Update, {scope}").format(scope=self.scope_label.text())
        self.panel.setAccessibleName(name)

    def _show_outcome(self) -> None:
        model, outcome = self.update_model, self.update_model.outcome
        if outcome is None:
            self.equation.setText(self.tr("Computing…"))
            for label in (*self.names, *self.values, self.notes):
                label.clear()
            self.plot.show_outcome(None, self.tr("Computing…"))
            return
        self.equation.setText(equation(model, outcome))
        for line, name, value in zip(lines(outcome), self.names, self.values, strict=True):
            rule = "" if self._narrow else f" {line.rule}"
            name.setText(f"{words.text(line.name)}{rule}".strip())
            value.setText(f"<b>{line.value}</b>" if line.strong else line.value)
        said = " ".join(words.text(each) for each in notes(model, outcome))
        self.notes.setText(said)
        self.notes.setVisible(bool(said))
        self.plot.show_outcome(outcome, self.tr("No finite cost to show."))
        told = [f"{words.text(line.name)} {line.value}" for line in lines(outcome)]
        self.plot.setAccessibleDescription("; ".join(told))

    @property
    def _narrow(self) -> bool:
        return self.width() < _NARROW

    def _slide(self, position: int) -> None:
        self.update_model.set_rate(rate_at(position))

    def _step_rate(self, rate: float) -> None:
        self.update_model.set_rate(rate)

    def _enter_rate(self, text: str) -> None:
        try:
            rate = read_number(text)
        except Problem as problem:
            self.update_model.refuse(problem)
        else:
            self.update_model.set_rate(rate)

    def _name_all(self) -> None:
        """Biases alone are more than the weights, or γ and β too."""
        name = self._words_of_choice()["all"]
        text = self.tr("all") if self.update_model.learns_more else self.tr("+ biases")
        self.choice.set_text("all", text, name)
        self.choice.button("all").setToolTip(name)

    def _words_of_taking(self) -> str:
        if self.update_model.problem is not None:
            return mend_first()
        return self.tr("Update the network, which can be undone; the walk starts anew in it")

    def _words_of_choice(self) -> dict[str, str]:
        return {
            "parameter": self.tr("Move only {symbol}").format(symbol=self.update_model.symbol),
            "weights": self.tr("Move all weights"),
            "all": self.tr("Move all weights, biases, γ and β")
            if self.update_model.learns_more
            else self.tr("Move all weights and biases"),
        }

    def _retranslate(self) -> None:
        self.choice.setAccessibleName(self.tr("Which parameters move"))
        names = self._words_of_choice()
        self.choice.set_text("weights", self.tr("weights"), names["weights"])
        for value, name in names.items():
            self.choice.button(value).setToolTip(name)
        self._name_all()
        self.rate_slider.setAccessibleName(self.tr("Step size η"))
        self.rate_field.setAccessibleName(self.tr("Step size η, typed"))
        self.take_button.setText(self.tr("Take the step"))
        self.take_button.setAccessibleName(self.take_button.text())
        self.take_button.setToolTip(self._words_of_taking())
        self.plot.setAccessibleName(self.tr("The cost along the step"))
        tip = self.tr("Cost along w − t∇{cost}; dashed: the straight line of the gradient")
        self.plot.setToolTip(tip.format(cost=COST_SYMBOL.text))
        self.scroll_area.setAccessibleName(self.tr("What the step does"))

    def finish_drawing(self) -> None:
        """Have the outcome at once."""
        self.update_model.finish()
        self.refresh()

    def shut_down(self) -> None:
        """End the thread."""
        self.update_model.shut_down()

    # Qt overrides

    def showEvent(self, event: QShowEvent) -> None:
        """Compute while the page is open."""
        self.update_model.set_watched(True)
        super().showEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        """Compute nothing unseen."""
        super().hideEvent(event)
        if not event.spontaneous():
            self.update_model.set_watched(False)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A narrow page says less."""
        super().resizeEvent(event)
        self.rate_field.setFixedWidth(76 if self._narrow else 96)
        self._follow()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
