"""Which number of the diagram or the walk a hand takes hold of, how it is written and kept."""

from __future__ import annotations

from msgspec.structs import replace

from gradsim.engine.costs import cost_of
from gradsim.engine.forward import ForwardPass
from gradsim.engine.initialization import Parameters
from gradsim.engine.network import Network
from gradsim.engine.nudge.lever import LEARNED, Lever, LeverKind, owning_layers
from gradsim.project import edits
from gradsim.project.datasets.dataset import Array
from gradsim.project.edits.data import Part
from gradsim.project.model import Project
from gradsim.viewmodels.step.diagram.hits import Target, TargetKind
from gradsim.viewmodels.step.parameters import symbol_of
from gradsim.viewmodels.step.walk.lenses import is_scalar_chain
from gradsim.viewmodels.step.walk.steps import Symbol


def lever_symbol(lever: Lever, network: Network) -> Symbol:
    """The number as it is written: ``w₂₁⁽³⁾``, ``γ₂⁽³⁾``, ``x₂``, ``y₁``."""
    address = lever.address
    if address is not None:
        return symbol_of(address, network)
    return Symbol(lever.kind, None, () if is_scalar_chain(network) else (lever.unit,))


def kinds_of(network: Network) -> tuple[LeverKind, ...]:
    """What there is to move, targets aside: γ and β where a layer has them."""
    learned = tuple(kind for kind in LEARNED if owning_layers(network, kind))
    return ("w", "b", *learned, "x")


def towards(lever: Lever, network: Network, before: int) -> Lever:
    """γ or β of the next layer that has one, in the direction from the layer `before`."""
    if lever.kind not in LEARNED:
        return lever
    owners = owning_layers(network, lever.kind)
    if lever.layer > before:
        found = next((owner for owner in owners if owner >= lever.layer), before)
    else:
        found = next((owner for owner in reversed(owners) if owner <= lever.layer), before)
    return replace(lever, layer=found)


def lever_at(target: Target, network: Network) -> Lever | None:
    """What a drag on a thing of the diagram moves: an edge's weight, a unit's bias or input.

    The cost box moves the first target, where the cost reads targets.
    """
    match target.kind:
        case TargetKind.EDGE:
            return Lever("w", target.layer, target.unit, target.source)
        case TargetKind.UNIT if target.layer == 0:
            return Lever("x", 0, target.unit)
        case TargetKind.UNIT:
            return Lever("b", target.layer, target.unit)
        case TargetKind.COST if cost_of(network.cost).uses_targets:
            return Lever("y", network.depth, 1)
        case _:
            return None


def target_of(lever: Lever, network: Network) -> Target:
    """The thing of the diagram that shows the number."""
    match lever.kind:
        case "w":
            return Target(TargetKind.EDGE, lever.layer, lever.unit, lever.source)
        case "y":
            return Target(TargetKind.COST, lever.layer)
        case "γ" | "β":
            # A normalization that stands before W is of the units below.
            below = network.layers[lever.layer - 1].activates_first
            return Target(TargetKind.UNIT, lever.layer - below, lever.unit)
        case _:
            return Target(TargetKind.UNIT, lever.layer, lever.unit)


def kept(project: Project, moved: ForwardPass, lever: Lever, sample: int) -> Project:
    """The project in which `lever` has the value of the pass `moved` for good.

    Generated samples become typed ones. Where a layer is drawn to suit what is fed to it, every
    layer is typed, so that the others stay as they are.

    Raises
    ------
    Problem
        Where the value cannot be, for example a target that the cost cannot read.
    """
    value = lever.read(moved)
    if lever.kind == "x" or lever.kind == "y":
        part: Part = "inputs" if lever.kind == "x" else "targets"
        return edits.set_sample_value(project, part, sample, lever.unit, value)
    if draws_from_data(project):
        project = edits.set_numbers(project, numbers_of(project, moved.parameters))
    layer_id = project.layer_ids[lever.layer - 1]
    if lever.kind in LEARNED:
        return edits.set_remedy_value(project, layer_id, LEARNED[lever.kind], lever.unit, value)
    if lever.kind == "w":
        return edits.set_weight(project, layer_id, lever.unit, lever.source, value)
    return edits.set_bias_value(project, layer_id, lever.unit, value)


def draws_from_data(project: Project) -> bool:
    """Whether a layer is drawn to suit what is fed to it, so that other numbers draw others."""
    drawn = zip(project.layers, project.parameters, strict=True)
    return any(layer.weights.name == "lsuv" and typed is None for layer, typed in drawn)


def numbers_of(project: Project, parameters: Parameters) -> dict[int, tuple[Array, Array]]:
    """Weights and biases of every layer, by its id."""
    pairs = zip(parameters.weights, parameters.biases, strict=True)
    return dict(zip(project.layer_ids, pairs, strict=True))
