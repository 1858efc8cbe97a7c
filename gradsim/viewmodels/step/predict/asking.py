"""Which questions stand before a step: the factor, at times the product, at the end the sum."""

from __future__ import annotations

import random

from gradsim.viewmodels.simulation import SimulationResult
from gradsim.viewmodels.step.predict.building import Draft, finished
from gradsim.viewmodels.step.predict.forward_questions import value_draft
from gradsim.viewmodels.step.predict.layer_questions import entry_draft
from gradsim.viewmodels.step.predict.path_questions import factor_draft
from gradsim.viewmodels.step.predict.question import Question
from gradsim.viewmodels.step.predict.sum_questions import product_draft, so_far, total_draft
from gradsim.viewmodels.step.predict.topics import Form
from gradsim.viewmodels.step.steps import StepKind
from gradsim.viewmodels.step.walk import Lens, Walk

_PRODUCT_EVERY = 3


def questions_before(
    walk: Walk, result: SimulationResult, index: int, form: Form, seed: int
) -> tuple[Question, ...]:
    """What is asked before step `index` is shown, in order; nothing of a batch, of a penalty,
    or in a layer with remedies.

    Every third factor is followed by the product that it leaves, and the last one of several
    paths by what all paths add up to. `seed` chooses the unit that is asked about in the lenses
    that show whole layers.
    """
    if result.sample is None or not 0 <= index < len(walk.steps):
        return ()
    step = walk.steps[index]
    if step.kind is StepKind.PENALTY or not result.project.network.layers[step.layer - 1].plain:
        return ()
    drafts = _drafts(walk, result, index, random.Random(seed * 100_003 + index))
    asked = (None if draft is None else finished(draft, form) for draft in drafts)
    return tuple(question for question in asked if question is not None)


def _drafts(
    walk: Walk, result: SimulationResult, index: int, chance: random.Random
) -> list[Draft | None]:
    if walk.lens is Lens.FORWARD:
        return [value_draft(walk, result, index, chance)]
    if walk.lens is Lens.LAYER:
        return [entry_draft(walk, result, index, chance)]
    drafts: list[Draft | None] = [factor_draft(walk, result, index)]
    last = index == len(walk.steps) - 1
    several = walk.paths is not None and walk.paths.paths_total > 1
    if last and several:
        drafts.append(total_draft(walk))
    elif last or index % _PRODUCT_EVERY == _PRODUCT_EVERY - 1:
        drafts.append(product_draft(walk, so_far(walk, index), index))
    return drafts
