"""The cell that is looked at: its profile with bands, its verdict, why, and what to do with it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from gradsim.engine.ensembles import Spread
from gradsim.ui.compare.grid.spread_plot import SpreadPlot
from gradsim.ui.compare.grid.why import WhyView
from gradsim.ui.compare.race.link import RaceLink
from gradsim.ui.panel import Panel
from gradsim.ui.plots.export.subject import CaptionLine
from gradsim.ui.theme import ThemeController
from gradsim.viewmodels import words
from gradsim.viewmodels.compare.grid.cell_table import cell_readout, cell_table
from gradsim.viewmodels.compare.grid.cell_words import cell_lines, verdict_text
from gradsim.viewmodels.compare.grid.view import GridView
from gradsim.viewmodels.configuration import configuration
from gradsim.viewmodels.gradients.quantities import statistic_symbol
from gradsim.viewmodels.gradients.tables import Table
from gradsim.viewmodels.race.entrants import Entrants


class SidePanel(Panel):
    """Follows the present cell."""

    load_asked = Signal(object)
    pin_asked = Signal(object)
    race_asked = Signal(object)

    def __init__(
        self, view: GridView, theme: ThemeController, entrants: Entrants | None = None
    ) -> None:
        super().__init__()
        self._view = view
        self.name_label, self.numbers_label, self.verdict_label = QLabel(), QLabel(), QLabel()
        self.plot = SpreadPlot(theme)
        self._theme = theme
        self._why: WhyView | None = None
        self.load_button, self.pin_button, self.why_button = (QPushButton() for _ in range(3))
        self.race_button = QPushButton()
        self.hint = QLabel()
        if entrants is not None:
            self.header.addWidget(RaceLink(entrants))
        self._build()
        self.plot.reading.set_reader(self._readout)
        self.plot.table = self._table
        self.plot.caption = self._caption
        self.plot.configuration = self._configuration
        view.current_changed.connect(self.refresh)
        self._retranslate()

    @property
    def why(self) -> WhyView:
        """The attribution, made when it is first asked for."""
        if self._why is None:
            self._why = WhyView(self._view, self._theme)
            self._why.hide()
            self._rows.addWidget(self._why, 3)
        return self._why

    @property
    def spread(self) -> Spread | None:
        """The profile that is drawn."""
        current = self._view.current
        result = None if current is None else self._view.result(current)
        if result is None or result.profiles is None:
            return None
        choice = self._view.choice
        return result.profiles[choice.quantity, choice.statistic]

    def _configuration(self) -> Sequence[str]:
        current = self._view.current
        result = None if current is None else self._view.result(current)
        return () if result is None or result.project is None else configuration(result.project)

    def _build(self) -> None:
        self.name_label.setProperty("heading", True)
        self.hint.setProperty("muted", True)
        for label in (self.name_label, self.numbers_label, self.verdict_label, self.hint):
            label.setWordWrap(True)
        self.hint.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.why_button.setCheckable(True)
        self.why_button.toggled.connect(self._show_why)
        self.load_button.clicked.connect(self._load)
        self.pin_button.clicked.connect(self._pin)
        self.race_button.clicked.connect(self._race)
        buttons = QHBoxLayout()
        buttons.setSpacing(6)
        for button in (self.load_button, self.pin_button, self.race_button, self.why_button):
            buttons.addWidget(button)
        buttons.addStretch(1)
        self._content = QWidget()
        rows = self._rows = QVBoxLayout(self._content)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(6)
        rows.addWidget(self.name_label)
        rows.addLayout(buttons)
        rows.addWidget(self.numbers_label)
        rows.addWidget(self.verdict_label)
        rows.addWidget(self.plot, 3)
        rows.addStretch(0)
        self.body.addWidget(self._content, 1)
        self.body.addWidget(self.hint, 1)

    def refresh(self) -> None:
        """Show what is known of the cell."""
        current = self._view.current
        self._content.setVisible(current is not None)
        self.hint.setVisible(current is None)
        if current is None:
            return
        name, *numbers = cell_lines(self._view, current)
        self.name_label.setText(name)
        verdict = verdict_text(self._view, current)
        self.numbers_label.setText("\n".join(numbers))
        self.verdict_label.setText(verdict)
        self.verdict_label.setVisible(bool(verdict))
        result, spread = self._view.result(current), self.spread
        possible = not self._view.reason(current)
        for button in (self.load_button, self.pin_button, self.race_button):
            button.setEnabled(possible)
        self.why_button.setEnabled(result is not None and spread is not None)
        choice = self._view.choice
        symbol = words.text(statistic_symbol(choice.quantity, choice.statistic))
        self.plot.setVisible(spread is not None)
        self.plot.set_titles(symbol, self.tr("layer"))
        self.plot.show_spread(spread)
        if self._why is not None:
            self._why.setVisible(self.why_button.isChecked() and spread is not None)
            self._why.refresh()

    def finish(self) -> None:
        """Wait for the attribution: for a picture."""
        if self._why is not None:
            self._why.cause.finish()

    def shut_down(self) -> None:
        """End the thread of the attribution."""
        if self._why is not None:
            self._why.cause.shut_down()

    def toggle_why(self) -> None:
        """Open the attribution, or close it."""
        if self.why_button.isEnabled():
            self.why_button.toggle()

    def _show_why(self, shown: bool) -> None:
        if shown or self._why is not None:
            self.why.setVisible(shown and self.spread is not None)
            self.why.refresh()

    def _load(self) -> None:
        self.load_asked.emit(self._view.current)

    def _pin(self) -> None:
        self.pin_asked.emit(self._view.current)

    def _race(self) -> None:
        self.race_asked.emit(self._view.current)

    def _readout(self, stop: int) -> Sequence[str]:
        spread = self.spread
        return () if spread is None else cell_readout(spread, stop)

    def _table(self) -> Table:
        return cell_table(self.spread)

    def _caption(self) -> Sequence[CaptionLine]:
        current = self._view.current
        if current is None:
            return ()
        return [(None, line) for line in (*cell_lines(self._view, current)[:2], self._about())]

    def _about(self) -> str:
        setup = self._view.setup
        said = self.tr("depth {depth}, width {width}, {seeds} seeds")
        return said.format(depth=setup.depth, width=setup.width, seeds=setup.seeds)

    def _retranslate(self) -> None:
        self.set_title(self.tr("Cell"))
        self.hint.setText(
            self.tr(
                "Point at a cell, or walk the grid with the arrow keys, to see its profile. A "
                "click, or Enter, opens it in the builder; Undo takes that back."
            )
        )
        self.load_button.setText(self.tr("Load"))
        self.load_button.setToolTip(
            self.tr("Open this cell in the builder (Enter, or a click on the cell)")
        )
        self.load_button.setAccessibleName(self.tr("Load the cell into the builder"))
        self.pin_button.setText(self.tr("Pin"))
        self.pin_button.setToolTip(self.tr("Keep this cell as a run (Space)"))
        self.pin_button.setAccessibleName(self.tr("Pin the cell as a run"))
        self.race_button.setText(self.tr("Race"))
        self.race_button.setToolTip(self.tr("Let this cell race against others (R)"))
        self.race_button.setAccessibleName(self.tr("Let the cell race"))
        self.why_button.setText(self.tr("Why?"))
        self.why_button.setToolTip(self.tr("Whose fault it is: the decades of every layer (W)"))
        self.why_button.setAccessibleName(self.tr("Attribution of the cell"))
        self.plot.setAccessibleName(self.tr("Profile of the cell"))
        self.plot.setAccessibleDescription(
            self.tr("Arrow keys read median, quartiles and extremes layer by layer")
        )
        self.refresh()

    def changeEvent(self, event: QEvent) -> None:
        """Another language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
