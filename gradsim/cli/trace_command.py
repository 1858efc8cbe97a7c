"""``gradsim trace``: backpropagation factor by factor, or one gradient over its paths."""

from __future__ import annotations

from argparse import Namespace

from gradsim.cli.output import print_json
from gradsim.cli.paths_table import print_paths, print_penalty
from gradsim.cli.projects import open_project
from gradsim.cli.trace_table import print_factors
from gradsim.engine.blas import limit_blas_threads
from gradsim.engine.parameter_address import ParameterAddress
from gradsim.engine.paths.parameter_paths import parameter_paths
from gradsim.engine.trace import penalized, trace_batch, trace_parameter, trace_sample
from gradsim.project.evaluation import materialize, scoped_forward
from gradsim.project.single_line import single_line

_PATHS = 10


def run(arguments: Namespace) -> int:
    """Trace FILE for one sample (the first unless said), or for its whole batch."""
    materials = materialize(open_project(arguments.file))
    limit_blas_threads(materials.network, materials.samples)
    sample = None if arguments.batch else (1 if arguments.sample is None else arguments.sample)
    penalty = materials.project.training.penalty
    forward = scoped_forward(materials, sample)
    title = single_line(materials.project.title) or arguments.file
    scope = f"sample {sample} of {materials.samples}"
    if sample is None:
        scope = f"batch of {materials.samples}, each factor of ∂C/∂a with 1/N"
    if arguments.parameter is not None:
        address = ParameterAddress.parse(arguments.parameter)
        count = _PATHS if arguments.paths is None else arguments.paths
        if arguments.json:
            print_json(trace_parameter(forward, address, paths=count, penalty=penalty))
            return 0
        found = parameter_paths(forward, 1, address, count)
        print(f"{title}, {scope}\n")
        print_paths(found)
        print_penalty(penalized(forward, found, 1, penalty))
    elif arguments.json:
        whole = sample is None
        print_json(
            trace_batch(forward, penalty) if whole else trace_sample(forward, penalty=penalty)
        )
    else:
        print(f"{title}, {scope}\n")
        print_factors(forward, batch=sample is None, penalty=penalty)
    return 0
