"""What a training run is told: the update rule and its rate, batches, penalties and clipping."""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import Any, Literal, get_args

from msgspec import Struct

from gradsim.engine.options import Choice, check_options, resolved_options
from gradsim.engine.penalties import Penalty
from gradsim.engine.problems import QT_TRANSLATE_NOOP, Problem
from gradsim.engine.training.optimizers import OPTIMIZERS
from gradsim.engine.training.schedules import SCHEDULES, warm_up_factor

Clip = Literal["none", "value", "norm"]
MAXIMUM_ASIDE = 0.99
"""The largest share of the samples that can be kept aside."""


class Plan(Struct, frozen=True):
    """Everything a run depends on besides network, parameters and data.

    rate : η. warm_up : steps in which the rate rises to its value.
    batch : samples in a step; None for all of them.
    l1, l2 : λ of the penalties λ Σ|w| and ½ λ Σ w² on the weights, not the biases.
    omega : of the penalty on layers that let the gradient shrink or grow, Ω of Pascanu et al.
    clip, clip_at : the gradient's norm over all parameters, or each entry, held to `clip_at`.
    validation : the share of the samples that is kept aside, 0 to below 1.
    max_norm : the most that the norm of the weights into one unit may be after a step; 0 for no
        bound. Source: Srivastava et al. 2014.
    """

    optimizer: Choice = Choice("sgd")
    rate: float = 0.1
    schedule: Choice = Choice("constant")
    warm_up: int = 0
    batch: int | None = None
    l1: float = 0.0
    l2: float = 0.0
    clip: Clip = "none"
    clip_at: float = 1.0
    validation: float = 0.0
    max_norm: float = 0.0
    omega: float = 0.0

    @property
    def penalty(self) -> Penalty:
        """What is added to the gradients of the weights."""
        return Penalty(self.l1, self.l2, self.omega)

    def rate_at(self, step: int) -> float:
        """η in step `step`, counted from 1."""
        entry = SCHEDULES[self.schedule.name]
        factor = entry.factor(step - 1, **resolved_options(self.schedule, entry.options))
        return self.rate * factor * warm_up_factor(step - 1, self.warm_up)


def check_plan(plan: Plan) -> None:
    """Refuse a plan that cannot be carried out.

    Raises
    ------
    Problem
        With the place of the offending entry below ``training``, or ``penalty`` for λ.
    """
    _check_choice(plan.optimizer, OPTIMIZERS, "training.optimizer")
    _check_choice(plan.schedule, SCHEDULES, "training.schedule")
    _check_number("rate", plan.rate, 0.0, math.inf)
    _check_number("omega", plan.omega, 0.0, math.inf, "penalty")
    _check_number("max_norm", plan.max_norm, 0.0, math.inf)
    _check_number("l1", plan.l1, 0.0, math.inf, "penalty")
    _check_number("l2", plan.l2, 0.0, math.inf, "penalty")
    _check_number("validation", plan.validation, 0.0, MAXIMUM_ASIDE)
    if plan.clip not in get_args(Clip):
        raise _unknown("clip", str(plan.clip), "training.clip")
    if plan.clip != "none" and not (math.isfinite(plan.clip_at) and plan.clip_at > 0):
        raise Problem(
            QT_TRANSLATE_NOOP(
                "Problem", "Gradients are clipped to {value}; that must be a number above 0."
            ),
            place="training.clip_at",
            value=plan.clip_at,
        )
    if plan.batch is not None and plan.batch < 1:
        raise Problem(
            QT_TRANSLATE_NOOP("Problem", "A batch needs at least one sample."),
            place="training.batch",
        )
    if plan.warm_up < 0:
        raise Problem(
            QT_TRANSLATE_NOOP("Problem", "The warm-up cannot last fewer than 0 steps."),
            place="training.warm_up",
        )


def _check_choice(choice: Choice, table: Mapping[str, Any], place: str) -> None:
    if choice.name not in table:
        raise _unknown(place.rpartition(".")[2], choice.name, place)
    check_options(choice, table[choice.name].options, place)


def _unknown(kind: str, name: str, place: str) -> Problem:
    return Problem(
        QT_TRANSLATE_NOOP("Problem", "“{name}” is not known as “{kind}”."),
        place=place,
        kind=kind,
        name=name,
    )


def _check_number(
    name: str, value: float, least: float, most: float, holder: str = "training"
) -> None:
    if math.isfinite(value) and least <= value <= most:
        return
    place = f"{holder}.{name}"
    if math.isinf(most):
        raise Problem(
            QT_TRANSLATE_NOOP(
                "Problem", "{value} cannot stand here: a number from {least} on can."
            ),
            place=place,
            value=value,
            least=least,
        )
    raise Problem(
        QT_TRANSLATE_NOOP(
            "Problem", "{value} cannot stand here: a number from {least} to {most} can."
        ),
        place=place,
        value=value,
        least=least,
        most=most,
    )
