"""What is zero and what is a copy now, and the buttons that make it so or break it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from gradsim.engine.parameter_address import ParameterAddress
from gradsim.ui.segmented import Segmented
from gradsim.ui.step.study.symmetry.layer_table import LayerTable
from gradsim.ui.workbench import Workbench
from gradsim.viewmodels import words
from gradsim.viewmodels.notation import layer_number
from gradsim.viewmodels.simulation import SimulationResult
from gradsim.viewmodels.step.killing import killing_steps
from gradsim.viewmodels.step.numerals import numeral
from gradsim.viewmodels.step.symmetry.findings import (
    Findings,
    copy_sentences,
    findings,
    gradient_sentences,
    kill_sentences,
    path_sentence,
)
from gradsim.viewmodels.step.symmetry.table import row
from gradsim.viewmodels.step.symmetry.tries import CONSTANT, NOISE, Tries
from gradsim.viewmodels.step.walk.walk import Lens

_ONE, _EVERY = "one", "every"


class NowView(QWidget):
    """Follows the result; the chosen row, at first the parameter's, is what copies are told of."""

    def __init__(self, workbench: Workbench, tries: Tries, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._stepper = workbench.stepper
        self._tries = tries
        self._found: Findings | None = None
        self._of: SimulationResult | None = None
        self._address: ParameterAddress | None = None
        self._layer = 0
        self.kill_label = QLabel()
        self.go_button = QPushButton()
        self.table = LayerTable()
        self.copy_label = QLabel()
        self.gradient_label = QLabel()
        self.scope = Segmented((_ONE, _EVERY))
        self.zero_button = QPushButton()
        self.constant_button = QPushButton()
        self.noise_button = QPushButton()
        self._every = True
        self._build()
        self.table.layer_chosen.connect(self._choose_layer)
        self.scope.chosen.connect(self._choose_scope)
        self.go_button.clicked.connect(self._go)
        self.zero_button.clicked.connect(self._fill_zero)
        self.constant_button.clicked.connect(self._fill_constant)
        self.noise_button.clicked.connect(tries.add_noise)

    def _build(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        for label in (self.kill_label, self.copy_label, self.gradient_label):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
        self.gradient_label.setProperty("muted", True)
        killed = QHBoxLayout()
        killed.setSpacing(8)
        killed.addWidget(self.kill_label, 1)
        killed.addWidget(self.go_button, 0, Qt.AlignmentFlag.AlignTop)
        layout.addLayout(killed)
        layout.addWidget(self.table)
        self.scope.show_value(_EVERY)
        which = QHBoxLayout()
        which.addWidget(self.scope)
        which.addStretch(1)
        layout.addLayout(which)
        buttons = QHBoxLayout()
        buttons.setSpacing(6)
        for button in (self.zero_button, self.constant_button, self.noise_button):
            button.setAutoDefault(False)
            buttons.addWidget(button)
        buttons.addStretch(1)
        self.go_button.setAutoDefault(False)
        layout.addLayout(buttons)
        layout.addWidget(self.copy_label)
        layout.addWidget(self.gradient_label)

    @property
    def layer(self) -> int:
        """The chosen layer, from 1."""
        return self._layer

    @property
    def found(self) -> Findings | None:
        """What was found in the result that is shown."""
        return self._found

    def refresh(self) -> None:
        """Show the present result in the present language."""
        result = self._stepper.result
        if result is None:
            return
        if result is not self._of:
            self._of, self._found = result, findings(result)
        assert self._found is not None
        depth = len(self._found.layers)
        address = self._stepper.parameter
        if address is not None and address != self._address:
            self._address, self._layer = address, address.layer
        self._layer = min(max(self._layer, 1), depth)
        weights = result.forward.parameters.weights
        rows = tuple(
            row(each, float(matrix.flat[0]))
            for each, matrix in zip(self._found.layers, weights, strict=True)
        )
        self.table.show_rows(rows, self._layer)
        self._tell(result)
        self._retranslate()

    def _tell(self, result: SimulationResult) -> None:
        assert self._found is not None
        told = [words.text(each) for each in kill_sentences(self._found)]
        path = path_sentence(self._stepper.walk, result)
        if path is not None:
            told.append(words.text(path))
        self.kill_label.setText("\n".join(told))
        lines = gradient_sentences(self._found.layers)
        self.gradient_label.setText("\n".join(words.text(each) for each in lines))
        self.go_button.setVisible(self._killing_position() is not None)
        self._tell_copies()

    def _tell_copies(self) -> None:
        if self._found is not None and 1 <= self._layer <= len(self._found.layers):
            told = copy_sentences(self._found.layers[self._layer - 1])
            self.copy_label.setText("\n".join(words.text(each) for each in told))

    def _killing_position(self) -> tuple[Lens, int] | None:
        """In which lens and after how many steps the factor that kills stands revealed."""
        stepper = self._stepper
        if stepper.result is None or self._found is None:
            return None
        if stepper.lens == Lens.PARAMETER and stepper.steps:
            on_path = killing_steps(stepper.walk, stepper.result)
            if on_path:
                return Lens.PARAMETER, on_path[0] + 1
        kills = self._found.kills
        if not kills:
            return None
        kill = self._found.trunk_kill or kills[0]
        return Lens.LAYER, kill.index + 1

    def _retranslate(self) -> None:
        self.table.setAccessibleName(self.tr("Symmetries of each layer"))
        self.scope.set_text(_ONE, self.tr("Layer {layer}").format(layer=layer_number(self._layer)))
        self.scope.set_text(_EVERY, self.tr("Every layer"))
        self.go_button.setText(self.tr("Go there"))
        self.go_button.setAccessibleName(self.tr("Go to the factor that kills"))
        zero, constant = self.tr("W = 0"), self.tr("W = {value}")
        self.zero_button.setText(zero)
        self.constant_button.setText(constant.format(value=numeral(CONSTANT, 1)))
        weight = self._tries.noisy_symbol
        self.noise_button.setText(
            self.tr("{weight} + {amount}").format(weight=weight, amount=numeral(NOISE, 1))
        )
        undone = self.tr("can be undone")
        for button, tip in (
            (self.zero_button, self.tr("Set the weights to 0")),
            (self.constant_button, self.tr("Set the weights to one number")),
            (self.noise_button, self.tr("Add noise to one weight: it breaks the symmetry")),
        ):
            button.setToolTip(f"{tip} ({undone})")
            button.setAccessibleName(f"{button.text()}: {tip}")
        self.noise_button.setEnabled(bool(weight))

    # Acting

    def _choose_layer(self, layer: int) -> None:
        self._layer = layer
        self._tell_copies()
        self._retranslate()

    def _choose_scope(self, value: str) -> None:
        self._every = value == _EVERY

    def _fill_zero(self) -> None:
        self._tries.fill(0.0, None if self._every else self._layer)

    def _fill_constant(self) -> None:
        self._tries.fill(CONSTANT, None if self._every else self._layer)

    def _go(self) -> None:
        found = self._killing_position()
        if found is not None:
            lens, position = found
            self._stepper.choose_lens(lens)
            self._stepper.jump(position)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.refresh()
