"""The runs beside their plot: pin, name, swap, remove; equal conditions; differences in words."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QCheckBox, QLabel, QPushButton, QVBoxLayout, QWidget

from gradsim.ui.gradients.run_list import PinButton, RunList
from gradsim.ui.panel import Panel
from gradsim.ui.theme import ThemeController
from gradsim.viewmodels import words
from gradsim.viewmodels.compare.runs.view import RunsView
from gradsim.viewmodels.gradients.view import ShownRun


class ComparedRuns(RunList):
    """The legend of the runs as they are measured here."""

    def __init__(self, view: RunsView, theme: ThemeController) -> None:
        self._compared = view
        super().__init__(view, theme)

    def _name(self, run: ShownRun) -> str:
        name = super()._name(run)
        if run.pin is None:
            return name
        problem = self._compared.measured(run.pin).problem
        if problem is None or run.pin.problem is not None:
            return name
        return self.tr("{name}: {reason}").format(name=name, reason=words.problem_text(problem))

    def _note_text(self) -> str:
        return "" if self._compared.conditions.same else super()._note_text()


class RunsPanel(Panel):
    """The list with the switch for equal conditions and what the switch does to each pin."""

    race_asked = Signal()
    """The open network and the pinned runs are to race."""

    def __init__(self, view: RunsView, theme: ThemeController) -> None:
        super().__init__()
        self._view = view
        self.race_button = QPushButton()
        self.race_button.clicked.connect(self.race_asked)
        self.header.addWidget(self.race_button)
        self.pin_button = PinButton(view, theme)
        self.header.addWidget(self.pin_button)
        self.empty = _words()
        self.list = ComparedRuns(view, theme)
        self.same_box = QCheckBox()
        self.imposed = _words()
        self.body.addWidget(self.list)
        self.body.addWidget(self.empty)
        self.body.addWidget(self.same_box)
        self.body.addWidget(self.imposed)
        self.same_box.toggled.connect(view.conditions.choose_same)
        view.changed.connect(self.refresh)
        view.names_changed.connect(self.refresh)
        self._retranslate()

    def refresh(self) -> None:
        """Say what was imposed, or how to pin."""
        pinned = bool(self._view.runs.pins)
        self.same_box.setChecked(self._view.conditions.same)
        self.empty.setVisible(not pinned)
        self.same_box.setVisible(pinned)
        self.race_button.setVisible(pinned)
        said = list(self._view.imposed_words()) if self._view.conditions.same else []
        if said:
            said.append(
                self.tr(
                    "Layers, cost and typed numbers stay each run's own. The same seed draws the "
                    "same weights where a layer's place, shape and initializer agree."
                )
            )
        self.imposed.setText("\n".join(said))
        self.imposed.setVisible(bool(said))

    def _retranslate(self) -> None:
        self.set_title(self.tr("Runs"))
        self.race_button.setText(self.tr("Race these"))
        self.race_button.setToolTip(
            self.tr("Train the runs and the open network side by side, four at most")
        )
        self.same_box.setText(self.tr("same seed and data as now"))
        self.same_box.setToolTip(
            self.tr(
                "Measure every pin with the seed and the data of the open network, so that only "
                "the design differs"
            )
        )
        self.empty.setText(
            self.tr(
                "Nothing is pinned yet. Pin keeps the open network as run A; then change "
                "something in the builder, and both are laid side by side here. Up to four runs "
                "can be pinned."
            )
        )
        self.refresh()

    def changeEvent(self, event: QEvent) -> None:
        """Another language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()


class DifferencesPanel(Panel):
    """In what the two chosen runs differ: one line for each respect."""

    def __init__(self, view: RunsView) -> None:
        super().__init__()
        self._view = view
        self._lines = QWidget()
        self._layout = QVBoxLayout(self._lines)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(4)
        self._text = QLabel()
        self._text.setWordWrap(True)
        self._layout.addWidget(self._text)
        self.body.addWidget(self._lines)
        view.pair_changed.connect(self.refresh)
        view.names_changed.connect(self.refresh)
        self._retranslate()

    @property
    def text(self) -> str:
        """All lines."""
        return self._text.text()

    def refresh(self) -> None:
        """The differences of the pair as it stands."""
        first, second = (
            self._view.letter_text(each) for each in (self._view.first, self._view.second)
        )
        self.set_note("" if first == second else f"{first} → {second}")
        said = [
            self.tr("{one} → {other}").format(one=words.text(one), other=words.text(other))
            for one, other in self._view.differences()
        ]
        if first == second:
            self._text.setText(self.tr("Pin a run to compare the open one with."))
        else:
            self._text.setText("\n".join(said) or self.tr("Nothing: both are the same."))

    def _retranslate(self) -> None:
        self.set_title(self.tr("What differs"))
        self.refresh()

    def changeEvent(self, event: QEvent) -> None:
        """Another language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()


def _words() -> QLabel:
    label = QLabel()
    label.setWordWrap(True)
    label.setProperty("muted", True)
    return label
