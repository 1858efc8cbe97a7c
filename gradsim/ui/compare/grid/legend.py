"""The scale of the colours with its ticks in decades."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QLinearGradient, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from gradsim.ui.compare.grid.shades import shade_color
from gradsim.ui.theme import Theme, ThemeController
from gradsim.viewmodels import words
from gradsim.viewmodels.compare.grid.scale import TICKS, decades_at, shade

_BAR = 10.0
_STEPS = 40


class ScaleLegend(QWidget):
    """A bar from “lost” to “grown”; labels that would touch are left out."""

    def __init__(self, theme: ThemeController) -> None:
        super().__init__()
        self._theme = theme
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.update)
        self._retranslate()

    def sizeHint(self) -> QSize:
        """A bar and a line of small numbers."""
        return QSize(
            260, int(_BAR) + QFontMetricsF(small(self.font())).lineSpacing().__ceil__() + 3
        )

    def minimumSizeHint(self) -> QSize:
        """Narrow enough for the lowest window."""
        return QSize(160, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """As large as there is room."""
        del event
        painter = QPainter(self)
        paint_scale(painter, QRectF(self.rect()), self._theme.theme, self.font())
        painter.end()

    def _retranslate(self) -> None:
        tip = self.tr(
            "Decades from the last layer to the first: purple is lost, ochre is grown, pale is "
            "level. A step of the scale is finer near 0."
        )
        self.setToolTip(tip)
        self.setAccessibleName(self.tr("Scale of the colours"))
        self.setAccessibleDescription(tip)

    def changeEvent(self, event: QEvent) -> None:
        """Another language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()


def paint_scale(painter: QPainter, area: QRectF, theme: Theme, font: QFont) -> None:
    """The bar above its ticks, in `area`."""
    font = small(font)
    metrics = QFontMetricsF(font)
    margin = metrics.horizontalAdvance(f"{words.MINUS}100") / 2
    bar = QRectF(area.left() + margin, area.top(), area.width() - 2 * margin, _BAR)
    gradient = QLinearGradient(bar.topLeft(), bar.topRight())
    for step in range(_STEPS + 1):
        place = 2 * step / _STEPS - 1
        gradient.setColorAt(step / _STEPS, shade_color(decades_at(place), theme))
    painter.setPen(theme.panel_border)
    painter.setBrush(gradient)
    painter.drawRect(bar)
    painter.setFont(font)
    painter.setPen(theme.text_muted)
    taken: list[QRectF] = []
    for tick in sorted(TICKS, key=_importance):
        x = bar.left() + (shade(tick) + 1) / 2 * bar.width()
        text = f"{tick:+d}".replace("-", words.MINUS) if tick else "0"
        plate = QRectF(0, 0, metrics.horizontalAdvance(text) + 8, metrics.height())
        plate.moveCenter(QPointF(x, bar.bottom() + 2 + metrics.height() / 2))
        if any(plate.intersects(each) for each in taken):
            continue
        taken.append(plate)
        painter.drawLine(QPointF(x, bar.bottom()), QPointF(x, bar.bottom() + 3))
        painter.drawText(plate, Qt.AlignmentFlag.AlignCenter, text)


def small(font: QFont) -> QFont:
    """The font of ticks."""
    made = QFont(font)
    size = font.pointSizeF() if font.pointSizeF() > 0 else 10.0
    made.setPointSizeF(max(size - 1.5, 7.0))
    return made


def _importance(tick: int) -> tuple[int, int]:
    """0, the ends, ±10 and ±1 before ±3 and ±30."""
    order = {0: 0, 100: 1, 10: 2, 1: 3, 3: 4, 30: 5}
    return order[abs(tick)], tick
