"""The running product, factor by factor, as a waterfall of log₁₀ |product|."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QWidget

from gradsim.ui.plots.export.canvas_subject import CanvasSubject
from gradsim.ui.plots.export.subject import CaptionLine
from gradsim.ui.step.titled_panel import TitledPanel
from gradsim.ui.step.waterfall_canvas import WaterfallCanvas
from gradsim.ui.workbench import Workbench
from gradsim.viewmodels import words
from gradsim.viewmodels.configuration import configuration_of
from gradsim.viewmodels.gradients.tables import Table
from gradsim.viewmodels.step.numerals import numeral
from gradsim.viewmodels.step.walk.steps import gradient_text
from gradsim.viewmodels.step.walk.walk import Lens
from gradsim.viewmodels.step.waterfall import Waterfall, waterfall


class WaterfallPanel(TitledPanel):
    """The card around the waterfall; its title is the running product itself."""

    def __init__(self, workbench: Workbench, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._stepper = workbench.stepper
        self.canvas = WaterfallCanvas(workbench.theme)
        self.body.addWidget(self.canvas)
        self.exported = CanvasSubject(self.canvas, workbench.theme, "running-product")
        self.exported.caption = self._caption
        self.exported.configuration = self._configuration
        self.exported.table = self._table
        self.setMinimumWidth(150)
        self._capacity = 0
        self._stepper.position_changed.connect(self.refresh)
        self._stepper.steps_changed.connect(self.refresh)
        self.canvas.capacity_changed.connect(self._follow_capacity)
        self.canvas.bar_chosen.connect(self._go)
        self.refresh()

    def refresh(self) -> None:
        """Show the product up to the current step."""
        stepper = self._stepper
        self._capacity = self.canvas.capacity
        shown = None
        if stepper.result is not None and stepper.steps:
            shown = waterfall(stepper.walk, stepper.result, stepper.position, self._capacity)
        instead = stepper.walk.instead
        told = "" if shown is not None or instead is None else words.text(instead)
        self.canvas.show_waterfall(shown, self._axis_title(), told)
        title = self._title(shown)
        self.set_title(title, self._short_title(shown))
        self.canvas.setAccessibleName(title)
        self.canvas.setAccessibleDescription(self._description(shown))

    def _caption(self) -> Sequence[CaptionLine]:
        told = self._description(self.canvas.shown)
        axis = f"{self.canvas.accessibleName()}, {self._axis_title()}"
        return ((None, axis), (None, told)) if told else ((None, axis),)

    def _configuration(self) -> Sequence[str]:
        return configuration_of(self._stepper.result)

    def _table(self) -> Table:
        from gradsim.viewmodels.step.picture_tables import waterfall_table

        stepper = self._stepper
        if stepper.result is None or not stepper.steps:
            return Table((), ())
        return waterfall_table(stepper.walk, stepper.result, stepper.position)

    def _axis_title(self) -> str:
        lens = self._stepper.lens
        if lens == Lens.LAYER:
            return self.tr("log₁₀ ‖gradient‖")
        if lens == Lens.FORWARD:
            return self.tr("log₁₀ RMS")
        return self.tr("log₁₀ |product|")

    def _title(self, shown: Waterfall | None) -> str:
        stepper = self._stepper
        step = stepper.current
        if shown is None or shown.product is None or step is None:
            return (
                self.tr("Size of the signal")
                if stepper.lens == Lens.FORWARD
                else (self.tr("Running product"))
            )
        value = numeral(shown.product)
        if stepper.lens == Lens.PARAMETER:
            return self.tr("Running product = {value}").format(value=value)
        below = step.denominator
        if below is None:
            return f"{step.symbol}: {value}"
        factors = stepper.walk.factors
        single = bool(factors) and factors[stepper.position - 1].product.size == 1
        name = gradient_text(below)
        return f"{name} = {value}" if single else f"‖{name}‖ = {value}"

    def _short_title(self, shown: Waterfall | None) -> str:
        if shown is None or shown.product is None:
            return ""
        return self.tr("Product = {value}").format(value=numeral(shown.product))

    def _description(self, shown: Waterfall | None) -> str:
        if shown is None:
            return ""
        told = [self.canvas.told(bar) for bar in shown.bars if bar.state != "future"]
        return "; ".join(told)

    def _go(self, index: int) -> None:
        self._stepper.jump(index + 1)

    def _follow_capacity(self) -> None:
        if self.canvas.capacity != self._capacity:
            self.refresh()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.refresh()
