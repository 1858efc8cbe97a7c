"""A worksheet gives what remedies bring, asks for what they make, and becomes a script."""

from __future__ import annotations

import numpy as np
import pytest

from gradsim.project.scripts.numpy_script import numpy_script
from gradsim.viewmodels.simulation import simulate
from gradsim.viewmodels.step.lenses import walk_of
from gradsim.viewmodels.step.numerals import numeral
from gradsim.viewmodels.step.walk import Lens
from gradsim.viewmodels.worksheet.content import Variant, Walked, worksheets
from gradsim.viewmodels.worksheet.recipes import recipe_of
from gradsim.viewmodels.worksheet.remedies import remedy_grids
from tests.project.scripts.walks import run
from tests.viewmodels.step.remedied_projects import BATCH, every_remedy
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
