"""The ensemble of a project starts with the project itself."""

from __future__ import annotations

import numpy as np
import pytest
from msgspec.structs import replace

from gradsim.engine.measurement import measure
from gradsim.engine.problems import Problem
from gradsim.project import edits
from gradsim.project.ensembles import ensemble_seeds, measure_project
from gradsim.project.evaluation import materialize, scoped_forward
from gradsim.project.limits import MAXIMUM_SEED
from gradsim.project.presets import preset


@pytest.mark.parametrize("name", ["first_look", "ten_sigmoid_layers", "mazur"])
@pytest.mark.parametrize("sample", [None, 1])
@pytest.mark.parametrize("cost", ["half_squared_error", "probe"])
def test_member_0_is_what_the_project_shows(name: str, sample: int | None, cost: str) -> None:
    project = edits.set_cost(preset(name), cost)
    found = measure_project(project, ensemble_seeds(project, 3), sample)
    shown = measure(scoped_forward(materialize(project), sample), batch_mean=sample is None)
    np.testing.assert_allclose(
        found.log10("delta", "l2")[0], shown.columns.log10("delta", "l2"), atol=1e-11
    )


def test_other_members_are_other_draws_under_the_same_probe() -> None:
    project = edits.set_cost(preset("first_look"), "probe")
    found = measure_project(project, ensemble_seeds(project, 3))
    ends = found.log10("activation_gradient", "l2")[:, -1]
    assert np.ptp(ends) == pytest.approx(0.0, abs=1e-13)
    assert np.ptp(found.log10("delta", "l2")[:, 0]) > 0.01


def test_the_seeds_go_on_where_they_stopped_and_never_come_twice() -> None:
    project = replace(preset("first_look"), seed=MAXIMUM_SEED - 1)
    assert ensemble_seeds(project, 4) == (MAXIMUM_SEED - 1, MAXIMUM_SEED, 0, 1)
    assert ensemble_seeds(project, 2, start=2) == (0, 1)


def test_a_sample_that_is_not_there_is_refused() -> None:
    project = preset("mazur")
    with pytest.raises(Problem, match="There is no sample 2"):
        measure_project(project, ensemble_seeds(project, 2), 2)
