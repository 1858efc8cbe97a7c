"""A worksheet tells the walk as the window does; blank, it keeps the answers to itself."""

from __future__ import annotations

import html
import re

import pytest
from msgspec.structs import replace

from gradsim.engine.parameter_address import ParameterAddress
from gradsim.engine.paths.parameter_paths import parameter_paths
from gradsim.engine.remedies import Residual
from gradsim.project import edits
from gradsim.project.model import Project
from gradsim.project.presets import preset
from gradsim.project.scripts.numpy_script import numpy_script
from gradsim.viewmodels.simulation import SimulationResult, simulate
from gradsim.viewmodels.step.numerals import numeral
from gradsim.viewmodels.step.walk.lenses import walk_of
from gradsim.viewmodels.step.walk.steps import Family
from gradsim.viewmodels.step.walk.walk import Lens
from gradsim.viewmodels.worksheet.blocks import Table, Worksheet
from gradsim.viewmodels.worksheet.content import Variant, Walked, worksheets
from gradsim.viewmodels.worksheet.given import network_blocks
from gradsim.viewmodels.worksheet.html import html_of
from gradsim.viewmodels.worksheet.recipes import recipe_of
from gradsim.viewmodels.worksheet.typeset import typeset_all
from tests.project.scripts.walks import run
from tests.viewmodels.gradients.desk import deep

COLORS = dict.fromkeys(Family, "#123456")


def walked(
    project: Project, lens: Lens, address: ParameterAddress | None = None, *, shortcut: bool = False
) -> Walked:
    result: SimulationResult = simulate(project, 1)
    address = address or ParameterAddress("w", 1, 1, 1)
    paths = parameter_paths(result.forward, 1, address, 5, shortcut=shortcut)
    return Walked(walk_of(lens, result, paths, 0, shortcut), result)


def text_of(sheet: Worksheet) -> str:
    """What a reader sees, equations as their plain text."""
    outlines = typeset_all(sheet.equations, lambda _done: None, lambda: False)
    page = html_of(sheet, outlines, COLORS)
    labels = " ".join(re.findall(r'aria-label="([^"]*)"', page))
    return html.unescape(re.sub(r"<[^>]+>", " ", page) + " " + labels)


@pytest.mark.parametrize("name", ["mazur", "scalar_chain", "single_neuron"])
def test_a_filled_sheet_has_every_factor_and_running_product(name: str) -> None:
    given = walked(preset(name), Lens.PARAMETER)
    (sheet,) = worksheets(given, Variant.FILLED, "en")
    told = text_of(sheet)
    for step in given.walk.steps:
        assert step.value is not None
        assert step.product is not None
        assert numeral(step.value) in told
        assert numeral(step.product) in told


def test_the_network_of_a_sheet_is_given_with_its_remedies() -> None:
    project = preset("first_look")
    mended = edits.set_residual(project, project.layer_ids[1], Residual(0.5, "pre"))
    for given, named in ((project, False), (mended, True)):
        tables = [block for block in network_blocks(simulate(given, 1)) if isinstance(block, Table)]
        assert ("Remedies" in tables[0].header) is named
    assert "α = 0.50" in str(tables[0].rows[1][-1])
    assert not tables[0].rows[0][-1]


def test_mazurs_sheet_has_the_published_path() -> None:
    (sheet,) = worksheets(walked(preset("mazur"), Lens.PARAMETER), Variant.FILLED, "en")
    told = text_of(sheet)
    # ∂C/∂a², f′(z²), w and f′(z¹) of the stronger path into ∂C/∂w₁₁.
    for number in ("0.7414", "0.1868", "0.4000", "0.2413", "0.05000"):
        assert number in told


def test_a_blank_sheet_keeps_the_symbols_and_not_the_answers() -> None:
    given = walked(preset("mazur"), Lens.PARAMETER)
    filled, blank = (
        worksheets(given, variant, "en")[0] for variant in (Variant.FILLED, Variant.BLANK)
    )
    told, kept = text_of(filled), text_of(blank)
    for step in given.walk.steps:
        assert step.product is not None
        if step.product.value != step.value.value:  # type: ignore[union-attr]
            assert numeral(step.product) in told
            assert numeral(step.product) not in kept
    symbols = [each.tex for each in blank.equations]
    assert any(r"\partial a_{1}^{(2)}" in tex for tex in symbols)
    # What is given stays: weights, the input and the targets.
    for number in ("0.1500", "0.5500", "0.01000", "0.9900"):
        assert number in kept


def test_the_answer_key_is_a_sheet_of_its_own_or_follows_behind() -> None:
    given = walked(preset("mazur"), Lens.PARAMETER)
    apart = worksheets(given, Variant.ANSWERS_APART, "en")
    (together,) = worksheets(given, Variant.ANSWERS_BEHIND, "en")
    assert len(apart) == 2
    product = given.walk.steps[-1].product
    assert product is not None
    last = numeral(product)
    assert last not in text_of(apart[0])
    assert last in text_of(apart[1])
    assert last in text_of(together)


@pytest.mark.parametrize("lens", [Lens.FORWARD, Lens.LAYER, Lens.PARAMETER])
@pytest.mark.parametrize("name", ["first_look", "digits_classifier", "zero_initialization"])
def test_every_lens_can_be_written(name: str, lens: Lens) -> None:
    for variant in Variant:
        for sheet in worksheets(walked(preset(name), lens), variant, "en"):
            assert sheet.blocks


def test_a_deep_walk_is_abridged_and_says_so() -> None:
    (sheet,) = worksheets(walked(deep(300, 3), Lens.LAYER), Variant.FILLED, "en")
    assert len(sheet.equations) < 400
    told = text_of(sheet)
    assert (
        "A long walk: the first 20 and the last 12 steps stand in full, the 1,168 between them in "
        "a table."
    ) in told
    assert "More than 12 layers: of larger matrices the shape and the norm stand here." in told
    (short,) = worksheets(walked(deep(3, 3), Lens.LAYER), Variant.FILLED, "en")
    assert "A long walk" not in text_of(short)
    assert "More than 12 layers" not in text_of(short)


def test_the_page_is_one_file_that_asks_for_nothing_and_escapes_everything() -> None:
    project = replace(preset("mazur"), title="<b>R&D</b> <script>alert(1)</script>")
    (sheet,) = worksheets(walked(project, Lens.PARAMETER), Variant.FILLED, "en")
    outlines = typeset_all(sheet.equations, lambda _done: None, lambda: False)
    page = html_of(sheet, outlines, COLORS)
    assert "<script" not in page
    assert "&lt;b&gt;R&amp;D" in page
    assert 'lang="en"' in page
    assert not re.search(r'(?:src|href)="(?!#)', page)


def test_a_shortened_walk_is_written_as_a_script_with_every_factor() -> None:
    project = preset("digits_classifier")
    address = ParameterAddress("w", 2, 3, 4)
    for lens in (Lens.LAYER, Lens.PARAMETER):
        short = walked(project, lens, address, shortcut=True)
        whole = walked(project, lens, address)
        assert len(short.walk.steps) == len(whole.walk.steps) - 1
        checks = [run(numpy_script(recipe_of(each), "worksheet.py")) for each in (short, whole)]
        assert checks[0] == checks[1] > 10
