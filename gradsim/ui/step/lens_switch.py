"""Which lens: forward, whole layers, or one parameter of a kind that the network has."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QWidget

from gradsim.engine.parameter_address import ParameterKind
from gradsim.ui.segmented import Segmented
from gradsim.ui.workbench import Workbench
from gradsim.viewmodels.step.parameters import kinds_in
from gradsim.viewmodels.step.stepper import Lens

_KINDS: tuple[ParameterKind, ...] = ("w", "b", "γ", "β")


class LensSwitch(Segmented):
    """Forward, layer, weight or bias, and γ or β where a layer normalizes, as joined buttons."""

    def __init__(self, workbench: Workbench, parent: QWidget | None = None) -> None:
        super().__init__(("forward", "layer", *_KINDS), parent)
        self._stepper = workbench.stepper
        self._short = False
        self.chosen.connect(self._choose)
        self._stepper.lens_changed.connect(self._follow)
        self._stepper.steps_changed.connect(self._follow)
        self._retranslate()
        self._follow()

    def set_short(self, short: bool) -> None:
        """Write weight and bias with their letters, as γ and β are, or in words."""
        if short != self._short:
            self._short = short
            self._retranslate()

    @property
    def shortens(self) -> bool:
        """Whether letters may stand for words: beside γ or β they are understood."""
        return not (self.button("γ").isHidden() and self.button("β").isHidden())

    def needed(self, short: bool) -> int:
        """The width that it needs in letters or in words."""
        width = self.sizeHint().width() + (self._spared() if self._short else 0)
        return width - self._spared() if short else width

    def _spared(self) -> int:
        """How much narrower letters are than words."""
        advance = self.button("w").fontMetrics().horizontalAdvance
        words = (("w", self.tr("Weight")), ("b", self.tr("Bias")))
        return sum(max(advance(word) - advance(letter), 0) for letter, word in words)

    def _choose(self, value: str) -> None:
        match value:
            case "w" | "b" | "γ" | "β":
                self._stepper.choose_parameter_kind(value)
            case _:
                self._stepper.choose_lens(value)

    def _follow(self) -> None:
        stepper = self._stepper
        parameter, result = stepper.parameter, stepper.result
        offered = _KINDS[:2] if result is None else kinds_in(result.project.network)
        for kind in _KINDS:
            self.button(kind).setVisible(kind in offered)
        if stepper.lens != Lens.PARAMETER:
            self.show_value(stepper.lens)
        else:
            self.show_value("w" if parameter is None else parameter.kind)

    def _retranslate(self) -> None:
        named = (
            ("forward", self.tr("Forward"), self.tr("Every z and a, from the input on")),
            (
                "layer",
                self.tr("Layer"),
                self.tr("The chain rule with whole layers, γ and β of a normalization included"),
            ),
            ("w", self.tr("Weight"), self.tr("The gradient of one weight, unrolled")),
            ("b", self.tr("Bias"), self.tr("The gradient of one bias, unrolled")),
            ("γ", "γ", self.tr("The gradient of one γ of a normalization, unrolled")),
            ("β", "β", self.tr("The gradient of one β of a normalization, unrolled")),
        )
        for value, text, tip in named:
            self.set_text(value, value if self._short and value in _KINDS else text, text)
            self.button(value).setToolTip(tip)
            self.button(value).setAccessibleDescription(tip)
        self.setAccessibleName(self.tr("Lens"))

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
