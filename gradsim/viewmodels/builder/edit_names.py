"""The names that undo steps of the builder carry, kept translatable."""

from __future__ import annotations

from collections.abc import Sequence

from gradsim.engine.problems import QT_TRANSLATE_NOOP
from gradsim.project.model import Project
from gradsim.viewmodels.messages import Message


def layers_message(project: Project, layer_ids: Sequence[int]) -> Message:
    """“layer 3”, or “4 layers”, to be put into another message."""
    if len(layer_ids) == 1:
        number = project.index_of(layer_ids[0]) + 1
        return Message.of(
            "BuilderEdit", QT_TRANSLATE_NOOP("BuilderEdit", "layer {layer}"), layer=number
        )
    return Message.of(
        "BuilderEdit", QT_TRANSLATE_NOOP("BuilderEdit", "{count} layers"), count=len(layer_ids)
    )


def edit_name(template: str, project: Project, layer_ids: Sequence[int]) -> Message:
    """The message `template` of context BuilderEdit with its ``{layers}`` filled in."""
    return Message("BuilderEdit", template, {"layers": layers_message(project, layer_ids)})
