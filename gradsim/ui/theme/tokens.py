"""The colour tokens of the light and the dark theme; every colour in the window is one of these.

The colour law: cost orange, activation green, linear blue and remedy pink belong to the factors
of the chain and to nothing else. ``cost`` is for lines and fills, ``cost_text`` for letters.
"""

from __future__ import annotations

from msgspec import Struct
from PySide6.QtGui import QColor

REMEDY_STEPS = (
    "residual",
    "dropout",
    "normalization_scale",
    "normalization_shift",
    "normalization",
    "skip",
    "past",
    "penalty",
    "normalized_value",
    "dropped_value",
    "residual_value",
)
"""Kinds of factor and of value that remedies bring."""


class Theme(Struct, frozen=True, eq=False):
    """One complete set of colours."""

    name: str
    dark: bool

    window: QColor
    panel: QColor
    panel_border: QColor
    field: QColor
    field_border: QColor
    text: QColor
    text_muted: QColor
    text_disabled: QColor
    hover: QColor
    pressed: QColor
    accent: QColor
    accent_hover: QColor
    accent_text: QColor
    selection: QColor
    focus: QColor
    grid: QColor
    tooltip: QColor
    tooltip_text: QColor

    cost: QColor
    activation: QColor
    linear: QColor
    remedy: QColor
    cost_text: QColor
    activation_text: QColor
    linear_text: QColor
    remedy_text: QColor

    ink: tuple[QColor, QColor, QColor, QColor, QColor]
    """Shades for the runs: the present one first, then pins A to D."""

    band_extremes: QColor
    """Between the lowest and the highest of many draws: opaque, a little off the panel."""
    band_quartiles: QColor
    """Where the middle half of them lies."""
    falling: QColor
    level: QColor
    rising: QColor
    """The scale of decades lost and gained: its ends and its middle."""

    danger_background: QColor
    danger_text: QColor
    warning_background: QColor
    warning_text: QColor
    ok_background: QColor
    ok_text: QColor

    def factor(self, kind: str) -> QColor:
        """The fill of a factor kind of the chain (``previous_activation`` is linear)."""
        return {
            "cost": self.cost,
            "cost_value": self.cost,
            "shortcut": self.cost,
            "activation": self.activation,
            "activation_value": self.activation,
            **dict.fromkeys(REMEDY_STEPS, self.remedy),
        }.get(kind, self.linear)

    def factor_text(self, kind: str) -> QColor:
        """The letter colour of a factor kind of the chain."""
        return {
            "cost": self.cost_text,
            "cost_value": self.cost_text,
            "shortcut": self.cost_text,
            "activation": self.activation_text,
            "activation_value": self.activation_text,
            **dict.fromkeys(REMEDY_STEPS, self.remedy_text),
        }.get(kind, self.linear_text)


LIGHT = Theme(
    name="light",
    dark=False,
    window=QColor("#f4f5f8"),
    panel=QColor("#ffffff"),
    panel_border=QColor("#dfe2ea"),
    field=QColor("#ffffff"),
    field_border=QColor("#c9cdd8"),
    text=QColor("#1b1e28"),
    text_muted=QColor("#5d6375"),
    text_disabled=QColor("#8b90a0"),
    hover=QColor("#f3f4f8"),
    pressed=QColor("#e4e7ee"),
    accent=QColor("#33384a"),
    accent_hover=QColor("#454b61"),
    accent_text=QColor("#ffffff"),
    selection=QColor("#eef0f5"),
    focus=QColor("#33384a"),
    grid=QColor("#e6e8ef"),
    tooltip=QColor("#2a2e3b"),
    tooltip_text=QColor("#ffffff"),
    cost=QColor("#d55e00"),
    activation=QColor("#009e73"),
    linear=QColor("#0072b2"),
    remedy=QColor("#cc79a7"),
    cost_text=QColor("#b35000"),
    activation_text=QColor("#00785a"),
    linear_text=QColor("#006ba6"),
    remedy_text=QColor("#a24a7c"),
    ink=(
        QColor("#262a38"),
        QColor("#4c5265"),
        QColor("#646a7c"),
        QColor("#7a8092"),
        QColor("#8e93a3"),
    ),
    band_extremes=QColor("#e3e6ed"),
    band_quartiles=QColor("#ccd0db"),
    falling=QColor("#55399b"),
    level=QColor("#f1f1f4"),
    rising=QColor("#6c5608"),
    danger_background=QColor("#fdecea"),
    danger_text=QColor("#b3261e"),
    warning_background=QColor("#f7f0dc"),
    warning_text=QColor("#6f5200"),
    ok_background=QColor("#eceff1"),
    ok_text=QColor("#37424d"),
)

DARK = Theme(
    name="dark",
    dark=True,
    window=QColor("#15171c"),
    panel=QColor("#1d2027"),
    panel_border=QColor("#30343f"),
    field=QColor("#1d2027"),
    field_border=QColor("#434955"),
    text=QColor("#e8eaf0"),
    text_muted=QColor("#9fa5b5"),
    text_disabled=QColor("#6d7383"),
    hover=QColor("#262a33"),
    pressed=QColor("#343947"),
    accent=QColor("#c9cedd"),
    accent_hover=QColor("#dde1ec"),
    accent_text=QColor("#15171c"),
    selection=QColor("#2a2e38"),
    focus=QColor("#c9cedd"),
    grid=QColor("#2a2e38"),
    tooltip=QColor("#343947"),
    tooltip_text=QColor("#f2f3f7"),
    cost=QColor("#f28e4b"),
    activation=QColor("#3cc79c"),
    linear=QColor("#56b4e9"),
    remedy=QColor("#dd9cc0"),
    cost_text=QColor("#f28e4b"),
    activation_text=QColor("#3cc79c"),
    linear_text=QColor("#56b4e9"),
    remedy_text=QColor("#e3a9c9"),
    ink=(
        QColor("#d9ddea"),
        QColor("#b3b8c8"),
        QColor("#979dae"),
        QColor("#81879a"),
        QColor("#717788"),
    ),
    band_extremes=QColor("#2f343e"),
    band_quartiles=QColor("#424856"),
    falling=QColor("#b7a2f2"),
    level=QColor("#2b2f39"),
    rising=QColor("#dcc46c"),
    danger_background=QColor("#3a2422"),
    danger_text=QColor("#f59a93"),
    warning_background=QColor("#352e1c"),
    warning_text=QColor("#e6c66a"),
    ok_background=QColor("#282d35"),
    ok_text=QColor("#c6ccd6"),
)
