"""The legend of the runs, and the button that pins the network being built."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QLabel, QMenu, QToolButton, QVBoxLayout, QWidget

from gradsim.engine.problems import Problem
from gradsim.ui.gradients.run_row import RunRow
from gradsim.ui.theme import ThemeController
from gradsim.viewmodels import words
from gradsim.viewmodels.gradients.view import GradientsView, ShownRun
from gradsim.viewmodels.notation import written


class RunList(QWidget):
    """A row per run; `compact` rows keep to one line."""

    def __init__(
        self, view: GradientsView, theme: ThemeController, *, compact: bool = False
    ) -> None:
        super().__init__()
        self._view = view
        self._theme = theme
        self._compact = compact
        self._rows: dict[str, RunRow] = {}
        self._note = QLabel()
        self._note.setProperty("muted", True)
        self._note.setWordWrap(True)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(3)
        self._layout.addWidget(self._note)
        view.changed.connect(self.refresh)
        view.names_changed.connect(self.refresh)
        self.refresh()

    def row(self, letter: str) -> RunRow:
        """The row of a pin; of the open project for the empty letter."""
        return self._rows[letter]

    def refresh(self) -> None:
        """Make the rows match the runs."""
        shown = self._view.shown_runs()
        letters = [run.letter for run in shown]
        for letter in [each for each in self._rows if each not in letters]:
            row = self._rows.pop(letter)
            self._layout.removeWidget(row)
            row.hide()
            row.deleteLater()
        for index, run in enumerate(shown):
            row = self._rows.get(run.letter) or self._add_row(run, index)
            row.show_name(self._name(run))
        self._note.setText(self._note_text())
        self._note.setVisible(bool(self._note.text()))

    def _add_row(self, run: ShownRun, index: int) -> RunRow:
        row = RunRow(run.style, run.letter, self._theme, compact=self._compact)
        row.swap_asked.connect(self._view.runs.swap)
        row.remove_asked.connect(self._view.runs.remove)
        row.renamed.connect(self._view.runs.rename)
        self._rows[run.letter] = row
        self._layout.insertWidget(index, row)
        return row

    def _name(self, run: ShownRun) -> str:
        name = self._view.name_of(run)
        if run.pin is None:
            return self.tr("{name} (now)").format(name=name)
        if run.pin.problem is not None:
            reason = _reason(run.pin.problem)
            return self.tr("{name}: {reason}").format(name=name, reason=reason)
        return name or self.tr("the same as now")

    def _note_text(self) -> str:
        if not self._view.runs.mixed_samples:
            return ""
        return written(
            self.tr(
                "These batches have different numbers of samples N. ‖∂C/∂z‖ of a batch depends "
                "on N."
            )
        )

    def changeEvent(self, event: QEvent) -> None:
        """Another language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.refresh()


class PinButton(QToolButton):
    """Pins the network being built; with four pinned it asks which to replace."""

    def __init__(self, view: GradientsView, theme: ThemeController) -> None:
        super().__init__()
        self._view = view
        self._theme = theme
        self._menu = QMenu(self)
        self._menu.aboutToShow.connect(self._fill_menu)
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.clicked.connect(self._pin)
        view.changed.connect(self._follow)
        theme.changed.connect(self._recolor)
        self._recolor()
        self._retranslate()
        self._follow()

    def _follow(self) -> None:
        self.setMenu(self._menu if self._view.runs.full else None)  # type: ignore[arg-type]

    def _pin(self) -> None:
        if not self._view.runs.full:
            self._view.runs.pin_now()

    def _fill_menu(self) -> None:
        self._menu.clear()
        heading = self._menu.addAction(self.tr("Four runs are pinned. Replace which?"))
        heading.setEnabled(False)
        for run in self._view.shown_runs()[1:]:
            name = self._view.name_of(run) or self.tr("the same as now")
            text = f"{run.letter}  {name}".replace("&", "&&")
            self._menu.addAction(text, partial(self._view.runs.pin_now, run.letter))

    def _recolor(self) -> None:
        self.setIcon(self._theme.icons.icon("pin"))

    def _retranslate(self) -> None:
        self.setText(self.tr("Pin"))
        self.setToolTip(self.tr("Keep this network's curve beside what you build next"))
        self.setAccessibleName(self.tr("Pin the network being built"))

    def changeEvent(self, event: QEvent) -> None:
        """Another language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()


def _reason(problem: Problem) -> str:
    return words.problem_text(problem)
