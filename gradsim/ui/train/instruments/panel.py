"""The card of the instruments: which one, as map or lines, of which layer, and what is measured."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QEvent, QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QComboBox, QLabel

from gradsim.ui.count_field import CountField
from gradsim.ui.panel import Panel
from gradsim.ui.segmented import Segmented
from gradsim.ui.theme import ThemeController
from gradsim.ui.train.gradient_map import MOST_COLUMNS, GradientMap
from gradsim.ui.train.instruments import density_map
from gradsim.ui.train.instruments.density_map import DensityMap
from gradsim.ui.train.instruments.instrument_words import explained, symbol_of, titles
from gradsim.ui.train.instruments.layer_scale import DECADES, SHARES, SIZES, LayerScale
from gradsim.ui.train.instruments.unit_line import UnitLine
from gradsim.ui.train.layer_lines import MOST_POINTS, LayerLines
from gradsim.viewmodels import words
from gradsim.viewmodels.gradients.tables import Table
from gradsim.viewmodels.notation import layer_number
from gradsim.viewmodels.training.instruments import series
from gradsim.viewmodels.training.instruments.densities import SPREADS, densities
from gradsim.viewmodels.training.moment import Moment

Floats = npt.NDArray[np.float64]

INSTRUMENTS = (*series.PER_LAYER, *SPREADS)
"""The gradient first; those of SPREADS show one layer."""
_WIDEST = 250
_FIELD = 62


class InstrumentPanel(Panel):
    """Shows one instrument at a time, of the moment it is given.

    `map`, `lines` and `shares` draw one number a layer, `density` how a layer's numbers spread.
    """

    step_chosen = Signal(int)
    layer_chosen = Signal(int)
    """A layer, from 1, that was clicked or typed."""

    def __init__(self, theme: ThemeController) -> None:
        super().__init__()
        self.chooser = QComboBox()
        self.chooser.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.way = Segmented(("map", "lines"))
        self.layer_label, self.layer_field = QLabel(), CountField(1, 1)
        self.map, self.lines = GradientMap(theme), LayerLines(theme)
        self.shares, self.density = LayerLines(theme, SHARES), DensityMap(theme)
        self.unit, self.scope = UnitLine(self.header, self.note_label), QLabel()
        self._moment: Moment | None = None
        self._whole = False
        self._first_row = 0
        self._layer, self._layers = 1, 1
        self._drawn: tuple[object, ...] = ()
        self._build()
        self._connect()
        self._retranslate()

    def _build(self) -> None:
        self.chooser.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.chooser.setMaximumWidth(_WIDEST)
        for name in INSTRUMENTS:
            self.chooser.addItem("", name)
        self.way.show_value("map")
        self.layer_field.setFixedWidth(_FIELD)
        self.header.insertWidget(0, self.chooser)
        for widget in (self.layer_label, self.layer_field, self.way):
            self.header.addWidget(widget)
        self.body.addWidget(self.unit)
        for plot in self.plots:
            self.body.addWidget(plot, 1)
        self.scope.setProperty("muted", True)
        self.scope.setWordWrap(True)
        self.body.addWidget(self.scope)
        self._arrange()

    def _connect(self) -> None:
        self.chooser.activated.connect(self._choose)
        self.way.chosen.connect(self._choose)
        self.layer_field.valueChanged.connect(self._choose_layer)
        self.map.layer_chosen.connect(self.layer_chosen)
        for lines in (self.lines, self.shares):
            lines.step_chosen.connect(self.step_chosen)
            lines.caption, lines.table = self._caption, self._table
        self.density.step_chosen.connect(self.step_chosen)

    @property
    def plots(self) -> tuple[GradientMap, LayerLines, LayerLines, DensityMap]:
        """All of them; one is shown."""
        return self.map, self.lines, self.shares, self.density

    @property
    def instrument(self) -> str:
        """One of INSTRUMENTS."""
        return str(self.chooser.currentData())

    def choose(self, instrument: str) -> None:
        """Show another instrument."""
        self.chooser.setCurrentIndex(self.chooser.findData(instrument))
        self._choose()

    def show_layer(self, layer: int, layers: int) -> None:
        """Turn to a layer, from 1, of so many."""
        self._layer, self._layers = layer, layers
        with QSignalBlocker(self.layer_field):
            self.layer_field.setRange(layer_number(1), layer_number(layers))
            self.layer_field.setValue(layer_number(layer))
        self._draw()

    def show_moment(
        self, moment: Moment | None, first_row: int, *, whole: bool, back: float | None
    ) -> None:
        """Show a moment: its rows from `first_row` on, its recent readings or (whole) all, and
        the step that is looked back at."""
        self._moment, self._first_row, self._whole = moment, first_row, whole
        self._draw()
        for plot in self.plots:
            plot.mark(back)

    def _choose(self, _chosen: object = None) -> None:
        self._arrange()
        self._name()
        self._draw()

    def _choose_layer(self, value: int) -> None:
        self.layer_chosen.emit(value - layer_number(1) + 1)

    def _arrange(self) -> None:
        """Show the plot of the instrument and the controls that it heeds."""
        instrument, mapped = self.instrument, self._mapped()
        spread = instrument in SPREADS
        share = instrument in series.SHARES
        self.map.setVisible(mapped)
        self.lines.setVisible(not mapped and not spread and not share)
        self.shares.setVisible(not mapped and share)
        self.density.setVisible(spread)
        self.way.setVisible(not spread)
        for widget in (self.layer_label, self.layer_field):
            widget.setVisible(spread)

    def _mapped(self) -> bool:
        return self.instrument not in SPREADS and self.way.button("map").isChecked()

    # drawing ---------------------------------------------------------------------------------

    def _draw(self) -> None:
        """Draw what is wanted, unless it stands there already."""
        moment, instrument = self._moment, self.instrument
        rows = () if moment is None else moment.rows
        readings = () if moment is None else moment.readings
        reading = 0 if moment is None else series.first_reading(moment, whole=self._whole)
        where = (self._first_row, reading, self._mapped(), self._layer, self._layers)
        wanted = (instrument, where, rows if instrument == "gradient" else readings)
        if wanted[:2] == self._drawn[:2] and wanted[2] is self._drawn[2]:
            return
        self._drawn = wanted
        self._tell_scope(instrument)
        if instrument in SPREADS:
            self._draw_density(moment, instrument, reading)
            return
        scale: LayerScale = SHARES if instrument in series.SHARES else DECADES
        if instrument == "weights":
            scale = SIZES
        most = MOST_COLUMNS if self._mapped() else MOST_POINTS
        values, steps = self._series(most)
        if self._mapped():
            self.map.show_values(values, steps, scale)
        else:
            (self.shares if scale is SHARES else self.lines).show_values(values, steps)

    def _draw_density(self, moment: Moment | None, kind: str, first: int) -> None:
        found = None
        instead = self.tr("Here the numbers of a layer will stand, step by step.")
        if moment is not None and self._layer <= moment.layers:
            found = densities(moment, self._layer, kind, density_map.MOST_COLUMNS, first)
            if found is None:
                instead = self.tr(
                    "Softmax has no f′ of its own for each unit: choose another layer."
                )
        self.density.show_densities(found, instead)

    def _tell_scope(self, instrument: str) -> None:
        moment = self._moment
        told = ""
        if instrument not in ("gradient", "weights") and moment is not None and moment.readings:
            told = self.tr(
                "Measured at moments of the run, over {samples} of {all} samples trained on."
            ).format(
                samples=words.count(moment.readings[-1].samples),
                all=words.count(moment.trained_samples),
            )
        self.scope.setText(told)
        self.scope.setVisible(bool(told))

    # exporting -------------------------------------------------------------------------------

    def _series(self, most: int) -> tuple[Floats, Floats]:
        """The instrument's numbers, (rows, L), of at most `most` rows, and their steps."""
        moment, instrument = self._moment, self.instrument
        if moment is None or instrument in SPREADS:
            return np.empty((0, 1)), np.empty(0)
        if instrument == "gradient":
            return moment.gradients(most, self._first_row)
        first = series.first_reading(moment, whole=self._whole)
        return series.layer_series(moment, instrument, most, first)

    def _table(self) -> Table:
        """What the lines draw; magnitudes as log₁₀, and nothing where there is no number."""
        values, steps = self._series(MOST_POINTS)
        columns = {
            "gradient": "log10_weight_gradient",
            "weights": "log10_weight_norm",
            "saturated": "saturated_fraction",
            "dead": "dead_fraction",
        }
        name = columns.get(self.instrument, self.instrument)
        names = ("step", *(f"{name}_{layer + 1}" for layer in range(values.shape[1])))
        rows = tuple(
            (int(step), *(float(each) if np.isfinite(each) else None for each in row))
            for step, row in zip(steps, values, strict=True)
        )
        return Table(names, rows)

    def _caption(self) -> Sequence[tuple[int | None, str]]:
        title = titles()[self.instrument]
        return [(None, title), *([(None, self.scope.text())] if self.scope.text() else [])]

    # words -----------------------------------------------------------------------------------

    def _name(self) -> None:
        """Names, axis titles and the symbol of the instrument."""
        instrument = self.instrument
        title, symbol = titles()[instrument], symbol_of(instrument)
        self.setAccessibleName(title)
        unit = f"log₁₀ {symbol}" if instrument == "gradient" else symbol
        self.set_note(unit)
        self.unit.say(unit)
        self.map.setAccessibleName(self.tr("{what} over the steps, as a map").format(what=title))
        self.map.setToolTip(explained(instrument))
        for lines in (self.lines, self.shares):
            lines.setAccessibleName(self.tr("{what} over the steps, as lines").format(what=title))
            lines.set_titles(symbol, self.tr("step"))
            lines.file_stem = f"{instrument}-per-step"
        self.density.setAccessibleName(
            self.tr("{what} over the steps, as a histogram").format(what=title)
        )
        self.density.setToolTip(explained(instrument))

    def _retranslate(self) -> None:
        self.chooser.setAccessibleName(self.tr("Instrument over the steps"))
        self.chooser.setToolTip(self.tr("What is shown over the steps"))
        named = titles()
        with QSignalBlocker(self.chooser):
            for index, name in enumerate(INSTRUMENTS):
                self.chooser.setItemText(index, named[name])
        self.way.set_text("map", self.tr("Map"), self.tr("As a map"))
        self.way.set_text("lines", self.tr("Lines"), self.tr("As lines"))
        self.layer_label.setText(self.tr("layer"))
        self.layer_field.setAccessibleName(self.tr("Layer whose numbers are shown"))
        self._name()
        self._drawn = ()
        self._draw()

    def event(self, event: QEvent) -> bool:
        """The unit moves when the card, or anything in its header, has another width."""
        done = super().event(event)
        if event.type() in (QEvent.Type.Resize, QEvent.Type.LayoutRequest, QEvent.Type.Show):
            self.unit.place()
        return done

    def changeEvent(self, event: QEvent) -> None:
        """Another language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
