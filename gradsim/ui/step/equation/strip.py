"""The equation strip: lens, parameter and path above; the row of factors below."""

from __future__ import annotations

import math

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from gradsim.ui.equations import Equations
from gradsim.ui.panel import Panel
from gradsim.ui.step.equation.canvas import EquationCanvas
from gradsim.ui.step.equation.fractions import EM
from gradsim.ui.step.equation.head import EquationHead
from gradsim.ui.step.equation.layout import HEIGHT
from gradsim.ui.step.equation.row import StripRow
from gradsim.ui.step.equation.scroll import StripScroll
from gradsim.ui.step.keys import StepKeys
from gradsim.ui.step.no_factors import NoFactors
from gradsim.ui.step.timeline import TimelineView
from gradsim.ui.workbench import Workbench
from gradsim.viewmodels.step.equation import EquationStrip as Strip
from gradsim.viewmodels.step.equation import FactorItem, equation_strip
from gradsim.viewmodels.step.sequence import Fold, line_of, next_layer_of
from gradsim.viewmodels.step.transcript.narration import narration
from gradsim.viewmodels.step.walk.comparison import Comparison
from gradsim.viewmodels.step.walk.ending import ending

_FACTOR_PITCH = 80
_FEWEST = 9
_AHEAD = 8
_AFTER_PAINTING_MS = 20


class EquationStrip(Panel):
    """Keeps the canvas at the cursor, opens and closes folds, and speaks each step."""

    def __init__(
        self,
        workbench: Workbench,
        equations: Equations,
        comparison: Comparison,
        keys: StepKeys,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("", parent)
        self._stepper = workbench.stepper
        self._equations = equations
        self._comparison = comparison
        self._opened: frozenset[int] = frozenset()
        self._shown: Strip | None = None
        self._ahead = QTimer(self)
        self._ahead.setSingleShot(True)
        self._ahead.setInterval(_AFTER_PAINTING_MS)
        self.row = StripRow(workbench)
        self.head = EquationHead(equations, workbench.theme)
        self.canvas = EquationCanvas(equations, workbench.theme)
        self.scroll_area = StripScroll()
        self.timeline = TimelineView(workbench, keys)
        self.instead = NoFactors(workbench, HEIGHT + 9)
        self._build()
        keys.watch(self.canvas)
        self._connect()
        self.refresh()

    def _build(self) -> None:
        self.scroll_area.setFrameShape(QFrame.Shape.NoFrame)
        self.scroll_area.setWidgetResizable(True)
        self.scroll_area.setWidget(self.canvas)
        self.scroll_area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.scroll_area.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.scroll_area.setFixedHeight(HEIGHT + 9)
        self.body.setSpacing(3)
        self.body.addWidget(self.row)
        equation = QHBoxLayout()
        equation.setSpacing(8)
        equation.addWidget(self.head, 0, Qt.AlignmentFlag.AlignTop)
        equation.addWidget(self.scroll_area, 1)
        self.body.addLayout(equation)
        self.body.addWidget(self.instead)
        self.body.addWidget(self.timeline)
        frame = self.layout()
        assert frame is not None
        frame.setContentsMargins(14, 7, 14, 5)

    def _connect(self) -> None:
        stepper = self._stepper
        stepper.position_changed.connect(self._follow_position)
        stepper.steps_changed.connect(self._follow_steps)
        stepper.guard_changed.connect(self.refresh)
        self.row.searching.connect(self._tell_of_search)
        self._ahead.timeout.connect(self._prepare)
        self._comparison.changed.connect(self.refresh)
        self.canvas.factor_chosen.connect(self._go)
        self.canvas.fold_chosen.connect(self._open_fold)
        self.canvas.fold_key_pressed.connect(self._fold_by_key)
        bar = self.scroll_area.horizontalScrollBar()
        bar.valueChanged.connect(self.canvas.update)
        for moved in (self.canvas.laid_out, bar.rangeChanged, self.scroll_area.room_changed):
            moved.connect(self._scroll_to_current)

    @property
    def shown(self) -> Strip | None:
        """What the canvas paints."""
        return self._shown

    def refresh(self) -> None:
        """Show the strip at the cursor."""
        stepper = self._stepper
        if stepper.result is None or not stepper.steps:
            self._shown = None
            self.head.show_head(None)
            self.canvas.show_strip(None, None)
        else:
            capacity = max(_FEWEST, self.scroll_area.width() // _FACTOR_PITCH)
            self._shown = equation_strip(
                stepper.walk,
                stepper.result,
                stepper.position,
                capacity,
                self._opened,
                guarded=stepper.guarded,
            )
            reached = None
            if stepper.at_end:
                reached = ending(stepper.walk, stepper.result, self._comparison.difference)
            self.head.show_head(self._shown.head)
            self.canvas.show_strip(self._shown, reached, self._room())
            self._ahead.start()
        self._show_instead()
        self._speak()

    def _room(self) -> float:
        """The width that the head leaves for the factors."""
        layout = self.layout()
        assert layout is not None
        own = layout.contentsMargins()
        taken = own.left() + own.right() + self.head.minimumWidth() + 8
        return float(self.contentsRect().width() - taken)

    def _show_instead(self) -> None:
        """Where there are no factors: why."""
        empty = self._shown is None
        self.head.setHidden(empty)
        self.scroll_area.setHidden(empty)
        self.instead.setHidden(not empty)
        if empty:
            self.instead.refresh()

    def _prepare(self) -> None:
        """Have the next factors typeset before they are asked for."""
        walk, position = self._stepper.walk, self._stepper.position
        for index in line_of(walk, position, range(position, position + _AHEAD)):
            self._equations.prepare(walk.steps[index].tex, EM)

    def _follow_position(self) -> None:
        self.refresh()
        if QAccessible.isActive():
            told = self.canvas.accessibleDescription()
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self.canvas, told))

    def _follow_steps(self) -> None:
        self._opened = frozenset(i for i in self._opened if i < len(self._stepper.steps))
        self.refresh()
        self.row.fit()

    def _tell_of_search(self, told: str) -> None:
        if self._shown is None:
            self.instead.label.setText(told)

    def _speak(self) -> None:
        """Give screen readers the step in words."""
        told = narration(self._stepper.walk, self._stepper.result, self._stepper.position)
        self.canvas.setAccessibleName(self.tr("Equation"))
        self.canvas.setAccessibleDescription(told)

    def _scroll_to_current(self) -> None:
        box = self.canvas.current_box
        bar = self.scroll_area.horizontalScrollBar()
        if box is None:
            if self._stepper.position == 0:
                bar.setValue(0)
            return
        room = self.scroll_area.viewport().width()
        # The row grows with its layout request; the bar learns of it only then.
        bar.setMaximum(max(self.canvas.minimumWidth() - room, 0))
        left, right = box.left() - _FACTOR_PITCH * 1.4, box.right() + _FACTOR_PITCH * 1.4
        if self.canvas.current_is_result:
            right = box.right() + 4
        if right > bar.value() + room:
            bar.setValue(round(right - room))
            bar.setValue(self.canvas.whole_from(bar.value()))
        # Its neighbours are shown as far as the box itself stays in sight to its end.
        earliest = min(max(left, box.right() + 4 - room, 0), box.left())
        if earliest < bar.value():
            bar.setValue(math.ceil(earliest))

    def _go(self, index: int) -> None:
        self._stepper.jump(index + 1)

    def _open_fold(self, fold: Fold) -> None:
        self._opened |= next_layer_of(fold, self._stepper.walk, self._stepper.position)
        self.refresh()

    def _fold_by_key(self, wider: bool) -> None:
        walk, position = self._stepper.walk, self._stepper.position
        items = () if self._shown is None or not wider else self._shown.items
        self._opened = self._opened if wider else frozenset()
        for item in items:
            if not isinstance(item, FactorItem):
                self._opened |= next_layer_of(item.fold, walk, position)
        self.refresh()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold for the new width."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.refresh()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.refresh()
