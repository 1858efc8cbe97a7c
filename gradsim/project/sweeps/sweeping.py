"""A whole sweep in one call, for notebooks."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path

from gradsim.engine.problems import QT_TRANSLATE_NOOP, Problem
from gradsim.project.sweeps.plan import Plan
from gradsim.project.sweeps.records import CellRecord
from gradsim.project.sweeps.results_file import ResultsFile
from gradsim.project.sweeps.running import Crew, Failure, run_here, run_with


def sweep(
    plan: Plan,
    path: str | os.PathLike[str],
    crew: Crew | None = None,
    progress: Callable[[int], None] | None = None,
) -> Iterator[CellRecord]:
    """Compute what the results file at `path` does not hold yet; then give every cell, in order.

    >>> from gradsim.project.presets import preset
    >>> from gradsim.project.sweeps import Axes, Choice, Plan, sweep
    >>> axes = Axes((Choice("tanh"), Choice("relu")), (Choice("he_normal"),), depths=(10, 30))
    >>> plan = Plan(preset("fifty_layers"), axes, seeds=20)
    >>> for cell in sweep(plan, "results.jsonl"):  # doctest: +SKIP
    ...     print(cell.activation, cell.depth, cell.verdict.kind, cell.ratios["delta.l2"])

    Parameters
    ----------
    path : written cell by cell; a sweep that was stopped goes on from it.
    crew : ``Processes(n)`` or ``Cluster(address)``; None computes in this process. A program that
        starts processes guards its own start with ``if __name__ == "__main__":``.
    progress : called with the number of finished cells.

    Raises
    ------
    Problem
        Where the file is another sweep's or cannot be written, or a cell could not be computed.
    """
    with ResultsFile(Path(path), plan) as results:
        missing = [cell for cell in range(len(plan)) if cell not in results]
        failure: Failure | None = None
        if missing:
            outcomes = run_here(plan, missing) if crew is None else run_with(crew, plan, missing)
            for outcome in outcomes:
                if isinstance(outcome, Failure):
                    failure = outcome
                    continue
                results.append(outcome.record, outcome.machine)
                if progress is not None:
                    progress(len(results))
        if failure is not None:
            raise Problem(
                QT_TRANSLATE_NOOP("Problem", "Cell {cell} could not be computed: {reason}"),
                cell=failure.cell + 1,
                reason=failure.reason,
            )
        yield from results.records()
