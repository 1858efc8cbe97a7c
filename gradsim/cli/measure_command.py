"""``gradsim measure``: every layer's gradient, its attribution and the verdict."""

from __future__ import annotations

from argparse import Namespace

from gradsim.cli.measure_record import measurement_record
from gradsim.cli.numbers import size
from gradsim.cli.output import decades, number, print_json, print_table
from gradsim.cli.plain import finite
from gradsim.cli.projects import open_project
from gradsim.engine.blas import limit_blas_threads
from gradsim.engine.measurement import LayerMeasurement, Measurement, measure
from gradsim.engine.verdict.judging import judge
from gradsim.project.evaluation import materialize, scoped_forward
from gradsim.project.single_line import single_line


def run(arguments: Namespace) -> int:
    """Measure FILE over its batch, or over one sample."""
    materials = materialize(open_project(arguments.file))
    limit_blas_threads(materials.network, materials.samples)
    measurement = measure(scoped_forward(materials, arguments.sample))
    verdict = judge(measurement, materials.network, materials.parameters)
    if arguments.json:
        print_json(measurement_record(measurement, verdict))
        return 0
    scope = f"batch of {materials.samples}"
    if arguments.sample is not None:
        scope = f"sample {arguments.sample} of {materials.samples}"
    title = single_line(materials.project.title) or arguments.file
    print(f"{title}, {scope}, cost {_cost(measurement)}\n")
    _print_layers(measurement)
    print(f"\n{verdict.headline}: {verdict.text}")
    return 0


def _cost(measurement: Measurement) -> str:
    return number(finite(float(measurement.cost)))


def _print_layers(measurement: Measurement) -> None:
    head = ("layer", "units", "activation", "‖∂C/∂W‖", "‖∂C/∂b‖", "‖δ‖", "by f′", "by W")
    rows = [_row(layer) for layer in measurement.layers]
    if measurement.layers[0].parts is None:
        print_table(head, rows, left=(2,))
        print("\nby f′, by W: decades that activation and weights above take from ‖δ‖ or add.")
        return
    remedies = [
        (decades(finite(float(layer.attribution.remedies_log10))),) for layer in measurement.layers
    ]
    rows = [(*row, *more) for row, more in zip(rows, remedies, strict=True)]
    print_table((*head, "by remedies"), rows, left=(2,))
    print(
        "\nby f′, by W, by remedies: decades that activation, weights above and remedies take "
        "from ‖δ‖ or add."
    )


def _row(layer: LayerMeasurement) -> tuple[str, ...]:
    return (
        str(layer.layer),
        str(layer.units),
        layer.activation_name,
        size(layer.weight_gradient, 5),
        size(layer.bias_gradient, 5),
        size(layer.delta, 5),
        decades(finite(float(layer.attribution.activation_log10))),
        decades(finite(float(layer.attribution.weights_log10))),
    )
