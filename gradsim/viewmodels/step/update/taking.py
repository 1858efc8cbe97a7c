"""A step that was looked at, as an edit of the project."""

from __future__ import annotations

import numpy as np

from gradsim.engine.forward import ForwardPass
from gradsim.engine.remedies.learned import NAMES
from gradsim.engine.update import Step
from gradsim.project import edits
from gradsim.project.model import Project
from gradsim.viewmodels.step.nudge.levers import draws_from_data, numbers_of


def stepped(project: Project, step: Step, base: ForwardPass, moved: ForwardPass) -> Project:
    """`project` with the numbers of `moved` where the step from `base` made others of them.

    Raises
    ------
    Problem
        Where a number is not finite.
    """
    numbers = numbers_of(project, moved.parameters)
    if step.address is not None and not draws_from_data(project):
        own = project.layer_ids[step.address.layer - 1]
        numbers = {own: numbers[own]} if step.address.kind in ("w", "b") else {}
    if numbers:
        project = edits.set_numbers(project, numbers)
    pairs = zip(base.parameters.remedies, moved.parameters.remedies, strict=True)
    for layer_id, (before, after) in zip(project.layer_ids, pairs, strict=False):
        for name in NAMES:
            old, new = getattr(before, name, None), getattr(after, name, None)
            if old is not None and new is not None and not np.array_equal(old, new):
                project = edits.set_remedy_values(project, layer_id, name, new.tolist())
    return project
