"""A change of a project as values: what is set to what in which layers, and how large that is."""

from __future__ import annotations

import math
from collections.abc import Callable
from types import MappingProxyType
from typing import Final, cast

from msgspec import Struct

from gradsim.engine.initializers import initializer_of
from gradsim.engine.network import Layer
from gradsim.engine.options import Choice, resolved_options
from gradsim.engine.remedies.residual import Form, Residual
from gradsim.engine.verdict.records import Remedy
from gradsim.project.edits import (
    set_activation,
    set_bias,
    set_normalization,
    set_residual,
    set_weights,
)
from gradsim.project.edits.rebuilding import LayerIds
from gradsim.project.model import Project


def residual_of(choice: Choice) -> Residual:
    """The residual connection that the choice of a remedy stands for."""
    scale = dict(choice.options).get("scale", 1.0)
    return Residual(scale, cast(Form, choice.name))


def _set_residual(project: Project, layer_ids: LayerIds, choice: Choice) -> Project:
    return set_residual(project, layer_ids, residual_of(choice))


_EDITS: Final[MappingProxyType[str, Callable[..., Project]]] = MappingProxyType(
    {
        "activation": set_activation,
        "weights": set_weights,
        "bias": set_bias,
        "normalization": set_normalization,
        "residual": _set_residual,
    }
)

GAIN_SIZE, BIAS_SIZE, WEIGHTS_SIZE, ACTIVATION_SIZE, REMEDY_SIZE = 1.0, 1.0, 2.0, 3.0, 5.0
"""How large a change of each setting counts, in units of a gain that changes less than fourfold.
What puts something new into every layer counts as much as another activation with weights of its
own."""
_FREE_DOUBLINGS = 2.0


class Change(Struct, frozen=True):
    """What is set, in the order in which it is set; each setting in layers counted from 1."""

    remedies: tuple[Remedy, ...]

    def applied(self, project: Project) -> Project:
        """The project with all of it set.

        Raises
        ------
        Problem
            Where a layer cannot take it.
        """
        for remedy in self.remedies:
            ids = [project.layers[layer - 1].id for layer in remedy.layers]
            project = _EDITS[remedy.setting](project, ids, remedy.choice)
        return project

    def size(self, project: Project) -> float:
        """How much it changes: a gain counts 1, an initializer 2, an activation 3, and a
        normalization or a residual connection, which were not there, 5.

        A gain that changes more than fourfold counts one more for each further doubling: ten times
        larger weights are no small change.
        """
        return math.fsum(_size(remedy, project) for remedy in self.remedies)


def gain_ratio(remedy: Remedy, layer: Layer) -> float | None:
    """By what factor `remedy` changes the gain of `layer`, where it changes nothing else."""
    if remedy.setting != "weights" or remedy.choice.name != layer.weights.name:
        return None
    rule = initializer_of(layer.weights)
    before = resolved_options(layer.weights, rule.options)
    after = resolved_options(remedy.choice, rule.options)
    was, now = before.pop("gain", 0.0), after.pop("gain", 0.0)
    return now / was if before == after and was > 0.0 and now > 0.0 else None


def _size(remedy: Remedy, project: Project) -> float:
    if remedy.setting == "activation":
        return ACTIVATION_SIZE
    if remedy.setting == "bias":
        return BIAS_SIZE
    if remedy.setting in ("normalization", "residual"):
        return REMEDY_SIZE
    ratio = gain_ratio(remedy, project.layers[remedy.layers[0] - 1])
    if ratio is None:
        return WEIGHTS_SIZE
    return GAIN_SIZE + max(0.0, abs(math.log2(ratio)) - _FREE_DOUBLINGS)
