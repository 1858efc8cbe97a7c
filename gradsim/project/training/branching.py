"""An edited project and the run of the one before: its numbers put in, or taken out again."""

from __future__ import annotations

from msgspec.structs import replace

from gradsim.engine.initialization import Parameters, TypedLayer
from gradsim.engine.problems import Problem
from gradsim.project.model import Project, same_numbers
from gradsim.project.remedy_values import fitted_values
from gradsim.project.training.run import trained_project
from gradsim.project.validation import check_parameters

Typed = TypedLayer | None


def branched(edited: Project, began: Project, parameters: Parameters) -> Project:
    """`edited` with the trained numbers of each layer that they still fit, found by its id.

    A layer whose typed numbers were edited keeps what was typed.

    Parameters
    ----------
    began : Project
        What the run trains. parameters : what it reached.
    """
    trained, before = _by_id(trained_project(began, parameters)), _by_id(began)
    typed = list(edited.parameters)
    for index, (layer_id, now) in enumerate(zip(edited.layer_ids, typed, strict=True)):
        if layer_id not in before or not same_numbers(_bare(before[layer_id]), _bare(now)):
            continue
        numbers = trained[layer_id]
        if numbers is not None:
            values = fitted_values(
                numbers.remedies, edited.layers[index], edited.network.fan_in(index + 1)
            )
            numbers = replace(numbers, remedies=values)
        if _fits(edited, index, numbers):
            typed[index] = numbers
    return replace(edited, parameters=tuple(typed))


def without_trained(edited: Project, began: Project, parameters: Parameters) -> Project:
    """`edited` with what the run began with in each layer that still has the trained numbers."""
    trained, before = _by_id(trained_project(began, parameters)), _by_id(began)
    typed = tuple(
        before[layer_id] if layer_id in before and same_numbers(trained[layer_id], now) else now
        for layer_id, now in zip(edited.layer_ids, edited.parameters, strict=True)
    )
    return replace(edited, parameters=typed)


def _bare(typed: Typed) -> Typed:
    """Weights and biases alone: another normalization takes its own numbers away."""
    if typed is None or (typed.weights is None and typed.biases is None):
        return None
    return replace(typed, remedies=None)


def _by_id(project: Project) -> dict[int, Typed]:
    return dict(zip(project.layer_ids, project.parameters, strict=True))


def _fits(project: Project, index: int, typed: Typed) -> bool:
    """Whether the numbers have the shapes that the layer at `index` now needs."""
    alone: list[Typed] = [None] * len(project.layers)
    alone[index] = typed
    try:
        check_parameters(project.network, tuple(alone))
    except Problem:
        return False
    return True
