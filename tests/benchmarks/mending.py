"""Fifty sigmoid layers that do not learn, and the same network under each remedy in turn.

    python -m tests.benchmarks.mending

Everything is drawn by seed, so the table is the same every time on one machine. Each row is the
same network, data, plan and number of steps but for what it names.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Any

from msgspec.structs import replace

from gradsim.engine import Choice
from gradsim.engine.remedies import Residual
from gradsim.engine.training import Plan
from gradsim.project import edits
from gradsim.project.model import DataSource, Project
from gradsim.project.presets.preset import project, stack
from gradsim.project.training import Run

DEPTH, UNITS, SAMPLES, STEPS = 50, 32, 64, 100
PLAN = Plan(Choice.of("momentum"), rate=0.02)
GUESSING = math.log(2.0)
"""The cost of saying ½ to every sample, where both classes are equally many."""

Change = Callable[[Project], Project]


@dataclass(frozen=True)
class Mended:
    """What a run came to: costs over all samples, and ‖∂C/∂W^(1)‖ of the first and last step."""

    name: str
    before: float
    after: float
    start: float
    cost: float
    steps: int
    broken: bool

    @property
    def learns(self) -> bool:
        """Whether it is better than guessing by a tenth."""
        return not self.broken and self.cost < 0.9 * GUESSING


def sigmoid_layers(depth: int = DEPTH, units: int = UNITS) -> Project:
    """2–units×(depth−1)–1, sigmoid throughout, on two interleaved half circles."""
    layers = stack([units] * (depth - 1) + [1], "sigmoid", Choice.of("glorot_normal"))
    moons = DataSource.of("moons", samples=SAMPLES)
    made = project(2, layers, "binary_cross_entropy", moons)
    return edits.set_plan(made, PLAN)


def _hidden(project: Project) -> list[int]:
    return list(project.layer_ids[:-1])


def _relu_he(project: Project) -> Project:
    relu = edits.set_activation(project, _hidden(project), Choice.of("relu"))
    return edits.set_weights(relu, _hidden(project), Choice.of("he_normal"))


def _normalized(name: str, project: Project) -> Project:
    return edits.set_normalization(project, _hidden(project), Choice.of(name))


def _residual(residual: Residual, project: Project) -> Project:
    return edits.set_residual(project, _hidden(project), residual)


def _silenced(project: Project) -> Project:
    return edits.set_dropout(project, _hidden(project), 0.2)


def _planned(changes: dict[str, Any], project: Project) -> Project:
    return edits.set_plan(project, replace(project.training, **changes))


def _tanh_normalized(name: str, project: Project) -> Project:
    """With tanh, whose values lie about 0; at a smaller rate, for its gradients are larger."""
    tanh = edits.set_activation(project, _hidden(project), Choice.of("tanh"))
    return _planned({"rate": 0.0005}, _normalized(name, tanh))


REMEDIES: dict[str, Change] = {
    "ReLU and He": _relu_he,
    "batch normalization": partial(_normalized, "batch_norm"),
    "residual, post": partial(_residual, Residual(0.25, "post")),
    "residual, pre": partial(_residual, Residual(0.25, "pre")),
}
"""What opens a way for the gradient."""
OVER_UNITS: dict[str, Change] = {
    "layer normalization": partial(_normalized, "layer_norm"),
    "RMS normalization": partial(_normalized, "rms_norm"),
    "tanh, layer norm.": partial(_tanh_normalized, "layer_norm"),
    "tanh, RMS norm.": partial(_tanh_normalized, "rms_norm"),
}
"""Normalized over units, not samples, sigmoids stay near ½ for every sample: eleven decades come
back, not thirty. With tanh nothing is lost."""
ALONE: dict[str, Change] = {
    "dropout 0.2": _silenced,
    "L1 penalty": partial(_planned, {"l1": 1e-4}),
    "L2 penalty": partial(_planned, {"l2": 1e-3}),
    "max-norm 1": partial(_planned, {"max_norm": 1.0}),
    "clipping by norm": partial(_planned, {"clip": "norm", "clip_at": 1.0}),
    "clipping by value": partial(_planned, {"clip": "value", "clip_at": 0.1}),
}
"""What works against other troubles: by itself it brings no gradient to the first layer."""
OMEGA: dict[str, Change] = {"Ω penalty": partial(_planned, {"omega": 1.0})}
"""It brings the gradient back by moving the weights; that takes more steps than are taken here."""


def mended(name: str, project: Project, steps: int = STEPS) -> Mended:
    """Train `project` by its own plan."""
    run = Run(project)
    start = run.trainer.scores().cost
    run.advance(steps)
    trainer, gradients = run.trainer, run.history.gradients[:, 0]
    before, after = (10.0 ** float(gradients[row]) for row in (0, -1))
    broken = trainer.divergence is not None
    return Mended(name, before, after, start, trainer.scores().cost, trainer.steps, broken)


def main() -> None:
    """Print the table."""
    bare = sigmoid_layers()
    print(f"2–{UNITS}×{DEPTH - 1}–1 sigmoid, two moons, {SAMPLES} samples, {STEPS} steps of")
    print(f"momentum 0.9, η = {PLAN.rate:g} (tanh: 0.0005); guessing costs ln 2 = {GUESSING:.4f}\n")
    print(f"{'':22}{'‖∂C/∂W¹‖ first':>16}{'last step':>12}{'cost before':>13}{'after':>10}  learns")
    for group in ({"nothing": lambda project: project}, REMEDIES, OVER_UNITS, OMEGA, ALONE):
        for name, change in group.items():
            row = mended(name, change(bare))
            verdict = "yes" if row.learns else "no"
            if row.broken:
                verdict = f"broke at step {row.steps + 1}"
            print(
                f"{name:22}{row.before:16.2e}{row.after:12.2e}{row.start:13.4f}{row.cost:10.4f}"
                f"  {verdict}"
            )
        print()


if __name__ == "__main__":
    main()
