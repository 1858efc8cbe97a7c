"""A run of one project under one plan: it advances, remembers, and can go on elsewhere."""

from __future__ import annotations

import hashlib
from collections.abc import Callable

from msgspec.structs import replace

from gradsim.engine.cancellation import check_cancelled
from gradsim.engine.initialization import Parameters, TypedLayer
from gradsim.engine.network import Layer
from gradsim.engine.training import Plan, StepRecord, Trainer
from gradsim.engine.training.scores import Scores
from gradsim.project.encoding import encode_project
from gradsim.project.evaluation import materialize
from gradsim.project.model import Project
from gradsim.project.remedy_values import fitted_values
from gradsim.project.training.history import History


class Run:
    """Trains the drawn or typed parameters of `project`; its seed shuffles.

    `plan` is the project's own where none is given, and stands in it afterwards.

    With `scored` each remembered step is scored over all samples; else whoever runs it calls
    :meth:`remember_scores` where it wants to know.

    Raises
    ------
    Problem
        If the data cannot be loaded or do not fit, or the plan cannot be carried out.
    """

    def __init__(
        self, project: Project, plan: Plan | None = None, every: int = 1, *, scored: bool = True
    ) -> None:
        plan = project.training if plan is None else plan
        self.project, self.plan = replace(project, training=plan), plan
        materials = materialize(project)
        self.trainer = Trainer(
            project.network,
            materials.parameters,
            materials.inputs,
            materials.targets,
            plan,
            seed=project.seed,
            probe_seed=materials.probe_seed,
        )
        self._scored = scored
        self.history = History(project.network.depth, every)
        self.last: StepRecord | None = None

    @property
    def fingerprint(self) -> str:
        """What tells runs apart: project, seed and plan, not title or how far it came."""
        named = replace(self.project, title="")
        return hashlib.sha256(encode_project(named)).hexdigest()

    @property
    def steps(self) -> int:
        """How many steps were taken."""
        return self.trainer.steps

    def advance(self, steps: int, cancelled: Callable[[], bool] | None = None) -> bool:
        """Take up to `steps` further steps; False where the run can go no further.

        Raises
        ------
        Cancelled
            Where `cancelled` says so, between two steps; what was taken stays.
        """
        trainer, history = self.trainer, self.history
        for _ in range(steps):
            check_cancelled(cancelled)
            record = trainer.step()
            if record is None:
                return False
            self.last = record
            if history.wants(record.step):
                scores = trainer.scores() if self._scored else None
                history.remember(record, trainer.update_ratios(), scores)
        return True

    def remember_scores(self, scores: Scores) -> None:
        """Put `scores` of the present parameters on the row of the step taken last, which is
        remembered for them even where it would not have been."""
        last = self.last
        if last is not None and not self.history.score(last.step, scores):
            self.history.remember(last, self.trainer.update_ratios(), scores)


def trained_project(project: Project, parameters: Parameters) -> Project:
    """`project` with these numbers typed into every layer."""
    layers, fan_ins = project.layers, project.network.widths[:-1]
    every = zip(typed_layers(parameters), layers, fan_ins, strict=True)
    return replace(project, parameters=tuple(_kept(*each) for each in every))


def _kept(numbers: TypedLayer, layer: Layer, fan_in: int) -> TypedLayer:
    """What of the numbers a project holds: those of the layer's own remedies that can be typed.

    Projections and masks follow from the seed.
    """
    return replace(numbers, remedies=fitted_values(numbers.remedies, layer, fan_in))


def typed_layers(parameters: Parameters) -> tuple[TypedLayer, ...]:
    """These numbers as if typed, layer by layer."""
    remedies = parameters.remedies or (None,) * len(parameters.weights)
    every = zip(parameters.weights, parameters.biases, remedies, strict=True)
    return tuple(TypedLayer(*numbers) for numbers in every)
