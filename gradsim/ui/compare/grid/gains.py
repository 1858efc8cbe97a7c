"""The list of initializers with a gain for each: typed, or the one that is recommended."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtWidgets import QCheckBox, QPushButton, QWidget

from gradsim.engine.initializers.rule import GAIN
from gradsim.engine.problems import Problem
from gradsim.ui.builder.fields import NumberField
from gradsim.ui.compare.grid.picker import TickList, heading
from gradsim.viewmodels import words
from gradsim.viewmodels.builder.cells import read_number
from gradsim.viewmodels.builder.number_text import Stepping
from gradsim.viewmodels.compare.grid.axes import INITIALIZER_NAMES, gain_allowed, has_gain
from gradsim.viewmodels.compare.grid.setup import GridSetup
from gradsim.viewmodels.compare.grid.wording import initializer_text

_FIELD_WIDTH = 76


class InitializerList(TickList):
    """Each row: the initializer, its gain, and a box that takes the recommended one instead."""

    def __init__(self, setup: GridSetup, parent: QWidget) -> None:
        super().__init__(INITIALIZER_NAMES, initializer_text, parent, columns=1)
        self._setup = setup
        self.fields: dict[str, NumberField] = {}
        self.recommended: dict[str, QCheckBox] = {}
        self.all_recommended = QPushButton()
        self._gain_heading = heading()
        for row, name in enumerate(INITIALIZER_NAMES):
            if has_gain(name):
                self._add_gain(row, name)
        self.buttons.addWidget(self._gain_heading)
        self.buttons.addWidget(self.all_recommended)
        self.all_recommended.clicked.connect(self._recommend_all)
        setup.changed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """The gains as they are."""
        for name, field in self.fields.items():
            gain = self._setup.gain(name)
            field.setEnabled(gain is not None)
            field.show_number(gain, self.tr("rec."))
            self._tell(name, None)
            with QSignalBlocker(self.recommended[name]):
                self.recommended[name].setChecked(gain is None)

    def retranslate(self) -> None:
        """Words of the present language."""
        super().retranslate()
        self._gain_heading.setText(self.tr("Gain"))
        self.all_recommended.setText(self.tr("All recommended"))
        self.all_recommended.setToolTip(
            self.tr("For every cell the gain that the field recommends with its activation")
        )
        for name, field in self.fields.items():
            said = {"initializer": initializer_text(name)}
            field.setAccessibleName(self.tr("Gain of {initializer}").format(**said))
            box = self.recommended[name]
            box.setText(self.tr("recommended"))
            box.setAccessibleName(self.tr("Recommended gain for {initializer}").format(**said))

    def _add_gain(self, row: int, name: str) -> None:
        field = NumberField(Stepping.of(GAIN))
        field.setFixedWidth(_FIELD_WIDTH)
        field.text_entered.connect(partial(self._enter, name))
        field.text_dropped.connect(partial(self._tell, name, None))
        field.stepped.connect(partial(self._step, name))
        box = QCheckBox()
        box.toggled.connect(partial(self._recommend, name))
        self.fields[name], self.recommended[name] = field, box
        self.rows.addWidget(field, row, 1)
        self.rows.addWidget(box, row, 2, Qt.AlignmentFlag.AlignLeft)

    def _enter(self, name: str, text: str) -> None:
        try:
            gain = read_number(text)
        except Problem as problem:
            self._tell(name, words.problem_text(problem))
            return
        if gain_allowed(gain):
            self._tell(name, None)
            self._setup.set_gain(name, gain)
        else:
            told = self.tr("A gain must lie between {least} and {most}.")
            ends = {"least": f"{GAIN.minimum:g}", "most": f"{GAIN.maximum:g}"}
            self._tell(name, told.format(**ends))

    def _tell(self, name: str, refusal: str | None) -> None:
        """Mark the field and say beneath the pointer why its text was refused, or neither."""
        field = self.fields[name]
        field.show_refused(refusal is not None)
        field.setToolTip(refusal or "")
        field.setAccessibleDescription(refusal or "")

    def _step(self, name: str, gain: float, _gesture: object) -> None:
        self._setup.set_gain(name, gain)

    def _recommend(self, name: str, on: bool) -> None:
        self._setup.set_gain(name, None if on else 1.0)

    def _recommend_all(self) -> None:
        on = any(self._setup.gain(name) is not None for name in self.fields)
        self._setup.set_gains(dict.fromkeys(self.fields, None if on else 1.0))
