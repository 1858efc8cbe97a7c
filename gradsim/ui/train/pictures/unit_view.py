"""What each unit of a layer answers over the inputs: all of them small, or one of them large."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel

from gradsim.ui.count_field import CountField
from gradsim.ui.theme import ThemeController
from gradsim.ui.train.pictures.picture_view import GAP, PictureView
from gradsim.ui.train.pictures.tiles import Tile
from gradsim.ui.train.pictures.unit_picture import UnitPicture, unit_paint
from gradsim.viewmodels import words
from gradsim.viewmodels.notation import layer_number, unit_number
from gradsim.viewmodels.step.walk.steps import Symbol
from gradsim.viewmodels.training.pictures.model import Picture
from gradsim.viewmodels.training.pictures.unit_maps import UnitMaps

_LEAST = 54.0
_FIELD = 68


class UnitView(PictureView):
    """Two fields choose the layer and a unit or all; a tile that is clicked becomes the one."""

    layer_chosen = Signal(int)
    """From 1."""

    def __init__(self, theme: ThemeController) -> None:
        super().__init__(theme)
        self.unit: int | None = None
        """The unit that is shown large, from 1."""
        self.layer_label, self.unit_label = QLabel(), QLabel()
        self.layer_field, self.unit_field = CountField(1, 1), CountField(0, 1)
        self.large = UnitPicture(theme)
        self._build()
        self.layer_field.valueChanged.connect(self._choose_layer)
        self.unit_field.valueChanged.connect(self._choose_unit)
        self.grid.canvas.tile_chosen.connect(self._choose_tile)
        self.large.let_go.connect(self._let_go)
        self.retranslate()

    def _build(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(GAP)
        for label, field in (
            (self.layer_label, self.layer_field),
            (self.unit_label, self.unit_field),
        ):
            label.setProperty("muted", True)
            field.setFixedWidth(_FIELD)
            row.addWidget(label)
            row.addWidget(field)
        row.addStretch(1)
        self.rows.insertLayout(0, row)
        self.rows.insertWidget(3, self.large, 1)

    def show_layer(self, layer: int, layers: int) -> None:
        """Name the layer that is shown, from 1, of so many."""
        with QSignalBlocker(self.layer_field):
            self.layer_field.setRange(layer_number(1), layer_number(layers))
            self.layer_field.setValue(layer_number(layer))

    def refresh(self) -> None:
        """The large picture comes and goes with the unit that is chosen."""
        maps = self.picture if isinstance(self.picture, UnitMaps) else None
        for widget in (self.layer_label, self.layer_field, self.unit_label, self.unit_field):
            widget.setVisible(maps is not None)
        self.large.setVisible(maps is not None and self._single(maps))
        super().refresh()

    def show_made(self, picture: Picture) -> None:
        """The tiles, or the one unit."""
        if not isinstance(picture, UnitMaps):
            return
        shown = len(picture.values)
        first = unit_number(1)
        with QSignalBlocker(self.unit_field):
            self.unit_field.setRange(first - 1, first + shown - 1)
            self.unit_field.setSpecialValueText(self.tr("all"))
            single = self.unit is not None and self._single(picture)
            self.unit_field.setValue(
                unit_number(self.unit) if single and self.unit is not None else first - 1
            )
        ends = (picture.low, picture.high) if len(picture.up) else None
        if self.unit is not None and self._single(picture):
            symbol = self._symbol(picture, self.unit)
            self._show("", ends=ends)
            self.large.show_unit(picture, self.unit - 1, symbol)
            self.large.setAccessibleName(
                self.tr("Response of unit {unit}, {symbol}").format(
                    unit=unit_number(self.unit), symbol=symbol
                )
            )
            return
        told = ""
        if shown < picture.units:
            told = self.tr("The first {shown} of {units} units.").format(
                shown=words.count(shown), units=words.count(picture.units)
            )
        self._show(told, [self._tile(picture, index) for index in range(shown)], _LEAST, ends)

    def _single(self, maps: UnitMaps) -> bool:
        return self.unit is not None and self.unit <= len(maps.values)

    def _symbol(self, maps: UnitMaps, unit: int) -> str:
        return Symbol("a", maps.layer, (unit,)).text

    def _tile(self, maps: UnitMaps, index: int) -> Tile:
        values = maps.values[index]
        symbol = self._symbol(maps, index + 1)
        told = self.tr("{symbol} from {low} to {high}").format(
            symbol=symbol,
            low=words.number(float(values.min()), 3),
            high=words.number(float(values.max()), 3),
        )
        return Tile(unit_paint(maps, index, self.theme.theme), symbol, told)

    def _choose_layer(self, value: int) -> None:
        self.layer_chosen.emit(value - layer_number(1) + 1)

    def _choose_unit(self, value: int) -> None:
        unit = value - unit_number(1) + 1
        self.unit = unit if unit >= 1 else None
        self.refresh()

    def _choose_tile(self, index: int) -> None:
        self.unit = index + 1
        focused = self.grid.canvas.hasFocus()
        self.refresh()
        if focused:
            self.large.setFocus()

    def _let_go(self) -> None:
        focused = self.large.hasFocus()
        self.unit = None
        self.refresh()
        if focused:
            self.grid.canvas.setFocus()

    def retranslate(self) -> None:
        """Names in the present language."""
        self.layer_label.setText(self.tr("layer"))
        self.unit_label.setText(self.tr("unit"))
        self.layer_field.setAccessibleName(self.tr("Layer whose units are shown"))
        self.large.setToolTip(self.tr("A click, Enter or Esc shows all units again"))
        self.unit_field.setAccessibleName(self.tr("Unit that is shown large, or all"))
        self.grid.canvas.setAccessibleName(self.tr("Response of each unit"))
        super().retranslate()
