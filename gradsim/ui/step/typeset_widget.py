"""The ground of the widgets that paint equations: one typesetter and its fonts, kept."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtGui import QFont, QFontMetricsF
from PySide6.QtWidgets import QWidget

from gradsim.ui.equations import Equations
from gradsim.ui.step.equation.fractions import Typesetter
from gradsim.ui.step.equation.layout import number_font


class TypesetWidget(QWidget):
    """Keeps what is dear to make: it is asked for at every factor of every paint."""

    def __init__(self, equations: Equations, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._equations = equations
        self._kept: Typesetter | None = None
        self._fonts: dict[bool, QFont] = {}
        self._widths: dict[tuple[bool, str], float] = {}

    def _typesetter(self) -> Typesetter:
        ratio = self.devicePixelRatioF()
        if self._kept is None or self._kept.ratio != ratio:
            self._kept = Typesetter(self._equations, self.font(), ratio)
        return self._kept

    def _number_font(self, *, bold: bool = False) -> QFont:
        """The font of the numbers below the factors."""
        if bold not in self._fonts:
            self._fonts[bold] = number_font(self.font(), bold=bold)
        return self._fonts[bold]

    def _number_width(self, text: str, *, bold: bool = False) -> float:
        key = (bold, text)
        if key not in self._widths:
            if len(self._widths) > 400:
                self._widths.clear()
            metrics = QFontMetricsF(self._number_font(bold=bold))
            self._widths[key] = metrics.horizontalAdvance(text)
        return self._widths[key]

    def changeEvent(self, event: QEvent) -> None:
        """Another font, other measures."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._kept = None
            self._fonts.clear()
            self._widths.clear()
