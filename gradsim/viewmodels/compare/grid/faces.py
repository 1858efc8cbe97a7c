"""What one cell shows: its number, its verdict in a word, its small picture, or why it has none."""

from __future__ import annotations

import math
from typing import Final, Literal

import numpy as np
import numpy.typing as npt
from msgspec import Struct
from msgspec.structs import replace

from gradsim.engine.ensembles import Spread, spread_of
from gradsim.engine.problems import QT_TRANSLATE_NOOP, Problem
from gradsim.engine.verdict.judging import Verdict
from gradsim.engine.verdict.records import VerdictKind
from gradsim.project.sweeps import CellResult
from gradsim.viewmodels import words
from gradsim.viewmodels.compare.grid.sparks import Spark, spark_of
from gradsim.viewmodels.gradients.wording import decades_text

State = Literal["waiting", "known", "refused"]

_CONTEXT: Final = "GridCell"
_SHORT: Final[dict[VerdictKind, str]] = {
    VerdictKind.HEALTHY: QT_TRANSLATE_NOOP("GridCell", "Healthy"),
    VerdictKind.UNEVEN: QT_TRANSLATE_NOOP("GridCell", "Uneven"),
    VerdictKind.VANISHING: QT_TRANSLATE_NOOP("GridCell", "Vanish"),
    VerdictKind.EXPLODING: QT_TRANSLATE_NOOP("GridCell", "Explode"),
    VerdictKind.SYMMETRIC: QT_TRANSLATE_NOOP("GridCell", "Symm."),
    VerdictKind.DEAD: QT_TRANSLATE_NOOP("GridCell", "Dead"),
    VerdictKind.ZERO: QT_TRANSLATE_NOOP("GridCell", "Zero"),
    VerdictKind.OVERFLOW: QT_TRANSLATE_NOOP("GridCell", "Overfl."),
    VerdictKind.NAN: QT_TRANSLATE_NOOP("GridCell", "NaN"),
}
_EVERYWHERE: Final[dict[VerdictKind, tuple[str, str]]] = {
    VerdictKind.VANISHING: (
        QT_TRANSLATE_NOOP("GridCell", "All faint"),
        QT_TRANSLATE_NOOP("GridCell", "Faint"),
    ),
    VerdictKind.EXPLODING: (
        QT_TRANSLATE_NOOP("GridCell", "All huge"),
        QT_TRANSLATE_NOOP("GridCell", "Huge"),
    ),
}
"""Where the layers agree among themselves, and yet all differ from what the cost sent."""
_REFUSED: Final = QT_TRANSLATE_NOOP("GridCell", "Not possible")
_REFUSED_SHORT: Final = QT_TRANSLATE_NOOP("GridCell", "No")
_LOST: Final = QT_TRANSLATE_NOOP("GridCell", "lost")
_BOTH_ZERO: Final = "0/0"


class Face(Struct, frozen=True, eq=False):
    """One cell as it is drawn.

    decades : median of log₁₀(first/last) over the seeds; nan where it is not known.
    number : the same in words: signed decades, −∞ for an exact zero, 0/0 where both ends are,
        “lost” where too small.
    word, short : the verdict in a word, and where there is little room; empty while not judged.
    fresh : whether the numbers are of what is asked now; others are shown until those arrive.
    """

    state: State = "waiting"
    decades: float = math.nan
    number: str = ""
    word: str = ""
    short: str = ""
    kind: VerdictKind | None = None
    spark: Spark | None = None
    fresh: bool = True

    def outdated(self) -> Face:
        """The same, of what was asked before."""
        return replace(self, fresh=False)


def face_of(result: CellResult, quantity: str, statistic: str, verdict: Verdict | None) -> Face:
    """The face of a measured cell for one quantity and statistic."""
    if result.problem is not None or result.ratios is None or result.profiles is None:
        return Face("refused", word=_translated(_REFUSED), short=_translated(_REFUSED_SHORT))
    decades = median_of(result.ratios[quantity, statistic])
    word = short = ""
    if verdict is not None:
        word, short = verdict_words(verdict)
    return Face(
        "known",
        decades,
        _BOTH_ZERO if _all_both_zero(result, quantity, statistic) else number_text(decades),
        word,
        short,
        None if verdict is None else verdict.kind,
        spark_of(result.profiles[quantity, statistic]),
    )


def verdict_words(verdict: Verdict) -> tuple[str, str]:
    """The verdict in a word, and in a shorter one."""
    if verdict.everywhere:
        word, short = _EVERYWHERE[verdict.kind]
        return _translated(word), _translated(short)
    word = words.translated("Verdict", verdict.headline)
    return word, _translated(_SHORT[verdict.kind])


def median_of(ratios: npt.NDArray[np.float64]) -> float:
    """The median of :func:`ratio_spread` alone, fast enough for a grid of hundreds."""
    known: list[float] = sorted(each for each in ratios.tolist() if not math.isnan(each))
    if not known or not (math.isfinite(known[0]) and math.isfinite(known[-1])):
        return float(spread_of(ratios.reshape(-1, 1)).median[0])
    below, odd = divmod(len(known) - 1, 2)
    low = known[below]
    return low + 0.5 * (known[below + 1] - low) if odd else low


def ratio_spread(result: CellResult, quantity: str, statistic: str) -> Spread:
    """How log₁₀(first/last) scatters over the seeds; arrays of one."""
    ratios = (result.ratios or {}).get((quantity, statistic), np.zeros(0))
    return spread_of(np.asarray(ratios).reshape(-1, 1))


def both_zero(result: CellResult, quantity: str, statistic: str) -> int:
    """In how many draws first and last layer are exactly 0, so that they have no ratio."""
    ratios = (result.ratios or {}).get((quantity, statistic))
    profile = (result.profiles or {}).get((quantity, statistic))
    if ratios is None or profile is None or not len(profile.lowest):
        return 0
    ends = (0, -1)
    if any(profile.lowest[end] != -math.inf for end in ends):
        return 0
    lost = max(int(profile.lost[end]) for end in ends)
    return max(int(np.count_nonzero(np.isnan(ratios))) - lost, 0)


def _all_both_zero(result: CellResult, quantity: str, statistic: str) -> bool:
    return both_zero(result, quantity, statistic) == len(result.seeds) > 0


def number_text(decades: float) -> str:
    """Signed decades; −∞ where the first layer's size is exactly 0."""
    if math.isnan(decades):
        return _translated(_LOST)
    if math.isinf(decades):
        return "+∞" if decades > 0 else f"{words.MINUS}∞"
    return decades_text(decades, 1 if abs(decades) < 100 else 0)


def problem_text(problem: Problem | None) -> str:
    """Why a cell cannot be."""
    return "" if problem is None else words.problem_text(problem)


def _translated(text: str) -> str:
    return words.translated(_CONTEXT, text)
