"""The diagram panel of the Step workspace: canvas, depth ribbon, outline and their buttons."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QEvent, QPoint, QSize, Qt
from PySide6.QtGui import QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QMenu, QToolButton, QVBoxLayout, QWidget

from gradsim.ui.panel import Panel
from gradsim.ui.splitter import RememberedSplitter
from gradsim.ui.step.diagram.canvas import DiagramCanvas
from gradsim.ui.step.diagram.hand import DiagramHand
from gradsim.ui.step.diagram.outline import OutlineView
from gradsim.ui.step.ribbon import LOW_RIBBON, RIBBON, RibbonView
from gradsim.ui.workbench import Workbench
from gradsim.viewmodels.notation import written
from gradsim.viewmodels.step.diagram.actions import DiagramActions
from gradsim.viewmodels.step.diagram.diagram import DiagramModel
from gradsim.viewmodels.step.diagram.hits import Target, TargetKind
from gradsim.viewmodels.step.diagram.words import describe, gradient_symbol
from gradsim.viewmodels.step.nudge.levers import lever_symbol
from gradsim.viewmodels.step.parameters import symbol_of
from gradsim.viewmodels.step.walk.steps import gradient_text
from gradsim.viewmodels.step.walk.walk import Lens
from gradsim.viewmodels.words import count

_DESIGNED = (460, 310)
"""Widths of canvas and outline, when both are shown."""
_OUTLINE_SETTING = "diagram_outline"
_LOW = 320
"""A panel lower than this has a lower ribbon."""


class DiagramPanel(Panel):
    """The network with its values, the factor of the walk lit in it."""

    def __init__(self, workbench: Workbench, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._workbench = workbench
        self.model = DiagramModel(
            workbench.simulation, workbench.stepper, workbench.selection, self
        )
        self.actions_of_diagram = DiagramActions(self.model, workbench.stepper, workbench.selection)
        self.hand = DiagramHand(workbench.nudge)
        self.canvas = DiagramCanvas(self.model, self.actions_of_diagram, workbench.theme, self.hand)
        self.ribbon = RibbonView(self.model, workbench.theme)
        self.outline = OutlineView(self.model, self.actions_of_diagram)
        self.outline.hide()
        self._away = self._words_due = False
        self._build_buttons()
        self._build_layout()
        self._connect()
        self._retranslate()
        self._recolor()
        if workbench.settings.flag(_OUTLINE_SETTING):
            self.outline_button.setChecked(True)

    def finish_drawing(self) -> None:
        """Draw at once what is otherwise drawn when there is time."""
        self.canvas.finish_drawing()

    def _build_buttons(self) -> None:
        self.zoom_out_button = self._button("minus")
        self.fit_button = self._button("fit")
        self.zoom_in_button = self._button("plus")
        self.outline_button = self._button("outline")
        self.outline_button.setCheckable(True)
        self.fit_button.setEnabled(False)
        self.zoom_out_button.setEnabled(False)

    def _button(self, name: str) -> QToolButton:
        button = QToolButton()
        button.setObjectName(name)
        button.setProperty("flat", True)
        button.setStyleSheet("QToolButton, QToolButton:focus { padding: 0; min-height: 0; }")
        button.setIconSize(QSize(15, 15))
        button.setFixedSize(24, 24)
        self.header.addWidget(button)
        return button

    def _build_layout(self) -> None:
        drawn = QWidget()
        drawing = QVBoxLayout(drawn)
        drawing.setContentsMargins(0, 0, 0, 0)
        drawing.setSpacing(4)
        drawing.addWidget(self.canvas, 1)
        drawing.addWidget(self.ribbon)
        settings = self._workbench.settings
        row = RememberedSplitter("diagram_outline", Qt.Orientation.Horizontal, settings)
        row.addWidget(drawn)
        row.addWidget(self.outline)
        row.settle(_DESIGNED, (1, 0))
        self.body.addWidget(row, 1)
        self.header.setSpacing(4)
        self.layout().setContentsMargins(14, 6, 10, 6)  # type: ignore[union-attr]
        self.layout().setSpacing(4)  # type: ignore[union-attr]

    def _connect(self) -> None:
        scope = self._workbench.scope
        self.zoom_out_button.clicked.connect(self.canvas.magnifier.zoom_out)
        self.zoom_in_button.clicked.connect(self.canvas.magnifier.zoom_in)
        self.fit_button.clicked.connect(self.canvas.magnifier.fit)
        self.outline_button.toggled.connect(self._toggle_outline)
        self.canvas.magnifier.zoomed.connect(self.fit_button.setEnabled)
        self.canvas.magnifier.zoomed.connect(self.zoom_out_button.setEnabled)
        self.canvas.menu_wanted.connect(self._show_menu)
        self.outline.pointed.connect(self.canvas.point_at)
        self.ribbon.layer_chosen.connect(self.actions_of_diagram.go_to_layer)
        self.model.changed.connect(self._show_words)
        self.model.highlighted.connect(self._describe_canvas)
        scope.samples_changed.connect(self._show_words)
        self._workbench.nudge.changed.connect(self._follow_nudge)
        self._workbench.theme.changed.connect(self._recolor)

    # Words

    def _show_words(self) -> None:
        """Title and note, of the scope and the lens as they stand; later, while hidden."""
        self._words_due = self._away
        if self._away:
            return
        stepper = self._workbench.stepper
        parameter, result = stepper.parameter, stepper.result
        if stepper.lens is Lens.FORWARD:
            self.set_title(self.tr("Forward pass"))
        elif parameter is None or result is None or stepper.lens is not Lens.PARAMETER:
            self.set_title(self.tr("Backward pass"))
        else:
            gradient = gradient_text(symbol_of(parameter, result.project.network))
            self.set_title(self.tr("Backward pass of {gradient}").format(gradient=gradient))
        self._fit_note()

    def _fit_note(self) -> None:
        """The longest of the notes that the header has room for."""
        notes = self._notes()
        buttons = 4 * (self.fit_button.width() + self.header.spacing())
        room = self.width() - self.title_label.sizeHint().width() - buttons - 40
        metrics = self.note_label.fontMetrics()
        fitting = (note for note in notes if metrics.horizontalAdvance(note) <= room)
        self.set_note(next(fitting, ""))
        self.note_label.setToolTip(notes[0])
        self._describe_canvas()

    def _describe_canvas(self) -> None:
        """What a screen reader says of the picture: the note, and the present factor's thing."""
        if self._words_due:
            return
        values, target = self.model.values, self.model.current_target
        said = [self.note_label.toolTip()]
        if values is not None and target is not None and target.is_in(self.model.shape):
            said.append(describe(target, values).sentence)
        self.canvas.setAccessibleDescription(". ".join(said))

    def _notes(self) -> tuple[str, ...]:
        """What the note says: whole, shorter, shortest."""
        values = self.model.values
        if values is None:
            return ("",)
        sample = values.result.sample
        if sample is None:
            scope = self.tr("batch of {samples}: means").format(samples=count(values.samples))
        else:
            scope = self.tr("sample {sample} of {samples}").format(
                sample=count(sample), samples=count(values.samples)
            )
        if self.model.preview is not None:
            nudged = self.tr("nudged; below a unit: Δa")
            return f"{scope} · {nudged}", scope
        if self._workbench.stepper.lens is Lens.FORWARD:
            return (scope,)
        ends = [str(end).replace("-", "−") for end in self.model.bar_range]
        whole = written(self.tr("bar under a unit: log₁₀|∂C/∂z|, {bottom} to {top}"))
        short = written(self.tr("bar: log₁₀|∂C/∂z|, {bottom} to {top}"))
        return (
            f"{scope} · {whole.format(bottom=ends[0], top=ends[1])}",
            f"{scope} · {short.format(bottom=ends[0], top=ends[1])}",
            scope,
        )

    def _retranslate(self) -> None:
        named = (
            (self.zoom_out_button, self.tr("Zoom out"), "−"),
            (self.fit_button, self.tr("Show the whole diagram"), "F"),
            (self.zoom_in_button, self.tr("Zoom in"), "+"),
            (self.outline_button, self.tr("Outline of the network"), ""),
        )
        for button, name, key in named:
            button.setAccessibleName(name)
            button.setToolTip(f"{name} ({key})" if key else name)
        self.canvas.setAccessibleName(self.tr("Network diagram"))
        self._show_words()

    def _recolor(self) -> None:
        icons = self._workbench.theme.icons
        for button in (
            self.zoom_out_button, self.fit_button, self.zoom_in_button, self.outline_button,
        ):  # fmt: skip
            button.setIcon(icons.icon(button.objectName()))

    # Hands

    def _follow_nudge(self) -> None:
        was = self.model.preview is not None
        self.model.show_preview(self._workbench.nudge.preview)
        if was != (self.model.preview is not None):
            self._fit_note()

    def _toggle_outline(self, shown: bool) -> None:
        self.outline.setVisible(shown)
        self._workbench.settings.set_flag(_OUTLINE_SETTING, shown)
        if shown:
            self.outline.setFocus()
        else:
            self.canvas.point_at(None)
            self.canvas.setFocus()

    def _show_menu(self, target: Target | None, place: QPoint) -> None:
        """What can be done with the thing under the pointer, or with the view."""
        menu = QMenu(self)
        if target is not None:
            self._add_target_actions(menu, target)
            menu.addSeparator()
        menu.addAction(self.tr("Zoom in"), self.canvas.magnifier.zoom_in)
        menu.addAction(self.tr("Zoom out"), self.canvas.magnifier.zoom_out)
        menu.addAction(self.tr("Show the whole diagram"), self.canvas.magnifier.fit)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(place)

    def _add_target_actions(self, menu: QMenu, target: Target) -> None:
        act, values = self.actions_of_diagram, self.model.values
        has_factor = target.kind in (TargetKind.UNIT, TargetKind.LAYER, TargetKind.COST)
        unrolls = target.kind in (TargetKind.UNIT, TargetKind.EDGE)
        if values is None:
            return
        if unrolls and target.layer:
            text = self.tr("Unroll {gradient}").format(gradient=gradient_symbol(target, values))
            menu.addAction(text, partial(act.unroll, target))
        for address in act.normalized_at(target):
            symbol = gradient_text(symbol_of(address, values.result.project.network))
            text = self.tr("Unroll {gradient}").format(gradient=symbol)
            menu.addAction(text, partial(act.unroll_parameter, address))
        if has_factor and target.layer:
            menu.addAction(self.tr("Go to its factor"), partial(act.choose, target))
        lever = self.hand.lever_of(target)
        if lever is not None:
            symbol = lever_symbol(lever, values.result.project.network).text
            text = self.tr("Nudge {symbol}").format(symbol=symbol)
            menu.addAction(text, partial(self._workbench.nudge.grab, lever))

    # Qt overrides

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._away = True

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._away = False
        if self._words_due:
            self._show_words()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.ribbon.setFixedHeight(LOW_RIBBON if self.height() < _LOW else RIBBON)
        self._fit_note()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
