"""From the file's training and penalty to a plan, and back: defaults are left out."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from gradsim.engine.options import Choice
from gradsim.engine.training.plan import Clip, Plan
from gradsim.project.choices import Kind, full_options
from gradsim.project.format import PenaltyFile, TrainingFile

_PLAN = Plan()


def plan_of(
    training: TrainingFile | None,
    penalty: PenaltyFile | None,
    choice_of: Callable[[Kind, Mapping[str, Any], str], Choice],
) -> Plan:
    """The plan that the two entries describe; whether it can be is checked with the project.

    `choice_of` reads a name with its options, at a place.
    """
    training, penalty = training or TrainingFile(), penalty or PenaltyFile()
    optimizer, schedule = _PLAN.optimizer, _PLAN.schedule
    if training.optimizer is not None:
        optimizer = choice_of("optimizer", training.optimizer, "training.optimizer")
    if training.schedule is not None:
        schedule = choice_of("schedule", training.schedule, "training.schedule")
    clip: Clip = training.clip  # type: ignore[assignment]  # check_plan refuses others
    return Plan(
        optimizer=optimizer,
        rate=training.rate,
        schedule=schedule,
        warm_up=training.warm_up,
        batch=training.batch,
        l1=penalty.l1,
        l2=penalty.l2,
        omega=penalty.omega,
        clip=clip,
        clip_at=training.clip_at,
        max_norm=training.max_norm,
        validation=training.validation,
    )


def training_file_of(plan: Plan) -> TrainingFile | None:
    """What the file says under “training”; None where all of it is as always."""
    written = TrainingFile(
        optimizer=_object_of("optimizer", plan.optimizer, _PLAN.optimizer),
        rate=plan.rate,
        schedule=_object_of("schedule", plan.schedule, _PLAN.schedule),
        warm_up=plan.warm_up,
        batch=plan.batch,
        clip=plan.clip,
        clip_at=plan.clip_at,
        max_norm=plan.max_norm,
        validation=plan.validation,
    )
    return None if written == TrainingFile() else written


def penalty_file_of(plan: Plan) -> PenaltyFile | None:
    """What the file says under “penalty”; None where there is none."""
    written = PenaltyFile(l1=plan.l1, l2=plan.l2, omega=plan.omega)
    return None if written == PenaltyFile() else written


def _object_of(kind: Kind, choice: Choice, default: Choice) -> dict[str, Any] | None:
    if choice == default:
        return None
    values = full_options(kind, choice)
    return {"name": choice.name, **{name: values[name] for name, _ in choice.options}}
