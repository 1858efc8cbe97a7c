"""The chosen gradient in float16, float32 and float64 beside its exact profile."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

import numpy as np

from gradsim.ui.gradients.lenses.lens import JobLens, LensTools
from gradsim.ui.gradients.lenses.line_legend import LegendEntry, LineLegend
from gradsim.ui.plots.drop_lines import Drop
from gradsim.ui.plots.export.subject import CaptionLine
from gradsim.ui.plots.formats_plot import FormatsPlot
from gradsim.ui.plots.line_samples import run_sample
from gradsim.ui.plots.profile_plot import RunProfile
from gradsim.viewmodels import words
from gradsim.viewmodels.gradients.formats import told
from gradsim.viewmodels.gradients.formats.lines import PRECISIONS, FormatLine
from gradsim.viewmodels.gradients.formats.model import FormatsModel
from gradsim.viewmodels.gradients.profile import Profile
from gradsim.viewmodels.gradients.tables import Table

_STYLES = {name: style for style, name in enumerate(reversed(PRECISIONS), start=1)}
"""float64 looks most like the exact profile, float16 least."""


class PrecisionLens(JobLens):
    """Profiles per format, marked where each loses the gradient."""

    def __init__(self, tools: LensTools) -> None:
        bench = tools.workbench
        self.plot = FormatsPlot(bench.theme)
        super().__init__(tools, self.plot)
        self.model = FormatsModel(bench.simulation, tools.view.choice, self)
        self.legend = LineLegend(bench.theme)
        self.plot.reading.set_reader(self._readout)
        self.plot.table = self._table
        self.plot.caption = self._caption
        self.column.addWidget(self.legend)
        self.lay_out()
        self.model.changed.connect(self.follow)
        tools.view.changed.connect(self.follow)
        self.plot.stop_chosen.connect(self._choose_stop)

    @property
    def note(self) -> str:
        """The gradient, and what it is of."""
        scope = self.tools.view.scope()
        if scope is None:
            return ""
        return f"{told.symbol_of(self.model)}, {words.text(scope)}"

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
        """Draw the newest profiles, or say why there are none."""
        model = self.model
        exact, lines = model.exact(), model.lines()
        self.show_instead(self.missing(model.job) if exact is None else "")
        self.plot.set_titles(told.symbol_of(model), self.across())
        if exact is not None:
            runs = [RunProfile(0, exact)]
            runs += [RunProfile(_STYLES[each.precision], each.profile) for each in lines]
            self.plot.show_runs(runs)
            self.plot.mark_losses([_drop(each, exact) for each in lines if each.lost_at])
            entries = [LegendEntry(partial(run_sample, 0), told.exact_label())]
            entries += [
                LegendEntry(partial(run_sample, _STYLES[each.precision]), told.legend_text(each))
                for each in lines
            ]
            self.legend.show_entries(entries)
            self.say(told.messages(model), self.computing(model.job) if model.job.waiting else "")
        self.mark_layers()
        self.note_changed.emit()

    def mark_layers(self) -> None:
        """Shade the chosen layers' columns."""
        self.plot.mark_layers(self.tools.view.chosen_layers())

    def _choose_stop(self, stop: int) -> None:
        self.tools.view.choose_layer(stop + 1)

    def _readout(self, stop: int) -> Sequence[str]:
        return told.readout(self.model, stop + 1)

    def _table(self) -> Table:
        return told.table_of(self.model)

    def _caption(self) -> Sequence[CaptionLine]:
        view = self.tools.view
        name = view.full_name_of(view.shown_runs()[0])
        lines: list[CaptionLine] = [(None, f"{name}, {self.note}"), (0, told.exact_label())]
        lines += [(_STYLES[each.precision], told.legend_text(each)) for each in self.model.lines()]
        return lines

    def retranslate(self) -> None:
        """Names, then everything that is drawn."""
        self.plot.setAccessibleName(self.tr("Gradient per layer in number formats"))
        self.plot.setAccessibleDescription(
            self.tr("Arrow keys read every format layer by layer, Enter selects the layer")
        )
        self.follow()


def _drop(line: FormatLine, exact: Profile) -> Drop:
    """Where a format loses the gradient, its name at the end that the exact curve leaves free."""
    layer = line.lost_at or 1
    known = exact.log10[np.isfinite(exact.log10)]
    low = bool(exact.log10[layer - 1] < (known.min() + known.max()) / 2)
    return Drop(layer, line.precision, at_top=low)
