"""Drags the number in the current cell of a table, one undo step for each drag."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QModelIndex, QObject
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from gradsim.ui.builder.gesture_slider import GestureSlider
from gradsim.ui.builder.number_grid import NumberGrid
from gradsim.viewmodels.builder.number_table import NumberTableModel
from gradsim.viewmodels.builder.number_text import CELL_STEPS, CellRange


class CellSlider(QWidget):
    """A slider over a range around the number of the cell that was last current."""

    def __init__(self, grids: Sequence[NumberGrid], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model: NumberTableModel | None = None
        self._cell = (0, 0)
        self._range = CellRange.around(0.0)
        self._name = QLabel()
        self._low = QLabel()
        self._high = QLabel()
        self.slider = GestureSlider()
        self.slider.setRange(0, CELL_STEPS)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        self._low.setProperty("muted", True)
        self._high.setProperty("muted", True)
        layout.addWidget(self._name)
        layout.addWidget(self._low)
        layout.addWidget(self.slider, 1)
        layout.addWidget(self._high)
        for grid in grids:
            grid.selectionModel().currentChanged.connect(self._take_cell)
            grid.installEventFilter(self)
            grid.model().dataChanged.connect(self._follow)
            grid.model().modelReset.connect(self._drop_cell)
        self.slider.moved.connect(self._drag)
        self.slider.sliderReleased.connect(self._settle)
        self._retranslate()
        self._show()

    def _take_cell(self, current: QModelIndex, previous: QModelIndex) -> None:
        del previous
        model = current.model()
        if not current.isValid() or not isinstance(model, NumberTableModel):
            return
        self._model = model
        self._cell = (current.row(), current.column())
        self._settle()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the current cell of the table that is turned to, though it was current before."""
        if event.type() == QEvent.Type.FocusIn and isinstance(watched, NumberGrid):
            self._take_cell(watched.currentIndex(), QModelIndex())
        return False

    def _drop_cell(self) -> None:
        self._model = None
        self._show()

    def _number(self) -> float | None:
        row, column = self._cell
        model = self._model
        if model is None or row >= model.rowCount() or column >= model.columnCount():
            return None
        return model.number(row, column)

    def _settle(self) -> None:
        """Take a range around the number, as it is when no drag is under way."""
        number = self._number()
        if number is not None:
            self._range = CellRange.around(number)
        self._show()

    def _follow(self) -> None:
        if self.slider.isSliderDown():
            return
        number = self._number()
        if number is not None and not self._range.holds(number):
            self._range = CellRange.around(number)
        self._show()

    def _drag(self, position: int, gesture: object) -> None:
        if self._model is not None:
            self._model.drag(*self._cell, self._range.value(position), gesture)

    def _show(self) -> None:
        number = self._number()
        self.slider.setEnabled(number is not None)
        self._low.setText("" if number is None else self._range.text(self._range.low))
        self._high.setText("" if number is None else self._range.text(self._range.high))
        if number is None or self._model is None:
            self._name.setText(self.tr("Select a cell to drag its number"))
            return
        self._name.setText(self._model.symbol(*self._cell))
        self.slider.show_position(self._range.position(number))

    def _retranslate(self) -> None:
        self.slider.setAccessibleName(self.tr("Number of the selected cell"))
        self._show()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)
