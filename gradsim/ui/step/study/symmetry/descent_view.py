"""Gradient steps in memory: buttons that take them, the plot of the drift, and what it came to."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from gradsim.engine.problems import Problem
from gradsim.engine.symmetry.drift import Drift
from gradsim.ui.builder.fields import NumberField, mend_first
from gradsim.ui.plots.export.canvas_subject import CanvasSubject
from gradsim.ui.plots.export.subject import CaptionLine
from gradsim.ui.step.study.symmetry.drift_plot import DriftPlot
from gradsim.ui.workbench import Workbench
from gradsim.viewmodels import words
from gradsim.viewmodels.builder.cells import read_number
from gradsim.viewmodels.builder.number_text import Stepping
from gradsim.viewmodels.configuration import configuration_of
from gradsim.viewmodels.gradients.tables import Table
from gradsim.viewmodels.step.numerals import numeral
from gradsim.viewmodels.step.symmetry.descent import (
    HIGHEST_RATE,
    LOWEST_RATE,
    DescentModel,
)
from gradsim.viewmodels.step.walk.steps import Symbol

_COUNTS = (1, 10, 100)
_MOST_LINES = 5
_ICON_WIDTH = 32


class DescentView(QWidget):
    """Takes steps of the network and of its twin, side by side."""

    def __init__(
        self, workbench: Workbench, model: DescentModel, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._stepper = workbench.stepper
        self._theme = workbench.theme
        self._model = model
        self._chosen = 1
        self.rate_label = QLabel()
        self.rate_field = NumberField(Stepping(LOWEST_RATE, HIGHEST_RATE, 0.1, integer=False))
        self.problem_label = QLabel()
        self.step_buttons = tuple(QPushButton() for _ in _COUNTS)
        self.over_button = QPushButton()
        self.legend = QLabel()
        self.plot = DriftPlot(workbench.theme)
        exported = CanvasSubject(self.plot, workbench.theme, "rows-drift")
        exported.caption, exported.configuration = self._caption, self._configuration
        exported.table = self._table
        self.told = QLabel()
        self._build()
        self.rate_field.text_entered.connect(self._enter_rate)
        self.rate_field.text_dropped.connect(self._accept_rate)
        self.rate_field.stepped.connect(self._step_rate)
        for button in self.step_buttons:
            button.clicked.connect(self._take)
        self.over_button.clicked.connect(model.start_over)
        workbench.theme.changed.connect(self._redraw_icon)
        model.changed.connect(self.refresh)
        model.busy_changed.connect(self._follow_busy)

    def _build(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        line = QHBoxLayout()
        line.setSpacing(5)
        self.rate_field.setFixedWidth(78)
        line.addWidget(self.rate_label)
        line.addWidget(self.rate_field)
        for button, count in zip(self.step_buttons, _COUNTS, strict=True):
            button.setProperty("steps", count)
            button.setAutoDefault(False)
            line.addWidget(button)
        self.over_button.setAutoDefault(False)
        self.over_button.setFixedWidth(_ICON_WIDTH)
        line.addWidget(self.over_button)
        line.addStretch(1)
        layout.addLayout(line)
        self.problem_label.setProperty("problem", True)
        self.legend.setProperty("muted", True)
        for label in (self.problem_label, self.legend, self.told):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
        layout.addWidget(self.problem_label)
        layout.addWidget(self.legend)
        layout.addWidget(self.plot)
        layout.addWidget(self.told)
        self.problem_label.hide()
        self._redraw_icon()

    def _redraw_icon(self) -> None:
        self.over_button.setIcon(self._theme.icons.icon("first"))

    def show_layer(self, layer: int) -> None:
        """Draw `layer` (from 1) strongest."""
        if layer != self._chosen:
            self._chosen = layer
            self.refresh()

    def refresh(self) -> None:
        """Show what the steps came to, in the present language."""
        self._retranslate()
        found = self._model.descent
        instead = self.tr("Take a step: the rows of each W are compared after every one.")
        self.plot.show_drift(
            None if found is None else found.own,
            None if found is None else found.twin,
            self._lines(),
            self._chosen,
            instead,
        )
        told = self._told()
        self.told.setText(told)
        self.plot.setAccessibleName(self.tr("Largest difference between rows of a W"))
        self.plot.setAccessibleDescription(told)
        self._follow_busy()

    def _caption(self) -> Sequence[CaptionLine]:
        rate = f"η = {numeral(self._model.rate)}"
        return ((None, f"{self.plot.accessibleName()}, {rate}"), (None, self._legend()))

    def _configuration(self) -> Sequence[str]:
        return configuration_of(self._stepper.result)

    def _table(self) -> Table:
        from gradsim.viewmodels.step.picture_tables import drift_table

        found = self._model.descent
        return Table((), ()) if found is None else drift_table(found.own, found.twin)

    def _lines(self) -> tuple[tuple[int, str], ...]:
        """The layers that have rows to compare, the chosen one and its neighbours first."""
        result = self._stepper.result
        if result is None:
            return ()
        layers = result.project.network.layers
        several = [number for number, each in enumerate(layers, 1) if each.units > 1]
        nearest = sorted(several, key=lambda number: abs(number - self._chosen))[:_MOST_LINES]
        return tuple((number, Symbol("W", number).text) for number in sorted(nearest))

    def _told(self) -> str:
        found = self._model.descent
        if found is None:
            return ""
        lines = [
            self.tr("After {steps} steps, the largest difference between two rows:").format(
                steps=words.count(found.own.steps)
            ),
            self._line(self.tr("this network"), found.own),
        ]
        if found.twin is not None:
            lines.append(self._line(words.text(found.twin_name), found.twin))
        if found.own.diverged is not None:
            text = self.tr("After step {step} a number was no longer finite: η is too large.")
            lines.append(text.format(step=words.count(found.own.diverged)))
        return "\n".join(lines)

    def _line(self, name: str, drift: Drift) -> str:
        zero = self.tr("exactly 0")
        spreads = " · ".join(
            f"{symbol} {numeral(float(spread), 3) if spread else zero}"
            for (layer, symbol) in self._lines()
            for spread in (drift.spreads[-1, layer - 1],)
        )
        return self.tr("{name}: {spreads} (cost {first} → {last})").format(
            name=name,
            spreads=spreads,
            first=numeral(float(drift.costs[0])),
            last=numeral(float(drift.costs[-1])),
        )

    def _legend(self) -> str:
        found, result = self._model.descent, self._stepper.result
        if result is None:
            return ""
        text = self.tr(
            "Plain gradient steps on all {samples} samples, in memory: the network stays as it is."
        )
        told = text.format(samples=words.count(result.materials.samples))
        if found is not None and found.twin is not None:
            twin = self.tr("Solid: this network. Dashed: {twin}.")
            told = f"{told} {twin.format(twin=words.text(found.twin_name))}"
        return told

    def _retranslate(self) -> None:
        self.rate_label.setText("η")
        self.rate_field.show_number(self._model.rate)
        self.rate_field.setAccessibleName(self.tr("η, the length of a gradient step"))
        self.rate_field.setToolTip(self.tr("η, the length of a gradient step"))
        for button, count in zip(self.step_buttons, _COUNTS, strict=True):
            button.setText(f"+{count}")
            name = self.tr("Take {count} gradient steps").format(count=count)
            button.setAccessibleName(name)
        self.over_button.setAccessibleName(self.tr("Start over"))
        self.over_button.setToolTip(self.over_button.accessibleName())
        self.legend.setText(self._legend())

    def _follow_busy(self) -> None:
        refused = self.rate_field.refused
        can = self._model.can_step and not self._model.busy and not refused
        for button in self.step_buttons:
            button.setEnabled(can)
            button.setToolTip(mend_first() if refused else button.accessibleName())
        self.over_button.setEnabled(self._model.descent is not None)

    # Acting

    def _take(self) -> None:
        self._model.take(int(self.sender().property("steps")))

    def _step_rate(self, rate: float) -> None:
        self._accept_rate()
        self._model.set_rate(rate)

    def _enter_rate(self, text: str) -> None:
        try:
            rate = read_number(text)
        except Problem as problem:
            self._refuse_rate(words.problem_text(problem))
            return
        if not LOWEST_RATE <= rate <= HIGHEST_RATE:
            told = self.tr("η must lie between {lowest} and {highest}.")
            self._refuse_rate(
                told.format(lowest=numeral(LOWEST_RATE, 1), highest=numeral(HIGHEST_RATE))
            )
            return
        self._accept_rate()
        self._model.set_rate(rate)

    def _refuse_rate(self, told: str) -> None:
        self.problem_label.setText(told)
        self.problem_label.show()
        self.rate_field.show_refused(True)
        self._follow_busy()

    def _accept_rate(self) -> None:
        self.problem_label.hide()
        self.rate_field.show_refused(False)
        self._follow_busy()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.refresh()
