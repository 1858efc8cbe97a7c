"""What is asked of the grid: rows, columns, gradient and statistic, depth, width, seeds, order."""

from __future__ import annotations

import math
from functools import partial

from PySide6.QtCore import QCoreApplication, QEvent, QSignalBlocker
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QPushButton, QVBoxLayout, QWidget

from gradsim.engine.problems import QT_TRANSLATE_NOOP
from gradsim.ui.builder.gesture_slider import GestureSlider
from gradsim.ui.compare.grid.gains import InitializerList
from gradsim.ui.compare.grid.picker import PickerButton, TickList
from gradsim.ui.count_field import CountField
from gradsim.ui.gradients.choice_controls import QuantityBox, StatisticBox
from gradsim.ui.gradients.flow import FlowLayout
from gradsim.ui.key_names import key_name
from gradsim.ui.theme import ThemeController
from gradsim.viewmodels.compare.grid.axes import ACTIVATION_NAMES
from gradsim.viewmodels.compare.grid.setup import MOST_DEPTH, MOST_SEEDS, MOST_WIDTH, GridSetup
from gradsim.viewmodels.compare.grid.sorting import MODES
from gradsim.viewmodels.compare.grid.view import GridView
from gradsim.viewmodels.compare.grid.wording import activation_text

_STEPS = 300
_MODES = {
    "listed": QT_TRANSLATE_NOOP("SortMenu", "as listed"),
    "name": QT_TRANSLATE_NOOP("SortMenu", "by name"),
    "decades": QT_TRANSLATE_NOOP("SortMenu", "by decades"),
    "size": QT_TRANSLATE_NOOP("SortMenu", "by number of decades"),
}


class CountSlider(QWidget):
    """A label, a slider that is logarithmic from 1, and the number to type."""

    def __init__(self, setup: GridSetup, name: str, most: int) -> None:
        super().__init__()
        self._setup, self._name, self._most = setup, name, most
        self.label = QLabel()
        self.slider = GestureSlider()
        self.slider.setRange(0, _STEPS)
        self.slider.setPageStep(_STEPS // 15)
        self.slider.setMinimumWidth(70)
        self.slider.setMaximumWidth(150)
        self.field = CountField(1, most)
        self.field.setFixedWidth(74)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        for widget in (self.label, self.slider, self.field):
            layout.addWidget(widget)
        self.slider.moved.connect(self._take_position)
        self.field.valueChanged.connect(partial(setup.set_number, name))
        setup.changed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """The number as it is."""
        value = getattr(self._setup, self._name)
        with QSignalBlocker(self.field):
            self.field.setValue(value)
        if self._count_at(self.slider.value()) != value:
            share = math.log(value) / math.log(self._most)
            self.slider.show_position(round(share * _STEPS))

    def name_it(self, label: str, name: str, slider_name: str) -> None:
        """The words beside it and for screen readers."""
        self.label.setText(label)
        self.field.setAccessibleName(name)
        self.slider.setAccessibleName(slider_name)

    def _take_position(self, position: int, _gesture: object) -> None:
        self._setup.set_number(self._name, self._count_at(position))

    def _count_at(self, position: int) -> int:
        return round(math.exp(math.log(self._most) * position / _STEPS))


class SortMenu(QMenu):
    """The order of rows and of columns."""

    def __init__(self, view: GridView, parent: QWidget) -> None:
        super().__init__(parent)
        self._view = view
        self.orders: dict[tuple[str, str], QAction] = {}
        self._titles: dict[str, QAction] = {}
        for axis in ("rows", "columns"):
            self._titles[axis] = self.addSection("")
            group = QActionGroup(self)
            for mode in MODES:
                action = self.addAction("", partial(view.sort, axis, mode))
                action.setCheckable(True)
                group.addAction(action)
                self.orders[axis, mode] = action
        self.aboutToShow.connect(self.refresh)

    def refresh(self) -> None:
        """Words, and a mark at the present order."""
        for axis, title in (("rows", self.tr("Rows")), ("columns", self.tr("Columns"))):
            self._titles[axis].setText(title)
            for mode in MODES:
                action = self.orders[axis, mode]
                said = QCoreApplication.translate("SortMenu", _MODES[mode])
                action.setText(self.tr("{axis} {order}").format(axis=title, order=said))
                action.setChecked(self._view.sorting(axis).mode == mode)


class GridControls(QWidget):
    """Two lines that break where the window is narrow."""

    def __init__(self, view: GridView, theme: ThemeController) -> None:
        super().__init__()
        self._view = view
        setup = view.setup
        self.activations = PickerButton(self._make_activations, theme)
        self.initializers = PickerButton(self._make_initializers, theme)
        self.quantity_box, self.statistic_box = QuantityBox(view.choice), StatisticBox(view.choice)
        self.sort_button = QPushButton()
        self.sort_menu = SortMenu(view, self.sort_button)
        self.sort_button.setMenu(self.sort_menu)
        self.sort_button.setProperty("menu", True)
        self.depth_row = CountSlider(setup, "depth", MOST_DEPTH)
        self.width_row = CountSlider(setup, "width", MOST_WIDTH)
        self.seeds_label = QLabel()
        self.seeds = CountField(1, MOST_SEEDS)
        self.seeds.setFixedWidth(70)
        self.seeds.valueChanged.connect(partial(setup.set_number, "seeds"))
        self._build()
        setup.changed.connect(self.refresh)
        self._retranslate()

    def _build(self) -> None:
        first, second = QWidget(), QWidget()
        upper, lower = FlowLayout(first, across=8, down=6), FlowLayout(second, across=16, down=6)
        for box in (self.activations, self.initializers, self.quantity_box,
                    self.statistic_box, self.sort_button):  # fmt: skip
            upper.addWidget(box)
        seeds = QWidget()
        row = QHBoxLayout(seeds)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(self.seeds_label)
        row.addWidget(self.seeds)
        for widget in (self.depth_row, self.width_row, seeds):
            lower.addWidget(widget)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addWidget(first)
        layout.addWidget(second)

    def refresh(self) -> None:
        """How many are on, and the numbers."""
        setup = self._view.setup
        self.activations.show_ticked(setup.activations)
        self.initializers.show_ticked(setup.initializers)
        self.activations.setText(
            self.tr("Activations: {count}").format(count=len(setup.activations))
        )
        self.initializers.setText(
            self.tr("Initializers: {count}").format(count=len(setup.initializers))
        )
        with QSignalBlocker(self.seeds):
            self.seeds.setValue(setup.seeds)

    def _make_activations(self, parent: QWidget) -> TickList:
        made = TickList(ACTIVATION_NAMES, activation_text, parent, columns=2)
        made.ticked.connect(self._view.setup.choose_activations)
        return made

    def _make_initializers(self, parent: QWidget) -> TickList:
        made = InitializerList(self._view.setup, parent)
        made.ticked.connect(self._view.setup.choose_initializers)
        return made

    def _retranslate(self) -> None:
        self.activations.setToolTip(self.tr("Choose the rows"))
        self.initializers.setToolTip(self.tr("Choose the columns and their gains"))
        self.sort_button.setText(self.tr("Sort"))
        self.sort_button.setToolTip(
            self.tr(
                "Order of rows and columns. A click on a heading sorts by it; in the grid S sorts "
                "the rows by the present column, {key} the columns by the present row."
            ).format(key=key_name("Shift+S"))
        )
        self.depth_row.name_it(
            self.tr("Depth"), self.tr("Depth in layers"), self.tr("Depth slider")
        )
        self.width_row.name_it(
            self.tr("Width"), self.tr("Units of a hidden layer"), self.tr("Width slider")
        )
        self.seeds_label.setText(self.tr("Seeds"))
        self.seeds.setAccessibleName(self.tr("Draws of every cell"))
        self.seeds.setToolTip(
            self.tr("Every cell is drawn so many times: the seed of the project and those after it")
        )
        self.refresh()

    def changeEvent(self, event: QEvent) -> None:
        """Another language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
