"""A worksheet gives what remedies bring, asks for what they make, and becomes a script."""

from __future__ import annotations

import numpy as np
import pytest

from gradsim.engine.parameter_address import ParameterAddress
from gradsim.engine.paths.parameter_paths import parameter_paths
from gradsim.project.scripts.numpy_script import numpy_script
from gradsim.viewmodels.simulation import simulate
from gradsim.viewmodels.step.numerals import numeral
from gradsim.viewmodels.step.walk.lenses import walk_of
from gradsim.viewmodels.step.walk.walk import Lens
from gradsim.viewmodels.worksheet.content import Variant, Walked, worksheets
from gradsim.viewmodels.worksheet.recipes import recipe_of
from gradsim.viewmodels.worksheet.remedies import remedy_grids
from tests.project.scripts.walks import run
from tests.viewmodels.step.remedied_projects import BATCH, LAYER, every_remedy
from tests.viewmodels.worksheet.test_worksheets import text_of


def walked(lens: Lens, *, batch: bool = False, mode: str = "train") -> Walked:
    project = every_remedy(BATCH if batch else None, mode=mode)
    result = simulate(project, None if batch else 1)
    return Walked(walk_of(lens, result, None, 0), result)


def test_each_layer_gives_what_its_own_remedies_bring() -> None:
    forward = walked(Lens.LAYER).result.forward
    labels = [[grid.label for grid in remedy_grids(forward, number)] for number in range(1, 6)]
    assert labels == [[], ["γ⁽²⁾", "β⁽²⁾", "m⁽²⁾/(1−p)"], ["γ⁽³⁾"], ["P⁽⁴⁾", "m⁽⁴⁾/(1−p)"], []]
    mask = remedy_grids(forward, 2)[-1].values
    inner = forward.layers[1].inner
    assert inner is not None
    assert inner.mask is not None
    assert np.array_equal(mask, inner.mask.T)


def test_in_evaluation_the_running_statistics_are_given_and_no_mask() -> None:
    forward = walked(Lens.LAYER, batch=True, mode="evaluate").result.forward
    assert [grid.label for grid in remedy_grids(forward, 1)] == ["γ⁽¹⁾", "β⁽¹⁾", "μ⁽¹⁾", "v⁽¹⁾"]
    assert [grid.label for grid in remedy_grids(forward, 4)] == ["P⁽⁴⁾"]


def test_a_blank_sheet_gives_the_mask_and_asks_for_what_it_leaves() -> None:
    given = walked(Lens.LAYER)
    inner = given.result.forward.layers[3].inner
    assert inner is not None
    (filled,) = worksheets(given, Variant.FILLED, "en")
    (blank,) = worksheets(given, Variant.BLANK, "en")[:1]
    for sheet, answered in ((filled, True), (blank, False)):
        told = text_of(sheet)
        assert "m⁽⁴⁾/(1−p)" in told
        assert "d⁽⁴⁾" in told
        assert (numeral(float(inner.argument[0, 0])) in told) is answered


@pytest.mark.parametrize("lens", [Lens.FORWARD, Lens.LAYER])
@pytest.mark.parametrize("batch", [False, True])
def test_a_walk_through_remedies_is_written_as_a_script(lens: Lens, batch: bool) -> None:
    source = numpy_script(recipe_of(walked(lens, batch=batch)), "worksheet.py")
    assert run(source) > 15


@pytest.mark.parametrize(
    "address", ["w:1:1:2", "b:2:2", "w:3:2:1", "w:2:1:3", "γ:1:2", "β:2:3", "γ:3:1"]
)
@pytest.mark.parametrize("mode", ["train", "evaluate"])
def test_a_path_through_remedies_becomes_a_sheet_and_a_script(address: str, mode: str) -> None:
    project = every_remedy(BATCH if mode == "evaluate" else LAYER, mode=mode)
    result = simulate(project, 1)
    paths = parameter_paths(result.forward, 1, ParameterAddress.parse(address), 5)
    for index in range(len(paths.paths)):
        walk = walk_of(Lens.PARAMETER, result, paths, index)
        given = Walked(walk, result)
        (filled,) = worksheets(given, Variant.FILLED, "en")
        told = text_of(filled)
        assert all(numeral(step.value) in told for step in walk.steps if step.value is not None)
        (blank,) = worksheets(given, Variant.BLANK, "en")[:1]
        last = walk.steps[-1].product
        assert last is not None
        assert numeral(last) in told
        assert last.is_zero or numeral(last) not in text_of(blank)
        assert run(numpy_script(recipe_of(given), "worksheet.py")) > len(walk.steps)
