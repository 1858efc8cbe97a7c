"""A way to solve each part of each challenge, and what is seen of a run."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from msgspec.structs import replace

from gradsim.engine import Choice
from gradsim.engine.initialization import TypedLayer
from gradsim.engine.training import Plan
from gradsim.project import edits
from gradsim.project.challenges import Challenge, Evidence, Grade, RunSeen, cost_over_all, measured
from gradsim.project.evaluation import materialize
from gradsim.project.model import Project
from gradsim.project.training import Run

Edit = Callable[[Project], Project]


def hidden(project: Project) -> tuple[int, ...]:
    return project.layer_ids[:-1]


@dataclass(frozen=True)
class Solution:
    """What is edited and how it is trained, from where the part began."""

    edit: Edit = lambda project: project
    plan: Plan | None = None
    steps: int = 0


def _fade(project: Project) -> Project:
    faded = edits.set_activation(project, hidden(project), Choice("sigmoid"))
    return edits.set_gain(faded, hidden(faded), 0.05)


def _two_numbers(project: Project) -> Project:
    second = project.layer_ids[1]
    return edits.set_weight(edits.set_weight(project, second, 1, 1, 0.1), second, 2, 2, 0.9)


def _relu_he(project: Project) -> Project:
    ids = hidden(project)
    return edits.set_weights(
        edits.set_activation(project, ids, Choice("relu")), ids, Choice("he_normal")
    )


SOLUTIONS: dict[str, tuple[Solution, ...]] = {
    "vanish": (Solution(_fade),),
    "explode": (Solution(lambda each: edits.set_gain(each, hidden(each), 10.0)),),
    "cut_off": (
        Solution(lambda each: edits.set_weights(each, each.layer_ids[-1:], Choice("zeros"))),
    ),
    "symmetry": (Solution(_two_numbers),),
    "relu": (
        Solution(
            lambda each: edits.set_bias(each, hidden(each), Choice.of("constant", value=-3.0))
        ),
        Solution(lambda each: edits.set_gain(each, hidden(each), 2.0)),
    ),
    "level_by_initialization": (
        Solution(
            lambda each: edits.set_weights(each, hidden(each), Choice.of("orthogonal", gain=1.15))
        ),
    ),
    "level_by_activation": (
        Solution(lambda each: edits.set_activation(each, hidden(each), Choice("selu"))),
    ),
    "xor": (Solution(plan=Plan(Choice("momentum"), rate=1.0), steps=100),),
    "clipping": (
        Solution(plan=Plan(rate=2.0), steps=200),
        Solution(plan=Plan(rate=2.0, clip="norm", clip_at=0.05), steps=200),
    ),
    "fifty_learn": (Solution(_relu_he, Plan(Choice("adam"), rate=0.001), 300),),
}


def run_seen(project: Project, plan: Plan, steps: int) -> RunSeen:
    """A run of so many steps, every one scored."""
    run = Run(project, plan)
    run.advance(steps)
    history = run.history
    scored = cost_over_all(
        history.column("cost"), history.column("validation_cost"), run.trainer.share_aside
    )
    costs = zip(history.column("step").astype(int), scored, strict=True)
    return RunSeen(run.steps, tuple(costs), run.trainer.divergence is not None)


def evidence_of(challenge: Challenge, place: int, solution: Solution | None) -> Evidence:
    """What the part at `place` sees when it begins, or once `solution` was carried out."""
    start, plan = challenge.start(), challenge.plan
    for earlier in SOLUTIONS[challenge.name][:place]:
        start, plan = earlier.edit(start), earlier.plan or plan
    project, chosen = start, plan
    if solution is not None:
        project, chosen = solution.edit(start), solution.plan or plan
    stage = challenge.stages[place]
    if stage.means == "measurement":
        return Evidence(start, plan, project, chosen, measured=measured(project))
    steps = stage.steps if solution is None else solution.steps
    return Evidence(start, plan, project, chosen, run=run_seen(project, chosen, steps))


def graded(challenge: Challenge, place: int, solution: Solution | None) -> Grade:
    return challenge.stages[place].grade(evidence_of(challenge, place, solution))


def typed_as_drawn(project: Project, layer: int) -> Project:
    """The numbers of one layer (from 0) typed in as they are drawn."""
    drawn = materialize(project).parameters
    parameters = list(project.parameters)
    parameters[layer] = TypedLayer(np.array(drawn.weights[layer]), np.array(drawn.biases[layer]))
    return replace(project, parameters=tuple(parameters))
