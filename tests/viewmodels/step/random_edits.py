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
