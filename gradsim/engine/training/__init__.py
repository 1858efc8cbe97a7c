"""Gradient descent in its variants: update rules, schedules, batches, and the run itself."""

from gradsim.engine.training.optimizers import OPTIMIZERS, Optimizer
from gradsim.engine.training.plan import Plan, check_plan
from gradsim.engine.training.schedules import SCHEDULES, Schedule
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
