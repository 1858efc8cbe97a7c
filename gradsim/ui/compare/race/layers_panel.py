"""When the layers of each racer had moved, by a share of their size that can be chosen."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent

from gradsim.project.race import SHARES
from gradsim.ui.compare.race.curves_panel import race_caption
from gradsim.ui.compare.race.first_moves_plot import FirstMovesPlot
from gradsim.ui.panel import Panel
from gradsim.ui.plots.export.subject import CaptionLine
from gradsim.ui.segmented import Segmented
from gradsim.ui.theme import ThemeController
from gradsim.viewmodels import words
from gradsim.viewmodels.gradients.tables import Table
from gradsim.viewmodels.notation import layer_number
from gradsim.viewmodels.race.field_words import field_lines
from gradsim.viewmodels.race.session import RaceSession


class LayersPanel(Panel):
    """The strip of layers, and the choice of the share."""

    def __init__(self, session: RaceSession, theme: ThemeController) -> None:
        super().__init__()
        self._session = session
        self.plot = FirstMovesPlot(theme)
        self.shares = Segmented([str(each) for each in SHARES])
        self.header.addWidget(self.shares)
        self.body.addWidget(self.plot, 1)
        self.plot.reading.set_reader(self._read)
        self.plot.table = self._table
        self.plot.caption = self._caption
        self.plot.configuration = self._configuration
        self.shares.chosen.connect(self._choose)
        session.changed.connect(self.refresh)
        self._retranslate()

    def refresh(self) -> None:
        """Draw the newest steps."""
        share = self._session.share
        self.shares.show_value(str(share))
        racers = [each for each in self._session.racing if each.started]
        self.setVisible(bool(racers))
        self.plot.show_steps({each.number - 1: each.first_moves(share) for each in racers})

    def _choose(self, share: str) -> None:
        self._session.choose_share(float(share))

    def _read(self, stop: int) -> Sequence[str]:
        lines = [self.tr("layer {layer}").format(layer=layer_number(stop + 1))]
        for racer in self._session.racing:
            if stop < racer.layers:
                step = int(racer.first_moves(self._session.share)[stop])
                line = self.tr("racer {racer}: step {step}") if step else self.tr(
                    "racer {racer}: not yet"
                )  # fmt: skip
                lines.append(line.format(racer=racer.number, step=words.count(step)))
        return lines

    def _table(self) -> Table:
        from gradsim.viewmodels.race.tables import first_moves_table

        return first_moves_table(self._session.racing, self._session.share)

    def _caption(self) -> Sequence[CaptionLine]:
        said = self.tr("First step after which ‖W − W₀‖ was at least {share} of ‖W₀‖")
        return [
            (None, said.format(share=f"{words.percent(self._session.share)} %")),
            *race_caption(self._session),
        ]

    def _configuration(self) -> Sequence[str]:
        return field_lines(self._session.field)

    def _retranslate(self) -> None:
        self.set_title(self.tr("First step at which each layer had moved by"))
        told = self.tr("A layer counts as moved at {share} of its size")
        for share in SHARES:
            text = f"{words.percent(share)} %"
            self.shares.set_text(str(share), text, told.format(share=text))
        self.shares.setToolTip(
            self.tr("‖W − W₀‖ against ‖W₀‖: how far the weights of a layer are from their start")
        )
        self.plot.set_titles(self.tr("step"), self.tr("layer"))
        self.plot.setAccessibleName(self.tr("First step at which each layer had moved"))
        self.plot.setAccessibleDescription(
            self.tr("Arrow keys read the racers layer by layer; lower is earlier")
        )
        self.refresh()

    def changeEvent(self, event: QEvent) -> None:
        """Another language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
