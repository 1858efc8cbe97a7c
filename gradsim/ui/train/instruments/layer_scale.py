"""How numbers of layers are drawn and said: as decades, or as shares of a whole."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QColor

from gradsim.ui.plots.axes import Axis, DecadeAxis
from gradsim.ui.theme import Theme
from gradsim.viewmodels import words
from gradsim.viewmodels.digits import superscript
from gradsim.viewmodels.gradients.decades import Span, decade_span

Floats = npt.NDArray[np.float64]
_AIR = 0.04
_LEAST_DECADES = 0.2


class LayerScale(Protocol):
    """What a map or lines over the steps need to know of the numbers they show."""

    def axis(self) -> Axis:
        """An upright axis for them."""

    def span(self, drawn: Sequence[Floats]) -> Span:
        """What the axis reaches over."""

    def ends(self, finite: Floats) -> tuple[float, float]:
        """The numbers at the pale and at the dark end of a ramp."""

    def ramp_label(self, value: float) -> str:
        """An end of the ramp."""

    def told(self, value: float) -> str:
        """One number in words."""

    def missing(self) -> str:
        """What a nan is called."""

    def missing_label(self) -> str:
        """The same beside a ramp, in a short word."""

    def missing_color(self, theme: Theme) -> QColor:
        """The colour of a nan in a map."""


class DecadeScale:
    """log₁₀ of magnitudes: −inf is 0, nan was lost."""

    def axis(self) -> Axis:
        """Whole decades."""
        return DecadeAxis("left")

    def span(self, drawn: Sequence[Floats]) -> Span:
        """Whole decades, at least two."""
        return decade_span(drawn)

    def ends(self, finite: Floats) -> tuple[float, float]:
        """Whole decades, at least one."""
        low, high = float(np.floor(finite.min())), float(np.ceil(finite.max()))
        return low, max(high, low + 1.0)

    def ramp_label(self, value: float) -> str:
        """A power of ten."""
        return f"10{superscript(int(value))}"

    def told(self, value: float) -> str:
        """The magnitude itself."""
        return self.missing() if np.isnan(value) else words.power_of_ten(value, 3)

    def missing(self) -> str:
        """It was too small or no number."""
        return QCoreApplication.translate("Instruments", "lost")

    def missing_label(self) -> str:
        """The same word."""
        return self.missing()

    def missing_color(self, theme: Theme) -> QColor:
        """That of what went wrong."""
        return theme.danger_background


class SizeScale(DecadeScale):
    """log₁₀ of sizes that change little: a ramp over what there is, and not over whole decades."""

    def ends(self, finite: Floats) -> tuple[float, float]:
        """The least and the greatest, a fifth of a decade apart at least."""
        low, high = float(finite.min()), float(finite.max())
        air = max(0.0, _LEAST_DECADES - (high - low)) / 2
        return low - air, high + air

    def ramp_label(self, value: float) -> str:
        """The size itself."""
        return words.power_of_ten(value)


class ShareAxis(Axis):
    """An upright axis from 0 % to 100 %."""

    def __init__(self) -> None:
        super().__init__("left")

    def labelled(self, span: Span, pixels: float) -> tuple[tuple[float, str], ...]:
        """Percents."""
        return tuple(
            (value, f"{words.percent(round(value, 9))} %")
            for value, _ in super().labelled(span, pixels)
            if 0.0 <= value <= 1.0
        )


class ShareScale:
    """Shares from 0 to 1; nan where the layer's activation has none."""

    def axis(self) -> Axis:
        """Percents."""
        return ShareAxis()

    def span(self, drawn: Sequence[Floats]) -> Span:
        """All of them, so that a small share looks small."""
        del drawn
        return Span(-_AIR, 1.0 + _AIR)

    def ends(self, finite: Floats) -> tuple[float, float]:
        """None and all."""
        del finite
        return 0.0, 1.0

    def ramp_label(self, value: float) -> str:
        """Percents."""
        return f"{words.percent(value)} %"

    def told(self, value: float) -> str:
        """Percents."""
        return self.missing() if np.isnan(value) else f"{words.percent(value)} %"

    def missing(self) -> str:
        """Neither identity nor softmax saturates."""
        return QCoreApplication.translate("Instruments", "not defined")

    def missing_label(self) -> str:
        """There is none."""
        return QCoreApplication.translate("Instruments", "none")

    def missing_color(self, theme: Theme) -> QColor:
        """Off the greys, where 0 % is nearly white."""
        return theme.warning_background


DECADES, SIZES, SHARES = DecadeScale(), SizeScale(), ShareScale()
