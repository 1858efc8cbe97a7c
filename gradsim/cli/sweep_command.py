"""``gradsim sweep``: the grid and the scans of Compare without a window, into a folder."""

from __future__ import annotations

import os
import sys
from argparse import Namespace
from collections.abc import Iterator
from pathlib import Path

from gradsim.cli.display import qt_loading
from gradsim.cli.interrupts import Interrupts
from gradsim.cli.progress_bar import ProgressBar
from gradsim.cli.projects import open_project
from gradsim.cli.sweep_choices import axis_of
from gradsim.cli.targets import check_apart
from gradsim.engine.problems import QT_TRANSLATE_NOOP, Problem
from gradsim.project.sweeps.computing import Computed
from gradsim.project.sweeps.plan import Axes, Plan
from gradsim.project.sweeps.records import CellRecord
from gradsim.project.sweeps.results_file import NAME, ResultsFile
from gradsim.project.sweeps.running import Failure, Processes, run_here, run_with
from gradsim.project.sweeps.tables import TABLES, write_tables

_UNFINISHED = 1
_TOLD = 10
"""Cells without numbers that are told one by one."""
_HOPELESS = 20
"""Failures after which a sweep stops where hardly a cell was computed."""
_INTERRUPTED = 130


def run(arguments: Namespace) -> int:
    """Compute what is not there yet, then write tables and pictures of all that is."""
    plan = plan_of(arguments)
    folder = _folder(arguments.out)
    for name in TABLES:
        check_apart(arguments.file, {"--out": str(folder / name)})
    with ResultsFile(folder / NAME, plan) as results:
        bar = ProgressBar(len(plan), len(results))
        try:
            failures = _fill(plan, results, arguments, bar)
        except KeyboardInterrupt:
            bar.say(_kept("Stopped.", plan, results, folder))
            return _INTERRUPTED
        except Problem as problem:
            bar.say(_kept(f"gradsim: {problem}", plan, results, folder))
            return _UNFINISHED
        finally:
            bar.clear()
        try:
            written = [results.path, *write_tables(plan, results, folder)]
            shown = any(record.problem is None for record in results.records())
            if shown:
                written += _pictures(plan, results, folder, arguments)
        except Problem as problem:
            print(_kept(f"gradsim: {problem}", plan, results, folder), file=sys.stderr)
            return _UNFINISHED
        for path in written:
            print(path)
        if failures:
            words = f"gradsim: {failures} of {len(plan)} cells could not be computed."
            print(_kept(words, plan, results, folder), file=sys.stderr)
            return _UNFINISHED
        if not shown:
            words = f"gradsim: No cell has numbers to draw; {results.path} says why."
            print(words, file=sys.stderr)
            return _UNFINISHED
    return 0


def plan_of(arguments: Namespace) -> Plan:
    """The sweep that the arguments describe."""
    axes = Axes(
        axis_of("activation", arguments.activations),
        axis_of("weights", arguments.initializers),
        arguments.gains or (None,),
        arguments.depths or (None,),
        arguments.widths or (None,),
    )
    return Plan(
        open_project(arguments.file),
        axes,
        arguments.seeds,
        arguments.sample,
        arguments.quantity,
        arguments.statistic,
    )


def _fill(plan: Plan, results: ResultsFile, arguments: Namespace, bar: ProgressBar) -> int:
    """Compute every cell that is not in the results; how many could not be."""
    missing = (cell for cell in range(len(plan)) if cell not in results)
    if len(results) == len(plan):
        return 0
    failures = problems = 0
    interrupts = Interrupts()
    for outcome in _outcomes(plan, missing, arguments, bar):
        if isinstance(outcome, Failure):
            failures += 1
            if failures == _HOPELESS and failures > len(results):
                raise Problem(
                    QT_TRANSLATE_NOOP("Problem", "{count} cells could not be computed: {reason}"),
                    count=failures,
                    reason=outcome.reason,
                )
            words = _words(plan, outcome.cell)
            bar.say(f"gradsim: cell {outcome.cell + 1} ({words}): {outcome.reason}")
            continue
        record = outcome.record
        with interrupts.held():
            results.append(record, outcome.machine)
        words = _words(plan, record.cell)
        if record.problem is not None:
            problems += 1
            if problems <= _TOLD:
                bar.say(f"gradsim: cell {record.cell + 1} ({words}): {record.problem}")
        bar.advance(1, _short(words, record))
    if problems > _TOLD:
        bar.say(f"gradsim: {problems} cells have no numbers; {results.path} says why.")
    return failures


def _outcomes(
    plan: Plan, missing: Iterator[int], arguments: Namespace, bar: ProgressBar
) -> Iterator[Computed | Failure]:
    if arguments.scheduler is not None:
        from gradsim.project.sweeps.cluster import Cluster

        cluster = Cluster(arguments.scheduler)
        if not cluster.workers():
            bar.say(
                "gradsim: The scheduler has no workers yet; one is started with: "
                f"dask worker {arguments.scheduler}"
            )
        return run_with(cluster, plan, missing)
    if arguments.workers > 1:
        processes = Processes(arguments.workers)
        if processes.size() < arguments.workers:
            bar.say(f"gradsim: {processes.size()} processes compute; Windows allows no more.")
        return run_with(processes, plan, missing)
    return run_here(plan, missing)


def _pictures(plan: Plan, results: ResultsFile, folder: Path, arguments: Namespace) -> list[Path]:
    """Draw what is there, in memory: no display is needed, nor used where there is one."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    with qt_loading():
        from gradsim.app import sweep_pictures
    return list(sweep_pictures(plan, results, folder, arguments.theme, arguments.language))


def _folder(name: str) -> Path:
    folder = Path(name)
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise Problem(
            QT_TRANSLATE_NOOP("Problem", "The folder “{folder}” cannot be made: {reason}."),
            folder=name,
            reason=error.strerror or str(error),
        ) from None
    return folder


def _kept(words: str, plan: Plan, results: ResultsFile, folder: Path) -> str:
    return " ".join(
        f"{words} {len(results)} of {len(plan)} cells are kept in {folder}; the same command goes "
        "on from there.".split()
    )


def _words(plan: Plan, index: int) -> str:
    """A cell by what it sets."""
    cell = plan.axes.cell(index)
    parts = [each.name for each in (cell.activation, cell.weights) if each is not None]
    if cell.gain is not None:
        parts.append(f"gain {cell.gain:g}")
    for name, count in (("depth", cell.depth), ("width", cell.width)):
        if count is not None:
            parts.append(f"{name} {count}")
    return ", ".join(parts) or "the project itself"


def _short(words: str, record: CellRecord) -> str:
    return words if record.verdict is None else f"{words}: {record.verdict.kind}"
