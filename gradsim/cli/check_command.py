"""``gradsim check``: every layer's gradient against finite differences, and both ends together."""

from __future__ import annotations

from argparse import Namespace

from gradsim.cli.numbers import count
from gradsim.cli.output import number, print_json, print_table
from gradsim.cli.plain import plain
from gradsim.cli.projects import open_project
from gradsim.engine.blas import limit_blas_threads
from gradsim.engine.gradient_check import GradientCheck, LayerCheck, check
from gradsim.project.evaluation import materialize

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
        print(f"{materials.project.title or arguments.file}, {samples}\n")
        _print_layers(found)
    return 0 if found.passed else _FAILED


def check_record(found: GradientCheck) -> dict[str, object]:
    """Every field of the check under its own name, and whether it passed."""
    record: dict[str, object] = plain(found)
    return {
        "passed": found.passed,
        "checked": found.checked,
        "total": found.total,
        "kinks": found.kinks,
        "worst_relative_error": plain(found.worst_relative_error),
        **record,
    }


def _print_layers(found: GradientCheck) -> None:
    print_table(
        ("layer", "checked", "worst error", "at kinks"), [_row(layer) for layer in found.layers]
    )
    if found.cost_error is None:
        print(f"\ncost: checked as one with layer {len(found.layers)}")
    else:
        print(f"\ncost: worst error {number(found.cost_error, 2)}")
    ends = found.end_to_end
    print(
        f"end to end: worst error {number(ends.worst_relative_error, 2)} of "
        f"{count(ends.checked)} checked; {count(ends.eligible)} of {count(ends.total)} gradients "
        "are above 1e-8 of the cost"
    )
    print(
        f"checked {count(found.checked)} of {count(found.total)} parameters: "
        f"{'all agree' if found.passed else 'NOT all agree'}"
    )


def _row(layer: LayerCheck) -> tuple[str, ...]:
    return (
        str(layer.layer),
        f"{count(layer.checked)} of {count(layer.total)}",
        number(layer.worst_relative_error, 2),
        str(layer.kinks),
    )
