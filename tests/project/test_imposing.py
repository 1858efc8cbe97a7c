"""Another project's seed and data, put into a project."""

from __future__ import annotations

import pytest

from gradsim.engine.problems import Problem
from gradsim.project import edits
from gradsim.project.imposing import imposed
from gradsim.project.model import DataSource
from gradsim.project.presets import preset
from tests.viewmodels.gradients.desk import deep


def test_seed_and_data_are_taken_and_nothing_else() -> None:
    model = edits.set_seed(deep(5, 4, samples=9), 31)
    pinned = deep(3, 4, "relu")
    done = imposed(pinned, model)
    assert (done.seed, done.data, done.inputs, done.outputs) == (True, True, None, None)
    assert (done.project.seed, done.project.data) == (31, model.data)
    assert done.project.layers == pinned.layers
    assert done.project.network.cost == pinned.network.cost


def test_the_very_same_conditions_leave_the_very_same_project() -> None:
    project = deep(3, 4)
    done = imposed(project, deep(9, 4, "relu"))
    assert done.project is project
    assert not done.seed
    assert not done.data


def test_data_of_another_width_widen_the_input_and_where_fixed_the_output() -> None:
    done = imposed(deep(3, 4), preset("digits_classifier"))
    assert done.inputs == (4, 64)
    assert done.outputs == (4, 10)
    assert imposed(deep(3, 4), deep(3, 6)).inputs == (4, 6)
    assert imposed(deep(3, 4), deep(3, 6)).outputs is None


def test_data_that_do_not_suit_the_cost_are_refused_with_a_reason() -> None:
    model = deep(3, 2, inputs=2)
    rows = DataSource.inline([[0.0, 1.0]], [[3.0, -1.0]])
    model = edits.set_data(model, rows)
    classifier = edits.set_cost(deep(3, 2, inputs=2), "cross_entropy", adapt_output=True)
    with pytest.raises(Problem):
        imposed(classifier, model)
