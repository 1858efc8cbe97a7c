"""The ladder at one position of the walk: its columns, folded, and what is told about them."""

from __future__ import annotations

from msgspec import Struct

from gradsim.engine.paths.parameter_paths import ParameterPaths
from gradsim.engine.problems import QT_TRANSLATE_NOOP
from gradsim.viewmodels.messages import Message
from gradsim.viewmodels.simulation import SimulationResult
from gradsim.viewmodels.step.equation import count
from gradsim.viewmodels.step.ladder import explanations
from gradsim.viewmodels.step.ladder.columns import Column, columns_of
from gradsim.viewmodels.step.ladder.matrices import FactorMatrix, matrix_of
from gradsim.viewmodels.step.sequence import Fold, folded
from gradsim.viewmodels.step.walk.lenses import path_steps
from gradsim.viewmodels.step.walk.steps import COST_SYMBOL, Symbol
from gradsim.viewmodels.step.walk.walk import Lens, Walk

_REACH = (2, 2)


class Bracket(Struct, frozen=True, eq=False):
    """The part of the product that the layer above has computed: the columns below `upto`.

    text : what it is, ``∂C/∂a⁽³⁾``; layer : which layer has computed it.
    """

    upto: int
    text: str
    layer: int


class Ladder(Struct, frozen=True, eq=False):
    """The columns from the cost on, `parts` of them as they stand (folded), and the words.

    cursor : the column that is looked at, the last one revealed; None at the start.
    matrix : that of the cursor's column.
    """

    columns: tuple[Column, ...]
    parts: tuple[int | Fold, ...]
    cursor: int | None
    bracket: Bracket | None
    matrix: FactorMatrix | None
    sentences: tuple[Message, ...]


def ladder(
    walk: Walk,
    result: SimulationResult,
    position: int,
    paths: ParameterPaths,
    path_index: int,
    capacity: int,
    opened: frozenset[int] = frozenset(),
) -> Ladder:
    """The ladder of one of `paths`, as far as `walk` is revealed at `position`.

    With the shortcut in `walk` the paths begin at a − y as well.
    """
    network = result.project.network
    steps = path_steps(network, paths.paths[path_index], walk.shortcut)
    columns = columns_of(network, steps, walk, position)
    revealed = [column.index for column in columns if column.state != "future"]
    forward = walk.lens == Lens.FORWARD
    cursor = (revealed[0] if forward else revealed[-1]) if revealed else None
    current = next((each.index for each in columns if each.state == "current"), None)
    cursor = cursor if current is None else current
    at = 0 if cursor is None else cursor + 1
    parts = folded(tuple(range(len(columns))), at, capacity, opened, _REACH)
    if cursor is None:
        told = explanations.at_start(network, paths.paths_total, count(paths.paths_total))
        return Ladder(columns, parts, None, None, None, told)
    step = columns[cursor].step
    told = explanations.about(step, network, recursion=not forward)
    if current is None:
        told = (Message.of("Ladder", _ELSEWHERE), *told)
    bracket = None if forward else _bracket(columns, cursor)
    return Ladder(columns, parts, cursor, bracket, matrix_of(step, result), told)


def _bracket(columns: tuple[Column, ...], cursor: int) -> Bracket | None:
    layer = columns[cursor].step.layer
    upto = sum(1 for column in columns if column.step.layer > layer)
    if not upto:
        return None
    text = f"∂{COST_SYMBOL.text}/∂{Symbol('a', layer).text}"
    return Bracket(upto, text, layer + 1)


_ELSEWHERE = QT_TRANSLATE_NOOP(
    "Ladder", "The walk stands at a factor that is no part of this product; this is the last one."
)
