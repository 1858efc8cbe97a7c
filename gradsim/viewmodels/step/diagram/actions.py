"""What a click or a key on the diagram does to the walk and to the selection."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from gradsim.engine.parameter_address import ParameterAddress
from gradsim.viewmodels.step.diagram.diagram import DiagramModel
from gradsim.viewmodels.step.diagram.hits import Target, TargetKind
from gradsim.viewmodels.step.parameters import normalized_at
from gradsim.viewmodels.step.walk.steps import Family, Step, StepKind
from gradsim.viewmodels.step.walk.walk import Lens

if TYPE_CHECKING:
    from gradsim.viewmodels.selection import Selection
    from gradsim.viewmodels.step.stepper import Stepper

_PAGE = 5
"""Layers that a click on a cut stub moves on."""


class DiagramActions:
    """Turns a target of the diagram into a move of the walk.

    A click goes to the factor of the thing where the walk has one, and otherwise unrolls its
    gradient: the weight of an edge, and in the parameter lens the bias of a unit.
    """

    def __init__(self, model: DiagramModel, stepper: Stepper, selection: Selection) -> None:
        self._model = model
        self._stepper = stepper
        self._selection = selection

    def choose(self, target: Target) -> None:
        """What a click does."""
        model = self._model
        match target.kind:
            case TargetKind.UNIT:
                self._choose_unit(target)
            case TargetKind.EDGE:
                self._go_or_unroll(target)
            case TargetKind.COST:
                self._jump_to(lambda step: step.family is Family.COST)
            case TargetKind.LAYER:
                self._select(target.layer)
                self._jump_to(lambda step: step.layer == target.layer)
            case TargetKind.WAY:
                self._go_past(target.layer)
            case TargetKind.CUT_LEFT:
                model.look_at(model.window.first + 3 - _PAGE)
            case TargetKind.CUT_RIGHT:
                model.look_at(model.window.last - 3 + _PAGE)
            case TargetKind.FOLD:
                pass

    def unroll(self, target: Target) -> None:
        """Unroll the gradient of a weight, or for a unit of its bias."""
        if target.kind is TargetKind.EDGE:
            self._stepper.choose_parameter(
                ParameterAddress("w", target.layer, target.unit, target.source)
            )
        elif target.kind is TargetKind.UNIT and target.layer > 0:
            self._stepper.choose_parameter(ParameterAddress("b", target.layer, target.unit, 0))

    def normalized_at(self, target: Target) -> tuple[ParameterAddress, ...]:
        """The γ and β that act on a unit; none of anything else."""
        result = self._stepper.result
        if result is None or target.kind is not TargetKind.UNIT:
            return ()
        return normalized_at(target.layer, target.unit, result.project.network)

    def unroll_parameter(self, address: ParameterAddress) -> None:
        """Unroll the gradient of one parameter."""
        self._stepper.choose_parameter(address)

    def go_to_layer(self, layer: int) -> None:
        """Move the walk to the first step of `layer` if it has one, and show its columns."""
        position = self._position_of(lambda step: step.layer == layer)
        if position is not None:
            self._stepper.jump(position)
        self._model.look_at(layer)

    def unrolls(self, target: Target) -> bool:
        """Whether a click unrolls the gradient of `target`, there being no factor to go to."""
        if target.kind is TargetKind.EDGE:
            return self._factor_of(target) is None
        in_path = self._model.lens is Lens.PARAMETER
        is_unit = target.kind is TargetKind.UNIT and target.layer > 0
        return is_unit and in_path and self._factor_of(target) is None

    def _choose_unit(self, target: Target) -> None:
        self._model.keep((target.layer, target.unit))
        self._select(target.layer)
        self._go_or_unroll(target)

    def _go_or_unroll(self, target: Target) -> None:
        position = self._factor_of(target)
        if position is not None:
            self._stepper.jump(position)
        elif self.unrolls(target):
            self.unroll(target)

    def _factor_of(self, target: Target) -> int | None:
        """The position of the walk's factor (forward: value) of a unit or a single edge."""
        if target.kind is TargetKind.EDGE:
            edge = (target.layer, target.unit, target.source)
            return self._position_of(
                lambda step: (
                    (step.layer, step.unit, step.source) == edge and step.family is Family.LINEAR
                )
            )
        return self._position_of(lambda step: _concerns(step, target.layer, target.unit))

    def _go_past(self, layer: int) -> None:
        """To the way past a layer; from a path through it to the strongest that is led past."""
        stepper, paths = self._stepper, self._stepper.paths
        if stepper.path is not None and layer not in stepper.path.past and paths is not None:
            ways = (index for index, path in enumerate(paths.paths) if layer in path.past)
            stepper.choose_path(next(ways, stepper.path_index))
        self._jump_to(lambda step: step.layer == layer and step.kind in _PAST)

    def _select(self, layer: int) -> None:
        values = self._model.values
        if values is not None and 1 <= layer <= self._model.shape.depth:
            chosen = values.result.project.network.layers[layer - 1]
            self._selection.select((chosen.id,))

    def _jump_to(self, wanted: Callable[[Step], bool]) -> None:
        position = self._position_of(wanted)
        if position is not None:
            self._stepper.jump(position)

    def _position_of(self, wanted: Callable[[Step], bool]) -> int | None:
        return next(
            (number for number, step in enumerate(self._stepper.steps, start=1) if wanted(step)),
            None,
        )


_PAST = frozenset({StepKind.SKIP, StepKind.PAST, StepKind.RESIDUAL_VALUE})


def _concerns(step: Step, layer: int, unit: int) -> bool:
    """Whether a step is the factor (forward: the value) that a unit stands for."""
    kinds = (StepKind.ACTIVATION, StepKind.ACTIVATION_VALUE, StepKind.SHORTCUT)
    if step.column != layer or step.kind not in kinds:
        return False
    return step.unit is None or unit in (step.unit, step.source)
