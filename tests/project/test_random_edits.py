"""Any sequence of edits leaves a project that can be saved and run, or says why it may not."""

from __future__ import annotations

import random
from collections.abc import Callable

import numpy as np
import pytest

from gradsim.engine.activations import ACTIVATIONS
from gradsim.engine.costs import COSTS
from gradsim.engine.initializers import INITIALIZERS
from gradsim.engine.options import Choice
from gradsim.engine.problems import Problem
from gradsim.engine.remedies import NORMALIZATIONS, Residual
from gradsim.engine.remedies.learned import NAMES
from gradsim.project import edits
from gradsim.project.datasets import DATASETS
from gradsim.project.evaluation import materialize, scoped_forward
from gradsim.project.file import decode_project, encode_project
from gradsim.project.model import DataSource, Project
from gradsim.project.presets import preset
from gradsim.project.validation import check_project

Edit = Callable[[Project, random.Random], Project]


def some(project: Project, chance: random.Random) -> list[int]:
    return chance.sample(project.layer_ids, chance.randint(1, len(project.layer_ids)))


def one(project: Project, chance: random.Random) -> int:
    return chance.choice(project.layer_ids)


def number(chance: random.Random) -> float:
    return chance.choice([0.0, -0.5, 1.5, 3.25, 1e-3, float("nan"), float("inf"), -1e6])


def choice(chance: random.Random, table) -> Choice:
    name = chance.choice(list(table))
    options = {option.name: option.default for option in table[name].options}
    if options and chance.random() < 0.5:
        options[chance.choice(list(options))] = number(chance)
    return Choice.of(name, **options)


EDITS: list[Edit] = [
    lambda p, c: edits.add_layer(p),
    lambda p, c: edits.insert_layer(p, c.randint(-1, 9)),
    lambda p, c: edits.duplicate_layers(p, some(p, c)),
    lambda p, c: edits.delete_layers(p, some(p, c)),
    lambda p, c: edits.move_layer(p, one(p, c), c.randint(-1, 9)),
    lambda p, c: edits.move_layers(p, some(p, c), c.randint(0, 9)),
    lambda p, c: edits.set_units(p, some(p, c), c.randint(0, 6)),
    lambda p, c: edits.set_activation(p, some(p, c), choice(c, ACTIVATIONS)),
    lambda p, c: edits.set_weights(p, some(p, c), choice(c, INITIALIZERS)),
    lambda p, c: edits.set_bias(p, some(p, c), choice(c, INITIALIZERS)),
    lambda p, c: edits.set_gain(p, some(p, c), number(c)),
    lambda p, c: edits.apply_to_hidden(p, one(p, c)),
    lambda p, c: edits.set_weight(p, one(p, c), c.randint(0, 4), c.randint(1, 4), number(c)),
    lambda p, c: edits.set_bias_value(p, one(p, c), c.randint(1, 4), number(c)),
    lambda p, c: edits.set_normalization(p, some(p, c), Choice.of(c.choice(list(NORMALIZATIONS)))),
    lambda p, c: edits.set_normalization(p, some(p, c), None),
    lambda p, c: edits.set_residual(
        p, some(p, c), c.choice([None, Residual(), Residual(number(c), "pre")])
    ),
    lambda p, c: edits.set_dropout(p, some(p, c), c.choice([0.0, 0.25, 0.5, 1.0])),
    lambda p, c: edits.set_mode(p, c.choice(["train", "evaluate"])),
    lambda p, c: edits.set_remedy_value(
        p, one(p, c), c.choice(NAMES), c.randint(0, 4), abs(number(c))
    ),
    lambda p, c: edits.redraw_layers(p, some(p, c)),
    lambda p, c: edits.set_inputs(p, c.randint(0, 6)),
    lambda p, c: edits.set_cost(p, c.choice(list(COSTS)), adapt_output=c.random() < 0.5),
    lambda p, c: edits.set_data(p, DataSource.of(c.choice(list(DATASETS)))),
    lambda p, c: edits.set_data_option(p, "samples", c.choice([0, 1, 5, 40])),
    lambda p, c: edits.set_sample_value(p, "targets", 1, c.randint(1, 3), number(c)),
    lambda p, c: edits.set_sample_value(p, "inputs", c.randint(1, 3), 1, number(c)),
    lambda p, c: edits.add_sample(p),
    lambda p, c: edits.delete_sample(p, c.randint(0, 3)),
    lambda p, c: edits.new_draw(p),
]


@pytest.mark.parametrize("name", ["mazur", "first_look", "digits_classifier", "single_neuron"])
def test_edits_in_any_order_keep_the_project_sound(name: str) -> None:
    chance = random.Random(name)
    project = preset(name)
    changed = 0
    for step in range(240):
        if step % 80 == 0:
            project = preset(name)
        before = encode_project(project) if step % 10 == 0 else None
        try:
            after = chance.choice(EDITS)(project, chance)
        except Problem as problem:
            str(problem)  # every placeholder is filled
            after = project
        if before is not None:
            assert encode_project(project) == before
        if len(after.layers) > 10 or after is project:
            continue
        changed += 1
        check_project(after)
        edits.notes(project, after)
        assert decode_project(encode_project(after)) == after
        if step % 5 == 0:
            materials = materialize(after)
            for index, typed in enumerate(after.parameters):
                if typed is not None and typed.weights is not None:
                    np.testing.assert_array_equal(
                        materials.parameters.weights[index], typed.weights
                    )
            if not after.network.couples_samples:
                scoped_forward(materials, 1)
            elif materials.samples > 1:
                scoped_forward(materials, None)
        project = after
    assert changed > 60
