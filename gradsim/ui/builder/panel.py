"""The left panel of the window: the layers as cards, the selected layer's form, data and cost."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from gradsim.ui.builder.data_section import DataSection
from gradsim.ui.builder.inspector import InspectorForm
from gradsim.ui.builder.layer_list import LayerList
from gradsim.ui.fonts import interface_font
from gradsim.ui.panel import Panel
from gradsim.ui.splitter import RememberedSplitter
from gradsim.ui.workbench import Workbench
from gradsim.viewmodels.builder.data_panel import DataPanelModel
from gradsim.viewmodels.builder.editor import Editor
from gradsim.viewmodels.builder.inspector import Inspector
from gradsim.viewmodels.builder.layer_actions import LAYERS_CONTROL, LayerActions
from gradsim.viewmodels.builder.layer_list import LayerListModel
from gradsim.viewmodels.builder.layer_numbers import LayerNumbers
from gradsim.viewmodels.builder.remedies.panel import RemedyPanel
from gradsim.viewmodels.builder.sample_table import SampleTableModel
from gradsim.viewmodels.words import count, problem_text, text

if TYPE_CHECKING:
    from gradsim.ui.builder.parameter_window import ParameterWindow

_LAYOUT = "builder"
_BAR_GAP = 4
_LIST_SHARE = 0.48
"""Of the panel's height, at most, for the list until a person drags the handle."""


class BuilderPanel(Panel):
    """Builds the network: everything here edits the document of the workbench."""

    def __init__(self, workbench: Workbench, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self._workbench = workbench
        document, selection = workbench.document, workbench.selection
        theme = workbench.theme
        self.editor = Editor(document, self)
        self.layer_actions = LayerActions(self.editor, selection, self)
        self.layers_model = LayerListModel(document, self.layer_actions, self)
        self.inspector_model = Inspector(self.editor, selection, self)
        self.remedies_model = RemedyPanel(self.editor, selection, self)
        self.data_model = DataPanelModel(self.editor, self)
        self.samples_model = SampleTableModel(self.editor, self)
        self._numbers = LayerNumbers(document, selection, workbench.simulation, self)

        self.summary = QLabel()
        self.summary.setObjectName("panelNote")
        self.summary.setFont(interface_font(0.9))
        self.summary.setWordWrap(True)
        self.layers = LayerList(self.layers_model, self.layer_actions, selection, theme)
        self.layers_problem = QLabel()
        self._layers_note = QLabel()
        self.add = QPushButton()
        self.inspector = InspectorForm(
            self.inspector_model, self.remedies_model, self.editor, theme
        )
        self.data = DataSection(self.data_model, self.samples_model, self.editor, theme)
        self.parameters: ParameterWindow | None = None
        self._build()
        self._connect()
        self._retranslate()

    def _build(self) -> None:
        self.setMinimumWidth(250)
        self.layers_problem.setProperty("problem", True)
        self._layers_note.setProperty("muted", True)
        for label in (self.layers_problem, self._layers_note):
            label.setWordWrap(True)
        top = QWidget()
        upper = QVBoxLayout(top)
        upper.setContentsMargins(0, 0, 0, 0)
        upper.setSpacing(4)
        for widget in (self.layers, self.layers_problem, self._layers_note, self.add):
            upper.addWidget(widget, 1 if widget is self.layers else 0)

        form = QWidget()
        form.setObjectName("scrolled")
        lower = QVBoxLayout(form)
        lower.setContentsMargins(0, 2, 0, 2)
        lower.setSpacing(14)
        lower.addWidget(self.inspector)
        lower.addWidget(_rule())
        lower.addWidget(self.data)
        lower.addStretch(1)
        self.form_area = QScrollArea()
        self.form_area.setFrameShape(QFrame.Shape.NoFrame)
        self.form_area.setWidgetResizable(True)
        self.form_area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.form_area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.form_area.setWidget(form)
        self._form_layout = lower

        self._splitter = RememberedSplitter(
            _LAYOUT, Qt.Orientation.Vertical, self._workbench.settings
        )
        self._splitter.addWidget(top)
        self._splitter.addWidget(self.form_area)
        self._splitter.settle((280, 360), (0, 1))
        self.body.setSpacing(6)
        self.body.addWidget(self.summary)
        self.body.addWidget(self._splitter, 1)

    def _connect(self) -> None:
        self.add.clicked.connect(self.layer_actions.add)
        self.inspector.parameters_requested.connect(self.show_parameters)
        self._workbench.document.project_changed.connect(self._refresh)
        self._workbench.settings.layout_reset.connect(self._fit_list)
        self.editor.problem_changed.connect(self._follow_editor)
        self.editor.note_changed.connect(self._follow_editor)
        self.form_area.verticalScrollBar().rangeChanged.connect(self._keep_clear_of_bar)

    def begin_drawing(self) -> None:
        """Begin what a picture will wait for."""
        self.inspector.gain.critical.begin()

    def finish_drawing(self) -> None:
        """Have at once what is otherwise there after a moment: for a picture."""
        self.inspector.gain.critical.finish()

    def shut_down(self) -> None:
        """End the threads."""
        self.inspector.gain.critical.shut_down()

    def show_parameters(self) -> None:
        """Open the window of exact weights and biases, or bring it to the front."""
        if self.parameters is None:
            from gradsim.ui.builder.parameter_window import ParameterWindow

            self.parameters = ParameterWindow(
                self._workbench.document,
                self._workbench.selection,
                self._numbers,
                self.inspector_model,
                self._workbench.theme,
                self,
            )
            # The commands' keys (Undo, Redo, Save, …) work here as in the main window.
            self.parameters.addActions(self.window().actions())
        self.parameters.show()
        self.parameters.raise_()
        self.parameters.activateWindow()

    def _refresh(self) -> None:
        self.summary.setText(self.data_model.summary())
        step = self._workbench.document.step_back
        self.set_note("" if step is None else self.tr("as at step {step}").format(step=count(step)))
        self._fit_list()

    def _fit_list(self) -> None:
        """Give the list the height of its cards, up to its share; a dragged handle stays put."""
        content = self.layers.content_height()
        self.layers.setMaximumHeight(max(content, self.layers.minimumSizeHint().height()))
        if self._workbench.settings.layout(_LAYOUT) is None:
            height = self._splitter.height()
            beside = self.add.sizeHint().height() + 8
            wanted = min(content + beside, int(height * _LIST_SHARE))
            self._splitter.setSizes([wanted, height - wanted])

    def _keep_clear_of_bar(self, low: int, high: int) -> None:
        """Leave a little room before the scroll bar, where there is one."""
        self._form_layout.setContentsMargins(0, 2, _BAR_GAP if high > low else 0, 2)

    def _follow_editor(self, control: str) -> None:
        if control == LAYERS_CONTROL:
            self._show_editor()

    def _show_editor(self) -> None:
        problem = self.editor.problem(LAYERS_CONTROL)
        notes = self.editor.notes(LAYERS_CONTROL)
        self.layers_problem.setText("" if problem is None else problem_text(problem))
        self.layers_problem.setVisible(problem is not None)
        self._layers_note.setText("\n".join(map(text, notes)))
        self._layers_note.setVisible(bool(notes))

    def _retranslate(self) -> None:
        self.set_title(self.tr("Network"))
        self.add.setText(self.tr("+  Add layer"))
        self.add.setAccessibleName(self.tr("Add layer"))
        self.add.setToolTip(self.tr("A hidden layer before the output, like the last hidden one"))
        self._show_editor()
        self._refresh()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_list()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)


def _rule() -> QFrame:
    """A thin line between two sections."""
    line = QFrame()
    line.setProperty("rule", True)
    line.setFixedHeight(1)
    return line
