"""The gain at which ‖δ‖ keeps its size in a deep network, for the selected layers."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable
from typing import Final

from msgspec import Struct
from PySide6.QtCore import QObject, QTimer, Signal

from gradsim.engine.activations import activation_of
from gradsim.engine.cancellation import check_cancelled
from gradsim.engine.initializers import initializer_of
from gradsim.engine.network import Layer
from gradsim.engine.options import Choice, resolved_options
from gradsim.engine.problems import QT_TRANSLATE_NOOP
from gradsim.project import edits
from gradsim.project.model import Project, is_drawn
from gradsim.viewmodels.builder.inspector import Inspector
from gradsim.viewmodels.jobs import Jobs, Outcome
from gradsim.viewmodels.messages import Message

QUIET_MS: Final = 400
_CONTEXT: Final = "CriticalGain"

Edge = tuple[Choice, Choice, float]
"""An activation, how the biases are drawn and their variance: what the critical Var(w) hangs on."""

_known: dict[Edge, float | str] = {}
"""σ_w² at the edge, or why there is none, of what was asked so far: while the program runs."""

_MIXING: Final = QT_TRANSLATE_NOOP(
    "CriticalGain", "No critical gain: softmax mixes its units, and theory takes each alone."
)
_REMEDIED: Final = QT_TRANSLATE_NOOP(
    "CriticalGain", "No critical gain: it is known for layers without remedies."
)
_UNDRAWN: Final = QT_TRANSLATE_NOOP(
    "CriticalGain",
    "No critical gain: theory speaks of weights and biases that are drawn independently.",
)
_SHAPED: Final = QT_TRANSLATE_NOOP(
    "CriticalGain",
    "No critical gain: the biases are not normal and too large to be taken for it.",
)
_NO_EDGE: Final = QT_TRANSLATE_NOOP(
    "CriticalGain",
    "No critical gain: with this activation and these biases no gain leads every signal to one "
    "size at which ‖δ‖ neither falls nor grows.",
)


class CriticalGain(Struct, frozen=True):
    """A gain per layer id; where there is none, `reason` says why."""

    gains: tuple[tuple[int, float], ...] = ()
    reason: Message | None = None

    @property
    def shared(self) -> float | None:
        """The gain that all layers have in common."""
        values = [gain for _, gain in self.gains]
        if not values or not math.isclose(min(values), max(values), rel_tol=1e-9):
            return None
        return values[0]


class CriticalGains(QObject):
    """Computes the answer for the selected layers off the window's thread, once they rest."""

    changed = Signal()

    def __init__(self, inspector: Inspector, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._inspector = inspector
        self._asked = False
        self._jobs = Jobs(self)
        self._jobs.finished.connect(self._receive)
        self._quiet = QTimer(self)
        self._quiet.setSingleShot(True)
        self._quiet.setInterval(QUIET_MS)
        self._quiet.timeout.connect(self._compute)
        inspector.changed.connect(self._follow)

    def ask(self) -> None:
        """From now on somebody wants to know: call it once the control has been seen."""
        if not self._asked:
            self._asked = True
            self._follow()

    def answer(self) -> CriticalGain | None:
        """The critical gain of the selected layers; None until it is known, or without a gain."""
        layers = self._layers()
        project = self._inspector.project
        gains = []
        for number, layer in layers:
            reason = _why_not(project, number, layer)
            if reason is not None:
                return CriticalGain(reason=Message(_CONTEXT, reason))
            edge = _edge_of(project, number, layer)
            if edge not in _known:
                return None
            variance = _known[edge]
            if isinstance(variance, str):
                return CriticalGain(reason=Message(_CONTEXT, variance))
            unit = _unit_variance(project, number, layer) * project.network.fan_in(number)
            # Quadrature leaves its rounding in the last digits.
            gains.append((layer.id, float(f"{math.sqrt(variance / unit):.12g}")))
        return CriticalGain(tuple(gains)) if gains else None

    def is_set(self) -> bool:
        """Whether every selected layer has its critical gain."""
        answer = self.answer()
        if answer is None or not answer.gains:
            return False
        wanted = dict(answer.gains)
        return all(
            math.isclose(layer.weights.as_mapping().get("gain", 1.0), wanted[layer.id])
            for _, layer in self._layers()
        )

    def use(self) -> None:
        """Give each selected layer its critical gain, as one undo step."""
        answer = self.answer()
        if answer is None or not answer.gains:
            return

        def set_each(project: Project) -> Project:
            for gain, layer_ids in _grouped(answer.gains):
                project = edits.set_gain(project, layer_ids, gain)
            return project

        self._inspector.apply_gain(set_each)

    def begin(self) -> None:
        """Compute the answer from now on, while a picture is made ready that waits for it."""
        self._quiet.stop()
        self._compute()

    def finish(self) -> None:
        """Compute the answer now: for a picture."""
        self._jobs.finish()
        self.begin()
        self._jobs.finish()

    def shut_down(self) -> None:
        """End the thread."""
        self._quiet.stop()
        self._jobs.shut_down()

    def _layers(self) -> list[tuple[int, Layer]]:
        """Number and layer of the selected ones that are drawn with a gain."""
        selected = self._inspector.selected
        return [
            (number, layer)
            for number, layer, typed in zip(
                selected.numbers, selected.layers, selected.parameters, strict=True
            )
            if is_drawn(typed) and layer.weights.name != "zeros" and edits.has_gain(layer)
        ]

    def _follow(self) -> None:
        if self._asked and self._missing():
            self._quiet.start()

    def _missing(self) -> list[Edge]:
        project = self._inspector.project
        found = [
            _edge_of(project, number, layer)
            for number, layer in self._layers()
            if _why_not(project, number, layer) is None
        ]
        return [edge for edge in dict.fromkeys(found) if edge not in _known]

    def _compute(self) -> None:
        missing = self._missing()
        if missing:
            self._jobs.submit(lambda cancelled: _edges(missing, cancelled), replace=True)

    def _receive(self, outcome: Outcome) -> None:
        if outcome.error is not None:
            raise outcome.error
        _known.update(outcome.value)
        self.changed.emit()


def _edges(edges: Iterable[Edge], cancelled: Callable[[], bool]) -> dict[Edge, float | str]:
    found = {}
    for edge in edges:
        check_cancelled(cancelled)
        found[edge] = _edge(*edge)
    return found


def _edge(activation: Choice, bias: Choice, bias_variance: float) -> float | str:
    """The critical σ_w², or why theory knows none: its z must be normal there."""
    from gradsim.engine.theory.conditions import bias_passes_for_normal
    from gradsim.engine.theory.fixed_points import critical_weight_variance
    from gradsim.engine.theory.length_map import LengthMap

    variance = critical_weight_variance(LengthMap(activation, 1.0, bias_variance))
    if variance is None:
        return _NO_EDGE
    there = LengthMap(activation, variance, bias_variance)
    return variance if bias_passes_for_normal(bias, there) else _SHAPED


def _why_not(project: Project, number: int, layer: Layer) -> str | None:
    """Why theory has no answer for a layer, whatever the activation does."""
    if not layer.plain:
        return _REMEDIED
    if not activation_of(layer.activation).elementwise:
        return _MIXING
    if initializer_of(layer.weights).data_dependent or not _unit_variance(project, number, layer):
        return _UNDRAWN
    return None if _bias_variance(project, number, layer) is not None else _UNDRAWN


def _unit_variance(project: Project, number: int, layer: Layer) -> float:
    """Var(w) at gain 1; 0 where one number does not tell."""
    rule = initializer_of(layer.weights)
    options = {**resolved_options(layer.weights, rule.options), "gain": 1.0}
    return rule.variance(project.network.fan_in(number), layer.units, **options) or 0.0


def _bias_variance(project: Project, number: int, layer: Layer) -> float | None:
    rule = initializer_of(layer.bias)
    options = resolved_options(layer.bias, rule.options)
    return rule.variance(project.network.fan_in(number), layer.units, **options)


def _edge_of(project: Project, number: int, layer: Layer) -> Edge:
    return layer.activation, layer.bias, _bias_variance(project, number, layer) or 0.0


def _grouped(gains: Iterable[tuple[int, float]]) -> list[tuple[float, list[int]]]:
    groups: dict[float, list[int]] = {}
    for layer_id, gain in gains:
        groups.setdefault(gain, []).append(layer_id)
    return list(groups.items())
