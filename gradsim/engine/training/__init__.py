"""Gradient descent in its variants: update rules, schedules, batches, and the run itself."""

from typing import TYPE_CHECKING, Any

from gradsim.engine.training.optimizers import OPTIMIZERS, Optimizer
from gradsim.engine.training.plan import Plan, check_plan
from gradsim.engine.training.schedules import SCHEDULES, Schedule

if TYPE_CHECKING:
    from gradsim.engine.training.trainer import StepRecord, Trainer

__all__ = [
    "OPTIMIZERS",
    "SCHEDULES",
    "Optimizer",
    "Plan",
    "Schedule",
    "StepRecord",
    "Trainer",
    "check_plan",
]


def __getattr__(name: str) -> Any:
    """What takes steps is imported when it is asked for: every project holds a plan, and most are
    never trained."""
    if name in ("StepRecord", "Trainer"):
        from gradsim.engine.training import trainer

        return getattr(trainer, name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
