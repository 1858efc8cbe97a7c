"""The running sums of the parts, from the cost down to the first layer."""

from __future__ import annotations

from collections.abc import Sequence

from gradsim.ui.gradients.lenses.lens import LensTools, PlotLens
from gradsim.ui.gradients.lenses.line_legend import LegendEntry, LineLegend
from gradsim.ui.plots.export.subject import CaptionLine
from gradsim.ui.plots.running_plot import TOTAL, RunningPlot, part_sample
from gradsim.viewmodels import words
from gradsim.viewmodels.gradients.attribution import CAUSES, at_layer
from gradsim.viewmodels.gradients.breakdown.running import Running, running_of
from gradsim.viewmodels.gradients.tables import Table
from gradsim.viewmodels.gradients.wording import decades_text
from gradsim.viewmodels.notation import layer_number

_EVERY_LAYER = 10**6


class CumulativeLens(PlotLens):
    """Staircases of the chosen gradient's parts; the widest one is their sum."""

    def __init__(self, tools: LensTools) -> None:
        self.plot = RunningPlot(tools.workbench.theme)
        super().__init__(tools, self.plot)
        self.running: Running | None = None
        self.legend = LineLegend(tools.workbench.theme)
        self.plot.reading.set_reader(self._readout)
        self.plot.table = self._table
        self.plot.caption = self._caption
        self.column.addWidget(self.legend)
        self.lay_out()
        tools.view.changed.connect(self.follow)
        self.plot.stop_chosen.connect(self._choose_stop)

    @property
    def note(self) -> str:
        """What the sum is the logarithm of."""
        return "" if self.running is None else f"log₁₀ {self.running.attribution.title}"

    def refresh(self) -> None:
        """Draw the newest sums."""
        attribution = self.tools.view.attribution(self.plot.most_steps)
        self.running = None if attribution is None else running_of(attribution)
        self.show_instead(self.missing() if self.running is None else "")
        self.plot.set_titles(self.tr("factor so far"), self.across())
        self.plot.show_running(self.running)
        if self.running is not None:
            self._show_legend(self.running)
            self._say(self.running)
        self.mark_layers()
        self.note_changed.emit()

    def mark_layers(self) -> None:
        """Shade the chosen layers' columns."""
        self.plot.mark_layers(self.tools.view.chosen_layers())

    def _show_legend(self, running: Running) -> None:
        entries = [
            LegendEntry(
                part_sample(part.name),
                f"{words.text(CAUSES[part.name])} {decades_text(float(part.decades[0]))}",
            )
            for part in running.parts
        ]
        total = decades_text(float(running.total[0]))
        text = self.tr("together {total}").format(total=total)
        entries.append(LegendEntry(part_sample(TOTAL), text, strong=True))
        self.legend.show_entries(entries)

    def _say(self, running: Running) -> None:
        ends = running.ends_at
        shown = running.attribution
        if ends is not None:
            sentence = self.tr(
                "At layer {layer} the gradient is 0 or no number: no sum goes further down."
            )
            self.say((), sentence.format(layer=layer_number(ends)))
            return
        sentence = self.tr(
            "Every line begins at 1 with {start}; the sum ends at {symbol}: {total} decades."
        )
        symbol = at_layer(shown.quantity, 1, shown.statistic)
        total = decades_text(float(running.total[0]))
        told = sentence.format(start=shown.start, symbol=symbol, total=total)
        parts_end = running.parts_end_at
        if parts_end is not None:
            cannot = self.tr(
                "At layer {layer} it cannot be told what each part did: through the layer above "
                "comes exactly 0, and all of the gradient past it. A line that ends there has no "
                "number further down; the sum goes on."
            )
            told = f"{told} {cannot.format(layer=layer_number(parts_end))}"
        self.say((), told)

    def _choose_stop(self, stop: int) -> None:
        if self.running is not None:
            self.tools.view.choose_layer(int(self.running.attribution.first[stop]))

    def _readout(self, stop: int) -> Sequence[str]:
        running = self.running
        if running is None or stop >= len(running.attribution.first):
            return ()
        layer = layer_number(int(running.attribution.first[stop]))
        lines = [self.tr("down to layer {layer}, in decades").format(layer=layer)]
        lines += [
            f"{decades_text(float(part.decades[stop]), 4)}  {words.text(CAUSES[part.name])}"
            for part in running.parts
        ]
        total = decades_text(float(running.total[stop]), 4)
        together = self.tr("together")
        lines.append(f"{total}  {together}")
        return lines

    def _table(self) -> Table:
        full = self.tools.view.attribution(_EVERY_LAYER)
        return Table((), ()) if full is None else running_of(full).table()

    def _caption(self) -> Sequence[CaptionLine]:
        view = self.tools.view
        scope = view.scope()
        if scope is None or self.running is None:
            return ()
        name = view.full_name_of(view.shown_runs()[0])
        heading = f"{name}, {words.text(scope)}, {self.note}"
        return ((None, heading), *self.legend.caption())

    def retranslate(self) -> None:
        """Names, then everything that is drawn."""
        self.plot.setAccessibleName(self.tr("Decades gathered from the cost down"))
        self.plot.setAccessibleDescription(
            self.tr("Arrow keys read the sums layer by layer, Enter selects the layer")
        )
        self.follow()
