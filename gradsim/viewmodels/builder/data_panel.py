"""What surrounds the layers, input width, cost, data set and seed, and the edits that set it."""

from __future__ import annotations

from collections.abc import Callable
from importlib.util import find_spec

from PySide6.QtCore import QCoreApplication, QObject, Signal

from gradsim.engine.costs import COSTS
from gradsim.engine.options import resolved_options
from gradsim.engine.problems import QT_TRANSLATE_NOOP, Problem
from gradsim.project import edits
from gradsim.project.datasets.loading import input_lock, sample_count
from gradsim.project.datasets.real import scikit_learn_missing
from gradsim.project.datasets.table import DATASETS
from gradsim.project.model import DataSource, Project
from gradsim.viewmodels.builder.cells import whole
from gradsim.viewmodels.builder.editor import Editor
from gradsim.viewmodels.builder.shared import OptionValue, Shared
from gradsim.viewmodels.messages import Message
from gradsim.viewmodels.words import count


class DataPanelModel(QObject):
    """The network's two ends: what goes in, what it is compared with, and by which cost."""

    changed = Signal()

    def __init__(self, editor: Editor, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._editor = editor
        self._refused_cost: str | None = None
        editor.document.project_changed.connect(self._follow)

    @property
    def project(self) -> Project:
        """The project as it stands."""
        return self._editor.document.project

    def summary(self) -> str:
        """“2 inputs · 5 layers · 49 parameters”."""
        translate = QCoreApplication.translate
        network = self.project.network
        inputs, layers = network.inputs, len(network.layers)
        one_input = translate("DataPanel", "1 input")
        one_layer = translate("DataPanel", "1 layer")
        parts = (
            one_input
            if inputs == 1
            else translate("DataPanel", "{count} inputs").format(count=count(inputs)),
            one_layer
            if layers == 1
            else translate("DataPanel", "{count} layers").format(count=count(layers)),
            translate("DataPanel", "{count} parameters").format(
                count=count(network.parameter_count)
            ),
        )
        return " · ".join(parts)

    def input_lock(self) -> Problem | None:
        """Why the number of inputs cannot be changed: real data fix it."""
        return input_lock(self.project)

    def samples(self) -> int:
        """How many samples the data hold."""
        return sample_count(self.project.data)

    def options(self) -> tuple[OptionValue, ...]:
        """The options of the data set with their values."""
        data = self.project.data
        allowed = DATASETS[data.name].options
        values = resolved_options(data.choice, allowed)
        return tuple(OptionValue(each, Shared(values[each.name])) for each in allowed)

    def cost_to_adapt(self) -> str | None:
        """The cost that was refused only because the output has another activation, if one was."""
        return self._refused_cost if self._editor.problem("cost") is not None else None

    def enter_inputs(self, text: str) -> None:
        """Take the typed number of inputs."""
        self._editor.enter("inputs", text, self.set_inputs)

    def set_inputs(self, value: float, gesture: object | None = None) -> None:
        """So many inputs."""
        self._apply(
            "inputs",
            QT_TRANSLATE_NOOP("BuilderEdit", "Set inputs"),
            lambda project: edits.set_inputs(project, whole(value)),
            gesture,
        )

    def choose_cost(self, name: str) -> None:
        """Another cost; where the output does not suit it, that is said, and nothing changes."""
        required = COSTS[name].required_activation
        suits = required in (None, self.project.output.activation.name)
        self._refused_cost = None if suits else name
        self._apply(
            "cost",
            QT_TRANSLATE_NOOP("BuilderEdit", "Set cost"),
            lambda project: edits.set_cost(project, name),
        )

    def adapt_output_to_cost(self) -> None:
        """Take the cost that was refused, and give the output the activation that it asks for."""
        name = self._refused_cost
        if name is not None:
            self._apply(
                "cost",
                QT_TRANSLATE_NOOP("BuilderEdit", "Set cost and output activation"),
                lambda project: edits.set_cost(project, name, adapt_output=True),
            )

    def choose_data(self, name: str) -> None:
        """Another data set; what both call the same (samples, seed, noise) stays where it may."""
        lacking = missing_extra(name)
        if lacking is not None:
            self._editor.refuse("data", lacking)
            return
        given = dict(self.project.data.options)
        kept = {
            option.name: given[option.name]
            for option in DATASETS[name].options
            if option.name in given and option.minimum <= given[option.name] <= option.maximum
        }
        self._apply(
            "data",
            QT_TRANSLATE_NOOP("BuilderEdit", "Set data"),
            lambda project: edits.set_data(project, DataSource.of(name, **kept)),
        )

    def enter_option(self, name: str, text: str) -> None:
        """Take the typed value of one option of the data set."""
        self._editor.enter(f"data.{name}", text, lambda value: self.set_option(name, value))

    def set_option(self, name: str, value: float, gesture: object | None = None) -> None:
        """One option of the data set."""
        self._apply(
            f"data.{name}",
            QT_TRANSLATE_NOOP("BuilderEdit", "Set data"),
            lambda project: edits.set_data_option(project, name, value),
            gesture,
        )

    def enter_seed(self, text: str) -> None:
        """Take the typed seed."""
        self._editor.enter("seed", text, self.set_seed)

    def set_seed(self, value: float, gesture: object | None = None) -> None:
        """Another seed: another draw of all that is not typed in."""
        self._apply(
            "seed",
            QT_TRANSLATE_NOOP("BuilderEdit", "Set seed"),
            lambda project: edits.set_seed(project, whole(value)),
            gesture,
        )

    def new_draw(self) -> None:
        """The next seed."""
        self._apply("seed", QT_TRANSLATE_NOOP("BuilderEdit", "New draw"), edits.new_draw)

    def _apply(
        self,
        control: str,
        template: str,
        edit: Callable[[Project], Project],
        gesture: object | None = None,
    ) -> None:
        self._editor.apply(control, Message("BuilderEdit", template), edit, gesture)

    def _follow(self) -> None:
        self._refused_cost = None
        self.changed.emit()


def missing_extra(name: str) -> Problem | None:
    """Why the data set `name` cannot be loaded here: scikit-learn is not installed."""
    if not DATASETS[name].needs_extra or find_spec("sklearn") is not None:
        return None
    return scikit_learn_missing(name)
