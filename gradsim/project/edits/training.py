"""Edits of the plan of training: one entry at a time, refused where the plan could not be."""

from __future__ import annotations

from typing import Any, Final, cast

from msgspec.structs import replace

from gradsim.engine.options import Choice
from gradsim.engine.penalties.pascanu import refuse_omega
from gradsim.engine.training.batches import Batches, refuse_batch_of_one, split_samples
from gradsim.engine.training.plan import Clip, Plan, check_plan
from gradsim.project.datasets.loading import sample_count
from gradsim.project.model import Project

PLAN_NUMBERS: Final = (
    "rate",
    "warm_up",
    "batch",
    "l1",
    "l2",
    "omega",
    "clip_at",
    "max_norm",
    "validation",
)
"""The entries of a plan that are numbers."""


def set_plan(project: Project, plan: Plan) -> Project:
    """The project with another plan.

    Raises
    ------
    Problem
        Where that plan cannot be carried out.
    """
    check_plan(plan)
    return replace(project, training=plan)


def set_plan_number(project: Project, name: str, value: float | None) -> Project:
    """One entry of PLAN_NUMBERS; None is all samples, for the batch alone.

    Raises
    ------
    Problem
        Where that plan cannot be carried out: also where Ω is asked for and a layer has a remedy,
        or a batch of one sample would meet batch normalization.
    """
    if name == "omega" and value:
        refuse_omega(project.network)
    changed: dict[str, Any] = {name: value}
    made = set_plan(project, replace(project.training, **changed))
    if name in ("batch", "validation") and project.network.couples_samples:
        plan, samples = made.training, sample_count(project.data)
        kept = len(split_samples(samples, plan.validation, project.seed).training)
        refuse_batch_of_one(project.network, Batches(kept, plan.batch, project.seed))
    return made


def set_optimizer(project: Project, optimizer: Choice) -> Project:
    """Another update rule, or another option of it."""
    return set_plan(project, replace(project.training, optimizer=optimizer))


def set_schedule(project: Project, schedule: Choice) -> Project:
    """Another schedule of the rate, or another option of it."""
    return set_plan(project, replace(project.training, schedule=schedule))


def set_clip(project: Project, clip: str) -> Project:
    """Gradients clipped “none”, by “value” or by “norm”."""
    return set_plan(project, replace(project.training, clip=cast(Clip, clip)))
