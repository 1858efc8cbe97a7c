"""The recipe of a script from a walk, with the words and symbols that the window uses."""

from __future__ import annotations

from typing import Literal

from gradsim.engine.paths.parameter_paths import parameter_paths
from gradsim.project.scripts.recipe import Recipe
from gradsim.viewmodels import words
from gradsim.viewmodels.simulation import SimulationResult
from gradsim.viewmodels.step.equation import factor_text
from gradsim.viewmodels.step.numerals import numeral
from gradsim.viewmodels.step.walk.lenses import walk_of
from gradsim.viewmodels.step.walk.running import left_by
from gradsim.viewmodels.step.walk.steps import COST_SYMBOL, StepKind, Symbol
from gradsim.viewmodels.step.walk.walk import Lens, Walk, same_way, way_of
from gradsim.viewmodels.worksheet.content import Walked, sheet_title, subtitle


def recipe_of(walked: Walked) -> Recipe:
    """What the script of `walked` is written from; it multiplies out every factor."""
    result = walked.result
    walk = _unreduced(walked.walk, result)
    # A script asserts the gradients of the cost; penalties stand beside it.
    kept = [index for index, step in enumerate(walk.steps) if step.kind is not StepKind.PENALTY]
    shown = tuple(
        (factor_text(walk, result, index), numeral(left_by(walk, result, index))) for index in kept
    )
    return Recipe(
        title=sheet_title(walked),
        subtitle=subtitle(walk, result),
        lens=_LENSES[walk.lens],
        forward=result.forward,
        factors=result.factors,
        symbols=tuple(walk.steps[index].symbol for index in kept),
        shown=shown,
        paths=walk.paths,
        path_index=walk.path_index,
        say=_say,
        symbol=_symbol,
        cost=COST_SYMBOL.text,
    )


def _unreduced(walk: Walk, result: SimulationResult) -> Walk:
    """The same walk with cost and activation apart, where it takes them as one, a − y."""
    if not walk.shortcut:
        return walk
    if walk.paths is None or walk.path is None:
        return walk_of(walk.lens, result, None, 0)
    paths = parameter_paths(result.forward, 1, walk.paths.address, len(walk.paths.paths))
    wanted = way_of(walk.path)
    ways = (i for i, each in enumerate(paths.paths) if same_way(way_of(each), wanted))
    return walk_of(walk.lens, result, paths, next(ways, 0))


def _say(template: str) -> str:
    return words.translated("Script", template)


def _symbol(letter: str, layer: int) -> str:
    return Symbol(letter, layer).text


_LENSES: dict[Lens, Literal["forward", "layer", "parameter"]] = {
    Lens.FORWARD: "forward",
    Lens.LAYER: "layer",
    Lens.PARAMETER: "parameter",
}
