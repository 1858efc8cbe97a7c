"""How long the strongest paths of one weight take, beside the passes of the same network.

python -m tests.benchmarks.paths
"""

from __future__ import annotations

from time import perf_counter

from gradsim.engine.forward import forward
from gradsim.engine.initialization import initialize
from gradsim.engine.measurement import measure
from gradsim.engine.options import Choice
from gradsim.engine.parameter_address import ParameterAddress
from gradsim.engine.paths.parameter_paths import parameter_paths
from gradsim.project.datasets import load_data
from gradsim.project.model import DataSource
from gradsim.project.presets.preset import project, stack

SHAPES = ((10, 16), (50, 64), (1000, 8))


def main() -> None:
    """Print a line per shape: the search, both passes with every statistic, and the ratio."""
    for depth, units in SHAPES:
        layers = stack([units] * depth, "tanh", Choice.of("glorot_normal"))
        data = DataSource.of("gaussian", samples=128)
        subject = project(units, layers, "squared_error", data)
        inputs, targets = load_data(subject)
        run = forward(subject.network, initialize(subject.network, 7), inputs, targets)
        start = perf_counter()
        measure(run)
        middle = perf_counter()
        found = parameter_paths(run, 1, ParameterAddress("w", 1, 1, 1))
        end = perf_counter()
        search, passes = end - middle, middle - start
        print(
            f"{depth:5} x {units:4}: ten of 10^{len(str(found.paths_total)) - 1} paths in "
            f"{1e3 * search:7.1f} ms, the measured pass {1e3 * passes:7.1f} ms, "
            f"ratio {search / passes:.1f}"
        )


if __name__ == "__main__":
    main()
