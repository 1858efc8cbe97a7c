"""Which parameter and which of its paths: the fields above the equation."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QSignalBlocker, QSize
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QSizePolicy,
    QSpinBox,
    QStyle,
    QStyleOptionComboBox,
    QStylePainter,
    QWidget,
)

from gradsim.engine.nudge.lever import Lever
from gradsim.engine.parameter_address import ParameterAddress
from gradsim.engine.paths.parameter_paths import Path
from gradsim.ui.count_field import CountField
from gradsim.ui.workbench import Workbench
from gradsim.viewmodels.notation import current, layer_number, unit_number
from gradsim.viewmodels.step.nudge.levers import towards
from gradsim.viewmodels.step.numerals import numeral
from gradsim.viewmodels.step.parameters import units_of
from gradsim.viewmodels.step.scaled import Scaled
from gradsim.viewmodels.step.stepper import Lens

_BUTTONS = (46, 38)
"""What a box needs besides its text, and where there is little room."""
_SPACING = 6
_MOST_UNITS = 40
"""So many units of a path are named in one line."""


class PathBox(QComboBox):
    """Says little while it is closed and everything in its list."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.short_text = ""
        self.tight = False
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the frame with the short text."""
        del event
        painter = QStylePainter(self)
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        option.currentText = self.short_text
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)
        painter.end()

    def sizeHint(self) -> QSize:
        """Room for the short text."""
        return QSize(self.needed(self.tight), super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        """The same."""
        return self.sizeHint()

    def needed(self, tight: bool) -> int:
        """The width that the short text needs."""
        return self.fontMetrics().horizontalAdvance(f"{self.short_text}0") + _BUTTONS[tight]


class ParameterChooser(QWidget):
    """Layer, unit and source of the parameter, and which of its strongest paths."""

    def __init__(self, workbench: Workbench, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._stepper = workbench.stepper
        self.layer_box = CountField(1, 1)
        self.unit_box = CountField(1, 1)
        self.source_box = CountField(1, 1)
        self.path_box = PathBox()
        self._at_start = True
        self._tight = False
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(_SPACING)
        for box in (self.layer_box, self.unit_box, self.source_box):
            box.valueChanged.connect(self._choose_parameter)
            layout.addWidget(box)
        self.path_box.activated.connect(self._stepper.choose_path)
        layout.addWidget(self.path_box)
        layout.addStretch(1)
        self._stepper.steps_changed.connect(self._follow)
        self._stepper.lens_changed.connect(self._follow)
        self._stepper.position_changed.connect(self._follow_position)
        self._retranslate()

    def set_tight(self, tight: bool) -> None:
        """Where there is little room: the layer's number with a letter before it, not a word."""
        if tight != self._tight:
            self._tight = self.path_box.tight = tight
            self.path_box.updateGeometry()
            self._name_layer()
            self._follow()

    def needed(self, tight: bool) -> int:
        """The width that it needs, written short or not."""
        boxes = [box for box in (self.layer_box, self.unit_box, self.source_box, self.path_box)
                 if not box.isHidden()]  # fmt: skip
        widths = [
            box.needed(tight) if isinstance(box, PathBox) else self._width_of(box, tight)
            for box in boxes
        ]
        return sum(widths) + _SPACING * max(len(widths) - 1, 0)

    def _choose_parameter(self) -> None:
        parameter = self._stepper.parameter
        if parameter is None:
            return
        layer, unit, source = (
            box.value() + 1 - current().first_index
            for box in (self.layer_box, self.unit_box, self.source_box)
        )
        source = source if parameter.kind == "w" else 0
        wanted = Lever.of(ParameterAddress(parameter.kind, layer, unit, source))
        if self._stepper.result is not None:
            wanted = towards(wanted, self._stepper.result.project.network, parameter.layer)
        if wanted.address is not None:
            self._stepper.choose_parameter(wanted.address)
        # Where no further layer has a γ or β, the fields show the one that stays.
        self._follow()

    def _follow(self) -> None:
        stepper = self._stepper
        parameter, result = stepper.parameter, stepper.result
        shown = stepper.lens == Lens.PARAMETER and parameter is not None and result is not None
        for box in (self.layer_box, self.unit_box, self.source_box):
            box.setVisible(shown)
        self.path_box.setVisible(shown and stepper.paths is not None)
        if not shown or parameter is None or result is None:
            return
        network = result.project.network
        self.source_box.setVisible(parameter.kind == "w")
        self._set(self.layer_box, len(network.layers), parameter.layer)
        self._set(self.unit_box, units_of(parameter, network), parameter.unit)
        self._set(self.source_box, network.fan_in(parameter.layer), max(parameter.source, 1))
        self._name_unit()
        self._fill_paths()

    def _set(self, box: QSpinBox, count: int, chosen: int) -> None:
        """Show the number of the layer or unit `chosen`, which counts from 1, among `count`."""
        first = current().first_index
        most = count - 1 + first
        with QSignalBlocker(box):
            box.setRange(first, most)
            box.setValue(chosen - 1 + first)
        box.setFixedWidth(self._width_of(box, self._tight))

    def _width_of(self, box: QSpinBox, tight: bool) -> int:
        prefix = self._layer_prefix(tight) if box is self.layer_box else box.prefix()
        widest = box.fontMetrics().horizontalAdvance(f"{prefix}{box.maximum()}")
        return widest + _BUTTONS[tight]

    def _fill_paths(self) -> None:
        stepper, paths = self._stepper, self._stepper.paths
        with QSignalBlocker(self.path_box):
            self.path_box.clear()
            if paths is None:
                return
            for index, path in enumerate(paths.paths):
                self.path_box.addItem(self._path_text(index, path))
            self.path_box.setCurrentIndex(stepper.path_index)
        self.path_box.short_text = self.tr("path {number}").format(number=stepper.path_index + 1)
        hint = self.path_box.view().sizeHintForColumn(0)
        self.path_box.view().setMinimumWidth(hint + 24)
        self.path_box.setEnabled(len(paths.paths) > 1)

    def _path_text(self, index: int, path: Path) -> str:
        """Number, units passed and contribution, which the start of a walk does not reveal yet."""
        through = " → ".join(_passed(path.units))
        text = self.tr("path {number}").format(number=index + 1)
        if through:
            text = self.tr("path {number} through units {units}").format(
                number=index + 1, units=through
            )
        if path.past:
            layers = ", ".join(_passed(path.past, layer_number))
            one = len(path.past) == 1
            past = (
                self.tr("{path}, past layer {layers}")
                if one
                else self.tr("{path}, past layers {layers}")
            )
            text = past.format(path=text, layers=layers)
        if self._stepper.position == 0:
            return text
        return f"{text}: {numeral(Scaled.of(path.number.mantissa, path.number.exponent))}"

    def _follow_position(self) -> None:
        """Contributions are told from the first factor on."""
        if (self._stepper.position == 0) != self._at_start:
            self._at_start = not self._at_start
            self._fill_paths()

    def _retranslate(self) -> None:
        self._name_layer()
        self.unit_box.setPrefix("j ")
        self.source_box.setPrefix("k ")
        self.layer_box.setAccessibleName(self.tr("Layer of the parameter"))
        self._name_unit()
        self.source_box.setAccessibleName(self.tr("Unit that it comes from (k)"))
        self.path_box.setAccessibleName(self.tr("Path from the parameter to the cost"))
        for box in (self.layer_box, self.source_box, self.path_box):
            box.setToolTip(box.accessibleName())
        self._follow()

    def _name_unit(self) -> None:
        parameter = self._stepper.parameter
        normalized = parameter is not None and parameter.kind in ("γ", "β")
        name = (
            self.tr("Unit that is normalized (j)")
            if normalized
            else self.tr("Unit that it leads to (j)")
        )
        self.unit_box.setAccessibleName(name)
        self.unit_box.setToolTip(name)

    def _name_layer(self) -> None:
        self.layer_box.setPrefix(self._layer_prefix(self._tight))

    def _layer_prefix(self, tight: bool) -> str:
        return "l " if tight else self.tr("layer") + " "

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()


def _passed(units: tuple[int, ...], written: Callable[[int], object] = unit_number) -> list[str]:
    """The units' numbers; of a path too long to be read in one line its two ends."""
    if len(units) <= _MOST_UNITS:
        return [str(written(unit)) for unit in units]
    end = _MOST_UNITS // 2
    return [*_passed(units[:end], written), "…", *_passed(units[-end:], written)]
