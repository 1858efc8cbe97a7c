"""The open project's plan of training: each entry read, checked, and set as an undo step."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QObject, Signal

from gradsim.engine.options import Choice, resolved_options
from gradsim.engine.problems import QT_TRANSLATE_NOOP
from gradsim.engine.training import OPTIMIZERS, SCHEDULES, Plan
from gradsim.project import edits
from gradsim.project.model import Project
from gradsim.viewmodels.builder.cells import whole
from gradsim.viewmodels.builder.editor import Editor
from gradsim.viewmodels.builder.shared import OptionValue, Shared
from gradsim.viewmodels.document import Document
from gradsim.viewmodels.messages import Message

NUMBERS: Final = edits.PLAN_NUMBERS
"""The entries of a plan that are numbers; batch 0 stands for all samples."""
_WHOLE: Final = frozenset({"warm_up", "batch"})
_CONTEXT: Final = "PlanEdit"
_NAMES: Final = {
    "optimizer": QT_TRANSLATE_NOOP("PlanEdit", "Set the optimizer"),
    "schedule": QT_TRANSLATE_NOOP("PlanEdit", "Set the schedule of the rate"),
    "clip": QT_TRANSLATE_NOOP("PlanEdit", "Set the clipping"),
    "rate": QT_TRANSLATE_NOOP("PlanEdit", "Set the rate"),
    "warm_up": QT_TRANSLATE_NOOP("PlanEdit", "Set the warm-up"),
    "batch": QT_TRANSLATE_NOOP("PlanEdit", "Set the batch"),
    "l1": QT_TRANSLATE_NOOP("PlanEdit", "Set the L1 penalty"),
    "l2": QT_TRANSLATE_NOOP("PlanEdit", "Set the L2 penalty"),
    "omega": QT_TRANSLATE_NOOP("PlanEdit", "Set the penalty Ω"),
    "max_norm": QT_TRANSLATE_NOOP("PlanEdit", "Set the bound of max-norm"),
    "clip_at": QT_TRANSLATE_NOOP("PlanEdit", "Set where gradients are clipped"),
    "validation": QT_TRANSLATE_NOOP("PlanEdit", "Set the share kept aside"),
}


class PlanModel(QObject):
    """Edits the plan; an entry that cannot be is refused at its control and changes nothing."""

    changed = Signal()

    def __init__(self, document: Document, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self.editor = Editor(document, self)
        """Keeps what was refused, by the control's name."""
        self._shown = self.plan
        document.project_changed.connect(self._follow)

    @property
    def plan(self) -> Plan:
        """The plan of the open project."""
        return self._document.project.training

    @property
    def number_refused(self) -> bool:
        """Whether a number of the plan was refused: what is shown is not what would be trained."""
        return self.editor.refuses_number(NUMBERS, ("optimizer", "schedule"))

    def number(self, name: str) -> float:
        """The value of an entry of NUMBERS."""
        value = getattr(self.plan, name)
        return 0.0 if value is None else float(value)

    def set_number(self, name: str, value: float, gesture: object | None = None) -> None:
        """Set an entry of NUMBERS; within one gesture as one undo step."""

        def changed(project: Project) -> Project:
            number = whole(value) if name in _WHOLE else value
            every_sample = name == "batch" and number == 0
            return edits.set_plan_number(project, name, None if every_sample else number)

        self._edit(name, name, changed, gesture)

    def enter_number(self, name: str, text: str) -> None:
        """Read the text of an entry of NUMBERS."""
        self.editor.enter(name, text, lambda value: self.set_number(name, value))

    def choose(self, name: str, chosen: str) -> None:
        """Choose the ``optimizer``, ``schedule`` or ``clip`` by name."""
        if name == "clip":
            self._edit(name, name, lambda project: edits.set_clip(project, chosen))
        elif chosen != self._choice(name).name:
            self._choose(name, name, Choice(chosen))

    def options(self, name: str) -> tuple[OptionValue, ...]:
        """The options of the chosen ``optimizer`` or ``schedule`` with their values."""
        choice = self._choice(name)
        allowed = (OPTIMIZERS if name == "optimizer" else SCHEDULES)[choice.name].options
        values = resolved_options(choice, allowed)
        return tuple(OptionValue(each, Shared(values[each.name])) for each in allowed)

    def set_option(
        self, name: str, option: str, value: float, gesture: object | None = None
    ) -> None:
        """Set one option of the optimizer or schedule; within one gesture as one undo step."""
        choice = self._choice(name).with_option(option, value)
        self._choose(name, f"{name}.{option}", choice, gesture)

    def enter_option(self, name: str, option: str, text: str) -> None:
        """Read the text of one option."""
        self.editor.enter(
            f"{name}.{option}", text, lambda value: self.set_option(name, option, value)
        )

    def _choice(self, name: str) -> Choice:
        return self.plan.optimizer if name == "optimizer" else self.plan.schedule

    def _choose(
        self, name: str, control: str, choice: Choice, gesture: object | None = None
    ) -> None:
        edit = edits.set_optimizer if name == "optimizer" else edits.set_schedule
        self._edit(name, control, lambda project: edit(project, choice), gesture)

    def _edit(
        self,
        name: str,
        control: str,
        edit: Callable[[Project], Project],
        gesture: object | None = None,
    ) -> None:
        self.editor.apply(control, Message.of(_CONTEXT, _NAMES[name]), edit, gesture)

    def _follow(self) -> None:
        if self._shown != self.plan:
            self._shown = self.plan
            self.changed.emit()
