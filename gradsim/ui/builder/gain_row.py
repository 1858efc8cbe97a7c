"""The gain of the selected layers: slider and number, and what the field recommends beside them."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QWidget

from gradsim.ui.builder.field_row import FieldRow, LinkButton
from gradsim.ui.builder.fields import NumberField
from gradsim.ui.builder.marked_slider import MarkedSlider
from gradsim.ui.theme import ThemeController
from gradsim.viewmodels.builder.critical_gain import CriticalGains
from gradsim.viewmodels.builder.editor import Editor
from gradsim.viewmodels.builder.inspector import Inspector
from gradsim.viewmodels.builder.number_text import (
    SLIDER_STEPS,
    Stepping,
    short_number,
    slider_gain,
    slider_place,
    slider_position,
)
from gradsim.viewmodels.single_shot import single_shot
from gradsim.viewmodels.words import number, text

_NUMBER_WIDTH = 76
_SOON_MS = 300
_SMALL = 0.1
"""Below this, two decimals say too little of a gain."""


class GainRow(QWidget):
    """Edits the gain; every drag of the slider is one undo step.

    The slider is logarithmic from 0.1 to 10, 1 in the middle; the number takes what is beyond.
    A mark stands at the critical gain, where there is one for all selected layers.
    """

    changed = Signal()

    def __init__(
        self,
        inspector: Inspector,
        editor: Editor,
        theme: ThemeController,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._inspector = inspector
        self.critical = CriticalGains(inspector, self)
        self.slider = MarkedSlider(theme)
        self.slider.setRange(0, SLIDER_STEPS)
        self.slider.setPageStep(SLIDER_STEPS // 20)
        self.field = NumberField(Stepping(0.0, 1000.0, 0.05, integer=False))
        self.field.setFixedWidth(_NUMBER_WIDTH)
        self.row = FieldRow("gain", self.field, editor)
        self._recommended = QLabel()
        self._recommended.setProperty("muted", True)
        self.use = LinkButton(inspector.use_recommended_gain)
        self._critical = QLabel()
        self._critical.setProperty("muted", True)
        self.use_critical = LinkButton(self.critical.use)
        self._build()
        # Once the window has had its first frames: what the answer takes is not to delay them.
        self._soon = single_shot(self, _SOON_MS, self.critical.ask)
        self.slider.seen.connect(self._soon.start)
        self.critical.changed.connect(self.refresh)
        self.slider.moved.connect(self._take_position)
        self.field.text_entered.connect(inspector.enter_gain)
        self.field.stepped.connect(inspector.set_gain)
        self._retranslate()

    def _build(self) -> None:
        grid = self.row.layout()
        assert isinstance(grid, QGridLayout)
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(self.slider, 1)
        line.addWidget(self.field)
        grid.addLayout(line, 0, 1)
        below = QHBoxLayout()
        below.setSpacing(6)
        below.addStretch(1)
        below.addWidget(self._recommended)
        below.addWidget(self.use)
        grid.addLayout(below, 5, 0, 1, 2)
        edge = QHBoxLayout()
        edge.setSpacing(6)
        edge.addStretch(1)
        edge.addWidget(self._critical)
        edge.addWidget(self.use_critical)
        grid.addLayout(edge, 6, 0, 1, 2)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.row)

    def refresh(self) -> None:
        """Show the gain that holds now, and what is recommended for it."""
        gain = self._inspector.selected.gain()
        self.setVisible(gain is not None)
        if gain is None:
            return
        drawn = self._inspector.selected.typed().value is not True
        self.field.set_stepping(Stepping.of(gain.option))
        self.field.show_number(gain.shared.value, self.tr("mixed") if gain.shared.mixed else "")
        self.slider.show_position(slider_position(gain.shared.value or 1.0))
        self.slider.setEnabled(drawn)
        self.field.setEnabled(drawn)
        self._show_recommendation(drawn)
        self._show_critical(drawn)

    def _show_recommendation(self, drawn: bool) -> None:
        recommended = self._inspector.selected.recommended()
        followed = self._inspector.selected.follows_recommendation()
        self._recommended.setVisible(recommended is not None)
        self.use.setVisible(recommended is not None and drawn and not followed)
        if recommended is None:
            return
        if recommended.value is None:
            words = self.tr("recommended: one for each layer")
        else:
            words = self.tr("recommended {gain}").format(gain=_about(recommended.value))
        self._recommended.setText(words)
        self._recommended.setEnabled(drawn)
        exact = "" if recommended.value is None else repr(recommended.value)
        self._recommended.setToolTip(exact)

    def _show_critical(self, drawn: bool) -> None:
        """The mark with its number, or the reason why there is none.

        The line is there from the start, so that nothing moves when the number comes.
        """
        answer = self.critical.answer() if drawn else None
        known = answer is not None and bool(answer.gains)
        shared = None if answer is None else answer.shared
        self._critical.setEnabled(drawn)
        self.use_critical.setVisible(known and not self.critical.is_set())
        self.slider.set_mark(None if shared is None else slider_place(shared))
        if answer is None:
            words, tip = "", ""
        elif answer.reason is not None:
            words, tip = self.tr("no critical gain"), text(answer.reason)
        elif shared is None:
            words = self.tr("critical: one for each layer")
            tip = self.tr("Critical gain: one for each layer")
        else:
            words = self.tr("critical {gain}").format(gain=_about(shared))
            tip = self.tr("Critical gain {gain}: ‖δ‖ neither falls nor grows with depth").format(
                gain=f"{shared:.6g}"
            )
        self._critical.setText(words)
        for widget in (self._critical, self.slider):
            widget.setToolTip(tip)
        self.slider.setAccessibleDescription(tip)

    def _take_position(self, position: int, gesture: object) -> None:
        self._inspector.set_gain(slider_gain(position), gesture)

    def _retranslate(self) -> None:
        self.row.set_label(self.tr("Gain"))
        self.field.setAccessibleName(self.tr("Gain"))
        self.slider.setAccessibleName(self.tr("Gain slider"))
        self.use.setText(self.tr("use"))
        self.use.setAccessibleName(self.tr("Use the recommended gain"))
        self.use_critical.setText(self.tr("use"))
        self.use_critical.setAccessibleName(self.tr("Use the critical gain"))
        self.row.retranslate()
        self.refresh()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)


def _about(gain: float) -> str:
    """The gain to two decimals, marked where that is not the whole of it; a small one to three
    figures."""
    shown = f"{gain:.2f}"
    if float(shown) == gain:
        return short_number(gain)
    return f"≈ {shown if gain >= _SMALL else number(gain, 3)}"
