"""The singular values of each layer's Jacobian, and of the product from the output down."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel

from gradsim.ui.count_field import CountField
from gradsim.ui.gradients.lenses.lens import JobLens, LensTools
from gradsim.ui.gradients.lenses.line_legend import LegendEntry, LineLegend
from gradsim.ui.plots.export.subject import CaptionLine
from gradsim.ui.plots.spread_bars import paint_isometry_sample, paint_spread_sample
from gradsim.ui.plots.spread_plot import SpreadPlot
from gradsim.ui.segmented import Segmented
from gradsim.viewmodels import words
from gradsim.viewmodels.gradients.spectra import told
from gradsim.viewmodels.gradients.spectra.model import SpectraModel
from gradsim.viewmodels.gradients.tables import Table


class SingularLens(JobLens):
    """Spreads as bars; what isometry is and how far this network is from it in words."""

    def __init__(self, tools: LensTools) -> None:
        bench = tools.workbench
        self.plot = SpreadPlot(bench.theme)
        super().__init__(tools, self.plot)
        self.model = SpectraModel(bench.simulation, bench.scope, bench.settings, self)
        self.choice = Segmented(("layers", "product"))
        self.legend = LineLegend(bench.theme)
        self.sample_label = QLabel()
        self.sample_field = CountField(1, 1)
        self.plot.reading.set_reader(self._readout)
        self.plot.table = self._table
        self.plot.caption = self._caption
        self.plot.configuration = self._configuration
        self._build()
        self.lay_out()
        self.model.changed.connect(self.follow)
        tools.view.changed.connect(self.follow)
        self.choice.chosen.connect(self.model.choose_matrices)
        self.sample_field.valueChanged.connect(self.model.choose_sample)
        self.plot.stop_chosen.connect(self._choose_stop)

    def _build(self) -> None:
        self.choice.show_value(self.model.matrices)
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addWidget(self.choice)
        row.addWidget(self.legend, 1, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.sample_label)
        row.addWidget(self.sample_field)
        self.column.addLayout(row)

    @property
    def note(self) -> str:
        """Whose singular values they are."""
        spectra = self.model.spectra
        if spectra is None:
            return ""
        product = self.model.matrices == "product"
        return told.product_symbol(spectra) if product else told.layer_symbol()

    def watch(self, watched: bool) -> None:
        """Compute from now on, or rest."""
        self.model.set_watched(watched)

    def finish_drawing(self) -> None:
        """Have the answer at once."""
        self.model.finish()

    def shut_down(self) -> None:
        """End the thread."""
        self.model.shut_down()

    def refresh(self) -> None:
        """Draw the newest spreads, or say why there are none."""
        model, spectra = self.model, self.model.spectra
        self._show_sample()
        self.choice.show_value(model.matrices)
        if model.refusal is not None:
            self.show_instead(words.text(model.refusal))
        else:
            self.show_instead(self.missing(model.job) if spectra is None else "")
        self.plot.set_titles("σ", self.across())
        self.plot.show_spread(model.shown, 1 if spectra is None else spectra.depth)
        if spectra is not None:
            messages = [told.batch_message()] if model.of_batch else []
            messages += told.isometry_messages(spectra)
            left_out = told.left_out_message(spectra)
            if left_out is not None:
                messages.append(left_out)
            self.say(messages, self.computing(model.job) if model.job.waiting else "")
        self.mark_layers()
        self.note_changed.emit()

    def mark_layers(self) -> None:
        """Shade the chosen layers' columns."""
        self.plot.mark_layers(self.tools.view.chosen_layers())

    def _show_sample(self) -> None:
        model = self.model
        for widget in (self.sample_label, self.sample_field):
            widget.setVisible(model.of_batch)
        with QSignalBlocker(self.sample_field):
            self.sample_field.setRange(1, model.samples)
            self.sample_field.setValue(model.sample)

    def _choose_stop(self, stop: int) -> None:
        shown = self.model.shown
        if shown is not None:
            self.tools.view.choose_layer(int(shown.layers[stop]))

    def _readout(self, stop: int) -> Sequence[str]:
        return told.readout(self.model, stop)

    def _table(self) -> Table:
        spectra = self.model.spectra
        return Table((), ()) if spectra is None else told.table_of(spectra)

    def _caption(self) -> Sequence[CaptionLine]:
        view, spectra = self.tools.view, self.model.spectra
        if spectra is None:
            return ()
        name = view.full_name_of(view.shown_runs()[0])
        heading = f"{name}, {told.scope_text(spectra)}, {self.note}"
        return ((None, heading), *self.legend.caption())

    def _configuration(self) -> Sequence[str]:
        spectra = self.model.spectra
        return () if spectra is None else told.configuration_of(spectra)

    def retranslate(self) -> None:
        """Names, then everything that is drawn."""
        self.choice.setAccessibleName(self.tr("Which singular values"))
        names = {
            "layers": self.tr("Singular values of each layer's own Jacobian"),
            "product": self.tr("Singular values of the product from the output down to each layer"),
        }
        self.choice.set_text("layers", self.tr("each layer"), names["layers"])
        self.choice.set_text("product", self.tr("product"), names["product"])
        for value, name in names.items():
            self.choice.button(value).setToolTip(name)
        self.sample_label.setText(self.tr("sample"))
        self.sample_field.setAccessibleName(self.tr("Sample whose Jacobians are shown"))
        self.legend.show_entries(
            [
                LegendEntry(paint_spread_sample, self.tr("max, median, min")),
                LegendEntry(paint_isometry_sample, self.tr("isometry: 1")),
            ]
        )
        self.plot.setAccessibleName(self.tr("Singular values per layer"))
        self.plot.setAccessibleDescription(
            self.tr("Arrow keys read the spread layer by layer, Enter selects the layer")
        )
        self.follow()
