"""The row above the equation: lens, shortcut, parameter and path, and what there is to be told."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from gradsim.ui.elided_label import ElidedLabel
from gradsim.ui.step.lens_switch import LensSwitch
from gradsim.ui.step.parameter_chooser import ParameterChooser
from gradsim.ui.step.shortcut_toggle import ShortcutToggle
from gradsim.ui.workbench import Workbench
from gradsim.viewmodels import words

_GAP, _SHORT_GAP = 10, 6
_PATIENCE_MS = 150


class StripRow(QWidget):
    """Writes the parameter short where there is little room, then the lens too, and has a notice
    shown elsewhere where there is none."""

    crowded_out = Signal(str)
    """A notice for which there is no room here; empty where there is, or none is to be seen."""
    searching = Signal(str)
    """A search for paths lasts long enough to be told of, in these words."""

    def __init__(self, workbench: Workbench, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._stepper = workbench.stepper
        self._spare = 0
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(_PATIENCE_MS)
        self.lens_switch = LensSwitch(workbench)
        self.shortcut_toggle = ShortcutToggle(workbench)
        self.chooser = ParameterChooser(workbench)
        # It comes and goes with the numbers: room of its own would move the whole window.
        self.notice_label = ElidedLabel()
        self._build()
        self._stepper.notice_changed.connect(self.show_notice)
        self._stepper.waiting_changed.connect(self._follow_waiting)
        self._patience.timeout.connect(self.show_notice)
        self.show_notice()

    def _build(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(_GAP)
        row.addWidget(self.lens_switch)
        row.addWidget(self.shortcut_toggle)
        row.addWidget(self.chooser)
        self.notice_label.setProperty("muted", True)
        self.notice_label.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.notice_label, 1)
        row.addStretch(0)

    def fit(self) -> None:
        """Find out again what there is room for."""
        tight = self._before() + self.chooser.needed(False) > self.width()
        crowded = self._before() + self.chooser.needed(True) > self.width()
        short = tight and crowded and self.lens_switch.shortens
        self.lens_switch.set_short(short)
        layout = self.layout()
        assert layout is not None
        layout.setSpacing(_SHORT_GAP if short else _GAP)
        self.chooser.set_tight(tight)
        before = self._before(short=short)
        self._spare = self.width() - before - self.chooser.needed(tight) - _GAP
        self.updateGeometry()
        self.show_notice()

    def minimumSizeHint(self) -> QSize:
        """What it needs where the parameter is written short."""
        needed = self._before(short=self.lens_switch.shortens) + self.chooser.needed(True)
        return QSize(needed, super().minimumSizeHint().height())

    def _before(self, *, short: bool = False) -> int:
        """The width that what stands before the parameter takes, the lens in letters or words."""
        gap = _SHORT_GAP if short else _GAP
        width = self.lens_switch.needed(short) + gap
        if not self.shortcut_toggle.isHidden():
            width += self.shortcut_toggle.sizeHint().width() + gap
        return width

    def show_notice(self) -> None:
        """Tell what the stepper has to tell, here or elsewhere."""
        notice = self._stepper.notice
        told = "" if notice is None else words.text(notice)
        if self._stepper.waiting and not self._patience.isActive():
            told = self.tr("Looking for the strongest paths…")
            self.searching.emit(told)
        fits = self.notice_label.fontMetrics().horizontalAdvance(told) <= self._spare
        self.notice_label.setText(told)
        self.notice_label.setVisible(bool(told) and fits)
        self.notice_label.setToolTip(told)
        self.crowded_out.emit("" if fits or not self.isVisible() else told)

    def _follow_waiting(self) -> None:
        """Say so only where the search lasts long enough to be noticed."""
        if self._stepper.waiting:
            self._patience.start()
        else:
            self._patience.stop()
            self.show_notice()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit what is in it to the new width."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.fit()

    def showEvent(self, event: QShowEvent) -> None:
        """Tell what there was to be told meanwhile."""
        super().showEvent(event)
        self.show_notice()

    def hideEvent(self, event: QHideEvent) -> None:
        """What is said of the walk is of no use beside something else."""
        super().hideEvent(event)
        self.crowded_out.emit("")

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.fit()
