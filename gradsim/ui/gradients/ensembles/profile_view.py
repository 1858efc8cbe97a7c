"""The main profile plot with the seeds' bands, single seeds by pointer and key, and theory."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from gradsim.ui.gradients.profile_view import ProfileView
from gradsim.ui.plots.export.subject import CaptionLine
from gradsim.ui.plots.pin_spreads import RunSpread
from gradsim.ui.plots.spread import SpreadCurves, TheoryCurves
from gradsim.ui.theme import ThemeController
from gradsim.viewmodels import words
from gradsim.viewmodels.gradients.ensembles.view import SpreadView
from gradsim.viewmodels.gradients.tables import Table
from gradsim.viewmodels.gradients.view import ShownRun


class SpreadProfileView(ProfileView):
    """A profile that also draws what its `SpreadView` has."""

    def __init__(self, spread: SpreadView, theme: ThemeController) -> None:
        self._spread = spread
        super().__init__(spread.gradients, theme)
        self.plot.pointed = self._point
        self.plot.stepped = self._step
        self.plot.pointer_left.connect(self._unlight)
        spread.changed.connect(self.refresh)
        spread.member_changed.connect(self._show_member)

    def refresh(self) -> None:
        """Runs, bands, theory and the lit seed."""
        band = self._spread.band()
        curves, lost = None, {}
        if band is not None:
            five, layers = band.spread, np.arange(1.0, band.depth + 1.0)
            if not band.flat:
                curves = SpreadCurves(
                    layers,
                    five.lowest,
                    five.lower_quartile,
                    five.median,
                    five.upper_quartile,
                    five.highest,
                )
            lost = {state: layers[counts > 0] for state, counts in band.counts.items()}
        bars = [
            RunSpread(style, each.spread.lower_quartile, each.spread.upper_quartile)
            for style, _, each in self._spread.pinned_bands()
            if not each.flat
        ]
        self.plot.show_spread(curves, lost, self._theory(), bars)
        super().refresh()
        self._show_member()

    def shown_runs(self) -> Sequence[ShownRun]:
        """The runs in the magnitude that is drawn."""
        return self._spread.shown_runs()

    def symbol(self) -> str:
        """The magnitude that is drawn."""
        return self._spread.symbol()

    def theory_label(self) -> str:
        """What the predicted line is."""
        if self._spread.line_corrected:
            return self.tr("theory, with the 1/n correction")
        return self.tr("theory")

    def _theory(self) -> TheoryCurves | None:
        line, interval = self._spread.line(), self._spread.interval()
        if line is None:
            if interval is None:
                return None
            line = np.full(len(interval[0]), np.nan)
        return TheoryCurves(line, self.tr("theory"), interval)

    def _point(self, stop: int, height: float) -> None:
        self._spread.light_nearest(stop + 1, height)

    def _step(self, step: int) -> bool:
        return self._spread.light_next(step)

    def _unlight(self) -> None:
        self._spread.light(None)

    def _show_member(self) -> None:
        band, member = self._spread.band(), self._spread.member
        lit = band is not None and member is not None
        self.plot.show_member(band.members[member] if lit and band is not None else None)
        self.plot.reading.refresh()

    def _readout(self, stop: int) -> Sequence[str]:
        return self._spread.readout(stop + 1)

    def _table(self) -> Table:
        return self._spread.profile_table()

    def _caption(self) -> Sequence[CaptionLine]:
        lines = list(super()._caption())
        band = self._spread.band()
        if band is not None and not band.flat:
            seeds = self.tr("grey: median, quartiles and extremes of {count} seeds from {first}")
            lines.append((None, seeds.format(count=len(band.seeds), first=band.seeds[0])))
        if not all(each.flat for _, _, each in self._spread.pinned_bands()):
            lines.append((None, self.tr("bars: the middle half of the pinned runs' seeds")))
        if any(each.reaches_zero for _, _, each in self._spread.pinned_bands()):
            lines.append((None, self.tr("arrows down: that half begins at exactly 0")))
        if self._spread.line() is not None:
            lines.append(
                (None, self.tr("dashes and dots: {theory}").format(theory=self.theory_label()))
            )
        lines.extend((None, words.text(each)) for each in self._spread.losses())
        return lines

    def _retranslate(self) -> None:
        super()._retranslate()
        self.plot.setAccessibleDescription(
            self.tr(
                "Arrow keys left and right read the magnitude layer by layer, up and down the "
                "single seeds; Enter selects the layer"
            )
        )
