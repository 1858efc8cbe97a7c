"""``gradsim check``: every layer's gradient against finite differences, and both ends together."""

from __future__ import annotations

from argparse import Namespace
from typing import Any

from gradsim.cli.numbers import count
from gradsim.cli.output import number, print_json, print_table
from gradsim.cli.plain import plain
from gradsim.cli.projects import open_project
from gradsim.engine.agreement import Agreement
from gradsim.engine.blas import limit_blas_threads
from gradsim.engine.checks.gradient_check import GradientCheck, LayerCheck, check
from gradsim.project.evaluation import materialize
from gradsim.project.single_line import single_line

_FAILED = 1


def run(arguments: Namespace) -> int:
    """Check FILE; the exit code is 1 where a gradient and its finite difference disagree."""
    materials = materialize(open_project(arguments.file))
    limit_blas_threads(materials.network, materials.samples)
    found = check(
        materials.network,
        materials.parameters,
        materials.inputs,
        materials.targets,
        probe_seed=materials.probe_seed,
    )
    if arguments.json:
        print_json(check_record(found))
    else:
        samples = "1 sample" if found.samples == 1 else f"{found.samples} samples"
        print(f"{single_line(materials.project.title) or arguments.file}, {samples}\n")
        _print_layers(found)
    return 0 if found.passed else _FAILED


def check_record(found: GradientCheck) -> dict[str, object]:
    """Every field of the check under its own name, and whether it passed."""
    record: dict[str, Any] = plain(found)
    return {
        "passed": found.passed,
        "checked": found.checked,
        "total": found.total,
        "kinks": found.kinks,
        "lost": found.lost,
        **_flat({"agreement": plain(found.agreement), **record}),
        "layers": [_flat(layer) for layer in record["layers"]],
        "end_to_end": _flat(record["end_to_end"]),
    }


def _flat(record: dict[str, Any]) -> dict[str, Any]:
    """The record with how well it agrees among its own fields."""
    own = {name: value for name, value in record.items() if name != "agreement"}
    return {**own, **record["agreement"]}


def _print_layers(found: GradientCheck) -> None:
    print_table(
        ("layer", "checked", "worst error", "difference known to", "at kinks", "lost in rounding"),
        [_row(layer) for layer in found.layers],
    )
    if found.cost is None:
        print(f"\ncost: checked as one with layer {len(found.layers)}")
    else:
        print(f"\ncost: {_words(found.cost)}")
    ends = found.end_to_end
    compared = _words(ends.agreement) if ends.checked else "nothing to compare"
    print(
        f"end to end: {compared}\n"
        f"            {count(ends.checked)} checked; {count(ends.eligible)} of {count(ends.total)} "
        "gradients are above 1e-8 of the cost"
    )
    outcome = "all agree"
    if not found.passed:
        unexplained = number(found.unexplained_error, 2)
        outcome = f"NOT all agree: {unexplained} more than rounding and the step explain"
    print(f"checked {count(found.checked)} of {count(found.total)} parameters: {outcome}")


def _words(agreement: Agreement) -> str:
    """The worst error, and how well the difference could tell."""
    return (
        f"worst error {number(agreement.worst_relative_error, 2)}; that difference is known to "
        f"{number(agreement.known_to, 2)}"
    )


def _row(layer: LayerCheck) -> tuple[str, ...]:
    return (
        str(layer.layer),
        f"{count(layer.checked)} of {count(layer.total)}",
        number(layer.agreement.worst_relative_error, 2),
        number(layer.agreement.known_to, 2),
        str(layer.kinks),
        str(layer.lost),
    )
