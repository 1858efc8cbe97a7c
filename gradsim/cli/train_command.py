"""``gradsim train``: gradient descent without a window, resumable, with every layer's gradient."""

from __future__ import annotations

import math
import sys
import time
from argparse import Namespace
from collections.abc import Callable
from pathlib import Path
from typing import Any

from msgspec.structs import replace

from gradsim.cli.interrupts import Stop
from gradsim.cli.output import number, print_json, print_table
from gradsim.cli.plain import finite, plain
from gradsim.cli.progress_bar import ProgressBar
from gradsim.cli.projects import open_project
from gradsim.cli.targets import check_targets
from gradsim.engine.blas import limit_blas_threads
from gradsim.engine.cancellation import Cancelled
from gradsim.engine.options import Choice
from gradsim.engine.problems import QT_TRANSLATE_NOOP, Problem
from gradsim.engine.training import Plan
from gradsim.engine.training.scores import Scores
from gradsim.project.file import named, write_bytes, write_project
from gradsim.project.training import Run, read_state, trained_project, write_state

_REMEMBERED = 1_000
_SAVED_EVERY = 10.0
"""Seconds after which a long run is saved anew."""
_ROWS = 12
_PORTION = 50
"""Steps between two looks at the clock and the bar."""


def run(arguments: Namespace) -> int:
    """Train FILE up to step N and say how it went; 1 where the run broke, or its last step led to
    a cost that no number can hold."""
    project = open_project(arguments.file)
    check_targets(
        arguments.file,
        {"--state": arguments.state, "--csv": arguments.csv, "--out": arguments.out},
    )
    plan = _plan(arguments, project.training)
    training = Run(project, plan, arguments.every or max(1, arguments.steps // _REMEMBERED))
    limit_blas_threads(project.network, plan.batch or training.trainer.batches.samples)
    if arguments.state is not None and Path(arguments.state).exists():
        _go_on(training, arguments.state, arguments.steps)
    if arguments.state is None:
        whole = _advance(training, arguments)
    else:
        with Stop() as stop:
            try:
                whole = _advance(training, arguments, stop.asked)
            except Cancelled:
                whole = False
            finally:
                # Also after a full disk: what was computed is kept as far as can be.
                _keep(training, arguments.state)
        if stop.asked():
            print(
                f"Stopped. {training.steps} of {arguments.steps} steps are kept in "
                f"{arguments.state}; the same command goes on from there.",
                file=sys.stderr,
            )
            return stop.code
    if arguments.csv is not None:
        with named(arguments.csv):
            write_bytes(_csv(training), arguments.csv)
    if arguments.out is not None:
        trained = trained_project(training.project, training.trainer.parameters)
        with named(arguments.out):
            write_project(trained, arguments.out)
    scores = training.trainer.scores()
    if arguments.json:
        print_json(_record(training, scores))
    else:
        _print(training, scores)
    return 0 if whole and math.isfinite(scores.cost) else 1


def _go_on(training: Run, state: str, steps: int) -> None:
    """Bring the run to where the state stands, which must not be beyond its last step."""
    read_state(training, state)
    if training.steps > steps:
        raise Problem(
            QT_TRANSLATE_NOOP(
                "Problem",
                "“{file}” stands at step {taken}, beyond the {steps} of --steps, which counts the "
                "whole run. Give {taken} or more, or another file.",
            ),
            file=state,
            taken=training.steps,
            steps=steps,
        )


def _keep(training: Run, state: str) -> None:
    with named(state):
        write_state(training, state)


def _kept_meanwhile(training: Run, state: str, bar: ProgressBar, warned: bool) -> bool:
    """Save on the way, and tell the first failure of a row: it is the last save that counts."""
    try:
        _keep(training, state)
    except Problem as problem:
        if not warned:
            bar.say(f"gradsim: {problem} The run goes on, and it will be tried again.")
        return False
    return True


def _plan(arguments: Namespace, own: Plan) -> Plan:
    """The project's own plan with what was asked for in its place."""
    given: dict[str, Any] = {
        name: getattr(arguments, name)
        for name in ("rate", "warm_up", "l1", "l2", "omega", "max_norm", "validation")
        if getattr(arguments, name) is not None
    }
    for name in ("optimizer", "schedule"):
        if getattr(arguments, name) is not None:
            given[name] = Choice(*getattr(arguments, name))
    if arguments.batch is not None:
        given["batch"] = arguments.batch or None
    if arguments.clip_norm is not None:
        given |= {"clip": "norm", "clip_at": arguments.clip_norm}
    elif arguments.clip_value is not None:
        given |= {"clip": "value", "clip_at": arguments.clip_value}
    elif arguments.no_clip:
        given["clip"] = "none"
    return replace(own, **given)


def _advance(
    training: Run, arguments: Namespace, stopped: Callable[[], bool] | None = None
) -> bool:
    """Go on to the last step; False where the run broke before.

    Raises
    ------
    Cancelled
        Where `stopped` says so, between two steps.
    """
    bar = ProgressBar(arguments.steps, min(training.steps, arguments.steps))
    tried, warned = time.monotonic(), False
    try:
        while (left := arguments.steps - training.steps) > 0:
            before = training.steps
            if not training.advance(min(_PORTION, left), stopped):
                return False
            last = training.last
            words = "" if last is None else f"cost {last.cost:.5g}"
            bar.advance(training.steps - before, words)
            if arguments.state is not None and time.monotonic() - tried > _SAVED_EVERY:
                warned = not _kept_meanwhile(training, arguments.state, bar, warned)
                tried = time.monotonic()
    finally:
        bar.clear()
    return True


def _csv(training: Run) -> bytes:
    """Every remembered step with digits that read back to the same numbers; empty for none."""
    history = training.history
    lines = [",".join(history.names())]
    for row in history.table.tolist():
        whole = [str(int(value)) for value in row[:2]]
        lines.append(",".join([*whole, *("" if x != x else repr(x) for x in row[2:])]))
    return ("\n".join(lines) + "\n").encode()


def _record(training: Run, scores: Scores) -> dict[str, Any]:
    trainer, history = training.trainer, training.history
    names = history.names()
    return {
        "steps": trainer.steps,
        "scores": plain(scores),
        "divergence": plain(trainer.divergence),
        "columns": list(names),
        "history": [plain(row) for row in history.table.tolist()],
    }


def _decades(log10: float) -> str:
    if math.isnan(log10):
        return "underflow"
    return "exactly 0" if log10 == -math.inf else number(finite(log10), 4)


def _print(training: Run, scores: Scores) -> None:
    table, trainer = training.history, training.trainer
    count = len(table)
    shown = (
        sorted({round(k * (count - 1) / max(1, _ROWS - 1)) for k in range(_ROWS)}) if count else []
    )
    steps, costs, aside = (table.column(name) for name in ("step", "cost", "validation_cost"))
    right, gradients = table.column("accuracy"), table.gradients
    head = ("step", "cost", "accuracy", "cost aside", "log₁₀‖∂C/∂W¹‖", "log₁₀‖∂C/∂Wᴸ‖")
    print_table(
        head,
        [
            (
                str(int(steps[row])),
                number(plain(float(costs[row]))),
                number(plain(float(right[row])), 4),
                number(plain(float(aside[row]))),
                _decades(float(gradients[row, 0])),
                _decades(float(gradients[row, -1])),
            )
            for row in shown
        ],
    )
    print(f"\nafter {trainer.steps} steps: cost {number(plain(scores.cost))}")
    if trainer.divergence is not None:
        print(trainer.divergence.text)
    elif not math.isfinite(scores.cost):
        print("The cost over all samples is beyond what a number can hold.")
