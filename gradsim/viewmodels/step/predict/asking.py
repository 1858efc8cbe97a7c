"""Which questions stand before a step: the factor, at times the product, at the end the sum."""

from __future__ import annotations

import random

from gradsim.viewmodels.messages import Message
from gradsim.viewmodels.simulation import SimulationResult
from gradsim.viewmodels.step.predict import telling
from gradsim.viewmodels.step.predict.building import Draft, finished
from gradsim.viewmodels.step.predict.forward_questions import value_draft
from gradsim.viewmodels.step.predict.layer_questions import entry_draft
from gradsim.viewmodels.step.predict.path_questions import factor_draft
from gradsim.viewmodels.step.predict.question import Question
from gradsim.viewmodels.step.predict.sum_questions import product_draft, so_far, total_draft
from gradsim.viewmodels.step.predict.topics import Form
from gradsim.viewmodels.step.walk.steps import StepKind
from gradsim.viewmodels.step.walk.walk import Lens, Walk

_PRODUCT_EVERY = 3


def questions_before(
    walk: Walk, result: SimulationResult, index: int, form: Form, seed: int
) -> tuple[Question, ...]:
    """What is asked before step `index` is shown, in order; nothing of a batch or of a penalty.

    Of a layer with remedies nothing but what is asked of every layer, and that only along a path:
    see :func:`is_shown`. Every third factor is followed by the product that it leaves, and the
    last one of several paths by what all paths add up to. `seed` chooses the unit that is asked
    about in the lenses that show whole layers.
    """
    if result.sample is None or not 0 <= index < len(walk.steps):
        return ()
    step = walk.steps[index]
    on_path = walk.lens == Lens.PARAMETER
    if step.kind is StepKind.PENALTY or (is_shown(walk, result, index) and not on_path):
        return ()
    drafts = _drafts(walk, result, index, random.Random(seed * 100_003 + index))
    asked = (None if draft is None else finished(draft, form) for draft in drafts)
    return tuple(question for question in asked if question is not None)


def is_shown(walk: Walk, result: SimulationResult, index: int) -> bool:
    """Whether the number of step `index` is shown unasked, because of its layer's remedies."""
    step = walk.steps[index]
    layer = result.project.network.layers[step.layer - 1]
    if layer.plain:
        return False
    alike = {StepKind.COST, StepKind.SHORTCUT, StepKind.BIAS}
    if layer.residual is None or layer.residual.form == "post":
        # Behind f a weight multiplies another quantity than a of the layer below.
        alike |= {StepKind.WEIGHTS, StepKind.PREVIOUS_ACTIVATION}
    return walk.lens != Lens.PARAMETER or step.kind not in alike


def why_unasked(walk: Walk, result: SimulationResult | None, index: int) -> Message | None:
    """Why nothing is asked before step `index`."""
    if result is None:
        return None
    if result.sample is None:
        return telling.one_sample()
    shown = 0 <= index < len(walk.steps) and is_shown(walk, result, index)
    return telling.with_remedies() if shown else None


def _drafts(
    walk: Walk, result: SimulationResult, index: int, chance: random.Random
) -> list[Draft | None]:
    if walk.lens is Lens.FORWARD:
        return [value_draft(walk, result, index, chance)]
    if walk.lens is Lens.LAYER:
        return [entry_draft(walk, result, index, chance)]
    drafts: list[Draft | None] = []
    if not is_shown(walk, result, index):
        drafts.append(factor_draft(walk, result, index))
    last = index == len(walk.steps) - 1
    several = walk.paths is not None and walk.paths.paths_total > 1
    if last and several:
        drafts.append(total_draft(walk))
    elif last or index % _PRODUCT_EVERY == _PRODUCT_EVERY - 1:
        drafts.append(product_draft(walk, so_far(walk, index), index))
    return drafts
