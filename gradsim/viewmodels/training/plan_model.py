"""The plan of the next run: each entry read, checked, and remembered between starts."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any, Final, cast

import msgspec
from PySide6.QtCore import QObject, Signal

from gradsim.engine.options import Choice, resolved_options
from gradsim.engine.problems import Problem
from gradsim.engine.training import OPTIMIZERS, SCHEDULES, Plan, check_plan
from gradsim.engine.training.plan import Clip
from gradsim.viewmodels.builder.cells import whole
from gradsim.viewmodels.builder.editor import Editor
from gradsim.viewmodels.builder.shared import OptionValue, Shared
from gradsim.viewmodels.document import Document
from gradsim.viewmodels.settings import Settings

_SETTING: Final = "training_plan"
NUMBERS: Final = ("rate", "warm_up", "batch", "l1", "l2", "clip_at", "validation")
"""The entries of a plan that are numbers; batch 0 stands for all samples."""
_WHOLE: Final = frozenset({"warm_up", "batch"})


class PlanModel(QObject):
    """Holds one plan; an entry that cannot be is refused at its control and changes nothing."""

    changed = Signal()

    def __init__(
        self, document: Document, settings: Settings, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._settings = settings
        self.editor = Editor(document, self)
        """Keeps what was refused, by the control's name."""
        self.plan = _read(settings.text(_SETTING))
        self.locked = False
        """Whether a run holds on to the plan."""

    def lock(self, locked: bool) -> None:
        """Let the plan be changed no more, or again."""
        if locked != self.locked:
            self.locked = locked
            self.changed.emit()

    def take(self, plan: Plan) -> None:
        """Set the whole plan, unless a run holds on to the present one."""
        if plan != self.plan and not self.locked:
            self.plan = plan
            self._settings.set_text(_SETTING, msgspec.json.encode(plan).decode())
            self.changed.emit()

    def number(self, name: str) -> float:
        """The value of an entry of NUMBERS."""
        value = getattr(self.plan, name)
        return 0.0 if value is None else float(value)

    def set_number(self, name: str, value: float, _gesture: object = None) -> None:
        """Set an entry of NUMBERS."""

        def made() -> Plan:
            set_to: Any = whole(value) if name in _WHOLE else value
            if name == "batch" and set_to == 0:
                set_to = None
            return replace(self.plan, **{name: set_to})

        self._take(name, made)

    def enter_number(self, name: str, text: str) -> None:
        """Read the text of an entry of NUMBERS."""
        self.editor.enter(name, text, lambda value: self.set_number(name, value))

    def choose(self, name: str, chosen: str) -> None:
        """Choose the ``optimizer``, ``schedule`` or ``clip`` by name."""

        def made() -> Plan:
            if name == "clip":
                return replace(self.plan, clip=cast(Clip, chosen))
            return replace(self.plan, **{name: Choice(chosen)})  # type: ignore[arg-type]

        self._take(name, made)

    def options(self, name: str) -> tuple[OptionValue, ...]:
        """The options of the chosen ``optimizer`` or ``schedule`` with their values."""
        choice = self._choice(name)
        allowed = (OPTIMIZERS if name == "optimizer" else SCHEDULES)[choice.name].options
        values = resolved_options(choice, allowed)
        return tuple(OptionValue(each, Shared(values[each.name])) for each in allowed)

    def set_option(self, name: str, option: str, value: float, _gesture: object = None) -> None:
        """Set one option of the optimizer or schedule."""
        choice = self._choice(name)
        self._take(
            f"{name}.{option}",
            lambda: replace(self.plan, **{name: choice.with_option(option, value)}),  # type: ignore[arg-type]
        )

    def enter_option(self, name: str, option: str, text: str) -> None:
        """Read the text of one option."""
        self.editor.enter(
            f"{name}.{option}", text, lambda value: self.set_option(name, option, value)
        )

    def _choice(self, name: str) -> Choice:
        return self.plan.optimizer if name == "optimizer" else self.plan.schedule

    def _take(self, control: str, make: Callable[[], Plan]) -> None:
        try:
            plan = make()
            check_plan(plan)
        except Problem as problem:
            self.editor.refuse(control, problem)
            return
        self.editor.accept(control)
        self.take(plan)


def _read(text: str) -> Plan:
    """The plan that was remembered; the default one where that is none or cannot be."""
    try:
        plan = msgspec.json.decode(text or "{}", type=Plan)
        check_plan(plan)
    except (msgspec.MsgspecError, Problem):
        return Plan()
    return plan
