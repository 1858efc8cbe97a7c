"""The form of the network's two ends: inputs, cost, data and seed, and the typed samples."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from gradsim.engine.costs import COSTS
from gradsim.engine.network import MAXIMUM_UNITS
from gradsim.engine.options import Option
from gradsim.project.datasets import DATASETS
from gradsim.project.limits import MAXIMUM_SEED
from gradsim.ui.builder.choice_row import ChoiceRow
from gradsim.ui.builder.field_row import LinkButton, NumberRow
from gradsim.ui.builder.sample_section import SampleSection
from gradsim.ui.theme import ThemeController
from gradsim.viewmodels.builder.data_panel import DataPanelModel
from gradsim.viewmodels.builder.editor import Editor
from gradsim.viewmodels.builder.layer_words import short
from gradsim.viewmodels.builder.number_text import Stepping
from gradsim.viewmodels.builder.sample_table import SampleTableModel
from gradsim.viewmodels.builder.shared import Shared
from gradsim.viewmodels.words import activation_label, cost_label, problem_text, translated

_INPUTS = Option("inputs", 1, 1, MAXIMUM_UNITS, integer=True, step=1)
_SEED = Option("seed", 0, 0, MAXIMUM_SEED, integer=True, step=1)


class DataSection(QWidget):
    """Shows and edits what goes into the network and what its output is compared with."""

    def __init__(
        self,
        model: DataPanelModel,
        samples: SampleTableModel,
        editor: Editor,
        theme: ThemeController,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._model = model
        self._editor = editor
        self._title = QLabel()
        self._title.setProperty("heading", True)
        self._draw_title = QLabel()
        self._draw_title.setProperty("heading", True)
        self.data = ChoiceRow("data", editor)
        self.samples = SampleSection(samples, editor, theme)
        self.inputs = NumberRow("inputs", Stepping.of(_INPUTS), editor)
        self.cost = ChoiceRow("cost", editor)
        self.adapt = LinkButton(model.adapt_output_to_cost)
        self.seed = NumberRow("seed", Stepping.of(_SEED), editor)
        self.new_draw = QPushButton()
        self._build()
        self._connect()
        self._retranslate()

    def _build(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        self.cost.row.below_problem.addStretch(1)
        self.cost.row.below_problem.addWidget(self.adapt)
        self.data.body.addWidget(self.samples)
        for widget in (
            self._title,
            self.data,
            self.inputs,
            self.cost,
            self._draw_title,
            self.seed,
            self.new_draw,
        ):
            if widget is self._draw_title:
                layout.addSpacing(8)
            layout.addWidget(widget)

    def _connect(self) -> None:
        model = self._model
        self.inputs.field.text_entered.connect(model.enter_inputs)
        self.inputs.field.stepped.connect(model.set_inputs)
        self.cost.field.chosen.connect(model.choose_cost)
        self.data.field.chosen.connect(model.choose_data)
        self.data.options.entered.connect(model.enter_option)
        self.data.options.stepped.connect(model.set_option)
        self.seed.field.text_entered.connect(model.enter_seed)
        self.seed.field.stepped.connect(model.set_seed)
        self.new_draw.clicked.connect(model.new_draw)
        model.changed.connect(self.refresh)
        self._editor.problem_changed.connect(self._follow_problem)

    def refresh(self) -> None:
        """Show what the project says now."""
        project = self._model.project
        self.inputs.field.show_number(project.network.inputs)
        lock = self._model.input_lock()
        self.inputs.field.setEnabled(lock is None)
        self.inputs.set_hint("" if lock is None else problem_text(lock))
        self.cost.show_choice(Shared(project.network.cost), (), "")
        self.data.show_choice(Shared(project.data.name), self._model.options(), "")
        self.data.field.setToolTip(translated("Dataset", DATASETS[project.data.name].summary))
        self.seed.field.show_number(project.seed)
        self._show_adapt()

    def _follow_problem(self, control: str) -> None:
        """A refused entry leaves the project as it was, so the lists go back to what it says."""
        if control in ("cost", "data"):
            self.refresh()

    def _show_adapt(self) -> None:
        cost = self._model.cost_to_adapt()
        required = None if cost is None else COSTS[cost].required_activation
        self.adapt.setVisible(required is not None)
        if required is not None:
            words = self.tr("Make the output {activation}")
            self.adapt.setText(words.format(activation=short(activation_label(required))))

    def _retranslate(self) -> None:
        self._title.setText(self.tr("Data and cost"))
        self._draw_title.setText(self.tr("Random draw"))
        self.data.row.set_label(self.tr("Data"))
        self.inputs.set_label(self.tr("Inputs"))
        self.cost.row.set_label(self.tr("Cost"))
        self.seed.set_label(self.tr("Seed"))
        self.new_draw.setText(self.tr("New draw"))
        self.new_draw.setToolTip(self.tr("Draw every layer again from the next seed"))
        self.cost.field.offer([(name, cost_label(name)) for name in COSTS])
        self.data.field.offer(
            [(name, translated("Dataset", each.label)) for name, each in DATASETS.items()]
        )
        for row in (self.inputs, self.cost.row, self.data.row, self.seed):
            row.retranslate()
        self.refresh()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)
