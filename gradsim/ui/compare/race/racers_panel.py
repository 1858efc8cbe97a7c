"""Who races: a row each, the buttons that let others in, and what all of them share."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout

from gradsim.ui.compare.race.racer_row import RacerRow
from gradsim.ui.panel import Panel
from gradsim.ui.theme import ThemeController
from gradsim.viewmodels import words
from gradsim.viewmodels.gradients.runs import Runs
from gradsim.viewmodels.race.entrants import MOST, Racer
from gradsim.viewmodels.race.field_words import field_lines
from gradsim.viewmodels.race.session import RaceSession
from gradsim.viewmodels.race.wording import aside_message, score_message
from gradsim.viewmodels.training.wording import divergence_message


class RacersPanel(Panel):
    """Follows the session and the pinned runs."""

    def __init__(self, session: RaceSession, runs: Runs, theme: ThemeController) -> None:
        super().__init__()
        self._session, self._runs, self._theme = session, runs, theme
        self.rows: dict[int, RacerRow] = {}
        self.empty, self.shared, self.refusal = QLabel(), QLabel(), QLabel()
        self.open_button, self.runs_button, self.clear_button = (QPushButton() for _ in range(3))
        self._list = QVBoxLayout()
        self._list.setSpacing(0)
        self._build()
        session.changed.connect(self.refresh)
        session.progressed.connect(self.refresh)
        runs.changed.connect(self.refresh)
        self._retranslate()

    def _build(self) -> None:
        for label, kind in (
            (self.empty, "muted"), (self.shared, "muted"), (self.refusal, "problem"),
        ):  # fmt: skip
            label.setWordWrap(True)
            label.setProperty(kind, True)
        buttons = QHBoxLayout()
        buttons.setSpacing(6)
        for button in (self.open_button, self.runs_button):
            buttons.addWidget(button)
        buttons.addStretch(1)
        self.header.addWidget(self.clear_button)
        self.body.addLayout(self._list)
        self.body.addWidget(self.empty)
        self.body.addWidget(self.refusal)
        self.body.addLayout(buttons)
        self.body.addWidget(self.shared)
        self.open_button.clicked.connect(self._session.add_open)
        self.runs_button.clicked.connect(self._add_runs)
        self.clear_button.clicked.connect(self._session.entrants.clear)

    def refresh(self) -> None:
        """The racers as they stand."""
        session = self._session
        racers = session.entrants.racers
        numbers = [racer.number for racer in racers]
        for number in [each for each in self.rows if each not in numbers]:
            row = self.rows.pop(number)
            self._list.removeWidget(row)
            row.hide()
            row.deleteLater()
        for index, racer in enumerate(racers):
            if racer.number not in self.rows:
                self._add_row(index, racer.number)
            self.rows[racer.number].show_racer(session.name(racer.number), self._told(racer))
        self.empty.setVisible(not racers)
        self.clear_button.setVisible(bool(racers))
        self.runs_button.setVisible(bool(self._runs.pins))
        for button in (self.open_button, self.runs_button):
            button.setEnabled(len(racers) < MOST)
        refused = session.entrants.refused
        self.refusal.setText("" if refused is None else words.problem_text(refused))
        self.refusal.setVisible(refused is not None)
        self.shared.setText("\n".join(field_lines(session.field)))
        self.set_note(
            self.tr("{count} of {most}").format(count=len(racers), most=MOST) if racers else ""
        )

    def _add_row(self, index: int, number: int) -> None:
        row = RacerRow(number, self._theme)
        row.load_asked.connect(self._session.load)
        row.remove_asked.connect(self._session.entrants.remove)
        self.rows[number] = row
        self._list.insertWidget(index, row)

    def _told(self, racer: Racer) -> str:
        """How a racer does."""
        session = self._session
        if session.waits(racer):
            return self.tr("waits for the next race")
        for seen in session.racing:
            if seen.number == racer.number:
                if seen.problem is not None:
                    return words.problem_text(seen.problem)
                if seen.divergence is not None:
                    return words.text(divergence_message(seen.divergence))
                aside = aside_message(seen)
                said = (score_message(seen), *(() if aside is None else (aside,)))
                return "\n".join(map(words.text, said))
        return ""

    def _add_runs(self) -> None:
        pins = self._runs.pins
        self._session.entrants.enter([run.project for run in pins], [run.origin for run in pins])

    def _retranslate(self) -> None:
        self.set_title(self.tr("Racers"))
        self.empty.setText(
            self.tr(
                "Nobody is in the race yet. Add the open network here, cells of the grid with R, "
                "or the pinned runs: up to four train side by side."
            )
        )
        self.open_button.setText(self.tr("Add this network"))
        self.open_button.setToolTip(self.tr("Let the network that is open in the builder race"))
        self.runs_button.setText(self.tr("Add the runs"))
        self.runs_button.setToolTip(self.tr("Let the pinned runs A to D race"))
        self.clear_button.setText(self.tr("Clear"))
        self.clear_button.setToolTip(self.tr("Take everyone out of the race"))
        self.refresh()

    def changeEvent(self, event: QEvent) -> None:
        """Another language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
