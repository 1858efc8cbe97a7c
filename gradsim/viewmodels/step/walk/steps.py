"""One step of a walk through backpropagation: what it is, where, its symbol and its numbers."""

from __future__ import annotations

from msgspec import Struct

from gradsim.engine.chain import Variable
from gradsim.viewmodels.digits import subscript
from gradsim.viewmodels.notation import current, layer_number
from gradsim.viewmodels.step.penalty_symbols import penalty_term, penalty_term_tex
from gradsim.viewmodels.step.scaled import Scaled
from gradsim.viewmodels.step.symbols import (
    COST_SYMBOL,
    Symbol,
    derivative_tex,
    derivative_text,
    gradient_tex,
    gradient_text,
)
from gradsim.viewmodels.step.walk.step_kinds import ADDED, FAMILY_OF, Family, StepKind

__all__ = [
    "ADDED",
    "COST_SYMBOL",
    "FAMILY_OF",
    "Family",
    "Step",
    "StepKind",
    "Symbol",
    "derivative_tex",
    "derivative_text",
    "gradient_tex",
    "gradient_text",
]


class Step(Struct, frozen=True, gc=False):
    """One step: a factor of the chain rule, or in the forward lens one value.

    `layer`, `unit` and `source` count from 1. `unit` is the unit of `layer` and `source` the unit
    at the other end (of the layer below; for an activation the unit of z, which differs from
    `unit` only under softmax, and for a normalization the unit of what it takes); both are None in
    the lenses that show whole layers. `depth` is the number of layers. `side_branch` marks what no
    later product contains. `value` and `product` are the scalar factor and the running product
    through it; in the layer lens, where they are arrays, `lenses` computes what stands for them.
    `of` names, in a layer with remedies, what is differentiated and by what (None: a value).
    `fed` names, of a weight in a layer with remedies, what the weight multiplies.
    `within` says that f stands before W, so that `unit` counts the units of the layer below, as it
    does for its normalization's γ and β.
    `penalties` names, of a penalty's step, those that it is of: ``l1``, ``l2``, ``omega``.
    `identity` says that a residual connection leads past the layer as it is, not projected.
    """

    kind: StepKind
    layer: int
    depth: int
    unit: int | None = None
    source: int | None = None
    bare: bool = False
    value: Scaled | None = None
    product: Scaled | None = None
    side_branch: bool = False
    of: tuple[Variable, Variable | None] | None = None
    identity: bool = True
    penalties: tuple[str, ...] = ("l2",)
    fed: Variable | None = None
    within: bool = False

    @property
    def family(self) -> Family:
        """Which of the three colours it wears."""
        return FAMILY_OF[self.kind]

    @property
    def begins(self) -> bool:
        """Whether the chain begins with it, so that 1 is all it meets."""
        return self.kind in (StepKind.COST, StepKind.SHORTCUT)

    @property
    def numerator(self) -> Symbol:
        """What is differentiated; in the forward lens the value itself."""
        kind, layer = self.kind, self.layer
        if self.family is Family.COST:
            return COST_SYMBOL
        if self.of is not None and kind is not StepKind.PENALTY:
            return Symbol(self.of[0].letter, self.of[0].layer, self._units(self.unit))
        if kind is StepKind.PENALTY:
            return Symbol("w" if self.bare else "W", layer)
        if kind in (StepKind.ACTIVATION, StepKind.ACTIVATION_VALUE):
            return Symbol("a", layer, self._units(self.unit))
        return Symbol("z", layer, self._units(self.unit))

    @property
    def denominator(self) -> Symbol | None:
        """What it is differentiated by; None in the forward lens."""
        kind, layer = self.kind, self.layer
        if kind is StepKind.PENALTY:
            return Symbol("w" if self.bare else "W", layer)
        if self.of is not None and kind not in (StepKind.WEIGHTS, StepKind.BIAS):
            below = self.of[1]
            if below is None:
                return None
            return Symbol(below.letter, below.layer, self._units(self.source or self.unit))
        match kind:
            case StepKind.COST:
                return Symbol("a", layer, self._units(self.unit))
            case StepKind.SHORTCUT:
                return Symbol("z", layer, self._units(self.unit))
            case StepKind.ACTIVATION:
                return Symbol("z", layer, self._units(self.source or self.unit))
            case StepKind.WEIGHTS:
                whole = self.unit is None and not self.bare
                return Symbol("W" if whole else "w", layer, self._units(self.unit, self.source))
            case StepKind.BIAS:
                return Symbol("b", layer, self._units(self.unit))
            case StepKind.PREVIOUS_ACTIVATION:
                return Symbol("a", layer - 1, self._units(self.source))
            case _:
                return None

    def _units(self, *units: int | None) -> tuple[int, ...]:
        return () if self.bare else tuple(unit for unit in units if unit is not None)

    @property
    def column(self) -> int:
        """The layer whose units `unit` and, inside a layer, `source` count."""
        return self.layer - 1 if self.within else self.layer

    @property
    def multiplied(self) -> Symbol:
        """What the weight of a weight's step multiplies."""
        fed = self.fed or Variable("a", self.layer - 1)
        return Symbol(fed.letter, fed.layer, self._units(self.source))

    @property
    def symbol(self) -> str:
        """Plain text, ``∂a₃⁽⁴⁾/∂z₃⁽⁴⁾``."""
        return _written(self)[0]

    @property
    def tex(self) -> str:
        """TeX of the fraction, or of the value in the forward lens."""
        return _written(self)[1]

    @property
    def short(self) -> str:
        """The label under its bar: ``∂C``, ``σ′₅``, ``w₅``, ``a₂``, ``1``."""
        index = subscript(layer_number(self.layer))
        below = subscript(layer_number(self.layer - 1))
        match self.kind:
            case StepKind.COST:
                return f"∂{COST_SYMBOL.text}"
            case StepKind.COST_VALUE:
                return COST_SYMBOL.text
            case StepKind.SHORTCUT:
                return "a−y"
            case StepKind.ACTIVATION:
                return f"f′{index}"
            case StepKind.ACTIVATION_VALUE:
                return f"a{index}"
            case StepKind.PRE_ACTIVATION:
                return f"z{index}"
            case StepKind.WEIGHTS:
                if self.fed is not None:
                    return f"{self.fed.letter}{index if self.fed.layer == self.layer else below}"
                return "x" if self.layer == 1 else f"a{below}"
            case StepKind.BIAS:
                return "1"
            case StepKind.NORMALIZATION_SCALE if self.unit is not None:
                return f"x̂{index}"
            case StepKind.NORMALIZATION_SHIFT if self.unit is not None:
                return "1"
            case StepKind.SKIP:
                return self.symbol
            case StepKind.PENALTY:
                return f"+λw{index}" if self.penalties == ("l2",) else f"+R′{index}"
            case _ if self.kind in _SHORT:
                return f"{_SHORT[self.kind]}{index}"
            case _:
                return f"w{index}" if self.unit is not None or self.bare else f"W{index}"


_SHORT = {
    StepKind.RESIDUAL: "α",
    StepKind.DROPOUT: "m",
    StepKind.NORMALIZATION_SCALE: "γ",
    StepKind.NORMALIZATION_SHIFT: "β",
    StepKind.NORMALIZATION: "N′",
    StepKind.PAST: "P",
    StepKind.NORMALIZED_VALUE: "u",
    StepKind.DROPPED_VALUE: "d",
    StepKind.RESIDUAL_VALUE: "a",
}


_kept: dict[tuple[object, ...], tuple[str, str]] = {}
"""Symbols by notation and step: each is asked for a dozen times at every step."""
_MOST_KEPT = 4000


def _written(step: Step) -> tuple[str, str]:
    """Text and TeX of a step in the notation in use."""
    notation = current()
    key = (
        notation, step.kind, step.layer, step.unit, step.source, step.bare, step.of, step.identity,
        step.penalties,
    )  # fmt: skip
    found = _kept.get(key)
    if found is None:
        found = _formed(step)
        # An export may ask on its own thread while the window turns to another notation.
        if current() is notation:
            if len(_kept) >= _MOST_KEPT:
                _kept.clear()
            _kept[key] = found
    return found


def _formed(step: Step) -> tuple[str, str]:
    above, below = step.numerator, step.denominator
    if below is None:
        return above.text, above.tex
    if step.kind is StepKind.SKIP:
        return ("+1", "+1") if step.identity else ("+P", "+P")
    if step.kind is StepKind.PAST:
        entry = past_symbol(step)
        return entry.text, entry.tex
    if step.kind is StepKind.PENALTY:
        return penalty_term(below, step.penalties), penalty_term_tex(below, step.penalties)
    return derivative_text(above, below), derivative_tex(above, below)


def past_symbol(step: Step) -> Symbol:
    """The entry of P, which past a layer of equal width is the identity."""
    units = () if step.bare else tuple(each for each in (step.unit, step.source) if each)
    return Symbol("P", step.layer, units)
