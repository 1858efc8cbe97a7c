"""The form of the plan: optimizer, rate and its schedule, batches, penalties, clipping."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from gradsim.engine.training import OPTIMIZERS, SCHEDULES
from gradsim.ui.builder.choice_row import ChoiceRow
from gradsim.ui.builder.field_row import NumberRow
from gradsim.viewmodels.builder.number_text import Stepping
from gradsim.viewmodels.builder.shared import Shared
from gradsim.viewmodels.training.plan_model import PlanModel
from gradsim.viewmodels.words import translated

_STEPPINGS = {
    "rate": Stepping(0.0, 1e12, 0.1, integer=False),
    "warm_up": Stepping(0, 1e9, 10, integer=True),
    "batch": Stepping(0, 1e9, 1, integer=True),
    "l1": Stepping(0.0, 1e12, 0.001, integer=False),
    "l2": Stepping(0.0, 1e12, 0.001, integer=False),
    "omega": Stepping(0.0, 1e12, 0.1, integer=False),
    "max_norm": Stepping(0.0, 1e12, 0.5, integer=False),
    "clip_at": Stepping(1e-12, 1e12, 0.1, integer=False),
    "validation": Stepping(0.0, 0.99, 0.05, integer=False),
}


class PlanForm(QWidget):
    """Shows the plan of the project and hands on what is entered."""

    def __init__(self, model: PlanModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self.choices = {
            name: ChoiceRow(name, model.editor) for name in ("optimizer", "schedule", "clip")
        }
        self.numbers = {
            name: NumberRow(name, stepping, model.editor) for name, stepping in _STEPPINGS.items()
        }
        self._build()
        self._connect()
        self._retranslate()

    def _build(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        for name in (
            "optimizer", "rate", "schedule", "warm_up", "batch", "validation", "l2", "l1",
            "omega", "max_norm", "clip", "clip_at",
        ):  # fmt: skip
            layout.addWidget(self.choices.get(name) or self.numbers[name])
        layout.addStretch(1)

    def _connect(self) -> None:
        model = self._model
        for name, choice in self.choices.items():
            choice.field.chosen.connect(partial(model.choose, name))
            choice.options.entered.connect(partial(model.enter_option, name))
            choice.options.stepped.connect(partial(model.set_option, name))
        for number in self.numbers.values():
            number.entered.connect(model.enter_number)
            number.stepped.connect(model.set_number)
        model.changed.connect(self.refresh)

    def refresh(self) -> None:
        """Show the plan as it stands."""
        model, plan = self._model, self._model.plan
        for name in ("optimizer", "schedule"):
            chosen = getattr(plan, name).name
            options = model.options(name)
            self.choices[name].show_choice(Shared(chosen), options, "", enabled=True)
        self.choices["clip"].show_choice(Shared(plan.clip), (), "", enabled=True)
        for name, row in self.numbers.items():
            row.field.show_number(model.number(name))
        self.numbers["batch"].set_hint(
            self.tr("0: all samples in every step") if not plan.batch else ""
        )
        self.numbers["clip_at"].setVisible(plan.clip != "none")

    def _retranslate(self) -> None:
        labels: dict[str, Callable[[], str]] = {
            "rate": lambda: self.tr("Rate η"),
            "warm_up": lambda: self.tr("Warm-up steps"),
            "batch": lambda: self.tr("Batch"),
            "l1": lambda: self.tr("L1 penalty"),
            "l2": lambda: self.tr("L2 penalty"),
            "omega": lambda: self.tr("Ω penalty"),
            "max_norm": lambda: self.tr("Max-norm"),
            "clip_at": lambda: self.tr("Clip at θ"),
            "validation": lambda: self.tr("Share kept aside"),
        }
        for name, label in labels.items():
            self.numbers[name].set_label(label())
            self.numbers[name].retranslate()
        for name, tip in self._tips().items():
            self.numbers[name].set_tip(tip)
        self.choices["optimizer"].row.set_label(self.tr("Optimizer"))
        self.choices["schedule"].row.set_label(self.tr("Schedule"))
        self.choices["clip"].row.set_label(self.tr("Clip gradients"))
        self.choices["optimizer"].field.offer(
            [(name, translated("Optimizer", each.label)) for name, each in OPTIMIZERS.items()]
        )
        self.choices["schedule"].field.offer(
            [(name, translated("Schedule", each.label)) for name, each in SCHEDULES.items()]
        )
        self.choices["clip"].field.offer(
            [
                ("none", self.tr("Never")),
                ("norm", self.tr("By norm")),
                ("value", self.tr("By value")),
            ]
        )
        for choice in self.choices.values():
            choice.row.retranslate()
        self.refresh()

    def _tips(self) -> dict[str, str]:
        """What the numbers do that a label cannot say."""
        return {
            "l2": self.tr(
                "Adds +λw to the gradient of every weight: large weights shrink in proportion "
                "(L2, Hoerl & Kennard 1970). Biases are left alone; 0: none."
            ),
            "l1": self.tr(
                "Adds +λ·sign w to the gradient of every weight: small weights go to 0 "
                "(L1, Tibshirani 1996). Biases are left alone; 0: none."
            ),
            "omega": self.tr(
                "Pulls every layer towards handing the gradient on at the size at which it came: "
                "adds λ ∂Ω/∂W, and Ω is 0 where no layer shrinks or grows it (Pascanu, Mikolov & "
                "Bengio 2013). For networks without normalization, residual connections and "
                "dropout; 0: none."
            ),
            "max_norm": self.tr(
                "After each step the weights into a unit are shortened to norm c where they are "
                "longer (Srivastava et al. 2014). It shrinks weights and lengthens none; 0: no "
                "bound."
            ),
            "clip_at": self.tr(
                "The most that the gradient's norm, or each of its entries, may be in a step. "
                "It makes large gradients smaller; a gradient that vanished stays as it is "
                "(Pascanu, Mikolov & Bengio 2013)."
            ),
        }

    def changeEvent(self, event: QEvent) -> None:
        """Another language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
