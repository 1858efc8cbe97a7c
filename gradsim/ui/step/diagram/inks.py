"""The diagram's colours and letters, mixed once for a theme so that every pen is opaque."""

from __future__ import annotations

from functools import lru_cache

from msgspec import Struct
from PySide6.QtGui import QColor, QFont, QFontMetrics, QImage, QPen

from gradsim.ui.theme import Theme
from gradsim.viewmodels.step.diagram.highlights import Mark, Phase
from gradsim.viewmodels.step.walk.steps import Family

EDGE_STEPS = 7
"""How many shades and widths the weights are drawn in."""
_WIDTHS_KEPT = 4096


def mixed(first: QColor, second: QColor, share: float) -> QColor:
    """`share` of `second` in `first`, opaque."""
    keep = 1.0 - share
    return QColor(
        round(first.red() * keep + second.red() * share),
        round(first.green() * keep + second.green() * share),
        round(first.blue() * keep + second.blue() * share),
    )


class Inks(Struct, frozen=True, eq=False):
    """Everything that painting asks a theme for."""

    theme: Theme
    edges: tuple[QPen, ...]
    """From the faintest to the strongest weight."""
    unit_fill: QColor
    unit_border: QColor
    track: QColor
    tile_colors: tuple[int, ...]
    """Of shade 0..255: not a number, −max … zero … +max."""
    bars: tuple[QColor, ...]
    """Of a share in steps of 1/255, from the palest."""
    pale_bars: tuple[QColor, ...]

    @classmethod
    @lru_cache(maxsize=2)
    def of(cls, theme: Theme) -> Inks:
        """Mix the colours of `theme`."""
        shares = [step / (EDGE_STEPS - 1) for step in range(EDGE_STEPS)]
        lightest = mixed(theme.panel, theme.text_muted, 0.55)
        bars = tuple(mixed(lightest, theme.ink[0], share / 255) for share in range(256))
        return cls(
            theme,
            tuple(
                QPen(mixed(theme.panel, theme.text_muted, 0.12 + 0.44 * share), 0.8 + 1.0 * share)
                for share in shares
            ),
            theme.selection,
            mixed(theme.panel_border, theme.text_muted, 0.16),
            theme.grid,
            tuple(_tile_color(theme, shade).rgb() for shade in range(256)),
            bars,
            tuple(mixed(theme.panel, bar, 0.42) for bar in bars),
        )

    def bar(self, share: float) -> QColor:
        """The grey of a bar of this share of the full length."""
        return self.bars[round(255 * share)]

    def pale_bar(self, share: float) -> QColor:
        """The same before the walk has come to it."""
        return self.pale_bars[round(255 * share)]

    def pen(self, mark: Mark, width: float) -> QPen:
        """The pen for a marked line: the family's colour; neutral while it is to come."""
        # Round caps cost fifteen times as much on lines wider than a pixel.
        return QPen(self.color(mark), width)

    def color(self, mark: Mark) -> QColor:
        """The colour of a mark."""
        theme = self.theme
        if mark.phase is Phase.TO_COME:
            return mixed(theme.panel, theme.text_muted, 0.9)
        return self.family(mark.family)

    def family(self, family: Family) -> QColor:
        """The fill colour of one of the three kinds."""
        return {
            Family.COST: self.theme.cost,
            Family.ACTIVATION: self.theme.activation,
            Family.LINEAR: self.theme.linear,
            Family.REMEDY: self.theme.remedy,
        }[family]

    def family_text(self, family: Family) -> QColor:
        """The letter colour of one of the three kinds."""
        return {
            Family.COST: self.theme.cost_text,
            Family.ACTIVATION: self.theme.activation_text,
            Family.LINEAR: self.theme.linear_text,
            Family.REMEDY: self.theme.remedy_text,
        }[family]

    def halo(self, family: Family) -> QColor:
        """The soft surround of what is current."""
        return mixed(self.theme.panel, self.family(family), 0.22)

    def tile_image(self, shades: bytes, rows: int, columns: int) -> QImage:
        """The picture of a heat-map tile from its shades, (rows, columns) one byte each."""
        image = QImage(shades, columns, rows, columns, QImage.Format.Format_Indexed8)
        image.setColorTable(list(self.tile_colors))
        return image.convertToFormat(QImage.Format.Format_RGB32)


def _tile_color(theme: Theme, shade: int) -> QColor:
    """Zero is mid-grey; positive weights go to the text's end, negative ones to the panel's."""
    middle = mixed(theme.panel, theme.text_muted, 0.5)
    if shade == 0:
        return theme.danger_text
    if shade >= 128:
        return mixed(middle, theme.text, (shade - 128) / 127)
    return mixed(middle, theme.panel, (128 - shade) / 127)


class Letters:
    """The letters of one picture: each font made once, for a picture asks hundreds of times."""

    def __init__(self, base: QFont) -> None:
        self._base = base
        self._fonts: dict[tuple[int, bool], QFont] = {}
        self._metrics: dict[int, QFontMetrics] = {}
        self._widths: dict[tuple[str, int], int] = {}
        self._figures: dict[int, dict[str, int]] = {}

    def font(self, pixels: float, bold: bool = False) -> QFont:
        """The font of :func:`letters` in this size."""
        key = max(round(pixels), 1), bold
        if key not in self._fonts:
            self._fonts[key] = letters(self._base, *key)
        return self._fonts[key]

    def width(self, text: str, pixels: float) -> int:
        """How wide `text` is in plain letters of this size."""
        key = max(round(pixels), 1)
        width = self._widths.get((text, key))
        if width is None:
            if len(self._widths) >= _WIDTHS_KEPT:
                self._widths.clear()
            width = self._widths[text, key] = self._metrics_of(key).horizontalAdvance(text)
        return width

    def figures_width(self, text: str, pixels: float) -> float:
        """The same of a number, whose characters stand beside each other without kerning: sums of
        known widths, because numbers are others in every picture."""
        key = max(round(pixels), 1)
        known = self._figures.setdefault(key, {})
        wide = 0.0
        for each in text:
            if each not in known:
                known[each] = self._metrics_of(key).horizontalAdvance(each)
            wide += known[each]
        return wide

    def baseline(self, pixels: float) -> float:
        """How far below its middle a line of plain letters of this size stands."""
        metrics = self._metrics_of(max(round(pixels), 1))
        return (metrics.ascent() - metrics.descent()) / 2

    def _metrics_of(self, pixels: int) -> QFontMetrics:
        if pixels not in self._metrics:
            self._metrics[pixels] = QFontMetrics(self.font(pixels))
        return self._metrics[pixels]


def letters(base: QFont, pixels: float, bold: bool = False) -> QFont:
    """`base` in a size given in layout lengths."""
    font = QFont(base)
    font.setPixelSize(max(round(pixels), 1))
    font.setWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return font
