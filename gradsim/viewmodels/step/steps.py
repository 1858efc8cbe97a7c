"""One step of a walk through backpropagation: what it is, where, its symbol and its numbers."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from gradsim.engine.chain import Variable
from gradsim.viewmodels.notation import Notation, current, layer_number
from gradsim.viewmodels.step.penalty_symbols import penalty_term, penalty_term_tex
from gradsim.viewmodels.step.scaled import Scaled

_SUBSCRIPT = str.maketrans("0123456789", "₀₁₂₃₄₅₆₇₈₉")


class StepKind(StrEnum):
    """The kinds of step: the engine's factors, and the forward lens's values.

    The shortcut is cost and activation of a fused pair in one, ∂C/∂z^(L) = a − y.
    """

    COST = "cost"
    ACTIVATION = "activation"
    WEIGHTS = "weights"
    BIAS = "bias"
    SHORTCUT = "shortcut"
    PREVIOUS_ACTIVATION = "previous_activation"
    PRE_ACTIVATION = "pre_activation"
    ACTIVATION_VALUE = "activation_value"
    COST_VALUE = "cost_value"
    RESIDUAL = "residual"
    DROPOUT = "dropout"
    NORMALIZATION_SCALE = "normalization_scale"
    NORMALIZATION_SHIFT = "normalization_shift"
    NORMALIZATION = "normalization"
    SKIP = "skip"
    PENALTY = "penalty"
    NORMALIZED_VALUE = "normalized_value"
    DROPPED_VALUE = "dropped_value"
    RESIDUAL_VALUE = "residual_value"


class Family(StrEnum):
    """The kinds of factor that wear the colours: the three of every network, and remedies."""

    COST = "cost"
    ACTIVATION = "activation"
    LINEAR = "linear"
    REMEDY = "remedy"


FAMILY_OF = {
    StepKind.COST: Family.COST,
    StepKind.COST_VALUE: Family.COST,
    StepKind.SHORTCUT: Family.COST,
    StepKind.ACTIVATION: Family.ACTIVATION,
    StepKind.ACTIVATION_VALUE: Family.ACTIVATION,
    StepKind.WEIGHTS: Family.LINEAR,
    StepKind.BIAS: Family.LINEAR,
    StepKind.PREVIOUS_ACTIVATION: Family.LINEAR,
    StepKind.PRE_ACTIVATION: Family.LINEAR,
    StepKind.RESIDUAL: Family.REMEDY,
    StepKind.DROPOUT: Family.REMEDY,
    StepKind.NORMALIZATION_SCALE: Family.REMEDY,
    StepKind.NORMALIZATION_SHIFT: Family.REMEDY,
    StepKind.NORMALIZATION: Family.REMEDY,
    StepKind.SKIP: Family.REMEDY,
    StepKind.PENALTY: Family.REMEDY,
    StepKind.NORMALIZED_VALUE: Family.REMEDY,
    StepKind.DROPPED_VALUE: Family.REMEDY,
    StepKind.RESIDUAL_VALUE: Family.REMEDY,
}
ADDED = frozenset({StepKind.SKIP, StepKind.PENALTY})
"""Terms that are added to what arrives, where the others multiply it."""


@dataclass(frozen=True, slots=True)
class Symbol:
    """One quantity of the network, ``a`` of layer 4, unit 3: written as text or as TeX.

    `layer` and `units` count from 1 whatever the notation; ``C`` is the cost, and ``a`` of layer 0
    the input. `text` and `tex` follow the notation in use, `text_in` and `tex_in` the one given.
    """

    letter: str
    layer: int | None = None
    units: tuple[int, ...] = ()

    def __str__(self) -> str:
        """As `text`: a symbol kept in a message is written when the message is."""
        return self.text

    @property
    def text(self) -> str:
        """Plain Unicode: ``a₃⁽⁴⁾``."""
        return self.text_in(current())

    @property
    def tex(self) -> str:
        """TeX: ``a_{3}^{(4)}``."""
        return self.tex_in(current())

    def text_in(self, notation: Notation) -> str:
        """Plain Unicode in `notation`: ``a₃⁽⁴⁾``, ``a₂[3]``."""
        layer = notation.layer_text(self.layer) if self.layer else ""
        return f"{self._letter(notation)}{self._joined(notation).translate(_SUBSCRIPT)}{layer}"

    def tex_in(self, notation: Notation) -> str:
        """TeX in `notation`: ``a_{3}^{(4)}``, ``a_{2}^{[3]}``."""
        units = f"_{{{self._joined(notation)}}}" if self.units else ""
        layer = notation.layer_tex(self.layer) if self.layer else ""
        letter = self._letter(notation)
        return f"{_GREEK.get(letter, letter)}{units}{layer}"

    def _letter(self, notation: Notation) -> str:
        if self.letter == _COST:
            return notation.cost_letter
        return _INPUT if self.layer == 0 else self.letter

    def _joined(self, notation: Notation) -> str:
        numbers = [notation.unit_number(unit) for unit in self.units]
        joiner = "," if any(number > 9 for number in numbers) else ""
        return joiner.join(map(str, numbers))


_COST = "C"
_GREEK = {"γ": r"\gamma", "β": r"\beta", "λ": r"\lambda"}
_INPUT = "x"
COST_SYMBOL = Symbol(_COST)


@dataclass(frozen=True, slots=True)
class Step:
    """One step: a factor of the chain rule, or in the forward lens one value.

    `layer`, `unit` and `source` count from 1. `unit` is the unit of `layer` and `source` the unit
    at the other end (of the layer below; for an activation the unit of z, which differs from
    `unit` only under softmax); both are None in the lenses that show whole layers. `depth` is the
    number of layers of the network. `side_branch` marks what no later product contains.
    `value` and `product` are the scalar factor and the running product through it; in the layer
    lens, where they are arrays, `lenses` computes what stands for them and these are None.
    `of` names, in a layer with remedies, what is differentiated and by what (None: a value).
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
            return Symbol(self.of[0].letter, self.of[0].layer)
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
            return None if below is None else Symbol(below.letter, below.layer)
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
    def symbol(self) -> str:
        """Plain text, ``∂a₃⁽⁴⁾/∂z₃⁽⁴⁾``."""
        below = self.denominator
        if below is None:
            return self.numerator.text
        if self.kind is StepKind.SKIP:
            return "+1" if self.identity else "+P"
        if self.kind is StepKind.PENALTY:
            return penalty_term(below, self.penalties)
        return derivative_text(self.numerator, below)

    @property
    def tex(self) -> str:
        """TeX of the fraction, or of the value in the forward lens."""
        below = self.denominator
        if below is None:
            return self.numerator.tex
        if self.kind is StepKind.SKIP:
            return "+1" if self.identity else "+P"
        if self.kind is StepKind.PENALTY:
            return penalty_term_tex(below, self.penalties)
        return derivative_tex(self.numerator, below)

    @property
    def short(self) -> str:
        """The label under its bar: ``∂C``, ``σ′₅``, ``w₅``, ``a₂``, ``1``."""
        index = str(layer_number(self.layer)).translate(_SUBSCRIPT)
        below = str(layer_number(self.layer - 1)).translate(_SUBSCRIPT)
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
                return "x" if self.layer == 1 else f"a{below}"
            case StepKind.BIAS:
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
    StepKind.NORMALIZED_VALUE: "u",
    StepKind.DROPPED_VALUE: "d",
    StepKind.RESIDUAL_VALUE: "a",
}


def derivative_tex(numerator: Symbol, denominator: Symbol) -> str:
    """TeX of ∂numerator/∂denominator as a fraction."""
    return rf"\frac{{\partial {numerator.tex}}}{{\partial {denominator.tex}}}"


def derivative_text(numerator: Symbol, denominator: Symbol) -> str:
    """Plain text of ∂numerator/∂denominator: ``∂a₃⁽⁴⁾/∂z₃⁽⁴⁾``."""
    return f"∂{numerator.text}/∂{denominator.text}"


def gradient_text(by: Symbol) -> str:
    """Plain text of the gradient of the cost by `by`: ``∂C/∂w₂₁⁽³⁾``."""
    return derivative_text(COST_SYMBOL, by)


def gradient_tex(by: Symbol) -> str:
    """TeX of the gradient of the cost by `by`."""
    return derivative_tex(COST_SYMBOL, by)
