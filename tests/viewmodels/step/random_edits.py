"""Random edits of a project, each one that the builder offers."""

from __future__ import annotations

import random

from gradsim.engine.options import Choice
from gradsim.project.edits.data import new_draw
from gradsim.project.edits.layers import (
    add_layer,
    delete_layers,
    insert_layer,
    move_layer,
    set_activation,
    set_gain,
    set_units,
    set_weights,
)
from gradsim.project.edits.parameters import set_weight
from gradsim.project.edits.remedies import (
    set_dropout,
    set_mode,
    set_normalization,
    set_residual_form,
)
from gradsim.project.model import Project


def edited(project: Project, chance: random.Random) -> Project:
    """`project` after one random edit."""
    layer = chance.choice(project.layer_ids)
    hidden = project.layer_ids[:-1]
    match chance.randrange(10):
        case 0:
            return insert_layer(project, chance.randrange(len(hidden) + 1))
        case 1 if len(hidden) > 1:
            return delete_layers(project, (chance.choice(hidden),))
        case 2 if hidden:
            return set_units(project, (chance.choice(hidden),), chance.randint(1, 6))
        case 3:
            name = chance.choice(["sigmoid", "tanh", "relu", "leaky_relu", "gelu"])
            return set_activation(project, (layer,), Choice(name))
        case 4:
            return set_gain(project, (layer,), chance.uniform(0.1, 3.0))
        case 5:
            name = chance.choice(["he_normal", "glorot_uniform", "zeros", "orthogonal"])
            return set_weights(project, (layer,), Choice(name))
        case 6:
            return new_draw(project)
        case 7 if len(hidden) > 1:
            return move_layer(project, chance.choice(hidden), chance.randrange(len(hidden)))
        case 8:
            return set_weight(project, layer, 1, 1, chance.uniform(-2.0, 2.0))
        case _:
            return add_layer(project) if len(hidden) < 7 else project


def remedied(project: Project, chance: random.Random) -> Project:
    """`project` after one random change of a remedy, or of the mode."""
    layer = (chance.choice(project.layer_ids),)
    match chance.randrange(5):
        case 0 | 1:
            name = chance.choice([None, "layer_norm", "rms_norm", "batch_norm"])
            return set_normalization(project, layer, None if name is None else Choice(name))
        case 2:
            form = chance.choice([None, "pre", "post"])
            return set_residual_form(project, layer, form)  # type: ignore[arg-type]
        case 3:
            return set_dropout(project, layer, chance.choice([0.0, 0.3]))
        case _:
            return set_mode(project, chance.choice(["train", "evaluate"]))  # type: ignore[arg-type]
