"""The table of optimizers, by name, in the order of the menu."""

from __future__ import annotations

from gradsim.engine.training.optimizers.adaptive import ADAM, ADAMW, RMSPROP
from gradsim.engine.training.optimizers.descent import MOMENTUM_SGD, NESTEROV, SGD
from gradsim.engine.training.optimizers.rule import Optimizer, Term

__all__ = ["OPTIMIZERS", "Optimizer", "Term"]

OPTIMIZERS: dict[str, Optimizer] = {
    entry.name: entry for entry in (SGD, MOMENTUM_SGD, NESTEROV, RMSPROP, ADAM, ADAMW)
}
