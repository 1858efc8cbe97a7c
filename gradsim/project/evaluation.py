"""From a project to numbers: drawn parameters, loaded samples, and the pass over a scope."""

from __future__ import annotations

import operator
from collections import OrderedDict
from collections.abc import Callable
from threading import Lock

from msgspec import Struct

from gradsim.engine.forward import ForwardPass, forward
from gradsim.engine.initialization import Parameters, initialize
from gradsim.engine.initializers import initializer_of
from gradsim.engine.network import Network
from gradsim.engine.problems import QT_TRANSLATE_NOOP, Problem
from gradsim.engine.remedies.drawing import draw_remedies
from gradsim.project.datasets.dataset import Array
from gradsim.project.datasets.loading import load_data
from gradsim.project.model import Project

Cancelled = Callable[[], bool]

_KEPT = 4
_FEW = 0.25
"""Of this share of the layers, those that changed are drawn alone."""
_KEPT_BYTES = 192 * 2**20
_kept: OrderedDict[int, Materials] = OrderedDict()
_lock = Lock()


class Materials(Struct, frozen=True, eq=False):
    """A project made real: what a forward pass needs.

    inputs : (samples, network.inputs) float64; targets : (samples, output units) float64.
    """

    project: Project
    network: Network
    parameters: Parameters
    inputs: Array
    targets: Array
    probe_seed: int
    samples: int


def materialize(project: Project, cancelled: Cancelled | None = None) -> Materials:
    """Load the samples and draw the parameters of `project`; the last few are kept, within 192 MB.

    Raises
    ------
    Problem
        Where the data cannot be loaded or do not fit.
    """
    key = id(project)
    with _lock:
        kept = _kept.get(key)
        if kept is not None and kept.project is project:
            _kept.move_to_end(key)
            return kept
        before = next(reversed(_kept.values()), None)
    inputs, targets = load_data(project)
    parameters = _redrawn(project, before, cancelled)
    if parameters is None:
        parameters = initialize(
            project.network,
            project.seed,
            typed=project.parameters,
            inputs=inputs,
            cancelled=cancelled,
        )
    made = Materials(
        project,
        project.network,
        parameters,
        inputs,
        targets,
        probe_seed=project.seed,
        samples=inputs.shape[0],
    )
    with _lock:
        _kept[key] = made
        while len(_kept) > _KEPT or (len(_kept) > 1 and _kept_bytes() > _KEPT_BYTES):
            _kept.popitem(last=False)
    return made


def _redrawn(
    project: Project, before: Materials | None, cancelled: Cancelled | None
) -> Parameters | None:
    """The parameters of `project` where it is `before` with few layers set otherwise.

    A layer draws from streams of its own, by the seed and its id, so one that is as it was has the
    very arrays of `before`; what changed is drawn alone, to the same bit. None where that does not
    hold: another seed or depth, typed numbers that changed, or ``lsuv``, which reads what the
    layers before it do; and where so much changed that drawing all of it is no slower.
    """
    if before is None or before.project.seed != project.seed:
        return None
    old, new = before.project, project
    if old.network.depth != new.network.depth or any(
        initializer_of(layer.weights).data_dependent for layer in new.layers
    ):
        return None
    fan_ins = new.network.widths
    changed = [
        index
        for index, (was, layer, fan_in_was, fan_in) in enumerate(
            zip(old.layers, new.layers, old.network.widths, fan_ins, strict=False)
        )
        if was is not layer or fan_in_was != fan_in
    ]
    if (
        len(changed) > _FEW * len(new.layers)
        or any(map(operator.is_not, old.parameters, new.parameters))
        or any(new.parameters[index] for index in changed)
    ):
        return None
    weights, biases = list(before.parameters.weights), list(before.parameters.biases)
    for index in changed:
        alone = Network(fan_ins[index], (new.layers[index],), new.network.cost)
        drawn = initialize(alone, new.seed, cancelled=cancelled)
        weights[index], biases[index] = drawn.weights[0], drawn.biases[0]
    typed = [None if each is None else each.remedies for each in new.parameters]
    return Parameters(tuple(weights), tuple(biases), draw_remedies(new.network, new.seed, typed))


def _kept_bytes() -> int:
    """Bytes of all arrays that are kept, each once: projects can share them."""
    arrays = {
        id(array): array.nbytes
        for materials in _kept.values()
        for array in (*materials.parameters.weights, *materials.parameters.biases)
    }
    return sum(arrays.values())


def scoped_forward(
    materials: Materials, sample: int | None, cancelled: Cancelled | None = None
) -> ForwardPass:
    """The forward pass over one sample (counted from 1), or over the whole batch (None).

    Raises
    ------
    Problem
        Where there is no such sample.
    """
    chosen = slice(None)
    if sample is not None:
        check_sample(sample, materials.samples)
        chosen = slice(sample - 1, sample)
    return forward(
        materials.network,
        materials.parameters,
        materials.inputs[chosen],
        materials.targets[chosen],
        probe_seed=materials.probe_seed,
        first_sample=sample or 1,
        cancelled=cancelled,
    )


def check_sample(sample: int, samples: int) -> None:
    """Refuse a sample number outside 1 … samples."""
    if not 1 <= sample <= samples:
        raise Problem(
            QT_TRANSLATE_NOOP(
                "Problem", "There is no sample {sample}: they go from 1 to {samples}."
            ),
            sample=sample,
            samples=samples,
        )
