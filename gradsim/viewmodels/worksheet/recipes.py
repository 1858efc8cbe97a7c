"""The recipe of a script from a walk, with the words and symbols that the window uses."""

from __future__ import annotations

from typing import Literal

from gradsim.project.scripts.recipe import Recipe
from gradsim.viewmodels import words
from gradsim.viewmodels.step.equation import factor_text
from gradsim.viewmodels.step.numerals import numeral
from gradsim.viewmodels.step.running import left_by
from gradsim.viewmodels.step.steps import COST_SYMBOL, Symbol
from gradsim.viewmodels.step.walk import Lens
from gradsim.viewmodels.worksheet.content import Walked, sheet_title, subtitle


def recipe_of(walked: Walked) -> Recipe:
    """What the script of `walked` is written from."""
    walk, result = walked.walk, walked.result
    shown = tuple(
        (factor_text(walk, result, index), numeral(left_by(walk, result, index)))
        for index in range(len(walk.steps))
    )
    return Recipe(
        title=sheet_title(walked),
        subtitle=subtitle(walk, result),
        lens=_LENSES[walk.lens],
        forward=result.forward,
        factors=result.factors,
        symbols=tuple(step.symbol for step in walk.steps),
        shown=shown,
        paths=walk.paths,
        path_index=walk.path_index,
        say=_say,
        symbol=_symbol,
        cost=COST_SYMBOL.text,
    )


def _say(template: str) -> str:
    return words.translated("Script", template)


def _symbol(letter: str, layer: int) -> str:
    return Symbol(letter, layer).text


_LENSES: dict[Lens, Literal["forward", "layer", "parameter"]] = {
    Lens.FORWARD: "forward",
    Lens.LAYER: "layer",
    Lens.PARAMETER: "parameter",
}
