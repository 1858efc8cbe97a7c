"""What all racers share, in words."""

from __future__ import annotations

from typing import Final

from gradsim.engine.options import Choice
from gradsim.engine.problems import QT_TRANSLATE_NOOP
from gradsim.engine.training import OPTIMIZERS
from gradsim.project.datasets.loading import sample_count
from gradsim.viewmodels import words
from gradsim.viewmodels.gradients.differences import choice_message
from gradsim.viewmodels.messages import Message
from gradsim.viewmodels.race.field import Field

_CONTEXT: Final = "Race"
_DATA = QT_TRANSLATE_NOOP(
    "Race", "The same for all: the data {data} ({samples} samples) and seed {seed}, of the open "
    "network; the plan of Train."
)  # fmt: skip
_ALL = QT_TRANSLATE_NOOP("Race", "{optimizer}, η = {rate}, all samples in a step")
_BATCHES = QT_TRANSLATE_NOOP("Race", "{optimizer}, η = {rate}, {batch} samples in a step")


def plan_message(field: Field) -> Message:
    """The update rule, its rate and the batch."""
    plan = field.plan
    told = {
        "optimizer": Message("Optimizer", OPTIMIZERS[plan.optimizer.name].label),
        "rate": words.number(plan.rate),
    }
    if plan.batch is None:
        return Message.of(_CONTEXT, _ALL, **told)
    return Message.of(_CONTEXT, _BATCHES, batch=words.count(plan.batch), **told)


def field_lines(field: Field) -> tuple[str, ...]:
    """Data, seed and plan."""
    data = field.model.data
    said = Message.of(
        _CONTEXT,
        _DATA,
        data=choice_message("Dataset", Choice(data.name)),
        samples=words.count(sample_count(data)),
        seed=str(field.model.seed),
    )
    return words.text(said), words.text(plan_message(field))
